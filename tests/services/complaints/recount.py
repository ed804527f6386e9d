"""Whether a ticket is late, counted naively from its entries: minute by minute, no clock asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from frontdesk.models.enums import ComplaintStep as Step
from frontdesk.services.desk import Desk

_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Said:
    """One entry as it was kept."""

    step: Step
    at: datetime
    round: int
    said: Mapping[str, str]


def late(entries: Sequence[Said], desk: Desk) -> bool:
    """Whether any deadline of the ticket is over now (domain §5.1). Moments are whole minutes."""
    now = _minute(desk.now)
    begun = _minute(entries[0].at)
    steps = [entry.step for entry in entries]
    if Step.SIGNED_OFF in steps:
        return False
    still = _still(entries, now)
    found = [now - begun - _within(still, begun, now) > desk.rules.complaint_hours * 60]
    if Step.ACKNOWLEDGED not in steps:
        found.append(now - begun > desk.rules.acknowledge_minutes)
    dispatched = [entry for entry in entries if entry.step is Step.DISPATCHED]
    if dispatched:
        round_ = dispatched[-1].round
        ours = [entry for entry in entries if entry.round == round_]
        given = next(_minute(entry.at) for entry in ours if entry.step is Step.DISPATCHED)
        returned = next((entry.at for entry in ours if entry.step is Step.RETURNED), None)
        if returned is None:
            gone = now - given - _within(still, given, now)
            found.append(gone > desk.rules.return_hours * 60)
        elif not any(entry.step is Step.FOLLOWED_UP for entry in ours):
            zone = desk.clock.zone()
            day = returned.astimezone(zone).date() + timedelta(days=1)
            midnight = datetime(day.year, day.month, day.day, tzinfo=zone)
            found.append(now > _minute(midnight.astimezone(UTC)))
    return any(found)


def _minute(moment: datetime) -> int:
    return round((moment - _EPOCH) / timedelta(minutes=1))


def _still(entries: Sequence[Said], now: int) -> set[int]:
    """The minutes in which the clocks stood still."""
    still: set[int] = set()
    since: int | None = None
    for entry in entries:
        if entry.step is Step.PAUSED:
            since = _minute(entry.at)
        elif entry.step is Step.RESUMED and since is not None:
            still |= set(range(since, _minute(entry.at)))
            since = None
    return still if since is None else still | set(range(since, now))


def _within(still: set[int], begin: int, end: int) -> int:
    return sum(begin <= minute < end for minute in still)
