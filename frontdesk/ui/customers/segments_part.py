"""Segments: kept ones at the left, what is asked for, and at the right who fits, counted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from frontdesk.errors import UserError
from frontdesk.models.values.ids import new_id
from frontdesk.services.desk import Change
from frontdesk.services.permissions import Permission
from frontdesk.services.printed import PrintedForm
from frontdesk.services.segments.dto import Exported, KeptSegment, Member
from frontdesk.services.segments.inputs import Criteria
from frontdesk.services.segments.service import SEGMENT_FORM
from frontdesk.services.segments.telling import told
from frontdesk.ui.customers.class_line import CLASS_TONES
from frontdesk.ui.customers.segments_form import SegmentForm
from frontdesk.ui.kit import words
from frontdesk.ui.kit.flow import FlowLayout
from frontdesk.ui.kit.labels import button, plain
from frontdesk.ui.kit.page import Place, UiContext
from frontdesk.ui.kit.panels import Card, scrolled
from frontdesk.ui.kit.save_as import save_as
from frontdesk.ui.kit.section import Section, Title
from frontdesk.ui.kit.shortcuts import bind_key
from frontdesk.ui.kit.table import Column, RecordTable
from frontdesk.ui.kit.table_model import Chip
from frontdesk.ui.kit.tasks import Task
from frontdesk.ui.kit.tokens import GAP, ROOM, Tone

_PAUSE_MS = 300
_KEPT_WIDTH, _KEPT_SLIM, _CROWDED = 190, 136, 1100


class SegmentsSection(Section):
    """Ins begins a segment, Ctrl+Enter keeps it, Del ends it, Ctrl+E exports, Ctrl+P prints."""

    def __init__(self, context: UiContext, title: Title) -> None:
        super().__init__(context, title)
        self._service = context.services.segments
        may = context.services.desk.may
        self._may_keep = may(Permission.CLASSIFY_CUSTOMERS)
        self._may_take = may(Permission.EXPORT_CUSTOMERS)
        self._shown: KeptSegment | None = None
        self._new_id = new_id()
        self._asked: Criteria | None = None
        self._counting: tuple[Task, ...] = ()
        self.table: RecordTable[KeptSegment] = RecordTable(
            "customers/segments",
            self._columns(),
            lambda row: row.id,
            state=context.state,
            filterable=False,
        )
        self.members: RecordTable[Member] = RecordTable(
            "customers/segment", self._member_columns(), lambda row: row.id, state=context.state
        )
        self.form = SegmentForm()
        self.count = plain(wrap=True)
        self.new, self.end_ = button(look="flat"), button(look="flat")
        self.keep = button(look="primary")
        self.export, self.print_ = button(), button()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._count)
        self.heading.hide()  # the bar above names the part
        self._build()
        self._keeper = self.keep_drafts(
            self.form.form,
            SEGMENT_FORM,
            lambda: self._shown.id if self._shown else "",
            lambda: self._shown.version if self._shown else None,
        )
        self._connect()
        self.retranslate()

    # what a section answers ---------------------------------------------------------------

    def refresh(self, changes: frozenset[Change]) -> None:
        if not changes or Change.CUSTOMERS in changes:
            self._load()
            self._asked = None
            self._count()
        if not changes and not self.has_unsaved():
            self._keeper.offer()

    def open_on(self, payload: object) -> None:
        """``payload``: the id of a segment."""
        if isinstance(payload, str):
            self._load(payload)

    def has_unsaved(self) -> bool:
        return self._may_keep and self.form.form.has_changes()

    def focus_first(self) -> None:
        if self.table.rows():
            self.table.setFocus()
        else:
            self.form.form.focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._left.setFixedWidth(_KEPT_SLIM if self.width() < _CROWDED else _KEPT_WIDTH)

    def retranslate(self) -> None:
        super().retranslate()
        self.new.setText(self.tr("New (Ins)"))
        self.end_.setText(self.tr("End (Del)"))
        self.keep.setText(self.tr("Keep segment  Ctrl+Enter"))
        self.export.setText(self.tr("Export  Ctrl+E"))
        self.print_.setText(self.tr("Print  Ctrl+P"))
        self.table.set_empty(
            "users-three",
            self.tr("No segment is kept yet."),
            detail=self.tr("Say at the right who is meant, give it a name and keep it."),
        )
        self.members.set_empty("users", self.tr("Nobody fits."))
        self._say_count(None)

    # acts ---------------------------------------------------------------------------------

    def begin_new(self) -> None:
        """A segment that is not kept yet."""
        self._show_kept(None)
        self.form.form.focus_first()

    def save(self) -> None:
        """Keep what is asked for under its name."""
        if not self._may_keep:
            return
        self.form.form.clear_errors()
        try:
            wanted = self.form.wanted()
        except UserError as error:
            self.form.form.show_errors(error)
            return
        shown, name, made = self._shown, self.form.called(), self._new_id

        def keep() -> str:
            if shown is None:
                return self._service.make(name, wanted, made)
            self._service.change(shown.id, shown.version, name, wanted)
            return shown.id

        def done(segment_id: str) -> None:
            self.notice(Tone.OK, self.tr("“{name}” is kept.").format(name=name))
            self._load(segment_id)

        self.save_typed(self.form.form, self._keeper, keep, done)

    def end(self) -> None:
        """Offer the chosen segment no more, after a question."""
        row = self._shown
        if row is None or not self._may_keep:
            return
        question = self.tr("End “{name}”? The customers stay as they are.")
        self.banners.show_banner(
            Tone.WARN,
            question.format(name=row.name),
            self.tr("End the segment"),
            lambda: self._end(row),
            key="end",
        )

    def take_out(self) -> None:
        """The customers who fit as a workbook; the password is asked for."""
        wanted, speak = self._wanted(), self.context.language
        if wanted is not None and self._may_take:
            name = self.form.called()
            self.run(lambda: self._service.export(wanted, speak, name), self._save, kind="long")

    def print_list(self) -> None:
        """The customers who fit on paper."""
        wanted, speak = self._wanted(), self.context.language
        if wanted is not None and self._may_take:
            name = self.form.called()
            self.run(
                lambda: self._service.print_list(wanted, speak, name), self._paper, kind="write"
            )

    # inside -------------------------------------------------------------------------------

    def _end(self, row: KeptSegment) -> None:
        def done(_: None) -> None:
            self.banners.remove("end")
            self._show_kept(None)
            self._load()

        self.run(lambda: self._service.end(row.id, row.version), done, kind="write")

    def _load(self, select: str = "") -> None:
        def show(rows: tuple[KeptSegment, ...]) -> None:
            self.table.set_rows(rows)
            found = next((row for row in rows if row.id == select), None)
            if found is not None:
                self.table.select(select)
                self._show_kept(found)

        self.run(self._service.kept, show)

    def _choose(self, segment_id: str) -> None:
        row = self.table.current()
        if row is None or row.id != segment_id or row == self._shown:
            return
        self._show_kept(row)

    def _show_kept(self, row: KeptSegment | None) -> None:
        """What was typed into the one before stays its draft."""
        self.park()
        self.banners.remove("draft")
        self._shown, self._new_id = row, new_id()
        with self._keeper.filling():
            self.form.show_kept(row)
        self.end_.setEnabled(row is not None)
        self._keeper.offer()
        self._count()

    def _wanted(self) -> Criteria | None:
        try:
            return self.form.wanted()
        except UserError as error:
            self.form.form.show_errors(error)
            return None

    def _count(self) -> None:
        try:
            wanted = self.form.wanted()
        except UserError:
            self._say_count(None)
            return
        if wanted == self._asked:
            return
        self._asked = wanted

        def count(found: int) -> None:
            if wanted == self._asked:
                self._say_count(found)

        def show(rows: tuple[Member, ...]) -> None:
            if wanted == self._asked:
                self.members.set_rows(rows)

        for earlier in self._counting:
            earlier.cancel()
        ask = self.context.tasks.run
        # What is missing is said when it is kept, not while it is typed.
        self._counting = (
            ask(lambda: self._service.count(wanted), count, self._uncounted, owner=self),
            ask(lambda: self._service.members(wanted), show, lambda _: None, owner=self),
        )

    def _uncounted(self, _: Exception) -> None:
        self._say_count(None)

    def _say_count(self, found: int | None) -> None:
        if found is None:
            self.count.setText("")
            return
        asked = told(self._asked or Criteria(), self.context.language)
        many = self.tr("%n customer(s)", "", found)
        self.count.setText(f"{many}  ·  {asked}")

    def _paper(self, form: PrintedForm) -> None:
        from frontdesk.ui.kit.pdf_view import show_pdf

        show_pdf(self, self.tr("Segment"), form.pdf, form.file_name)

    def _save(self, made: Exported) -> None:
        title = self.tr("Save the customers of the segment")
        save_as(self, title, made.file_name, made.content)

    def _open_customer(self, customer_id: str) -> None:
        self.context.navigate(Place("customers", customer_id, "open"))

    def _build(self) -> None:
        self._left = left = QWidget()
        right = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 1)
        column.addLayout(_row(self.new, self.end_))
        card = Card()
        card.add(scrolled(self.form, whole_width=True))
        self.form.setProperty("look", "ground")
        card.body.addLayout(_row(self.keep))
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.count)
        column.addWidget(self.members, 1)
        column.addLayout(_row(self.export, self.print_))
        whole = QHBoxLayout()
        whole.setSpacing(ROOM)
        whole.addWidget(left)
        whole.addWidget(card, 13)
        whole.addWidget(right, 10)
        self.body.addLayout(whole, 1)
        for widget in (self.new, self.end_, self.keep):
            widget.setVisible(self._may_keep)
        for widget in (self.export, self.print_):
            widget.setVisible(self._may_take)
        self.end_.setEnabled(False)

    def _connect(self) -> None:
        self.table.selected.connect(self._choose)
        self.table.activated.connect(lambda _: self.form.form.focus_first())
        self.members.activated.connect(self._open_customer)
        self.form.changed.connect(self._pause.start)
        self.form.form.save_requested.connect(self.save)
        acts: tuple[tuple[QPushButton, str, Callable[[], None], QWidget], ...] = (
            (self.new, "Ins", self.begin_new, self),
            (self.end_, "Del", self.end, self.table),
            (self.export, "Ctrl+E", self.take_out, self),
            (self.print_, "Ctrl+P", self.print_list, self),
        )
        self.keep.clicked.connect(self.save)
        for widget, keys, act, where in acts:
            widget.clicked.connect(act)
            bind_key(where, keys, act)

    def _columns(self) -> tuple[Column[KeptSegment], ...]:
        return (Column("name", lambda: self.tr("Segments"), lambda row: row.name, stretch=True),)

    def _member_columns(self) -> tuple[Column[Member], ...]:
        return (
            Column("name", lambda: self.tr("Customer"), lambda row: row.name, width=90),
            Column(
                "class",
                lambda: self.tr("Class"),
                lambda row: row.value_class,
                chip=class_chip,
                width=146,
            ),
            Column("cars", lambda: self.tr("Cars"), lambda row: row.cars, stretch=True),
            Column(
                "visit", lambda: self.tr("Last visit"), lambda row: row.last_visit_on, width=104
            ),
            Column("phone", lambda: self.tr("Telephone"), lambda row: row.phone, hidden=True),
            Column(
                "badges",
                lambda: self.tr("Valued for"),
                lambda row: ", ".join(words.word(badge) for badge in row.badges),
                hidden=True,
            ),
            Column("number", lambda: self.tr("File"), lambda row: row.number, hidden=True),
            Column(
                "occupation", lambda: self.tr("Occupation"), lambda row: row.occupation, hidden=True
            ),
        )


def class_chip(row: Member) -> Chip:
    """The class with its colour; a dash for none."""
    if row.value_class is None:
        return Chip(Tone.NEUTRAL, "–")
    return Chip(CLASS_TONES[row.value_class], words.word(row.value_class))


def _row(*widgets: QWidget) -> FlowLayout:
    row = FlowLayout()
    for widget in widgets:
        row.addWidget(widget)
    return row
