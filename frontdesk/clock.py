"""The one source of time. Rules never ask the system: they are given a clock."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Protocol


class Clock(Protocol):
    """What every rule that depends on time is given."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""

    def zone(self) -> tzinfo | None:
        """The dealership's time zone; ``None`` is the zone the PC is set to."""

    def steady(self) -> float:
        """Seconds since some moment, never set by anyone: only for how long something takes."""


class SystemClock:
    """The PC's clock in the zone the PC is set to."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def zone(self) -> tzinfo | None:
        return None

    def steady(self) -> float:
        # Where the system tells them apart, time asleep counts: a closed lid is no pause.
        if hasattr(time, "CLOCK_BOOTTIME"):
            return time.clock_gettime(time.CLOCK_BOOTTIME)
        return time.monotonic()


class FixedClock:
    """A clock that stands still until it is told to move: for tests, samples and the tour."""

    def __init__(self, at: datetime, zone: tzinfo | None = None) -> None:
        if at.tzinfo is None:
            raise ValueError("a clock needs an aware time")
        self._at = at.astimezone(UTC)
        self._zone = zone
        self._steady = 0.0

    def now(self) -> datetime:
        return self._at

    def zone(self) -> tzinfo | None:
        return self._zone

    def steady(self) -> float:
        return self._steady

    def move(self, by: timedelta) -> None:
        """Let time pass; a negative move sets the clock back, while no time passes."""
        self._at += by
        self._steady += max(0.0, by.total_seconds())

    def set(self, at: datetime) -> None:
        """Let time pass until ``at`` (aware), or set the clock back to it."""
        self.move(at.astimezone(UTC) - self._at)


def local(moment: datetime, clock: Clock) -> datetime:
    """``moment`` as the wall clock at the desk shows it."""
    return moment.astimezone(clock.zone())


def today(clock: Clock) -> date:
    """The calendar day at the desk."""
    return local(clock.now(), clock).date()
