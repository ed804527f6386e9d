"""How the cells of each column become values of a delivery; the one table of columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from frontdesk.errors import UserError
from frontdesk.models.enums import CustomerKind, SheetColumn
from frontdesk.models.values import text
from frontdesk.models.values.plate import Plate
from frontdesk.models.values.vin import Vin
from frontdesk.services.exchange import cells
from frontdesk.services.exchange.sheet import Value


@dataclass(slots=True)
class _Cells:
    """The filled cells of one column in one row, and what to look at again."""

    column: SheetColumn
    values: Sequence[Value]
    epoch_1904: bool
    warnings: list[UserError]

    @property
    def first(self) -> Value:
        return self.values[0] if self.values else None


#: What one column adds to the row.
Reader = Callable[[_Cells], dict[str, Any]]

#: Without these a row is refused, also where the cell is empty.
REQUIRED = frozenset({SheetColumn.NAME, SheetColumn.PHONE})


@dataclass(frozen=True, slots=True)
class _Planned:
    """One column that a sheet has: where it stands and how it is read."""

    column: SheetColumn
    positions: tuple[int, ...]
    read: Reader
    required: bool


class RowPlan:
    """The columns of one sheet, worked out once for all its rows."""

    def __init__(self, columns: Mapping[int, SheetColumn], *, epoch_1904: bool) -> None:
        self._epoch_1904 = epoch_1904
        positions: dict[SheetColumn, tuple[int, ...]] = {}
        for position, column in columns.items():
            positions[column] = (*positions.get(column, ()), position)
        self._planned = [
            _Planned(column, positions.get(column, ()), read, column in REQUIRED)
            for column, read in READERS.items()
            if column in positions or column in REQUIRED
        ]
        self._positions = positions

    def filled(self, row: Sequence[Value], column: SheetColumn) -> list[Value]:
        """The cells of ``column``, without blank ones and words for 'none'."""
        return _filled_cells(row, self._positions.get(column, ()))

    def read(self, row: Sequence[Value]) -> tuple[dict[str, Any], list[UserError], list[UserError]]:
        """The values, faults and warnings of one row."""
        values: dict[str, Any] = {}
        errors: list[UserError] = []
        warnings: list[UserError] = []
        for planned in self._planned:
            found = _filled_cells(row, planned.positions)
            if not found and not planned.required:
                continue
            try:
                for value in found:
                    cells.refuse_broken(value, planned.column)
                added = planned.read(_Cells(planned.column, found, self._epoch_1904, warnings))
            except UserError as error:
                errors.append(error)
                continue
            # What a column says itself stands before what the ID number lets one conclude.
            for name, value in added.items():
                values.setdefault(name, value)
        return values, errors, warnings


def _filled_cells(row: Sequence[Value], positions: Sequence[int]) -> list[Value]:
    return [
        row[position]
        for position in positions
        if position < len(row) and not cells.is_empty(row[position])
    ]


def _identity(found: _Cells) -> dict[str, Any]:
    number, person = cells.read_identity(found.first)
    if person is None:
        return {"identity_number": number, "kind": CustomerKind.COMPANY}
    return {"identity_number": number, "birthday": person.birthday, "gender": person.gender}


def _name(found: _Cells) -> dict[str, Any]:
    name = cells.read_name(found.first)
    return (
        {"name": name, "kind": CustomerKind.COMPANY} if cells.is_company(name) else {"name": name}
    )


def _phones(found: _Cells) -> dict[str, Any]:
    return {"phones": cells.read_phones(found.values)}


def _vin(found: _Cells) -> dict[str, Any]:
    return _looked_at(found, cells.read_vin(found.first))


def _plate(found: _Cells) -> dict[str, Any]:
    return _looked_at(found, cells.read_plate(found.first))


def _looked_at(found: _Cells, read: Vin | Plate | None) -> dict[str, Any]:
    if read is None:
        return {}
    if read.warning is not None:
        found.warnings.append(read.warning)
    return {found.column.value: read.value}


def _day(found: _Cells) -> dict[str, Any]:
    day = cells.read_day(found.first, found.column, epoch_1904=found.epoch_1904)
    return {found.column.value: day}


def _line(found: _Cells) -> dict[str, Any]:
    return _filled(found, text.line(cells.as_text(found.first), found.column))


def _joined_line(found: _Cells) -> dict[str, Any]:
    """Parts of several columns on one line, each said once ('GL8' is in 'GL8 陆尊')."""
    parts: list[str] = []
    for value in found.values:
        part = text.line(cells.as_text(value), found.column)
        if not any(part in known for known in parts):
            parts = [known for known in parts if known not in part]
            parts.append(part)
    return _filled(found, text.line(" ".join(parts), found.column))


def _note(found: _Cells) -> dict[str, Any]:
    lines = "\n".join(cells.as_text(value) for value in found.values)
    return _filled(found, text.note(lines, found.column))


def _filled(found: _Cells, value: object) -> dict[str, Any]:
    return {found.column.value: value} if value else {}


#: In this order: what a column says itself comes before what another lets one conclude.
READERS: dict[SheetColumn, Reader] = {
    SheetColumn.NAME: _name,
    SheetColumn.PHONE: _phones,
    SheetColumn.VIN: _vin,
    SheetColumn.PLATE: _plate,
    SheetColumn.MODEL: _joined_line,
    SheetColumn.BRAND: _line,
    SheetColumn.COLOUR: _line,
    SheetColumn.ENGINE_NUMBER: _line,
    SheetColumn.GEARBOX_NUMBER: _line,
    SheetColumn.VEHICLE_CLASS: _line,
    SheetColumn.DELIVERED_ON: _day,
    SheetColumn.PURCHASED_ON: _day,
    SheetColumn.SALES_CONSULTANT: _line,
    SheetColumn.INSURANCE_ENDS_ON: _day,
    SheetColumn.INSURER: _line,
    SheetColumn.WARRANTY_ENDS_ON: _day,
    SheetColumn.INSPECTION_DUE_ON: _day,
    SheetColumn.GENDER: lambda found: _filled(found, cells.read_gender(found.first)),
    SheetColumn.BIRTHDAY: _day,
    SheetColumn.IDENTITY_NUMBER: _identity,
    SheetColumn.ADDRESS: _joined_line,
    SheetColumn.EMPLOYER: _line,
    SheetColumn.OCCUPATION: _line,
    SheetColumn.EMAIL: lambda found: _filled(found, cells.read_email(found.first)),
    SheetColumn.WECHAT: _line,
    SheetColumn.MEMBER_NUMBER: _line,
    SheetColumn.MEMBER_LEVEL: _line,
    SheetColumn.USE: lambda found: _filled(found, cells.read_use(found.first)),
    SheetColumn.REMARKS: _note,
}
