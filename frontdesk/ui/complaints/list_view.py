"""The list of tickets: overdue ones on top, clocks running."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from frontdesk.services.complaints.after_dto import Action
from frontdesk.services.complaints.dto import CategoryTree, ComplaintFilter, TicketRow
from frontdesk.services.segments.narrowing_dto import Narrowing
from frontdesk.ui.complaints.actions_list import ActionsList
from frontdesk.ui.complaints.columns import columns
from frontdesk.ui.complaints.review_button import ReviewButton
from frontdesk.ui.complaints.wording import is_over
from frontdesk.ui.kit import words
from frontdesk.ui.kit.choice import ChoiceField
from frontdesk.ui.kit.labels import button, set_tip
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.narrowing import NarrowingBox
from frontdesk.ui.kit.panels import KeyHint, StatusChip, page_title
from frontdesk.ui.kit.state import UiState
from frontdesk.ui.kit.table import RecordTable
from frontdesk.ui.kit.tokens import GAP, Tone

_MINE, _OPEN, _ALL, _ACTIONS = "mine", "open", "all", "actions"


class ListView(Translated, QWidget):
    """``opened`` carries a ticket's id; ``wanted_changed`` when others are to be listed."""

    opened = Signal(str)
    new_asked = Signal()
    incoming_asked = Signal()
    wanted_changed = Signal()

    def __init__(self, state: UiState, amber_percent: int) -> None:
        super().__init__()
        self._tree = CategoryTree(())
        self._behind: tuple[str, ...] | None = None
        self.title = page_title()
        self.over = StatusChip(Tone.ERROR)
        self.over.hide()
        self.which = ChoiceField("which", [(_MINE, ""), (_OPEN, ""), (_ALL, ""), (_ACTIONS, "")])
        self.which.set_value(_OPEN)
        self.which.changed.connect(self._which_changed)
        self.new = button(look="primary")
        self.new.clicked.connect(self.new_asked)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        for widget in (self.title, self.over):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.which)
        head.addStretch(1)
        self.review = ReviewButton()
        head.addWidget(self.review)
        self.incoming = button()
        self.incoming.clicked.connect(self.incoming_asked)
        head.addWidget(self.incoming)
        head.addWidget(KeyHint("Ctrl+N"))
        head.addWidget(self.new)
        self.table: RecordTable[TicketRow] = RecordTable(
            "complaints",
            columns(lambda: self._tree, amber_percent),
            lambda row: row.id,
            state=state,
        )
        self.table.activated.connect(self.opened)
        self.whose = NarrowingBox()
        self.whose.narrowed.connect(self.wanted_changed)
        self.whose.stand_beside(self.table)
        self.action_list = ActionsList(state)
        self.action_list.narrowed.connect(self.wanted_changed)
        self.tables = QStackedWidget()
        self.tables.addWidget(self.table)
        self.tables.addWidget(self.action_list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(self.tables, 1)
        self.retranslate()

    def wanted(self) -> ComplaintFilter:
        """What is to be listed."""
        if self._behind is not None:
            return ComplaintFilter(ids=self._behind, limit=max(1, len(self._behind)))
        which = self.which.value()
        whose = self.whose.wanted()
        return ComplaintFilter(mine=which == _MINE, open=which == _OPEN, narrowing=whose)

    def whose_actions(self) -> Narrowing:
        """Of whose tickets the open actions are to be listed."""
        return self.action_list.whose.wanted()

    def wants_actions(self) -> bool:
        """Whether open actions are to be listed in place of tickets."""
        return self._behind is None and self.which.value() == _ACTIONS

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Show these open actions in the order given."""
        self.action_list.show_actions(actions)
        self._count()

    def show_behind(self, ids: tuple[str, ...] | None) -> None:
        """List only these tickets; ``None`` lists as chosen again."""
        self._behind = ids
        for choice in (self.which, self.whose):
            choice.setVisible(ids is None)
        self._turn()
        self.wanted_changed.emit()

    def show_rows(self, rows: Sequence[TicketRow], tree: CategoryTree) -> None:
        """Show these tickets in the order given."""
        self._tree = tree
        self.table.set_rows(rows)
        if not self.table.current_id():
            self.table.select_first()
        self._say_empty()
        self._count()

    def tick(self) -> None:
        """A minute went by."""
        self.table.model.retranslate()
        self.action_list.table.model.retranslate()
        self._count()

    def focus_table(self) -> None:
        """Go to where work begins."""
        shown = self.action_list.table if self.wants_actions() else self.table
        shown.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        self.title.setText(self.tr("Complaints"))
        self.new.setText(self.tr("New complaint"))
        self.incoming.setText(self.tr("Incoming call"))
        set_tip(self.incoming, self.tr("A call comes in (Ctrl+Shift+N, from anywhere)"))
        self.which.set_options(
            [
                (_MINE, self.tr("Waiting for me")),
                (_OPEN, self.tr("Open")),
                (_ALL, self.tr("All")),
                (_ACTIONS, self.tr("Actions")),
            ]
        )
        self._say_empty()
        self._count()

    def _turn(self) -> None:
        shown = self.action_list if self.wants_actions() else self.table
        self.tables.setCurrentWidget(shown)
        self._count()

    def _which_changed(self) -> None:
        self._say_empty()
        self._turn()
        self.wanted_changed.emit()

    def _say_empty(self) -> None:
        if self.whose.explains(self.table):
            return
        if self.which.value() == _MINE:
            self.table.set_empty("check-circle", self.tr("No complaint waits for you."))
            return
        self.table.set_empty(
            "chat-centered-dots",
            self.tr("There is no complaint here."),
            detail=self.tr(
                "One is registered from a customer found in the search (Alt+Enter), from a visit "
                "or from a callback whose customer is not satisfied."
            ),
        )

    def _count(self) -> None:
        now = words.clock().now()
        if self.wants_actions():
            late = self.action_list.late()
        else:
            late = sum(is_over(row.clock, now) for row in self.table.rows())
        self.over.show_status(Tone.ERROR, self.tr("%n overdue", "", late))
        self.over.setVisible(late > 0)
