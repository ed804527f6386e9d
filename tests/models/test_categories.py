"""The category tree as the program comes."""

from __future__ import annotations

from frontdesk.language import Language
from frontdesk.models.categories import DEFAULT_TREE


def test_twelve_groups_in_the_trades_order() -> None:
    assert [group.key for group in DEFAULT_TREE.groups] == [
        "sales_process", "delivery", "service_attitude", "repair_quality", "repeat_repair",
        "parts_supply", "price", "waiting", "product_quality", "information", "facilities",
        "other",
    ]  # fmt: skip


def test_keys_are_unique_and_leaves_stand_under_their_group() -> None:
    leaves = [leaf.key for group in DEFAULT_TREE.groups for leaf in group.leaves]
    assert len(leaves) == len(set(leaves))
    for group in DEFAULT_TREE.groups:
        assert group.leaves
        assert all(leaf.key.startswith(f"{group.key}.") for leaf in group.leaves)
        assert all(leaf.zh and leaf.en for leaf in group.leaves)


def test_names_and_paths_in_both_languages() -> None:
    key = "repair_quality.not_fixed"
    assert DEFAULT_TREE.path(key, Language.ZH_CN) == "维修质量 / 故障未修好"
    assert DEFAULT_TREE.path(key, Language.EN) == "Repair quality / Fault not fixed"
    assert DEFAULT_TREE.path("other.other", Language.ZH_CN) == "其他"


def test_a_key_no_longer_in_the_tree_is_shown_as_it_is() -> None:
    assert not DEFAULT_TREE.has("gone.long_ago")
    assert DEFAULT_TREE.path("gone.long_ago", Language.EN) == "gone / gone.long_ago"
