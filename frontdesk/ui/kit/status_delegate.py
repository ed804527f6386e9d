"""Draws the lines of a table: a status as a chip, everything else as a line of text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPixmap, QPixmapCache
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from frontdesk.ui.kit import tokens
from frontdesk.ui.kit.icons import paint_icon
from frontdesk.ui.kit.panels import paint_chip
from frontdesk.ui.kit.table_model import CHIP_ROLE, Cell, Chip, RecordTableModel

if TYPE_CHECKING:
    from collections.abc import Iterable

K = TypeVar("K")
V = TypeVar("V")
Index = QModelIndex | QPersistentModelIndex

_PADDING, _ICON, _ICON_GAP = 11, 16, 6
_CHIP_HEIGHT, _CHIP_LEFT, _CHIP_RIGHT = 24, 6, 4
_BESIDE_CHIP_TEXT = 36  # the icon and the round ends
_BENEATH = 2
"""Of a line's height: the edge to the next line, and as much above it."""
_MOST_SHAPED = 600
"""Characters of a cell that are looked at: a note of a million would be measured whole."""
_MOST_KEPT = 2_000
_PLAIN = re.compile(r"[ -~\u2014\u2026\u3000-\u303f\u4e00-\u9fff\uff00-\uff5e]*")
"""Texts that are about as wide as their characters together: each ASCII one by its own width, every
other by that of a Chinese one."""
_ROUNDED = 3


