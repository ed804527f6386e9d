"""The head of a ticket: number, state, level, both clocks; under it the strip and the facts."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.models.enums import ComplaintClock, ComplaintState, ComplaintStep
from frontdesk.services.complaints.dto import CategoryTree, Clock, Planned, Ticket
from frontdesk.ui.complaints.facts_line import FactsLine
from frontdesk.ui.complaints.wording import (
    LEVEL_TONES,
    clock_state,
    holder,
    is_over,
    named,
    short,
    state_tone,
)
from frontdesk.ui.kit import language, words
from frontdesk.ui.kit.flow import FlowLayout
from frontdesk.ui.kit.icons import icon
from frontdesk.ui.kit.labels import button, caption, set_tip
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import StatusChip, page_title
from frontdesk.ui.kit.step_strip import Step, StepState, StepStrip
from frontdesk.ui.kit.tokens import GAP, GRID, ROOM, Tone


class TicketHead(Translated, QWidget):
    """``back``, ``print_asked``, ``proof_asked``; ``…_asked`` of others carry ids."""

    back = Signal()
    print_asked = Signal()
    proof_asked = Signal()
    customer_asked = Signal(str)
    ticket_asked = Signal(str)

    def __init__(self, amber_percent: int) -> None:
        super().__init__()
        self._amber = amber_percent
        self._ticket: Ticket | None = None
        self._tree = CategoryTree(())
        self.number = page_title()
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.state, self.level, self.safety = StatusChip(), StatusChip(), StatusChip()
        self.loop_clock, self.next_clock, self.pause = StatusChip(), StatusChip(), StatusChip()
        self.repeat = button(look="flat")
        self.repeat.clicked.connect(self._ask_repeat)
        self.repeated = button(look="flat")
        self.repeated.clicked.connect(self._ask_repeated)
        self.return_ = button(look="flat")
        self.return_.setIcon(icon("arrow-left", "accent"))
        self.return_.clicked.connect(self.back)
        self.print_ = button()
        self.print_.setIcon(icon("printer"))
        self.print_.clicked.connect(self.print_asked)
        self.proof = button()
        self.proof.setIcon(icon("package"))
        self.proof.clicked.connect(self.proof_asked)
        # Where the window is narrow the clocks stand in a line of their own.
        told = FlowLayout(at_right=(self.pause, self.next_clock, self.loop_clock))
        for widget in (
            *(self.return_, self.number, self.state, self.level, self.safety),
            *(self.repeat, self.repeated, self.pause, self.next_clock, self.loop_clock),
        ):
            told.addWidget(widget)
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addLayout(told, 1)
        for widget in (self.proof, self.print_):
            top.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        self.strip = StepStrip()
        self.customer = button(look="flat")
        self.customer.setIcon(icon("user", "accent"))
        self.customer.clicked.connect(self._ask_customer)
        self.facts = FactsLine(("phone", "car", "wrench", "tag", "user-gear"))
        line = QHBoxLayout()
        line.setSpacing(ROOM)
        line.addWidget(self.customer)
        line.addWidget(self.facts, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(top)
        column.addWidget(self.strip)
        column.addLayout(line)
        self.retranslate()

    def show_ticket(self, ticket: Ticket, tree: CategoryTree) -> None:
        """Show the head of ``ticket``."""
        self._ticket, self._tree = ticket, tree
        self.retranslate()

    def tick(self) -> None:
        """A minute went by."""
        ticket = self._ticket
        if ticket is None:
            return
        now = words.clock().now()
        self._show_clock(self.loop_clock, ticket.clocks.loop)
        nearest = ticket.clocks.next(now)
        self.next_clock.setVisible(nearest.kind is not ComplaintClock.LOOP)
        self._show_clock(self.next_clock, nearest)
        self._show_pause(ticket)
        waited = {step.step for step in ticket.main_steps}
        if ticket.state is not ComplaintState.FILED and ticket.clocks.loop.ended is None:
            waited.add(ComplaintStep.ACKNOWLEDGED)
        late = is_over(ticket.clocks.loop, now)
        self.strip.show_steps([self._step(each, waited, late=late) for each in ticket.strip])

    def retranslate(self) -> None:
        self.return_.setText(self.tr("List"))
        set_tip(self.return_, self.tr("Back to the list (Esc)"))
        self.proof.setAccessibleName(self.tr("Proof pack"))
        set_tip(self.proof, self.tr("Proof pack: everything in one file (Ctrl+Shift+P)"))
        self.print_.setText(self.tr("Print"))
        set_tip(self.print_, self.tr("Complaint registration form (Ctrl+P)"))
        ticket = self._ticket
        if ticket is None:
            return
        self.number.setText(ticket.number)
        self.state.show_status(state_tone(ticket.state), words.word(ticket.state))
        self.level.show_status(LEVEL_TONES[ticket.level], words.word(ticket.level))
        self.safety.show_status(Tone.ERROR, self.tr("Safety matter"), "warning")
        self.safety.setVisible(ticket.safety)
        self.repeat.setVisible(ticket.repeats is not None)
        if ticket.repeats is not None:
            self.repeat.setText(self.tr("Repeats {number}").format(number=ticket.repeats[1]))
        self.repeated.setVisible(bool(ticket.repeated_by))
        if ticket.repeated_by:
            text = self.tr("Repeated %n time(s)", "", len(ticket.repeated_by))
            self.repeated.setText(text)
            set_tip(self.repeated, " · ".join(number for _, number in ticket.repeated_by))
        self._show_facts(ticket)
        self.tick()

    def _show_facts(self, ticket: Ticket) -> None:
        visit = " · ".join(
            part for part in (ticket.visit_number, _day(ticket), ticket.advisor) if part
        )
        car = " · ".join(part for part in (ticket.plate, ticket.model) if part)
        handling = " · ".join(
            part
            for part in (
                words.word(ticket.department) if ticket.department else "",
                ticket.handler or "",
            )
            if part
        )
        self.customer.setText(caption(f"{ticket.customer} · {ticket.customer_number}"))
        set_tip(self.customer, self.tr("Open the customer file"))
        self.facts.show_facts(
            (
                (
                    self.tr("Complainant"),
                    " · ".join(part for part in (ticket.complainant, ticket.phone) if part),
                ),
                (self.tr("Car"), car),
                (self.tr("Visit"), visit),
                (self.tr("Category"), self._tree.path(ticket.category, language.current())),
                (self.tr("In charge"), handling or self._held_by(ticket)),
            )
        )

    def _held_by(self, ticket: Ticket) -> str:
        held = holder(ticket.holders, ticket.handler, ticket.state) or words.NOTHING
        if not ticket.stand_in:
            return held
        names = self.tr("{role} ({people}) stands in")
        return names.format(role=held, people=" / ".join(ticket.stand_in))

    def _show_clock(self, chip: StatusChip, clock: Clock) -> None:
        now = words.clock().now()
        tone, text = clock_state(clock, now, self._amber)
        if clock.kind is ComplaintClock.LOOP:
            hours = round(clock.limit.total_seconds() / 3600)
            text = self.tr("{hours} h: {state}").format(hours=hours, state=text)
        chip.show_status(tone, named(clock, text))
        set_tip(chip, self.tr("Due {moment}").format(moment=words.when(clock.due)))

    def _show_pause(self, ticket: Ticket) -> None:
        """Since when and for what the clocks stand still."""
        paused = ticket.paused
        self.pause.setVisible(paused is not None)
        if paused is not None:
            text = self.tr("{reason} since {time}")
            text = text.format(reason=words.word(paused.reason), time=short(paused.since))
            self.pause.show_status(Tone.WARN, text, "pause-circle")
            set_tip(self.pause, paused.words)

    def _step(self, each: Planned, waited: set[ComplaintStep], *, late: bool) -> Step:
        done = each.actual is not None
        now = not done and each.step in waited
        behind = (each.actual or words.clock().now()) > each.planned
        tone = Tone.OK if done else Tone.INFO
        if behind and (done or now):
            tone = Tone.WARN if done or not late else Tone.ERROR
        return Step(
            title=words.word(each.step),
            state=StepState.DONE if done else StepState.NOW if now else StepState.NEXT,
            planned=self.tr("plan {time}").format(time=short(each.planned)),
            actual=short(each.actual),
            tone=tone,
        )

    def _ask_customer(self) -> None:
        if self._ticket is not None:
            self.customer_asked.emit(self._ticket.customer_id)

    def _ask_repeat(self) -> None:
        if self._ticket is not None and self._ticket.repeats is not None:
            self.ticket_asked.emit(self._ticket.repeats[0])

    def _ask_repeated(self) -> None:
        if self._ticket is not None and self._ticket.repeated_by:
            self.ticket_asked.emit(self._ticket.repeated_by[-1][0])


def _day(ticket: Ticket) -> str:
    return words.near(ticket.visit_at) if ticket.visit_at else ""
