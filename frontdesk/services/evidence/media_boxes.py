"""Looks into the boxes of an MP4 file (ISO 14496-12) for what its tracks carry."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

_MOST_BOXES = 2_000
_WAY = (b"moov", b"trak", b"mdia")


def tracks_of(file: BinaryIO) -> frozenset[bytes]:
    """The handlers of the tracks, such as ``soun`` and ``vide``; nothing is decoded.

    Boxes that tell lies about their length end the search: what was found so far is answered.
    """
    found: set[bytes] = set()
    file.seek(0, 2)
    left = _MOST_BOXES
    waiting = [(0, file.tell(), 0)]
    while waiting and left > 0:
        start, end, depth = waiting.pop()
        for kind, begins, ends in _boxes(file, start, end):
            left -= 1
            if left <= 0:
                break
            if depth < len(_WAY) and kind == _WAY[depth]:
                waiting.append((begins, ends, depth + 1))
            elif depth == len(_WAY) and kind == b"hdlr":
                file.seek(begins + 8)
                found.add(file.read(4))
    return frozenset(found)


def _boxes(file: BinaryIO, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Kind, beginning and end of the content of each box between ``start`` and ``end``."""
    while start + 8 <= end:
        file.seek(start)
        head = file.read(16)
        size, kind, begins = int.from_bytes(head[:4]), head[4:8], start + 8
        if size == 1:
            size, begins = int.from_bytes(head[8:16]), start + 16
        elif size == 0:
            size = end - start
        if size < begins - start or start + size > end:
            return
        yield kind, begins, start + size
        start += size
