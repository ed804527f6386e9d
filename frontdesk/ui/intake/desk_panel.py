"""The intake at the desk: which car, what matters now, the form, and what it comes to."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from frontdesk.models.enums import VisitStatus
from frontdesk.services.intake.views import IntakeStart, VisitSheet
from frontdesk.ui.intake.car_head import CarHeadLine
from frontdesk.ui.intake.footer import Footer, KeyedButton
from frontdesk.ui.intake.form_scroll import FormScroll
from frontdesk.ui.intake.intake_form import IntakeForm
from frontdesk.ui.intake.notices import NoticesPanel
from frontdesk.ui.intake.sum_line import estimate_line
from frontdesk.ui.intake.walk_panel import WalkPanel
from frontdesk.ui.intake.wrong_numbers import WrongNumbers
from frontdesk.ui.kit import words
from frontdesk.ui.kit.labels import set_tip
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import Card
from frontdesk.ui.kit.shortcuts import bind_key
from frontdesk.ui.kit.tokens import GAP, Tone


class DeskPanel(Translated, QWidget):
    """``agreed_asked`` and ``estimate_asked`` save, ``print_asked`` prints as well."""

    agreed_asked = Signal()
    estimate_asked = Signal()
    print_asked = Signal()
    booking_asked = Signal()
    left_asked = Signal()

    def __init__(self, *, may_correct: bool = False) -> None:
        super().__init__()
        self._may_correct = may_correct
        self.head = CarHeadLine()
        self.notices = NoticesPanel()
        self.wrong = WrongNumbers()
        self.form = IntakeForm()
        self.footer = Footer()
        self.leave = KeyedButton("Esc", look="flat")
        # Where there is no room for the small outline at the side.
        self.to_walk = KeyedButton("F2", look="flat")
        self.to_walk.clicked.connect(self.open_walk)
        self.head.row.addWidget(self.to_walk)
        self.head.row.addWidget(self.leave)
        self.book = self.footer.add(KeyedButton("F9"))
        self.estimate = self.footer.add(KeyedButton("Ctrl+S"))
        self.agree = self.footer.add(KeyedButton("Ctrl+Enter", look="primary"))
        self._start: IntakeStart | None = None
        self.walk = WalkPanel(self.form.walk)
        self._form_card, self._walk_card = Card(), Card()
        self._form_card.add(FormScroll(self.form), 1)
        self._walk_card.add(self.walk, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._form_card)
        self.stack.addWidget(self._walk_card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.head)
        column.addWidget(self.notices)
        column.addWidget(self.wrong)
        column.addWidget(self.stack, 1)
        column.addWidget(self.footer)
        self.form.save_requested.connect(self.agreed_asked)
        self.form.items.total_changed.connect(self._sum)
        self.agree.clicked.connect(self.agreed_asked)
        self.estimate.clicked.connect(self.estimate_asked)
        self.book.clicked.connect(self.booking_asked)
        self.leave.clicked.connect(self.left_asked)
        self.form.walk.open_asked.connect(self.open_walk)
        self.walk.left_asked.connect(self.close_walk)
        for keys, asked in (
            ("Ctrl+S", self.estimate_asked),
            ("Ctrl+P", self.print_asked),
            ("F9", self.booking_asked),
            ("F2", self.turn_walk),
        ):
            bind_key(self, keys, asked)
        self.retranslate()

    @property
    def start(self) -> IntakeStart | None:
        """The car at the desk."""
        return self._start

    def begin(self, start: IntakeStart, sheet: VisitSheet | None) -> None:
        """Show the form of a car; ``sheet`` is the visit it goes on with."""
        self._start = start
        self.stack.setCurrentWidget(self._form_card)
        self.show_known(start)
        self.form.clear_errors()
        if sheet is None:
            self.form.begin(start)
        else:
            self.form.go_on(start, sheet)
        going_on = sheet is not None
        # Who missed the appointment may ask for another one.
        missed = sheet is not None and sheet.status is VisitStatus.NO_SHOW
        self.book.setVisible(not going_on or missed)
        self.head.chip.setVisible(going_on)
        if sheet is not None:
            self.head.chip.show_status(Tone.INFO, f"{words.word(sheet.status)} · {sheet.number}")
        self._sum()
        self.form.focus_first()
        self.form.mileage.line.selectAll()

    def show_known(self, start: IntakeStart) -> None:
        """Show anew what is known of car and customer; what is typed stays."""
        self._start = start
        self.head.show_head(start.head)
        # Where the right number can be typed, a notice that asks for it says nothing more.
        asked = {"intake.wrong_phone"} if self._may_correct else set()
        self.notices.show_notices([n for n in start.notices if n.said.code not in asked])
        self.wrong.show_phones(start.head.phones, may_correct=self._may_correct)

    def open_walk(self) -> None:
        """Go around the car: the outline in place of the form, until F2 or Esc."""
        if self._start is not None:
            self.stack.setCurrentWidget(self._walk_card)
            self.walk.begin()

    def close_walk(self) -> bool:
        """Back to the form; whether the outline was open."""
        if self.stack.currentWidget() is self._form_card:
            return False
        self.stack.setCurrentWidget(self._form_card)
        self.form.words.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def turn_walk(self) -> None:
        """Between the form and the outline."""
        if not self.close_walk():
            self.open_walk()

    def show_way_to_walk(self, shown: bool) -> None:
        """Name the walk around the car in the head as well."""
        self.to_walk.setVisible(shown)

    def set_busy(self, busy: bool) -> None:
        """While it is being saved it is not saved again."""
        for act in (self.agree, self.estimate, self.book):
            act.button.setEnabled(not busy)

    def retranslate(self) -> None:
        self.leave.set_text(self.tr("Another car"))
        shown = not self.to_walk.isHidden()
        self.to_walk.set_text(self.tr("Walk-around"))
        self.to_walk.setVisible(shown)
        self.book.set_text(self.tr("Appointment"))
        self.estimate.set_text(self.tr("Save without agreement"))
        self.agree.set_text(self.tr("Customer agrees: save"))
        set_tip(self.agree.button, self.tr("Ctrl+P saves and prints the sheet in one go"))
        self._sum()

    def _sum(self) -> None:
        items = self.form.items
        self.footer.sum.setText(estimate_line(items.total(), items.payers()))
