"""The steps of a process in a row: done, now, next; planned and actual time under each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from frontdesk.ui.kit import tokens
from frontdesk.ui.kit.icons import paint_icon
from frontdesk.ui.kit.labels import tip_text
from frontdesk.ui.kit.tokens import SMALL_POINTS, Tone


class StepState(Enum):
    """Where a step stands."""

    DONE = "done"
    NOW = "now"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class Step:
    """One step. ``planned`` and ``actual`` are texts as they are to be read."""

    title: str
    state: StepState = StepState.NEXT
    planned: str = ""
    actual: str = ""
    tone: Tone = Tone.OK
    who: str = ""


_DOT = 22.0
_HEIGHT = 84


class StepStrip(QWidget):
    """Painted steps; a screen reader is given them as one sentence."""

    step_clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[Step, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(320)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show these steps."""
        self._steps = tuple(steps)
        self.setAccessibleName("; ".join(self._said(step) for step in self._steps))
        self.updateGeometry()
        self.update()

    def steps(self) -> tuple[Step, ...]:
        """The steps shown."""
        return self._steps

    def sizeHint(self) -> QSize:
        lines = self.fontMetrics().lineSpacing()
        return QSize(max(320, 84 * len(self._steps)), int(_DOT) + 8 + 3 * lines + 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._steps:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(len(self._steps)):
            self._paint_step(painter, number)
        painter.end()

    def _paint_step(self, painter: QPainter, number: int) -> None:
        kit = tokens.current()
        step = self._steps[number]
        cell = self._cell(number)
        middle = QPointF(cell.center().x(), 4 + _DOT / 2)
        colour = kit.muted if step.state is StepState.NEXT else kit.tone(step.tone)
        if number + 1 < len(self._steps):
            done = self._steps[number + 1].state is not StepState.NEXT
            painter.setPen(QPen(QColor(kit.ok if done else kit.line), 2))
            right = self._cell(number + 1).center().x()
            painter.drawLine(
                QPointF(middle.x() + _DOT / 2 + 4, middle.y()),
                QPointF(right - _DOT / 2 - 4, middle.y()),
            )
        self._paint_dot(painter, middle, step, colour, number)
        lines = self.fontMetrics().lineSpacing()
        place = QRectF(cell.left() + 2, 4 + _DOT + 4, cell.width() - 4, lines)
        font = self.font()
        font.setBold(step.state is StepState.NOW)
        painter.setFont(font)
        painter.setPen(QColor(kit.muted if step.state is StepState.NEXT else kit.text))
        _line(painter, place, step.title)
        font.setBold(False)
        font.setPointSizeF(SMALL_POINTS)
        painter.setFont(font)
        painter.setPen(QColor(kit.muted))
        _line(painter, place.translated(0, lines), step.planned)
        painter.setPen(QColor(colour))
        _line(painter, place.translated(0, 2 * lines - 2), step.actual)

    def _paint_dot(
        self, painter: QPainter, middle: QPointF, step: Step, colour: str, number: int
    ) -> None:
        kit = tokens.current()
        box = QRectF(middle.x() - _DOT / 2, middle.y() - _DOT / 2, _DOT, _DOT)
        if step.state is StepState.DONE:
            sign = "check-circle-fill" if step.tone is Tone.OK else "warning-circle-fill"
            paint_icon(painter, box, sign, colour)
            return
        now = step.state is StepState.NOW
        painter.setPen(QPen(QColor(colour if now else kit.edge), 2))
        painter.setBrush(QColor(kit.ground(step.tone) if now else kit.card))
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        painter.setPen(QColor(colour))
        font = self.font()
        font.setPointSizeF(SMALL_POINTS)
        font.setBold(now)
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number + 1))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            number = self._at(event.pos().x())
            if number is not None:
                said = tip_text(self._said(self._steps[number]))
                QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        number = self._at(event.position().x())
        if number is not None:
            self.step_clicked.emit(number)

    def _cell(self, number: int) -> QRectF:
        width = self.width() / len(self._steps)
        return QRectF(width * number, 0, width, self.height())

    def _at(self, x: float) -> int | None:
        if not self._steps or not 0 <= x < self.width():
            return None
        return int(x / (self.width() / len(self._steps)))

    def _said(self, step: Step) -> str:
        state = {
            StepState.DONE: self.tr("done"),
            StepState.NOW: self.tr("now"),
            StepState.NEXT: self.tr("next"),
        }[step.state]
        return ", ".join(
            part for part in (step.title, state, step.who, step.planned, step.actual) if part
        )


def _line(painter: QPainter, place: QRectF, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(place.width()))
    painter.drawText(place, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, shown)
