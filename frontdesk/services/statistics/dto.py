"""What the statistics give: frozen figures, each with its n beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from frontdesk.models.categories import CategoryTree
from frontdesk.models.enums import Department


class By(StrEnum):
    """What a line of figures is about."""

    TOTAL = "total"
    CATEGORY = "category"
    LEAF = "leaf"
    DEPARTMENT = "department"
    MONTH = "month"


class Measure(StrEnum):
    """Which figure of a line."""

    COUNT = "count"
    VALID = "valid"
    CLOSED = "closed"
    IN_TIME = "in_time"
    ASKED = "asked"
    SATISFIED = "satisfied"
    REPEATED = "repeated"
    COST = "cost"


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure. ``key``: category key, department ('' for undecided) or month ``2026-11``."""

    by: By
    key: str
    measure: Measure = Measure.COUNT


@dataclass(frozen=True, slots=True)
class Line:
    """The figures of one category, department, month, or of all.

    ``in_time`` of ``closed`` were signed off within the limit, after ``mean_hours`` on average;
    ``satisfied`` of ``asked`` customers were satisfied after the handling. Shares lie in 0..1 and
    are ``None`` where nothing was counted.
    """

    key: str
    count: int = 0
    valid: int = 0
    share: float | None = None
    cumulative_share: float | None = None
    closed: int = 0
    in_time: int = 0
    mean_hours: float | None = None
    asked: int = 0
    satisfied: int = 0
    repeated: int = 0
    cost: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class ComplaintStatistics:
    """The complaints registered from ``first`` to ``last``, both included.

    ``categories`` and ``leaves`` come most frequent first, departments as they are listed ('' for
    not judged or not valid), months in order. ``scope``: the one department this person sees.
    """

    first: date
    last: date
    total: Line
    categories: tuple[Line, ...]
    leaves: tuple[Line, ...]
    departments: tuple[Line, ...]
    months: tuple[Line, ...]
    limit_hours: int
    tree: CategoryTree
    scope: Department | None = None
    measures: str = ""
