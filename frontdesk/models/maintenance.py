"""When a car's next maintenance falls due (domain §3, maintenance forecast).

Pure functions over what the files hold. Distances in kilometres; a day is the desk's calendar day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from frontdesk.models.months import plus_months
from frontdesk.models.rules import Rules


@dataclass(frozen=True, slots=True)
class Reading:
    """What the odometer showed on a day."""

    on: date
    km: int


@dataclass(frozen=True, slots=True)
class Forecast:
    """The next maintenance. ``daily_km`` is ``None`` where the figures gave no plausible one.

    Without it ``due_on`` is the fallback of ``Rules.maintenance_fallback_months``.
    """

    due_on: date
    due_km: int
    daily_km: Decimal | None


def daily_km(previous: Reading, last: Reading, rules: Rules) -> Decimal | None:
    """Kilometres a day between two readings; ``None`` where the figures are implausible.

    Implausible are: no day between, no kilometre driven, more than
    ``Rules.implausible_daily_km`` a day, or so little that one maintenance cycle would take longer
    than ``Rules.implausible_cycle_days``.
    """
    days = (last.on - previous.on).days
    driven = last.km - previous.km
    if days <= 0 or driven <= 0:
        return None
    daily = Decimal(driven) / days
    if daily > rules.implausible_daily_km:
        return None
    if rules.maintenance_cycle_km / daily > rules.implausible_cycle_days:
        return None
    return daily


def use_of(
    last: Reading, previous: Reading | None, purchased_on: date | None, rules: Rules
) -> Decimal | None:
    """Kilometres a day from the two newest readings; with one, from purchase at 0 km."""
    if previous is None and purchased_on is not None:
        previous = Reading(purchased_on, 0)
    return None if previous is None else daily_km(previous, last, rules)


def cycle_days(daily: Decimal, rules: Rules) -> int:
    """Whole days (half up) in which ``daily`` kilometres a day make one maintenance cycle."""
    days = Decimal(rules.maintenance_cycle_km) / daily
    return int(days.to_integral_value(ROUND_HALF_UP))


def forecast(maintained: Reading, daily: Decimal | None, rules: Rules) -> Forecast:
    """The maintenance after the one at ``maintained`` (the purchase at 0 km for a new car)."""
    if daily is None:
        due_on = plus_months(maintained.on, rules.maintenance_fallback_months)
    else:
        due_on = maintained.on + timedelta(days=cycle_days(daily, rules))
    return Forecast(due_on, maintained.km + rules.maintenance_cycle_km, daily)


def expected_km(last: Reading, daily: Decimal | None, on: date) -> int | None:
    """What the odometer should show on ``on``: a guess; ``None`` without a daily use."""
    if daily is None:
        return None
    ahead = daily * max(0, (on - last.on).days)
    return last.km + int(ahead.to_integral_value(ROUND_HALF_UP))
