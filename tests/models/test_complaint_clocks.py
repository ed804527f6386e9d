"""24 hours and 12 hours, and the planned minute of each step, whatever the calendar does."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.models.complaint_clocks import Taken, clock_colour, clocks, strip
from frontdesk.models.enums import ClockColour
from frontdesk.models.enums import ComplaintStep as Step
from frontdesk.models.rules import Rules

RULES = Rules()
DAY = datetime(2026, 11, 5, 2, tzinfo=UTC)


def _at(hours: float) -> datetime:
    return DAY + timedelta(hours=hours)


def _way(*steps: tuple[Step, float] | tuple[Step, float, int]) -> list[Taken]:
    return [Taken(s[0], _at(s[1]), s[2] if len(s) == 3 else 1) for s in steps]


def test_the_loop_runs_from_registration_to_sign_off() -> None:
    running = clocks(_way((Step.REGISTERED, 0)), RULES).loop
    assert (running.started, running.due, running.ended) == (DAY, _at(24), None)
    assert running.left(_at(5)) == timedelta(hours=19)
    assert running.left(_at(25)) == timedelta(hours=-1)
    over = clocks(_way((Step.REGISTERED, 0), (Step.SIGNED_OFF, 25)), RULES).loop
    assert over.in_time is False
    assert over.used(_at(90)) == timedelta(hours=25)
    assert over.colour(_at(90), 75) is ClockColour.STOPPED


@pytest.mark.parametrize(
    ("hours", "colour"),
    [
        (0, ClockColour.OK),
        (17.99, ClockColour.OK),
        (18, ClockColour.SOON),
        (24, ClockColour.SOON),
        (24.001, ClockColour.OVER),
        (-1, ClockColour.OK),
    ],
)
def test_amber_at_three_quarters_red_past_the_end(hours: float, colour: ClockColour) -> None:
    assert clock_colour(DAY, _at(24), None, _at(hours), 75) is colour


@pytest.mark.parametrize(
    ("registered", "due"),
    [
        ("2026-01-31T20:00", "2026-02-01T20:00"),
        ("2028-02-28T23:59", "2028-02-29T23:59"),
        ("2027-02-28T23:59", "2027-03-01T23:59"),
        ("2026-12-31T00:00", "2027-01-01T00:00"),
    ],
)
def test_a_months_end_moves_nothing(registered: str, due: str) -> None:
    zone = timezone(timedelta(hours=8))
    start = datetime.fromisoformat(registered).replace(tzinfo=zone)
    assert clocks([Taken(Step.REGISTERED, start)], RULES).loop.due == datetime.fromisoformat(
        due
    ).replace(tzinfo=zone)


def test_a_change_to_summer_time_leaves_true_hours() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    start = datetime(2026, 3, 28, 12, tzinfo=berlin).astimezone(UTC)
    due = clocks([Taken(Step.REGISTERED, start)], RULES).loop.due
    assert due - start == timedelta(hours=24)
    assert due.astimezone(berlin).hour == 13


def test_twelve_hours_from_the_first_dispatch_of_the_round() -> None:
    way = _way((Step.REGISTERED, 0), (Step.DISPATCHED, 8), (Step.DISPATCHED, 10))
    handling = clocks(way, RULES).handling
    assert handling is not None
    assert (handling.started, handling.due, handling.ended) == (_at(8), _at(20), None)
    done = clocks([*way, *_way((Step.RETURNED, 15))], RULES).handling
    assert done is not None
    assert (done.ended, done.in_time) == (_at(15), True)


def test_a_new_round_has_its_own_twelve_hours_but_the_same_end() -> None:
    way = _way(
        (Step.REGISTERED, 0),
        (Step.DISPATCHED, 2),
        (Step.RETURNED, 5),
        (Step.FOLLOWED_UP, 6),
        (Step.DISPATCHED, 9, 2),
    )
    found = clocks(way, RULES)
    assert found.handling is not None
    assert (found.handling.started, found.handling.due) == (_at(9), _at(21))
    assert found.handling.ended is None
    assert found.loop.due == _at(24)


def test_the_hours_promised_then_hold_whatever_the_rules_say_now() -> None:
    way = [
        Taken(Step.REGISTERED, DAY, limit=timedelta(hours=48)),
        Taken(Step.DISPATCHED, _at(1), limit=timedelta(hours=6)),
    ]
    found = clocks(way, Rules(complaint_hours=1, return_hours=1))
    assert found.loop.due == _at(48)
    assert found.handling is not None
    assert found.handling.due == _at(7)


def test_planned_minutes_of_a_fresh_ticket() -> None:
    planned = {p.step: p.planned for p in strip(_way((Step.REGISTERED, 0)), RULES)}
    assert planned == {
        Step.REGISTERED: DAY,
        Step.ACKNOWLEDGED: _at(1),
        Step.JUDGED: _at(2),
        Step.OPINION: _at(4),
        Step.APPROVED: _at(6),
        Step.DISPATCHED: _at(8),
        Step.RETURNED: _at(20),
        Step.FOLLOWED_UP: _at(22),
        Step.SIGNED_OFF: _at(24),
        Step.FILED: _at(48),
    }


def test_what_was_sent_back_is_not_done_and_what_is_said_anew_shows_its_newest_minute() -> None:
    way = _way(
        (Step.REGISTERED, 0), (Step.JUDGED, 1), (Step.JUDGED, 1.5), (Step.OPINION, 2),
        (Step.SENT_BACK, 3),
    )  # fmt: skip
    actual = {p.step: p.actual for p in strip(way, RULES)}
    assert actual[Step.JUDGED] == _at(1.5)
    assert actual[Step.OPINION] is None
    again = {p.step: p.actual for p in strip([*way, *_way((Step.OPINION, 4))], RULES)}
    assert again[Step.OPINION] == _at(4)


def test_a_new_round_is_planned_from_the_follow_up_that_opened_it() -> None:
    way = _way(
        (Step.REGISTERED, 0), (Step.ACKNOWLEDGED, 0.5), (Step.JUDGED, 1), (Step.OPINION, 2),
        (Step.APPROVED, 3), (Step.DISPATCHED, 4), (Step.RETURNED, 9), (Step.FOLLOWED_UP, 10),
    )  # fmt: skip
    way.append(Taken(Step.OPINION, _at(11), 2))
    found = {p.step: p for p in strip(way, RULES)}
    assert (found[Step.OPINION].planned, found[Step.OPINION].actual) == (_at(12), _at(11))
    assert (found[Step.APPROVED].planned, found[Step.APPROVED].actual) == (_at(14), None)
    assert found[Step.RETURNED].planned == _at(28)
    assert found[Step.JUDGED].actual == _at(1)
    assert found[Step.SIGNED_OFF].planned == _at(24)


def test_an_invalid_complaint_skips_what_only_a_valid_one_has() -> None:
    steps = [p.step for p in strip(_way((Step.REGISTERED, 0)), RULES, valid=False)]
    assert Step.DISPATCHED not in steps
    assert Step.FOLLOWED_UP in steps


@given(
    st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1)),
    st.integers(-12 * 60, 14 * 60),
    st.lists(st.sampled_from([Step.ADDED, Step.ACKNOWLEDGED, Step.JUDGED]), max_size=8),
)
def test_added_entries_and_zones_never_move_a_clock(
    naive: datetime, offset: int, later: list[Step]
) -> None:
    start = naive.replace(tzinfo=timezone(timedelta(minutes=offset)))
    way = [Taken(Step.REGISTERED, start), Taken(Step.DISPATCHED, start + timedelta(hours=3))]
    more = [Taken(step, start + timedelta(hours=4 + i)) for i, step in enumerate(later)]
    grown, plain = clocks([*way, *more], RULES), clocks(way, RULES)
    assert (grown.loop, grown.handling) == (plain.loop, plain.handling)
    utc = [Taken(t.step, t.at.astimezone(UTC), t.round) for t in way]
    assert clocks(utc, RULES) == clocks(way, RULES)
