"""Writes sheets for tests, and rows of deliveries that are right."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from tests.factories import vin_of

HEADING = (
    "序号",
    "车主姓名",
    "联系电话",
    "车型",
    "车架号（VIN）",
    "车牌",
    "提车日期",
    "销售顾问",
    "备注",
)


def delivery(serial: int, **cells: Any) -> list[Any]:
    """A right row under ``HEADING``; ``cells`` by name replace single ones."""
    row = {
        "number": serial,
        "name": f"王{'一二三四五六七八九十'[serial % 10]}",
        "phone": f"138{serial:08d}",
        "model": "别克 GL8 陆尊",
        "vin": vin_of(serial),
        "plate": f"粤B{serial:05d}",
        "day": "2026-10-31",
        "consultant": "刘勇",
        "remarks": None,
    }
    assert cells.keys() <= row.keys()
    return list((row | cells).values())


def write_xlsx(
    path: Path, rows: Iterable[Sequence[Any]], **sheets: Iterable[Sequence[Any]]
) -> Path:
    """An ``.xlsx`` with ``rows`` on the first sheet and ``sheets`` by name on others.

    A text that begins with '=' stays a text.
    """
    from openpyxl import Workbook

    book = Workbook()
    book.active.title = "交车明细"
    _fill(book.active, rows)
    for name, content in sheets.items():
        _fill(book.create_sheet(name), content)
    book.save(path)
    return path


def write_csv(
    path: Path, rows: Iterable[Sequence[Any]], encoding: str = "utf-8", delimiter: str = ","
) -> Path:
    """A text file of rows."""
    text = io.StringIO(newline="")
    written = csv.writer(text, delimiter=delimiter)
    written.writerows(["" if cell is None else cell for cell in row] for row in rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def _fill(sheet: Any, rows: Iterable[Sequence[Any]]) -> None:
    for line, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            if value is None:
                continue
            cell = sheet.cell(line, column)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
