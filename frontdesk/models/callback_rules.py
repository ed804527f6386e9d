"""When a call is due, may be dialled and is tried again, and who may make it (domain §4).

Pure functions. Moments are aware, days are the desk's calendar days; ``zone`` is the desk's time
zone, ``None`` for the one the PC is set to. Figures come from ``Rules``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from types import MappingProxyType

from frontdesk.models.call_kinds import priorities, window_days
from frontdesk.models.call_outcomes import OutcomeRule
from frontdesk.models.enums import CallbackKind, CallbackStatus, CallOutcome, Role
from frontdesk.models.rules import Rules
from frontdesk.models.working_days import EVERY_DAY, WorkingDays

_NOON = time(12)
_CS = frozenset({Role.CS_SPECIALIST, Role.CS_MANAGER})

CALLERS: Mapping[CallbackKind, frozenset[Role]] = MappingProxyType(
    {
        CallbackKind.AFTER_SERVICE: _CS,
        CallbackKind.NEW_CAR: _CS,
        CallbackKind.NEW_CAR_ROUTINE: frozenset({Role.SALES_CONSULTANT, Role.SALES_MANAGER}),
        CallbackKind.FIRST_MAINTENANCE: _CS | {Role.SALES_CONSULTANT},
        CallbackKind.NEW_CUSTOMER_THANKS: frozenset({Role.SERVICE_MANAGER, Role.SERVICE_ADVISOR}),
        CallbackKind.LOST_CUSTOMER: frozenset({Role.SERVICE_MANAGER}),
        CallbackKind.RETURNED_CUSTOMER: frozenset({Role.SERVICE_MANAGER}),
        CallbackKind.COMPLAINT_FOLLOW_UP: frozenset({Role.CS_MANAGER}),
        CallbackKind.SPOT_CHECK: frozenset({Role.CS_MANAGER}),
        CallbackKind.SPECIAL_PERIOD: _CS
        | {Role.SERVICE_ADVISOR, Role.SALES_CONSULTANT, Role.SERVICE_MANAGER, Role.SALES_MANAGER},
    }
)
"""Who makes which call (domain §4.1)."""

IMPARTIAL = frozenset(
    {
        CallbackKind.AFTER_SERVICE,
        CallbackKind.NEW_CAR,
        CallbackKind.COMPLAINT_FOLLOW_UP,
        CallbackKind.SPOT_CHECK,
    }
)
"""Calls that measure satisfaction: never made by who served the customer, a spot check never by
who made the call it looks at."""

AT_ONCE = frozenset({CallbackKind.AFTER_SERVICE, CallbackKind.NEW_CAR})
"""Calls that follow a hand-over or delivery: due from the next day."""

A_DAY_AND_ZONES = timedelta(days=2)
_CLOCK_PUT_RIGHT = timedelta(minutes=2)
_LONGEST_REST_DAYS = 60
_LONGEST_PAUSE = timedelta(days=31 + _LONGEST_REST_DAYS)
"""No pause after an attempt is longer (the bound of its setting, and rest): else a clock stood
ahead."""

OPEN_STATUSES = (CallbackStatus.DUE, CallbackStatus.AGREED_TIME, CallbackStatus.RETRY)
"""The states in which a call is still owed."""


class Urgency(StrEnum):
    """How a waiting call stands, most urgent first."""

    OVERDUE = "overdue"
    AGREED = "agreed"
    LAST_DAY = "last_day"
    DUE = "due"
    WAITING = "waiting"


QueueKey = tuple[int, datetime, int, date]
_NO_HOUR = datetime.min.replace(tzinfo=UTC)
_URGENCY_RANK = {state: rank for rank, state in enumerate(Urgency)}


@dataclass(frozen=True, slots=True)
class Waiting:
    """What the rules need to know of a call that is still owed."""

    kind: CallbackKind
    status: CallbackStatus
    due_from: date
    due_until: date
    next_try_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class AfterAttempt:
    """What an attempt leads to: the state of the call and, while open, when it is tried again."""

    status: CallbackStatus
    next_try_at: datetime | None = None

    @property
    def closed(self) -> bool:
        """Whether no further attempt follows."""
        return self.status not in OPEN_STATUSES


def due_window(
    event: date, rules: Rules, kind: CallbackKind = CallbackKind.AFTER_SERVICE
) -> tuple[date, date]:
    """First and last day of the call after a hand-over or delivery on ``event``."""
    return event + timedelta(days=1), event + timedelta(days=max(1, window_days(kind, rules)))


def at_desk(day: date, at: time, zone: tzinfo | None) -> datetime:
    """The moment (UTC) at which the desk's clock shows ``at`` on ``day``."""
    return datetime.combine(day, at, tzinfo=zone).astimezone(UTC)


