"""Time in which a clock stands still: waiting for the customer, for parts, for an outside body.

Pure arithmetic over true time (domain §5.1: a pause stays visible, and hours are told with it and
without).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

NO_TIME = timedelta(0)


@dataclass(frozen=True, slots=True)
class Pause:
    """From when to when; without an end it still goes on."""

    start: datetime
    end: datetime | None = None

    def within(self, begin: datetime, end: datetime) -> timedelta:
        """How much of it lies between two moments; never negative, whatever a PC's clock did."""
        last = end if self.end is None else min(self.end, end)
        return max(last - max(self.start, begin), NO_TIME)


def halted(pauses: Iterable[Pause], begin: datetime, end: datetime) -> timedelta:
    """How long the clock stood still between ``begin`` and ``end``. Pauses do not overlap."""
    return sum((pause.within(begin, end) for pause in pauses), NO_TIME)


def moved(moment: datetime, begin: datetime, pauses: Iterable[Pause]) -> datetime:
    """Where a moment planned from ``begin`` lands once the pauses before it are over.

    Only pauses that are over count, oldest first: how long an open one lasts nobody knows.
    """
    for pause in pauses:
        if pause.end is not None and pause.start < moment:
            moment += pause.within(begin, pause.end)
    return moment
