"""Left of a call: who, which car, what was done, what was promised, last calls, complaints."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from frontdesk.models.values import plate
from frontdesk.services.callbacks.dto import CallSheet, PhoneLine, WorkDone
from frontdesk.ui.callbacks.household_offer import told
from frontdesk.ui.kit import words
from frontdesk.ui.kit.labels import button, caption, muted, plain, set_tone, sized, small
from frontdesk.ui.kit.language import current as current_language
from frontdesk.ui.kit.panels import SectionTitle, StatusChip
from frontdesk.ui.kit.tokens import GAP, GRID, SECTION_POINTS, Tone


class FactsPanel(QScrollArea):
    """``phone_asked`` and ``dial_asked`` carry a number's id, ``complaint_asked`` a ticket's."""

    phone_asked = Signal(str)
    dial_asked = Signal(str)
    complaint_asked = Signal(str)
    customer_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._numbers: dict[str, str] = {}

    def reveal(self, phone_id: str, number: str) -> None:
        """Remember a number that may be shown in full from now on."""
        self._numbers[phone_id] = number

    def forget_numbers(self) -> None:
        """Mask all numbers again."""
        self._numbers.clear()

    def show_sheet(self, sheet: CallSheet) -> None:
        """Show the facts of one call."""
        ground = QWidget()
        ground.setProperty("look", "ground")
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(GAP)
        self._customer(column, sheet)
        self._household(column, sheet)
        self._complaints(column, sheet)
        if sheet.work is not None:
            self._work(column, sheet.work)
        self._car(column, sheet)
        self._calls(column, sheet)
        column.addStretch()
        self.setWidget(ground)

    def _customer(self, column: QVBoxLayout, sheet: CallSheet) -> None:
        name = button(caption(sheet.customer_name), look="flat")
        name.setProperty("aligned", "left")
        sized_font = name.font()
        sized_font.setPointSizeF(SECTION_POINTS + 2)
        sized_font.setBold(True)
        name.setFont(sized_font)
        name.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        name.setAccessibleDescription(self.tr("Open the customer's file"))
        name.clicked.connect(self.customer_asked)
        column.addWidget(name)
        for line in sheet.phones:
            column.addLayout(self._phone(line))
        if sheet.preferred_hours:
            prefers = self.tr("Prefers calls: {hours}").format(hours=sheet.preferred_hours)
            column.addWidget(small(prefers, wrap=True))
        if sheet.answered_at is not None:
            before = self.tr("Answered before at {hour}").format(hour=f"{sheet.answered_at:%H:%M}")
            column.addWidget(small(before, wrap=True))

    def _phone(self, line: PhoneLine) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        shown = self._numbers.get(line.id)
        label = plain(shown or line.masked)
        if shown:
            sized(label, SECTION_POINTS, bold=True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(label)
        row.addWidget(small(words.word(line.owner)))
        if line.wrong:
            row.addWidget(StatusChip(Tone.ERROR, self.tr("Wrong")))
        row.addStretch()
        act = button(self.tr("Dial") if shown else self.tr("Show"), look="flat")
        act.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        asked = self.dial_asked if shown else self.phone_asked
        act.clicked.connect(lambda _=False, key=line.id: asked.emit(key))
        row.addWidget(act)
        return row

    def _household(self, column: QVBoxLayout, sheet: CallSheet) -> None:
        if not sheet.household:
            return
        column.addWidget(SectionTitle(self.tr("Also due in this household")))
        for due in sheet.household:
            column.addWidget(plain(told(due), wrap=True))
        column.addWidget(small(self.tr("F6 takes it along when this call is through."), wrap=True))

    def _car(self, column: QVBoxLayout, sheet: CallSheet) -> None:
        if sheet.vehicle_id is None:
            return
        column.addWidget(SectionTitle(self.tr("Car")))
        self._table(
            column,
            [
                (self.tr("Plate"), plate.display(sheet.plate) if sheet.plate else ""),
                (self.tr("Model"), sheet.model or ""),
                (self.tr("Mileage"), _km(sheet.mileage_km)),
                (self.tr("Delivered"), words.day(sheet.delivered_on) if sheet.delivered_on else ""),
                (self.tr("Consultant"), sheet.consultant or ""),
            ],
        )

    def _work(self, column: QVBoxLayout, work: WorkDone) -> None:
        column.addWidget(SectionTitle(self.tr("Work done")))
        self._promise(column, work)
        between = "、" if current_language().value.startswith("zh") else ", "
        self._table(
            column,
            [
                (self.tr("Handed over"), words.day(work.handed_over_on)),
                (self.tr("Advisor"), work.advisor),
                (self.tr("Work"), between.join(work.items)),
                (self.tr("Customer said"), work.words or ""),
                (self.tr("Paid"), words.money(work.total) if work.total is not None else ""),
                (self.tr("Old parts"), work.replaced_parts or ""),
                (self.tr("Advice"), work.advice or ""),
                (self.tr("Next service"), _next(work)),
                (
                    self.tr("At the desk"),
                    words.word(work.desk_satisfaction) if work.desk_satisfaction else "",
                ),
            ],
        )

    def _promise(self, column: QVBoxLayout, work: WorkDone) -> None:
        if work.promised_at is not None:
            broken = work.promise_broken
            row = QHBoxLayout()
            promised = self.tr("Promised {when}").format(when=words.when(work.promised_at))
            row.addWidget(muted(promised))
            row.addStretch()
            row.addWidget(
                StatusChip(
                    Tone.ERROR if broken else Tone.OK,
                    self.tr("Broken") if broken else self.tr("Kept"),
                )
            )
            column.addLayout(row)

    def _complaints(self, column: QVBoxLayout, sheet: CallSheet) -> None:
        if not sheet.complaints:
            return
        column.addWidget(SectionTitle(self.tr("Open complaints")))
        for ticket in sheet.complaints:
            about = sheet.categories.leaf_name(ticket.category, current_language())
            link = button(caption(f"{ticket.number}  {about}"), look="flat")
            link.setProperty("aligned", "left")
            link.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            link.clicked.connect(lambda _=False, key=ticket.id: self.complaint_asked.emit(key))
            column.addWidget(link)
            state = small(f"{words.word(ticket.level)} · {words.word(ticket.state)}")
            set_tone(state, Tone.ERROR)
            column.addWidget(state)

    def _calls(self, column: QVBoxLayout, sheet: CallSheet) -> None:
        column.addWidget(SectionTitle(self.tr("Last calls")))
        if not sheet.attempts:
            column.addWidget(small(self.tr("Nobody has called this customer yet.")))
        for past in sheet.attempts:
            said = words.word(past.satisfaction) if past.satisfaction else words.word(past.outcome)
            column.addWidget(
                small(f"{words.when(past.at)}  {words.word(past.kind)}  {said}", wrap=True)
            )
            if past.note:
                column.addWidget(small(past.note, wrap=True))

    def _table(self, column: QVBoxLayout, lines: list[tuple[str, str]]) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for at, (title, text) in enumerate(pair for pair in lines if pair[1]):
            grid.addWidget(muted(title), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(plain(text, wrap=True), at, 1)
        column.addLayout(grid)


def _km(value: int | None) -> str:
    return "" if value is None else f"{value:,} km"


def _next(work: WorkDone) -> str:
    on = words.day(work.next_maintenance_on) if work.next_maintenance_on else ""
    return " / ".join(part for part in (on, _km(work.next_maintenance_km)) if part)