class StatusDelegate(QStyledItemDelegate):
    """How wide a column of chips wants to be; ``paint_lines`` draws."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        chip = index.data(CHIP_ROLE)
        if isinstance(chip, Chip):
            size.setWidth(option.fontMetrics.horizontalAdvance(chip.text) + 52)
        return size


def paint_lines(view: QTableView, event: QPaintEvent) -> None:
    """Draw the lines of ``view`` that ``event`` asks for; its model is a ``RecordTableModel``.

    A list that is opened paints two hundred cells within one frame. Qt would go through an option,
    a delegate and the style sheet for each; here a line is drawn in one go, the model is asked
    once for each cell, and what was drawn before is a picture.
    """
    model = view.model()
    if not isinstance(model, RecordTableModel):
        return
    columns = _columns(view, event.rect())
    chosen = view.selectionModel()
    painter = QPainter(view.viewport())
    pen = _Pen(painter)
    whole = view.viewport().width()
    for line in _lines(view, event, model.rowCount()):
        place = QRect(0, view.rowViewportPosition(line), 0, view.rowHeight(line))
        selected = chosen.isRowSelected(line, QModelIndex())
        pen.ground(place, whole, chosen=selected)
        for column, left, width in columns:
            place.setLeft(left)
            place.setWidth(width)
            pen.cell(place, model.cell(line, column), chosen=selected)
    painter.end()


def _columns(view: QTableView, exposed: QRect) -> list[tuple[int, int, int]]:
    """Number, left edge and width of each column in sight."""
    header = view.horizontalHeader()
    shown = (each for each in range(header.count()) if not header.isSectionHidden(each))
    placed = ((n, header.sectionViewportPosition(n), header.sectionSize(n)) for n in shown)
    return [
        (number, left, width)
        for number, left, width in placed
        if left <= exposed.right() and left + width > exposed.left()
    ]


def _lines(view: QTableView, event: QPaintEvent, count: int) -> list[int]:
    """The lines to be drawn, each once: of two far apart nothing that lies between."""
    wanted: set[int] = set()
    for part in cast("Iterable[QRect]", event.region()):  # as the stubs do not say
        first, last = view.rowAt(part.top()), view.rowAt(part.bottom())
        if first >= 0:
            wanted.update(range(first, count if last < 0 else last + 1))
    return sorted(wanted)


class _Pen:
    """Draws cells with all that is the same for one paint at hand."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter
        self._kit = tokens.current()
        self._metrics = painter.fontMetrics()
        self._font = painter.font()
        self._ratio = painter.device().devicePixelRatioF()
        self._look = f"{self._ratio}|{self._font.key()}"
        self._em = self._width("国")
        self._advances = _advances(self._look, self._metrics)
        self._colour = ""

    def ground(self, place: QRect, width: int, *, chosen: bool) -> None:
        """As the style sheet says of ``::item``."""
        if chosen:
            wash = _colour(self._kit.selected)
            self._painter.fillRect(0, place.top(), width, place.height(), wash)
        self._painter.fillRect(0, place.bottom(), width, 1, _colour(self._kit.line))

    def cell(self, place: QRect, cell: Cell, *, chosen: bool) -> None:
        """The chip of a cell, or else its icon and text."""
        if cell.chip is not None:
            self._chip(place, cell.chip)
            return
        left, room = place.left() + _PADDING, place.width() - 2 * _PADDING
        if cell.icon:
            top = place.center().y() - _ICON // 2
            self._painter.drawPixmap(left, top, self._sign(cell.icon))
            left, room = left + _ICON + _ICON_GAP, room - _ICON - _ICON_GAP
        text = self._fitting(one_line(cell.text), room)
        if not text:
            return
        if cell.right:
            left += room - self._metrics.horizontalAdvance(text)
        self._use(self._kit.text if cell.tone is None or chosen else self._kit.tone(cell.tone))
        above = (place.height() - _BENEATH - self._metrics.height()) // 2
        base = place.top() + above + self._metrics.ascent()
        self._painter.drawText(QPointF(left, base), text)

    def _fitting(self, text: str, room: int) -> str:
        """``text``, elided where it must be; most are so short that nothing need be measured."""
        if len(text) * self._em > room:
            wide = sum(self._advances.get(letter, self._em) for letter in text) + _ROUNDED
        else:
            wide = room
        if wide <= room and _PLAIN.fullmatch(text):
            return text
        key = (self._look, text, room)
        if (known := _elided.get(key)) is None:
            elided = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            known = _keep(_elided, key, elided)
        return known

    def _chip(self, place: QRect, chip: Chip) -> None:
        wanted = self._width(chip.text) + _BESIDE_CHIP_TEXT
        width = min(wanted, place.width() - _CHIP_LEFT - _CHIP_RIGHT)
        if width > 0:
            top = place.top() + (place.height() - _CHIP_HEIGHT) // 2
            self._painter.drawPixmap(place.left() + _CHIP_LEFT, top, self._badge(chip, width))

    def _badge(self, chip: Chip, width: int) -> QPixmap:
        """The chip as it was drawn before in these colours, this font and on such a screen."""
        look = f"{chip.tone}{self._kit.card}{chip.icon}|{width}|{self._look}"
        key = f"chip {look}|{chip.text}"
        kept = QPixmap()
        if QPixmapCache.find(key, kept):
            return kept
        picture = self._empty(QSize(width, _CHIP_HEIGHT))
        drawing = QPainter(picture)
        drawing.setFont(self._font)
        paint_chip(drawing, QRectF(0, 0, width, _CHIP_HEIGHT), chip.tone, chip.text, chip.icon)
        drawing.end()
        QPixmapCache.insert(key, picture)
        return picture

    def _sign(self, name: str) -> QPixmap:
        """The icon before a text, kept like the chips."""
        key = f"sign {name}|{self._kit.muted}|{self._look}"
        kept = QPixmap()
        if QPixmapCache.find(key, kept):
            return kept
        picture = self._empty(QSize(_ICON, _ICON))
        drawing = QPainter(picture)
        paint_icon(drawing, QRectF(0, 0, _ICON, _ICON), name, self._kit.muted)
        drawing.end()
        QPixmapCache.insert(key, picture)
        return picture

    def _empty(self, size: QSize) -> QPixmap:
        picture = QPixmap((size.toSizeF() * self._ratio).toSize())
        picture.setDevicePixelRatio(self._ratio)
        picture.fill(Qt.GlobalColor.transparent)
        return picture

    def _width(self, text: str) -> int:
        """Of a text that comes again and again; to measure it is to shape it."""
        key = (self._look, text)
        if (known := _widths.get(key)) is None:
            known = _keep(_widths, key, self._metrics.horizontalAdvance(text))
        return known

    def _use(self, colour: str) -> None:
        if colour != self._colour:
            self._colour = colour
            self._painter.setPen(_colour(colour))


def one_line(text: str) -> str:
    """``text`` as a cell can show it: lines run together, nothing that steers the drawing."""
    shown = text[:_MOST_SHAPED]
    if shown.isprintable():
        return shown
    # U+009C ends a text for Qt's eliding.
    return " ".join(shown.replace("\x9c", " ").splitlines())


@lru_cache(maxsize=64)
def _colour(name: str) -> QColor:
    return QColor(name)


def _advances(look: str, metrics: QFontMetrics) -> dict[str, int]:
    """The widths of the ASCII characters, measured once for each font and screen."""
    if look not in _ascii:
        _ascii[look] = {chr(n): metrics.horizontalAdvance(chr(n)) for n in range(32, 127)}
    return _ascii[look]


def _keep(kept: dict[K, V], key: K, value: V) -> V:
    """Remember ``value``; what nobody looks at any more goes with the rest from time to time."""
    if len(kept) >= _MOST_KEPT:
        kept.clear()
    kept[key] = value
    return value


_ascii: dict[str, dict[str, int]] = {}
_widths: dict[tuple[str, str], int] = {}
_elided: dict[tuple[str, str, int], str] = {}
"""By font and screen, text, and the room there is."""
