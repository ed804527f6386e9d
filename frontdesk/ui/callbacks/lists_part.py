"""Call lists: what lists there are and how far their calls came; a new one is asked for here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QStackedWidget, QWidget

from frontdesk.errors import UserError
from frontdesk.models.enums import CallbackStatus
from frontdesk.models.values import plate as plates
from frontdesk.models.values.ids import new_id
from frontdesk.services.callbacks.list_dto import ListRow, MemberRow
from frontdesk.services.callbacks.lists import LIST_FORM, days_of_lists
from frontdesk.services.desk import Change
from frontdesk.services.permissions import Permission
from frontdesk.services.segments.dto import KeptSegment
from frontdesk.ui.callbacks.lists_form import ListForm
from frontdesk.ui.kit import words
from frontdesk.ui.kit.labels import button
from frontdesk.ui.kit.narrowing import NarrowingBox
from frontdesk.ui.kit.page import Place, UiContext
from frontdesk.ui.kit.section import Section, Title
from frontdesk.ui.kit.shortcuts import bind_key
from frontdesk.ui.kit.table import Column, RecordTable
from frontdesk.ui.kit.table_model import Chip
from frontdesk.ui.kit.tokens import GAP, ROOM, Tone

_TONES = {
    CallbackStatus.DUE: Tone.INFO,
    CallbackStatus.AGREED_TIME: Tone.INFO,
    CallbackStatus.RETRY: Tone.WARN,
    CallbackStatus.DONE: Tone.OK,
}


class ListsSection(Section):
    """Lists at the left, whom the chosen one holds at the right; Ins asks for a new one."""

    def __init__(self, context: UiContext, title: Title) -> None:
        super().__init__(context, title)
        self._service = context.services.call_lists
        self._may = context.services.desk.may(Permission.LIST_CALLS)
        self._list_id = ""
        self.new = button(look="primary")
        self.close_list = button()
        self.closed = QCheckBox()
        self.table: RecordTable[ListRow] = RecordTable(
            "callbacks/lists", self._columns(), lambda row: row.id, state=context.state
        )
        self.members: RecordTable[MemberRow] = RecordTable(
            "callbacks/list",
            self._member_columns(),
            lambda row: row.customer_id,
            state=context.state,
        )
        self.whose = NarrowingBox()
        self.whose.stand_beside(self.members)
        self.form = ListForm()
        self.stack = QStackedWidget()
        self.stack.addWidget(self._beside())
        self.stack.addWidget(self.form)
        self.body.addWidget(self.stack, 1)
        self._keeper = self.keep_drafts(self.form.form, LIST_FORM)
        self._connect()
        self.retranslate()

    # what a section answers ---------------------------------------------------------------

    def refresh(self, changes: frozenset[Change]) -> None:
        if not changes or changes & {Change.CALLBACKS, Change.CUSTOMERS}:
            self.whose.read(self.context)
            self._load()

    def has_unsaved(self) -> bool:
        return self.asking and self.form.form.has_changes()

    def focus_first(self) -> None:
        if self.asking:
            self.form.form.focus_first()
        else:
            self.table.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        super().retranslate()
        self.new.setText(self.tr("New list (Ins)"))
        self.close_list.setText(self.tr("Close the list (Del)"))
        self.closed.setText(self.tr("Also closed ones"))
        self.table.set_empty(
            "clipboard-text",
            self.tr("There is no call list."),
            detail=self.tr("Make one of the customers lost in a month, or for a festival (Ins)."),
        )
        self._say_no_member()

    # acts ---------------------------------------------------------------------------------

    @property
    def asking(self) -> bool:
        """Whether a new list is being asked for."""
        return self.stack.currentWidget() is self.form

    def begin_new(self) -> None:
        """Ask for a new list."""
        if not self._may or self.asking:
            return
        self._list_id = new_id()
        self.stack.setCurrentWidget(self.form)
        with self._keeper.filling():
            self.form.begin(days_of_lists(self.context.services.desk.rules))
        self.run(self.context.services.segments.kept, self._offer_segments)

    def _offer_segments(self, segments: tuple[KeptSegment, ...]) -> None:
        """The draft comes after them: it may have chosen one."""
        self.form.show_segments([(each.id, each.name) for each in segments])
        self._keeper.offer()

    def leave(self) -> None:
        """Back to the lists; what was typed stays a draft."""
        if self.asking:
            self.park()
            self.banners.remove("draft")
            self.stack.setCurrentIndex(0)
            self.focus_first()

    def make(self) -> None:
        """Make the list that is asked for."""
        if not self.asking:
            return
        self.form.form.clear_errors()
        try:
            wanted = self.form.wanted()
        except UserError as error:
            self.form.form.show_errors(error)
            return
        id_ = self._list_id

        def made(_: str) -> None:
            self.stack.setCurrentIndex(0)
            self.notice(
                Tone.OK,
                self.tr("“{name}” is made; its calls are shared out.").format(name=wanted.name),
            )
            self._load(id_)
            self.focus_first()

        self.save_typed(self.form.form, self._keeper, lambda: self._service.make(wanted, id_), made)

    def end(self) -> None:
        """Close the chosen list, after a question: its open calls are withdrawn."""
        row = self.table.current()
        if row is None or row.closed_at is not None or not self._may:
            return
        question = self.tr("Close “{name}”? %n open call(s) will be withdrawn.", "", row.open)
        self.banners.show_banner(
            Tone.WARN,
            question.format(name=row.name),
            self.tr("Close the list"),
            lambda: self._close(row),
            key="close",
        )

    def _close(self, row: ListRow) -> None:
        self.run(
            lambda: self._service.close(row.id, row.version),
            lambda count: self.notice(Tone.OK, self.tr("Closed; %n call(s) withdrawn.", "", count)),
            kind="write",
        )

    # inside -------------------------------------------------------------------------------

    def _beside(self) -> QWidget:
        ground = QWidget()
        row = QHBoxLayout(ground)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(ROOM)
        for tool in (self.closed, self.close_list, self.new):
            self.table.add_tool(tool)
        row.addWidget(self.table, 5)
        row.addWidget(self.members, 4)
        row.setSpacing(GAP)
        for widget in (self.new, self.close_list):
            widget.setVisible(self._may)
        return ground

    def _connect(self) -> None:
        self.new.clicked.connect(self.begin_new)
        self.close_list.clicked.connect(self.end)
        self.closed.toggled.connect(lambda _: self._load())
        self.table.selected.connect(self._show_members)
        self.table.activated.connect(lambda _: self.members.view.setFocus())
        self.members.activated.connect(self._open_customer)
        self.whose.narrowed.connect(self._show_members)
        self.form.asked.connect(self.make)
        self.form.left.connect(self.leave)
        self.form.changed.connect(self._count)
        acts: tuple[tuple[str, Callable[[], None], QWidget], ...] = (
            ("Ins", self.begin_new, self),
            ("Del", self.end, self.table),
            ("Esc", self.leave, self.form),
        )
        for keys, act, where in acts:
            bind_key(where, keys, act)

    def _load(self, select: str = "") -> None:
        closed = self.closed.isChecked()
        self.run(lambda: self._service.lists(closed=closed), partial(self._show, select=select))

    def _show(self, rows: tuple[ListRow, ...], select: str) -> None:
        self.table.set_rows(rows)
        if select:
            self.table.select(select)
        elif rows and not self.table.current_id():
            self.table.select_first()
        self._show_members()

    def _show_members(self, *_: object) -> None:
        row = self.table.current()
        self.close_list.setEnabled(row is not None and row.closed_at is None)
        if row is None:
            self.members.set_rows(())
            return
        self._say_no_member()
        whose = self.whose.wanted()
        self.run(lambda: self._service.members(row.id, whose), self.members.set_rows)

    def _say_no_member(self) -> None:
        if not self.whose.explains(self.members):
            self.members.set_empty("users", self.tr("Choose a list to see whom it holds."))

    def _count(self) -> None:
        if not self.asking:
            return
        try:
            wanted = self.form.wanted()
        except UserError:
            self.form.show_counted(None)
            return
        self.run(
            lambda: self._service.count(wanted),
            self.form.show_counted,
            # What is missing is said when the list is made, not while it is typed.
            lambda _: self.form.show_counted(None),
        )

    def _open_customer(self, customer_id: str) -> None:
        self.context.navigate(Place("customers", customer_id, "open"))

    def _columns(self) -> tuple[Column[ListRow], ...]:
        return (
            Column("state", lambda: self.tr("State"), _state, chip=self._chip, width=104),
            Column("name", lambda: self.tr("Name"), lambda row: row.name, stretch=True),
            Column("kind", lambda: self.tr("Kind"), lambda row: row.kind, width=112),
            Column("first", lambda: self.tr("From"), lambda row: row.first, width=96),
            Column("last", lambda: self.tr("Until"), lambda row: row.last, width=96),
            Column("members", lambda: self.tr("Customers"), lambda row: row.members, width=100),
            Column("open", lambda: self.tr("Open"), lambda row: row.open, width=64),
            Column("done", lambda: self.tr("Done"), lambda row: row.done, width=64),
            Column(
                "by", lambda: self.tr("Made by"), lambda row: row.made_by, hidden=True, width=80
            ),
        )

    def _member_columns(self) -> tuple[Column[MemberRow], ...]:
        return (
            Column("name", lambda: self.tr("Customer"), lambda row: row.name, stretch=True),
            Column(
                "plate",
                lambda: self.tr("Plate"),
                lambda row: row.plate,
                display=lambda row: plates.display(row.plate) if row.plate else "",
                width=116,
            ),
            Column(
                "visit", lambda: self.tr("Last visit"), lambda row: row.last_visit_on, width=112
            ),
            Column(
                "call", lambda: self.tr("Call"), lambda row: row.status, chip=_call_chip, width=92
            ),
            Column("caller", lambda: self.tr("Caller"), lambda row: row.caller, width=80),
        )

    def _chip(self, row: ListRow) -> Chip:
        if row.closed_at is not None:
            return Chip(Tone.NEUTRAL, self.tr("Closed"))
        if row.open == 0:
            return Chip(Tone.OK, self.tr("All made"))
        late = row.last < self.context.services.desk.today
        return Chip(Tone.ERROR, self.tr("Overdue")) if late else Chip(Tone.INFO, self.tr("Running"))


def _state(row: ListRow) -> str:
    return "running" if row.closed_at is None else "closed"


def _call_chip(row: MemberRow) -> Chip:
    status = row.status
    if status is None:
        return Chip(Tone.NEUTRAL, "")
    return Chip(_TONES.get(status, Tone.NEUTRAL), words.word(status))
