"""Looks through a workbook's parts before anything is made of them, and trusts no claim.

A zip file says of each part how large it is, how many there are and what they add up to; a sheet
says where its cells stand. Each part is unpacked here in pieces, to the end and not a byte further
than it claims, so that whoever reads it after this meets no surprise. Memory stays at one piece.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator

from frontdesk.errors import UserError

MAX_ROWS = 50_000
MAX_COLUMNS = 256
#: Excel itself holds no more characters in one cell.
MAX_CELL = 32_767
#: Cells of all rows together; 50,000 deliveries with 60 columns.
MAX_CELLS = 3_000_000

_MAX_MEMBERS = 5_000
_MAX_UNPACKED = 120_000_000
_MAX_RATIO = 200
_RATIO_MATTERS_FROM = 10_000_000
_PIECE = 1_000_000
#: What one piece carries over into the next: longer than any tag that is looked for.
_OVERLAP = 1_000
_LONGEST_TEXT = 4 * MAX_CELL
_LOCAL_HEAD = 30
_MEDIA = "xl/media/"

_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ROW = re.compile(rb"<(?:\w+:)?row[\s/>]")
_CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")
_FILLED = rb"""<(?:\w+:)?c\s[^<>]*?r\s*=\s*["'](?:%s)["'][^<>]*(?<!/)>"""
#: A filled cell past every limit, and such as together span a rectangle of millions.
_FAR_OUT = re.compile(
    _FILLED % rb"[A-Z]{3,}\d+|[J-Z][A-Z]\d+|I[W-Z]\d+|[A-Z]+(?:\d{6,}|[5-9]\d{4})"
)
_LOW = re.compile(_FILLED % rb"[A-Z]+\d{5}")
_WIDE = re.compile(_FILLED % rb"[B-I][A-Z]\d+")


def look_through(archive: zipfile.ZipFile, content: bytes, name: str) -> None:
    """Refuse what would blow up, is not what it claims, or is more than a delivery sheet can be.

    :raises UserError: ``file.*``; ``name`` is for the sentence.
    :raises zipfile.BadZipFile, zlib.error: the file is damaged.
    """
    _refuse_claims(archive, name)
    for member in archive.infolist():
        look = _Look(name, is_media=member.filename.startswith(_MEDIA))
        for piece in _pieces(content, member):
            look.at(piece)
        look.done()


def refuse_crowd(content: bytes, name: str) -> None:
    """Refuse a directory of very many parts before it is read: each costs memory."""
    if content.count(b"PK\x01\x02") > _MAX_MEMBERS:
        raise UserError("file.bomb", field="path", name=name)


def _refuse_claims(archive: zipfile.ZipFile, name: str) -> None:
    members = archive.infolist()
    if len(members) > _MAX_MEMBERS or sum(m.file_size for m in members) > _MAX_UNPACKED:
        raise UserError("file.bomb", field="path", name=name)
    for member in members:
        ratio = member.file_size / max(member.compress_size, 1)
        if member.file_size > _RATIO_MATTERS_FROM and ratio > _MAX_RATIO:
            raise UserError("file.bomb", field="path", name=name)
        if member.flag_bits & 0x1:
            raise UserError("file.password", field="path", name=name)


def _pieces(content: bytes, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """The part unpacked in pieces; an error when it is not exactly as long as it claims."""
    at = member.header_offset
    if content[at : at + 4] != b"PK\x03\x04":
        raise zipfile.BadZipFile(member.filename)
    name_length = int.from_bytes(content[at + 26 : at + 28], "little")
    extra_length = int.from_bytes(content[at + 28 : at + 30], "little")
    start = at + _LOCAL_HEAD + name_length + extra_length
    packed = memoryview(content)[start : start + member.compress_size]
    if len(packed) != member.compress_size:
        raise zipfile.BadZipFile(member.filename)
    if member.compress_type == zipfile.ZIP_STORED:
        if member.file_size != member.compress_size:
            raise zipfile.BadZipFile(member.filename)
        yield from (bytes(packed[n : n + _PIECE]) for n in range(0, len(packed), _PIECE))
        return
    if member.compress_type != zipfile.ZIP_DEFLATED:
        raise NotImplementedError(member.filename)
    yield from _inflated(packed, member)


def _inflated(packed: memoryview, member: zipfile.ZipInfo) -> Iterator[bytes]:
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    left = member.file_size
    rest: bytes | memoryview = packed
    while not stream.eof:
        piece = stream.decompress(rest, _PIECE)
        rest = stream.unconsumed_tail
        left -= len(piece)
        if left < 0 or (not piece and not rest and not stream.eof):
            raise zipfile.BadZipFile(member.filename)
        yield piece
    if left:
        raise zipfile.BadZipFile(member.filename)


class _Look:
    """What one part has shown so far."""

    def __init__(self, name: str, *, is_media: bool) -> None:
        self._name = name
        self._is_media = is_media
        self._before = b""
        self._rows = self._cells = self._text = 0
        self._low = self._wide = False

    def at(self, piece: bytes) -> None:
        """Look at the next piece."""
        seen = self._before + piece
        if not self._is_media and (_DOCTYPE.search(seen) or b"\x00<\x00" in seen):
            # XML in two-byte characters hides what is looked for here; no program writes it so.
            raise self._refusal("file.damaged")
        overlap = len(self._before)
        self._rows += len(_ROW.findall(seen)) - len(_ROW.findall(self._before))
        self._cells += len(_CELL.findall(seen)) - len(_CELL.findall(self._before))
        if self._rows > MAX_ROWS or _FAR_OUT.search(seen):
            raise self._refusal("file.too_many_rows", limit=MAX_ROWS)
        if self._cells > MAX_CELLS:
            raise self._refusal("file.too_many_cells", limit=MAX_CELLS)
        self._low = self._low or _LOW.search(seen) is not None
        self._wide = self._wide or _WIDE.search(seen) is not None
        self._measure_text(piece)
        self._before = seen[max(overlap, len(seen) - _OVERLAP) :]

    def done(self) -> None:
        """Look at the whole: rows far down and columns far out make a rectangle of millions."""
        if self._low and self._wide:
            raise self._refusal("file.too_many_cells", limit=MAX_CELLS)

    def _measure_text(self, piece: bytes) -> None:
        first, *others = piece.split(b"<")
        self._text += len(first)
        longest = max(map(len, others), default=0)
        if max(self._text, longest) > _LONGEST_TEXT and not self._is_media:
            raise self._refusal("file.text_too_long", limit=MAX_CELL)
        if others:
            self._text = len(others[-1])

    def _refusal(self, code: str, **params: object) -> UserError:
        return UserError(code, field="path", name=self._name, **params)
