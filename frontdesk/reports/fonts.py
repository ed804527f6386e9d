"""The two weights of Noto Sans SC as the PDF library wants them: loaded once, from any thread."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache
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
    drawable()
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
                found = _Font(name, str(path), shapable=False)
                registerFont(found)
                _loaded[name] = found
    return found


@cache
def drawable() -> frozenset[str]:
    """Every character the font has a visible (or blank) glyph for."""
    return frozenset(
        char
        for char in map(chr, face(bold=False).face.charToGlyph)
        if unicodedata.category(char) not in _INVISIBLE
    )


@cache
def advances(*, bold: bool) -> Mapping[str, float]:
    """The advance of each character in ems; a line end has none."""
    widths: dict[int, float] = face(bold=bold).face.charWidths
    return {chr(code): width / 1000 for code, width in widths.items()} | {"\n": 0.0}


class _Font(TTFont):
    """A TrueType font whose rare characters (beyond U+FFFF) can be copied out of the PDF again.

    ReportLab writes their code where the ToUnicode map wants UTF-16.
    """

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
