"""What the callback summary report and the list of incentives show (domain §4.3)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from frontdesk.models.enums import CallbackKind, Department, Role, Satisfaction
from frontdesk.reports.inputs.common import Dealership, Printed


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A kind, a person, a month or the total; each share's n stands in the row.

    Of ``due`` calls ``done`` were finished, ``in_time`` of them within the window, ``reached``
    spoke to the customer; ``told`` were finished in the period, and of these come the words.
    """

    name: str
    due: int = 0
    done: int = 0
    in_time: int = 0
    reached: int = 0
    told: int = 0
    satisfied: int = 0
    average: int = 0
    dissatisfied: int = 0
    scored: int = 0
    score: float | None = None
    kind: CallbackKind | None = None


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One answer and how often it was given."""

    name: str
    count: int
    trouble: bool = False


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One question, answered ``n`` times; without answers it was answered in words."""

    kind: CallbackKind
    title: str
    n: int
    answers: tuple[AnswerRow, ...] = ()
    mean: float | None = None


@dataclass(frozen=True, slots=True)
class AspectRow:
    """What something was wrong with, and how often it was said."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class SaidRow:
    """A customer's own words."""

    number: str
    day: date
    kind: CallbackKind
    customer: str
    plate: str
    satisfaction: Satisfaction | None
    words: str


@dataclass(frozen=True, slots=True)
class CallSummaryForm:
    """回访总结报告 of a period. A report that was approved is no numbered print."""

    dealership: Dealership = field(default_factory=Dealership)
    printed: Printed = field(default_factory=Printed)
    first_day: date | None = None
    last_day: date | None = None
    scope: Department | None = None
    total: FigureRow = field(default_factory=lambda: FigureRow(""))
    kinds: tuple[FigureRow, ...] = ()
    callers: tuple[FigureRow, ...] = ()
    served: tuple[FigureRow, ...] = ()
    months: tuple[FigureRow, ...] = ()
    questions: tuple[QuestionRow, ...] = ()
    aspects: tuple[AspectRow, ...] = ()
    said: tuple[SaidRow, ...] = ()
    flags: tuple[str, ...] = ()
    conclusions: str = ""
    prepared_by: str = ""
    prepared_at: datetime | None = None
    approved_by: str = ""
    approved_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class IncentiveRow:
    """One person: the mean score of ``n`` calls and what it brings; below zero it costs."""

    name: str
    role: Role
    n: int
    score: float | None
    yuan: int = 0
    wage_percent: int = 0


@dataclass(frozen=True, slots=True)
class IncentiveForm:
    """The incentives of one month, for approval; the limits are those in force when prepared."""

    dealership: Dealership = field(default_factory=Dealership)
    printed: Printed = field(default_factory=Printed)
    first_day: date | None = None
    last_day: date | None = None
    rows: tuple[IncentiveRow, ...] = ()
    above: int = 95
    below: int = 80
    prepared_by: str = ""
    prepared_at: datetime | None = None
    approved_by: str = ""
    approved_at: datetime | None = None
