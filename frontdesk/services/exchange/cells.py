"""Cells to checked values, one function per kind of column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from frontdesk.errors import UserError
from frontdesk.models.enums import Gender, SheetColumn, VehicleUse
from frontdesk.models.values import identity, names, phone, plate, text, vin
from frontdesk.services.exchange.dates import read_date
from frontdesk.services.exchange.sheet import Value, is_blank

_EMPTY_WORDS = frozenset(
    (
        "-",
        "--",
        "---",
        "—",
        "——",
        "/",
        "//",
        "\\",
        "*",
        "无",
        "暂无",
        "没有",
        "未填",
        "空",
        "N/A",
        "#N/A",
    )
) | {"NA", "NULL", "NONE", "NIL", "TBD", "待定", "未知", "不详"}
#: The longest word with some blanks around it.
_LONGEST_EMPTY_CELL = 12
_FORMULA_ERROR = re.compile(r"#(?:REF!|VALUE!|NAME\?|DIV/0!|NULL!|NUM!|SPILL!|CALC!)")
_COMPANY = re.compile(
    r"公司|集团|有限|厂$|店$|局$|院$|学校|大学|中学|小学|中心$|合作社|事务所|委员会|政府|银行|协会|支队|大队|总队"
    r"|\b(?:CO|LTD|INC|LLC|CORP|COMPANY|GMBH)\b\.?",
    re.IGNORECASE,
)
_MALE = frozenset(("男", "男性", "先生", "M", "MALE", "MR", "MR."))
_FEMALE = frozenset(
    ("女", "女性", "女士", "小姐", "太太", "F", "FEMALE", "MS", "MRS", "MS.", "MRS.")
)
_EMAIL = re.compile(r"[^@\s<>()\[\],;:]+@[^@\s<>()\[\],;:]+\.[^@\s<>()\[\],;:.]+")
_USES = (
    ("非营", VehicleUse.PRIVATE),
    ("网约", VehicleUse.COMMERCIAL),
    ("营运", VehicleUse.COMMERCIAL),
    ("营业", VehicleUse.COMMERCIAL),
    ("出租", VehicleUse.COMMERCIAL),
    ("租赁", VehicleUse.COMMERCIAL),
    ("货运", VehicleUse.COMMERCIAL),
    ("公务", VehicleUse.OFFICIAL),
    ("公车", VehicleUse.OFFICIAL),
    ("单位", VehicleUse.OFFICIAL),
    ("私", VehicleUse.PRIVATE),
    ("家用", VehicleUse.PRIVATE),
    ("COMMERCIAL", VehicleUse.COMMERCIAL),
    ("OFFICIAL", VehicleUse.OFFICIAL),
    ("PRIVATE", VehicleUse.PRIVATE),
)
_BIRTH_YEARS = (1900, 2100)


def as_text(value: Value) -> str:
    """A cell as the sheet shows it: 1.0 is '1', a day is '2026-10-05'."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e16:
        return str(int(value))
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M").removesuffix(" 00:00")
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    return str(value)


def is_empty(value: Value, *, words: bool = True) -> bool:
    """Whether a cell tells nothing: blank, or (with ``words``) a dash or 'none' in words."""
    if is_blank(value):
        return True
    if not (words and isinstance(value, str)) or len(value) > _LONGEST_EMPTY_CELL:
        return False
    return _is_empty_word(value)


@lru_cache(maxsize=4096)
def _is_empty_word(value: str) -> bool:
    return text.code(value) in _EMPTY_WORDS


def refuse_broken(value: Value, column: SheetColumn) -> None:
    """A failed formula or garbled characters are never stored.

    :raises UserError: ``row.formula_error`` or ``row.broken_text``.
    """
    if not isinstance(value, str) or ("#" not in value and "\ufffd" not in value):
        return
    if _FORMULA_ERROR.fullmatch(value.strip()):
        raise UserError("row.formula_error", field=column, text=value.strip())
    if "\ufffd" in value:
        raise UserError("row.broken_text", field=column)


