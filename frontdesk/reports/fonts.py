"""The two weights of Noto Sans SC as the PDF library wants them: loaded once, from any thread."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache, partial
from mmap import ACCESS_READ, mmap
from pathlib import Path
from threading import Lock
from typing import Any

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

from frontdesk import fontfiles

REGULAR = "Frontdesk-Regular"
BOLD = "Frontdesk-Bold"

# Invisible characters the font carries; they are dropped, not drawn (soft hyphen and the like).
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})

_lock = Lock()
_loaded: dict[str, TTFont] = {}


def warm() -> None:
    """Load all that the first form needs (0.3 s, 2 s at the very first time); for a thread."""
    import reportlab.graphics.barcode.code128  # noqa: F401  # slow to load, used at once

    face(bold=False)
    face(bold=True)
    advances(bold=False)
    advances(bold=True)


def face(*, bold: bool) -> TTFont:
    """The registered font of that weight; loaded at the first call."""
    name = BOLD if bold else REGULAR
    found = _loaded.get(name)
    if found is None:
        with _lock:
            found = _loaded.get(name)
            if found is None:
                path = fontfiles.bold() if bold else fontfiles.regular()
                found = _Font(name, path)
                registerFont(found)
                _loaded[name] = found
    return found


@cache
def drawable(char: str) -> bool:
    """Whether the font has a visible (or blank) glyph for ``char``."""
    known = ord(char) in face(bold=False).face.charToGlyph
    return known and unicodedata.category(char) not in _INVISIBLE


@cache
def advances(*, bold: bool) -> Mapping[str, float]:
    """The advance of each character in ems; a line end has none."""
    return _Advances(face(bold=bold).face.charWidths)


class _Advances(dict[str, float]):
    """Holds the characters asked for so far; the font has thirty thousand."""

    def __init__(self, widths: Mapping[int, float]) -> None:
        super().__init__({"\n": 0.0})
        self._widths = widths

    def __missing__(self, char: str) -> float:
        found = self[char] = self._widths[ord(char)] / 1000
        return found


class _Font(TTFont):
    """A TrueType font whose rare characters (beyond U+FFFF) can be copied out of the PDF again.

    ReportLab writes their code where the ToUnicode map wants UTF-16. And it would keep the whole
    file, and tables that only its making needs, in memory: 20 MB a font.
    """

    def __init__(self, name: str, path: Path) -> None:
        super().__init__(name, _Mapped(path), shapable=False)
        face = self.face
        face.get_table = partial(_table, face)
        pairs: dict[tuple[int, int], tuple[int, int]] = {}
        face.hmetrics = [pairs.setdefault(pair, pair) for pair in face.hmetrics]
        face.glyphToChar = {}
        for other in _loaded.values():  # both weights number their glyphs alike
            if other.face.charToGlyph == face.charToGlyph:
                face.charToGlyph = other.face.charToGlyph

    def addObjects(self, doc: Any) -> None:
        rare = [code for part in self.state[doc].subsets for code in part if code > 0xFFFF]
        super().addObjects(doc)
        if not rare:
            return
        for name, item in doc.idToObject.items():
            if name.startswith("toUnicodeCMap:") and self.face.name.decode() in name:
                for code in rare:
                    utf16 = chr(code).encode("utf-16-be").hex().upper()
                    item.content = item.content.replace(f"> <{code:04X}>", f"> <{utf16}>")


class _Mapped:
    """A file as ReportLab opens one; what it reads stays on the disk until it is looked at."""

    def __init__(self, path: Path) -> None:
        self.name = str(path)

    def read(self) -> mmap:
        with Path(self.name).open("rb") as file:
            return mmap(file.fileno(), 0, access=ACCESS_READ)


def _table(face: Any, tag: str) -> Any:
    """A table of the font's file; of the outlines only those that are drawn are read."""
    start, length = face.get_table_pos(tag)
    if tag == "glyf":
        return _Outlines(face._ttf_data, start)
    return face._ttf_data[start : start + length]


class _Outlines:
    def __init__(self, file: mmap, start: int) -> None:
        self._file, self._start = file, start

    def __getitem__(self, part: slice) -> bytes:
        return self._file[self._start + part.start : self._start + part.stop]
