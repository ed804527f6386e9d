"""How long a check-in takes: from the form being opened to the customer's agreement (domain §3).

Pure functions. A week begins on Monday. Minutes are given to a tenth, half up; the median is what
one usual customer waits, which a form left open over lunch does not move.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from statistics import median

_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class CheckIn:
    """One check-in of an advisor, begun on the desk's day ``on``."""

    on: date
    advisor_id: str
    length: timedelta


@dataclass(frozen=True, slots=True)
class Figure:
    """The check-ins of a week: of one advisor, or of all where ``advisor_id`` is ''."""

    week: date
    advisor_id: str
    count: int
    minutes: Decimal


def length_of(opened: datetime, agreed: datetime) -> timedelta | None:
    """How long it took; ``None`` where the customer agreed on another day, or the clock was set."""
    took = agreed - opened
    return took if timedelta(0) <= took < timedelta(days=1) else None


def week_of(day: date) -> date:
    """The Monday of its week."""
    return day - timedelta(days=day.weekday())


def figures(check_ins: Iterable[CheckIn]) -> tuple[Figure, ...]:
    """For each week the figure of all, then of each advisor; the newest week first."""
    groups: defaultdict[tuple[date, str], list[timedelta]] = defaultdict(list)
    for each in check_ins:
        week = week_of(each.on)
        groups[week, ""].append(each.length)
        groups[week, each.advisor_id].append(each.length)
    ordered = sorted(groups.items(), key=lambda group: (-group[0][0].toordinal(), group[0][1]))
    return tuple(
        Figure(week, advisor, len(lengths), _minutes(lengths))
        for (week, advisor), lengths in ordered
    )


def _minutes(lengths: list[timedelta]) -> Decimal:
    seconds = Decimal(str(median(each.total_seconds() for each in lengths)))
    return (seconds / 60).quantize(_TENTH, ROUND_HALF_UP)
