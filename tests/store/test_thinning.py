"""What is kept of many backups, whatever the times and however often it is asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.store.thinning import Spans, superfluous

NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)
CHINA = timezone(timedelta(hours=8))
TIMES = st.sets(
    st.integers(-3 * 24 * 60, 500 * 24 * 60).map(lambda back: NOW - timedelta(minutes=back)),
    max_size=120,
)
SPANS = st.builds(
    Spans, st.integers(0, 72), st.integers(0, 40), st.integers(0, 20), st.integers(0, 24)
)


def _kept(times: set[datetime], now: datetime = NOW, spans: Spans | None = None) -> set[datetime]:
    return times - superfluous(times, now, spans or Spans(), CHINA)


@given(times=TIMES, spans=SPANS)
def test_only_what_is_there_goes_and_never_the_newest(times: set[datetime], spans: Spans) -> None:
    gone = superfluous(times, NOW, spans, CHINA)

    assert gone <= times
    past = {at for at in times if at <= NOW}
    assert not gone & (times - past), "made by a clock that was wrong"
    if past:
        assert max(past) not in gone


@given(times=TIMES, spans=SPANS)
def test_asked_again_nothing_more_goes(times: set[datetime], spans: Spans) -> None:
    kept = _kept(times, spans=spans)
    assert _kept(kept, spans=spans) == kept


@given(times=TIMES, more=TIMES)
def test_more_backups_never_empty_a_period(times: set[datetime], more: set[datetime]) -> None:
    _every_period_has_one(times | more, _kept(_kept(times) | more), NOW)


@given(times=TIMES, hours=st.lists(st.integers(1, 24 * 45), max_size=8))
def test_as_time_goes_on_every_period_keeps_one(times: set[datetime], hours: list[int]) -> None:
    past = {at for at in times if at <= NOW}
    kept, now = past, NOW
    for step in hours:
        kept = _kept(kept, now)
        now += timedelta(hours=step)
    kept = _kept(kept, now)

    for at in past:
        age = now - at
        if age <= timedelta(days=14):
            assert any(_day(other) == _day(at) for other in kept)
        if age <= timedelta(weeks=8):
            assert any(_week(other) == _week(at) for other in kept)
        if age <= timedelta(days=365):
            assert any(_month(other) == _month(at) for other in kept)


@given(times=TIMES, spans=SPANS)
def test_there_are_never_many(times: set[datetime], spans: Spans) -> None:
    kept = {at for at in _kept(times, spans=spans) if at <= NOW}
    months = spans.months * 31 // 28 + 2
    assert len(kept) <= 1 + (spans.hours + 1) + (spans.days + 1) + (spans.weeks + 1) + months


def test_a_year_of_half_hours() -> None:
    """What an ordinary dealership has after a year: 10 opening hours on every day."""
    opening = datetime(2026, 11, 21, 9, tzinfo=CHINA)
    times = {
        opening - timedelta(days=day, minutes=-30 * half)
        for day in range(365)
        for half in range(21)
    }
    now = opening + timedelta(hours=10)

    kept = sorted(_kept(times, now), reverse=True)

    assert [at.astimezone(CHINA).strftime("%m-%d %H:%M") for at in kept[:14]] == [
        "11-21 19:00",
        "11-21 18:30",
        "11-21 17:30",
        "11-21 16:30",
        "11-21 15:30",
        "11-21 14:30",
        "11-21 13:30",
        "11-21 12:30",
        "11-21 11:30",
        "11-21 10:30",
        "11-21 09:30",
        "11-20 19:00",
        "11-19 19:00",
        "11-18 19:00",
    ]
    assert len(kept) == 43
    assert [at.astimezone(CHINA).strftime("%Y-%m-%d") for at in kept[-3:]] == [
        "2026-01-31",
        "2025-12-31",
        "2025-11-30",
    ]


def _every_period_has_one(times: set[datetime], kept: set[datetime], now: datetime) -> None:
    periods: tuple[tuple[timedelta, Callable[[datetime], object]], ...] = (
        (timedelta(hours=24), _hour),
        (timedelta(days=14), _day),
        (timedelta(weeks=8), _week),
        (timedelta(days=365), _month),
    )
    for span, period in periods:
        wanted = {period(at) for at in times if at <= now and now - at <= span}
        assert wanted <= {period(at) for at in kept}


def _hour(at: datetime) -> object:
    return at.astimezone(CHINA).strftime("%Y-%m-%d %H")


def _day(at: datetime) -> object:
    return at.astimezone(CHINA).date()


def _week(at: datetime) -> object:
    return at.astimezone(CHINA).isocalendar()[:2]


def _month(at: datetime) -> object:
    return at.astimezone(CHINA).strftime("%Y-%m")


@pytest.mark.parametrize("spans", [Spans(0, 0, 0, 0)])
def test_with_no_spans_only_the_newest_stays(spans: Spans) -> None:
    times = {NOW - timedelta(hours=hours) for hours in range(50)}
    assert _kept(times, spans=spans) == {NOW}