def in_call_hours(
    moment: datetime, rules: Rules, zone: tzinfo | None, days: WorkingDays = EVERY_DAY
) -> bool:
    """Whether ``moment`` lies in the hours for calls (the end still belongs to them)."""
    shown = moment.astimezone(zone)
    at = shown.time()
    in_span = any(span.start <= at <= span.end for span in rules.call_hours)
    return in_span and days.works_on(shown.date())


def may_dial(
    now: datetime,
    agreed_at: datetime | None,
    rules: Rules,
    zone: tzinfo | None,
    days: WorkingDays = EVERY_DAY,
) -> bool:
    """Whether to dial without giving a reason: in the hours for calls, or at an agreed hour.

    An agreed hour beats the hours for calls and days of rest: it holds from ten minutes before
    until an hour after.
    """
    if agreed_at is not None:
        early, late = agreed_at - timedelta(minutes=10), agreed_at + timedelta(hours=1)
        if early <= now <= late:
            return True
    return in_call_hours(now, rules, zone, days)


def next_call_hour(
    earliest: datetime, rules: Rules, zone: tzinfo | None, days: WorkingDays = EVERY_DAY
) -> datetime:
    """The first moment at or after ``earliest`` in the hours for calls of a working day."""
    if not rules.call_hours or in_call_hours(earliest, rules, zone, days):
        return earliest
    today = earliest.astimezone(zone).date()
    for day in _working_from(today, days):
        for span in sorted(rules.call_hours, key=lambda span: span.start):
            start = at_desk(day, span.start, zone)
            if start >= earliest:
                return start
    return earliest


def suggested_hour(
    now: datetime,
    answered_before: Sequence[datetime],
    rules: Rules,
    zone: tzinfo | None,
    days: WorkingDays = EVERY_DAY,
) -> datetime:
    """When to call next: at the hour this customer last answered, if calls are made then.

    ``answered_before``: moments of earlier conversations, newest first.
    """
    for answered in answered_before:
        if not in_call_hours(answered, rules, zone):
            continue
        at = answered.astimezone(zone).time().replace(second=0, microsecond=0)
        today = now.astimezone(zone).date()
        for day in _working_from(today, days):
            moment = at_desk(day, at, zone)
            if moment >= now:
                return moment
    return next_call_hour(now, rules, zone, days)


def after_attempt(
    row: OutcomeRule,
    *,
    at: datetime,
    attempt: int,
    rules: Rules,
    zone: tzinfo | None,
    agreed_at: datetime | None = None,
    other_number: bool = False,
    days: WorkingDays = EVERY_DAY,
) -> AfterAttempt:
    """What follows from the ``attempt``-th attempt (counted from 1), ended ``at``.

    ``other_number``: the customer has a further number to try after a wrong one. A time agreed
    with the customer is kept whatever the count; otherwise the last attempt closes the call as
    unreached.
    """
    if row.needs_time and agreed_at is not None:
        return AfterAttempt(CallbackStatus.AGREED_TIME, agreed_at)
    if row.closes is not None and not (other_number and not row.reached):
        return AfterAttempt(row.closes)
    if attempt >= rules.max_call_attempts:
        return AfterAttempt(CallbackStatus.UNREACHED)
    return AfterAttempt(CallbackStatus.RETRY, _next_try(row, at, attempt, rules, zone, days))


def urgency(call: Waiting, now: datetime, zone: tzinfo | None) -> Urgency:
    """How urgent a call is that is still owed."""
    return _urgency(call, now, now.astimezone(zone).date(), zone)


def queue_key(call: Waiting, now: datetime, zone: tzinfo | None, rules: Rules) -> QueueKey:
    """Sorts a queue: by urgency; agreed and waiting ones by their hour; then priority, then age."""
    return _queue_key(call, urgency(call, now, zone), priorities(rules))


