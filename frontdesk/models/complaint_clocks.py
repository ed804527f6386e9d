"""The two clocks of a complaint and the planned minute of each step (domain §5.1).

Pure functions over the entries of a ticket, never over what was kept beside them: whatever is added
later, the same entries give the same clocks. All moments are aware; lengths are true time, so that
neither a month's end nor a change to summer time moves a deadline.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from frontdesk.models.enums import ClockColour, ComplaintStep
from frontdesk.models.rules import Rules

_Step = ComplaintStep

STRIP: tuple[ComplaintStep, ...] = (
    _Step.REGISTERED,
    _Step.ACKNOWLEDGED,
    _Step.JUDGED,
    _Step.OPINION,
    _Step.APPROVED,
    _Step.DISPATCHED,
    _Step.RETURNED,
    _Step.FOLLOWED_UP,
    _Step.SIGNED_OFF,
    _Step.FILED,
)
"""The steps of the strip, in order."""

_ROUND_STEPS = STRIP[3:8]
"""Taken anew in each round, from the opinion to the follow-up."""

_ONLY_VALID = (_Step.APPROVED, _Step.DISPATCHED, _Step.RETURNED)
_SAID_ANEW = (_Step.JUDGED, _Step.OPINION, _Step.APPROVED)


@dataclass(frozen=True, slots=True)
class Taken:
    """What the clocks need of one entry. ``limit`` is the time the step's clock was given."""

    step: ComplaintStep
    at: datetime
    round: int = 1
    limit: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """One deadline: from when to when, and when it stopped, if it did."""

    started: datetime
    due: datetime
    ended: datetime | None = None

    @property
    def limit(self) -> timedelta:
        """The time given."""
        return self.due - self.started

    @property
    def in_time(self) -> bool | None:
        """Whether it stopped in time; ``None`` while it runs."""
        return None if self.ended is None else self.ended <= self.due

    def used(self, now: datetime) -> timedelta:
        """Time gone by, up to the stop."""
        return (self.ended or now) - self.started

    def left(self, now: datetime) -> timedelta:
        """Time left; negative once over."""
        return self.due - (self.ended or now)

    def colour(self, now: datetime, amber_percent: int) -> ClockColour:
        """Amber from ``amber_percent`` of the time on, red past the end."""
        return clock_colour(self.started, self.due, self.ended, now, amber_percent)


@dataclass(frozen=True, slots=True)
class Clocks:
    """The whole loop (24 h from registration) and, once dispatched, the handling (12 h)."""

    loop: Clock
    handling: Clock | None = None


@dataclass(frozen=True, slots=True)
class Planned:
    """One step of the strip: when it should be, or should have been, done, and when it was."""

    step: ComplaintStep
    planned: datetime
    actual: datetime | None = None


def clock_colour(
    started: datetime,
    due: datetime,
    ended: datetime | None,
    now: datetime,
    amber_percent: int,
) -> ClockColour:
    """The state of a deadline; a due moment is still in time."""
    if ended is not None:
        return ClockColour.STOPPED
    if now > due:
        return ClockColour.OVER
    soon = (now - started) * 100 >= (due - started) * amber_percent
    return ClockColour.SOON if soon else ClockColour.OK


def clocks(entries: Sequence[Taken], rules: Rules) -> Clocks:
    """Both clocks of a ticket from its ``entries`` (oldest first, the first is the registration).

    A step said anew never moves a clock: the first dispatch of a round starts the handling, the
    first return of that round stops it, the first sign-off stops the loop.
    """
    begun = entries[0]
    loop = Clock(
        begun.at,
        begun.at + (begun.limit or timedelta(hours=rules.complaint_hours)),
        _first(entries, _Step.SIGNED_OFF),
    )
    dispatches = [entry for entry in entries if entry.step is _Step.DISPATCHED]
    if not dispatches:
        return Clocks(loop)
    round_ = dispatches[-1].round
    first = next(entry for entry in dispatches if entry.round == round_)
    return Clocks(
        loop,
        Clock(
            first.at,
            first.at + (first.limit or timedelta(hours=rules.return_hours)),
            _first(entries, _Step.RETURNED, round_),
        ),
    )


def strip(
    entries: Sequence[Taken], rules: Rules, *, valid: bool | None = None
) -> tuple[Planned, ...]:
    """Planned and actual minute of every step, in order.

    A round after an unsatisfied follow-up is planned anew from that follow-up; the end of the loop
    stays where it was. One found not ``valid`` is neither approved, dispatched nor returned.
    """
    round_ = max(entry.round for entry in entries)
    found = clocks(entries, rules)
    return tuple(
        Planned(step, _planned(step, entries, found, round_, rules), _actual(step, entries, round_))
        for step in STRIP
        if valid is not False or step not in _ONLY_VALID
    )


def _planned(
    step: ComplaintStep,
    entries: Sequence[Taken],
    found: Clocks,
    round_: int,
    rules: Rules,
) -> datetime:
    start = found.loop.started
    match step:
        case _Step.SIGNED_OFF:
            return found.loop.due
        case _Step.FILED:
            return (found.loop.ended or found.loop.due) + timedelta(hours=rules.filing_hours)
        case _Step.RETURNED if found.handling is not None and _is_of(entries, round_):
            return found.handling.due
        case _:
            pass
    minutes = _minutes(rules)
    ahead = minutes[step]
    if step in _ROUND_STEPS and round_ > 1:
        start = _round_start(entries, round_)
        ahead -= minutes[_Step.JUDGED]
    return start + timedelta(minutes=ahead)


def _minutes(rules: Rules) -> dict[ComplaintStep, int]:
    """Minutes from registration at which each step is planned."""
    return {
        _Step.REGISTERED: 0,
        _Step.ACKNOWLEDGED: rules.acknowledge_minutes,
        _Step.JUDGED: rules.judge_minutes,
        _Step.OPINION: rules.opinion_minutes,
        _Step.APPROVED: rules.approve_minutes,
        _Step.DISPATCHED: rules.dispatch_minutes,
        _Step.RETURNED: rules.dispatch_minutes + rules.return_hours * 60,
        _Step.FOLLOWED_UP: rules.follow_up_minutes,
    }


def _round_start(entries: Sequence[Taken], round_: int) -> datetime:
    """The follow-up that opened ``round_``: the last of the round before."""
    before = [e.at for e in entries if e.step is _Step.FOLLOWED_UP and e.round == round_ - 1]
    return before[-1] if before else entries[0].at


def _is_of(entries: Sequence[Taken], round_: int) -> bool:
    return any(entry.step is _Step.DISPATCHED and entry.round == round_ for entry in entries)


def _actual(step: ComplaintStep, entries: Sequence[Taken], round_: int) -> datetime | None:
    """When ``step`` was done in this round; what was sent back is not done.

    A judgement, opinion or approval said anew shows its newest minute, every other its first.
    """
    in_round = step in _ROUND_STEPS
    sent_back = max((i for i, e in enumerate(entries) if e.step is _Step.SENT_BACK), default=-1)
    since = sent_back if step in (_Step.OPINION, _Step.APPROVED) else -1
    done = [
        entry.at
        for i, entry in enumerate(entries)
        if entry.step is step and i > since and (not in_round or entry.round == round_)
    ]
    if not done:
        return None
    return done[-1 if step in _SAID_ANEW else 0]


def _first(
    entries: Sequence[Taken], step: ComplaintStep, round_: int | None = None
) -> datetime | None:
    return next((e.at for e in entries if e.step is step and round_ in (None, e.round)), None)
