"""Has a file looked at by a process of its own (``looker.py``), in bounded memory and time."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from threading import Timer

from frontdesk.services.evidence.kinds import Shape

_log = logging.getLogger(__name__)

THUMBNAIL_SIDE = 480
"""Pixels; fine enough for the boxes of a printed sheet, 220 to the inch."""
VIEW_SIDE = 2_400
"""Pixels of a picture or page looked at large."""

_LOOKER = Path(__file__).with_name("looker.py")
_SECONDS = 20
_SECRETS = ("FRONTDESK_PASSWORD",)


class Fault(StrEnum):
    """Why there is no preview."""

    PIXELS = "pixels"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen: size in pixels (of a page in points), pages, a JPEG, what barcodes say."""

    width: int | None = None
    height: int | None = None
    pages: int | None = None
    fault: Fault | None = None
    picture: bytes | None = None
    codes: tuple[str, ...] = ()


_NOTHING = Look(fault=Fault.UNREADABLE)


def preview(
    pieces: Iterable[bytes],
    shape: Shape,
    megapixels: int,
    *,
    page: int = 0,
    side: int = THUMBNAIL_SIDE,
) -> Look:
    """A small or large picture of a file. All ``pieces`` are taken, whatever comes of it."""
    return _look(pieces, "preview", shape, megapixels, page, side)


def scan(pieces: Iterable[bytes], shape: Shape, megapixels: int) -> tuple[str, ...]:
    """What the barcodes on a scanned sheet say."""
    return _look(pieces, "scan", shape, megapixels, 0, 0).codes


def _look(
    pieces: Iterable[bytes], act: str, shape: Shape, megapixels: int, page: int, side: int
) -> Look:
    seen = shape in {Shape.PICTURE, Shape.PAGES}
    words = (act, shape.value, str(megapixels), str(page), str(side))
    looker = _Looker.start(words) if seen else None
    if looker is None:
        for _ in pieces:
            pass
        return _NOTHING if seen else Look()
    try:
        for piece in pieces:
            looker.feed(piece)
        return looker.answer()
    finally:
        looker.end()


class _Looker:
    """The process at work; it is ended when it has done nothing for some seconds."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._watch = self._watched()

    @classmethod
    def start(cls, words: tuple[str, ...]) -> _Looker | None:
        """``None`` where the system starts no process: files are kept all the same."""
        # Without the script's own folder on the path: what lies there is no top-level module.
        command = [sys.executable, "-P", str(_LOOKER), *words]
        given = {name: value for name, value in os.environ.items() if name not in _SECRETS}
        try:
            process = subprocess.Popen(  # noqa: S603 - our own script, no words of anybody's
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=given,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            _log.info("no preview: %s", error)
            return None
        return cls(process)

    def feed(self, piece: bytes) -> None:
        """Give it the next piece; one that has ended takes no more."""
        self._watch.cancel()
        self._watch = self._watched()
        if self._process.stdin is not None:
            try:
                self._process.stdin.write(piece)
            except OSError:  # what it says of that is its exit
                self._close()

    def answer(self) -> Look:
        """What it saw in the pieces; nothing, if it crashed or was too slow."""
        self._close()
        said, _ = self._process.communicate()
        if self._process.returncode != 0:
            _log.info("no preview: the looker ended with %d", self._process.returncode)
            return _NOTHING
        head, _, picture = said.partition(b"\n")
        told = json.loads(head)
        return Look(
            width=told["width"],
            height=told["height"],
            pages=told["pages"],
            fault=Fault(told["fault"]) if told["fault"] else None,
            picture=picture or None,
            codes=tuple(told["codes"]),
        )

    def end(self) -> None:
        """Leave no process and no open pipe behind, whatever happened."""
        self._watch.cancel()
        self._close()
        self._process.kill()
        self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()

    def _watched(self) -> Timer:
        watch = Timer(_SECONDS, self._process.kill)
        watch.daemon = True
        watch.start()
        return watch

    def _close(self) -> None:
        if self._process.stdin is not None:
            with suppress(OSError):
                self._process.stdin.close()
            self._process.stdin = None
