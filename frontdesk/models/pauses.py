"""Time in which a clock stands still: waiting for the customer, for parts, for an outside body.

Pure arithmetic over true time (domain §5.1: a pause stays visible, and hours are told with it and
without). A PC's clock that was set back may lay one pause over another: no time counts twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from operator import attrgetter

NO_TIME = timedelta(0)


@dataclass(frozen=True, slots=True)
class Pause:
    """From when to when; without an end it still goes on."""

    start: datetime
    end: datetime | None = None


def halted(pauses: Iterable[Pause], begin: datetime, end: datetime | None) -> timedelta:
    """How long the clock stood still between ``begin`` and ``end``; never negative.

    Without an ``end`` only what is over counts: how long an open pause lasts nobody knows.
    """
    return sum((stop - start for start, stop in _spans(pauses, begin, end)), NO_TIME)


def moved(moment: datetime, begin: datetime, pauses: Iterable[Pause]) -> datetime:
    """Where a moment planned from ``begin`` lands once the pauses before it are over."""
    for start, stop in _spans(pauses, begin, None):
        if start < moment:
            moment += stop - start
    return moment


def _spans(
    pauses: Iterable[Pause], begin: datetime, end: datetime | None
) -> Iterator[tuple[datetime, datetime]]:
    """The time covered, oldest first, each minute once."""
    covered = begin
    for pause in sorted(pauses, key=attrgetter("start")):
        stop = min((each for each in (pause.end, end) if each is not None), default=None)
        if stop is None:
            continue
        start = max(pause.start, covered)
        if stop > start:
            yield start, stop
            covered = stop
