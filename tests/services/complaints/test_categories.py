"""The category tree: what can be done to it, what is refused, what history keeps."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial

import pytest
from sqlalchemy import select

from frontdesk.errors import Conflict, InputErrors, NotFound, PermissionDenied, UserError
from frontdesk.language import Language
from frontdesk.models.categories import DEFAULT_TREE, CategoryTree
from frontdesk.models.enums import Role
from frontdesk.models.journal import AuditEntry
from frontdesk.services.complaints.categories import (
    CATEGORY_FORM,
    CategoryName,
    CategoryService,
    new_category_of,
)
from tests.services.complaints.loop import Loop

_LOANER = CategoryName("代步车", "Courtesy car")


@pytest.fixture
def editor(loop: Loop) -> CategoryService:
    return loop.people[Role.CS_MANAGER].categories


def _faults(act: Callable[[], object]) -> dict[str | None, str]:
    with pytest.raises(UserError) as refused:
        act()
    fault = refused.value
    parts = fault.errors if isinstance(fault, InputErrors) else (fault,)
    return {part.field: part.code for part in parts}


def _last_act(loop: Loop) -> tuple[str, str, dict[str, object]]:
    with loop.people[Role.CS_MANAGER].desk.read() as session:
        entry = session.scalars(
            select(AuditEntry).order_by(AuditEntry.sequence.desc()).limit(1)
        ).one()
        return entry.action, entry.subject_id, json.loads(entry.detail)


def _keys(tree: CategoryTree, group: str) -> list[str]:
    return [leaf.key for leaf in tree.siblings(f"{group}.")]


def test_who_may(loop: Loop) -> None:
    may = {Role.CS_MANAGER, Role.GENERAL_MANAGER, Role.ADMINISTRATOR}
    for role in Role:
        if role in may:
            assert loop.people[role].categories.tree().tree == DEFAULT_TREE
        else:
            with pytest.raises(PermissionDenied):
                loop.people[role].categories.tree()


def test_a_new_leaf_can_be_given_to_a_ticket_at_once(loop: Loop, editor: CategoryService) -> None:
    key = editor.add("waiting", _LOANER, "loaner")
    assert key == "waiting.loaner"
    assert editor.add("waiting", _LOANER, "loaner") == key
    ticket = loop.open(loop.register(category=key))
    tree = loop.people[Role.CS_MANAGER].complaints.categories()
    assert tree.path(ticket.category, Language.ZH_CN) == "等待与承诺时间 / 代步车"
    assert editor.tree().used == {"waiting": 1, "waiting.loaner": 1}


def test_a_new_group_is_offered_once_it_has_a_leaf(editor: CategoryService) -> None:
    editor.retire("facilities")
    editor.add("", CategoryName("充电服务", "Charging"), "charging")
    assert "charging" not in {group.key for group in editor.tree().tree.offered().groups}
    editor.add("charging", CategoryName("桩故障", "Charger fault"), "fault")
    assert editor.tree().tree.offered().has("charging.fault")


def test_names_are_asked_for_in_both_languages_and_once_only(editor: CategoryService) -> None:
    add = editor.add
    assert _faults(lambda: add("price", CategoryName(" ", ""), "new")) == {
        "zh": "category.name_missing",
        "en": "category.name_missing",
    }
    assert _faults(lambda: add("price", CategoryName("长" * 21, "x" * 41), "new")) == {
        "zh": "value.too_long",
        "en": "value.too_long",
    }
    assert _faults(lambda: add("price", CategoryName("收费过高", "charged TOO much"), "new")) == {
        "zh": "category.name_twice",
        "en": "category.name_twice",
    }
    assert _faults(lambda: add("", CategoryName("新类", "New"), "new")) == {"zh": "category.full"}
    with pytest.raises(NotFound):
        add("gone", _LOANER, "new")
    assert editor.tree().tree == DEFAULT_TREE


def test_renaming_reaches_tickets_there_are(loop: Loop, editor: CategoryService) -> None:
    ticket = loop.open(loop.register())
    seen = CategoryName("故障未修好", "Fault not fixed")
    editor.rename(ticket.category, CategoryName("没修好", "Not fixed"), seen)
    tree = loop.people[Role.CS_SPECIALIST].complaints.categories()
    assert tree.leaf_name(ticket.category, Language.EN) == "Not fixed"
    assert _last_act(loop) == (
        "category.rename",
        ticket.category,
        {
            "before": {"zh": "故障未修好", "en": "Fault not fixed"},
            "after": {"zh": "没修好", "en": "Not fixed"},
        },
    )
    editor.rename("repair_quality", CategoryName("修车质量", "Repairs"), _name("repair_quality"))
    assert editor.tree().tree.group_name(ticket.category, Language.ZH_CN) == "修车质量"


def _name(key: str) -> CategoryName:
    found = DEFAULT_TREE.find(key)
    assert found is not None
    return CategoryName(found.zh, found.en)


def test_who_renames_second_is_told(loop: Loop, editor: CategoryService) -> None:
    seen = _name("price.high")
    loop.people[Role.ADMINISTRATOR].categories.rename(
        "price.high", CategoryName("贵", "Dear"), seen
    )
    with pytest.raises(Conflict):
        editor.rename("price.high", CategoryName("太贵", "Too dear"), seen)
    editor.rename("price.high", CategoryName("贵", "Dear"), seen)
    found = editor.tree().tree.find("price.high")
    assert found is not None
    assert found.en == "Dear"


def test_an_order_holds_for_one_level_and_against_what_was_seen(
    loop: Loop, editor: CategoryService
) -> None:
    seen = _keys(DEFAULT_TREE, "price")
    wanted = [seen[-1], *seen[:-1]]
    editor.order(wanted, seen)
    assert _keys(editor.tree().tree, "price") == wanted
    assert _last_act(loop)[:2] == ("category.order", "price")
    editor.order(wanted, seen)  # told twice
    with pytest.raises(Conflict):
        editor.order(seen[::-1], seen)
    with pytest.raises(Conflict):
        editor.order(wanted[:-1], wanted)
    groups = [group.key for group in DEFAULT_TREE.groups]
    editor.order(groups[::-1], groups)
    assert [group.key for group in editor.tree().tree.groups] == groups[::-1]


def test_a_retired_one_is_given_to_no_new_ticket_and_kept_by_the_old(
    loop: Loop, editor: CategoryService
) -> None:
    old = loop.register()
    editor.retire("repair_quality.not_fixed")
    with pytest.raises(InputErrors) as refused:
        loop.register()
    assert [fault.code for fault in refused.value.errors] == ["complaint.category_unknown"]
    tree = loop.people[Role.CS_SPECIALIST].complaints.categories()
    assert tree.leaf_name(loop.open(old).category, Language.EN) == "Fault not fixed"
    editor.retire("repair_quality.not_fixed", retired=False)
    assert loop.open(loop.register()).repeats is not None
    editor.retire("repair_quality")
    with pytest.raises(InputErrors):
        loop.register()
    assert _last_act(loop)[:2] == ("category.retire", "repair_quality")


def test_what_was_used_is_never_removed(loop: Loop, editor: CategoryService) -> None:
    loop.register()
    for key in ("repair_quality.not_fixed", "repair_quality"):
        assert _faults(partial(editor.remove, key)) == {None: "category.used"}
    editor.remove("repair_quality.damage")
    assert editor.tree().tree.find("repair_quality.damage") is None
    with pytest.raises(NotFound):
        editor.remove("repair_quality.damage")


def test_one_is_always_left_to_choose(editor: CategoryService) -> None:
    for group in DEFAULT_TREE.groups[1:]:
        editor.retire(group.key)
    first = DEFAULT_TREE.groups[0]
    for leaf in first.leaves[1:]:
        editor.remove(leaf.key)
    for act in (
        lambda: editor.retire(first.key),
        lambda: editor.retire(first.leaves[0].key),
        lambda: editor.remove(first.leaves[0].key),
        lambda: editor.remove(first.key),
    ):
        assert _faults(act) == {None: "category.last"}


def test_coming_back_needs_room(editor: CategoryService) -> None:
    editor.retire("facilities")
    editor.add("", CategoryName("充电服务", "Charging"), "charging")
    assert _faults(lambda: editor.retire("facilities", retired=False)) == {"zh": "category.full"}


def test_saving_takes_its_draft_away(loop: Loop, editor: CategoryService) -> None:
    drafts = loop.people[Role.CS_MANAGER].drafts
    drafts.keep(CATEGORY_FORM, new_category_of("price"), {"zh": "代"})
    editor.add("price", _LOANER, "loaner")
    assert drafts.offered(CATEGORY_FORM, new_category_of("price")) is None
    drafts.keep(CATEGORY_FORM, "price.loaner", {"zh": "代"})
    editor.rename("price.loaner", CategoryName("借车", "Loan car"), _LOANER)
    assert drafts.offered(CATEGORY_FORM, "price.loaner") is None
