"""The answers of a question: a list, and the form of the chosen one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.language import Language
from frontdesk.models.enums import (
    CallbackKind,
    CallOutcome,
    ComplaintLevel,
    Satisfaction,
    SpotVerdict,
)
from frontdesk.models.values import text as texts
from frontdesk.services.complaints.dto import CategoryTree
from frontdesk.services.script_editing import editing
from frontdesk.services.scripts import Answer, QuestionKind, Script, Step, Words
from frontdesk.services.scripts.check import MAX_CHOICES, MAX_TITLE
from frontdesk.ui.kit import language, words
from frontdesk.ui.kit.choice import ChoiceField, Option
from frontdesk.ui.kit.fields import CheckField, NumberField, TextField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.labels import small
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.tokens import GAP
from frontdesk.ui.scripts.keyed_list import KeyedList
from frontdesk.ui.scripts.step_form import step_option

_ROW_HEIGHT = 22


class AnswersBox(Translated, QWidget):
    """``changed`` carries the step with its answers as they are now."""

    changed = Signal(object)
    save_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._step: Step | None = None
        self._script: Script | None = None
        self._tree = CategoryTree(())
        self.head = small()
        self.list = KeyedList()
        self.form = FormPanel()
        # An answer is kept with the whole script.
        self.form.setProperty("kept", True)
        self.zh = self.form.add(TextField("zh", max_length=MAX_TITLE), 0)
        self.en = self.form.add(TextField("en", max_length=MAX_TITLE), 0, 1)
        self.next = self.form.add(ChoiceField("next", (), as_list=True), 1)
        self.outcome = self.form.add(ChoiceField("outcome", (), as_list=True), 1, 1)
        self.satisfaction = self.form.add(ChoiceField("satisfaction", (), as_list=True), 2)
        self.score = self.form.add(NumberField("score", most=100), 2, 1)
        self.category = self.form.add(ChoiceField("category", (), as_list=True), 3)
        self.verdict = self.form.add(ChoiceField("verdict", (), as_list=True), 3)
        self.level = self.form.add(ChoiceField("level", (), as_list=True), 3, 1)
        self.concern = self.form.add(CheckField("concern"), 5, span=2)
        self.safety = self.form.add(CheckField("safety"), 6, span=2)
        self.low = self.form.add(NumberField("low", most=10), 4)
        self.high = self.form.add(NumberField("high", most=10), 4, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for widget in (self.head, self.list, self.form):
            column.addWidget(widget)
        self.list.chosen.connect(lambda _: self._show_answer())
        self.list.entered_line.connect(self.form.focus_first)
        self.list.add_asked.connect(self.add_answer)
        self.list.remove_asked.connect(self.remove_answer)
        self.list.move_asked.connect(self.move_answer)
        self.list.save_asked.connect(self.save_asked)
        self.form.changed.connect(self._typed)
        self.form.save_requested.connect(self.save_asked)
        self.retranslate()

    def show_step(self, script: Script, step: Step, tree: CategoryTree, key: str = "") -> None:
        """Show the answers of ``step``; nothing where it is not answered by a choice."""
        self._script, self._step, self._tree = script, step, tree
        answered = step.question.is_chosen or step.question.is_scale
        self.setVisible(answered)
        if answered:
            self._list(key or self.list.current_key())
            self._show_answer()

    @property
    def step(self) -> Step | None:
        """The step shown, with its answers as they are now."""
        return self._step

    def follow(self, script: Script, step: Step) -> None:
        """The rest of ``step`` was changed in its own form."""
        self._script, self._step = script, step

    def add_answer(self) -> None:
        """A blank answer behind the others."""
        step = self._step
        if step is None or not self._is_open(step):
            return
        if len(step.answers) < MAX_CHOICES:
            more, key = editing.add_answer(step)
            self._take(more, key)
            self.form.focus_first()

    def remove_answer(self) -> None:
        """Without the chosen answer."""
        key = self.list.current_key()
        if self._step is not None and self._is_open(self._step) and key:
            self._take(editing.remove_answer(self._step, key), "")

    def move_answer(self, by: int) -> None:
        """The chosen answer further up or down."""
        key = self.list.current_key()
        if self._step is not None and self._is_open(self._step) and key:
            self._take(editing.move_answer(self._step, key, by), key)

    def go_to(self, key: str, part: str) -> None:
        """Go to a part of an answer: what a fault was named at."""
        if self._step is not None and self._step.answer(key) is not None:
            self._list(key)
            self._show_answer()
            self.form.field(part if self.form.has(part) else "zh").setFocus()

    def retranslate(self) -> None:
        self.head.setText(self.tr("Answers on their keys: Ins adds, Del removes, Ctrl+↑/↓ moves"))
        self.list.setAccessibleName(self.tr("Answers"))
        for field, label in (
            (self.zh, self.tr("Answer, Chinese")),
            (self.en, self.tr("English")),
            (self.next, self.tr("Leads to")),
            (self.outcome, self.tr("Ends the call as")),
            (self.satisfaction, self.tr("Satisfaction")),
            (self.score, self.tr("Score, 0 to 100")),
            (self.category, self.tr("Complaint")),
            (self.verdict, self.tr("Tells of the call")),
            (self.level, self.tr("Level")),
            (self.concern, self.tr("Tells of something wrong")),
            (self.safety, self.tr("A matter of safety")),
            (self.low, self.tr("From mark")),
            (self.high, self.tr("to mark")),
        ):
            field.set_label(label)
        if self._step is not None:
            self._show_answer()

    # inside -----------------------------------------------------------------------------

    def _is_open(self, step: Step) -> bool:
        """Whether answers can be added and taken away: yes and no are always two."""
        return step.question is QuestionKind.CHOICE or step.question.is_scale

    def _take(self, step: Step, key: str) -> None:
        self._step = step
        self._list(key)
        self._show_answer()
        self.changed.emit(step)

    def _list(self, key: str) -> None:
        if self._step is None:
            return
        speak = language.current()
        lines = [
            (each.key, f"{at}  {_called(each, speak)}{self._onward(each)}", False)
            for at, each in enumerate(self._step.answers, start=1)
        ]
        self.list.show_lines(lines, key)
        self.list.setFixedHeight(max(2, len(lines)) * _ROW_HEIGHT + 6)

    def _onward(self, answer: Answer) -> str:
        target = self._script.step(answer.next) if self._script and answer.next else None
        return "" if target is None else f"  →  {target.title.in_(language.current())}"

    def _show_answer(self) -> None:
        answer = self._step.answer(self.list.current_key()) if self._step is not None else None
        self.form.setEnabled(answer is not None)
        self._offer()
        if answer is None:
            self.form.set_values({})
            return
        self.form.set_values(
            {
                "zh": answer.text.zh,
                "en": answer.text.en,
                "next": answer.next or "",
                "outcome": answer.outcome or "",
                "satisfaction": answer.satisfaction or "",
                "score": answer.score,
                "category": answer.category or "",
                "verdict": answer.verdict or "",
                "level": answer.level or "",
                "concern": answer.concern,
                "safety": answer.safety,
                "low": None if answer.band is None else answer.band[0],
                "high": None if answer.band is None else answer.band[1],
            }
        )
        scale = self._step is not None and self._step.question.is_scale
        scored = self._step is not None and self._step.is_scored
        self.form.show_field("score", scored and not scale)
        spot = self._script is not None and self._script.kind is CallbackKind.SPOT_CHECK
        self.form.show_field("verdict", spot)
        # A spot check opens no ticket: the verdict on the call is what follows from it.
        for name in ("category", "level", "safety"):
            self.form.show_field(name, not spot)
        for name in ("low", "high"):
            self.form.show_field(name, scale)

    def _offer(self) -> None:
        blocked = self.form.blockSignals(True)
        steps = () if self._script is None else self._script.steps
        on = ("", self.tr("the step's own next one"))
        self.next.set_options([on, *(step_option(steps.index(each), each) for each in steps)])
        self.outcome.set_options(
            [
                ("", self.tr("a conversation")),
                *((each, words.word(each)) for each in CallOutcome if each is not _REACHED),
            ]
        )
        self.satisfaction.set_options(
            [("", self.tr("says nothing of it")), *((e, words.word(e)) for e in Satisfaction)]
        )
        self.category.set_options([("", self.tr("none")), *self._categories()])
        self.level.set_options(
            [("", self.tr("as the customer's mood")), *((e, words.word(e)) for e in ComplaintLevel)]
        )
        self.verdict.set_options(
            [("", self.tr("says nothing of it")), *((e, words.word(e)) for e in _TOLD)]
        )
        self.form.blockSignals(blocked)

    def _categories(self) -> list[Option]:
        chinese = language.current().value.startswith("zh")
        found: list[Option] = []
        for group in self._tree.groups:
            name = group.zh if chinese else group.en
            found.append((group.key, name))
            found += [
                (leaf.key, f"{name} · {leaf.zh if chinese else leaf.en}") for leaf in group.leaves
            ]
        return found

    def _typed(self) -> None:
        step = self._step
        before = step.answer(self.list.current_key()) if step is not None else None
        if step is None or before is None:
            return
        score = _mark(self.score.typed())
        low, high = _mark(self.low.typed()), _mark(self.high.typed())
        typed = before.model_copy(
            update={
                "text": Words(zh=_line(self.zh.typed()), en=_line(self.en.typed())),
                "next": self.next.typed() or None,
                "outcome": CallOutcome(self.outcome.typed()) if self.outcome.typed() else None,
                "satisfaction": _satisfaction(self.satisfaction.typed()),
                "score": score if score is not None and score <= _FULL else None,
                "band": None if low is None or high is None or high > _TOP else (low, high),
                "category": self.category.typed() or None,
                "level": ComplaintLevel(self.level.typed()) if self.level.typed() else None,
                "concern": self.concern.value(),
                "safety": self.safety.value(),
                "verdict": SpotVerdict(self.verdict.typed()) if self.verdict.typed() else None,
            }
        )
        self._step = editing.with_answer(step, typed)
        self._list(before.key)
        self.changed.emit(self._step)


_REACHED = CallOutcome.REACHED
_TOLD = (SpotVerdict.NOT_MADE, SpotVerdict.FAULTY)
_FULL, _TOP = 100, 10


def _called(answer: Answer, speak: Language) -> str:
    marks = "" if answer.band is None else f"{answer.band[0]}–{answer.band[1]}"
    return f"{marks} {answer.text.in_(speak)}".strip() or "…"


def _mark(typed: str) -> int | None:
    return int(typed) if typed.strip().isascii() and typed.strip().isdigit() else None


def _satisfaction(typed: str) -> Satisfaction | None:
    return Satisfaction(typed) if typed else None


def _line(typed: str) -> str:
    return " ".join(texts.storable(typed).split())
