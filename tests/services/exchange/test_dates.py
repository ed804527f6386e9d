"""Days in every writing that sheets bring; what can be read in two ways is refused."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.errors import UserError
from frontdesk.services.exchange.dates import read_date
from frontdesk.services.exchange.sheet import Value

DAY = date(2026, 10, 3)


@pytest.mark.parametrize(
    "written",
    [
        DAY,
        datetime(2026, 10, 3, 14, 30),
        46298,
        46298.0,
        46298.604,
        "46298",
        20261003,
        20261003.0,
        "20261003",
        261003,
        "2026-10-03",
        "2026-10-3",
        "2026/10/03",
        "2026/10/3 0:00:00",
        "2026.10.3",
        "2026. 10. 3",
        "2026年10月3日",
        "2026 年 10 月 3 日",
        "2026年10月3号",
        "２０２６年１０月３日",
        "二〇二六年十月三日",
        "二零二六年十月三日",
        "2026-10-03 14:30",
        "2026-10-03T14:30:00.000Z",
        "2026年10月3日 下午2:30",
        "2026年10月3日 星期六",
        "2026年10月3日（周六）",
        "26-10-3",
        "26/10/03",
        "26年10月3日",
        "3 Oct 2026",
        "Oct 3, 2026",
        "3-Oct-26",
        " '2026-10-03 ",
    ],
    ids=repr,
)
def test_every_usual_writing_is_read(written: Value) -> None:
    assert read_date(written, "day") == DAY


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("二〇二六年十二月三十一日", date(2026, 12, 31)),
        ("二〇二六年十一月二十日", date(2026, 11, 20)),
        ("二〇二六年十月廿一日", date(2026, 10, 21)),
        ("31/10/2026", date(2026, 10, 31)),
        ("10/31/2026", date(2026, 10, 31)),
        ("10/10/2026", date(2026, 10, 10)),
        ("10/31/26", date(2026, 10, 31)),
    ],
)
def test_what_has_one_reading_only_is_read(written: str, day: date) -> None:
    assert read_date(written, "day") == day


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("05/10/2026", "date.ambiguous"),
        ("5/10/26", "date.ambiguous"),
        ("2026-02-30", "date.no_such_day"),
        ("31/31/2026", "date.no_such_day"),
        ("2026年10月", "date.no_day"),
        ("2026-10", "date.no_day"),
        ("2206-10-03", "date.year"),
        ("1026-10-03", "date.year"),
        ("下周三", "date.form"),
        ("123-10-03", "date.form"),
        ("三月", "date.form"),
        (12, "date.form"),
        (46298.5e9, "date.form"),
        (float("nan"), "date.form"),
        (float("inf"), "date.form"),
        (True, "date.form"),
        (time(10), "date.form"),
        (timedelta(days=3), "date.form"),
        ("99991399", "date.no_such_day"),
        ("3 Xyz 2026", "date.form"),
    ],
)
def test_a_date_at_fault_is_refused_with_its_reason(written: Value, code: str) -> None:
    with pytest.raises(UserError) as refused:
        read_date(written, "delivered_on")
    assert (refused.value.code, refused.value.field) == (code, "delivered_on")


def test_both_readings_of_an_ambiguous_day_are_named() -> None:
    with pytest.raises(UserError) as refused:
        read_date("05/10/2026", "day")
    assert refused.value.params["one"] == date(2026, 5, 10)
    assert refused.value.params["other"] == date(2026, 10, 5)


def test_old_macs_count_from_1904() -> None:
    assert read_date(46298 - 1462, "day", epoch_1904=True) == DAY


_DAYS = st.dates(date(1990, 1, 1), date(2099, 12, 31))
_FORMS = ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日", "%Y%m%d", "%d %b %Y")


@given(_DAYS, st.sampled_from(_FORMS))
def test_any_day_in_any_form_comes_back(day: date, form: str) -> None:
    assert read_date(day.strftime(form), "day") == day


@given(_DAYS.filter(lambda day: day >= date(1955, 1, 1)))
def test_any_day_number_comes_back(day: date) -> None:
    number = (day - date(1899, 12, 30)).days
    assert read_date(number, "day") == day
    assert read_date(str(number), "day") == day


@given(
    st.one_of(
        st.text(max_size=30), st.floats(), st.integers(), st.datetimes(timezones=st.just(UTC))
    )
)
def test_anything_is_read_or_refused(value: str | float | int | datetime) -> None:
    code = "date.read"
    try:
        assert 1990 <= read_date(value, "day").year <= 2100
    except UserError as refused:
        code = refused.code
    assert code.startswith("date.")
