"""Where a file comes from: opened, measured, and read in pieces."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from frontdesk.errors import UserError
from frontdesk.services.evidence.kinds import HEAD, FileType, type_of

PIECE = 256 * 1024
"""Bytes of a piece; one at a time is in memory, however large the file."""
MEGABYTE = 1_000_000

_PACKED = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"Rar!", b"7z\xbc\xaf", b"{\\rtf")

Told = Callable[[int], None]
"""Told the bytes of each piece; may raise to stop."""


@contextmanager
def opened(source: Path | bytes) -> Iterator[BinaryIO]:
    """``source`` for reading.

    Raises:
        UserError: it is not there, no plain file, or cannot be read.
    """
    if isinstance(source, bytes):
        yield BytesIO(source)
        return
    try:
        with _opened(source) as file:
            yield file
    except OSError as error:
        raise UserError("evidence.unreadable", reason=error.strerror or str(error)) from error


def _opened(source: Path) -> BinaryIO:
    """Only plain files: a pipe or a device would never end."""
    if "\0" in str(source):
        raise FileNotFoundError
    if source.exists() and not source.is_file():
        raise UserError("evidence.not_a_file")
    return source.open("rb")


def measured(file: BinaryIO, most_mb: int) -> int:
    """The size of ``file`` in bytes.

    Raises:
        UserError: it is empty, or larger than ``most_mb`` megabytes.
    """
    size = file.seek(0, 2)
    if size == 0:
        raise UserError("evidence.empty")
    if size > most_mb * MEGABYTE:
        raise UserError("evidence.too_big", size=in_mb(size), most=most_mb)
    return size


def typed(file: BinaryIO) -> FileType:
    """The type of ``file`` by its content.

    Raises:
        UserError: one that is not kept.
    """
    found = type_of(file)
    if found is not None:
        return found
    file.seek(0)
    head = file.read(HEAD)
    if head.startswith(_PACKED):
        raise UserError("evidence.type_office")
    if head[4:8] == b"ftyp" or head.startswith(b"\x1a\x45\xdf\xa3"):
        raise UserError("evidence.type_film")
    raise UserError("evidence.type")


class Pieces:
    """The pieces of a file from its beginning, ``size`` bytes and no more, hashed in passing."""

    def __init__(self, file: BinaryIO, size: int, told: Told) -> None:
        self._file, self._size, self._told = file, size, told
        self._hash = hashlib.sha256()

    def __iter__(self) -> Iterator[bytes]:
        self._file.seek(0)
        left = self._size
        while left > 0:
            piece = self._file.read(min(PIECE, left))
            if not piece:
                raise UserError("evidence.changed")
            left -= len(piece)
            self._hash.update(piece)
            self._told(len(piece))
            yield piece

    @property
    def sha256(self) -> bytes:
        """The hash of what was read so far."""
        return self._hash.digest()


def in_mb(size: int) -> str:
    """``size`` bytes in megabytes, for a sentence."""
    return f"{size / MEGABYTE:,.1f}"
