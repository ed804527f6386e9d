"""Number plates (车牌号) by GA 36: ordinary, new-energy, and the special ones met at a desk."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from frontdesk.errors import UserError
from frontdesk.models.values import text

PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"

_TRADITIONAL = str.maketrans("滬雲遼魯蘇贛晉陝閩貴粵寧瓊學領", "沪云辽鲁苏赣晋陕闽贵粤宁琼学领")
_BETWEEN = re.compile(r"[\s.·•・‧∙⋅●。\-–—―‐‑‒−_/]")
_TAIL = "学警挂港澳领使试超"
_SIGN = "A-HJ-NP-Z0-9"
_ORDINARY = re.compile(rf"[{PROVINCES}][A-Z](?:[{_SIGN}]{{5}}|[{_SIGN}]{{4}}[{_TAIL}])")
_NEW_ENERGY = re.compile(rf"[{PROVINCES}][A-Z](?:[A-HJ-K][A-HJ-NP-Z0-9]\d{{4}}|\d{{5}}[A-HJ-K])")
_EMERGENCY = re.compile(rf"[{PROVINCES}][A-Z][{_SIGN}]{{4}}应急")
_EMBASSY = re.compile(r"使[0-9]{6}|使[A-Z0-9]{5,6}")
_ARMED_POLICE = re.compile(rf"WJ[{PROVINCES}]?[0-9A-Z]{{4,7}}")
_MILITARY = re.compile(r"(?:[A-Z]{2}|[军海空北沈兰济南广成][A-Z])[0-9A-Z]{5}")
_TEMPORARY = re.compile(rf"[{PROVINCES}]?[A-Z]?临[{_SIGN}]{{0,6}}|.*(?:临牌|临时牌?照?).*")
_NONE_YET = frozenset(
    (
        "无",
        "无牌",
        "暂无",
        "没有",
        "未上",
        "未上牌",
        "未挂牌",
        "待上",
        "待上牌",
        "待定",
        "新车",
        "空",
    )
) | {"", "-", "--", "---", "/", "//", "\\", "N/A", "NA", "NONE", "NULL", "0"}


class PlateKind(StrEnum):
    """Which family of plates it belongs to."""

    ORDINARY = "ordinary"
    NEW_ENERGY = "new_energy"
    SPECIAL = "special"


@dataclass(frozen=True, slots=True)
class Plate:
    """A checked plate in stored form (no dot). ``warning`` asks the person to look again."""

    value: str
    kind: PlateKind
    warning: UserError | None = None


def parse(value: str, field: str = "plate") -> Plate:
    """The plate in ``value``, typed with or without dot, full-width or lower case.

    :raises UserError: ``plate.*``; the sentence says which character is wrong.
    """
    plate = compact(value)
    if not plate:
        raise UserError("plate.missing", field=field)
    if _NEW_ENERGY.fullmatch(plate):
        return Plate(plate, PlateKind.NEW_ENERGY)
    if _ORDINARY.fullmatch(plate):
        return Plate(plate, PlateKind.ORDINARY)
    special = (_EMERGENCY, _EMBASSY, _ARMED_POLICE, _MILITARY)
    if any(form.fullmatch(plate) for form in special):
        return Plate(plate, PlateKind.SPECIAL, UserError("plate.special", field=field, plate=plate))
    raise _fault(plate, field)


def normalise(value: str, field: str = "plate") -> str:
    """The stored form of the plate in ``value``; raises as :func:`parse` does."""
    return parse(value, field).value


def compact(value: str) -> str:
    """``value`` as plates are compared: half width, upper case, simplified, no dot or blank."""
    return _BETWEEN.sub("", text.code(value)).translate(_TRADITIONAL)


def is_none_yet(value: str) -> bool:
    """Whether ``value`` says in words that the car has no plate yet, or only a temporary one."""
    plain = text.code(value)
    if "临" in plain:
        return _TEMPORARY.fullmatch(compact(value)) is not None
    return plain in _NONE_YET


def display(plate: str) -> str:
    """A stored plate as it stands on the car: '粤B·D12345'."""
    if len(plate) >= 7 and plate[0] in PROVINCES:
        return f"{plate[:2]}·{plate[2:]}"
    return plate


def called(plate: str | None, otherwise: str) -> str:
    """What a car is called by: its plate as it stands on it, ``otherwise`` while it has none."""
    return display(plate) if plate else otherwise


def _fault(plate: str, field: str) -> UserError:
    if plate[0] not in PROVINCES:
        return UserError("plate.province", field=field, first=plate[0])
    if len(plate) < 2 or not re.match("[A-Z]", plate[1]):
        return UserError("plate.letter", field=field, plate=plate[:20])
    for position, char in enumerate(plate[2:], start=3):
        if char in "IO":
            return UserError(
                "plate.confusing",
                field=field,
                char=char,
                digit="1" if char == "I" else "0",
                position=position,
            )
        if not re.match(f"[{_SIGN}{_TAIL}]", char):
            return UserError("plate.character", field=field, char=char, position=position)
    if len(plate) == 8:
        return UserError("plate.new_energy", field=field, plate=plate)
    if len(plate) != 7:
        return UserError("plate.length", field=field, length=len(plate))
    return UserError("plate.form", field=field, plate=plate)
