"""Middle of a call: the sentence to say now, large, and the answer keys under it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.errors import UserError
from frontdesk.models.enums import CallOutcome
from frontdesk.services.scripts import QuestionKind
from frontdesk.ui.callbacks.answers import Answers, typed_day
from frontdesk.ui.callbacks.attempt_form import AttemptForm
from frontdesk.ui.callbacks.end_form import EndForm
from frontdesk.ui.callbacks.household_offer import told
from frontdesk.ui.callbacks.outcome_bar import OUTCOME_KEYS, OutcomeBar
from frontdesk.ui.callbacks.rest_words import rest_said
from frontdesk.ui.callbacks.run import Mode, Run
from frontdesk.ui.callbacks.trail_line import TrailLine
from frontdesk.ui.kit import errors, language, words
from frontdesk.ui.kit.fields import MultilineField, TextField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.labels import muted, plain, repolish, set_tone, sized
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import Card
from frontdesk.ui.kit.tokens import GAP, ROOM, TITLE_POINTS, Tone

_MOST_SENTENCES = 4
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SayPanel(Translated, Card):
    """Takes the keys of the call; asks, never decides."""

    answered = Signal(str)
    worded = Signal(str)
    typing = Signal(str)
    back_asked = Signal()
    confirmed = Signal()
    outcome_asked = Signal(str)
    leave_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._mode = Mode.READY
        self._question = QuestionKind.SAY
        self.trail = TrailLine()
        self.add(self.trail)
        self.sentences = [sized(plain(wrap=True), TITLE_POINTS - 1) for _ in range(_MOST_SENTENCES)]
        box = QVBoxLayout()
        box.setSpacing(ROOM)
        box.setContentsMargins(0, GAP, 0, GAP)
        for label in self.sentences:
            box.addWidget(label)
        self.body.addLayout(box)
        self.answers = Answers()
        self.answers.given.connect(self.answered)
        self.add(self.answers)
        self.words_form = FormPanel()
        self.words = self.words_form.add(MultilineField("answer", lines=3), 0)
        self.words.entered.connect(self._word)
        self.words.changed.connect(lambda: self.typing.emit(self.words.typed()))
        self.words_form.save_requested.connect(self._word)
        self.words.box.installEventFilter(self)
        self.add(self.words_form)
        self.reason_form = FormPanel()
        self.reason = self.reason_form.add(TextField("reason"), 0)
        self.reason.entered.connect(self.confirmed)
        self.reason_form.save_requested.connect(self.confirmed)
        self.add(self.reason_form)
        self.attempt = AttemptForm()
        self.attempt.save_requested.connect(self.confirmed)
        self.add(self.attempt)
        self.end = EndForm()
        self.end.save_requested.connect(self.confirmed)
        self.add(self.end)
        self.hint = muted(wrap=True)
        self.add(self.hint)
        self.error = plain(wrap=True)
        set_tone(self.error, Tone.ERROR)
        self.add(self.error)
        self.body.addStretch(1)
        self.outcomes = OutcomeBar()
        self.outcomes.chosen.connect(self.outcome_asked)
        self.add(self.outcomes)
        self._texts_filter(self.attempt, self.reason_form, self.end)
        self._hide_all()
        self.retranslate()

    def show_run(self, run: Run) -> None:
        """Show where the call stands and take the keys for it."""
        self._mode = run.mode
        self.say(run)
        self._hide_all()
        self.reason_form.setVisible(run.mode is Mode.READY and not run.sheet.may_dial)
        self.outcomes.setVisible(run.mode is Mode.ASK and not run.wants_ticket)
        target: QWidget = self
        match run.mode:
            case Mode.READY if not run.sheet.may_dial:
                target = self.reason
            case Mode.ASK:
                target = self._ask(run)
            case Mode.ATTEMPT:
                target = self._ask_attempt(run)
            case Mode.END:
                self.end.show()
                self.end.ask(run.sheet)
            case _:
                pass
        self.hint.setText(self._hint(run))
        self.hint.setVisible(bool(self.hint.text()))
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, run: Run) -> None:
        """Show the sentences and the branch taken, in the language on screen."""
        speak = language.current()
        said = list(run.sentences(speak))[-_MOST_SENTENCES:]
        for label, text in zip(self.sentences, [*said, *[""] * _MOST_SENTENCES], strict=False):
            label.setText(text)
            label.setVisible(bool(text))
        self._emphasise(said)
        colon = "：" if speak.value.startswith("zh") else ": "
        passed = [f"{title}{colon}{answer}" for title, answer in run.trail(speak) if answer]
        self.trail.show_steps(passed)
        self.setAccessibleName(" ".join(said))

    def show_hold(self, run: Run) -> None:
        """How one goes on after a hold, while it lasts; what is typed stays as it is."""
        self.hint.setText(self._hint(run))
        self.hint.setVisible(bool(self.hint.text()))

    def show_error(self, text: str) -> None:
        """The sentence that says what is missing, or none."""
        self.error.setText(text)
        self.error.setVisible(bool(text))

    def show_fault(self, fault: UserError) -> None:
        """Say it beside its field where that is on screen, else beneath."""
        for form in (self.words_form, self.attempt, self.reason_form, self.end):
            if fault.field is not None and form.has(fault.field) and form.isVisible():
                form.show_errors(fault)
                return
        self.show_error(errors.said(fault))

    def retranslate(self) -> None:
        self.words.set_label(self.tr("Answer"))
        self.words.set_placeholder(self.tr("In the customer's own words; Enter goes on"))
        self.reason.set_label(self.tr("Reason"))
        self.reason.set_placeholder(self.tr("Why call now, outside the hours for calls?"))

    # keys -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        plain_key = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        digit = 10 if key == Qt.Key.Key_Minus else key - Qt.Key.Key_0
        if key in _ENTER:
            self.confirmed.emit()
        elif key == Qt.Key.Key_Escape:
            self.leave_asked.emit()
        elif key == Qt.Key.Key_Backspace:
            self.back_asked.emit()
        elif plain_key and self._mode is Mode.ASK and 0 <= digit <= 10:
            choice = self.answers.key_for(digit) if self.answers.isVisible() else None
            if choice is not None:
                self.answered.emit(choice)
        elif plain_key and self._mode is Mode.END and key == Qt.Key.Key_M:
            self.end.toggle_thanks()
        elif plain_key and self._mode is Mode.ASK and event.text().upper() in OUTCOME_KEYS:
            self.outcome_asked.emit(OUTCOME_KEYS[event.text().upper()].value)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                if self._mode is Mode.ATTEMPT:
                    self.back_asked.emit()
                elif self._mode is Mode.READY:
                    self.leave_asked.emit()
                else:
                    self.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if event.key() == Qt.Key.Key_Backspace and self._is_empty(watched):
                self.back_asked.emit()
                return True
        return super().eventFilter(watched, event)

    # inside -----------------------------------------------------------------------------

    def _hide_all(self) -> None:
        """Only what is needed takes room: the whole call fits on a small screen."""
        asking = (self.answers, self.words_form, self.reason_form, self.attempt, self.outcomes)
        for widget in (*asking, self.end, self.hint, self.error):
            widget.hide()

    def _ask(self, run: Run) -> QWidget:
        step = run.asked
        if step is None:
            return self
        before = run.words_before()
        self._question = step.question
        if step.question in (QuestionKind.TEXT, QuestionKind.DATE):
            self.words_form.show()
            self.words.set_error(None)
            blocked = self.words.blockSignals(True)
            self.words.set_value(before.text if before else "")
            self.words.blockSignals(blocked)
            self.words.box.selectAll()
            return self.words
        self.answers.show()
        if step.question.is_scale:
            self.answers.offer_marks(step.question.marks, before.text if before else "")
        else:
            speak = language.current()
            options = [(option.key, option.text.in_(speak)) for option in step.answers]
            self.answers.offer(options, before.answer if before else None)
        return self

    def _ask_attempt(self, run: Run) -> QWidget:
        outcome = run.outcome or CallOutcome.NO_ANSWER
        self.attempt.show()
        needed = self.attempt.ask(run.sheet.outcomes[outcome], run.sheet.suggested_at)
        return (
            self.attempt.agreed
            if self.attempt.agreed.isVisibleTo(self.attempt)
            else (self.attempt.note if needed else self)
        )

    def _hint(self, run: Run) -> str:
        match run.mode:
            case Mode.CLOSED:
                return self.tr("This call is closed: {state}.").format(
                    state=words.word(run.sheet.status)
                )
            case Mode.READY if run.sheet.may_dial:
                return self.tr("F9 starts the call and shows the number to dial.")
            case Mode.READY if run.sheet.rest is not None:
                return self.tr("{day}: give the reason for calling, then press Enter.").format(
                    day=rest_said(run.sheet.rest)
                )
            case Mode.READY:
                return self.tr("Outside the hours for calls: give the reason, then press Enter.")
            case Mode.END if run.sheet.household:
                return self.tr(
                    "F6 goes on with the household's next call: {call}. Ctrl+Enter or F9 closes."
                ).format(call=told(run.sheet.household[0]))
            case Mode.END:
                return self.tr("Let them hang up first. Ctrl+Enter or F9 closes the call.")
            case Mode.ATTEMPT:
                outcome = run.outcome or CallOutcome.NO_ANSWER
                return self.tr(
                    "'{outcome}': Ctrl+Enter keeps the attempt, Backspace goes back."
                ).format(outcome=words.word(outcome))
            case Mode.ASK:
                return self._hint_of(run)

    def _hint_of(self, run: Run) -> str:
        """How the question that waits is answered."""
        if run.on_hold:
            return self.tr("The customer waits. F7 or an answer goes on with the call.")
        match self._question:
            case QuestionKind.SCALE_0_10:
                return self.tr("0 to 9 by their keys, 10 by the key −.")
            case QuestionKind.DATE:
                return self.tr("A day, as 2026-11-05, 11/5 or +3; Enter goes on.")
            case _ if run.may_end:
                return self.tr("Enter goes on; F9 closes the call from here.")
            case _:
                return ""

    def _emphasise(self, said: list[str]) -> None:
        last = len(said) - 1
        for at, label in enumerate(self.sentences):
            label.setProperty("tone", Tone.INFO.value if at == last else "")
            repolish(label)
            sized(label, TITLE_POINTS - 1, bold=at == last)

    def _word(self) -> None:
        typed = self.words.typed()
        self.worded.emit(typed_day(typed) if self._question is QuestionKind.DATE else typed)

    def _is_empty(self, watched: QObject) -> bool:
        fields = (self.words, *self.attempt.fields())
        return any(watched is field.editor() and not field.typed() for field in fields)

    def _texts_filter(self, *forms: FormPanel) -> None:
        for form in forms:
            for field in form.fields():
                field.editor().installEventFilter(self)
