"""Reads ``.xlsx``: openpyxl in its streaming mode, behind checks of what the file claims to be."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Sequence
from typing import Any
from xml.etree.ElementTree import ParseError

from frontdesk.errors import UserError
from frontdesk.services.exchange.sheet import Sheet, Value, trimmed

MAX_ROWS = 50_000
MAX_COLUMNS = 256
#: Excel itself holds no more characters in one cell.
MAX_CELL = 32_767

_MAX_UNPACKED = 200_000_000
_MAX_RATIO = 200
_RATIO_MATTERS_FROM = 10_000_000
_MAX_MEMBERS = 5_000
_MERGE = re.compile(rb'<mergeCell [^>]*ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_HIDDEN = re.compile(rb'<row [^>]*hidden="(?:1|true)"')

#: openpyxl answers a damaged file with whichever of these it stumbles over first.
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, ParseError, EOFError, KeyError, IndexError, ValueError,
    TypeError, AttributeError, OverflowError, NotImplementedError, RuntimeError, OSError,
)  # fmt: skip


def read_workbook(content: bytes, name: str) -> Sequence[Sheet]:
    """Every sheet of the workbook in ``content``; ``name`` is for the sentence of a refusal.

    :raises UserError: ``file.*``.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _refuse_bombs(archive, name)
            _refuse_other_kinds(archive, name)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return _sheets(content, archive, name)
    except UserError:
        raise
    except _DAMAGED as error:
        raise UserError("file.damaged", field="path", name=name) from error


def _refuse_bombs(archive: zipfile.ZipFile, name: str) -> None:
    members = archive.infolist()
    if len(members) > _MAX_MEMBERS or sum(m.file_size for m in members) > _MAX_UNPACKED:
        raise UserError("file.bomb", field="path", name=name)
    for member in members:
        ratio = member.file_size / max(member.compress_size, 1)
        if member.file_size > _RATIO_MATTERS_FROM and ratio > _MAX_RATIO:
            raise UserError("file.bomb", field="path", name=name)
        if member.flag_bits & 0x1:
            raise UserError("file.password", field="path", name=name)


def _refuse_other_kinds(archive: zipfile.ZipFile, name: str) -> None:
    names = set(archive.namelist())
    if "xl/workbook.xml" in names or any(n.endswith("workbook.xml") for n in names):
        return
    if any(n.startswith("Index/") or n.endswith(".iwa") for n in names):
        raise UserError("file.numbers", field="path", name=name)
    if "xl/workbook.bin" in names or "content.xml" in names:
        raise UserError("file.other_sheet", field="path", name=name)
    raise UserError("file.not_a_sheet", field="path", name=name)


def _sheets(content: bytes, archive: zipfile.ZipFile, name: str) -> Sequence[Sheet]:
    import openpyxl
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    try:
        epoch_1904 = book.epoch == CALENDAR_MAC_1904
        sheets = []
        for worksheet in book.worksheets:
            outline = archive.read(worksheet._worksheet_path)
            rows = _rows(worksheet, outline, name)
            _fill_merged(rows, outline)
            sheets.append(
                Sheet(
                    name=worksheet.title,
                    rows=rows,
                    visible=worksheet.sheet_state == "visible",
                    epoch_1904=epoch_1904,
                    hidden_rows=len(_HIDDEN.findall(outline)),
                )
            )
    finally:
        book.close()
    if not sheets:
        raise UserError("file.no_rows", field="path", name=name)
    return sheets


def _rows(worksheet: Any, outline: bytes, name: str) -> list[tuple[Value, ...]]:
    """The rows that are there, not those that the sheet's head claims to have."""
    if outline.count(b"<row") > MAX_ROWS:
        raise UserError("file.too_many_rows", field="path", name=name, limit=MAX_ROWS)
    worksheet.reset_dimensions()
    rows: list[tuple[Value, ...]] = []
    filled = 0
    for row in worksheet.iter_rows(values_only=True):
        cells = trimmed(row[:MAX_COLUMNS])
        for cell in cells:
            if isinstance(cell, str) and len(cell) > MAX_CELL:
                raise UserError("file.cell_too_long", field="path", name=name, row=len(rows) + 1)
        rows.append(cells)
        if cells:
            filled = len(rows)
    del rows[filled:]
    return rows


def _fill_merged(rows: list[tuple[Value, ...]], outline: bytes) -> None:
    """A cell merged downwards stands for every row it covers (one owner, two cars)."""
    from openpyxl.utils import column_index_from_string

    for first, top, last, bottom in _MERGE.findall(outline):
        start, end = int(top) - 1, min(int(bottom), len(rows))
        column = column_index_from_string(first.decode()) - 1
        if first != last or start >= end or column >= len(rows[start]):
            continue
        for at in range(start + 1, end):
            row = list(rows[at]) + [None] * (column + 1 - len(rows[at]))
            row[column] = rows[start][column]
            rows[at] = tuple(row)
