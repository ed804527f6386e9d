"""The audit trail as an ``.xlsx``: every cell is text, so that nothing of it is ever run."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from frontdesk.language import Language
from frontdesk.models.values import text
from frontdesk.services.audit.dto import Entry
from frontdesk.services.audit.wording import detail_of, person_of, subject_of
from frontdesk.texts import audit as words
from frontdesk.texts import term

_COLUMNS = ("sequence", "at", "person", "kind", "act", "subject", "detail")
_WIDTHS = (10, 20, 14, 12, 34, 34, 80)
_MOST_CELL = 32_000


def sheet_of(
    entries: Iterable[Entry], language: Language, at_desk: Callable[[datetime], datetime]
) -> bytes:
    """The sheet; ``at_desk`` turns a moment into the wall clock's at the desk."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    sheet = book.create_sheet(words.SHEET["title"].in_(language))
    for letter, width in zip("ABCDEFG", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A2"

    def line(values: Iterable[str]) -> list[Any]:
        cells = []
        for value in values:
            cell = WriteOnlyCell(sheet)
            cell.value = text.storable(value)[:_MOST_CELL]
            cell.data_type = "s"
            cell.number_format = "@"
            cell.quotePrefix = True
            cells.append(cell)
        return cells

    sheet.append(line(words.SHEET[column].in_(language) for column in _COLUMNS))
    for entry in entries:
        sheet.append(line(_cells(entry, at_desk(entry.at), language)))
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _cells(entry: Entry, at: datetime, language: Language) -> tuple[str, ...]:
    return (
        str(entry.sequence),
        f"{at:%Y-%m-%d %H:%M:%S}",
        person_of(entry, language),
        term(entry.kind, language),
        words.act(entry.action).in_(language),
        subject_of(entry, language),
        detail_of(entry, language),
    )
