"""The one source of time. Rules never ask the system: they are given a clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Protocol


class Clock(Protocol):
    """What every rule that depends on time is given."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""

    def zone(self) -> tzinfo | None:
        """The dealership's time zone; ``None`` is the zone the PC is set to."""


class SystemClock:
    """The PC's clock in the zone the PC is set to."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def zone(self) -> tzinfo | None:
        return None


class FixedClock:
    """A clock that stands still until it is told to move: for tests, samples and the tour."""

    def __init__(self, at: datetime, zone: tzinfo | None = None) -> None:
        if at.tzinfo is None:
            raise ValueError("a clock needs an aware time")
        self._at = at.astimezone(UTC)
        self._zone = zone

    def now(self) -> datetime:
        return self._at

    def zone(self) -> tzinfo | None:
        return self._zone

    def move(self, by: timedelta) -> None:
        """Move the clock; negative moves set it back."""
        self._at += by

    def set(self, at: datetime) -> None:
        """Set the clock to ``at`` (aware)."""
        self._at = at.astimezone(UTC)


def local(moment: datetime, clock: Clock) -> datetime:
    """``moment`` as the wall clock at the desk shows it."""
    return moment.astimezone(clock.zone())


def today(clock: Clock) -> date:
    """The calendar day at the desk."""
    return local(clock.now(), clock).date()
