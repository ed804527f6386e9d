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

from frontdesk.clock import local
from frontdesk.models.enums import VisitStatus
from frontdesk.services.appointments.dto import Appointment, Board
from frontdesk.ui.intake.appointment_cells import (
    Column,
    Placed,
    columns_of,
    is_on_the_row,
    place,
)
from frontdesk.ui.intake.appointment_paint import (
    HEAD,
    SIDE,
    Look,
    name_of,
    paint_lines,
    paint_now,
    paint_one,
)
from frontdesk.ui.intake.board import status_chip
from frontdesk.ui.kit import tokens, words
from frontdesk.ui.kit.labels import tip_text
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.tokens import SMALL_POINTS, Tone

_ROW = 21.0
_DRAG = 6.0
_MOVES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class AppointmentGrid(Translated, QWidget):
    """Arrows go from slot to slot, N to the next appointment, M takes one along, Enter drops it.

    Beside each other in one slot, left and right go from one appointment to the next.

    ``opened`` carries the visit, ``moved`` the appointment with its new column and row;
    ``slot_asked`` column and row of an empty slot (Enter or a double click in it), or of one that
    has room for more (Ins).
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
        """Show these days; the appointment the person was at keeps the cursor.

        What is being carried stays in hand, unless its day is no longer shown.
        """
        self.board, self.columns, self.placed = board, columns_of(board), place(board)
        here = self.current()
        if here is None or here.status is not VisitStatus.BOOKED:
            self.carried = ""
        self.at = (
            min(self.at[0], max(0, len(self.columns) - 1)),
            min(self.at[1], max(0, len(board.slots) - 1)),
        )
        self.setMinimumHeight(int(HEAD + _ROW * len(board.slots)) + 2)
        if not self.carried:
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
        elif key == Qt.Key.Key_Insert and self.columns and not self.carried:
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
        if self.columns:
            paint_lines(painter, board, self.columns, self._rect, self.size())
        for each in self.placed:
            paint_one(painter, each, self._block(each), self._look(board, each))
        self._paint_now(painter, board)
        cursor = self._rect(self.at[0], range(self.at[1], self.at[1] + 1))
        if self.hasFocus() and self.columns:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            style = Qt.PenStyle.DashLine if self.carried else Qt.PenStyle.SolidLine
            painter.setPen(QPen(QColor(kit.accent), 2, style))
            painter.drawRoundedRect(cursor.adjusted(1, 1, -1, -1), 4, 4)
        painter.end()

    def _look(self, board: Board, each: Placed) -> Look:
        one = each.appointment
        tone, _, sign = self._status(one)
        hour = "" if is_on_the_row(board, each) else f"{one.time:%H:%M}"
        return Look(tone, sign, chosen=one.visit_id == self._current, hour=hour)

    def _paint_now(self, painter: QPainter, board: Board) -> None:
        now = local(words.clock().now(), words.clock())
        minutes = now.hour * 60 + now.minute - board.slots[0].hour * 60 if board.slots else -1
        row, part = divmod(minutes, board.minutes)
        if 0 <= row < len(board.slots):
            for number, column in enumerate(self.columns):
                if column.day == now.date():
                    paint_now(
                        painter, self._rect(number, range(row, row + 1)), part / board.minutes
                    )

    # inside -------------------------------------------------------------------------------

    def said(self, one: Appointment) -> str:
        """An appointment in words, for tip, line and screen reader."""
        status = self._status(one)[1]
        parts = (
            f"{one.time:%H:%M}",
            name_of(one),
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
        if right and not self.carried and self._beside(right):
            return
        column = min(max(self.at[0] + right, 0), max(0, len(self.columns) - 1))
        row = min(max(self.at[1] + down, 0), max(0, len(self.board.slots) - 1))
        self.at = column, row
        if not self.carried:
            self._choose_here()
        self.update()

    def _next(self) -> None:
        ids = [p.appointment.visit_id for p in self.placed if not p.appointment.aside]
        if ids:
            at = ids.index(self._current) + 1 if self._current in ids else 0
            self._go_to(ids[at % len(ids)])

    def _go_to(self, visit_id: str) -> None:
        each = next(p for p in self.placed if p.appointment.visit_id == visit_id)
        self.at = each.column, each.rows.start
        self._choose(visit_id)
        self.update()

    def _here(self) -> list[str]:
        """The appointments in the slot of the cursor, from left to right."""
        column, row = self.at
        here = [p for p in self.placed if p.column == column and row in p.rows]
        return [p.appointment.visit_id for p in sorted(here, key=lambda p: p.lane)]

    def _beside(self, right: int) -> bool:
        """Go to the next appointment of the same slot; whether there is one."""
        here = self._here()
        at = here.index(self._current) + right if self._current in here else -1
        if not 0 <= at < len(here):
            return False
        self._choose(here[at])
        self.update()
        return True

    def _choose_here(self) -> None:
        here = self._here()
        self._choose(here[0] if here else "")

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
        return max(_ROW, (self.height() - HEAD) / max(1, rows))

    def _rect(self, column: int, rows: range) -> QRectF:
        wide = (self.width() - SIDE) / max(1, len(self.columns))
        tall = self._tall()
        return QRectF(SIDE + column * wide, HEAD + rows.start * tall, wide, len(rows) * tall)

    def _block(self, each: Placed) -> QRectF:
        box = self._rect(each.column, each.rows).adjusted(3, 2, -3, -2)
        wide = box.width() / each.lanes
        return QRectF(box.left() + each.lane * wide, box.top(), max(8.0, wide - 2), box.height())

    def _cell_at(self, point: QPointF) -> tuple[int, int] | None:
        if self.board is None or point.x() < SIDE or point.y() < HEAD or not self.columns:
            return None
        wide = (self.width() - SIDE) / len(self.columns)
        column, row = int((point.x() - SIDE) // wide), int((point.y() - HEAD) // self._tall())
        inside = column < len(self.columns) and row < len(self.board.slots)
        return (column, row) if inside else None

    def _under(self, point: QPointF) -> Placed | None:
        return next((each for each in self.placed if self._block(each).contains(point)), None)

    def _say(self) -> None:
        self.setAccessibleDescription(
            "; ".join(self.said(each.appointment) for each in self.placed)
        )
