"""Vehicle identification numbers (车架号) by GB 16735 / ISO 3779.

The check digit is binding for cars made in China (first character L, GB 16735) and advice for
others: European makers fill its place with anything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from frontdesk.errors import UserError
from frontdesk.models.values import text

LENGTH = 17
CHECK_POSITION = 9

_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
_VALUES = {str(digit): digit for digit in range(10)} | dict(
    zip("ABCDEFGHJKLMNPRSTUVWXYZ", (*range(1, 9), *range(1, 6), 7, 9, *range(2, 10)), strict=True)
)
_WHOLE = re.compile("[A-HJ-NPR-Z0-9]{17}")
_CONFUSED_WITH = {"I": "1", "O": "0", "Q": "0"}
_BETWEEN = str.maketrans("", "", "-–—―‐‑‒−_.·*")


@dataclass(frozen=True, slots=True)
class Vin:
    """A checked VIN. ``warning`` is set when an imported car's check digit does not fit."""

    value: str
    warning: UserError | None = None


def parse(value: str, field: str = "vin") -> Vin:
    """The VIN in ``value``, in any case or width, with or without blanks and dashes.

    :raises UserError: ``vin.*``; the sentence names the place of the fault.
    """
    vin = text.code(value).translate(_BETWEEN)
    if not vin:
        raise UserError("vin.missing", field=field)
    if _WHOLE.fullmatch(vin) is None:
        raise _fault(vin, field)
    if vin[CHECK_POSITION - 1] == check_digit(vin):
        return Vin(vin)
    if vin[0] == "L":
        raise UserError("vin.check_digit", field=field)
    return Vin(vin, UserError("vin.check_digit_abroad", field=field))


def normalise(value: str, field: str = "vin") -> str:
    """The stored form of the VIN in ``value``; raises as :func:`parse` does."""
    return parse(value, field).value


def check_digit(vin: str) -> str:
    """The 9th character that fits the other 16 of ``vin`` (17 valid characters)."""
    rest = sum(_VALUES[char] * weight for char, weight in zip(vin, _WEIGHTS, strict=True)) % 11
    return "X" if rest == 10 else str(rest)


def _fault(vin: str, field: str) -> UserError:
    """The place that keeps ``vin`` from being one."""
    for position, char in enumerate(vin[:LENGTH], start=1):
        if char in _CONFUSED_WITH:
            digit = _CONFUSED_WITH[char]
            return UserError(
                "vin.confusing", field=field, char=char, digit=digit, position=position
            )
        if char not in _VALUES:
            return UserError("vin.character", field=field, char=char, position=position)
    return UserError("vin.length", field=field, length=len(vin))