def ranked(
    calls: Iterable[Waiting], now: datetime, zone: tzinfo | None, rules: Rules
) -> Iterator[tuple[QueueKey, Urgency]]:
    """``queue_key`` and ``urgency`` of many calls at one moment."""
    today, first = now.astimezone(zone).date(), priorities(rules)
    for call in calls:
        state = _urgency(call, now, today, zone)
        yield _queue_key(call, state, first), state


def from_a_wrong_clock(kind: CallbackKind, due_from: date, today: date) -> bool:
    """Whether the call was made while the clock stood ahead: it is owed now, not in years.

    A call that follows a hand-over is made on that day and due the day after.
    """
    return kind in AT_ONCE and due_from > today + A_DAY_AND_ZONES


def _urgency(call: Waiting, now: datetime, today: date, zone: tzinfo | None) -> Urgency:
    if call.next_try_at is not None:
        if call.status is CallbackStatus.AGREED_TIME:
            day = call.next_try_at.astimezone(zone).date()
            if day < today:
                return Urgency.OVERDUE
            return Urgency.AGREED if day == today else Urgency.WAITING
        if now < call.next_try_at <= now + _LONGEST_PAUSE:
            return Urgency.WAITING
    if today < call.due_from and not from_a_wrong_clock(call.kind, call.due_from, today):
        return Urgency.WAITING
    if call.due_until < today:
        return Urgency.OVERDUE
    return Urgency.LAST_DAY if call.due_until == today else Urgency.DUE


def _queue_key(call: Waiting, state: Urgency, first: Mapping[CallbackKind, int]) -> QueueKey:
    hour = _NO_HOUR
    if call.next_try_at is not None and (
        call.status is CallbackStatus.AGREED_TIME or state is Urgency.WAITING
    ):
        hour = call.next_try_at
    return _URGENCY_RANK[state], hour, first[call.kind], call.due_until


def is_held(begun_at: datetime | None, now: datetime, rules: Rules) -> bool:
    """Whether a call begun ``begun_at`` is still that person's alone.

    One begun in the future was begun on a clock that has been set back since: nobody is on it.
    """
    if begun_at is None:
        return False
    return now - timedelta(minutes=rules.call_hold_minutes) <= begun_at <= now + _CLOCK_PUT_RIGHT


def may_make(
    kind: CallbackKind, roles: frozenset[Role], staff_id: str, served_by: str | None
) -> bool:
    """Whether this person may make the call at all: role, and impartiality where it counts."""
    if kind in IMPARTIAL and served_by == staff_id:
        return False
    return bool(CALLERS[kind] & roles)


def may_take(
    call: Waiting, assigned_to: str | None, staff_id: str, now: datetime, zone: tzinfo | None
) -> bool:
    """Whether a call assigned to ``assigned_to`` is also this person's: unassigned or overdue."""
    if assigned_to is None or assigned_to == staff_id:
        return True
    return urgency(call, now, zone) is Urgency.OVERDUE


def _next_try(
    row: OutcomeRule,
    at: datetime,
    attempt: int,
    rules: Rules,
    zone: tzinfo | None,
    days: WorkingDays,
) -> datetime:
    earliest = at + timedelta(minutes=row.retry_minutes or 0)
    tomorrow = at.astimezone(zone).date() + timedelta(days=1)
    if attempt >= rules.daily_after_attempts:
        earliest = max(earliest, at_desk(tomorrow, time(0), zone))
        if row.outcome is CallOutcome.NO_ANSWER:
            working = next(_working_from(tomorrow, days), tomorrow)
            earliest = max(earliest, _other_half(at, working, rules, zone))
    return next_call_hour(earliest, rules, zone, days)


def _working_from(day: date, days: WorkingDays) -> Iterator[date]:
    """The working days from ``day`` on, as far ahead as a house is ever closed."""
    ahead = (day + timedelta(days=n) for n in range(_LONGEST_REST_DAYS))
    return (each for each in ahead if days.works_on(each))


def _other_half(at: datetime, day: date, rules: Rules, zone: tzinfo | None) -> datetime:
    """Start of the calls on ``day`` in the half of the day ``at`` was not in."""
    was_morning = at.astimezone(zone).time() < _NOON
    halves = [span.start for span in rules.call_hours if (span.start < _NOON) is not was_morning]
    return at_desk(day, min(halves, default=_NOON if was_morning else time(0)), zone)
