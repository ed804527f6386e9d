"""Which visits a list holds, and what is told of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from frontdesk.models.enums import ValueClass, VisitStatus
from frontdesk.services.segments.narrowing_dto import EVERYBODY, Narrowing

SHOWN = 500


class VisitSort(StrEnum):
    """Which visits: of which day of theirs the period is, stands beside each."""

    ALL = "all"
    """Arrived."""
    NO_ORDER = "no_order"
    """报单未修: nothing was ordered; the day it was declined."""
    DECLINED_WORK = "declined_work"
    """拒修项目: work that was advised and not wanted; arrived."""
    CAME_BACK = "came_back"
    """返修: here again for what did not hold; arrived."""
    REPAIRS = "repairs"
    """What the first-time-fix figure counts; handed over."""
    NOT_FIXED = "not_fixed"
    """Those of them that came back; handed over."""


OF_THE_FIGURE = frozenset({VisitSort.REPAIRS, VisitSort.NOT_FIXED})
"""Lists behind 一次修复率, for whoever may see figures."""
WITH_REASONS = frozenset({VisitSort.NO_ORDER, VisitSort.DECLINED_WORK})
"""Those that tell what was not wanted, and why."""
WITH_OTHER = frozenset({VisitSort.CAME_BACK, *OF_THE_FIGURE})
"""Those that tell which order a visit repeats, or which one came back."""


@dataclass(frozen=True, slots=True)
class VisitList:
    """``sort`` of visits from ``first`` to ``last``, both days included."""

    sort: VisitSort
    first: date
    last: date
    narrowing: Narrowing = EVERYBODY
    limit: int | None = SHOWN

    @property
    def days(self) -> str:
        """Its period as the trail names it."""
        return f"{self.first} – {self.last}"


@dataclass(frozen=True, slots=True)
class ListedVisit:
    """One visit. ``reasons``: why nothing was ordered, or each piece of work not wanted with why.

    ``worth``: what the work not wanted would have come to, in yuan. ``other``: the number of the
    visit whose repair did not hold, or of the one that came back, ``days`` before or after it.
    """

    id: str
    number: str
    status: VisitStatus
    on: date | None
    plate: str
    car: str
    customer_id: str
    customer: str
    value_class: ValueClass | None
    phone: str
    advisor: str
    total: Decimal | None
    reasons: tuple[str, ...] = ()
    worth: Decimal | None = None
    other: str = ""
    days: int | None = None

    @property
    def told(self) -> str:
        """``reasons`` in one line."""
        return " · ".join(self.reasons)


@dataclass(frozen=True, slots=True)
class VisitListPage:
    """The first rows, newest first, and how many there are in all."""

    rows: tuple[ListedVisit, ...]
    total: int


@dataclass(frozen=True, slots=True)
class ExportedVisits:
    """A workbook and what to call it."""

    content: bytes
    file_name: str
    count: int
