"""Until when a car is under warranty, by date and by forecast mileage (domain §2, §6).

Pure functions. A warranty ends at so many months or kilometres, whichever comes first; when the
kilometres will be reached is told by the car's daily use. Days are the desk's calendar days.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum

from frontdesk.models.maintenance import Reading
from frontdesk.models.months import plus_months
from frontdesk.models.rules import Rules

_FAR_DAYS = 36_500
_MOST_MONTHS = 1_200


class By(StrEnum):
    """What brings a limit."""

    DATE = "date"
    MILEAGE = "mileage"


@dataclass(frozen=True, slots=True)
class Cover:
    """A promise of the maker: until the end of the day ``until`` and up to ``km``."""

    until: date | None
    """``None`` where neither purchase nor end is known."""
    km: int


@dataclass(frozen=True, slots=True)
class Limit:
    """When a cover ends, and by what."""

    on: date
    by: By
    km: int
    over: bool
    """The day has passed, or the odometer shows more."""


def cover_of(
    purchased_on: date | None,
    ends_on: date | None,
    months: int | None,
    km: int | None,
    rules: Rules,
) -> Cover:
    """The warranty of a car: what its file says, else the house's usual one."""
    until = ends_on
    if until is None and purchased_on is not None:
        until = plus_months(purchased_on, min(months or rules.warranty_months, _MOST_MONTHS))
    return Cover(until, km or rules.warranty_km)


def reached_on(last: Reading, daily: Decimal | None, km: int) -> date | None:
    """The day the odometer will show ``km``; the day it was read if it does.

    ``None`` without a daily use, or with one so small that no calendar goes so far.
    """
    if last.km >= km:
        return last.on
    if daily is None or daily <= 0:
        return None
    days = (Decimal(km - last.km) / daily).to_integral_value(ROUND_CEILING)
    return last.on + timedelta(days=int(days)) if days <= _FAR_DAYS else None


def limit_of(cover: Cover, last: Reading | None, daily: Decimal | None, on: date) -> Limit | None:
    """When ``cover`` ends, seen from the day ``on``; ``None`` where nothing tells."""
    by_km = None if last is None else reached_on(last, daily, cover.km)
    ends = [
        (day, by) for day, by in ((cover.until, By.DATE), (by_km, By.MILEAGE)) if day is not None
    ]
    if not ends:
        return None
    day, by = min(ends)
    driven = last is not None and last.km > cover.km
    passed = cover.until is not None and on > cover.until
    return Limit(day, by, cover.km, over=driven or passed)
