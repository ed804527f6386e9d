"""A script walked through as it will be read, in both languages at once."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout

from frontdesk.errors import UserError
from frontdesk.language import Language
from frontdesk.services.scripts import (
    Fact,
    Position,
    Progress,
    Script,
    Value,
    answer,
    back,
    fill,
    position,
    result,
)
from frontdesk.texts.script_words import FACTS
from frontdesk.ui.callbacks.answers import Answers
from frontdesk.ui.callbacks.trail_line import TrailLine
from frontdesk.ui.kit import errors, language
from frontdesk.ui.kit.labels import button, muted, plain, set_tone, sized
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import Card
from frontdesk.ui.kit.tokens import GAP, SECTION_POINTS, Tone

Values = Mapping[Language, Mapping[str, Value]]
_TYPED = {"text": "…", "date": "2026-11-05"}


class Preview(Translated, Card):
    """1 to 6 (or the marks) answer, Backspace goes back, Home begins anew."""

    asked = Signal(str)
    """The step that is read now."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._script: Script | None = None
        self._values: Values = {}
        self._start = ""
        self._progress = Progress()
        self._facts: dict[Fact, QCheckBox] = {}
        self.trail = TrailLine()
        self.zh = sized(plain(wrap=True), SECTION_POINTS)
        self.en = plain(wrap=True)
        self.answers = Answers()
        self.answers.given.connect(self._given)
        self.hint = muted(wrap=True)
        self.state = plain(wrap=True)
        self.again, self.begin = button(look="flat"), button(look="flat")
        self.again.clicked.connect(self.go_back)
        self.begin.clicked.connect(self.start_over)
        for widget in (self.trail, self.zh, self.en, self.answers, self.hint, self.state):
            self.add(widget)
        self.facts = QVBoxLayout()
        self.facts.setSpacing(2)
        self.body.addLayout(self.facts)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.again)
        row.addWidget(self.begin)
        row.addStretch()
        self.body.addLayout(row)
        self.body.addStretch(1)
        self.retranslate()

    def show_script(self, script: Script, values: Values, start: str) -> None:
        """Read ``script`` from the step ``start``; a walk under way goes on where it still can."""
        if start != self._start:
            self._progress = Progress()
        self._script, self._values, self._start = script, values, start
        self._offer_facts(script)
        self._read()

    def start_over(self) -> None:
        """From the first step of the script."""
        if self._script is not None:
            self._progress = Progress()
            self._start = self._script.start.key
            self._read()
            self.setFocus()

    def go_back(self) -> None:
        """One answer back."""
        self._progress = back(self._progress)
        self._read()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        digit = 10 if key == Qt.Key.Key_Minus else key - Qt.Key.Key_0
        if key == Qt.Key.Key_Backspace:
            self.go_back()
        elif key == Qt.Key.Key_Home:
            self.start_over()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._worded()
        elif 0 <= digit <= 10 and (chosen := self.answers.key_for(digit)) is not None:
            self._given(chosen)
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        self.set_title(self.tr("Preview (F5 from the beginning)"))
        self.again.setText(self.tr("Back (Backspace)"))
        self.begin.setText(self.tr("Begin anew (Home)"))
        self.setAccessibleName(self.tr("Preview of the script"))
        for fact, box in self._facts.items():
            box.setText(FACTS[fact.value].in_(language.current()))
        self._read()

    # inside -----------------------------------------------------------------------------

    def _from(self) -> Script | None:
        """The script as if it began at the step chosen."""
        script = self._script
        first = script.step(self._start) if script is not None else None
        if script is None or first is None:
            return script
        others = tuple(step for step in script.steps if step is not first)
        return script.model_copy(update={"steps": (first, *others)})

    def _true(self) -> frozenset[Fact]:
        script = self._script
        first = script.step(self._start) if script is not None else None
        chosen = {fact for fact, box in self._facts.items() if box.isChecked()}
        # The step that is looked at is read whatever it is kept for.
        return frozenset(chosen | ({first.only_if} if first and first.only_if else set()))

    def _read(self) -> None:
        script = self._from()
        if script is None:
            return
        try:
            where = position(script, self._progress, self._true())
        except UserError as damage:
            self.state.setText(errors.said(damage))
            set_tone(self.state, Tone.ERROR)
            self.state.show()
            self.answers.hide()
            return
        self._say(script, where)

    def _say(self, script: Script, where: Position) -> None:
        self.zh.setText(self._spoken(where, Language.ZH_CN))
        self.en.setText(self._spoken(where, Language.EN))
        speak = language.current()
        self.trail.show_steps(
            [
                f"{each.step.title.in_(speak)}: "
                f"{(each.answer.text.in_(speak) if each.answer else '') or each.words}"
                for each in where.passed
            ]
        )
        ask = where.ask
        chosen = ask is not None and (ask.question.is_chosen or ask.question.is_scale)
        self.answers.setVisible(chosen)
        if ask is not None and ask.question.is_scale:
            self.answers.offer_marks(ask.question.marks)
        elif ask is not None and ask.question.is_chosen:
            self.answers.offer([(each.key, each.text.in_(speak) or "…") for each in ask.answers])
        else:
            self.answers.offer([])
        worded = ask is not None and not chosen
        self.hint.setText(self.tr("The customer's words go here; Enter goes on.") if worded else "")
        self.hint.setVisible(worded)
        self.state.setVisible(ask is None)
        if ask is None:
            set_tone(self.state, Tone.OK)
            self.state.setText(self._ending(script, where))
        if where.say:
            self.asked.emit(where.say[-1].key)

    def _ending(self, script: Script, where: Position) -> str:
        found = result(script, self._progress, self._true())
        if found.score is None:
            return self.tr("The script ends here.")
        return self.tr("The script ends here; score {score}.").format(score=found.score)

    def _spoken(self, where: Position, speak: Language) -> str:
        values = self._values.get(speak, {})
        return "\n".join(fill(step.text, values, speak) or "…" for step in where.say)

    def _given(self, key: str) -> None:
        self._answer(choice=key)

    def _worded(self) -> None:
        script = self._from()
        ask = position(script, self._progress, self._true()).ask if script is not None else None
        if ask is not None and ask.question.value in _TYPED:
            self._answer(text=_TYPED[ask.question.value])

    def _answer(self, choice: str | None = None, text: str = "") -> None:
        script = self._from()
        if script is None:
            return
        try:
            self._progress = answer(
                script, self._progress, choice=choice, text=text, facts=self._true()
            )
        except UserError as refused:
            self.state.setText(errors.said(refused))
            self.state.show()
            return
        self._read()
        self.setFocus()

    def _offer_facts(self, script: Script) -> None:
        used = {step.only_if for step in script.steps if step.only_if is not None}
        for fact in [each for each in self._facts if each not in used]:
            box = self._facts.pop(fact)
            self.facts.removeWidget(box)
            box.deleteLater()
        for fact in Fact:
            if fact in used and fact not in self._facts:
                box = QCheckBox(FACTS[fact.value].in_(language.current()))
                box.toggled.connect(lambda _=False: self._read())
                self.facts.addWidget(box)
                self._facts[fact] = box
