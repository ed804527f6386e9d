"""Draws the cells of a table: a status as a chip, everything else as a line of text."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPixmap, QPixmapCache
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from frontdesk.ui.kit import tokens
from frontdesk.ui.kit.icons import paint_icon
from frontdesk.ui.kit.panels import paint_chip
from frontdesk.ui.kit.table_model import CHIP_ROLE, Cell, Chip, RecordTableModel

Index = QModelIndex | QPersistentModelIndex

_PADDING, _ICON, _ICON_GAP = 11, 16, 6
_CHIP_HEIGHT, _CHIP_LEFT, _CHIP_RIGHT = 24, 6, 4
_BESIDE_CHIP_TEXT = 36  # the icon and the round ends
_MOST_SHAPED = 600
"""Characters of a cell that are looked at: a note of a million would be measured whole."""


class StatusDelegate(QStyledItemDelegate):
    """For tables whose model is a ``RecordTableModel``; ``RecordTable`` uses it by itself.

    A list that is opened paints two hundred cells within one frame. The style would ask the model
    seven times for each and go through its sheet; here the model is asked once, and a chip that
    was drawn before is a picture.
    """

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        chip = index.data(CHIP_ROLE)
        if isinstance(chip, Chip):
            size.setWidth(option.fontMetrics.horizontalAdvance(chip.text) + 52)
        return size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, RecordTableModel):
            super().paint(painter, option, index)
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        place = option.rect
        _paint_ground(painter, place, chosen=chosen)
        cell = model.cell(index)
        if cell.chip is not None:
            _paint_chip(painter, place, cell.chip, option.fontMetrics)
        else:
            _paint_text(painter, place, cell, option.fontMetrics, chosen=chosen)


def _paint_ground(painter: QPainter, place: QRect, *, chosen: bool) -> None:
    """As the style sheet says of ``::item``."""
    kit = tokens.current()
    if chosen:
        painter.fillRect(place, _colour(kit.selected))
    line = QRect(place.left(), place.bottom(), place.width(), 1)
    painter.fillRect(line, _colour(kit.line))


def _paint_text(
    painter: QPainter, place: QRect, cell: Cell, metrics: QFontMetrics, *, chosen: bool
) -> None:
    kit = tokens.current()
    room = place.adjusted(_PADDING, 0, -_PADDING, -2)
    if cell.icon:
        sign = QRectF(room.left(), room.center().y() - _ICON // 2 + 1, _ICON, _ICON)
        paint_icon(painter, sign, cell.icon, kit.muted)
        room.setLeft(room.left() + _ICON + _ICON_GAP)
    text = metrics.elidedText(one_line(cell.text), Qt.TextElideMode.ElideRight, room.width())
    painter.setPen(_colour(kit.text if cell.tone is None or chosen else kit.tone(cell.tone)))
    painter.drawText(room, _RIGHT if cell.right else _LEFT, text)


def _paint_chip(painter: QPainter, place: QRect, chip: Chip, metrics: QFontMetrics) -> None:
    wanted = metrics.horizontalAdvance(chip.text) + _BESIDE_CHIP_TEXT
    width = min(wanted, place.width() - _CHIP_LEFT - _CHIP_RIGHT)
    if width <= 0:
        return
    top = place.top() + (place.height() - _CHIP_HEIGHT) // 2
    picture = _chip_picture(painter, chip, QSize(width, _CHIP_HEIGHT))
    painter.drawPixmap(QPoint(place.left() + _CHIP_LEFT, top), picture)


def _chip_picture(painter: QPainter, chip: Chip, size: QSize) -> QPixmap:
    """The chip as it was drawn before in these colours, this font and on such a screen."""
    kit, ratio, font = tokens.current(), painter.device().devicePixelRatioF(), painter.font()
    look = f"{chip.tone}{kit.card}{chip.icon}|{size.width()}x{ratio}|{font.key()}"
    key = f"chip {look}|{chip.text}"
    kept = QPixmap()
    if QPixmapCache.find(key, kept):
        return kept
    picture = QPixmap((size.toSizeF() * ratio).toSize())
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    drawing = QPainter(picture)
    drawing.setFont(font)
    paint_chip(drawing, QRectF(0, 0, size.width(), size.height()), chip.tone, chip.text, chip.icon)
    drawing.end()
    QPixmapCache.insert(key, picture)
    return picture


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


_MIDDLE = Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextSingleLine.value
_LEFT = Qt.AlignmentFlag.AlignLeft.value | _MIDDLE
_RIGHT = Qt.AlignmentFlag.AlignRight.value | _MIDDLE
