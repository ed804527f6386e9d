"""Which days a period is compared with: months of other lengths, leap years, any days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.models.enums import Comparison
from frontdesk.services.statistics.periods import comparable_months, compared_days

BEFORE, YEAR = Comparison.BEFORE, Comparison.YEAR


@pytest.mark.parametrize(
    ("first", "last", "how", "other"),
    [
        # A whole month is compared with the whole month before, whatever their lengths.
        ((2026, 3, 1), (2026, 3, 31), BEFORE, ((2026, 2, 1), (2026, 2, 28))),
        ((2028, 3, 1), (2028, 3, 31), BEFORE, ((2028, 2, 1), (2028, 2, 29))),
        ((2026, 2, 1), (2026, 2, 28), BEFORE, ((2026, 1, 1), (2026, 1, 31))),
        ((2026, 1, 1), (2026, 1, 31), BEFORE, ((2025, 12, 1), (2025, 12, 31))),
        # 28 days of a leap February are not a whole month.
        ((2028, 2, 1), (2028, 2, 28), BEFORE, ((2028, 1, 4), (2028, 1, 31))),
        # Whole quarters and years.
        ((2026, 4, 1), (2026, 6, 30), BEFORE, ((2026, 1, 1), (2026, 3, 31))),
        ((2028, 1, 1), (2028, 12, 31), BEFORE, ((2027, 1, 1), (2027, 12, 31))),
        # Any other days: as many just before.
        ((2026, 3, 2), (2026, 3, 8), BEFORE, ((2026, 2, 23), (2026, 3, 1))),
        ((2026, 3, 1), (2026, 3, 1), BEFORE, ((2026, 2, 28), (2026, 2, 28))),
        ((2026, 3, 1), (2026, 3, 31), YEAR, ((2025, 3, 1), (2025, 3, 31))),
        ((2028, 2, 1), (2028, 2, 29), YEAR, ((2027, 2, 1), (2027, 2, 28))),
        ((2029, 2, 1), (2029, 2, 28), YEAR, ((2028, 2, 1), (2028, 2, 29))),
        ((2028, 2, 29), (2028, 3, 5), YEAR, ((2027, 2, 28), (2027, 3, 5))),
        ((2026, 12, 10), (2027, 1, 5), YEAR, ((2025, 12, 10), (2026, 1, 5))),
    ],
)
def test_the_days_compared_with(
    first: tuple[int, int, int],
    last: tuple[int, int, int],
    how: Comparison,
    other: tuple[tuple[int, int, int], tuple[int, int, int]],
) -> None:
    assert compared_days(date(*first), date(*last), how) == (date(*other[0]), date(*other[1]))


def test_without_a_comparison_there_are_no_other_days() -> None:
    assert compared_days(date(2026, 3, 1), date(2026, 3, 31), Comparison.NONE) is None


def test_months_stand_side_by_side_only_where_they_are_whole_or_of_last_year() -> None:
    assert comparable_months(date(2026, 1, 1), date(2026, 3, 31), BEFORE)
    assert not comparable_months(date(2026, 1, 1), date(2026, 3, 30), BEFORE)
    assert comparable_months(date(2026, 1, 2), date(2026, 3, 30), YEAR)


@given(st.dates(date(1900, 1, 1), date(2900, 1, 1)), st.integers(0, 900))
def test_the_period_before_ends_the_day_before(first: date, days: int) -> None:
    last = first + timedelta(days=days)
    other = compared_days(first, last, BEFORE)
    assert other is not None
    assert other[1] == first - timedelta(days=1)
    whole = first.day == 1 and (last + timedelta(days=1)).day == 1
    if whole:
        assert other[0].day == 1
    else:
        assert other[1] - other[0] == last - first
