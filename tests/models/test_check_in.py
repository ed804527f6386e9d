"""Check-in minutes by week, worked out by hand."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from frontdesk.models.check_in import CheckIn, Figure, figures, length_of, week_of

MONDAY = date(2026, 11, 2)
AT = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


def _took(minutes: float, on: date = MONDAY, advisor: str = "a") -> CheckIn:
    return CheckIn(on, advisor, timedelta(minutes=minutes))


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (MONDAY, MONDAY),
        (date(2026, 11, 8), MONDAY),
        (date(2026, 11, 9), date(2026, 11, 9)),
        (date(2027, 1, 1), date(2026, 12, 28)),
        (date(2028, 2, 29), date(2028, 2, 28)),
    ],
)
def test_a_week_begins_on_monday(day: date, week: date) -> None:
    assert week_of(day) == week


def test_the_median_of_each_week_and_advisor() -> None:
    told = figures(
        [
            _took(3),
            _took(5),
            _took(200),
            _took(4, advisor="b"),
            _took(8, on=MONDAY + timedelta(days=7)),
        ]
    )
    assert told == (
        Figure(MONDAY + timedelta(days=7), "", 1, Decimal("8.0")),
        Figure(MONDAY + timedelta(days=7), "a", 1, Decimal("8.0")),
        Figure(MONDAY, "", 4, Decimal("4.5")),
        Figure(MONDAY, "a", 3, Decimal("5.0")),
        Figure(MONDAY, "b", 1, Decimal("4.0")),
    )
    assert figures([]) == ()


def test_minutes_are_rounded_half_up_to_a_tenth() -> None:
    (both, _) = figures([CheckIn(MONDAY, "a", timedelta(seconds=63))])
    assert both.minutes == Decimal("1.1")


@pytest.mark.parametrize(
    ("later", "length"),
    [
        (timedelta(0), timedelta(0)),
        (timedelta(minutes=7), timedelta(minutes=7)),
        (timedelta(days=1), None),
        (timedelta(seconds=-1), None),
    ],
)
def test_an_agreement_of_another_day_is_no_check_in(
    later: timedelta, length: timedelta | None
) -> None:
    assert length_of(AT, AT + later) == length
