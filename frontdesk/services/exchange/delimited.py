"""Reads ``.csv`` and its kin: the encoding and the delimiter are found, not asked for."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from frontdesk.errors import UserError
from frontdesk.services.exchange.sheet import Sheet, Value, trimmed
from frontdesk.services.exchange.unpacking import MAX_CELL, MAX_CELLS, MAX_COLUMNS, MAX_ROWS

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_DELIMITERS = ",\t;|"
_HINT = re.compile(r"\Asep=(.)\r?\n", re.IGNORECASE)
_AS_TEXT = re.compile(r'="([^"]*)"')
_SAMPLE_LINES = 40
#: Fewer than one NUL in so many bytes slipped in; more are half of UTF-16, or no text at all.
_RARE = 200
#: Text takes up to four times its bytes while it is read.
_MAX_BYTES = 30_000_000
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
#: First bytes of programs, pictures and other archives, which might be taken for text.
_NO_TEXT = re.compile(
    rb"MZ.{0,8}\x00|\x7fELF|\x89PNG|GIF8|\xff\xd8\xff|7z\xbc\xaf|Rar!|\x1f\x8b|%PDF|SQLite",
    re.DOTALL,
)


def read_delimited(content: bytes, name: str) -> Sheet:
    """The one sheet of the text file in ``content``.

    :raises UserError: ``file.*``, when it is no text of rows.
    """
    if len(content) > _MAX_BYTES:
        raise UserError("file.too_large", field="path", name=name, megabytes=_MAX_BYTES // 10**6)
    if _NO_TEXT.match(content):
        raise UserError("file.not_a_sheet", field="path", name=name)
    text = _decoded(content, name)
    start = text[:2000].lstrip("\ufeff \t\r\n").lower()
    if start.startswith(("<html", "<!doctype", "<?xml", "<table", "<meta", "<head")):
        raise UserError("file.web_page", field="path", name=name)
    if start.startswith(("%pdf", "{\\rtf", "{", "[{")):
        raise UserError("file.not_a_sheet", field="path", name=name)
    delimiter, text = _delimiter(text)
    if text.count(delimiter) > MAX_CELLS:
        raise UserError("file.too_many_cells", field="path", name=name, limit=MAX_CELLS)
    rows: list[tuple[Value, ...]] = []
    try:
        for cells in csv.reader(_lines(text), delimiter=delimiter):
            rows.append(trimmed([_value(cell) for cell in cells[:MAX_COLUMNS]]))
            if any(len(cell) > MAX_CELL for cell in cells):
                raise UserError("file.cell_too_long", field="path", name=name, row=len(rows))
            if len(rows) > MAX_ROWS:
                raise UserError("file.too_many_rows", field="path", name=name, limit=MAX_ROWS)
    except csv.Error:
        row = len(rows) + 1
        raise UserError("file.cell_too_long", field="path", name=name, row=row) from None
    if not any(rows):
        raise UserError("file.empty", field="path", name=name)
    return Sheet(name=name, rows=rows)


def _decoded(content: bytes, name: str) -> str:
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return _strictly(content, encoding, name)
    if b"\x00" in content:
        if content.count(b"\x00") * _RARE > len(content):
            return _strictly(content, _utf_16_order(content, name), name)
        content = content.replace(b"\x00", b"")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _strictly(content, "gb18030", name)


def _strictly(content: bytes, encoding: str, name: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise UserError("file.encoding", field="path", name=name) from None


def _utf_16_order(content: bytes, name: str) -> str:
    """Which half of each pair is zero tells the byte order: delimiters and digits are ASCII."""
    low, high = content[0::2].count(0), content[1::2].count(0)
    if max(low, high) * 20 < len(content) or len(content) % 2:
        raise UserError("file.not_a_sheet", field="path", name=name)
    return "utf-16-le" if high > low else "utf-16-be"


def _lines(text: str) -> Iterator[str]:
    """Line after line with its end, however lines end; never the whole text a second time."""
    return (line for match in _LINE.finditer(text) if (line := match[0]))


def _delimiter(text: str) -> tuple[str, str]:
    """The delimiter that cuts most of the first lines into the same number of cells."""
    hint = _HINT.match(text)
    if hint:
        return hint[1], text[hint.end() :]
    return max(_DELIMITERS, key=lambda sign: _regularity(text, sign)), text


def _regularity(text: str, delimiter: str) -> int:
    lines = csv.reader(io.StringIO(text[:200_000], newline=""), delimiter=delimiter)
    try:
        widths = Counter(len(cells) for cells in islice(lines, _SAMPLE_LINES) if len(cells) > 1)
    except csv.Error:
        return 0
    return max((width * count for width, count in widths.items()), default=0)


def _value(cell: str) -> Value:
    """A cell as text; ``="0138"`` is how exports keep Excel from turning a text into a number."""
    cell = cell.replace("\x00", "")
    kept = _AS_TEXT.fullmatch(cell.strip())
    return kept[1] if kept else cell
