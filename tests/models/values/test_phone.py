"""Telephone numbers: every usual way of writing one, and a reason for every refusal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.errors import UserError
from frontdesk.models.values import phone
from frontdesk.models.values.phone import PhoneKind
from tests.models.values.refusals import read_or_refused


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("13800138000", "13800138000"),
        (" 138-0013-8000 ", "13800138000"),
        ("138 0013 8000", "13800138000"),
        ("１３８００１３８０００", "13800138000"),
        ("+86 13800138000", "13800138000"),
        ("+86-138-0013-8000", "13800138000"),
        ("008613800138000", "13800138000"),
        ("8613800138000", "13800138000"),
        ("(86)13800138000", "13800138000"),
        ("013800138000", "13800138000"),
        ("'13800138000", "13800138000"),
        ("手机：13800138000", "13800138000"),
        ("13800138000（本人）", "13800138000"),
        ("13800138000.0", "13800138000"),
        (17920831240, "17920831240"),
        (17920831240.0, "17920831240"),
        ("1.7920831240E+10", "17920831240"),
        ("15401815908", "15401815908"),
        ("17201815908", "17201815908"),
        ("17401815908", "17401815908"),
        ("0755-88886666", "075588886666"),
        ("（0755）88886666", "075588886666"),
        ("+86 755 8888 6666", "075588886666"),
        ("010-88886666", "01088886666"),
        (1088886666, "01088886666"),
        (75588886666, "075588886666"),
        ("0838-2345678", "08382345678"),
        ("0755-88886666-801", "075588886666-801"),
        ("0755-88886666转801", "075588886666-801"),
        ("400-800-1234", "4008001234"),
        ("8008101234", "8008101234"),
        ("+852 9123 4567", "+85291234567"),
    ],
)
def test_every_usual_way_of_writing_is_read(written: str | int | float, stored: str) -> None:
    assert phone.normalise(written) == stored


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", "phone.missing"),
        ("--", "phone.missing"),
        ("1307681632", "phone.mobile_length"),
        ("138001380001", "phone.mobile_length"),
        ("12345678901", "phone.landline"),
        ("88886666", "phone.area_code"),
        ("12345", "phone.too_short"),
        ("0755-888866", "phone.landline"),
        ("0755-08886666", "phone.landline"),
        ("没有电话", "phone.not_digits"),
        ("1380013800O", "phone.not_digits"),
        ("1.792E+10", "phone.shortened"),
        (1.5, "phone.not_digits"),
        (float("nan"), "phone.not_digits"),
        (float("inf"), "phone.not_digits"),
        ("+852 1", "phone.abroad"),
        ("+999999", "phone.abroad"),
        ("²³⁴²³⁴²³⁴²³", "phone.not_digits"),
    ],
)
def test_a_number_at_fault_is_refused_with_its_reason(written: str | float, code: str) -> None:
    with pytest.raises(UserError) as refusal:
        phone.parse(written, "mobile")
    assert (refusal.value.code, refusal.value.field) == (code, "mobile")


@pytest.mark.parametrize(
    ("number", "kind", "shown", "masked"),
    [
        ("13800138000", PhoneKind.MOBILE, "138 0013 8000", "138****8000"),
        ("01088886666", PhoneKind.LANDLINE, "010-8888 6666", "010****6666"),
        ("075588886666-801", PhoneKind.LANDLINE, "0755-8888 6666-801", "075*****6666"),
        ("4008001234", PhoneKind.SERVICE, "400-800-1234", "400***1234"),
    ],
)
def test_a_stored_number_is_shown_and_masked(
    number: str, kind: PhoneKind, shown: str, masked: str
) -> None:
    assert phone.parse(number).kind is kind
    assert phone.display(number) == shown
    assert phone.masked(number) == masked


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("13800138000/13900139000", ["13800138000", "13900139000"]),
        ("13800138000、0755-88886666", ["13800138000", "0755-88886666"]),
        ("13800138000 13900139000", ["13800138000", "13900139000"]),
        ("13800138000；13900139000，13700137000", ["13800138000", "13900139000", "13700137000"]),
        ("138 0013 8000", ["138 0013 8000"]),
        (13800138000, ["13800138000"]),
        ("", []),
    ],
)
def test_a_cell_with_several_numbers_is_taken_apart(cell: str | int, parts: list[str]) -> None:
    assert phone.several(cell) == parts


@given(st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True), st.sampled_from(["", "-", " ", "."]))
def test_any_mobile_survives_any_separator_and_showing(number: str, sign: str) -> None:
    written = sign.join((number[:3], number[3:7], number[7:]))
    assert phone.normalise(written) == number
    assert phone.normalise(phone.display(number)) == number
    assert phone.normalise(float(number)) == number


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused_and_reading_is_stable(written: str) -> None:
    stored = read_or_refused(phone.normalise, written, "phone")
    assert stored is None or phone.normalise(stored) == stored
