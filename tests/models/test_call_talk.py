"""The time talked in a call: running, on hold, put aside, and with a clock that is set."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.models.call_talk import LONGEST_SILENCE, Talk

TEN = datetime(2026, 11, 5, 10, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
NONE = timedelta(0)


def test_what_is_waited_is_not_talked() -> None:
    talk = Talk().go_on(TEN).hold(TEN + MINUTE)
    assert talk.on_hold
    assert talk.so_far(TEN + 9 * MINUTE) == MINUTE
    assert talk.waited(TEN + 9 * MINUTE) == 8 * MINUTE
    again = talk.go_on(TEN + 9 * MINUTE)
    assert not again.on_hold
    assert again.so_far(TEN + 11 * MINUTE) == 3 * MINUTE
    assert again.held_in_all(TEN + 11 * MINUTE) == 8 * MINUTE


def test_a_hold_of_nobody_changes_nothing() -> None:
    assert Talk().hold(TEN) == Talk()
    held = Talk().go_on(TEN).hold(TEN)
    assert held.hold(TEN + MINUTE) == held


@pytest.mark.parametrize("on_hold", [False, True])
def test_put_aside_it_stands_still_and_is_taken_up_where_it_stood(on_hold: bool) -> None:
    talk = Talk().go_on(TEN)
    talk = talk.hold(TEN + MINUTE) if on_hold else talk.told(TEN + MINUTE)
    aside = talk.put_aside(TEN + MINUTE)
    assert not aside.on_hold
    assert aside.so_far(TEN + timedelta(days=1)) == MINUTE
    again = aside.go_on(TEN + timedelta(days=1))
    assert again.so_far(TEN + timedelta(days=1) + MINUTE) == 2 * MINUTE


def test_a_long_silence_is_not_talked_a_short_one_is() -> None:
    talk = Talk().go_on(TEN).told(TEN + MINUTE)
    assert talk.so_far(TEN + MINUTE + LONGEST_SILENCE) == MINUTE + LONGEST_SILENCE
    late = TEN + 2 * MINUTE + LONGEST_SILENCE
    assert talk.so_far(late) == MINUTE
    assert talk.told(late).so_far(late + MINUTE) == 2 * MINUTE


def test_a_clock_set_back_takes_nothing_and_gives_nothing() -> None:
    talk = Talk().go_on(TEN).told(TEN + MINUTE)
    back = TEN - timedelta(hours=2)
    assert talk.so_far(back) == MINUTE
    assert talk.told(back).so_far(back + MINUTE) == 2 * MINUTE
    held = talk.hold(TEN + MINUTE)
    assert held.waited(back) == NONE
    assert held.go_on(back).held_in_all(back) == NONE


_ACTS = st.lists(
    st.tuples(
        st.sampled_from([Talk.told, Talk.hold, Talk.go_on, Talk.put_aside]),
        st.timedeltas(timedelta(days=-2), timedelta(days=2)),
    )
)


@given(_ACTS)
def test_whatever_is_done_and_however_the_clock_is_set_no_time_is_lost_or_made_up(
    acts: list[tuple[object, timedelta]],
) -> None:
    talk, now, most = Talk(), TEN, NONE
    for act, by in acts:
        before = talk.so_far(now)
        now += by
        most += max(NONE, by)
        talk = act(talk, now)  # type: ignore[operator]
        assert talk.so_far(now) >= before - LONGEST_SILENCE
        assert talk.so_far(now) + talk.held_in_all(now) <= most
        assert talk.told_at is None or talk.held_at is None
