"""VINs: length, letters and check digit; binding for cars made in China."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.errors import UserError
from frontdesk.models.values import vin
from tests.models.values.refusals import read_or_refused

GOOD = "LSGPCF438SF4DHRD2"


@pytest.mark.parametrize(
    "written", [GOOD, GOOD.lower(), " LSGPC F438S-F4DHRD2 ", "ＬＳＧＰＣＦ４３８ＳＦ４ＤＨＲＤ２"]
)
def test_a_vin_is_read_however_typed(written: str) -> None:
    assert vin.parse(written) == vin.Vin(GOOD)


@pytest.mark.parametrize("known", ["1M8GDM9AXKP042788", "LSGYK83C7XYZ86EFU", "11111111111111111"])
def test_the_check_digit_of_known_vins_fits(known: str) -> None:
    assert vin.check_digit(known) == known[8]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", "vin.missing"),
        (GOOD[:-1], "vin.length"),
        (GOOD + "1", "vin.length"),
        ("LSGPCF438SF4DHRDO", "vin.confusing"),
        ("ISGPCF438SF4DHRD2", "vin.confusing"),
        ("QSGPCF438SF4DHRD2", "vin.confusing"),
        ("LSGPCF438SF4DHR粤2", "vin.character"),
        ("LSGPCF439SF4DHRD2", "vin.check_digit"),
    ],
)
def test_a_vin_at_fault_is_refused_with_its_reason(written: str, code: str) -> None:
    with pytest.raises(UserError) as refusal:
        vin.parse(written)
    assert (refusal.value.code, refusal.value.field) == (code, "vin")


def test_a_vin_from_abroad_is_taken_with_a_warning() -> None:
    read = vin.parse("WDB9066331S123456")
    assert read.warning is not None
    assert read.warning.code == "vin.check_digit_abroad"


_CHARACTERS = st.text(
    st.sampled_from("ABCDEFGHJKLMNPRSTUVWXYZ0123456789"), min_size=17, max_size=17
)


@given(_CHARACTERS, st.integers(0, 16))
def test_one_wrong_character_in_a_chinese_vin_never_slips_by_unless_it_weighs_the_same(
    body: str, position: int
) -> None:
    whole = "L" + body[1:]
    whole = whole[:8] + vin.check_digit(whole) + whole[9:]
    assert vin.normalise(whole) == whole
    other = "1" if whole[position] not in "1AJ" else "2"
    changed = whole[:position] + other + whole[position + 1 :]
    if position in (0, 8):
        return
    with pytest.raises(UserError, match="check_digit"):
        vin.parse(changed)


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(written: str) -> None:
    stored = read_or_refused(vin.normalise, written, "vin")
    assert stored is None or len(stored) == vin.LENGTH
