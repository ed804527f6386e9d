"""Lists as ``.xlsx``: words are text, days are days, sums are numbers, nothing is a formula."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from frontdesk.services.statistics.sheet import text_cell, value_cell

_MONEY = "#,##0.00"


def workbook_of(
    said: Mapping[str, str],
    about: Iterable[tuple[str, str]],
    at: datetime,
    columns: Sequence[tuple[str, int]],
    rows: Iterable[Iterable[object]],
) -> bytes:
    """``rows`` under ``columns``, after a sheet that says of what and when.

    ``said``: words by key, with ``title`` and ``at`` of the first sheet and ``name`` of the second.
    ``about``: keys with words. ``columns``: keys with widths; the first two stay when scrolling.
    """
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    first = book.create_sheet(said["title"])
    first.column_dimensions["A"].width, first.column_dimensions["B"].width = 18, 90
    for name, words in about:
        first.append([text_cell(first, said[name], bold=True), text_cell(first, words)])
    first.append([text_cell(first, said["at"], bold=True), value_cell(first, at, "")])
    sheet = book.create_sheet(said["name"])
    sheet.freeze_panes = "C2"
    for position, (_, width) in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(position)].width = width
    sheet.append([text_cell(sheet, said[name], bold=True) for name, _ in columns])
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _cell(sheet: Any, value: object) -> Any:
    if isinstance(value, str):
        return text_cell(sheet, value)
    return value_cell(sheet, value, _MONEY if isinstance(value, Decimal) else "")
