"""Pauses of the clocks: whatever people and the PC's clock do, the hours add up."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import accumulate
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.models.complaint_clocks import Clock, Taken, clocks, pauses, strip
from frontdesk.models.enums import ClockColour, ComplaintClock
from frontdesk.models.enums import ComplaintStep as Step
from frontdesk.models.pauses import NO_TIME, Pause, halted, moved
from frontdesk.models.rules import Rules

RULES = Rules()
DAY = datetime(2026, 1, 31, 2, tzinfo=UTC)
HOUR = timedelta(hours=1)
_ZONES = ("Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe")


def _at(hours: float) -> datetime:
    return DAY + timedelta(hours=hours)


def _way(*steps: tuple[Step, float]) -> list[Taken]:
    return [Taken(step, _at(hours)) for step, hours in steps]


def _by_the_minute(found: tuple[Pause, ...], begin: datetime, end: datetime) -> timedelta:
    """The naive count: each minute of the time looked at once by itself."""
    minutes = int((end - begin) / timedelta(minutes=1))
    at = (begin + timedelta(minutes=n) for n in range(minutes))
    held = sum(any(p.start <= m and (p.end is None or m < p.end) for p in found) for m in at)
    return timedelta(minutes=held)


# whatever is tried ----------------------------------------------------------------------

_steps = st.lists(
    st.tuples(
        st.sampled_from([Step.PAUSED, Step.RESUMED, Step.ADDED, Step.JUDGED]),
        # Minutes since the entry before; below zero the PC's clock was set back.
        st.integers(-300, 900),
    ),
    max_size=12,
)


def _ticket(steps: list[tuple[Step, int]], start: datetime = DAY) -> list[Taken]:
    minutes = accumulate((each for _, each in steps), initial=0)
    next(minutes)
    after = [
        Taken(step, start + timedelta(minutes=at))
        for (step, _), at in zip(steps, minutes, strict=True)
    ]
    return [Taken(Step.REGISTERED, start), *after]


@given(_steps, st.integers(0, 4000), st.booleans())
def test_used_and_paused_make_up_what_went_by(
    steps: list[tuple[Step, int]], later: int, signed: bool
) -> None:
    now = DAY + timedelta(minutes=later)
    way = _ticket(steps)
    if signed:
        way += [Taken(Step.RESUMED, now), Taken(Step.SIGNED_OFF, now)]
    loop = clocks(way, RULES).loop
    for moment in (now, now + 5 * HOUR):
        assert loop.used(moment) + loop.paused(moment) == loop.gone_by(moment)
        assert NO_TIME <= loop.paused(moment) <= loop.gone_by(moment)
        assert loop.left(moment) + loop.used(moment) == loop.limit == 24 * HOUR
    assert loop.paused(now) == _by_the_minute(pauses(way), DAY, now)


@given(_steps)
def test_the_end_moves_exactly_by_what_is_over(steps: list[tuple[Step, int]]) -> None:
    way = _ticket(steps)
    over = tuple(pause for pause in pauses(way) if pause.end is not None)
    last = max((pause.end for pause in over if pause.end is not None), default=DAY)
    loop = clocks(way, RULES).loop
    assert loop.due - DAY - 24 * HOUR == loop.moved_by == _by_the_minute(over, DAY, last)


@given(_steps, st.integers(0, 6000))
def test_in_time_is_signed_before_the_moved_end(steps: list[tuple[Step, int]], later: int) -> None:
    """What lists and statistics compare by columns is what the clock says."""
    signed = DAY + timedelta(minutes=later)
    way = [*_ticket(steps), Taken(Step.RESUMED, signed), Taken(Step.SIGNED_OFF, signed)]
    loop = clocks(way, RULES).loop
    assert loop.in_time is (signed <= loop.due)
    assert loop.in_time_with_pauses is (signed <= loop.due - loop.moved_by)
    assert loop.in_time or not loop.in_time_with_pauses


@given(_steps, st.integers(-900, 900))
def test_an_open_pause_stands_whatever_the_pc_s_clock_says(
    steps: list[tuple[Step, int]], later: int
) -> None:
    way = _ticket(steps)
    loop = clocks(way, RULES).loop
    last = [entry.step for entry in way if entry.step in (Step.PAUSED, Step.RESUMED)]
    assert (loop.standing_since is not None) is (last[-1:] == [Step.PAUSED])
    if loop.standing_since is not None:
        now = max(entry.at for entry in way) + timedelta(minutes=later + 900)
        assert loop.left(now) == loop.left(now + HOUR)
        assert loop.colour(now, 75) is loop.colour(now + HOUR, 75)


@given(_steps, st.sampled_from(_ZONES), st.datetimes(datetime(2024, 1, 1), datetime(2032, 1, 1)))
def test_zones_summer_time_and_the_calendar_change_nothing(
    steps: list[tuple[Step, int]], zone: str, start: datetime
) -> None:
    begun = start.replace(tzinfo=UTC)
    here = [Taken(each.step, each.at.astimezone(ZoneInfo(zone))) for each in _ticket(steps, begun)]
    there, plain = clocks(here, RULES).loop, clocks(_ticket(steps), RULES).loop
    # Compared in UTC: two moments of one zone subtract by the wall clock.
    assert there.due.astimezone(UTC) - begun == plain.due - DAY


@given(_steps)
def test_planned_minutes_never_come_earlier_and_keep_their_order(
    steps: list[tuple[Step, int]],
) -> None:
    fresh = [p.planned for p in strip(_way((Step.REGISTERED, 0)), RULES)]
    planned = [p.planned for p in strip(_ticket(steps), RULES)]
    assert all(now >= before for now, before in zip(planned, fresh, strict=True))
    assert planned == sorted(planned)


# worked by hand -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pause", "signed", "net", "gross", "used"),
    [
        (None, 24, True, True, 24),
        (None, 24.01, False, False, 24.01),
        ((2, 12), 24, True, True, 14),
        ((2, 12), 30, True, False, 20),
        ((2, 12), 34, True, False, 24),
        ((2, 12), 34.5, False, False, 24.5),
        # Begun before the end, over after it.
        ((23, 33), 34, True, False, 24),
        ((23, 33), 34.5, False, False, 24.5),
        # Late already: a pause makes it neither better nor worse.
        ((25, 40), 41, False, False, 26),
        # Paused through two month ends.
        ((0, 24 * 31), 24 * 32, True, False, 24),
    ],
)
def test_in_time_with_the_pauses_and_without(
    pause: tuple[float, float] | None, signed: float, net: bool, gross: bool, used: float
) -> None:
    stops = [(Step.PAUSED, pause[0]), (Step.RESUMED, pause[1])] if pause else []
    loop = clocks(_way((Step.REGISTERED, 0), *stops, (Step.SIGNED_OFF, signed)), RULES).loop
    assert (loop.in_time, loop.in_time_with_pauses) == (net, gross)
    assert loop.used(_at(5000)) == timedelta(hours=used)


@pytest.mark.parametrize(
    ("dispatched", "pause", "due"),
    [
        (2, (4, 7), 17),
        # Over before the dispatch: the handler's hours begin whole.
        (8, (4, 7), 20),
        # Under way when it was dispatched: what is left of it counts.
        (5, (4, 7), 19),
    ],
)
def test_the_handlers_hours_stand_still_too(
    dispatched: float, pause: tuple[float, float], due: float
) -> None:
    begin, end = pause
    way = [
        Taken(Step.REGISTERED, DAY),
        Taken(Step.PAUSED, _at(begin)),
        Taken(Step.RESUMED, _at(end)),
    ]
    way.insert(
        1 + (dispatched > begin) + (dispatched > end), Taken(Step.DISPATCHED, _at(dispatched))
    )
    handling = clocks(way, RULES).handling
    assert handling is not None
    assert handling.due == _at(due)


def test_neither_telling_the_customer_nor_the_day_of_the_call_is_paused() -> None:
    way = _way(
        (Step.REGISTERED, 0), (Step.PAUSED, 0.1), (Step.RESUMED, 3), (Step.DISPATCHED, 4),
        (Step.RETURNED, 5), (Step.PAUSED, 5.5), (Step.RESUMED, 9),
    )  # fmt: skip
    found = clocks(way, RULES, UTC)
    assert found.acknowledgement.due == _at(1)
    assert found.follow_up is not None
    assert found.follow_up.due == datetime.combine(date(2026, 2, 1), time(), UTC)


def test_a_clock_that_stands_still_hides_none_that_is_over() -> None:
    way = _way(
        (Step.REGISTERED, 0), (Step.ACKNOWLEDGED, 0.2), (Step.DISPATCHED, 4),
        (Step.RETURNED, 20), (Step.PAUSED, 20.5),
    )  # fmt: skip
    found = clocks(way, RULES, ZoneInfo("Asia/Shanghai"))
    assert found.follow_up is not None
    # Returned at 06:00 on the 1st, four hours before the loop ends; the day of the call goes on.
    early, late = _at(21), _at(48)
    assert found.loop.due < found.follow_up.due
    assert found.next(early).kind is ComplaintClock.LOOP
    assert found.loop.colour(late, 75) is not ClockColour.OVER
    assert found.next(late).kind is ComplaintClock.FOLLOW_UP


@pytest.mark.parametrize(
    ("spans", "hours"),
    [
        ([(1, 3), (5, 6)], 3),
        # Set back by two hours between the two: no hour counts twice.
        ([(4, 8), (6, 9)], 5),
        ([(4, 8), (5, 6)], 4),
        ([(5, 6), (4, 8)], 4),
        # Set back during it: no time, never less.
        ([(6, 6)], 0),
        ([(-4, 2)], 2),
    ],
)
def test_pauses_laid_over_each_other(spans: list[tuple[float, float]], hours: float) -> None:
    found = [Pause(_at(begin), _at(end)) for begin, end in spans]
    assert halted(found, DAY, _at(12)) == halted(found, DAY, None) == timedelta(hours=hours)
    assert moved(_at(24), DAY, found) == _at(24 + hours)


def test_summer_time_begins_in_a_pause() -> None:
    """29 March 2026, Berlin: 02:00 becomes 03:00; from 01:00 to 05:00 are three hours."""
    berlin = ZoneInfo("Europe/Berlin")
    begin, end = (datetime(2026, 3, 29, hour, tzinfo=berlin) for hour in (1, 5))
    registered = datetime(2026, 3, 28, 12, tzinfo=UTC)
    way = [
        Taken(Step.REGISTERED, registered),
        Taken(Step.PAUSED, begin.astimezone(UTC)),
        Taken(Step.RESUMED, end.astimezone(UTC)),
    ]
    assert clocks(way, RULES).loop.due == registered + timedelta(hours=27)


def test_a_pause_nobody_ended_moves_no_end() -> None:
    clock = Clock(DAY, _at(24), None, (Pause(_at(2)),))
    assert (clock.moved_by, clock.limit) == (NO_TIME, 24 * HOUR)
    assert clock.left(_at(100)) == 22 * HOUR
