"""The maintenance forecast against examples worked by hand (domain §3)."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.models.maintenance import (
    Forecast,
    Reading,
    cycle_days,
    daily_km,
    expected_km,
    forecast,
    use_of,
)
from frontdesk.models.months import plus_months
from frontdesk.models.rules import Rules

RULES = Rules()
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("previous", "last", "daily"),
    [
        # 12,000 − 9,000 km in 60 days
        (Reading(date(2026, 3, 1), 9_000), Reading(date(2026, 4, 30), 12_000), Decimal(50)),
        # 1,500 km on one day is a long drive, 1,501 is not believed
        (Reading(date(2026, 3, 1), 0), Reading(date(2026, 3, 2), 1_500), Decimal(1_500)),
        (Reading(date(2026, 3, 1), 0), Reading(date(2026, 3, 2), 1_501), None),
        # backwards, standing still, and twice on one day
        (Reading(date(2026, 3, 1), 9_000), Reading(date(2026, 4, 30), 8_999), None),
        (Reading(date(2026, 3, 1), 9_000), Reading(date(2026, 4, 30), 9_000), None),
        (Reading(date(2026, 3, 1), 9_000), Reading(date(2026, 3, 1), 9_100), None),
        # 5,000 km in 730 days is believed, one day slower is not
        (Reading(date(2024, 1, 1), 0), Reading(date(2025, 12, 31), 5_000), Decimal(5_000) / 730),
        (Reading(date(2024, 1, 1), 0), Reading(date(2026, 1, 1), 5_000), None),
    ],
)
def test_daily_kilometres(previous: Reading, last: Reading, daily: Decimal | None) -> None:
    assert daily_km(previous, last, RULES) == daily


def test_a_car_driven_fifty_kilometres_a_day_comes_back_after_a_hundred_days() -> None:
    maintained = Reading(date(2026, 4, 30), 12_000)
    assert forecast(maintained, Decimal(50), RULES) == Forecast(
        date(2026, 8, 8), 17_000, Decimal(50)
    )


def test_with_one_visit_only_the_count_starts_at_purchase_with_nothing_driven() -> None:
    # 3,000 km in the 60 days since purchase: 50 km a day
    last = Reading(date(2026, 4, 30), 3_000)
    assert use_of(last, None, date(2026, 3, 1), RULES) == Decimal(50)
    assert use_of(last, None, None, RULES) is None


def test_a_previous_visit_beats_the_purchase() -> None:
    last, previous = Reading(date(2026, 4, 30), 12_000), Reading(date(2026, 4, 20), 11_000)
    assert use_of(last, previous, date(2020, 1, 1), RULES) == Decimal(100)


@pytest.mark.parametrize(
    ("maintained", "due"),
    [
        (date(2026, 1, 15), date(2026, 7, 15)),
        (date(2026, 8, 31), date(2027, 2, 28)),
        (date(2027, 8, 31), date(2028, 2, 29)),
        (date(2026, 12, 31), date(2027, 6, 30)),
    ],
)
def test_implausible_figures_fall_back_to_six_months(maintained: date, due: date) -> None:
    assert forecast(Reading(maintained, 100), None, RULES) == Forecast(due, 5_100, None)


@pytest.mark.parametrize(
    ("daily", "days"),
    [(Decimal(50), 100), (Decimal(5_000) / 730, 730), (Decimal(30), 167), (Decimal(2_000), 3)],
)
def test_cycle_days_are_rounded_half_up(daily: Decimal, days: int) -> None:
    assert cycle_days(daily, RULES) == days


def test_the_expected_mileage_is_the_last_one_and_what_was_driven_since() -> None:
    last = Reading(date(2026, 4, 30), 12_000)
    assert expected_km(last, Decimal("33.3"), date(2026, 5, 10)) == 12_333
    assert expected_km(last, Decimal("33.3"), date(2026, 4, 1)) == 12_000
    assert expected_km(last, None, date(2026, 5, 10)) is None


@given(DAYS, st.integers(-24, 240))
def test_months_keep_the_day_or_take_the_last_of_the_month(day: date, months: int) -> None:
    moved = plus_months(day, months)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    assert moved.day == min(day.day, monthrange(moved.year, moved.month)[1])


@given(DAYS, st.integers(1, 3_000), st.integers(0, 500_000), st.integers(-10, 500_000))
def test_a_forecast_always_lies_after_the_maintenance(
    first: date, days: int, km: int, driven: int
) -> None:
    last = Reading(first + timedelta(days=days), km + driven)
    daily = use_of(last, Reading(first, km), None, RULES)
    due = forecast(last, daily, RULES)
    longest = timedelta(days=max(RULES.implausible_cycle_days, 184))
    assert last.on < due.due_on <= last.on + longest
    assert due.due_km == last.km + RULES.maintenance_cycle_km
