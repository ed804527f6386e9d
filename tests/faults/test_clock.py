"""The PC's clock set back, set ahead, in another zone, over year's end: what must stay right.

Right means: nothing is thrown away and nothing owed disappears because of it; numbers never come
twice; deadlines are true time from what was written down; days are those of the desk's calendar.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.clock import FixedClock, local, today
from frontdesk.models.callback_rules import (
    Urgency,
    Waiting,
    at_desk,
    due_window,
    is_held,
    next_call_hour,
    queue_key,
    urgency,
)
from frontdesk.models.complaint_clocks import Taken, clocks
from frontdesk.models.enums import (
    CallbackKind,
    CallbackStatus,
    ClockColour,
    ComplaintStep,
    Role,
)
from frontdesk.models.months import plus_months
from frontdesk.models.plausible import time_passed
from frontdesk.services.callbacks.dto import QueueFilter
from frontdesk.services.desk import Desk
from frontdesk.services.registry import Services
from frontdesk.services.statistics.periods import period
from frontdesk.store.thinning import Spans, superfluous
from tests.factories import Make
from tests.faults.clock_ground import (
    NOON,
    RULES,
    SHANGHAI,
    TEN_YEARS,
    ZONES,
    days,
    handed_over,
    moments,
    sign_in,
)

# drafts -----------------------------------------------------------------------------------------


def test_a_clock_ten_years_ahead_sweeps_no_draft_and_offers_it_still(
    services: Services, clock: FixedClock
) -> None:
    sign_in(services)
    services.drafts.keep("intake", "car", {"words": "刹车"})
    clock.move(TEN_YEARS)

    for _ in range(3):  # signed in again on the same wrong clock
        sign_in(services)
        clock.move(timedelta(hours=5))

    assert services.drafts.offered("intake", "car") is not None
    assert len(services.drafts.unfinished()) == 1
    clock.move(-TEN_YEARS)
    sign_in(services)
    assert services.drafts.offered("intake", "car") is not None


def test_a_draft_goes_after_thirty_days_of_work_on_a_clock_that_jumped(
    services: Services, clock: FixedClock
) -> None:
    services.drafts.keep("intake", "car", {"words": "刹车"})
    clock.move(TEN_YEARS)
    for day in range(32):
        sign_in(services)
        assert bool(services.drafts.all()) is (day <= 30), day
        clock.move(timedelta(days=1))


def test_a_draft_kept_while_the_clock_stood_ahead_is_not_kept_for_ten_years(
    services: Services, clock: FixedClock
) -> None:
    clock.move(TEN_YEARS)
    services.drafts.keep("intake", "car", {"words": "刹车"})
    clock.move(-TEN_YEARS)
    sign_in(services)
    assert services.drafts.offered("intake", "car") is not None

    clock.move(timedelta(days=31))
    sign_in(services)

    assert services.drafts.all() == ()


@given(
    gaps=st.lists(st.integers(0, 59 * 24), max_size=12),
    jump=st.integers(61, 20_000),
    at=st.integers(0, 12),
)
def test_a_gap_that_cannot_be_adds_nothing_wherever_it_lies(
    gaps: list[int], jump: int, at: int
) -> None:
    """Hours between uses, and a jump of days among them."""
    longest, hours = timedelta(days=60), [*gaps]
    hours.insert(min(at, len(hours)), jump * 24)
    acts = [NOON]
    for each in hours:
        acts.append(acts[-1] + timedelta(hours=each))
    passed = time_passed(acts[0], acts[-1], acts, longest)
    assert passed == timedelta(hours=sum(gaps))
    assert time_passed(acts[-1], acts[0], acts, longest) == timedelta()


# backups ----------------------------------------------------------------------------------------


def test_a_clock_ten_years_ahead_thins_away_no_older_backup() -> None:
    made = {NOON - timedelta(days=n) for n in range(1, 300)}
    kept = made - superfluous(made, NOON, Spans(), SHANGHAI)
    ahead = NOON + TEN_YEARS
    after = kept | {ahead}

    for hours in range(72):
        now = ahead + timedelta(hours=hours)
        after |= {now}
        after -= superfluous(after, now, Spans(), SHANGHAI)

    # Those of the last days grow three days older, as they would have; none of the past is lost.
    assert max(each for each in after if each <= NOON) == max(kept)
    assert len([each for each in after if each <= NOON]) >= len(kept) - 3
    assert min(after) == min(kept)


# calls ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ahead", [timedelta(days=3), TEN_YEARS])
def test_a_call_of_a_hand_over_on_a_clock_ahead_is_owed_once_the_clock_is_right(
    make: Make, desk: Desk, clock: FixedClock, ahead: timedelta
) -> None:
    specialist = make.services(Role.CS_SPECIALIST)
    clock.move(ahead)
    call = handed_over(make, desk)
    clock.move(-ahead)

    (row,) = specialist.callbacks.queue(QueueFilter(mine=False))

    assert row.id == call
    assert row.urgency is Urgency.DUE
    assert specialist.callbacks.start(call, row.version, reason="时间已改正") is not None


def test_a_call_of_today_is_not_owed_before_tomorrow_even_so(make: Make, desk: Desk) -> None:
    specialist = make.services(Role.CS_SPECIALIST)
    handed_over(make, desk)
    assert specialist.callbacks.queue(QueueFilter(mine=False)) == ()


@pytest.mark.parametrize("back", [timedelta(hours=2), timedelta(days=1)])
def test_a_clock_set_back_makes_a_call_wait_no_longer_than_that(
    make: Make, desk: Desk, clock: FixedClock, back: timedelta
) -> None:
    specialist = make.services(Role.CS_SPECIALIST)
    handed_over(make, desk)
    clock.move(timedelta(days=1))
    assert len(specialist.callbacks.queue(QueueFilter(mine=False))) == 1
    clock.move(-back)
    clock.move(back)
    assert len(specialist.callbacks.queue(QueueFilter(mine=False))) == 1


def test_a_pause_begun_on_a_clock_ahead_does_not_last_for_years() -> None:
    def waits(pause: timedelta) -> Urgency:
        day = NOON.date()
        call = Waiting(
            CallbackKind.AFTER_SERVICE, CallbackStatus.RETRY, day, day, next_try_at=NOON + pause
        )
        assert queue_key(call, NOON, SHANGHAI, RULES)[0] == list(Urgency).index(
            urgency(call, NOON, SHANGHAI)
        )
        return urgency(call, NOON, SHANGHAI)

    assert waits(timedelta(hours=3)) is Urgency.WAITING
    assert waits(timedelta(days=30)) is Urgency.WAITING
    assert waits(TEN_YEARS) is Urgency.LAST_DAY


def test_a_call_begun_in_the_future_is_held_by_nobody() -> None:
    assert is_held(NOON - timedelta(minutes=5), NOON, RULES)
    assert is_held(NOON + timedelta(seconds=30), NOON, RULES)
    assert not is_held(NOON + timedelta(days=1), NOON, RULES)
    assert not is_held(NOON - timedelta(hours=1), NOON, RULES)
    assert not is_held(None, NOON, RULES)


@given(now=moments, zone=st.sampled_from(ZONES), waits=st.integers(-40, 40))
def test_a_call_is_due_by_the_days_of_the_desk_in_every_zone(
    now: datetime, zone: tzinfo, waits: int
) -> None:
    here = now.astimezone(zone).date()
    call = Waiting(
        CallbackKind.LOST_CUSTOMER,
        CallbackStatus.DUE,
        here + timedelta(days=waits),
        here + timedelta(days=waits + 2),
    )
    state = urgency(call, now, zone)
    assert (state is Urgency.WAITING) is (waits > 0)
    assert (state is Urgency.OVERDUE) is (waits + 2 < 0)


@given(now=moments, zone=st.sampled_from(ZONES))
def test_the_next_hour_for_calls_comes_within_two_days_and_is_one(
    now: datetime, zone: tzinfo
) -> None:
    found = next_call_hour(now, RULES, zone)
    assert now <= found <= now + timedelta(days=2, hours=1)
    at = found.astimezone(zone).time()
    assert any(span.start <= at <= span.end for span in RULES.call_hours)


@given(event=days)
def test_the_days_of_a_call_follow_the_calendar_over_leap_days_and_month_ends(event: date) -> None:
    first, last = due_window(event, RULES)
    assert (first - event, last - event) == (timedelta(days=1), timedelta(days=3))


# complaints -------------------------------------------------------------------------------------


@given(begun=moments, zone=st.sampled_from(ZONES), seen=st.integers(-4000, 4000))
def test_the_clocks_of_a_complaint_are_true_time_in_every_zone(
    begun: datetime, zone: tzinfo, seen: int
) -> None:
    wall = begun.astimezone(zone)
    loop = clocks([Taken(ComplaintStep.REGISTERED, wall)], RULES).loop
    assert loop.due.astimezone(UTC) - begun == timedelta(hours=RULES.complaint_hours)
    now = begun + timedelta(minutes=seen)
    over = loop.colour(now, RULES.amber_percent) is ClockColour.OVER
    assert over is (seen > RULES.complaint_hours * 60)


def test_a_complaint_registered_before_the_clock_was_set_back_is_neither_over_nor_soon() -> None:
    loop = clocks([Taken(ComplaintStep.REGISTERED, NOON)], RULES).loop
    assert loop.colour(NOON - timedelta(days=1), RULES.amber_percent) is ClockColour.OK


def test_the_clock_of_a_ticket_follows_its_entries_not_the_jump(
    make: Make, services: Services, clock: FixedClock
) -> None:
    ticket = make.complaint()
    clock.move(-timedelta(days=1))
    assert services.complaints.open(ticket).clocks.loop.due == clock.now() + timedelta(days=2)
    clock.move(timedelta(days=1))
    assert services.complaints.open(ticket).clocks.loop.due == clock.now() + timedelta(days=1)


# statistics -------------------------------------------------------------------------------------


@given(first=days, length=st.integers(0, 800), zone=st.sampled_from(ZONES))
def test_the_months_of_a_period_cover_each_of_its_moments_once(
    first: date, length: int, zone: tzinfo
) -> None:
    last = first + timedelta(days=length)
    span = period(first, last, FixedClock(NOON, zone))
    months = list(span.spans())
    assert months[0][1] == at_desk(first, time(), zone)
    assert months[-1][2] == at_desk(last + timedelta(days=1), time(), zone)
    assert [end for _, _, end in months[:-1]] == [begin for _, begin, _ in months[1:]]
    assert all(begin < end for _, begin, end in months)


@given(day=days, months=st.integers(-400, 400))
def test_whole_months_never_fall_off_the_end_of_one(day: date, months: int) -> None:
    if not 2 <= day.year + months / 12 <= 9990:
        return
    found = plus_months(day, months)
    assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == months
    assert found.day == day.day or (found.day < day.day and (found + timedelta(days=1)).day == 1)


@given(now=moments, zone=st.sampled_from(ZONES))
def test_the_day_at_the_desk_is_that_of_its_wall_clock(now: datetime, zone: tzinfo) -> None:
    clock = FixedClock(now, zone)
    assert today(clock) == local(now, clock).date() == now.astimezone(zone).date()
