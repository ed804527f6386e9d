"""Rows at fault as a sheet that imports again once mended."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from frontdesk.errors import UserError
from frontdesk.language import Language
from frontdesk.models.enums import SheetColumn
from frontdesk.models.values import text
from frontdesk.services.exchange import cells
from frontdesk.services.exchange.delivery import RowFault
from frontdesk.services.exchange.headings import Heading, recognise
from frontdesk.services.exchange.sheet import Value
from frontdesk.services.exchange.unpacking import MAX_CELL
from frontdesk.texts import exchange as words
from frontdesk.texts import sentence, term

_DAYS = (
    SheetColumn.DELIVERED_ON,
    SheetColumn.PURCHASED_ON,
    SheetColumn.INSURANCE_ENDS_ON,
    SheetColumn.BIRTHDAY,
)
_COLUMNS: Mapping[str | None, SheetColumn] = {column.value: column for column in SheetColumn}
_REASON_WIDTH = 56
_CELL_WIDTH = 20
#: The tint of an error in the light theme (shared with the screens' tokens).
_FAULT_TINT = "FFF6DEDE"


def reasons(errors: Iterable[UserError], language: Language) -> str:
    """Every reason of a row, one a line, each with the column it is about."""
    lines = []
    for error in errors:
        said = sentence(error, language)
        if error.field in _COLUMNS:
            column = term(_COLUMNS[error.field], language)
            said = words.REASON_OF_COLUMN.in_(language).format(column=column, reason=said)
        lines.append(said)
    return "\n".join(lines)


def rejected_sheet(
    faults: Sequence[RowFault],
    heading: Heading,
    columns: Mapping[int, SheetColumn],
    language: Language,
    *,
    epoch_1904: bool,
) -> bytes:
    """An ``.xlsx`` of the rows at fault: reason, row number, then their cells as they stood.

    Every cell is text, also what looks like a formula, so that nothing is run or rounded.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    width = max([len(heading.titles), *(len(fault.cells) for fault in faults)])
    # What an earlier round of mending put in front is not carried along.
    kept = [at for at in range(width) if not _is_ours(_title(heading, at))]
    book = Workbook()
    sheet = book.active
    bold, tint = Font(bold=True), PatternFill("solid", fgColor=_FAULT_TINT)
    title = words.MEND_TITLE.in_(language).format(count=len(faults))
    _write(sheet, 1, 1, title).font = bold
    head = [words.REASON.in_(language), words.ROW_NUMBER.in_(language)]
    head += [_heading_of(heading, columns, at, language) for at in kept]
    for position, name in enumerate(head, start=1):
        _write(sheet, 2, position, name).font = bold
        letter = get_column_letter(position)
        sheet.column_dimensions[letter].width = _REASON_WIDTH if position == 1 else _CELL_WIDTH
    for line, fault in enumerate(faults, start=3):
        _write(sheet, line, 1, reasons(fault.errors, language)).alignment = Alignment(
            wrap_text=True, vertical="top"
        )
        _write(sheet, line, 2, str(fault.row))
        wrong = {error.field for error in fault.errors}
        for position, at in enumerate(kept, start=3):
            value = fault.cells[at] if at < len(fault.cells) else None
            cell = _write(sheet, line, position, _shown(value, columns.get(at), epoch_1904))
            if columns.get(at) in wrong:
                cell.fill = tint
    sheet.freeze_panes = "A3"
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def write_beside(source: Path, content: bytes, language: Language, instead: Path) -> Path:
    """Write the sheet beside ``source``, or into the folder ``instead`` where that cannot be.

    Never over a file that is there already. Returns where it lies.
    """
    stem = f"{source.stem}-{words.MEND_SUFFIX.in_(language)}"
    try:
        return _write_new(source.parent, stem, content)
    except OSError:
        instead.mkdir(parents=True, exist_ok=True)
        return _write_new(instead, stem, content)


def _write_new(folder: Path, stem: str, content: bytes) -> Path:
    serial = 1
    while True:
        path = folder / (f"{stem}.xlsx" if serial == 1 else f"{stem}-{serial}.xlsx")
        try:
            with path.open("xb") as file:
                file.write(content)
        except FileExistsError:
            serial += 1
        else:
            return path


def _write(sheet: Any, row: int, column: int, value: str) -> Any:
    cell = sheet.cell(row=row, column=column)
    cell.value = text.storable(value)[:MAX_CELL]
    cell.data_type = "s"
    cell.number_format = "@"
    cell.quotePrefix = True
    return cell


def _shown(value: Value, column: SheetColumn | None, epoch_1904: bool) -> str:
    """A cell as text; a day number as the day it means, which reads the same anywhere."""
    if column in _DAYS and isinstance(value, (int, float)) and not isinstance(value, bool):
        try:
            return cells.read_day(value, column, epoch_1904=epoch_1904).isoformat()
        except UserError:
            return cells.as_text(value)
    return cells.as_text(value)


def _title(heading: Heading, at: int) -> str:
    return heading.titles[at] if at < len(heading.titles) else ""


def _is_ours(title: str) -> bool:
    ours = (words.REASON, words.ROW_NUMBER)
    return any(title == name.in_(language) for name in ours for language in Language)


def _heading_of(
    heading: Heading, columns: Mapping[int, SheetColumn], at: int, language: Language
) -> str:
    """The column's own heading, or where that would not be recognised again, the usual one."""
    title, column = _title(heading, at), columns.get(at)
    if column is None or column is SheetColumn.IGNORED:
        return title
    found = recognise(title)
    return title if found is not None and found[0] is column else term(column, language)
