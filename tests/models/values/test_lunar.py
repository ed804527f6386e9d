from __future__ import annotations

from datetime import date
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.errors import UserError
from frontdesk.models.values import lunar
from frontdesk.models.values.lunar import Kept, LunarDay

LUNAR_DAYS = st.builds(LunarDay, st.integers(1, 12), st.integers(1, 30), st.booleans())


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("6-3", LunarDay(6, 3)),
        ("６/３", LunarDay(6, 3)),
        ("农历六月初三", LunarDay(6, 3)),
        ("闰6-3", LunarDay(6, 3, leap=True)),
        ("leap 6-3", LunarDay(6, 3, leap=True)),
        ("闰六月廿九", LunarDay(6, 29, leap=True)),
        ("正月初一", LunarDay(1, 1)),
        ("一月十五", LunarDay(1, 15)),
        ("冬月二十三", LunarDay(11, 23)),
        ("十二月三十", LunarDay(12, 30)),
        ("腊月廿三日", LunarDay(12, 23)),
        ("8月15日", LunarDay(8, 15)),
        ("八月二十", LunarDay(8, 20)),
        ("", None),
        ("  ", None),
    ],
)
def test_people_write_it_in_many_ways(typed: str, day: LunarDay | None) -> None:
    assert lunar.parse(typed) == day


@pytest.mark.parametrize("typed", ["abc", "初三", "六月", "1987-6-3", "十三月初一", "六月卅一"])
def test_what_is_no_lunar_day_is_said(typed: str) -> None:
    with pytest.raises(UserError) as caught:
        lunar.parse(typed)
    assert (caught.value.code, caught.value.field) == ("customer.lunar_unread", "lunar_birthday")


@pytest.mark.parametrize("typed", ["13-1", "6-31"])
def test_days_that_no_year_has_are_refused(typed: str) -> None:
    with pytest.raises(UserError) as caught:
        lunar.parse(typed)
    assert caught.value.code == "customer.lunar_none"


@given(LUNAR_DAYS)
def test_what_is_written_is_read_back(day: LunarDay) -> None:
    assert lunar.parse(str(day)) == day
    assert lunar.parse(day.figures()) == day


@pytest.mark.parametrize(
    ("day", "year", "kept"),
    [
        # Spring Festival and Mid-Autumn as the calendars of the Purple Mountain Observatory say.
        (LunarDay(1, 1), 2026, Kept(date(2026, 2, 17))),
        (LunarDay(8, 15), 2026, Kept(date(2026, 9, 25))),
        (LunarDay(8, 15), 2025, Kept(date(2025, 10, 6))),
        # 2025 has a leap sixth month, from 25 July; 2026 has none.
        (LunarDay(6, 1, leap=True), 2025, Kept(date(2025, 7, 25))),
        (LunarDay(6, 1), 2025, Kept(date(2025, 6, 25))),
        (LunarDay(6, 1, leap=True), 2026, Kept(date(2026, 7, 14), in_ordinary_month=True)),
        # The leap sixth month of 2025 has 29 days.
        (LunarDay(6, 30, leap=True), 2025, Kept(date(2025, 8, 22), on_29th=True)),
        # The twelfth month of 2024 ends on the 29th, New Year's Eve, 28 January 2025.
        (LunarDay(12, 30), 2024, Kept(date(2025, 1, 28), on_29th=True)),
        (LunarDay(12, 30), 2026, Kept(date(2027, 2, 5), on_29th=True)),
        (LunarDay(12, 30), 2023, Kept(date(2024, 2, 9))),
        # The rare leap eleventh month of 2033.
        (LunarDay(11, 1, leap=True), 2033, Kept(date(2033, 12, 22))),
    ],
)
def test_when_it_is_kept(day: LunarDay, year: int, kept: Kept) -> None:
    assert lunar.kept_in(day, year) == kept


def test_the_next_two_from_today_on() -> None:
    coming = islice(lunar.next_kept(LunarDay(12, 23), date(2026, 11, 22)), 2)
    assert [kept.day for kept in coming] == [date(2027, 1, 30), date(2028, 1, 19)]


def test_today_itself_is_next() -> None:
    assert next(lunar.next_kept(LunarDay(1, 1), date(2026, 2, 17))).day == date(2026, 2, 17)


@given(LUNAR_DAYS, st.dates(date(1950, 1, 1), date(2090, 12, 31)))
def test_it_is_kept_once_in_every_lunar_year(day: LunarDay, today: date) -> None:
    first, second = islice(lunar.next_kept(day, today), 2)
    assert today <= first.day < second.day
    assert 320 <= (second.day - first.day).days <= 420
    assert (first.day - today).days <= 420


@given(st.dates(date(1901, 1, 1), date(2099, 12, 31)))
def test_the_lunar_day_of_a_solar_one_is_kept_on_it(day: date) -> None:
    found = lunar.of_solar(day)
    assert found is not None
    assert Kept(day) in [lunar.kept_in(found, year) for year in (day.year - 1, day.year)]


def test_years_that_cannot_be_reckoned_are_told_apart() -> None:
    assert lunar.of_solar(date(1899, 1, 1)) is None
    with pytest.raises(ValueError, match="2150"):
        lunar.kept_in(LunarDay(1, 1), 2150)
