"""Today: the work list of whoever is signed in, each line opened by Enter and done from there."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout

from frontdesk.clock import today
from frontdesk.models.enums import ClockColour
from frontdesk.services.desk import Change
from frontdesk.services.today.service import Waiting, Waits
from frontdesk.ui.callbacks.of_the_day import CallsOfTheDay
from frontdesk.ui.kit import words
from frontdesk.ui.kit.labels import muted
from frontdesk.ui.kit.page import Page, Place, UiContext
from frontdesk.ui.kit.panels import StatusChip, page_title
from frontdesk.ui.kit.table import RecordTable
from frontdesk.ui.kit.tokens import GAP, Tone
from frontdesk.ui.today.classes_of_the_day import ClassesOfTheDay
from frontdesk.ui.today.columns import columns
from frontdesk.ui.today.unfinished import UnfinishedLine

_LOOK_AGAIN_MS = 60_000
_TABS = {
    Waits.TICKET: "complaints",
    Waits.ACTION: "complaints",
    Waits.CALL: "callbacks",
    Waits.CAR: "intake",
    Waits.EXPECTED: "intake",
    Waits.DELIVERY: "customers",
    Waits.RETURNED: "customers",
}


class TodayPage(Page):
    """Shows ``services.today.waiting()``; looks again each minute, for deadlines come closer."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self._title = page_title("")
        self._day = muted("")
        self._over = StatusChip(Tone.ERROR, "")
        self._soon = StatusChip(Tone.WARN, "")
        head = QHBoxLayout()
        head.setSpacing(GAP)
        for widget in (self._title, self._day):
            head.addWidget(widget)
        head.addStretch(1)
        self.unfinished = UnfinishedLine(self)
        head.addWidget(self.unfinished)
        for chip in (self._over, self._soon):
            head.addWidget(chip)
            chip.hide()
        self.body.addLayout(head)
        self.table: RecordTable[Waiting] = RecordTable(
            "today", columns(), lambda line: line.id, state=context.state
        )
        self.table.activated.connect(self._open)
        self.body.addWidget(self.table, 1)
        self._calls = CallsOfTheDay(self)
        self._classes = ClassesOfTheDay(self)
        self._again = QTimer(self, interval=_LOOK_AGAIN_MS)
        self._again.timeout.connect(self._load_if_seen)
        self._again.start()
        self.retranslate()

    def refresh(self, changes: frozenset[Change]) -> None:
        """Whatever changed may have changed what waits."""
        self._load()

    def retranslate(self) -> None:
        """Say it in the language on screen."""
        self._title.setText(self.tr("Today"))
        self._day.setText(words.day(today(self.context.clock)))
        self.table.set_empty(
            "check-circle",
            self.tr("Nothing waits for you."),
            detail=self.tr("Complaints, calls and cars appear here when they need you."),
        )
        self._count(self.table.rows())

    def focus_first(self) -> None:
        """The most urgent line."""
        self.table.setFocus()

    @Slot()
    def _load_if_seen(self) -> None:
        # A desk that is parked looks again when its person comes back.
        if self.isVisible():
            self._load()

    def _load(self) -> None:
        self._calls.look()
        self._classes.look()
        self.run(self.context.services.today.waiting, self._show)
        self.unfinished.look()

    def _show(self, lines: tuple[Waiting, ...]) -> None:
        self._day.setText(words.day(today(self.context.clock)))
        self.table.set_rows(lines)
        if lines and not self.table.current_id():
            self.table.select(lines[0].id)
        self._count(list(lines))

    def _count(self, lines: list[Waiting]) -> None:
        over = sum(line.colour is ClockColour.OVER for line in lines)
        soon = sum(line.colour is ClockColour.SOON for line in lines)
        self._over.show_status(Tone.ERROR, self.tr("%n overdue", "", over))
        self._soon.show_status(Tone.WARN, self.tr("%n due soon", "", soon))
        self._over.setVisible(over > 0)
        self._soon.setVisible(soon > 0)

    def _open(self, record_id: str) -> None:
        line = next((row for row in self.table.rows() if row.id == record_id), None)
        if line is not None:
            self.context.navigate(Place(_TABS[line.kind], line.subject_id or line.id, _act(line)))


def _act(line: Waiting) -> str | None:
    """What opening a line begins at once: a ticket's next step, an action's end, a call."""
    if line.kind is Waits.ACTION:
        return f"after.end.{line.id}"
    if line.kind is Waits.TICKET and line.mine:
        return "step"
    if line.kind is Waits.DELIVERY:
        return "part.deliveries"
    if line.kind is Waits.RETURNED:
        return "open"
    return "call" if line.kind is Waits.CALL else None
