"""On which days calls are made, and how calls put off pass over the others."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.models.call_outcomes import DEFAULT_OUTCOMES, by_outcome
from frontdesk.models.callback_rules import (
    after_attempt,
    in_call_hours,
    may_dial,
    next_call_hour,
    suggested_hour,
)
from frontdesk.models.enums import CallOutcome
from frontdesk.models.rules import Rules
from frontdesk.models.working_days import EVERY_DAY, DayOff, Rest, WorkingDays

RULES = Rules()
SHANGHAI = ZoneInfo("Asia/Shanghai")
TABLE = by_outcome(DEFAULT_OUTCOMES)
_NATIONAL = {date(2026, 10, day): ("国庆节", "National Day") for day in range(1, 8)}
DAYS = WorkingDays(
    weekends_rest=True,
    holidays=_NATIONAL,
    makeup=frozenset({date(2026, 9, 20), date(2026, 10, 10)}),
    closed=frozenset({date(2026, 10, 10), date(2026, 10, 12)}),
    extra=frozenset({date(2026, 10, 5), date(2026, 10, 11)}),
)


def desk(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("day", "off"),
    [
        (date(2026, 9, 18), None),
        (date(2026, 9, 19), DayOff(Rest.WEEKEND)),
        (date(2026, 9, 20), None),  # a Sunday worked for a day off
        (date(2026, 10, 1), DayOff(Rest.HOLIDAY, "国庆节", "National Day")),
        (date(2026, 10, 3), DayOff(Rest.HOLIDAY, "国庆节", "National Day")),
        (date(2026, 10, 5), None),  # the house works all the same
        (date(2026, 10, 10), DayOff(Rest.CLOSED)),  # the country works, the house does not
        (date(2026, 10, 11), None),
        (date(2026, 10, 12), DayOff(Rest.CLOSED)),
    ],
)
def test_why_a_day_is_one_of_rest(day: date, off: DayOff | None) -> None:
    assert DAYS.rest_on(day) == off
    assert DAYS.works_on(day) is (off is None)
    assert EVERY_DAY.works_on(day)


def test_no_call_on_a_day_of_rest_but_at_an_hour_agreed() -> None:
    holiday = desk("2026-10-01T10:45")
    assert may_dial(holiday, None, RULES, SHANGHAI)
    assert not may_dial(holiday, None, RULES, SHANGHAI, DAYS)
    assert may_dial(holiday, holiday, RULES, SHANGHAI, DAYS)
    assert may_dial(desk("2026-10-05T10:45"), None, RULES, SHANGHAI, DAYS)


def test_a_retry_and_a_suggestion_pass_over_days_of_rest() -> None:
    before = desk("2026-09-30T16:00")
    found = after_attempt(
        TABLE[CallOutcome.NO_ANSWER], at=before, attempt=2, rules=RULES, zone=SHANGHAI, days=DAYS
    )
    # the other half of the next day on which calls are made
    assert found.next_try_at == desk("2026-10-05T10:30")
    answered = [desk("2026-09-01T16:20")]
    found_hour = suggested_hour(desk("2026-09-30T17:00"), answered, RULES, SHANGHAI, DAYS)
    assert found_hour == desk("2026-10-05T16:20")
    assert next_call_hour(desk("2026-10-09T18:00"), RULES, SHANGHAI, DAYS) == desk(
        "2026-10-11T10:30"
    )


def test_a_house_that_is_always_closed_calls_when_it_likes() -> None:
    shut = WorkingDays(closed=frozenset(date(2026, 10, 1) + timedelta(days=n) for n in range(90)))
    moment = desk("2026-10-01T10:45")
    assert next_call_hour(moment, RULES, SHANGHAI, shut) == moment


@given(
    moment=st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31), timezones=st.just(UTC)),
    holidays=st.frozensets(st.dates(date(2026, 1, 1), date(2026, 12, 31)), max_size=60),
    weekends=st.booleans(),
)
def test_the_next_hour_is_the_first_one_of_a_working_day(
    moment: datetime, holidays: frozenset[date], weekends: bool
) -> None:
    days = WorkingDays(weekends_rest=weekends, holidays=dict.fromkeys(holidays, ("", "")))
    found = next_call_hour(moment, RULES, SHANGHAI, days)
    assert found >= moment
    assert in_call_hours(found, RULES, SHANGHAI, days)
    day = moment.astimezone(SHANGHAI).date() + timedelta(days=1)
    while day < found.astimezone(SHANGHAI).date():
        assert not days.works_on(day)
        day += timedelta(days=1)
