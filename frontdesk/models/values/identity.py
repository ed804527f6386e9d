"""Who a customer is to the authorities: ID number (身份证号) or company code (统一社会信用代码)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from frontdesk.errors import UserError
from frontdesk.models.enums import Gender
from frontdesk.models.values import text

_BETWEEN = str.maketrans("", "", "-–—―‐‑‒−_.·")


@dataclass(frozen=True, slots=True)
class PersonId:
    """A checked 身份证 number and what it says about its holder."""

    value: str
    birthday: date
    gender: Gender


def parse(value: str, field: str = "id_number") -> PersonId:
    """The 18-digit ID number in ``value`` (check digit and birth date), or the old 15-digit one.

    :raises UserError: ``id_number.*``.
    """
    number = _compact(value)
    if not number:
        raise UserError("id_number.missing", field=field)
    body = number[:-1] if len(number) == 18 and number[-1] == "X" else number
    if not (body.isascii() and body.isdigit()):
        raise UserError("id_number.character", field=field)
    if len(number) == 15:
        birthday = _birthday("19" + number[6:12], field)
        return PersonId(number, birthday, _gender(number[14]))
    if len(number) != 18:
        raise UserError("id_number.length", field=field, length=len(number))
    from stdnum.cn import ric

    if ric.calc_check_digit(number) != number[-1]:
        raise UserError("id_number.check_digit", field=field)
    return PersonId(number, _birthday(number[6:14], field), _gender(number[16]))


def normalise(value: str, field: str = "id_number") -> str:
    """The stored form of the ID number in ``value``; raises as :func:`parse` does."""
    return parse(value, field).value


def company_code(value: str, field: str = "company_code") -> str:
    """The 18-character unified social credit code in ``value``, checked (GB 32100).

    :raises UserError: ``company_code.*``.
    """
    from stdnum.cn import uscc
    from stdnum.exceptions import InvalidLength, ValidationError

    number = _compact(value)
    if not number:
        raise UserError("company_code.missing", field=field)
    try:
        return str(uscc.validate(number))
    except InvalidLength:
        raise UserError("company_code.length", field=field, length=len(number)) from None
    except ValidationError:
        raise UserError("company_code.check_digit", field=field) from None


def masked(number: str) -> str:
    """A stored number for eyes that do not need it: first 3 and last 4 characters."""
    if len(number) < 10:
        return "*" * len(number)
    return f"{number[:3]}{'*' * (len(number) - 7)}{number[-4:]}"


def _compact(value: str) -> str:
    return text.code(value).strip("'`‘’").translate(_BETWEEN)


def _birthday(digits: str, field: str) -> date:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        raise UserError("id_number.birthday", field=field, text=digits) from None


def _gender(digit: str) -> Gender:
    return Gender.MALE if int(digit) % 2 else Gender.FEMALE
