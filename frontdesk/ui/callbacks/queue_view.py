"""The queue of calls: most urgent first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.models.enums import CallbackStatus
from frontdesk.models.rules import CallHours
from frontdesk.models.values import plate
from frontdesk.services.callbacks.dto import QueueFilter, QueueLook, QueueRow, Urgency
from frontdesk.ui.callbacks.queue_tools import QueueTools
from frontdesk.ui.kit import words
from frontdesk.ui.kit.labels import button, muted
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import KeyHint, page_title
from frontdesk.ui.kit.shortcuts import bind_key
from frontdesk.ui.kit.state import UiState
from frontdesk.ui.kit.table import Column, RecordTable
from frontdesk.ui.kit.table_model import Chip
from frontdesk.ui.kit.tokens import GAP, Tone

_TONES = {
    Urgency.OVERDUE: (Tone.ERROR, "warning-octagon"),
    Urgency.AGREED: (Tone.INFO, "clock"),
    Urgency.LAST_DAY: (Tone.WARN, "warning"),
    Urgency.DUE: (Tone.OK, "phone"),
    Urgency.WAITING: (Tone.NEUTRAL, "hourglass"),
}


class QueueView(Translated, QWidget):
    """Table with its controls. ``opened`` and ``call_asked`` carry the callback's id."""

    opened = Signal(str)
    call_asked = Signal(str)
    filter_changed = Signal()

    def __init__(self, state: UiState, hours: tuple[CallHours, ...]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self.title = page_title()
        self.summary = muted()
        self.call_next = button(look="primary")
        self.call_next.clicked.connect(self._call)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self.title)
        head.addWidget(self.summary, 1)
        head.addWidget(KeyHint("F9"))
        head.addWidget(self.call_next)
        column.addLayout(head)
        self.table: RecordTable[QueueRow] = RecordTable(
            "callbacks", self._columns(), lambda row: row.id, state=state, filterable=False
        )
        self.tools = QueueTools(hours, self)
        for control in self.tools.controls():
            self.table.add_tool(control)
        self.table.columns_button()
        column.addWidget(self.table, 1)
        self.tools.changed.connect(self.filter_changed)
        self.tools.text.returnPressed.connect(self.focus_table)
        self.table.view.filter_asked.connect(self.tools.ask)
        self.table.activated.connect(self.opened)
        bind_key(self, Qt.Key.Key_F9, self._call)
        self._overdue = self._done = self._beyond = 0
        self.retranslate()

    def wanted(self) -> QueueFilter:
        """What the controls ask for."""
        return self.tools.wanted()

    def show_queue(self, queue: QueueLook, done_today: int) -> None:
        """Show the queue; the cursor goes to the first call unless it stands on one."""
        self._say_empty()
        self.table.set_rows(queue.rows)
        if not self.table.selected_ids():
            self.table.select_first()
        self._overdue, self._done = queue.overdue, done_today
        self._beyond = queue.total - len(queue.rows)
        self.call_next.setEnabled(bool(queue.rows))
        self._summarise()

    def focus_table(self) -> None:
        """Go to where work begins."""
        self.table.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        self.title.setText(self.tr("Callbacks"))
        self.call_next.setText(self.tr("Call next"))
        self._say_empty()
        self._summarise()

    def _say_empty(self) -> None:
        if self.tools.narrowed():
            self.table.set_empty("funnel", self.tr("No calls fit what is asked for."))
            return
        self.table.set_empty(
            "phone-call",
            self.tr("No calls are due."),
            detail=self.tr(
                "A call falls due the day after a car is handed over or a new car is delivered."
            ),
        )

    def _summarise(self) -> None:
        parts = [self.tr("%n overdue", "", self._overdue)] if self._overdue else []
        parts.append(self.tr("%n done today", "", self._done))
        if self._beyond:
            parts.append(self.tr("%n more, less urgent", "", self._beyond))
        self.summary.setText(" · ".join(parts))

    def _call(self) -> None:
        callback_id = self.table.current_id() or next((r.id for r in self.table.rows()), "")
        if callback_id:
            self.call_asked.emit(callback_id)

    def _columns(self) -> list[Column[QueueRow]]:
        return [
            Column(
                "urgency",
                lambda: self.tr("State"),
                lambda row: list(Urgency).index(row.urgency),
                chip=self._chip,
                right=False,
                width=150,
            ),
            Column("kind", lambda: self.tr("Kind"), lambda row: row.kind, width=130),
            Column(
                "customer",
                lambda: self.tr("Customer"),
                lambda row: row.customer_name,
                stretch=True,
            ),
            Column(
                "plate",
                lambda: self.tr("Plate"),
                lambda row: plate.display(row.plate) if row.plate else None,
                width=110,
            ),
            Column("model", lambda: self.tr("Model"), lambda row: row.model, width=130),
            Column("phone", lambda: self.tr("Phone"), lambda row: row.phone, width=120),
            Column("due", lambda: self.tr("Due until"), lambda row: row.due_until, width=110),
            Column(
                "next",
                lambda: self.tr("Next call"),
                lambda row: row.next_try_at,
                display=lambda row: words.near(row.next_try_at) if row.next_try_at else "",
                width=150,
            ),
            Column(
                "answered",
                lambda: self.tr("Answered at"),
                lambda row: row.answered_at,
                display=lambda row: f"{row.answered_at:%H:%M}" if row.answered_at else "",
                width=118,
            ),
            Column("attempts", lambda: self.tr("Attempts"), lambda row: row.attempts, width=96),
            Column(
                "assigned",
                lambda: self.tr("Given to"),
                lambda row: row.assigned_name,
                width=100,
            ),
            Column(
                "number", lambda: self.tr("Number"), lambda row: row.number, width=120, hidden=True
            ),
        ]

    def _chip(self, row: QueueRow) -> Chip:
        if row.in_call:
            return Chip(Tone.INFO, self.tr("In a call"), "phone-call")
        tone, icon = _TONES[row.urgency]
        return Chip(tone, self.urgency_word(row), icon)

    def urgency_word(self, row: QueueRow) -> str:
        """The word for how urgent a call is."""
        match row.urgency:
            case Urgency.OVERDUE:
                return self.tr("Overdue")
            case Urgency.AGREED:
                return self.tr("Agreed, {hour}").format(hour=words.hour(row.next_try_at))
            case Urgency.LAST_DAY:
                return self.tr("Last day")
            case Urgency.DUE:
                return self.tr("Due")
            case _:
                agreed = row.status is CallbackStatus.AGREED_TIME
                return self.tr("Agreed, later") if agreed else self.tr("To retry")
