"""Reads Excel workbooks (``.xlsx``, old ``.xls``) with calamine, behind checks of what they claim.

calamine reads 10,000 rows in a tenth of a second where openpyxl takes seconds, gives formula cells
their last result and never runs or fetches anything. It trusts sizes, though: what a hostile file
could blow up is looked at first.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

from frontdesk.errors import UserError
from frontdesk.services.exchange.failed_formulas import Failed, failed_formulas
from frontdesk.services.exchange.sheet import Sheet, Value, trimmed
from frontdesk.services.exchange.unpacking import (
    MAX_CELL,
    MAX_COLUMNS,
    MAX_ROWS,
    look_through,
    refuse_crowd,
)

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_1904 = re.compile(rb"""date1904\s*=\s*["'](?:1|true)["']""")


def read_workbook(content: bytes, name: str) -> Sequence[Sheet]:
    """Every sheet of the ``.xlsx`` in ``content``; ``name`` is for the sentence of a refusal.

    :raises UserError: ``file.*``.
    """
    refuse_crowd(content, name)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _refuse_other_kinds(archive, name)
            look_through(archive, content, name)
            epoch_1904 = _counts_from_1904(archive)
            errors = failed_formulas(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError):
        raise UserError("file.damaged", field="path", name=name) from None
    sheets = _sheets(content, name, "file.damaged", epoch_1904)
    for sheet in sheets:
        _put_back(sheet, errors.get(sheet.name, ()))
    return sheets


def read_old_workbook(content: bytes, name: str) -> Sequence[Sheet]:
    """Every sheet of the ``.xls`` in ``content``.

    :raises UserError: ``file.*``.
    """
    return _sheets(content, name, "file.old_excel", epoch_1904=False)


def _refuse_other_kinds(archive: zipfile.ZipFile, name: str) -> None:
    names = set(archive.namelist())
    if any(n.endswith("workbook.xml") for n in names):
        return
    if any(n.startswith("Index/") or n.endswith(".iwa") for n in names):
        raise UserError("file.numbers", field="path", name=name)
    if "xl/workbook.bin" in names or "content.xml" in names:
        raise UserError("file.other_sheet", field="path", name=name)
    raise UserError("file.not_a_sheet", field="path", name=name)


def _counts_from_1904(archive: zipfile.ZipFile) -> bool:
    """Whether day numbers count from 1904, as on old Macs."""
    return any(
        member.endswith("workbook.xml") and _1904.search(archive.read(member)) is not None
        for member in archive.namelist()
    )


def _sheets(content: bytes, name: str, damaged: str, epoch_1904: bool) -> Sequence[Sheet]:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            sheets = _every_sheet(book, name, epoch_1904)
    except PasswordError:
        raise UserError("file.password", field="path", name=name) from None
    except (CalamineError, OSError, ValueError, OverflowError):
        raise UserError(damaged, field="path", name=name) from None
    except BaseException as error:
        # What the Rust side did not foresee in a damaged file arrives as its PanicException.
        if type(error).__name__ != "PanicException":
            raise
        raise UserError(damaged, field="path", name=name) from None
    if not any(sheet.rows for sheet in sheets):
        raise UserError("file.empty", field="path", name=name)
    return sheets


def _every_sheet(book: CalamineWorkbook, name: str, epoch_1904: bool) -> list[Sheet]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    return [
        Sheet(
            name=about.name,
            rows=_rows(book.get_sheet_by_name(about.name), name),
            visible=about.visible == SheetVisibleEnum.Visible,
            epoch_1904=epoch_1904,
        )
        for about in book.sheets_metadata
        if about.typ == SheetTypeEnum.WorkSheet
    ]


def _rows(sheet: CalamineSheet, name: str) -> list[tuple[Value, ...]]:
    if sheet.total_height > MAX_ROWS:
        raise UserError("file.too_many_rows", field="path", name=name, limit=MAX_ROWS)
    rows: list[tuple[Value, ...]] = []
    for row in sheet.to_python(skip_empty_area=False):
        cells = trimmed(row[:MAX_COLUMNS])
        if any(isinstance(cell, str) and len(cell) > MAX_CELL for cell in cells):
            raise UserError("file.cell_too_long", field="path", name=name, row=len(rows) + 1)
        rows.append(cells)
    while rows and not rows[-1]:
        del rows[-1]
    _fill_merged(rows, sheet.merged_cell_ranges or ())
    return rows


def _put_back(sheet: Sheet, errors: Sequence[Failed]) -> None:
    """Calamine leaves failed formulas blank; a row with one is to be told, not to lose it."""
    rows = sheet.rows
    for failed in errors:
        if failed.row < MAX_ROWS and failed.column < MAX_COLUMNS:
            rows.extend(() for _ in range(failed.row + 1 - len(rows)))
            cells = [*rows[failed.row], *(None,) * (failed.column + 1 - len(rows[failed.row]))]
            cells[failed.column] = failed.text
            rows[failed.row] = tuple(cells)


def _fill_merged(
    rows: list[tuple[Value, ...]], merged: Sequence[tuple[tuple[int, int], tuple[int, int]]]
) -> None:
    """A cell merged downwards stands for every row it covers (one owner, two cars)."""
    for (top, column), (bottom, last) in merged:
        if column != last or top >= len(rows) or column >= len(rows[top]):
            continue
        for at in range(top + 1, min(bottom + 1, len(rows))):
            row = list(rows[at]) + [None] * (column + 1 - len(rows[at]))
            row[column] = rows[top][column]
            rows[at] = tuple(row)
