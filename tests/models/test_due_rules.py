"""Which calls an event owes, and on which days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.models import due_rules
from frontdesk.models.due_rules import NewCar, Window
from frontdesk.models.maintenance import Reading
from frontdesk.models.rules import Rules
from frontdesk.models.values.ids import new_id

RULES = Rules()
DAYS = st.dates(date(2024, 1, 1), date(2032, 12, 31))


def test_the_routine_of_a_car_delivered_at_the_end_of_a_month() -> None:
    stages = due_rules.routine_stages(date(2026, 8, 31), RULES)
    assert [(stage.key, stage.window.first) for stage in stages] == [
        ("d0", date(2026, 8, 31)),
        ("d3", date(2026, 9, 3)),
        ("d7", date(2026, 9, 7)),
        ("d15", date(2026, 9, 15)),
        ("m1", date(2026, 9, 30)),
        ("m2", date(2026, 10, 31)),
        ("m3", date(2026, 11, 30)),
    ]


@given(delivered=DAYS, months=st.integers(0, 12), late=st.integers(0, 7))
def test_one_routine_call_follows_the_other_without_overlap(
    delivered: date, months: int, late: int
) -> None:
    stages = due_rules.routine_stages(
        delivered, replace(RULES, routine_months=months, routine_window_days=late)
    )
    assert len(stages) == 4 + months
    for stage, following in pairwise(stages):
        assert stage.window.first <= stage.window.last < stage.passed_on
        assert stage.passed_on == following.window.first


@given(today=DAYS, age=st.integers(-5, 200))
def test_of_a_cars_routine_one_stage_is_due_at_most_and_the_older_ones_are_missed(
    today: date, age: int
) -> None:
    delivered = today - timedelta(days=age)
    due = {
        stage.key: stage.window
        for day, stage in due_rules.routine_due(today, RULES)
        if day == delivered
    }
    missed = {
        key for key, day in due_rules.routine_missed(today, RULES).items() if delivered <= day
    }
    begun = [window for window in due.values() if window.first <= today]
    assert len(begun) <= 1
    assert not due.keys() & missed
    for stage in due_rules.routine_stages(delivered, RULES):
        passed = stage.passed_on <= today
        assert (stage.key in missed) is passed
        soon = stage.window.first <= today + timedelta(days=RULES.due_ahead_days)
        assert (stage.key in due) is (soon and not passed)


@pytest.mark.parametrize(
    ("visit", "last"),
    [
        (date(2026, 11, 5), date(2026, 11, 30)),
        (date(2026, 11, 30), date(2026, 12, 3)),
        (date(2026, 12, 31), date(2027, 1, 3)),
    ],
)
def test_thanks_come_within_the_month_of_the_first_visit(visit: date, last: date) -> None:
    assert due_rules.thanks(visit, RULES) == Window(visit + timedelta(days=1), last)


@pytest.mark.parametrize(
    ("car", "due"),
    [
        (NewCar(date(2026, 8, 31)), date(2026, 11, 30)),
        (NewCar(date(2026, 8, 1), next_maintenance_on=date(2026, 12, 1)), date(2026, 12, 1)),
        # 100 km a day: 5,000 km after 50 days.
        (
            NewCar(date(2026, 8, 1), reading=Reading(date(2026, 8, 21), 2_000)),
            date(2026, 9, 20),
        ),
        # Past the mileage already: due since that day.
        (
            NewCar(date(2026, 8, 1), reading=Reading(date(2026, 9, 10), 6_000)),
            date(2026, 9, 10),
        ),
        # No kilometre driven tells nothing.
        (NewCar(date(2026, 8, 1), reading=Reading(date(2026, 8, 1), 12)), date(2026, 11, 1)),
    ],
)
def test_first_maintenance_by_date_or_mileage(car: NewCar, due: date) -> None:
    assert due_rules.first_maintenance_on(car, RULES) == due
    notice = timedelta(days=RULES.first_maintenance_notice_days)
    assert due_rules.first_maintenance(due, RULES) == Window(due - notice, due)


@given(st.integers(0, 100))
def test_a_share_of_the_hand_overs_is_asked_about(percent: int) -> None:
    rules = replace(RULES, after_service_percent=percent)
    ends = [f"{n:02x}" for n in range(256)]
    called = sum(due_rules.called_share(f"{new_id()[:-2]}{end}", rules) for end in ends)
    assert abs(called - 2.56 * percent) < 1
