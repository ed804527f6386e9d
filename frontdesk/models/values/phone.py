"""Telephone numbers as customers in China have them.

A mobile is 11 digits beginning 1[3-9]; nothing more is asked of it, since number-plan tables lag
behind the ranges that operators hand out. Landlines, service numbers and numbers from abroad are
checked by ``phonenumbers``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from frontdesk.errors import UserError
from frontdesk.models.values import text


class PhoneKind(StrEnum):
    """What sort of number it is; only a mobile can get a message."""

    MOBILE = "mobile"
    LANDLINE = "landline"
    SERVICE = "service"
    ABROAD = "abroad"


@dataclass(frozen=True, slots=True)
class Phone:
    """A checked number.

    ``number`` is the stored form: digits, ``-`` before an extension, ``+`` and country code for a
    number from abroad.
    """

    number: str
    kind: PhoneKind


_MOBILE = re.compile(r"1[3-9]\d{9}")
_PLAIN_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_SERVICE = re.compile(r"[48]00\d{7}")
_EXTENSION = re.compile(r"(?:转|分机|EXT\.?|[Xx#])\D{0,3}(\d{1,6})$|(?<=\d{7})-(\d{1,5})$")
_LABEL = re.compile(
    r"^(?:联系|手机|移动|固定|办公|家庭|本人|车主)?(?:电话|手机|号码|座机|固话|TEL|MOBILE|PHONE)+[:.]?"
)
_REMARK = re.compile(r"\([^()\d]*\)|\[[^\[\]\d]*\]|【[^【】\d]*】")
_BETWEEN = re.compile(r"[\s\-–—―‐‑‒−.·_()/]")
_SHORTENED = re.compile(r"(\d)(?:\.(\d+))?E\+?(\d{1,2})")
_SEVERAL = re.compile(r"[/、,;；，\n\r|]|\s或\s?|或者?|\s{2,}|(?<=\d{11})\s+(?=[+\d])")


def parse(value: str | int | float, field: str = "phone") -> Phone:
    """The number in ``value``: typed in any usual way, or a number cell of a spreadsheet.

    :raises UserError: ``phone.*``; the sentence says what is missing.
    """
    if isinstance(value, str) and _PLAIN_MOBILE.fullmatch(value):
        return Phone(value, PhoneKind.MOBILE)
    written = _written(value, field)
    if written.startswith("+") and not written.startswith("+86"):
        return _abroad(written, field)
    number, extension = _split_extension(_without_country(written))
    digits = _BETWEEN.sub("", number)
    if not digits:
        raise UserError("phone.missing", field=field)
    if not digits.isdigit() or not digits.isascii():
        raise UserError("phone.not_digits", field=field, text=text.excerpt(written))
    if _MOBILE.fullmatch(digits):
        return Phone(digits + extension, PhoneKind.MOBILE)
    if _SERVICE.fullmatch(digits):
        return Phone(digits + extension, PhoneKind.SERVICE)
    if re.match("1[3-9]", digits):
        raise UserError("phone.mobile_length", field=field, digits=len(digits))
    return Phone(_landline(digits, field) + extension, PhoneKind.LANDLINE)


def normalise(value: str | int | float, field: str = "phone") -> str:
    """The stored form of the number in ``value``; raises as :func:`parse` does."""
    return parse(value, field).number


def is_mobile(number: str) -> bool:
    """Whether a stored number is one that can get a message."""
    return _PLAIN_MOBILE.fullmatch(number) is not None


def several(value: str | int | float) -> list[str]:
    """The parts of a cell that holds more than one number ('138…/139…'), unchecked."""
    if not isinstance(value, str):
        return [str(value)]
    parts = _SEVERAL.split(text.half_width(text.storable(value)))
    return [part.strip() for part in parts if part and any(char.isdigit() for char in part)]


def display(number: str) -> str:
    """A stored number as it is read aloud: '138 0013 8000', '0755-8888 6666', '400-800-1234'."""
    main, dash, extension = number.partition("-")
    if _MOBILE.fullmatch(main):
        main = f"{main[:3]} {main[3:7]} {main[7:]}"
    elif _SERVICE.fullmatch(main):
        main = f"{main[:3]}-{main[3:6]}-{main[6:]}"
    elif main.startswith("0"):
        area = 3 if main[1] in "12" else 4
        main = f"{main[:area]}-{main[area:-4]} {main[-4:]}"
    return main + dash + extension


def masked(number: str) -> str:
    """A stored number for eyes that do not need it: '138****8000'."""
    main = number.partition("-")[0]
    if len(main) < 8:
        return "*" * len(main)
    return f"{main[:3]}{'*' * (len(main) - 7)}{main[-4:]}"


def _written(value: str | int | float, field: str) -> str:
    if isinstance(value, float):
        if not value.is_integer():
            raise UserError("phone.not_digits", field=field, text=str(value))
        return str(int(value))
    written = text.half_width(text.storable(str(value))).strip().strip("'`‘’").upper()
    written = _REMARK.sub("", _LABEL.sub("", written)).strip()
    shortened = _SHORTENED.fullmatch(written)
    if shortened:
        return _unshortened(written, shortened, field)
    return re.sub(r"(?<=\d)\.0+$", "", written)


def _unshortened(written: str, match: re.Match[str], field: str) -> str:
    """A number that a spreadsheet wrote as 1.7920831240E+10: whole only if no digit was cut."""
    if len(match[2] or "") < int(match[3]) - 1:
        raise UserError("phone.shortened", field=field, text=text.excerpt(written))
    try:
        return str(int(Decimal(written)))
    except InvalidOperation:
        raise UserError("phone.not_digits", field=field, text=text.excerpt(written)) from None


def _without_country(written: str) -> str:
    """``written`` without +86, 0086 or a bare 86 before a mobile."""
    for prefix in ("(+86)", "+86", "(0086)", "0086", "(86)"):
        if written.startswith(prefix):
            return written.removeprefix(prefix)
    bare = _BETWEEN.sub("", written)
    if bare.startswith("86") and _MOBILE.fullmatch(bare[2:]):
        return bare[2:]
    if bare.startswith("0") and _MOBILE.fullmatch(bare[1:]):
        return bare[1:]
    return written


def _split_extension(written: str) -> tuple[str, str]:
    """The main number and ``-extension``; a mobile written 138-0013-8000 has none."""
    if len(_BETWEEN.sub("", written)) <= 11:
        return written, ""
    match = _EXTENSION.search(written)
    if match is None:
        return written, ""
    return written[: match.start()].rstrip(" ,-("), f"-{match[1] or match[2]}"


def _landline(digits: str, field: str) -> str:
    """Area code and number; a leading zero that a number cell dropped is put back."""
    import phonenumbers

    national = digits.removeprefix("0")
    area = 2 if national[:1] in ("1", "2") else 3
    if not digits.startswith("0") and len(digits) <= 8:
        code = "phone.area_code" if len(digits) in (7, 8) else "phone.too_short"
        raise UserError(code, field=field, digits=len(digits))
    if not 7 <= len(national) - area <= 8 or national[area] in "019" or re.match("1[^0]", national):
        raise UserError("phone.landline", field=field, digits=len(digits))
    parsed = phonenumbers.PhoneNumber(country_code=86, national_number=int(national))
    typed_whole = digits.startswith("0") and phonenumbers.is_possible_number(parsed)
    if not typed_whole and not phonenumbers.is_valid_number(parsed):
        raise UserError("phone.landline", field=field, digits=len(digits))
    return f"0{national}"


def _abroad(written: str, field: str) -> Phone:
    import phonenumbers

    try:
        parsed = phonenumbers.parse(written)
    except phonenumbers.NumberParseException:
        raise UserError("phone.abroad", field=field) from None
    if not phonenumbers.is_valid_number(parsed):
        raise UserError("phone.abroad", field=field)
    stored = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    return Phone(stored, PhoneKind.ABROAD)
