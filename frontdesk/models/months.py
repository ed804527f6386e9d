"""Counting in whole months without falling off the end of one."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache


@lru_cache(maxsize=16_384)
def plus_months(day: date, months: int) -> date:
    """``day`` moved by ``months``; a day the month does not have becomes its last one.

    31 August and six months is 28 (or 29) February.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_full(by: date, months: int) -> date:
    """The newest day from which ``months`` are full on ``by``.

    Of just that day and those before it holds ``plus_months(day, months) <= by``.
    """
    day = plus_months(by, -months)
    while plus_months(following := day + timedelta(days=1), months) <= by:
        day = following
    return day
