"""The clocks of a complaint and the planned minute of each step (domain §5.1).

Pure functions over the entries of a ticket, never over what was kept beside them: whatever is added
later, the same entries give the same clocks. All moments are aware; lengths are true time, so that
neither a month's end nor a change to summer time moves a deadline.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta, tzinfo

from frontdesk.models import due_rules
from frontdesk.models.callback_rules import at_desk
from frontdesk.models.enums import ClockColour, ComplaintClock, ComplaintStep
from frontdesk.models.pauses import Pause, halted, moved
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
    """One deadline: from when to when, when it stopped, if it did, and when it stood still.

    ``due`` has moved by the pauses that are over, also by those begun after it: what is late by so
    much stays late by so much.
    """

    started: datetime
    due: datetime
    ended: datetime | None = None
    pauses: tuple[Pause, ...] = ()
    kind: ComplaintClock = ComplaintClock.LOOP

    @property
    def moved_by(self) -> timedelta:
        """By how much the pauses that are over have moved ``due``."""
        over = [pause for pause in self.pauses if pause.end is not None]
        return halted(over, self.started, self.ended)

    @property
    def limit(self) -> timedelta:
        """The time given, without pauses."""
        return self.due - self.started - self.moved_by

    @property
    def in_time(self) -> bool | None:
        """Whether it stopped in time, pauses not counted; ``None`` while it runs."""
        return None if self.ended is None else self.used(self.ended) <= self.limit

    @property
    def in_time_with_pauses(self) -> bool | None:
        """The same with the pauses counted as time gone by."""
        return None if self.ended is None else self.gone_by(self.ended) <= self.limit

    @property
    def standing_since(self) -> datetime | None:
        """Since when it stands still; ``None`` while it runs or has stopped.

        Whatever the PC's clock says by now: what nobody ended goes on.
        """
        if self.ended is not None:
            return None
        return next((pause.start for pause in self.pauses if pause.end is None), None)

    def paused(self, now: datetime) -> timedelta:
        """How long it stood still, up to the stop."""
        return halted(self.pauses, self.started, self.ended or now)

    def gone_by(self, now: datetime) -> timedelta:
        """Time gone by up to the stop, pauses counted."""
        return (self.ended or now) - self.started

    def used(self, now: datetime) -> timedelta:
        """Time gone by up to the stop, pauses not counted."""
        return self.gone_by(now) - self.paused(now)

    def left(self, now: datetime) -> timedelta:
        """Time left; negative once over."""
        return self.limit - self.used(now)

    def colour(self, now: datetime, amber_percent: int) -> ClockColour:
        """Amber from ``amber_percent`` of the time on, red past the end; still while it pauses."""
        return clock_colour(
            self.started,
            self.started + self.limit,
            self.ended,
            self.started + self.used(now),
            amber_percent,
        )


@dataclass(frozen=True, slots=True)
class Clocks:
    """Every deadline of a ticket.

    ``loop``: 24 h from registration. ``acknowledgement``: until the customer is told. ``handling``:
    12 h, once dispatched. ``follow_up``: the day of the return, once returned.
    """

    loop: Clock
    acknowledgement: Clock
    handling: Clock | None = None
    follow_up: Clock | None = None

    @property
    def all(self) -> tuple[Clock, ...]:
        """Those there are."""
        rest = (self.acknowledgement, self.handling, self.follow_up)
        return (self.loop, *(clock for clock in rest if clock is not None))

    def next(self, now: datetime) -> Clock:
        """The one that ends first of those that run; the loop's own once none does."""
        return nearest((clock for clock in self.all if clock.ended is None), now) or self.loop


@dataclass(frozen=True, slots=True)
class Planned:
    """One step of the strip: when it should be, or should have been, done, and when it was."""

    step: ComplaintStep
    planned: datetime
    actual: datetime | None = None


def nearest(running: Iterable[Clock], now: datetime) -> Clock | None:
    """The clock with the least time left: one that stands still never hides one that is over."""
    return min(running, key=lambda clock: (clock.left(now), clock.due), default=None)


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


def clocks(entries: Sequence[Taken], rules: Rules, zone: tzinfo | None = None) -> Clocks:
    """The clocks of a ticket from its ``entries`` (oldest first, the first is the registration).

    A step said anew never moves a clock: the first dispatch of a round starts the handling, the
    first return of that round stops it, the first sign-off stops the loop. ``zone`` is the desk's;
    the day of a follow-up ends by its wall clock.
    """
    begun = entries[0]
    stops = pauses(entries)
    signed_off = _first(entries, _Step.SIGNED_OFF)
    limit = begun.limit or timedelta(hours=rules.complaint_hours)
    loop = _clock(ComplaintClock.LOOP, begun.at, limit, signed_off, stops)
    told = _first(entries, _Step.ACKNOWLEDGED) or signed_off
    # Telling the customer waits for nothing.
    limit = timedelta(minutes=rules.acknowledge_minutes)
    acknowledgement = _clock(ComplaintClock.ACKNOWLEDGEMENT, begun.at, limit, told, ())
    dispatches = [entry for entry in entries if entry.step is _Step.DISPATCHED]
    if not dispatches:
        return Clocks(loop, acknowledgement)
    round_ = dispatches[-1].round
    first = next(entry for entry in dispatches if entry.round == round_)
    returned = _first(entries, _Step.RETURNED, round_)
    limit = first.limit or timedelta(hours=rules.return_hours)
    handling = _clock(ComplaintClock.HANDLING, first.at, limit, returned, stops)
    if returned is None:
        return Clocks(loop, acknowledgement, handling)
    called = _first(entries, _Step.FOLLOWED_UP, round_)
    return Clocks(loop, acknowledgement, handling, follow_up(returned, called, zone, rules))


def follow_up(
    returned: datetime, called: datetime | None, zone: tzinfo | None, rules: Rules
) -> Clock:
    """The call on the day of the return (domain §5.1, step 7), until the desk's midnight.

    Or as many days later as are set for such calls.
    """
    last = due_rules.follow_up(returned.astimezone(zone).date(), rules).last
    midnight = at_desk(last + timedelta(days=1), time(), zone)
    return Clock(returned, midnight, called, kind=ComplaintClock.FOLLOW_UP)


def pauses(entries: Sequence[Taken]) -> tuple[Pause, ...]:
    """When the ticket's clocks stood still, oldest first; the last may still go on."""
    found: list[Pause] = []
    since: datetime | None = None
    for entry in entries:
        if entry.step is _Step.PAUSED and since is None:
            since = entry.at
        elif entry.step is _Step.RESUMED and since is not None:
            found.append(Pause(since, max(since, entry.at)))
            since = None
    if since is not None:
        found.append(Pause(since))
    return tuple(found)


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
    return moved(start + timedelta(minutes=ahead), start, found.loop.pauses)


def _clock(
    kind: ComplaintClock,
    start: datetime,
    limit: timedelta,
    ended: datetime | None,
    stops: tuple[Pause, ...],
) -> Clock:
    """A deadline ``limit`` from ``start``, moved by the pauses that are over."""
    touching = tuple(
        pause
        for pause in stops
        if (pause.end is None or pause.end > start) and (ended is None or pause.start < ended)
    )
    unmoved = Clock(start, start + limit, ended, touching, kind)
    return replace(unmoved, due=unmoved.due + unmoved.moved_by)


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
