"""The program's mark: the bell on a reception desk. Drawn, so that it is sharp at every size."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from frontdesk.ui.kit import tokens


class Mark(QWidget):
    """The mark as a widget of ``side`` pixels."""

    def __init__(self, side: int = 48, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_mark(painter, QRectF(self.rect()))
        painter.end()


def window_icon() -> QIcon:
    """The mark as the window's icon."""
    icon = QIcon()
    for side in (16, 32, 48, 128):
        picture = QPixmap(QSize(side, side))
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint_mark(painter, QRectF(0, 0, side, side))
        painter.end()
        icon.addPixmap(picture)
    return icon


def paint_mark(painter: QPainter, box: QRectF) -> None:
    """Draw the mark into ``box`` (square)."""
    kit = tokens.current()
    unit = box.width() / 48
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(kit.accent))
    painter.drawRoundedRect(box, 11 * unit, 11 * unit)
    painter.translate(box.topLeft())
    painter.scale(unit, unit)
    painter.setBrush(QColor(kit.on_accent))
    bell = QPainterPath(QPointF(11, 31))
    bell.arcTo(QRectF(11, 17, 26, 28), 180, -180)
    bell.closeSubpath()
    painter.drawPath(bell)
    painter.drawRoundedRect(QRectF(8, 33, 32, 4), 2, 2)
    painter.drawEllipse(QPointF(24, 13.5), 2.6, 2.6)
    painter.restore()
