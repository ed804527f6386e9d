"""Counting complaints: one pass over the period in the store, the sums of it here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, and_, bindparam, case, func, select
from sqlalchemy.orm import Session

from frontdesk.clock import Clock
from frontdesk.models.callback_rules import at_desk
from frontdesk.models.complaint import Complaint
from frontdesk.models.enums import Department
from frontdesk.services.statistics.dto import By, Cell, Line, Measure
from frontdesk.store.functions import seconds_between

_CLOSED = Complaint.signed_off_at.is_not(None)
_CONDITIONS: dict[Measure, ColumnElement[bool]] = {
    Measure.VALID: Complaint.valid.is_(True),
    Measure.CLOSED: _CLOSED,
    Measure.IN_TIME: and_(_CLOSED, Complaint.signed_off_at <= Complaint.due_at),
    Measure.ASKED: Complaint.satisfied_after.is_not(None),
    Measure.SATISFIED: Complaint.satisfied_after.is_(True),
    Measure.REPEATED: Complaint.repeats_id.is_not(None),
    Measure.COST: Complaint.cost_fen > 0,
}


@dataclass(frozen=True, slots=True)
class Period:
    """Days at the desk, both included, with the moments where its months begin."""

    first: date
    last: date
    months: tuple[tuple[str, datetime], ...]
    end: datetime

    @property
    def start(self) -> datetime:
        """The first moment."""
        return self.months[0][1]

    def spans(self) -> Iterator[tuple[str, datetime, datetime]]:
        """Each month by name with its first moment and the first one after it."""
        ends = [begin for _, begin in self.months[1:]]
        for (name, begin), end in zip(self.months, [*ends, self.end], strict=True):
            yield name, begin, end


class Sums(NamedTuple):
    """What adds up over lines."""

    number: int = 0
    valid: int = 0
    closed: int = 0
    in_time: int = 0
    seconds: float = 0.0
    asked: int = 0
    satisfied: int = 0
    repeated: int = 0
    cost_fen: int = 0

    def line(self, key: str, total: int, before: int = 0) -> Line:
        """The line of ``key``: shares of ``total``, after ``before`` in the order of the table."""
        return Line(
            key=key,
            count=self.number,
            valid=self.valid,
            share=self.number / total if total else None,
            cumulative_share=(before + self.number) / total if total else None,
            closed=self.closed,
            in_time=self.in_time,
            mean_hours=self.seconds / 3600 / self.closed if self.closed else None,
            asked=self.asked,
            satisfied=self.satisfied,
            repeated=self.repeated,
            cost=Decimal(self.cost_fen) / 100,
        )


@dataclass(frozen=True, slots=True)
class Counted:
    """The finest grain: one leaf, department and month."""

    category: str
    department: str
    month: str
    sums: Sums


def period(first: date, last: date, clock: Clock) -> Period:
    """The days from ``first`` to ``last`` as moments, cut where a month begins at the desk."""
    months = [(f"{first:%Y-%m}", at_desk(first, time(), clock.zone()))]
    day = _next_month(first)
    while day <= last:
        months.append((f"{day:%Y-%m}", at_desk(day, time(), clock.zone())))
        day = _next_month(day)
    end = at_desk(last + timedelta(days=1), time(), clock.zone())
    return Period(first, last, tuple(months), end)


def count(session: Session, days: Period, scope: Department | None) -> list[Counted]:
    """The figures of every leaf, department and month in which something was registered.

    Month by month along the index of days: half the time of one statement that sorts them all.
    """
    figures = (
        select(
            Complaint.category,
            Complaint.department,
            func.count(),
            *(_number_of(_CONDITIONS[m]) for m in (Measure.VALID, Measure.CLOSED, Measure.IN_TIME)),
            func.total(seconds_between(Complaint.registered_at, Complaint.signed_off_at)),
            *(
                _number_of(_CONDITIONS[m])
                for m in (Measure.ASKED, Measure.SATISFIED, Measure.REPEATED)
            ),
            func.sum(Complaint.cost_fen),
        )
        .where(Complaint.registered_at >= bindparam("begin"))
        .where(Complaint.registered_at < bindparam("end"), *_of_department(scope))
        .group_by(Complaint.category, Complaint.department)
    )
    return [
        Counted(category, department or "", month, Sums(*found))
        for month, begin, end in days.spans()
        for category, department, *found in session.execute(figures, {"begin": begin, "end": end})
    ]


def behind(session: Session, days: Period, scope: Department | None, cell: Cell) -> tuple[str, ...]:
    """Ids of the complaints a figure counts, newest first."""
    conditions = [*_within(days, scope), *_of_line(cell, days)]
    if cell.measure is not Measure.COUNT:
        conditions.append(_CONDITIONS[cell.measure])
    return tuple(
        session.scalars(
            select(Complaint.id).where(*conditions).order_by(Complaint.registered_at.desc())
        )
    )


def summed(counted: Iterable[Counted], key_of: Callable[[Counted], str]) -> dict[str, Sums]:
    """The figures added up by what ``key_of`` says."""
    parts: dict[str, list[Sums]] = {}
    for each in counted:
        parts.setdefault(key_of(each), []).append(each.sums)
    return {key: Sums(*map(sum, zip(*some, strict=True))) for key, some in parts.items()}


def ranked(found: dict[str, Sums], order: Sequence[str]) -> tuple[Line, ...]:
    """Lines most frequent first (ties in the tree's order), with cumulative shares."""
    total = sum(each.number for each in found.values())
    place = {key: at for at, key in enumerate(order)}
    keys = sorted(found, key=lambda key: (-found[key].number, place.get(key, len(place)), key))
    lines, before = [], 0
    for key in keys:
        lines.append(found[key].line(key, total, before))
        before += found[key].number
    return tuple(lines)


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def _month(days: Period) -> ColumnElement[int]:
    """The number of the month a complaint was registered in, counted from the period's first."""
    begins = reversed(list(enumerate(begin for _, begin in days.months)))
    return case(*((Complaint.registered_at >= begin, at) for at, begin in begins), else_=0)


def _number_of(condition: ColumnElement[bool]) -> ColumnElement[Any]:
    return func.count(case((condition, 1)))


def _within(days: Period, scope: Department | None) -> list[ColumnElement[bool]]:
    within = [Complaint.registered_at >= days.start, Complaint.registered_at < days.end]
    return [*within, *_of_department(scope)]


def _of_department(scope: Department | None) -> list[ColumnElement[bool]]:
    return [] if scope is None else [Complaint.department == scope]


def _of_line(cell: Cell, days: Period) -> list[ColumnElement[bool]]:
    match cell.by:
        case By.TOTAL:
            return []
        case By.CATEGORY:
            own = Complaint.category == cell.key
            return [own | Complaint.category.startswith(f"{cell.key}.", autoescape=True)]
        case By.LEAF:
            return [Complaint.category == cell.key]
        case By.DEPARTMENT if not cell.key:
            return [Complaint.department.is_(None)]
        case By.DEPARTMENT:
            return [Complaint.department == Department(cell.key)]
        case By.MONTH:
            names = [name for name, _ in days.months]
            return [_month(days) == names.index(cell.key)]
