"""Number plates: read however typed, refused with the character at fault."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.errors import UserError
from frontdesk.models.values import plate
from frontdesk.models.values.plate import PlateKind
from tests.models.values.refusals import read_or_refused


@pytest.mark.parametrize(
    ("written", "stored", "kind"),
    [
        ("粤B12345", "粤B12345", PlateKind.ORDINARY),
        ("粤b·12345", "粤B12345", PlateKind.ORDINARY),
        ("粤Ｂ１２３４５", "粤B12345", PlateKind.ORDINARY),
        ("粤 B-12345", "粤B12345", PlateKind.ORDINARY),
        ("粵B12345", "粤B12345", PlateKind.ORDINARY),
        ("京A2B426", "京A2B426", PlateKind.ORDINARY),
        ("粤BD12345", "粤BD12345", PlateKind.NEW_ENERGY),
        ("粤BF12345", "粤BF12345", PlateKind.NEW_ENERGY),
        ("粤BDA2345", "粤BDA2345", PlateKind.NEW_ENERGY),
        ("粤BG12345", "粤BG12345", PlateKind.NEW_ENERGY),
        ("粤B12345D", "粤B12345D", PlateKind.NEW_ENERGY),
        ("粤B1234学", "粤B1234学", PlateKind.ORDINARY),
        ("粤Z1234港", "粤Z1234港", PlateKind.ORDINARY),
        ("京A0012使", "京A0012使", PlateKind.ORDINARY),
    ],
)
def test_civil_plates_are_read_however_typed(written: str, stored: str, kind: PlateKind) -> None:
    read = plate.parse(written)
    assert (read.value, read.kind, read.warning) == (stored, kind, None)


@pytest.mark.parametrize(
    "written", ["WJ粤12345", "WJ0112345", "VA12345", "粤X1234应急", "使014578"]
)
def test_special_plates_are_taken_with_a_second_look(written: str) -> None:
    read = plate.parse(written)
    assert read.kind is PlateKind.SPECIAL
    assert read.warning is not None
    assert read.warning.code == "plate.special"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", "plate.missing"),
        ("·", "plate.missing"),
        ("12345", "plate.province"),
        ("B12345", "plate.province"),
        ("粤", "plate.letter"),
        ("粤112345", "plate.letter"),
        ("粤B1234", "plate.length"),
        ("粤B1234567", "plate.length"),
        ("粤B1O345", "plate.confusing"),
        ("粤BI2345", "plate.confusing"),
        ("粤B12?45", "plate.character"),
        ("粤BL12345", "plate.new_energy"),
        ("粤B123456", "plate.new_energy"),
        ("粤B学1234", "plate.form"),
    ],
)
def test_a_plate_at_fault_is_refused_with_its_reason(written: str, code: str) -> None:
    with pytest.raises(UserError) as refusal:
        plate.parse(written)
    assert (refusal.value.code, refusal.value.field) == (code, "plate")


@pytest.mark.parametrize("words", ["", " ", "无", "未上牌", "临牌", "粤B临12345", "N/A", "-"])
def test_words_for_no_plate_yet_are_known(words: str) -> None:
    assert plate.is_none_yet(words)


def test_a_real_plate_is_not_taken_for_none() -> None:
    assert not plate.is_none_yet("粤B12345")


@pytest.mark.parametrize(
    ("stored", "shown"),
    [("粤BD12345", "粤B·D12345"), ("京A2B426", "京A·2B426"), ("WJ粤12345", "WJ粤12345")],
)
def test_a_plate_is_shown_as_it_stands_on_the_car(stored: str, shown: str) -> None:
    assert plate.display(stored) == shown


@pytest.mark.parametrize("none", [None, ""])
def test_a_car_is_called_by_its_plate_or_what_it_is_while_it_has_none(none: str | None) -> None:
    assert plate.called("粤BD12345", "雅途 X5") == "粤B·D12345"
    assert plate.called(none, "雅途 X5") == "雅途 X5"


_SERIAL = st.from_regex(r"[A-HJ-NP-Z0-9]{5}", fullmatch=True)


@given(st.sampled_from(plate.PROVINCES), st.sampled_from("ABCDEFGHJK"), _SERIAL)
def test_any_ordinary_plate_survives_showing(province: str, letter: str, serial: str) -> None:
    stored = f"{province}{letter}{serial}"
    assert plate.normalise(plate.display(stored).lower()) == stored


@given(st.text(max_size=20))
def test_any_text_is_read_or_refused(written: str) -> None:
    stored = read_or_refused(plate.normalise, written, "plate")
    assert stored is None or plate.normalise(stored) == stored
