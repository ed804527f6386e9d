"""Left of an incoming call: the sentence to say now, the answers on their keys, the conduct."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from frontdesk.models.enums import IncomingKind
from frontdesk.services.complaints.incoming import IncomingStart
from frontdesk.services.complaints.incoming_heard import Ending
from frontdesk.services.scripts import QuestionKind, remembered
from frontdesk.ui.callbacks.answers import Answers, typed_day
from frontdesk.ui.callbacks.cues_panel import CuesPanel
from frontdesk.ui.callbacks.trail_line import TrailLine
from frontdesk.ui.complaints.incoming_run import Run
from frontdesk.ui.kit import language, words
from frontdesk.ui.kit.fields import MultilineField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.labels import muted, plain, repolish, set_tone, sized
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import Card
from frontdesk.ui.kit.tokens import SECTION_POINTS, Tone

_MOST_SENTENCES = 3
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WORDED = (QuestionKind.TEXT, QuestionKind.DATE)
_SENTENCE_POINTS = SECTION_POINTS + 1


class SayCard(Translated, Card):
    """Takes the keys of the call: digits answer, Backspace goes back, Tab goes to the form."""

    kind_chosen = Signal(str)
    answered = Signal(str)
    worded = Signal(str)
    typing = Signal(str)
    back_asked = Signal()
    form_asked = Signal()
    save_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._run = Run()
        self._start: IncomingStart | None = None
        self.trail = TrailLine()
        self.add(self.trail)
        self.sentences = [sized(plain(wrap=True), _SENTENCE_POINTS) for _ in range(_MOST_SENTENCES)]
        for label in self.sentences:
            self.add(label)
        self.answers = Answers()
        self.answers.given.connect(self._given)
        self.add(self.answers)
        self.form = FormPanel()
        # Half-typed answers are kept with the call.
        self.form.setProperty("kept", True)
        self.words = self.form.add(MultilineField("answer", lines=4), 0)
        self.words.entered.connect(self._word)
        self.words.changed.connect(lambda: self.typing.emit(self.words.typed()))
        self.words.box.installEventFilter(self)
        self.form.save_requested.connect(self._save_with_words)
        self.add(self.form)
        self.error = plain(wrap=True)
        set_tone(self.error, Tone.ERROR)
        self.add(self.error)
        self.hint = muted(wrap=True)
        self.add(self.hint)
        self.body.addStretch(1)
        self.cues = CuesPanel()
        self.add(self.cues)
        self.retranslate()

    def show_run(self, run: Run, start: IncomingStart) -> None:
        """Show where the call stands and take the keys for it."""
        self._run, self._start = run, start
        self._say()
        target: QWidget = self
        step = run.asked
        worded = step is not None and step.question in _WORDED
        self.form.setVisible(worded)
        self.answers.setVisible(not worded and run.ending is Ending.OPEN)
        if step is not None and worded:
            before = remembered(run.progress, step)
            blocked = self.words.blockSignals(True)
            self.words.set_value(before.text if before else "")
            self.words.blockSignals(blocked)
            self.words.set_error(None)
            target = self.words
        self.show_error("")
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_error(self, text: str) -> None:
        """The sentence that says what is missing, or none."""
        self.error.setText(text)
        self.error.setVisible(bool(text))

    def retranslate(self) -> None:
        self.words.set_label(self.tr("Answer"))
        self.words.set_placeholder(self.tr("In the caller's own words; Enter goes on"))
        self._say()

    # keys -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        minus = event.key() == Qt.Key.Key_Minus
        digit = 10 if minus else event.key() - Qt.Key.Key_0
        plain_key = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if event.key() == Qt.Key.Key_Backspace:
            self.back_asked.emit()
        elif plain_key and event.key() in _ENTER:
            self.form_asked.emit()
        elif event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() in _ENTER:
            self.save_asked.emit()
        elif plain_key and 0 <= digit <= 10 and self.answers.isVisible():
            choice = self.answers.key_for(digit)
            if choice is not None:
                self._given(choice)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Backspace
            and not self.words.typed()
        ):
            self.back_asked.emit()
            return True
        return super().eventFilter(watched, event)

    # inside -----------------------------------------------------------------------------

    def _given(self, key: str) -> None:
        (self.kind_chosen if self._run.kind is None else self.answered).emit(key)

    def _save_with_words(self) -> None:
        """What is typed is the answer, also where nobody pressed Enter behind it."""
        if self.words.value():
            self._word()
        self.save_asked.emit()

    def _word(self) -> None:
        typed, step = self.words.typed(), self._run.asked
        is_day = step is not None and step.question is QuestionKind.DATE
        self.worded.emit(typed_day(typed) if is_day else typed)

    def _say(self) -> None:
        run, start, speak = self._run, self._start, language.current()
        if start is None:
            return
        said = list(run.sentences(start, speak))[-_MOST_SENTENCES:]
        last = len(said) - 1
        for at, label in enumerate(self.sentences):
            label.setVisible(at <= last)
            label.setText(said[at] if at <= last else "")
            label.setProperty("tone", Tone.INFO.value if at == last else "")
            repolish(label)
            sized(label, _SENTENCE_POINTS, bold=at == last)
        colon = "：" if speak.value.startswith("zh") else ": "
        self.trail.show_steps([f"{title}{colon}{text}" for title, text in run.trail(speak) if text])
        self.cues.show_step(run.step, speak)
        self.set_title(words.word(run.kind) if run.kind else self.tr("What is it about?"))
        self.hint.setText(self._hint())
        self.hint.setVisible(bool(self.hint.text()))
        self.setAccessibleName(" ".join(said))
        if run.kind is None:
            self.answers.offer([(kind.value, words.word(kind)) for kind in IncomingKind])
        elif (step := run.asked) is not None and step.question.is_scale:
            before = remembered(run.progress, step)
            self.answers.offer_marks(step.question.marks, before.text if before else "")
        elif step is not None and step.question not in _WORDED:
            before = remembered(run.progress, step)
            options = [(option.key, option.text.in_(speak)) for option in step.answers]
            self.answers.offer(options, before.answer if before else None)

    def _hint(self) -> str:
        run = self._run
        if run.kind is None:
            return self.tr("Listen first, then choose the script with its key.")
        match run.ending:
            case Ending.NOTE:
                return self.tr(
                    "Let them hang up first. Ctrl+Enter keeps the call as a note in the file; "
                    "Ctrl+T registers it as a complaint instead."
                )
            case Ending.TICKET:
                return self.tr("Let them hang up first. Enter goes to what the ticket still needs.")
            case _:
                step = run.asked
                if step is not None and not step.required:
                    return self.tr("Enter alone passes over it.")
                return ""
