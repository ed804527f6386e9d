"""Open actions of all complaints: one's own first, the longest overdue on top."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.services.complaints.after_dto import Action, ActionState
from frontdesk.ui.complaints.after_words import STATE_TONES
from frontdesk.ui.kit import words
from frontdesk.ui.kit.due import days_left
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.narrowing import NarrowingBox
from frontdesk.ui.kit.state import UiState
from frontdesk.ui.kit.table import RecordTable
from frontdesk.ui.kit.table_model import Chip, Column


class ActionsList(Translated, QWidget):
    """``ticket_asked`` carries the id of the ticket an action belongs to.

    ``narrowed`` asks for the actions of other customers' tickets.
    """

    ticket_asked = Signal(str)
    narrowed = Signal()

    def __init__(self, state: UiState) -> None:
        super().__init__()
        self.table: RecordTable[Action] = RecordTable(
            "complaint_actions", _columns(), lambda row: row.id, state=state
        )
        self.table.activated.connect(self._open)
        self.whose = NarrowingBox()
        self.whose.narrowed.connect(self.narrowed)
        self.whose.stand_beside(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        self.retranslate()

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Show these actions in the order given."""
        self.table.set_rows(actions)
        if not self.table.current_id():
            self.table.select_first()
        self.retranslate()

    def late(self) -> int:
        """How many of those shown are past their day."""
        return sum(row.state is ActionState.LATE for row in self.table.rows())

    def retranslate(self) -> None:
        if self.whose.explains(self.table):
            return
        self.table.set_empty(
            "check-square",
            self.tr("No action is open."),
            detail=self.tr(
                "Managers make actions of what a return says is to be done, each with an owner and "
                "a day; they stand here until they are done."
            ),
        )

    def _open(self, action_id: str) -> None:
        row = next((each for each in self.table.rows() if each.id == action_id), None)
        if row is not None:
            self.ticket_asked.emit(row.complaint_id)


def _columns() -> tuple[Column[Action], ...]:
    return (
        Column(
            "due",
            lambda: _tr("Due"),
            lambda row: row.due_on,
            display=_due,
            chip=lambda row: Chip(STATE_TONES[row.state], _due(row)),
            width=230,
        ),
        Column(
            "owner",
            lambda: _tr("Owner"),
            lambda row: row.owner,
            icon=lambda row: "user" if row.mine else "",
            tip=lambda row: _tr("Yours") if row.mine else "",
            width=130,
        ),
        Column("words", lambda: _tr("What is to be done"), lambda row: row.words, stretch=True),
        Column(
            "kind",
            lambda: _tr("Kind"),
            lambda row: row.kind,
            display=lambda row: words.word(row.kind),
            width=110,
        ),
        Column("number", lambda: _tr("Ticket"), lambda row: row.number, width=140),
        Column("customer", lambda: _tr("Customer"), lambda row: row.customer, width=120),
        Column("set_by", lambda: _tr("Set by"), lambda row: row.set_by, width=120, hidden=True),
    )


def _due(row: Action) -> str:
    return _tr("{day} · {left}").format(day=words.day(row.due_on), left=days_left(row.due_on))


def _tr(text: str) -> str:
    return QCoreApplication.translate("action_columns", text)
