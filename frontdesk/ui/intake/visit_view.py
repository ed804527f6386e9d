"""A visit after the intake: its strip, its facts, and the acts its status allows."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from frontdesk.models.enums import VisitStatus
from frontdesk.services.intake.views import HandOverStart, VisitSheet
from frontdesk.ui.intake.board import status_chip
from frontdesk.ui.intake.car_head import CarHeadLine
from frontdesk.ui.intake.change_form import ChangeForm
from frontdesk.ui.intake.decline_form import DeclineForm
from frontdesk.ui.intake.footer import Footer, KeyedButton
from frontdesk.ui.intake.form_scroll import FormScroll
from frontdesk.ui.intake.hand_over_form import HandOverForm
from frontdesk.ui.intake.steps import steps_of
from frontdesk.ui.intake.sum_line import estimate_line
from frontdesk.ui.intake.visit_facts import VisitFacts
from frontdesk.ui.intake.words_form import WordsForm
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.labels import set_tone
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import Card
from frontdesk.ui.kit.shortcuts import bind_key
from frontdesk.ui.kit.step_strip import StepStrip
from frontdesk.ui.kit.tokens import GAP, Tone

_S = VisitStatus
BEFORE_AGREEMENT = frozenset({_S.BOOKED, _S.NO_SHOW, _S.ARRIVED, _S.ESTIMATED})
_BOUND = frozenset({_S.AGREED, _S.IN_WORKSHOP, _S.READY})
_OPEN = frozenset({_S.ARRIVED, _S.ESTIMATED}) | _BOUND


class Mode(StrEnum):
    """What stands under the strip."""

    FACTS = "facts"
    HAND_OVER = "hand_over"
    CHANGE = "change"
    DECLINE = "decline"
    WORDS = "words"


class VisitView(Translated, QWidget):
    """``next_asked`` is the natural next act, the others are named by what they ask for."""

    next_asked = Signal()
    save_asked = Signal()
    change_asked = Signal()
    decline_asked = Signal()
    words_asked = Signal()
    rework_asked = Signal()
    print_asked = Signal()
    print_other_asked = Signal()
    slip_asked = Signal()
    signature_asked = Signal()
    complaint_asked = Signal()
    left_asked = Signal()
    form_left = Signal()

    def __init__(self, *, may_act: bool, with_photos: Callable[[], bool]) -> None:
        super().__init__()
        self._may_act, self._with_photos = may_act, with_photos
        self.sheet: VisitSheet | None = None
        self.mode = Mode.FACTS
        self.head, self.strip, self.facts = CarHeadLine(), StepStrip(), VisitFacts()
        self.hand_over, self.change, self.decline = HandOverForm(), ChangeForm(), DeclineForm()
        self.words = WordsForm()
        self.stack = QStackedWidget()
        self.footer = Footer()
        self.leave = KeyedButton("Esc", look="flat")
        # What is done now and then stands by what it is about: the foot is for the way of the car.
        self.complaint = KeyedButton("Alt+Enter", look="flat")
        self.add_words = KeyedButton("F6", look="flat")
        self.head.row.addWidget(self.complaint)
        self.head.row.addWidget(self.leave)
        self.facts.words_card.add_action(self.add_words)
        self.print_other = KeyedButton("Ctrl+Alt+P", look="flat")
        self.facts.arrival_card.add_action(self.print_other)
        self.print_button = self.footer.add(KeyedButton("Ctrl+P"))
        self.slip = self.footer.add(KeyedButton("Ctrl+Shift+P"))
        self.signature = KeyedButton("F12", look="flat")
        self.facts.work_card.add_action(self.signature)
        self.not_done = self.footer.add(KeyedButton("F8"))
        self.rework = self.footer.add(KeyedButton("F9"))
        self.changed = self.footer.add(KeyedButton("F7"))
        self.primary = self.footer.add(KeyedButton("Ctrl+Enter", look="primary"))
        self._build()
        self._connect()
        self.retranslate()

    # what is shown ----------------------------------------------------------------------

    def show_sheet(self, sheet: VisitSheet) -> None:
        """Show a visit as it is now."""
        self.take_sheet(sheet)
        self.set_mode(Mode.FACTS)

    def take_sheet(self, sheet: VisitSheet) -> None:
        """Go on with the visit as it is now; a form that is open stays open."""
        self.sheet = sheet
        self.head.show_head(sheet.head)
        chip = status_chip(sheet.status, sheet.promise)
        self.head.chip.show_status(chip.tone, f"{chip.text} · {sheet.number}", chip.icon)
        self.head.chip.show()
        self.strip.show_steps(steps_of(sheet))
        self.facts.show_sheet(sheet)

    def may(self, mode: Mode) -> bool:
        """Whether the visit still allows what ``mode`` is the form of."""
        if self.sheet is None:
            return False
        return {
            Mode.HAND_OVER: self.sheet.status is _S.READY,
            Mode.CHANGE: self.sheet.status in _BOUND,
            Mode.DECLINE: _S.DECLINED in self.sheet.next_steps,
            Mode.WORDS: self.sheet.words_locked_at is not None,
        }.get(mode, True)

    def show_hand_over(self, start: HandOverStart) -> None:
        """The form with which the car is given back."""
        self.hand_over.begin(start)
        self.set_mode(Mode.HAND_OVER)
        self.hand_over.focus_first()

    def show_change(self) -> None:
        """The form of a change record."""
        if self.sheet is not None:
            self.change.begin(self.sheet)
            self.set_mode(Mode.CHANGE)
            self.change.focus_first()

    def show_decline(self) -> None:
        """Ask why the customer leaves without the work."""
        self.decline.begin()
        self.set_mode(Mode.DECLINE)
        self.decline.focus_first()

    def show_words(self) -> None:
        """Write down what the customer adds."""
        self.words.begin()
        self.set_mode(Mode.WORDS)
        self.words.focus_first()

    def set_mode(self, mode: Mode) -> None:
        """Show the facts or one of the forms, with the acts that belong to it."""
        if mode is Mode.FACTS and self.mode is not Mode.FACTS:
            self.form_left.emit()
        self.mode = mode
        self.stack.setCurrentWidget(self._pages[mode])
        self._facts_key.setEnabled(mode is Mode.FACTS)
        self.retranslate()
        if mode is Mode.FACTS:
            at = self.primary if self.primary.isVisibleTo(self) else self.print_button
            at.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def form(self) -> FormPanel | None:
        """The form that is shown, if one is."""
        forms: dict[Mode, FormPanel] = {
            Mode.HAND_OVER: self.hand_over,
            Mode.CHANGE: self.change,
            Mode.DECLINE: self.decline,
            Mode.WORDS: self.words,
        }
        return forms.get(self.mode)

    def set_busy(self, busy: bool) -> None:
        """While an act is on its way it is not done again."""
        for act in (self.primary, self.changed, self.not_done, self.rework, self.add_words):
            act.button.setEnabled(not busy)

    def retranslate(self) -> None:
        if self.sheet is None:
            return
        texts = self._acts(self.sheet) if self.mode is Mode.FACTS else self._saves()
        self.primary.set_text(texts.get("primary", ""))
        self.changed.set_text(texts.get("change", ""))
        self.not_done.set_text(texts.get("not_done", ""))
        self.rework.set_text(texts.get("rework", ""))
        self.add_words.set_text(texts.get("words", ""))
        self.print_button.set_text(texts.get("print", ""))
        self.print_other.set_text(texts.get("print_other", ""))
        self.slip.set_text(texts.get("slip", ""))
        self.signature.set_text(texts.get("signature", ""))
        self.complaint.set_text(texts.get("complaint", ""))
        self.leave.set_text(texts["leave"])
        chip = status_chip(self.sheet.status, self.sheet.promise)
        self.head.chip.show_status(chip.tone, f"{chip.text} · {self.sheet.number}", chip.icon)
        self.strip.show_steps(steps_of(self.sheet))
        self._sum()

    # inside -----------------------------------------------------------------------------

    def _acts(self, sheet: VisitSheet) -> dict[str, str]:
        texts = {"leave": self.tr("Another car")}
        if sheet.arrived_at is not None:
            texts["print"] = self.tr("Print the sheet")
            if self.facts.photos.shown:
                without, along = self.tr("Print without photos"), self.tr("Print with photos")
                texts["print_other"] = without if self._with_photos() else along
            texts["complaint"] = self.tr("Complaint")
        if sheet.status in {_S.READY, _S.HANDED_OVER}:
            texts["slip"] = self.tr("Settlement")
        elif sheet.changes:
            texts["slip"] = self.tr("Change slip")
        if not self._may_act:
            return texts
        nexts = {
            _S.BOOKED: self.tr("The car has arrived"),
            _S.NO_SHOW: self.tr("The car has arrived"),
            _S.ARRIVED: self.tr("Go on with the intake"),
            _S.ESTIMATED: self.tr("Go on with the intake"),
            _S.AGREED: self.tr("Start work"),
            _S.IN_WORKSHOP: self.tr("Work is done"),
            _S.READY: self.tr("Hand over"),
        }
        if sheet.status in nexts:
            texts["primary"] = nexts[sheet.status]
        if sheet.words_locked_at is not None and sheet.status in _OPEN:
            texts["words"] = self.tr("Add words")
        if sheet.status in _BOUND:
            texts["signature"] = self.tr("Signature")
            texts["change"] = self.tr("Change")
        if _S.DECLINED in sheet.next_steps:
            texts["not_done"] = self.tr("Not repaired")
        elif _S.NO_SHOW in sheet.next_steps:
            texts["not_done"] = self.tr("Did not come")
        if sheet.status is _S.READY:
            texts["rework"] = self.tr("Rework")
        return texts

    def _saves(self) -> dict[str, str]:
        save = {
            Mode.HAND_OVER: self.tr("Hand the car over"),
            Mode.CHANGE: self.tr("Keep the change record"),
            Mode.DECLINE: self.tr("Leaves without the work"),
            Mode.WORDS: self.tr("Keep the words"),
        }
        return {"primary": save[self.mode], "leave": self.tr("Back")}

    def _sum(self) -> None:
        text, above = "", False
        if self.mode is Mode.HAND_OVER:
            text, above = self.hand_over.sum_line()
        elif self.mode is Mode.CHANGE:
            items = self.change.items
            text = estimate_line(items.total(), items.payers())
        self.footer.sum.setText(text)
        set_tone(self.footer.sum, Tone.ERROR if above else Tone.NEUTRAL)

    def _build(self) -> None:
        self._pages: dict[Mode, QWidget] = {Mode.FACTS: self.facts}
        for mode, form in (
            (Mode.HAND_OVER, self.hand_over),
            (Mode.CHANGE, self.change),
            (Mode.DECLINE, self.decline),
            (Mode.WORDS, self.words),
        ):
            card = Card()
            card.add(FormScroll(form), 1)
            self._pages[mode] = card
        for page in self._pages.values():
            self.stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.head)
        column.addWidget(self.strip)
        column.addWidget(self.stack, 1)
        column.addWidget(self.footer)

    def _connect(self) -> None:
        self.primary.clicked.connect(self._primary)
        self.changed.clicked.connect(self.change_asked)
        self.not_done.clicked.connect(self.decline_asked)
        self.rework.clicked.connect(self.rework_asked)
        self.add_words.clicked.connect(self.words_asked)
        self.print_button.clicked.connect(self.print_asked)
        self.print_other.clicked.connect(self.print_other_asked)
        self.facts.photos.changed.connect(self.retranslate)
        self.slip.clicked.connect(self.slip_asked)
        self.signature.clicked.connect(self.signature_asked)
        self.complaint.clicked.connect(self.complaint_asked)
        self.leave.clicked.connect(self.left_asked)
        for form in (self.hand_over, self.change, self.decline, self.words):
            form.save_requested.connect(self.save_asked)
        self.hand_over.amounts.total_changed.connect(self._sum)
        self.change.items.total_changed.connect(self._sum)
        self._facts_key = self._key("Ctrl+Return", self.primary)
        self._key("F6", self.add_words)
        self._key("F12", self.signature)
        self._key("F7", self.changed)
        self._key("F8", self.not_done)
        self._key("F9", self.rework)
        self._key("Ctrl+P", self.print_button)
        self._key("Ctrl+Alt+P", self.print_other)
        self._key("Ctrl+Shift+P", self.slip)
        for keys in ("Alt+Return", "Alt+Enter"):
            self._key(keys, self.complaint)

    def _key(self, keys: str, act: KeyedButton) -> QShortcut:
        return bind_key(self, keys, lambda: self._press(act))

    def _press(self, act: KeyedButton) -> None:
        if act.isVisibleTo(self):
            act.button.click()

    def _primary(self) -> None:
        (self.next_asked if self.mode is Mode.FACTS else self.save_asked).emit()
