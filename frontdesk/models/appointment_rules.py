"""The slots of a day in which appointments are given, and how full they are (domain §3).

Pure functions. A slot is named by its place from 0 on; times are the desk's wall clock.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time

from frontdesk.errors import UserError
from frontdesk.models.rules import Rules

LEAST_MINUTES, MOST_MINUTES = 5, 480
"""How short and how long an appointment may be."""

_HOUR = 60


def slots(rules: Rules) -> tuple[time, ...]:
    """The beginnings of the day's slots, from opening until the last that ends by closing."""
    step = max(1, rules.appointment_minutes)
    first, end = rules.desk_opens_hour * _HOUR, rules.desk_closes_hour * _HOUR
    return tuple(time(*divmod(at, _HOUR)) for at in range(first, end - step + 1, step))


def covered(at: time, minutes: int, rules: Rules) -> range:
    """The slots an appointment of ``minutes`` from ``at`` takes; cut at opening and closing."""
    count = len(slots(rules))
    step = max(1, rules.appointment_minutes)
    begins = at.hour * _HOUR + at.minute - rules.desk_opens_hour * _HOUR
    first = begins // step
    last = (begins + max(1, minutes) - 1) // step
    return range(min(count, max(0, first)), min(count, max(0, last + 1)))


def loads(taken: Iterable[tuple[time, int]], rules: Rules) -> tuple[int, ...]:
    """How many appointments, each with its time and minutes, lie in each slot."""
    counts = [0] * len(slots(rules))
    for at, minutes in taken:
        for slot in covered(at, minutes, rules):
            counts[slot] += 1
    return tuple(counts)


def check_minutes(minutes: int | None) -> None:
    """Refuse a length that cannot be meant.

    Raises:
        UserError: ``appointment.minutes_range``.
    """
    if minutes is not None and not LEAST_MINUTES <= minutes <= MOST_MINUTES:
        raise UserError(
            "appointment.minutes_range", field="minutes", least=LEAST_MINUTES, most=MOST_MINUTES
        )


def within_hours(at: time, minutes: int, rules: Rules) -> bool:
    """Whether an appointment lies between opening and closing."""
    begins = at.hour * _HOUR + at.minute
    return (
        begins >= rules.desk_opens_hour * _HOUR
        and begins + minutes <= rules.desk_closes_hour * _HOUR
    )
