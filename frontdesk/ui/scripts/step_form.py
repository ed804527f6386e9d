"""The form of one step: what is said in both languages, how it is asked, what comes next."""

from __future__ import annotations

from collections.abc import Mapping

from frontdesk.models.enums import IncomingKind
from frontdesk.models.values import text as texts
from frontdesk.services.script_editing.editing import cues_of
from frontdesk.services.scripts import FIELDS, Cues, Fact, QuestionKind, Script, Step, Use, Words
from frontdesk.services.scripts.check import MAX_TITLE
from frontdesk.texts.script_words import FACTS, FIELD_NAMES, QUESTIONS, USES
from frontdesk.texts.text import Text
from frontdesk.ui.kit import language
from frontdesk.ui.kit.choice import ChoiceField, Option
from frontdesk.ui.kit.fields import CheckField, MultilineField, TextField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.labels import button
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.scripts.field_inserter import FieldInserter

_SENTENCE_HEIGHT, _CUES_HEIGHT = 118, 96


class StepForm(Translated, FormPanel):
    """Kept with the whole script."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kept", True)
        self._script: Script | None = None
        self.title_zh = self.add(TextField("title_zh", max_length=MAX_TITLE), 0)
        self.title_en = self.add(TextField("title_en", max_length=MAX_TITLE), 0, 1)
        self.text_zh = self.add(MultilineField("text_zh", lines=4), 1)
        self.text_en = self.add(MultilineField("text_en", lines=4), 1, 1)
        self.question = self.add(ChoiceField("question", (), as_list=True), 2)
        self.next = self.add(ChoiceField("next", (), as_list=True), 2, 1)
        self.only_if = self.add(ChoiceField("only_if", (), as_list=True), 3)
        self.use = self.add(ChoiceField("use", (), as_list=True), 3, 1)
        self.required = self.add(CheckField("required"), 4)
        self.counts = self.add(CheckField("counts"), 4, 1)
        self.closing = self.add(CheckField("closing"), 5)
        self.opens_complaint = self.add(CheckField("opens_complaint"), 6, span=2)
        for sentence in (self.text_zh, self.text_en):
            sentence.setMaximumHeight(_SENTENCE_HEIGHT)
        self.insert = button()
        self.add_widget(self.insert, 5, 1)
        names = [name for name in FIELD_NAMES if name in FIELDS]
        self.fields_offered = FieldInserter(
            self, self.insert, (self.text_zh.box, self.text_en.box), names
        )
        self.retranslate()

    def show_step(self, script: Script, step: Step) -> None:
        """Show ``step`` of ``script``; nothing counts as changed."""
        self._script = script
        self._offer()
        self.set_values(
            {
                "title_zh": step.title.zh,
                "title_en": step.title.en,
                "text_zh": step.text.zh,
                "text_en": step.text.en,
                "question": step.question.value,
                "next": step.next or "",
                "only_if": step.only_if or "",
                "use": step.use or "",
                "required": step.required,
                "counts": step.is_scored,
                "closing": step.closing,
                "opens_complaint": step.opens_complaint,
            }
        )
        incoming = isinstance(script.kind, IncomingKind)
        may_open = step.closing if incoming else step.question.is_chosen
        self.show_field("opens_complaint", may_open or step.opens_complaint)
        asks, kind = step.asks, step.question
        self.show_field("required", asks)
        self.show_field("counts", kind.is_scale or kind.is_chosen)
        self.show_field("use", kind is QuestionKind.TEXT)
        self.show_field("closing", not asks)
        self.show_field("next", not step.closing)
        self.show_field("only_if", not step.closing)

    def step(self, before: Step) -> Step:
        """``before`` as it stands in the form now; how it asks is changed elsewhere."""
        closing = self.closing.value() and not before.asks
        counts = self.counts.value()
        return before.model_copy(
            update={
                "title": Words(zh=_line(self.title_zh.typed()), en=_line(self.title_en.typed())),
                "text": Words(zh=_line(self.text_zh.typed()), en=_line(self.text_en.typed())),
                "next": None if closing else str(self.next.typed()) or None,
                "only_if": None if closing else _of(Fact, self.only_if.typed()),
                "use": _of(Use, self.use.typed()),
                "required": self.required.value(),
                "counts": before.counts if counts == before.is_scored else counts,
                "closing": closing,
                "opens_complaint": self.opens_complaint.value(),
            }
        )

    def retranslate(self) -> None:
        for field, label in (
            (self.title_zh, self.tr("Name, Chinese")),
            (self.title_en, self.tr("English")),
            (self.text_zh, self.tr("Say, Chinese")),
            (self.text_en, self.tr("English")),
            (self.question, self.tr("Asks for")),
            (self.next, self.tr("Then")),
            (self.only_if, self.tr("Only when")),
            (self.use, self.tr("Kept as")),
            (self.required, self.tr("An answer is required")),
            (self.counts, self.tr("Counts in the score")),
            (self.closing, self.tr("Last words of the call")),
            (self.opens_complaint, self.tr("The complaint is registered here")),
        ):
            field.set_label(label)
        self.insert.setText(self.tr("Insert a field (Ctrl+I)"))
        if self._script is not None:
            typed = self.typed()
            self._offer()
            blocked = self.blockSignals(True)
            self.set_typed(typed)
            self.blockSignals(blocked)

    def _offer(self) -> None:
        blocked = self.blockSignals(True)
        self.question.set_options([(kind, _said(text)) for kind, text in QUESTIONS.items()])
        none = ("", self.tr("nothing"))
        self.only_if.set_options([("", self.tr("always")), *_options(FACTS)])
        self.use.set_options([("", self.tr("answer only")), *_options(USES)])
        steps = () if self._script is None else self._script.steps
        self.next.set_options([none, *(step_option(steps.index(step), step) for step in steps)])
        self.blockSignals(blocked)


class TitleForm(Translated, FormPanel):
    """What the script is called; kept with the whole of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kept", True)
        self.zh = self.add(TextField("zh", max_length=MAX_TITLE), 0)
        self.en = self.add(TextField("en", max_length=MAX_TITLE), 0, 1)
        self.retranslate()

    def show_script(self, script: Script) -> None:
        """Show what ``script`` is called."""
        if self.words() != script.title:
            self.set_values({"zh": script.title.zh, "en": script.title.en})

    def words(self) -> Words:
        """The name as it stands in the form."""
        return Words(zh=_line(self.zh.typed()), en=_line(self.en.typed()))

    def retranslate(self) -> None:
        self.zh.set_label(self.tr("Script, Chinese (F2)"))
        self.en.set_label(self.tr("English"))


