"""Bars and Pareto, drawn plainly; the same figures stand in their accessible description."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from frontdesk.ui.kit import tokens, words
from frontdesk.ui.kit.tokens import SMALL_POINTS, Tone

# The vital few: where the rule of the chart draws its line.
_PARETO_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar; ``text`` is the figure as it is to be read (the value itself unless given)."""

    label: str
    value: float
    text: str = ""
    tone: Tone = Tone.INFO

    def figure(self) -> str:
        """The figure as read."""
        return self.text or f"{self.value:,g}"


class BarChart(QWidget):
    """Upright bars in the order given, with label below and figure above."""

    # Where something is drawn over the bars, their figures stand inside.
    _figures_inside = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[Bar, ...] = ()
        self._empty = ""
        self.setMinimumHeight(160)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_empty(self, text: str) -> None:
        """What is said while there is nothing to draw."""
        self._empty = text
        self.update()

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Draw these bars."""
        self._bars = tuple(bars)
        self.setAccessibleDescription("; ".join(self._said()))
        self.update()

    def bars(self) -> tuple[Bar, ...]:
        """The bars drawn."""
        return self._bars

    def sizeHint(self) -> QSize:
        return QSize(480, 240)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        kit = tokens.current()
        if not self._bars:
            painter.setPen(QColor(kit.muted))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._empty)
            painter.end()
            return
        font = painter.font()
        font.setPointSizeF(SMALL_POINTS)
        painter.setFont(font)
        line = painter.fontMetrics().lineSpacing()
        plot = QRectF(self.rect()).adjusted(8, line + 6, -8, -(line + 8))
        painter.setPen(QPen(QColor(kit.line), 1))
        painter.drawLine(plot.bottomLeft(), plot.bottomRight())
        for number, bar in enumerate(self._bars):
            self._paint_bar(painter, plot, number, bar, line)
        self._paint_over(painter, plot)
        painter.end()

    def _paint_bar(self, painter: QPainter, plot: QRectF, number: int, bar: Bar, line: int) -> None:
        kit = tokens.current()
        cell = self._cell(plot, number)
        tall = plot.height() * max(0.0, bar.value) / self._scale()
        width = min(48.0, cell.width() * 0.62)
        box = QRectF(cell.center().x() - width / 2, plot.bottom() - tall, width, tall)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(kit.tone(bar.tone)))
        painter.drawRoundedRect(box, min(3, tall / 2), min(3, tall / 2))
        inside = self._figures_inside and tall > line + 4
        painter.setPen(QColor(kit.on_accent if inside else kit.text))
        top = box.top() + 2 if inside else box.top() - line - 2
        place = QRectF(cell.left(), top, cell.width(), line)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, bar.figure())
        painter.setPen(QColor(kit.muted))
        below = QRectF(cell.left() + 2, plot.bottom() + 4, cell.width() - 4, line)
        shown = painter.fontMetrics().elidedText(
            bar.label, Qt.TextElideMode.ElideRight, int(below.width())
        )
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, shown)

    def _paint_over(self, painter: QPainter, plot: QRectF) -> None:
        """What stands over the bars; nothing here."""

    def _cell(self, plot: QRectF, number: int) -> QRectF:
        width = plot.width() / len(self._bars)
        return QRectF(plot.left() + number * width, plot.top(), width, plot.height())

    def _scale(self) -> float:
        return max(1e-9, *(bar.value for bar in self._bars))

    def _said(self) -> list[str]:
        return [f"{bar.label}: {bar.figure()}" for bar in self._bars]


class ParetoChart(BarChart):
    """Bars in falling order under the line of their cumulative share (0–100 % of the height)."""

    _figures_inside = True

    def show_bars(self, bars: Sequence[Bar]) -> None:
        super().show_bars(sorted(bars, key=lambda bar: -bar.value))

    def cumulative(self) -> list[float]:
        """The cumulative shares 0–1, bar by bar."""
        total = sum(bar.value for bar in self._bars) or 1.0
        shares: list[float] = []
        for bar in self._bars:
            shares.append((shares[-1] if shares else 0.0) + bar.value / total)
        return shares

    def _paint_over(self, painter: QPainter, plot: QRectF) -> None:
        kit = tokens.current()
        points = [
            QPointF(self._cell(plot, n).center().x(), plot.bottom() - plot.height() * share)
            for n, share in enumerate(self.cumulative())
        ]
        high = plot.bottom() - plot.height() * _PARETO_SHARE
        painter.setPen(QPen(QColor(kit.line), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(plot.left(), high), QPointF(plot.right(), high))
        painter.setPen(QColor(kit.muted))
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        painter.drawText(QRectF(plot.left(), high - 20, 60, 19), side, f"{_PARETO_SHARE:.0%}")
        painter.setPen(QPen(QColor(kit.soon), 2))
        painter.setBrush(QColor(kit.card))
        painter.drawPolyline(points)
        for point in points:
            painter.drawEllipse(point, 3.5, 3.5)

    def _scale(self) -> float:
        # Bars stand on the scale of the line: the full height is all of them together.
        return max(sum(bar.value for bar in self._bars), 1e-9)

    def _said(self) -> list[str]:
        return [
            f"{said} ({words.share(share)})"
            for said, share in zip(super()._said(), self.cumulative(), strict=True)
        ]
