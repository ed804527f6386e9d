"""ID numbers and company codes."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.errors import UserError
from frontdesk.models.enums import Gender
from frontdesk.models.values import identity
from tests.models.values.refusals import read_or_refused


def test_an_id_number_tells_birthday_and_gender() -> None:
    read = identity.parse("11010519491231002x")
    assert read == identity.PersonId("11010519491231002X", date(1949, 12, 31), Gender.FEMALE)


def test_an_old_id_number_is_kept_as_it_is() -> None:
    read = identity.parse("110105491231001")
    assert read == identity.PersonId("110105491231001", date(1949, 12, 31), Gender.MALE)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", "id_number.missing"),
        ("1101051949123100", "id_number.length"),
        ("110105194912310021", "id_number.check_digit"),
        ("11010519491331002X", "id_number.check_digit"),
        ("110105491331001", "id_number.birthday"),
        ("1101051949123100AX", "id_number.character"),
        ("X10105194912310021", "id_number.character"),
    ],
)
def test_an_id_number_at_fault_is_refused_with_its_reason(written: str, code: str) -> None:
    with pytest.raises(UserError) as refusal:
        identity.parse(written)
    assert (refusal.value.code, refusal.value.field) == (code, "id_number")


def test_a_company_code_is_checked() -> None:
    assert identity.company_code("9144030071526726xg") == "9144030071526726XG"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", "company_code.missing"),
        ("9144030071526726X", "company_code.length"),
        ("91440300715267260G", "company_code.check_digit"),
        ("９１４４０３００７１５２６７２６XA", "company_code.check_digit"),
    ],
)
def test_a_company_code_at_fault_is_refused(written: str, code: str) -> None:
    with pytest.raises(UserError) as refusal:
        identity.company_code(written)
    assert (refusal.value.code, refusal.value.field) == (code, "company_code")


def test_a_number_is_masked() -> None:
    assert identity.masked("11010519491231002X") == "110***********002X"


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(written: str) -> None:
    assert read_or_refused(identity.normalise, written, "id_number") != ""
    assert read_or_refused(identity.company_code, written, "company_code") != ""