class CuesForm(Translated, FormPanel):
    """What to do and what not to do at a step, one cue a line; kept with the whole script."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kept", True)
        self.do_zh = self.add(MultilineField("do_zh", lines=2), 0)
        self.do_en = self.add(MultilineField("do_en", lines=2), 0, 1)
        self.dont_zh = self.add(MultilineField("dont_zh", lines=2), 1)
        self.dont_en = self.add(MultilineField("dont_en", lines=2), 1, 1)
        for field in (self.do_zh, self.do_en, self.dont_zh, self.dont_en):
            field.setMaximumHeight(_CUES_HEIGHT)
        self.retranslate()

    def show_step(self, step: Step) -> None:
        """Show the cues of ``step``."""
        parts = {"do": step.cues.do, "dont": step.cues.dont}
        self.set_values(
            {f"{part}_zh": "\n".join(cue.zh for cue in cues) for part, cues in parts.items()}
            | {f"{part}_en": "\n".join(cue.en for cue in cues) for part, cues in parts.items()}
        )

    def cues(self) -> Cues:
        """The cues as they stand in the form."""
        typed = {name: texts.storable(text) for name, text in self.typed().items()}
        return Cues(
            do=cues_of(typed["do_zh"], typed["do_en"]),
            dont=cues_of(typed["dont_zh"], typed["dont_en"]),
        )

    def retranslate(self) -> None:
        self.do_zh.set_label(self.tr("Do, Chinese"))
        self.do_en.set_label(self.tr("English"))
        self.dont_zh.set_label(self.tr("Don't, Chinese"))
        self.dont_en.set_label(self.tr("English"))


def step_option(at: int, step: Step) -> Option:
    """A step to be chosen: its key, its number and name in the language on screen."""
    name = step.title.in_(language.current()) or step.title.zh or step.title.en or step.key
    return step.key, f"{at + 1}  {name}"


def _options(named: Mapping[str, Text]) -> list[Option]:
    return [(key, _said(text)) for key, text in named.items()]


def _said(text: Text) -> str:
    return text.in_(language.current())


def _line(typed: str) -> str:
    return " ".join(texts.storable(typed).split())


def _of(kind: type[Fact] | type[Use], typed: str) -> Fact | Use | None:
    return kind(typed) if typed else None
