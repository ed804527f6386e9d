"""A call script as data: what is said, what is asked, where each answer leads (domain §4.2).

A script is a graph of steps. A step *says* something and may *ask* something. Steps that only say
flow into the next one, so the caller reads on until an answer is needed. Scripts are files
(``resources/scripts``) and editable records; both hold exactly these models as JSON.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from frontdesk.language import Language
from frontdesk.models.enums import (
    CallbackKind,
    CallOutcome,
    ComplaintLevel,
    IncomingKind,
    Satisfaction,
    SpotVerdict,
)

Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
Mark = Annotated[int, Field(ge=0, le=10)]


class QuestionKind(StrEnum):
    """How a step is answered; ``SAY`` asks nothing."""

    SAY = "say"
    CHOICE = "choice"
    YES_NO = "yes_no"
    SCALE = "scale"
    """From 1 to 10; the first scale there was keeps its name."""
    SCALE_5 = "scale_5"
    SCALE_0_10 = "scale_0_10"
    TEXT = "text"
    DATE = "date"

    @property
    def marks(self) -> range:
        """The marks a customer can give; none where it is no scale."""
        return MARKS.get(self, range(0))

    @property
    def is_scale(self) -> bool:
        """Whether it is answered by a mark."""
        return self in MARKS

    @property
    def is_chosen(self) -> bool:
        """Whether it is answered by one of the step's answers."""
        return self in (QuestionKind.CHOICE, QuestionKind.YES_NO)


MARKS: Mapping[QuestionKind, range] = MappingProxyType(
    {
        QuestionKind.SCALE: range(1, 11),
        QuestionKind.SCALE_5: range(1, 6),
        QuestionKind.SCALE_0_10: range(11),
    }
)
"""The marks of each scale."""


class Fact(StrEnum):
    """What may be true of the visit or stage a call is about; a step can be kept for such calls."""

    PROMISE_BROKEN = "promise_broken"
    PARTS_REPLACED = "parts_replaced"
    REPEAT_REPAIR = "repeat_repair"
    MAINTENANCE_KNOWN = "maintenance_known"
    DELIVERY_DAY = "delivery_day"
    """The routine call of the delivery day itself."""
    QUESTIONNAIRE = "questionnaire"
    """The routine call of the seventh day, which carries the questionnaire."""
    MAINTENANCE_NEAR = "maintenance_near"
    """The monthly routine calls before the first maintenance."""


_STAGES = MappingProxyType({"d0": Fact.DELIVERY_DAY, "d7": Fact.QUESTIONNAIRE})


def stage_facts(stage: str | None) -> frozenset[Fact]:
    """What the stage of a routine call (``d0 d3 d7 d15 m1 m2 …``) says; none of other calls."""
    if not stage:
        return frozenset()
    fact = Fact.MAINTENANCE_NEAR if stage.startswith("m") else _STAGES.get(stage)
    return frozenset() if fact is None else frozenset({fact})


class Use(StrEnum):
    """What the words given to a step are also used for, beside being kept as the answer."""

    SUGGESTION = "suggestion"
    COMPLAINT_WORDS = "complaint_words"
    COMPLAINT_REMEDY = "complaint_remedy"
    WHY = "why"
    """This and the next ones: the seven questions (5W2H) a complaint is told along."""
    WHEN_HAPPENS = "when_happens"
    WHERE_HAPPENS = "where_happens"
    WHO_DRIVES = "who_drives"
    WHAT_HAPPENS = "what_happens"
    HOW_SHOWN = "how_shown"
    HOW_MUCH = "how_much"


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Words(_Data):
    """One text in both languages. A missing one is a fault the check names, not a crash."""

    zh: str = ""
    en: str = ""

    def in_(self, language: Language) -> str:
        """The text in ``language``."""
        return self.zh if language is Language.ZH_CN else self.en


YES = Words(zh="是", en="Yes")
NO = Words(zh="否", en="No")


