"""When a call is due, may be dialled, is tried again, and who may make it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.models.call_outcomes import DEFAULT_OUTCOMES, CallFlag, by_outcome
from frontdesk.models.callback_rules import (
    CALLERS,
    OPEN_STATUSES,
    Urgency,
    Waiting,
    after_attempt,
    at_desk,
    due_window,
    in_call_hours,
    may_dial,
    may_make,
    may_take,
    next_call_hour,
    queue_key,
    suggested_hour,
    urgency,
)
from frontdesk.models.enums import CallbackKind, CallbackStatus, CallOutcome, Role
from frontdesk.models.rules import Rules

RULES = Rules()
SHANGHAI = ZoneInfo("Asia/Shanghai")
TABLE = by_outcome(DEFAULT_OUTCOMES)
ZONES = st.sampled_from(
    [UTC, SHANGHAI, ZoneInfo("Asia/Urumqi"), ZoneInfo("Europe/Berlin"), ZoneInfo("Pacific/Chatham")]
)
MOMENTS = st.datetimes(
    datetime(2020, 1, 1),
    datetime(2035, 12, 31),
    timezones=st.just(UTC),
)


def desk(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


def test_a_call_that_was_made_ends_as_no_call_taken_back() -> None:
    assert CallbackStatus.WITHDRAWN not in {row.closes for row in TABLE.values()}


def test_a_table_kept_before_still_ends_the_calls_as_they_end_now() -> None:
    before = replace(
        TABLE[CallOutcome.CAR_SOLD], closes=CallbackStatus.WITHDRAWN, flag=None, reached=False
    )
    row = by_outcome([before])[CallOutcome.CAR_SOLD]
    assert (row.closes, row.flag) == (CallbackStatus.DONE, CallFlag.CAR_SOLD)
    assert not row.reached


@pytest.mark.parametrize(
    ("event", "first", "last"),
    [
        (date(2026, 10, 3), date(2026, 10, 4), date(2026, 10, 6)),
        (date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 3)),
        (date(2028, 2, 28), date(2028, 2, 29), date(2028, 3, 2)),
    ],
)
def test_due_from_the_day_after_within_three_days(event: date, first: date, last: date) -> None:
    assert due_window(event, RULES) == (first, last)


@pytest.mark.parametrize(
    ("at", "inside"),
    [
        ("10:29", False),
        ("10:30", True),
        ("11:30", True),
        ("11:31", False),
        ("13:00", False),
        ("15:00", True),
        ("17:30", True),
        ("17:31", False),
    ],
)
def test_hours_for_calls_are_read_off_the_desks_clock(at: str, inside: bool) -> None:
    assert in_call_hours(desk(f"2026-10-03T{at}"), RULES, SHANGHAI) is inside


@pytest.mark.parametrize(
    ("now", "agreed", "allowed"),
    [
        ("2026-10-03T12:00", "2026-10-03T12:00", True),
        ("2026-10-03T11:50", "2026-10-03T12:00", True),
        ("2026-10-03T11:49", "2026-10-03T12:00", False),
        ("2026-10-03T13:01", "2026-10-03T12:00", False),
        ("2026-10-03T11:00", "2026-10-03T20:00", True),
        ("2026-10-03T12:00", None, False),
    ],
)
def test_an_agreed_hour_beats_the_hours_for_calls(
    now: str, agreed: str | None, allowed: bool
) -> None:
    agreed_at = None if agreed is None else desk(agreed)
    assert may_dial(desk(now), agreed_at, RULES, SHANGHAI) is allowed


@pytest.mark.parametrize(
    ("outcome", "attempt", "at", "status", "next_try"),
    [
        # no answer: three hours later …
        (CallOutcome.NO_ANSWER, 1, "2026-10-30T10:45", CallbackStatus.RETRY, "2026-10-30T15:00"),
        (CallOutcome.NO_ANSWER, 1, "2026-10-30T16:00", CallbackStatus.RETRY, "2026-10-31T10:30"),
        # … then the other half of the next day, over the month's end, once a day …
        (CallOutcome.NO_ANSWER, 2, "2026-10-31T15:10", CallbackStatus.RETRY, "2026-11-01T10:30"),
        (CallOutcome.NO_ANSWER, 3, "2026-11-01T10:40", CallbackStatus.RETRY, "2026-11-02T15:00"),
        (CallOutcome.NO_ANSWER, 4, "2026-12-31T15:10", CallbackStatus.RETRY, "2027-01-01T10:30"),
        # … and after the fifth attempt the call is closed.
        (CallOutcome.NO_ANSWER, 5, "2026-11-04T10:40", CallbackStatus.UNREACHED, None),
        (CallOutcome.BUSY, 1, "2026-10-30T10:35", CallbackStatus.RETRY, "2026-10-30T11:05"),
        (CallOutcome.BUSY, 2, "2026-10-30T10:35", CallbackStatus.RETRY, "2026-10-31T10:30"),
        (CallOutcome.REJECTED, 1, "2026-10-30T11:00", CallbackStatus.RETRY, "2026-10-31T11:00"),
        (CallOutcome.SWITCHED_OFF, 1, "2026-10-30T10:30", CallbackStatus.RETRY, "2026-10-30T15:00"),
        (CallOutcome.SUSPENDED, 1, "2026-10-30T15:00", CallbackStatus.RETRY, "2026-11-02T15:00"),
        (CallOutcome.WRONG_NUMBER, 1, "2026-10-30T15:00", CallbackStatus.UNREACHED, None),
        (CallOutcome.CAR_SOLD, 1, "2026-10-30T15:00", CallbackStatus.DONE, None),
        (CallOutcome.USED_ELSEWHERE, 1, "2026-10-30T15:00", CallbackStatus.DONE, None),
        (CallOutcome.REFUSES_CALLS, 1, "2026-10-30T15:00", CallbackStatus.DO_NOT_CALL, None),
        (CallOutcome.REACHED, 1, "2026-10-30T15:00", CallbackStatus.DONE, None),
    ],
)
def test_what_follows_from_an_attempt(
    outcome: CallOutcome,
    attempt: int,
    at: str,
    status: CallbackStatus,
    next_try: str | None,
) -> None:
    found = after_attempt(TABLE[outcome], at=desk(at), attempt=attempt, rules=RULES, zone=SHANGHAI)
    assert found.status is status
    assert found.next_try_at == (None if next_try is None else desk(next_try))


def test_a_time_agreed_is_kept_even_at_the_last_attempt() -> None:
    agreed = desk("2026-10-31T20:00")
    found = after_attempt(
        TABLE[CallOutcome.NOT_CONVENIENT],
        at=desk("2026-10-30T15:00"),
        attempt=5,
        rules=RULES,
        zone=SHANGHAI,
        agreed_at=agreed,
    )
    assert (found.status, found.next_try_at) == (CallbackStatus.AGREED_TIME, agreed)


def test_a_wrong_number_leads_to_the_next_number_there_is() -> None:
    found = after_attempt(
        TABLE[CallOutcome.WRONG_NUMBER],
        at=desk("2026-10-30T15:00"),
        attempt=1,
        rules=RULES,
        zone=SHANGHAI,
        other_number=True,
    )
    assert (found.status, found.next_try_at) == (CallbackStatus.RETRY, desk("2026-10-30T15:00"))


def test_every_outcome_has_a_row() -> None:
    assert set(TABLE) == set(CallOutcome)
    assert set(CALLERS) == set(CallbackKind)


@given(
    outcome=st.sampled_from(CallOutcome),
    at=MOMENTS,
    attempt=st.integers(1, 8),
    zone=ZONES,
)
def test_a_retry_lies_ahead_in_the_hours_for_calls_and_a_closed_call_stays_closed(
    outcome: CallOutcome, at: datetime, attempt: int, zone: ZoneInfo
) -> None:
    found = after_attempt(TABLE[outcome], at=at, attempt=attempt, rules=RULES, zone=zone)
    if found.closed:
        assert found.next_try_at is None
        return
    assert attempt < RULES.max_call_attempts
    assert found.next_try_at is not None
    assert found.next_try_at >= at
    assert in_call_hours(found.next_try_at, RULES, zone)
    if attempt >= RULES.daily_after_attempts:
        assert found.next_try_at.astimezone(zone).date() > at.astimezone(zone).date()
    assert found.next_try_at - at <= timedelta(days=5)


@given(moment=MOMENTS, zone=ZONES)
def test_the_next_hour_for_calls_is_the_first_one(moment: datetime, zone: ZoneInfo) -> None:
    found = next_call_hour(moment, RULES, zone)
    assert moment <= found <= moment + timedelta(days=2)
    assert in_call_hours(found, RULES, zone)


@given(now=MOMENTS, answered=st.lists(MOMENTS, max_size=4), zone=ZONES)
def test_the_suggested_hour_lies_ahead_in_the_hours_for_calls(
    now: datetime, answered: list[datetime], zone: ZoneInfo
) -> None:
    found = suggested_hour(now, answered, RULES, zone)
    assert found >= now
    assert in_call_hours(found, RULES, zone)


def test_the_hour_the_customer_answered_before_is_suggested() -> None:
    answered = [desk("2026-09-01T20:00"), desk("2026-08-01T16:20")]
    now = desk("2026-10-03T11:00")
    assert suggested_hour(now, answered, RULES, SHANGHAI) == desk("2026-10-03T16:20")
    assert suggested_hour(now, [], RULES, SHANGHAI) == now


def test_a_day_at_the_desk_keeps_its_hour_over_a_change_of_clocks() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    for day in (date(2026, 3, 28), date(2026, 3, 29), date(2026, 10, 25)):
        assert at_desk(day, time(10, 30), berlin).astimezone(berlin).time() == time(10, 30)


def _waiting(
    status: CallbackStatus = CallbackStatus.DUE,
    due_until: str = "2026-10-03",
    next_try: str | None = None,
    kind: CallbackKind = CallbackKind.AFTER_SERVICE,
) -> Waiting:
    until = date.fromisoformat(due_until)
    return Waiting(
        kind=kind,
        status=status,
        due_from=until - timedelta(days=2),
        due_until=until,
        next_try_at=None if next_try is None else desk(next_try),
    )


NOW = desk("2026-10-03T10:45")


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        (_waiting(due_until="2026-10-02"), Urgency.OVERDUE),
        (_waiting(CallbackStatus.AGREED_TIME, next_try="2026-10-02T16:00"), Urgency.OVERDUE),
        (_waiting(CallbackStatus.AGREED_TIME, next_try="2026-10-03T10:00"), Urgency.AGREED),
        (_waiting(CallbackStatus.AGREED_TIME, next_try="2026-10-03T20:00"), Urgency.AGREED),
        (_waiting(CallbackStatus.AGREED_TIME, next_try="2026-10-04T16:00"), Urgency.WAITING),
        (_waiting(due_until="2026-10-03"), Urgency.LAST_DAY),
        (_waiting(due_until="2026-10-05"), Urgency.DUE),
        (_waiting(due_until="2026-10-06"), Urgency.WAITING),
        (
            _waiting(CallbackStatus.RETRY, "2026-10-01", next_try="2026-10-03T15:00"),
            Urgency.WAITING,
        ),
        (
            _waiting(CallbackStatus.RETRY, "2026-10-01", next_try="2026-10-03T10:30"),
            Urgency.OVERDUE,
        ),
    ],
)
def test_how_urgent_a_call_is(call: Waiting, expected: Urgency) -> None:
    assert urgency(call, NOW, SHANGHAI) is expected


def test_the_queue_is_overdue_then_agreed_then_due_today_then_by_priority() -> None:
    overdue = _waiting(due_until="2026-10-01")
    agreed_late = _waiting(CallbackStatus.AGREED_TIME, next_try="2026-10-03T20:00")
    agreed_early = _waiting(CallbackStatus.AGREED_TIME, next_try="2026-10-03T10:00")
    last_day = _waiting()
    last_day_complaint = _waiting(kind=CallbackKind.COMPLAINT_FOLLOW_UP)
    due = _waiting(due_until="2026-10-04")
    calls = [due, last_day, agreed_late, overdue, last_day_complaint, agreed_early]
    assert sorted(calls, key=lambda call: queue_key(call, NOW, SHANGHAI, RULES)) == [
        overdue,
        agreed_early,
        agreed_late,
        last_day_complaint,
        last_day,
        due,
    ]


@pytest.mark.parametrize("kind", CallbackKind)
def test_who_served_the_customer_never_measures_the_satisfaction(kind: CallbackKind) -> None:
    measures = kind in {
        CallbackKind.AFTER_SERVICE,
        CallbackKind.NEW_CAR,
        CallbackKind.COMPLAINT_FOLLOW_UP,
        CallbackKind.SPOT_CHECK,
    }
    everything = frozenset(Role)
    assert may_make(kind, everything, "me", "me") is not measures
    assert may_make(kind, everything, "me", "someone")
    assert not may_make(kind, frozenset(), "me", None)


def test_an_overdue_call_becomes_anyones() -> None:
    due, overdue = _waiting(), _waiting(due_until="2026-10-02")
    assert not may_take(due, "someone", "me", NOW, SHANGHAI)
    assert may_take(overdue, "someone", "me", NOW, SHANGHAI)
    assert may_take(due, "me", "me", NOW, SHANGHAI)
    assert may_take(due, None, "me", NOW, SHANGHAI)


def test_a_service_role_alone_makes_no_satisfaction_call() -> None:
    advisor = frozenset({Role.SERVICE_ADVISOR})
    assert not may_make(CallbackKind.AFTER_SERVICE, advisor, "me", None)


def test_waiting_calls_are_still_owed() -> None:
    assert CallbackStatus.DONE not in OPEN_STATUSES
