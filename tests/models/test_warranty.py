"""Warranty limits by date and forecast mileage, by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from frontdesk.models.maintenance import Reading
from frontdesk.models.rules import Rules
from frontdesk.models.warranty import By, Cover, cover_of, limit_of, reached_on

RULES = Rules()
D = date


@pytest.mark.parametrize(
    ("purchased", "ends", "months", "km", "expected"),
    [
        # nothing said: 36 months, 60,000 km
        (D(2024, 3, 15), None, None, None, Cover(D(2027, 3, 15), 60_000)),
        # month ends and leap years: 29 February has no namesake three years on
        (D(2024, 2, 29), None, None, None, Cover(D(2027, 2, 28), 60_000)),
        (D(2024, 2, 29), None, 48, None, Cover(D(2028, 2, 29), 60_000)),
        (D(2025, 8, 31), None, 6, 10_000, Cover(D(2026, 2, 28), 10_000)),
        # an end that is written down beats the months
        (D(2024, 3, 15), D(2029, 1, 1), 36, 100_000, Cover(D(2029, 1, 1), 100_000)),
        (None, None, 36, None, Cover(None, 60_000)),
        # absurd months are no warranty until the end of all calendars
        (D(2024, 3, 15), None, 999_999, None, Cover(D(2124, 3, 15), 60_000)),
    ],
)
def test_what_a_file_says_comes_before_what_is_usual(
    purchased: date | None,
    ends: date | None,
    months: int | None,
    km: int | None,
    expected: Cover,
) -> None:
    assert cover_of(purchased, ends, months, km, RULES) == expected


@pytest.mark.parametrize(
    ("km", "daily", "limit", "expected"),
    [
        (50_000, "50", 60_000, D(2026, 7, 20)),  # 10,000 km at 50 a day: 200 days
        (50_000, "33", 60_000, D(2026, 11, 1)),  # 303.03 days: reached on the 304th
        (60_000, "50", 60_000, D(2026, 1, 1)),
        (75_000, None, 60_000, D(2026, 1, 1)),
        (50_000, None, 60_000, None),
        (50_000, "0", 60_000, None),
        (0, "0.001", 60_000, None),  # in 164,000 years
    ],
)
def test_the_day_the_odometer_reaches_a_figure(
    km: int, daily: str | None, limit: int, expected: date | None
) -> None:
    use = None if daily is None else Decimal(daily)
    assert reached_on(Reading(D(2026, 1, 1), km), use, limit) == expected


LAST = Reading(D(2026, 1, 1), 50_000)


@pytest.mark.parametrize(
    ("cover", "last", "daily", "today", "on", "by", "over"),
    [
        (Cover(D(2027, 3, 15), 60_000), LAST, "50", D(2026, 2, 1), D(2026, 7, 20), "mileage", 0),
        (Cover(D(2026, 3, 15), 60_000), LAST, "50", D(2026, 2, 1), D(2026, 3, 15), "date", 0),
        # no mileage, or no use: the date alone
        (Cover(D(2026, 3, 15), 60_000), None, None, D(2026, 3, 15), D(2026, 3, 15), "date", 0),
        (Cover(D(2026, 3, 15), 60_000), LAST, None, D(2026, 3, 16), D(2026, 3, 15), "date", 1),
        # driven over it long before the date
        (Cover(D(2027, 1, 1), 40_000), LAST, "50", D(2026, 2, 1), D(2026, 1, 1), "mileage", 1),
        (Cover(None, 60_000), LAST, "50", D(2026, 2, 1), D(2026, 7, 20), "mileage", 0),
    ],
)
def test_whichever_comes_first(
    cover: Cover,
    last: Reading | None,
    daily: str | None,
    today: date,
    on: date,
    by: str,
    over: int,
) -> None:
    found = limit_of(cover, last, None if daily is None else Decimal(daily), today)
    assert found is not None
    assert (found.on, found.by, found.km, found.over) == (on, By(by), cover.km, bool(over))


def test_where_nothing_tells_there_is_no_limit() -> None:
    assert limit_of(Cover(None, 60_000), None, None, D(2026, 1, 1)) is None
    assert limit_of(Cover(None, 60_000), LAST, None, D(2026, 1, 1)) is None
