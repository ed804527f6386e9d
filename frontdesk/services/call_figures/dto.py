"""What the figures of calls are given as: frozen, each number with its n beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from frontdesk.language import Language
from frontdesk.models.enums import CallbackKind, CallbackStatus, Department, Role, Satisfaction
from frontdesk.models.score_flags import Flag
from frontdesk.services.scripts import Words


class By(StrEnum):
    """What a line of figures is about."""

    TOTAL = "total"
    KIND = "kind"
    CALLER = "caller"
    SERVED = "served"
    """The service advisor or sales consultant whose customers were called."""
    MONTH = "month"


class Measure(StrEnum):
    """Which figure of a line; the value names the field of :class:`Line` that counts it."""

    DUE = "due"
    DONE = "done"
    IN_TIME = "in_time"
    REACHED = "reached"
    TOLD = "told"
    SATISFIED = "satisfied"
    AVERAGE = "average"
    DISSATISFIED = "dissatisfied"
    SCORED = "scored"


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure. ``key``: a kind, a person's id ('' for nobody), or the month ``2026-11``."""

    by: By
    key: str
    measure: Measure


@dataclass(frozen=True, slots=True)
class Line:
    """The figures of one kind, person, month, or of all.

    Of ``due`` calls, whose last day lies in the period, ``done`` were finished, ``in_time`` of them
    by that day or on a later one agreed with the customer before it, and ``reached`` spoke to the
    customer. A person's are those that were theirs while they could be made in time, whoever made
    them. ``told`` calls were finished in the period;
    of these come the customers' words: ``satisfied``, ``average``, ``dissatisfied``, and the mean
    ``score`` (0-100) of the ``scored`` ones.
    """

    key: str
    due: int = 0
    done: int = 0
    in_time: int = 0
    reached: int = 0
    told: int = 0
    satisfied: int = 0
    average: int = 0
    dissatisfied: int = 0
    scored: int = 0
    points: int = 0

    @property
    def score(self) -> float | None:
        """The mean score; ``None`` where nothing was scored."""
        return self.points / self.scored if self.scored else None

    @property
    def rated(self) -> int:
        """How many customers said how satisfied they are."""
        return self.satisfied + self.average + self.dissatisfied


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer to a question and how often it was given."""

    name: Words
    count: int
    trouble: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a kind of call: ``n`` answered it; ``mean`` of the marks of a scale."""

    kind: CallbackKind
    title: Words
    n: int
    answers: tuple[Answered, ...]
    mean: float | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What a customer suggested or complained of, in their words."""

    callback_id: str
    number: str
    day: date
    kind: CallbackKind
    customer: str
    plate: str
    caller: str
    satisfaction: Satisfaction | None
    words: str


@dataclass(frozen=True, slots=True)
class CallSummary:
    """The calls of a period, both days included.

    ``people``: names by id. ``scope``: the one department this person sees. ``flags`` only for who
    prepares reports.
    """

    first: date
    last: date
    total: Line
    kinds: tuple[Line, ...] = ()
    callers: tuple[Line, ...] = ()
    served: tuple[Line, ...] = ()
    months: tuple[Line, ...] = ()
    questions: tuple[Question, ...] = ()
    said: tuple[Said, ...] = ()
    flags: tuple[Flag, ...] = ()
    people: Mapping[str, str] = field(default_factory=dict)
    scope: Department | None = None
    conclusions: str = ""

    def lines(self, by: By) -> tuple[Line, ...]:
        """The lines of the table ``by``."""
        found = {
            By.TOTAL: (self.total,),
            By.KIND: self.kinds,
            By.CALLER: self.callers,
            By.SERVED: self.served,
            By.MONTH: self.months,
        }
        return found[by]

    def aspects(self) -> tuple[tuple[Question, Answered], ...]:
        """Answers that tell of something wrong, most frequent first."""
        found = [
            (question, answer)
            for question in self.questions
            for answer in question.answers
            if answer.trouble and answer.count
        ]
        return tuple(sorted(found, key=lambda each: -each[1].count))


@dataclass(frozen=True, slots=True)
class CallRow:
    """One call behind a figure."""

    id: str
    number: str
    kind: CallbackKind
    status: CallbackStatus
    customer: str
    plate: str
    caller: str
    served: str
    due_until: date
    closed_at: datetime | None
    satisfaction: Satisfaction | None
    score: int | None
    seconds: float | None


@dataclass(frozen=True, slots=True)
class IncentiveLine:
    """What the month's score brings one person; ``yuan`` and ``wage_percent`` below zero cost."""

    name: str
    role: Role
    n: int
    score: float | None
    yuan: int
    wage_percent: int


@dataclass(frozen=True, slots=True)
class KeptReport:
    """A summary or a list of incentives as it was prepared; approved, it never changes again."""

    id: str
    version: int
    kind: str
    """``callbacks`` or ``incentives``."""
    first: date
    last: date
    language: Language
    prepared_at: datetime
    prepared_by: str
    approved_at: datetime | None = None
    approved_by: str | None = None


@dataclass(frozen=True, slots=True)
class PaperCall:
    """An open call as it may stand on a printed sheet."""

    id: str
    number: str
    version: int
    kind: CallbackKind
    customer: str
    plate: str
    due_until: date
    assigned_to: str | None
    served_by: str | None


@dataclass(frozen=True, slots=True)
class Workbook:
    """An ``.xlsx`` and the name it is offered under; ``count`` finished calls stand in it."""

    content: bytes
    file_name: str
    count: int


@dataclass(frozen=True, slots=True)
class CallerName:
    """Somebody who makes calls of these kinds."""

    id: str
    name: str
    kinds: frozenset[CallbackKind]
