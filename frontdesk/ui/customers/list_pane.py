"""The list of files: what to look for, which part of them, and the table."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from frontdesk.services.customers.dto import (
    CustomerFilter,
    CustomerPage,
    CustomerRow,
    Segment,
    Sort,
)
from frontdesk.ui.kit import words
from frontdesk.ui.kit.icons import icon
from frontdesk.ui.kit.labels import button, set_tip, small
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.narrowing import NarrowingBox
from frontdesk.ui.kit.state import UiState
from frontdesk.ui.kit.table import Column, RecordTable
from frontdesk.ui.kit.tokens import GAP, Tone

_PAUSE_MS = 120
_SORTS = {
    "name": Sort.NAME,
    "number": Sort.NUMBER,
    "last_visit": Sort.LAST_VISIT,
    "next_due": Sort.NEXT_DUE,
}


class ListPane(Translated, QWidget):
    """``wanted_changed`` asks for other rows, ``chosen`` carries the id the cursor went to."""

    wanted_changed = Signal()
    chosen = Signal(str)
    entered = Signal(str)
    new_asked = Signal()
    import_asked = Signal()

    def __init__(self, state: UiState, *, may_edit: bool, may_import: bool) -> None:
        super().__init__()
        self._may_edit = may_edit
        self._page = CustomerPage((), 0)
        self._showing = False
        self.text = QLineEdit()
        self.text.setClearButtonEnabled(True)
        funnel = QAction(icon("funnel", "muted"), "", self.text)
        self.text.addAction(funnel, QLineEdit.ActionPosition.LeadingPosition)
        self.segment = NarrowingBox([(each, partial(self._said, each)) for each in Segment])
        self.table: RecordTable[CustomerRow] = RecordTable(
            "customers", self._columns(), lambda row: row.id, state=state, filterable=False,
            footer=False,
        )  # fmt: skip
        self._count = small()
        self.new = button()
        self.new.setIcon(icon("plus", "muted"))
        if not may_edit:
            self.new.hide()
        self.load = QToolButton()
        self.load.setIcon(icon("download-simple", "muted"))
        if not may_import:
            self.load.hide()
        self._build()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.wanted_changed)
        self._settle = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._settle.timeout.connect(self._choose)
        self.text.textChanged.connect(lambda _: self._pause.start())
        self.text.returnPressed.connect(self.table.setFocus)
        self.segment.narrowed.connect(self.wanted_changed)
        self.table.view.horizontalHeader().sortIndicatorChanged.connect(self._resorted)
        self.table.selected.connect(self._moved)
        self.table.activated.connect(self.entered)
        self.table.empty.acted.connect(self.new_asked)
        self.new.clicked.connect(self.new_asked)
        self.load.clicked.connect(self.import_asked)
        self.retranslate()

    # content ----------------------------------------------------------------------------

    def wanted(self) -> CustomerFilter:
        """What is looked for."""
        own = self.segment.own()
        segment = own if isinstance(own, Segment) else Segment.ALL
        return CustomerFilter(self.text.text(), segment, self.segment.wanted())

    def order(self) -> tuple[Sort, bool]:
        """By what the list is sorted, and whether from the end."""
        header = self.table.view.horizontalHeader()
        at = header.sortIndicatorSection()
        keys = [column.key for column in self.table.model.columns]
        if 0 <= at < len(keys) and keys[at] in _SORTS:
            down = header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
            return _SORTS[keys[at]], down
        return Sort.LAST_VISIT, True

    def show_page(self, page: CustomerPage, current: str) -> None:
        """Show these rows with the cursor on ``current``, without asking for it to be opened."""
        self._page = page
        self._showing = True
        self.table.set_rows(page.rows)
        self._showing = False
        if not self._settle.isActive():
            self.point_at(current)
        self._say()

    def hold(self) -> None:
        """Another file is opened from elsewhere: where the cursor went no longer counts."""
        self._settle.stop()

    def point_at(self, customer_id: str) -> bool:
        """Put the cursor on a file that is opened already ('' for none); whether it is shown."""
        self.hold()
        self._showing = True
        found = bool(customer_id) and self.table.select(customer_id)
        if not found:
            self.table.view.setCurrentIndex(QModelIndex())
        self._showing = False
        return found

    def shown(self) -> CustomerPage:
        """The rows shown."""
        return self._page

    def retranslate(self) -> None:
        self.text.setPlaceholderText(self.tr("Filter: plate, phone, name …"))
        self.text.setAccessibleName(self.tr("Filter the list"))
        self.new.setText(self.tr("New  Ctrl+N"))
        set_tip(self.load, self.tr("Import a delivery sheet (Ctrl+I)"))
        self.load.setAccessibleName(self.tr("Import a delivery sheet"))
        self._say()

    # inside -----------------------------------------------------------------------------

    def _said(self, segment: Segment) -> str:
        return {
            Segment.ALL: self.tr("All files"),
            Segment.DUE: self.tr("Maintenance due"),
            Segment.LOST: self.tr("Not seen for long"),
            Segment.NEW: self.tr("New files"),
            Segment.COMPLAINING: self.tr("Open complaint"),
            Segment.WRONG_NUMBER: self.tr("Wrong number"),
            Segment.DO_NOT_CALL: self.tr("Do not call"),
        }[segment]

    def _columns(self) -> list[Column[CustomerRow]]:
        return [
            Column("name", lambda: self.tr("Name"), lambda r: r.name, width=80, tone=_tone),
            Column("cars", lambda: self.tr("Cars"), lambda r: r.cars, stretch=True),
            Column(
                "last_visit", lambda: self.tr("Last visit"), lambda r: r.last_visit_on, width=102
            ),
            Column(
                "phone", lambda: self.tr("Telephone"), lambda r: r.phone, width=118, hidden=True
            ),
            Column("number", lambda: self.tr("File"), lambda r: r.number, width=120, hidden=True),
            Column("next_due", lambda: self.tr("Due"), lambda r: r.next_due_on, hidden=True),
            Column("member", lambda: self.tr("Level"), lambda r: r.member_level, hidden=True),
            Column("source", lambda: self.tr("Source"), lambda r: r.source, hidden=True),
            Column("class", lambda: self.tr("Class"), lambda r: r.value_class, hidden=True),
            Column("badges", lambda: self.tr("Valued for"), _badges, hidden=True),
        ]

    def _build(self) -> None:
        upper, lower = QHBoxLayout(), QHBoxLayout()
        for row in (upper, lower):
            row.setSpacing(GAP)
        upper.addWidget(self.text, 1)
        upper.addWidget(self.new)
        lower.addWidget(self.segment, 1)
        lower.addWidget(self.load)
        lower.addWidget(self.table.columns_button())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(upper)
        column.addLayout(lower)
        column.addWidget(self.table, 1)
        column.addWidget(self._count)

    def _resorted(self) -> None:
        """What is shown is a part: another order has another beginning."""
        if self._page.total is None or self._page.total > len(self._page.rows):
            self._pause.start()

    def _moved(self, record_id: str) -> None:
        if record_id and not self._showing:
            self._settle.start()

    def _choose(self) -> None:
        record_id = self.table.current_id()
        if record_id:
            self.chosen.emit(record_id)

    def _say(self) -> None:
        page, shown = self._page, len(self._page.rows)
        if page.total is not None:
            shown = min(shown, page.total)
        if page.total is None:
            text = self.tr("The first %n file(s); there are more", "", shown)
        elif page.total > shown:
            text = self.tr("The first {shown} of %n file(s)", "", page.total)
        else:
            text = self.tr("%n file(s)", "", shown)
        self._count.setText(text.format(shown=f"{shown:,}"))
        if self.text.text().strip() or self.segment.currentIndex() > 0:
            self.table.set_empty("funnel", self.tr("No file fits."))
        else:
            self.table.set_empty(
                "identification-card",
                self.tr("No customer files yet."),
                self.tr("New file  Ctrl+N") if self._may_edit else "",
                self.tr("They come from the delivery sheet (Ctrl+I) or with the first visit."),
            )


def _badges(row: CustomerRow) -> str:
    return ", ".join(words.word(badge) for badge in row.badges)


def _tone(row: CustomerRow) -> Tone | None:
    return Tone.ERROR if row.do_not_call else None
