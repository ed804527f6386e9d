"""Slots of a day, worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.models.appointment_rules import covered, loads, slots, within_hours
from frontdesk.models.rules import Rules

RULES = Rules(desk_opens_hour=8, desk_closes_hour=12, appointment_minutes=30)


def test_the_slots_of_a_day_end_by_closing() -> None:
    assert slots(RULES)[0] == time(8)
    assert slots(RULES)[-1] == time(11, 30)
    assert len(slots(RULES)) == 8
    odd = slots(replace(RULES, appointment_minutes=50))
    assert odd == (time(8), time(8, 50), time(9, 40), time(10, 30))


@pytest.mark.parametrize(
    ("at", "minutes", "taken"),
    [
        (time(8), 30, [0]),
        (time(8), 31, [0, 1]),
        (time(8, 15), 30, [0, 1]),
        (time(8, 30), 60, [1, 2]),
        (time(11, 30), 120, [7]),
        (time(7, 45), 30, [0]),
        (time(7), 30, []),
        (time(12), 30, []),
        (time(23, 59), 600, []),
        (time(9), 0, [2]),
    ],
)
def test_an_appointment_takes_the_slots_it_touches(
    at: time, minutes: int, taken: list[int]
) -> None:
    assert list(covered(at, minutes, RULES)) == taken


def test_loads_count_every_appointment_in_each_slot() -> None:
    taken = [(time(8), 60), (time(8, 30), 30), (time(11, 45), 30)]
    assert loads(taken, RULES) == (1, 2, 0, 0, 0, 0, 0, 1)
    assert loads([], RULES) == (0,) * 8


@pytest.mark.parametrize(
    ("at", "minutes", "within"),
    [
        (time(8), 240, True),
        (time(8), 241, False),
        (time(7, 59), 10, False),
        (time(11, 30), 30, True),
        (time(11, 31), 30, False),
    ],
)
def test_hours_bound_appointments(at: time, minutes: int, within: bool) -> None:
    assert within_hours(at, minutes, RULES) is within


@given(st.times(), st.integers(-10, 2_000), st.integers(1, 240), st.integers(0, 23))
def test_slots_taken_are_slots_there_are(at: time, minutes: int, step: int, opens: int) -> None:
    rules = replace(RULES, appointment_minutes=step, desk_opens_hour=opens, desk_closes_hour=23)
    assert set(covered(at, minutes, rules)) <= set(range(len(slots(rules))))
