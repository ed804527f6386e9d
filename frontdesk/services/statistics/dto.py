"""What the statistics give: frozen figures, each with its n beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from frontdesk.language import Language
from frontdesk.models.categories import CategoryTree
from frontdesk.models.enums import Comparison, Department


class By(StrEnum):
    """What a line of figures is about."""

    TOTAL = "total"
    CATEGORY = "category"
    LEAF = "leaf"
    DEPARTMENT = "department"
    PERSON = "person"
    CHANNEL = "channel"
    MONTH = "month"


class Measure(StrEnum):
    """Which figure of a line; the value names the field of :class:`Line` that counts it."""

    COUNT = "count"
    VALID = "valid"
    CLOSED = "closed"
    IN_TIME = "in_time"
    IN_TIME_GROSS = "in_time_gross"
    ASKED = "asked"
    SATISFIED = "satisfied"
    SCORED = "scored"
    REPEATED = "repeated"
    COST = "cost"


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure.

    ``key``: category, department or channel, the responsible person's name ('' for undecided or
    unknown), or the month ``2026-11``.
    """

    by: By
    key: str
    measure: Measure = Measure.COUNT


@dataclass(frozen=True, slots=True)
class Line:
    """The figures of one category, department, person, channel, month, or of all.

    Of ``closed`` tickets ``in_time`` were signed off within the limit with the clock standing still
    in pauses, ``in_time_gross`` with the pauses counted as time gone by. Hours likewise: ``mean``
    and ``median`` of the clock's time, ``gross`` ones with the pauses. ``satisfied`` of ``asked``
    customers were satisfied after the handling; ``scored`` of them gave it ``score`` (1-10) in the
    mean. Shares lie in 0..1 and are ``None`` where nothing was counted, as means and medians are.
    """

    key: str
    count: int = 0
    valid: int = 0
    share: float | None = None
    cumulative_share: float | None = None
    closed: int = 0
    in_time: int = 0
    in_time_gross: int = 0
    mean_hours: float | None = None
    median_hours: float | None = None
    mean_gross_hours: float | None = None
    median_gross_hours: float | None = None
    asked: int = 0
    satisfied: int = 0
    scored: int = 0
    score: float | None = None
    repeated: int = 0
    cost: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Figures:
    """The lines of one period.

    ``categories``, ``leaves`` and ``people`` come most frequent first, departments and channels as
    they are listed, months in order; '' is who was not judged, not valid, or not named.
    """

    first: date
    last: date
    total: Line
    categories: tuple[Line, ...] = ()
    leaves: tuple[Line, ...] = ()
    departments: tuple[Line, ...] = ()
    people: tuple[Line, ...] = ()
    channels: tuple[Line, ...] = ()
    months: tuple[Line, ...] = ()

    def lines(self, by: By) -> tuple[Line, ...]:
        """The lines of the table ``by``."""
        match by:
            case By.TOTAL:
                return (self.total,)
            case By.CATEGORY:
                return self.categories
            case By.LEAF:
                return self.leaves
            case By.DEPARTMENT:
                return self.departments
            case By.PERSON:
                return self.people
            case By.CHANNEL:
                return self.channels
            case By.MONTH:
                return self.months


@dataclass(frozen=True, slots=True)
class ComplaintStatistics(Figures):
    """The complaints registered from ``first`` to ``last``, both included.

    ``before`` are the figures they are compared with. ``scope``: the one department this person
    sees.
    """

    limit_hours: int = 24
    tree: CategoryTree = field(default_factory=lambda: CategoryTree(()))
    scope: Department | None = None
    measures: str = ""
    compared: Comparison = Comparison.NONE
    before: Figures | None = None

    def earlier(self, by: By, key: str) -> Line | None:
        """The line to compare with: one without figures where nothing was counted then.

        ``None`` without a comparison, and for a month that has no counterpart.
        """
        if self.before is None:
            return None
        if by is By.MONTH:
            if len(self.months) != len(self.before.months):
                return None
            at = [line.key for line in self.months].index(key)
            return self.before.months[at]
        found = (line for line in self.before.lines(by) if line.key == key)
        return next(found, Line(key, share=0.0 if self.before.total.count else None))


@dataclass(frozen=True, slots=True)
class Report:
    """The form of a period as it was prepared; approved, it never changes again.

    ``changed``: complaints of the period with a new entry since it was prepared.
    """

    id: str
    version: int
    first: date
    last: date
    scope: Department | None
    compared: Comparison
    language: Language
    prepared_at: datetime
    prepared_by: str
    approved_at: datetime | None = None
    approved_by: str | None = None
    changed: int = 0


@dataclass(frozen=True, slots=True)
class Workbook:
    """An ``.xlsx`` and the name it is offered under; ``count`` complaints stand in its figures."""

    content: bytes
    file_name: str
    count: int
