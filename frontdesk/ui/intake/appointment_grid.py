"""The board of appointments: rows of slots, columns of advisors or days; by keys or by mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from frontdesk.models.enums import VisitStatus
from frontdesk.models.values import plate
from frontdesk.services.appointments.dto import Appointment, Board
from frontdesk.ui.intake.appointment_cells import (
    Column,
    Placed,
    columns_of,
    load_of,
    place,
)
from frontdesk.ui.intake.board import status_chip
from frontdesk.ui.kit import tokens, words
from frontdesk.ui.kit.icons import paint_icon
from frontdesk.ui.kit.labels import tip_text
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.tokens import SMALL_POINTS, Tone

_HEAD, _SIDE = 34.0, 76.0
_ROW = 21.0
_DRAG = 6.0
_NARROW, _TAIL = 84.0, 5
"""On a block narrower than this only the end of the plate stands."""
_MOVES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class AppointmentGrid(Translated, QWidget):
    """Arrows go from slot to slot, N to the next appointment, M takes one along, Enter drops it.

    ``opened`` carries the visit, ``moved`` the appointment with its new column and row;
    ``slot_asked`` column and row of an empty slot: Enter or a double click in it.
    """

    chosen = Signal()
    opened = Signal(str)
    moved = Signal(object, object, int)
    missed_asked = Signal(str)
    slot_asked = Signal(object, int)

    def __init__(self) -> None:
        super().__init__()
        self.board: Board | None = None
        self.columns: tuple[Column, ...] = ()
        self.placed: tuple[Placed, ...] = ()
        self.at = (0, 0)
        self._current = ""
        self.carried = ""
        self._pressed: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(False)
        self.retranslate()

    # what is shown ------------------------------------------------------------------------

    def show_board(self, board: Board) -> None:
        """Show these days; the appointment the person was at keeps the cursor."""
        self.board, self.columns, self.placed = board, columns_of(board), place(board)
        self.carried = ""
        self.at = (
            min(self.at[0], max(0, len(self.columns) - 1)),
            min(self.at[1], max(0, len(board.slots) - 1)),
        )
        self.setMinimumHeight(int(_HEAD + _ROW * len(board.slots)) + 2)
        self._go_to(self._current) if self.current() else self._choose_here()
        self._say()
        self.update()

    def current(self) -> Appointment | None:
        """The appointment the person is at."""
        return next(
            (p.appointment for p in self.placed if p.appointment.visit_id == self._current), None
        )

    def go_to_row(self, row: int) -> None:
        """Put the cursor into a row, such as the one of now."""
        self.at = (self.at[0], row)
        self._choose_here()
        self.update()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Appointments"))
        if self.board is not None:
            self.columns = columns_of(self.board)
        self._say()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(900, 520)

    # keys ---------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held != Qt.KeyboardModifier.NoModifier or not self._key(Qt.Key(event.key())):
            super().keyPressEvent(event)
        else:
            event.accept()

    def _key(self, key: Qt.Key) -> bool:
        here = self.current()
        if key in _MOVES:
            self._step(*_MOVES[key])
        elif key in _ENTER:
            if self.carried:
                self._drop()
            elif here is not None:
                self.opened.emit(here.visit_id)
            elif self.columns:
                self.slot_asked.emit(self.columns[self.at[0]], self.at[1])
        elif key == Qt.Key.Key_Escape and self.carried:
            self._put_back()
        elif key == Qt.Key.Key_M and here is not None:
            self._carry(here)
        elif key == Qt.Key.Key_N:
            self._next()
        elif key == Qt.Key.Key_Delete and here is not None:
            self.missed_asked.emit(here.visit_id)
        else:
            return False
        return True

    def event(self, event: QEvent) -> bool:
        # Esc puts back what is carried before it leaves anything.
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.carried
        ):
            event.accept()
            return True
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            under = self._under(QPointF(event.pos()))
            QToolTip.showText(
                event.globalPos(), tip_text(self.said(under.appointment)) if under else "", self
            )
            return True
        return super().event(event)

    # mouse --------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        cell = self._cell_at(event.position())
        if cell is None:
            return
        under = self._under(event.position())
        self.at = cell
        if under is not None:
            self._choose(under.appointment.visit_id)
            self._pressed = event.position()
        else:
            self._choose("")
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = self.current()
        if self._pressed is None or here is None:
            return
        way = event.position() - self._pressed
        if not self.carried and way.manhattanLength() >= _DRAG:
            self._carry(here)
        cell = self._cell_at(event.position())
        if self.carried and cell is not None and cell != self.at:
            self.at = cell
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        if self.carried:
            self._drop()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        under, cell = self._under(event.position()), self._cell_at(event.position())
        if under is not None:
            self.opened.emit(under.appointment.visit_id)
        elif cell is not None:
            self.slot_asked.emit(self.columns[cell[0]], cell[1])

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    # painting -----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        board = self.board
        if board is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = painter.font()
        font.setPointSizeF(SMALL_POINTS)
        painter.setFont(font)
        kit = tokens.current()
        painter.fillRect(self.rect(), QColor(kit.card))
        self._paint_lines(painter, board)
        for each in self.placed:
            self._paint_one(painter, each)
        cursor = self._rect(self.at[0], range(self.at[1], self.at[1] + 1))
        if self.hasFocus() and self.columns:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            style = Qt.PenStyle.DashLine if self.carried else Qt.PenStyle.SolidLine
            painter.setPen(QPen(QColor(kit.accent), 2, style))
            painter.drawRoundedRect(cursor.adjusted(1, 1, -1, -1), 4, 4)
        painter.end()

    def _paint_lines(self, painter: QPainter, board: Board) -> None:
        kit = tokens.current()
        for number, column in enumerate(self.columns):
            for row in range(len(board.slots)):
                if load_of(board, column, row) >= board.capacity:
                    box = self._rect(number, range(row, row + 1))
                    painter.fillRect(box, QColor(kit.ground(Tone.WARN)))
        painter.setPen(QPen(QColor(kit.line), 1))
        for row, begins in enumerate(board.slots):
            y = _HEAD + row * self._tall()
            painter.setPen(QPen(QColor(kit.line), 1))
            painter.drawLine(QPointF(0, y), QPointF(self.width(), y))
            painter.setPen(QColor(kit.muted))
            side = QRectF(6, y, _SIDE - 12, self._tall())
            painter.drawText(side, Qt.AlignmentFlag.AlignVCenter, f"{begins:%H:%M}")
            if board.days == 1 and board.loads[0][row]:
                taken = board.loads[0][row]
                full = taken >= board.capacity
                painter.setPen(QColor(kit.tone(Tone.WARN) if full else kit.muted))
                right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
                painter.drawText(side, right, f"{taken}/{board.capacity}")
        for number, column in enumerate(self.columns):
            box = self._rect(number, range(1))
            painter.setPen(QPen(QColor(kit.line), 1))
            painter.drawLine(QPointF(box.left(), 0), QPointF(box.left(), self.height()))
            painter.setPen(QColor(kit.text))
            head = QRectF(box.left() + 6, 0, box.width() - 12, _HEAD)
            title = painter.fontMetrics().elidedText(
                column.title, Qt.TextElideMode.ElideRight, int(head.width())
            )
            painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, title)

    def _paint_one(self, painter: QPainter, each: Placed) -> None:
        kit, one = tokens.current(), each.appointment
        tone, _, sign = self._status(one)
        box = self._block(each)
        painter.setPen(QPen(QColor(kit.tone(tone)), 1))
        painter.setBrush(QColor(kit.ground(tone)))
        painter.drawRoundedRect(box, 4, 4)
        narrow = box.width() < _NARROW
        if not narrow:
            at = QRectF(box.left() + 4, box.top() + 4, 13, 13)
            paint_icon(painter, at, sign, kit.tone(tone))
        painter.setPen(QColor(kit.text))
        text = " ".join(part for part in (_name(one), one.customer, one.words) if part)
        if narrow:
            text = one.plate[-_TAIL:] or one.customer
        room = box.adjusted(4 if narrow else 21, 0, -3, 0)
        line = QRectF(room.left(), box.top(), room.width(), min(box.height(), 22))
        shown = painter.fontMetrics().elidedText(
            text.replace("\n", " "), Qt.TextElideMode.ElideRight, int(line.width())
        )
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)

    # inside -------------------------------------------------------------------------------

    def said(self, one: Appointment) -> str:
        """An appointment in words, for tip, line and screen reader."""
        status = self._status(one)[1]
        parts = (
            f"{one.time:%H:%M}",
            _name(one),
            one.customer,
            one.advisor,
            status,
            self.tr("{count} min").format(count=one.minutes),
            one.words,
        )
        return " · ".join(part for part in parts if part)

    def _status(self, one: Appointment) -> tuple[Tone, str, str]:
        if one.missed:
            return Tone.WARN, self.tr("Nobody came yet"), "warning"
        chip = status_chip(one.status)
        tone = Tone.INFO if one.status is VisitStatus.BOOKED else chip.tone
        return tone, words.word(one.status), chip.icon

    def _step(self, right: int, down: int) -> None:
        if self.board is None:
            return
        column = min(max(self.at[0] + right, 0), max(0, len(self.columns) - 1))
        row = min(max(self.at[1] + down, 0), max(0, len(self.board.slots) - 1))
        self.at = column, row
        if not self.carried:
            self._choose_here()
        self.update()

    def _next(self) -> None:
        ids = [each.appointment.visit_id for each in self.placed]
        if ids:
            at = ids.index(self._current) + 1 if self._current in ids else 0
            self._go_to(ids[at % len(ids)])

    def _go_to(self, visit_id: str) -> None:
        each = next(p for p in self.placed if p.appointment.visit_id == visit_id)
        self.at = each.column, each.rows.start
        self._choose(visit_id)
        self.update()

    def _choose_here(self) -> None:
        column, row = self.at
        here = [p for p in self.placed if p.column == column and row in p.rows]
        self._choose(here[0].appointment.visit_id if here else "")

    def _choose(self, visit_id: str) -> None:
        self._current = visit_id
        self.chosen.emit()

    def _carry(self, one: Appointment) -> None:
        if one.status is VisitStatus.BOOKED:
            self.carried = one.visit_id
            self.update()

    def _put_back(self) -> None:
        self.carried = ""
        self._go_to(self._current)

    def _drop(self) -> None:
        one, (column, row) = self.current(), self.at
        self.carried = ""
        if one is None:
            return
        each = next(p for p in self.placed if p.appointment.visit_id == one.visit_id)
        if (each.column, each.rows.start) != (column, row):
            self.moved.emit(one, self.columns[column], row)
        self.update()

    def _tall(self) -> float:
        rows = len(self.board.slots) if self.board is not None else 1
        return max(_ROW, (self.height() - _HEAD) / max(1, rows))

    def _rect(self, column: int, rows: range) -> QRectF:
        wide = (self.width() - _SIDE) / max(1, len(self.columns))
        tall = self._tall()
        return QRectF(_SIDE + column * wide, _HEAD + rows.start * tall, wide, len(rows) * tall)

    def _block(self, each: Placed) -> QRectF:
        box = self._rect(each.column, each.rows).adjusted(3, 2, -3, -2)
        wide = box.width() / each.lanes
        return QRectF(box.left() + each.lane * wide, box.top(), max(8.0, wide - 2), box.height())

    def _cell_at(self, point: QPointF) -> tuple[int, int] | None:
        if self.board is None or point.x() < _SIDE or point.y() < _HEAD or not self.columns:
            return None
        wide = (self.width() - _SIDE) / len(self.columns)
        column, row = int((point.x() - _SIDE) // wide), int((point.y() - _HEAD) // self._tall())
        inside = column < len(self.columns) and row < len(self.board.slots)
        return (column, row) if inside else None

    def _under(self, point: QPointF) -> Placed | None:
        return next((each for each in self.placed if self._block(each).contains(point)), None)

    def _say(self) -> None:
        self.setAccessibleDescription(
            "; ".join(self.said(each.appointment) for each in self.placed)
        )


def _name(one: Appointment) -> str:
    return plate.display(one.plate) if one.plate else one.car