class Cues(_Data):
    """Short conduct cues shown beside a step."""

    do: tuple[Words, ...] = ()
    dont: tuple[Words, ...] = ()


class Answer(_Data):
    """One possible answer and what follows from it."""

    key: Key
    text: Words = Words()
    next: Key | None = None
    """The step it leads to; ``None`` leads to the step's own ``next``."""
    band: tuple[Mark, Mark] | None = None
    """On a scale: the marks (both included) this answer stands for."""
    score: int | None = Field(default=None, ge=0, le=100)
    """What a choice is worth where its step counts; marks on a scale have theirs by themselves."""
    satisfaction: Satisfaction | None = None
    outcome: CallOutcome | None = None
    """Set when the answer ends the call otherwise than by the script (not convenient …)."""
    category: str | None = None
    """Category proposed for a ticket: a group of the tree, or a leaf ``group.leaf``."""
    concern: bool = False
    """Tells of something wrong, whatever the category."""
    level: ComplaintLevel | None = None
    """Level proposed for a ticket."""
    safety: bool = False
    """Makes of it a matter of safety."""
    verdict: SpotVerdict | None = None
    """In a spot check: what the answer makes of the call that is looked at."""

    @property
    def tells_of_trouble(self) -> bool:
        """Whether the answer belongs on a complaint ticket."""
        return self.concern or self.category is not None


class Step(_Data):
    """One thing to say and perhaps to ask."""

    key: Key
    title: Words
    """Short name for the trail of steps and for 'this answer is missing'."""
    text: Words
    """The sentence to speak; ``{fields}`` are filled in (``fill.FIELDS``)."""
    cues: Cues = Cues()
    question: QuestionKind = QuestionKind.SAY
    required: bool = True
    answers: tuple[Answer, ...] = ()
    next: Key | None = None
    only_if: Fact | None = None
    """The step is passed over unless this is true of the visit."""
    use: Use | None = None
    counts: bool | None = None
    """Whether the answer counts in the score; where a script does not say, scales do."""
    greeting: bool = False
    """Asks who is speaking or whether it is convenient: passed over in a call taken along in a
    conversation that goes on, its first answer being the one of who is on the line."""
    opens_complaint: bool = False
    """Here the complaint ticket drafted from the call is registered."""
    closing: bool = False
    """The last words of the call; nothing follows."""

    @model_validator(mode="after")
    def _name_yes_and_no(self) -> Self:
        if self.question is not QuestionKind.YES_NO:
            return self
        given = {answer.key: answer for answer in self.answers}
        named = tuple(
            (given.get(key) or Answer(key=key)).model_copy(update={"text": words})
            for key, words in (("yes", YES), ("no", NO))
            if not (key in given and given[key].text != Words())
        )
        kept = tuple(answer for answer in self.answers if answer.text != Words())
        ordered = sorted((*named, *kept), key=lambda answer: answer.key != "yes")
        object.__setattr__(self, "answers", tuple(ordered))
        return self

    @property
    def asks(self) -> bool:
        """Whether the caller has to wait for an answer here."""
        return self.question is not QuestionKind.SAY

    @property
    def is_scored(self) -> bool:
        """Whether the answer counts in the score of the call."""
        if self.question.is_scale:
            return self.counts is not False
        return self.question.is_chosen and self.counts is True

    def answer(self, key: str) -> Answer | None:
        """The answer called ``key``."""
        return next((answer for answer in self.answers if answer.key == key), None)


class Script(_Data):
    """One script in one version. A call keeps the version it was run with."""

    key: Key
    version: int = Field(ge=1)
    kind: CallbackKind | IncomingKind
    title: Words
    own: bool = False
    """Written in this dealership: no later one that comes with the program takes its place."""
    steps: tuple[Step, ...] = Field(min_length=1)

    @property
    def start(self) -> Step:
        """Where every call begins."""
        return self.steps[0]

    def step(self, key: str) -> Step | None:
        """The step called ``key``."""
        return next((step for step in self.steps if step.key == key), None)
