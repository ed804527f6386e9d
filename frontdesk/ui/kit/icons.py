"""Icons of the Phosphor set, as the package QtAwesome carries it, in the colours of the tokens.

The glyphs are drawn from the font at every paint: an icon follows theme, size and screen scale by
itself, and nothing is loaded before the first icon is shown. Only the one font is read; the
package's own start loads all of its fifteen.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

from frontdesk.ui.kit import tokens
from frontdesk.ui.kit.tokens import Tone

TONE_ICONS = {
    Tone.NEUTRAL: "circle",
    Tone.INFO: "info",
    Tone.OK: "check-circle",
    Tone.WARN: "warning",
    Tone.ERROR: "warning-octagon",
}


def icon(name: str, colour: str = "text") -> QIcon:
    """The Phosphor icon ``name``; ``colour`` is a token's name ('text', 'muted', 'accent' …)."""
    return QIcon(_Glyph(name, colour))


def tone_icon(tone: Tone) -> QIcon:
    """The icon that stands beside a status word."""
    return icon(TONE_ICONS[tone], _TONE_TOKENS[tone])


def paint_icon(painter: QPainter, rect: QRect | QRectF, name: str, colour: str) -> None:
    """Draw the icon into ``rect``; ``colour`` is ``#RRGGBB``."""
    glyph = _glyphs()[name]
    box = QRectF(rect)
    font = QFont(_family())
    font.setPixelSize(max(1, round(min(box.width(), box.height()))))
    painter.save()
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, glyph)
    painter.restore()


def pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    """The icon as a picture of ``size`` points for a screen of ``ratio``."""
    return icon(name, colour).pixmap(QSize(size, size), ratio)


_TONE_TOKENS = {
    Tone.NEUTRAL: "muted",
    Tone.INFO: "waiting",
    Tone.OK: "ok",
    Tone.WARN: "soon",
    Tone.ERROR: "over",
}


class _Glyph(QIconEngine):
    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        if name not in _glyphs():
            raise KeyError(f"no Phosphor icon {name!r}")
        self._name = name
        self._colour = colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        kit = tokens.current()
        colour: str = getattr(kit, self._colour)
        if mode is QIcon.Mode.Disabled:
            colour = tokens.mixed(kit.muted, kit.page, 0.6)
        paint_icon(painter, rect, self._name, colour)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        return _Glyph(self._name, self._colour)


@cache
def _folder() -> Path:
    spec = find_spec("qtawesome")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("the icon package QtAwesome is missing")
    return Path(spec.submodule_search_locations[0], "fonts")


@cache
def _glyphs() -> dict[str, str]:
    import json

    (charmap,) = _folder().glob("phosphor-charmap-*.json")
    table: dict[str, str] = json.loads(charmap.read_text(encoding="utf-8"))
    return {name: chr(int(code, 16)) for name, code in table.items()}


_families: dict[int, str] = {}


def _family() -> str:
    # Kept per application: a font registered with one is gone with it.
    from PySide6.QtCore import QCoreApplication

    key = id(QCoreApplication.instance())
    if key not in _families:
        (file,) = (f for f in _folder().glob("phosphor-*.ttf"))
        number = QFontDatabase.addApplicationFont(str(file))
        _families[key] = QFontDatabase.applicationFontFamilies(number)[0]
    return _families[key]
