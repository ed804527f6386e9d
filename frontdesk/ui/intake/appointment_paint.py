"""How the board of appointments looks: hours, heads, full slots, and each appointment."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from frontdesk.models.values import plate
from frontdesk.services.appointments.dto import Appointment, Board
from frontdesk.ui.intake.appointment_cells import Column, Placed, load_of
from frontdesk.ui.kit import tokens
from frontdesk.ui.kit.icons import paint_icon
from frontdesk.ui.kit.tokens import Tone

HEAD, SIDE = 34.0, 76.0
"""Height of the heads, width of the hours."""

_NARROW, _TAIL = 84.0, 5
"""On a block narrower than this only the end of the plate stands."""

RectOf = Callable[[int, range], QRectF]


@dataclass(frozen=True, slots=True)
class Look:
    """How one appointment looks; ``hour`` where the one at the side is not its own."""

    tone: Tone
    sign: str
    chosen: bool = False
    hour: str = ""


def paint_lines(
    painter: QPainter, board: Board, columns: Sequence[Column], rect: RectOf, size: QSize
) -> None:
    """The empty board. ``rect``: where rows of a column lie."""
    kit, tall = tokens.current(), rect(0, range(1)).height()
    for number, column in enumerate(columns):
        for row in range(len(board.slots)):
            if load_of(board, column, row) >= board.capacity:
                painter.fillRect(rect(number, range(row, row + 1)), QColor(kit.ground(Tone.WARN)))
    for row, begins in enumerate(board.slots):
        y = HEAD + row * tall
        painter.setPen(QPen(QColor(kit.line), 1))
        painter.drawLine(QPointF(0, y), QPointF(size.width(), y))
        painter.setPen(QColor(kit.muted))
        side = QRectF(6, y, SIDE - 12, tall)
        painter.drawText(side, Qt.AlignmentFlag.AlignVCenter, f"{begins:%H:%M}")
        if board.days == 1 and board.loads[0][row]:
            taken = board.loads[0][row]
            full = taken >= board.capacity
            painter.setPen(QColor(kit.tone(Tone.WARN) if full else kit.muted))
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(side, right, f"{taken}/{board.capacity}")
    for number, column in enumerate(columns):
        box = rect(number, range(1))
        painter.setPen(QPen(QColor(kit.line), 1))
        painter.drawLine(QPointF(box.left(), 0), QPointF(box.left(), size.height()))
        painter.setPen(QColor(kit.text))
        head = QRectF(box.left() + 6, 0, box.width() - 12, HEAD)
        title = painter.fontMetrics().elidedText(
            column.title, Qt.TextElideMode.ElideRight, int(head.width())
        )
        painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, title)


def paint_now(painter: QPainter, box: QRectF, part: float) -> None:
    """A line across ``box`` where its row is over by ``part``: what lies above it has passed."""
    painter.setPen(QPen(QColor(tokens.current().tone(Tone.ERROR)), 2))
    y = box.top() + box.height() * part
    painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))


def paint_one(painter: QPainter, each: Placed, box: QRectF, look: Look) -> None:
    """One appointment; one the board is not narrowed to stays pale, for it takes its place."""
    kit, one = tokens.current(), each.appointment
    tone, sign = look.tone, look.sign
    edge = kit.accent if look.chosen else kit.line if one.aside else kit.tone(tone)
    painter.setPen(QPen(QColor(edge), 2 if look.chosen else 1))
    painter.setBrush(QColor(kit.card if one.aside else kit.ground(tone)))
    painter.drawRoundedRect(box, 4, 4)
    narrow = box.width() < _NARROW
    if not narrow:
        at = QRectF(box.left() + 4, box.top() + 4, 13, 13)
        paint_icon(painter, at, sign, kit.muted if one.aside else kit.tone(tone))
    painter.setPen(QColor(kit.muted if one.aside else kit.text))
    text = " ".join(p for p in (look.hour, name_of(one), one.customer, one.words) if p)
    if narrow:
        text = one.plate[-_TAIL:] or one.customer
    room = box.adjusted(4 if narrow else 21, 0, -3, 0)
    line = QRectF(room.left(), box.top(), room.width(), min(box.height(), 22))
    shown = painter.fontMetrics().elidedText(
        text.replace("\n", " "), Qt.TextElideMode.ElideRight, int(line.width())
    )
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)


def name_of(one: Appointment) -> str:
    """The plate, or the car while it has none."""
    return plate.called(one.plate, one.car)
