"""The working days of this desk: China's public calendar, and what the rules say of single days.

The package that knows the public calendar takes about a second to import: it is imported when the
first call is looked at, on the worker, and what it says is kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from frontdesk.models.rules import Rules
from frontdesk.models.working_days import WorkingDays
from frontdesk.services.desk import Desk

_YEARS = 2
"""Agreed hours, pauses and suggestions never lie further ahead than the end of the next year."""


def working_days(desk: Desk) -> WorkingDays:
    """The working days of last year, this and the next, by the rules in force."""
    return _working_days(desk.today.year, *_said(desk.rules))


def _said(rules: Rules) -> tuple[bool, bool, tuple[date, ...], tuple[date, ...]]:
    return (
        rules.rest_on_weekends,
        rules.rest_on_holidays,
        rules.closed_days,
        rules.extra_workdays,
    )


@lru_cache(maxsize=16)
def _working_days(
    year: int,
    weekends: bool,
    holidays: bool,
    closed: tuple[date, ...],
    extra: tuple[date, ...],
) -> WorkingDays:
    public, makeup = _public(year) if holidays or weekends else (_NONE, frozenset())
    return WorkingDays(
        weekends_rest=weekends,
        holidays=public if holidays else _NONE,
        makeup=makeup,
        closed=frozenset(closed),
        extra=frozenset(extra),
    )


_NONE: Mapping[date, tuple[str, str]] = MappingProxyType({})


@lru_cache(maxsize=4)
def _public(year: int) -> tuple[Mapping[date, tuple[str, str]], frozenset[date]]:
    """Public holidays with their names, and make-up workdays, of the years around ``year``."""
    from holidays.countries.china import China

    years = range(year - 1, year + _YEARS)
    chinese = China(years=years, language="zh_CN")  # type: ignore[no-untyped-call]
    english = China(years=years, language="en_US")  # type: ignore[no-untyped-call]
    names = {day: (name, english.get(day, name)) for day, name in chinese.items()}
    return MappingProxyType(names), frozenset(chinese.weekend_workdays)
