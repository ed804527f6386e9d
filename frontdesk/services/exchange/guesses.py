"""Recognises columns by what stands in them: VINs, plates, phones, ID numbers are unmistakable."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from frontdesk.errors import UserError
from frontdesk.models.enums import SheetColumn
from frontdesk.models.values import identity, phone, plate, vin
from frontdesk.services.exchange.sheet import Value, is_blank

#: This share of a column's filled cells has to pass the check.
_SHARE = 0.6
_FEWEST = 1


def guess_by_content(
    rows: Sequence[Sequence[Value]], taken: frozenset[SheetColumn], free: Sequence[int]
) -> dict[int, SheetColumn]:
    """Which of the ``free`` columns hold something not yet ``taken``; the first of equals."""
    guessed: dict[int, SheetColumn] = {}
    for column, check in _CHECKS.items():
        if column in taken:
            continue
        shares = {
            position: _share(rows, position, check) for position in free if position not in guessed
        }
        best = max(shares, key=lambda position: (shares[position], -position), default=None)
        if best is not None and shares[best] >= _SHARE:
            guessed[best] = column
    return guessed


def _share(rows: Sequence[Sequence[Value]], position: int, check: Callable[[Value], bool]) -> float:
    cells = [row[position] for row in rows if position < len(row) and not is_blank(row[position])]
    if len(cells) < _FEWEST:
        return 0.0
    return sum(map(check, cells)) / len(cells)


def _is_vin(value: Value) -> bool:
    return isinstance(value, str) and _passes(vin.normalise, value)


def _is_plate(value: Value) -> bool:
    return isinstance(value, str) and _passes(plate.normalise, value)


def _is_identity(value: Value) -> bool:
    return isinstance(value, str) and len(value) >= 15 and _passes(identity.normalise, value)


def _is_mobile(value: Value) -> bool:
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return False
    parts = phone.several(value)
    return bool(parts) and _passes(_mobile, parts[0])


def _mobile(written: str) -> str:
    found = phone.parse(written)
    if found.kind is not phone.PhoneKind.MOBILE:
        raise UserError("phone.landline", digits=len(found.number))
    return found.number


def _passes(check: Callable[[str], str], value: str) -> bool:
    try:
        check(value)
    except UserError:
        return False
    return True


_CHECKS: dict[SheetColumn, Callable[[Value], bool]] = {
    SheetColumn.VIN: _is_vin,
    SheetColumn.PLATE: _is_plate,
    SheetColumn.IDENTITY_NUMBER: _is_identity,
    SheetColumn.PHONE: _is_mobile,
}
