"""On which days calls are made: not on weekends, public holidays or days the house is closed.

Pure: public holidays and make-up workdays (调休) are handed in; where they come from stands in
``services.callbacks.calendar``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

_SATURDAY = 5


class Rest(StrEnum):
    """Why no calls are made on a day."""

    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day of rest; of a public holiday its name in both languages."""

    why: Rest
    zh: str = ""
    en: str = ""


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """What tells a working day from a day of rest.

    What the house says of a day beats the public calendar, a make-up workday beats its weekend.
    """

    weekends_rest: bool = False
    holidays: Mapping[date, tuple[str, str]] = field(default_factory=lambda: MappingProxyType({}))
    """Public holidays with their names, Chinese and English."""
    makeup: frozenset[date] = frozenset()
    """Weekend days on which the country works in exchange for a day off."""
    closed: frozenset[date] = frozenset()
    extra: frozenset[date] = frozenset()

    def rest_on(self, day: date) -> DayOff | None:
        """Why no calls are made on ``day``; ``None`` on a working day."""
        if day in self.extra:
            return None
        if day in self.closed:
            return DayOff(Rest.CLOSED)
        if day in self.makeup:
            return None
        if day in self.holidays:
            return DayOff(Rest.HOLIDAY, *self.holidays[day])
        if self.weekends_rest and day.weekday() >= _SATURDAY:
            return DayOff(Rest.WEEKEND)
        return None

    def works_on(self, day: date) -> bool:
        """Whether calls are made on ``day``."""
        return self.rest_on(day) is None


EVERY_DAY = WorkingDays()
"""No day of rest at all."""
