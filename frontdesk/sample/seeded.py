"""Chance that repeats itself: the same seed and day give the same dealership."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TypeVar
from uuid import UUID

_T = TypeVar("_T")
_VERSION_7 = 0x7 << 76
_VARIANT = 0x2 << 62


class Seeded:
    """A random source with what a dealership is made of: ids, days, moments, weighted choices."""

    def __init__(self, seed: int, today: date, zone: tzinfo | None) -> None:
        self.random = random.Random(seed)
        self.today = today
        self.zone = zone
        self._ids = 0

    def id(self) -> str:
        """A UUIDv7 from the seed. They ascend, as real ones do, so that indexes fill in order."""
        self._ids += 1
        return str(UUID(int=self._ids << 80 | _VERSION_7 | _VARIANT | self.random.getrandbits(62)))

    def pick(self, options: Sequence[_T]) -> _T:
        """One of ``options``, each as likely as the other."""
        return options[int(self.random.random() * len(options))]

    def chance(self, per_cent: float) -> bool:
        """True in ``per_cent`` of the cases."""
        return self.random.random() * 100 < per_cent

    def digits(self, count: int) -> str:
        """``count`` random digits."""
        return f"{self.random.randrange(10**count):0{count}d}"

    def at(self, day: date, first_hour: float, last_hour: float) -> datetime:
        """A moment of ``day`` between two hours of the desk's clock, to the minute, in UTC."""
        minutes = int(self.random.uniform(first_hour, last_hour) * 60)
        return self.moment(day, minutes // 60, minutes % 60)

    def call_time(self, day: date, *, morning: bool) -> datetime:
        """A moment of ``day`` when people are called: late in the morning or in the afternoon."""
        return self.at(day, 10.5, 11.4) if morning else self.at(day, 15, 17.4)

    def moment(self, day: date, hour: int, minute: int = 0) -> datetime:
        """``day`` at ``hour:minute`` on the desk's clock, in UTC."""
        wall = datetime.combine(day, time(hour, minute), self.zone)
        # Without a zone of its own the desk runs on the PC's.
        return (wall if self.zone else wall.astimezone()).astimezone(UTC)

    def workday_back(self, days: int) -> date:
        """The day ``days`` before today, moved off a Sunday."""
        day = self.today - timedelta(days=days)
        return day - timedelta(days=1) if day.weekday() == 6 else day
