"""Draws the car's outline and the marks on it with a painter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from frontdesk.car_shape import UNFOLDED, VIEWS, Box, Fill, extent, trace
from frontdesk.models.enums import CarSide, DamageSize
from frontdesk.services.intake.walk import Mark, Since
from frontdesk.ui.kit import tokens
from frontdesk.ui.kit.tokens import SMALL_POINTS

_RADIUS = {DamageSize.SMALL: 8.0, DamageSize.MEDIUM: 10.5, DamageSize.LARGE: 14.0}
_THOUSAND = 1000
_NARROW = 300
"""On a drawing narrower than this marks are small and have no number."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the five views lie in a widget: ``scale`` pixels a unit, from ``x``, ``y`` on."""

    scale: float
    x: float
    y: float

    @classmethod
    def of(cls, room: QRectF) -> Layout:
        """As large as there is room, in its middle."""
        width, height = extent(UNFOLDED)
        scale = max(0.01, min(room.width() / width, room.height() / height))
        return cls(
            scale,
            room.x() + (room.width() - width * scale) / 2,
            room.y() + (room.height() - height * scale) / 2,
        )

    def pixels(self, x: float, y: float) -> QPointF:
        """A point of the drawing in the widget."""
        return QPointF(self.x + x * self.scale, self.y + y * self.scale)

    def units(self, point: QPointF) -> tuple[float, float]:
        """A point of the widget in the drawing."""
        return (point.x() - self.x) / self.scale, (point.y() - self.y) / self.scale

    def mark_at(self, mark: Mark) -> QPointF:
        """Where a mark lies in the widget."""
        box = UNFOLDED[mark.side]
        return self.pixels(
            box.x + box.width * mark.x / _THOUSAND, box.y + box.height * mark.y / _THOUSAND
        )

    def radius(self, size: DamageSize) -> float:
        """How large a mark of ``size`` is drawn, in pixels."""
        narrow = self.scale * extent(UNFOLDED)[0] < _NARROW
        return _RADIUS[size] * (0.42 if narrow else 1.0)

    def has_numbers(self) -> bool:
        """Whether marks are large enough for their numbers."""
        return self.scale * extent(UNFOLDED)[0] >= _NARROW


def place_of(x: float, y: float) -> tuple[CarSide, int, int] | None:
    """The view and the thousandths of it at a point of the drawing; ``None`` beside all views."""
    for side, box in UNFOLDED.items():
        if box.holds(x, y):
            return side, _thousandths(x - box.x, box.width), _thousandths(y - box.y, box.height)
    return None


def _thousandths(part: float, whole: float) -> int:
    return min(_THOUSAND, max(0, round(part / whole * _THOUSAND)))


class _PathPen:
    """Collects a shape into a painter's path."""

    def __init__(self, box: Box) -> None:
        self.path = QPainterPath()
        self._x, self._y = box.x, box.y

    def move(self, x: float, y: float) -> None:
        self.path.moveTo(self._x + x, self._y + y)

    def line(self, x: float, y: float) -> None:
        self.path.lineTo(self._x + x, self._y + y)

    def curve(self, x1: float, y1: float, x2: float, y2: float, x: float, y: float) -> None:
        left, top = self._x, self._y
        self.path.cubicTo(left + x1, top + y1, left + x2, top + y2, left + x, top + y)

    def circle(self, x: float, y: float, radius: float) -> None:
        self.path.addEllipse(QPointF(self._x + x, self._y + y), radius, radius)

    def close(self) -> None:
        self.path.closeSubpath()


def paint_car(painter: QPainter, layout: Layout) -> None:
    """The five views in the colours of the theme."""
    kit = tokens.current()
    fills: Mapping[Fill, QColor | None] = {
        Fill.NONE: None,
        Fill.BODY: QColor(kit.card),
        Fill.GLASS: QColor(kit.page),
        Fill.DARK: QColor(kit.line),
    }
    painter.save()
    painter.translate(layout.x, layout.y)
    painter.scale(layout.scale, layout.scale)
    pen = QPen(QColor(kit.muted), 1.2)
    pen.setCosmetic(True)
    painter.setPen(pen)
    for side, view in VIEWS.items():
        for shape in view.shapes:
            drawn = _PathPen(UNFOLDED[side])
            trace(shape, drawn)
            fill = fills[shape.fill]
            if fill is None:
                painter.setBrush(Qt.BrushStyle.NoBrush)
            else:
                painter.setBrush(fill)
            painter.drawPath(drawn.path)
    painter.restore()


def paint_before(painter: QPainter, layout: Layout, mark: Mark) -> None:
    """A mark of last time: paler, a broken ring."""
    painter.setPen(QPen(QColor(tokens.current().muted), 1.4, Qt.PenStyle.DotLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = layout.radius(mark.size) + 2
    painter.drawEllipse(layout.mark_at(mark), radius, radius)


def paint_mark(
    painter: QPainter, layout: Layout, mark: Mark, number: int, since: Since, *, chosen: bool
) -> None:
    """A mark of this time with its number: red what is new, amber what has grown."""
    kit = tokens.current()
    colour = {Since.NEW: kit.over, Since.WORSE: kit.soon, Since.KNOWN: kit.muted}[since]
    middle, radius = layout.mark_at(mark), layout.radius(mark.size)
    if chosen:
        painter.setPen(QPen(QColor(kit.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, radius + 4, radius + 4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(middle, radius, radius)
    if layout.has_numbers():
        font = painter.font()
        font.setPointSizeF(SMALL_POINTS)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(kit.card))
        room = QRectF(middle.x() - 16, middle.y() - 12, 32, 24)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(number))


def paint_cursor(painter: QPainter, at: QPointF) -> None:
    """Where the next mark goes."""
    painter.setPen(QPen(QColor(tokens.current().accent), 1.6))
    for dx, dy in ((12, 0), (0, 12)):
        painter.drawLine(
            QPointF(at.x() - dx, at.y() - dy), QPointF(at.x() - dx / 3, at.y() - dy / 3)
        )
        painter.drawLine(
            QPointF(at.x() + dx / 3, at.y() + dy / 3), QPointF(at.x() + dx, at.y() + dy)
        )
