"""Days, times and figures as people type them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.errors import UserError
from frontdesk.ui.kit.quick_entry import parse_day, parse_moment, parse_money, parse_whole

TODAY = date(2026, 11, 5)
ZONE = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 5, 2, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("20261105", TODAY),
        ("2026-11-5", TODAY),
        ("2026/11/05", TODAY),
        ("2026.11.5", TODAY),
        ("2026年11月5日", TODAY),
        ("11月5日", TODAY),
        ("26-11-5", TODAY),
        ("２０２６１１０５", TODAY),
        ("11/5", TODAY),
        ("1/3", date(2027, 1, 3)),
        ("9-30", date(2026, 9, 30)),
        ("今天", TODAY),
        ("Today", TODAY),
        ("明天", date(2026, 11, 6)),
        ("昨天", date(2026, 11, 4)),
        ("+3", date(2026, 11, 8)),
        ("-1", date(2026, 11, 4)),
        ("+2w", date(2026, 11, 19)),
        ("+2周", date(2026, 11, 19)),
        ("  ", None),
    ],
)
def test_days(typed: str, day: date | None) -> None:
    assert parse_day(typed, TODAY) == day


def test_the_29th_of_february_is_the_nearest_there_is() -> None:
    assert parse_day("2/29", date(2027, 6, 1)) == date(2028, 2, 29)


@pytest.mark.parametrize("typed", ["32/13", "abc", "2026-02-30", "5", "++3", "20261305", "+99999"])
def test_what_is_no_day_is_said(typed: str) -> None:
    with pytest.raises(UserError) as said:
        parse_day(typed, TODAY, "birthday")
    assert (said.value.code, said.value.field) == ("field.date", "birthday")


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("14:30", datetime(2026, 11, 5, 14, 30, tzinfo=ZONE)),
        ("14.30", datetime(2026, 11, 5, 14, 30, tzinfo=ZONE)),
        ("1430", datetime(2026, 11, 5, 14, 30, tzinfo=ZONE)),
        ("9点", datetime(2026, 11, 5, 9, 0, tzinfo=ZONE)),
        ("9点半", datetime(2026, 11, 5, 9, 30, tzinfo=ZONE)),
        ("9：05", datetime(2026, 11, 5, 9, 5, tzinfo=ZONE)),
        ("明天 9:00", datetime(2026, 11, 6, 9, 0, tzinfo=ZONE)),
        ("11/6 1630", datetime(2026, 11, 6, 16, 30, tzinfo=ZONE)),
        ("2026-11-07 08:15", datetime(2026, 11, 7, 8, 15, tzinfo=ZONE)),
        ("+2h", datetime(2026, 11, 5, 12, 0, tzinfo=ZONE)),
        ("+90m", datetime(2026, 11, 5, 11, 30, tzinfo=ZONE)),
        ("+1小时", datetime(2026, 11, 5, 11, 0, tzinfo=ZONE)),
        ("now", datetime(2026, 11, 5, 10, 0, tzinfo=ZONE)),
        ("", None),
    ],
)
def test_moments(typed: str, moment: datetime | None) -> None:
    assert parse_moment(typed, NOW, ZONE) == moment


@pytest.mark.parametrize("typed", ["25:00", "9:75", "tomorrow", "soon", "13/32 9:00"])
def test_what_is_no_moment_is_said(typed: str) -> None:
    with pytest.raises(UserError) as said:
        parse_moment(typed, NOW, ZONE, "promise")
    assert (said.value.code, said.value.field) == ("field.moment", "promise")


@pytest.mark.parametrize(
    ("typed", "number"), [("35,600", 35600), ("３５６００", 35600), ("0", 0), ("", None)]
)
def test_whole_numbers(typed: str, number: int | None) -> None:
    assert parse_whole(typed) == number


@pytest.mark.parametrize(
    ("typed", "yuan"),
    [
        ("1,280.5", Decimal("1280.50")),
        ("¥88", Decimal("88.00")),
        ("88元", Decimal("88.00")),
        ("1.2万", Decimal("12000.00")),
        ("", None),
    ],
)
def test_money(typed: str, yuan: Decimal | None) -> None:
    assert parse_money(typed) == yuan


@pytest.mark.parametrize("typed", ["1.234", "NaN", "Infinity", "1e99", "abc", "1000000000000"])
def test_what_is_no_money_is_said(typed: str) -> None:
    with pytest.raises(UserError):
        parse_money(typed, "price")


@given(st.text(max_size=20))
def test_nothing_typed_is_ever_more_than_a_user_error(typed: str) -> None:
    for parse in (
        lambda: parse_day(typed, TODAY),
        lambda: parse_moment(typed, NOW, ZONE),
        lambda: parse_whole(typed),
        lambda: parse_money(typed),
    ):
        try:
            value = parse()
        except UserError:
            continue
        assert value is None or isinstance(value, date | int | Decimal)


@given(st.dates(date(1, 1, 1)), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_every_day_is_read_back_as_it_is_shown(day: date, today: date) -> None:
    assert parse_day(day.isoformat(), today) in {day, day.replace(year=day.year)} or day.year < 100