def read_name(value: Value) -> str:
    """The owner's name."""
    return names.parse(as_text(value), SheetColumn.NAME)


def is_company(name: str) -> bool:
    """Whether a name is a company's or an authority's, by its words."""
    return _COMPANY.search(name) is not None


def read_phones(cells: Sequence[Value]) -> tuple[str, ...]:
    """Every number of the phone cells, in order, each once.

    :raises UserError: ``phone.*`` of the first that is at fault, or when there is none.
    """
    found: dict[str, None] = {}
    for value in cells:
        if is_empty(value):
            continue
        if isinstance(value, (datetime, date, time, timedelta, bool)):
            raise UserError("phone.not_digits", field=SheetColumn.PHONE, text=as_text(value))
        if isinstance(value, str):
            for part in phone.several(value) or [value]:
                found[phone.normalise(part, SheetColumn.PHONE)] = None
        elif value is not None:
            found[phone.normalise(value, SheetColumn.PHONE)] = None
    if not found:
        raise UserError("phone.missing", field=SheetColumn.PHONE)
    return tuple(found)


def read_vin(value: Value) -> vin.Vin | None:
    """The VIN, or ``None`` when the cell says there is none."""
    return None if is_empty(value) else vin.parse(as_text(value), SheetColumn.VIN)


def read_plate(value: Value) -> plate.Plate | None:
    """The plate, or ``None`` when the car has none yet."""
    written = as_text(value)
    return None if plate.is_none_yet(written) else plate.parse(written, SheetColumn.PLATE)


def read_identity(value: Value) -> tuple[str, identity.PersonId | None]:
    """An ID number (with what it tells) or a company code.

    :raises UserError: ``id_number.*``, ``company_code.*`` or ``row.other_document``.
    """
    field = SheetColumn.IDENTITY_NUMBER
    written = text.code(as_text(value))
    if re.fullmatch(r"\d{15}|\d{17}[\dX]|\d{14,19}X?", written):
        return _person_or_company(written)
    if len(written) == 18 and written.isalnum():
        return identity.company_code(written, field), None
    raise UserError("row.other_document", field=field)


def _person_or_company(digits: str) -> tuple[str, identity.PersonId | None]:
    """18 digits may be either; what is neither is told as an ID number at fault."""
    field = SheetColumn.IDENTITY_NUMBER
    try:
        person = identity.parse(digits, field)
    except UserError:
        with suppress(UserError):
            return identity.company_code(digits, field), None
        raise
    return person.value, person


def read_day(value: Value, column: SheetColumn, *, epoch_1904: bool) -> date:
    """The day of a date column; birthdays may lie further back."""
    if column is SheetColumn.BIRTHDAY:
        earliest, latest = _BIRTH_YEARS
        return read_date(value, column, epoch_1904=epoch_1904, earliest=earliest, latest=latest)
    return read_date(value, column, epoch_1904=epoch_1904)


def read_gender(value: Value) -> Gender:
    """男/女 in any usual word.

    :raises UserError: ``row.gender``.
    """
    word = text.code(as_text(value))
    if word in _MALE:
        return Gender.MALE
    if word in _FEMALE:
        return Gender.FEMALE
    raise UserError("row.gender", field=SheetColumn.GENDER, text=text.excerpt(as_text(value), 20))


def read_email(value: Value) -> str:
    """An e-mail address by its shape.

    :raises UserError: ``row.email``.
    """
    address = text.line(text.half_width(as_text(value)), SheetColumn.EMAIL)
    if not _EMAIL.fullmatch(address):
        raise UserError("row.email", field=SheetColumn.EMAIL, text=address[:60])
    return address


def read_use(value: Value) -> VehicleUse | None:
    """The car's use by the words of the licence (营运/非营运) or of domain §2; else unknown."""
    word = text.code(as_text(value))
    return next((use for sign, use in _USES if sign in word), None)
