"""Days that are counted, and the days they are compared with. Pure arithmetic over the calendar."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from frontdesk.clock import Clock
from frontdesk.errors import UserError
from frontdesk.models.callback_rules import at_desk
from frontdesk.models.enums import Comparison

_DAY = timedelta(days=1)
_LONGEST_YEARS = 30
_YEARS = range(100, 9999)


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


def period(first: date, last: date, clock: Clock) -> Period:
    """The days from ``first`` to ``last`` as moments, cut where a month begins at the desk."""
    months = [(f"{first:%Y-%m}", at_desk(first, time(), clock.zone()))]
    day = _months_on(first, 1)
    while day <= last:
        months.append((f"{day:%Y-%m}", at_desk(day, time(), clock.zone())))
        day = _months_on(day, 1)
    end = at_desk(last + _DAY, time(), clock.zone())
    return Period(first, last, tuple(months), end)


def checked_period(first: date, last: date, clock: Clock) -> Period:
    """The days somebody asked for.

    Raises:
        UserError: the period ends before it begins, or spans more than thirty years.
    """
    if last < first:
        raise UserError("statistics.ends_before", "last")
    span = last.year - first.year
    if span > _LONGEST_YEARS or first.year not in _YEARS or last.year not in _YEARS:
        raise UserError("statistics.too_long", "last", years=_LONGEST_YEARS)
    return period(first, last, clock)


def compared_days(first: date, last: date, how: Comparison) -> tuple[date, date] | None:
    """The days that ``first`` to ``last`` are compared with; ``None`` for no comparison.

    Whole calendar months are compared with as many whole months, whatever their lengths; any other
    period before with as many days just before it. Last year's 29 February is the 28th.
    """
    months = _whole_months(first, last)
    match how:
        case Comparison.NONE:
            return None
        case Comparison.YEAR if months:
            return _months_on(first, -12), _months_on(last, -11) - _DAY
        case Comparison.YEAR:
            return _year_before(first), _year_before(last)
        case Comparison.BEFORE if months:
            return _months_on(first, -months), first - _DAY
        case Comparison.BEFORE:
            return first - (last - first) - _DAY, first - _DAY


def comparable_months(first: date, last: date, how: Comparison) -> bool:
    """Whether the months of both periods stand side by side, one by one."""
    return how is Comparison.YEAR or _whole_months(first, last) > 0


def _whole_months(first: date, last: date) -> int:
    """How many calendar months the days are, 0 if they are not whole ones."""
    if first.day != 1 or last.day != monthrange(last.year, last.month)[1]:
        return 0
    return (last.year - first.year) * 12 + last.month - first.month + 1


def _months_on(day: date, months: int) -> date:
    """The first of the month ``months`` after the one of ``day``."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1)


def _year_before(day: date) -> date:
    last = monthrange(day.year - 1, day.month)[1]
    return day.replace(year=day.year - 1, day=min(day.day, last))
