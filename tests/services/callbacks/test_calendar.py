"""The desk's working days: the public calendar, and what the rules say of single days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from frontdesk.clock import FixedClock
from frontdesk.errors import UserError
from frontdesk.models.working_days import DayOff, Rest
from frontdesk.services.callbacks.calendar import working_days
from frontdesk.services.desk import Desk
from frontdesk.services.registry import Services


def test_public_holidays_have_their_names_and_make_up_days_are_worked(desk: Desk) -> None:
    days = working_days(desk)
    assert days.rest_on(date(2026, 10, 1)) == DayOff(Rest.HOLIDAY, "国庆节", "National Day")
    assert days.works_on(date(2026, 10, 10))  # a Saturday
    assert days.rest_on(date(2026, 11, 7)) == DayOff(Rest.WEEKEND)
    assert days.rest_on(date(2027, 1, 1)) is not None
    assert working_days(desk) is days


def test_the_rules_say_what_is_rest(desk: Desk) -> None:
    desk.rules = replace(
        desk.rules,
        rest_on_weekends=False,
        closed_days=(date(2026, 11, 9),),
        extra_workdays=(date(2026, 10, 1),),
    )
    days = working_days(desk)
    assert days.works_on(date(2026, 11, 7))
    assert days.works_on(date(2026, 10, 1))
    assert days.rest_on(date(2026, 10, 2)) is not None
    assert days.rest_on(date(2026, 11, 9)) == DayOff(Rest.CLOSED)
    desk.rules = replace(desk.rules, rest_on_holidays=False)
    assert working_days(desk).works_on(date(2026, 10, 2))


def test_a_call_on_a_day_of_rest_asks_for_a_reason(
    specialist: Services, call: str, clock: FixedClock
) -> None:
    clock.set(datetime(2026, 11, 7, 10, 45, tzinfo=clock.zone()))
    sheet = specialist.callbacks.open(call)
    assert not sheet.may_dial
    assert sheet.rest == DayOff(Rest.WEEKEND)
    with pytest.raises(UserError) as refused:
        specialist.callbacks.start(call, sheet.version)
    assert (refused.value.code, refused.value.field) == ("callbacks.outside_hours", "reason")
    assert specialist.callbacks.start(call, sheet.version, "客户要求今天回电").mine
