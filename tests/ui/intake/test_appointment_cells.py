"""Appointments of one slot stand beside each other, whatever comes."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from frontdesk.models.enums import VisitStatus
from frontdesk.services.appointments.dto import Advisor, Appointment, Board
from frontdesk.ui.intake.appointment_cells import beside_the_hours, columns_of, place

DAY = date(2026, 11, 5)
SLOTS = tuple(time(8 + at // 2, at % 2 * 30) for at in range(8))


def _one(number: int, first: int, length: int, advisor: str, days: int = 0) -> Appointment:
    begins = SLOTS[min(first, len(SLOTS) - 1)]
    return Appointment(
        visit_id=str(number),
        version=1,
        number=f"V-2026-{number:06d}",
        status=VisitStatus.BOOKED,
        at=datetime.combine(DAY, begins, UTC) + timedelta(days=days),
        day=DAY + timedelta(days=days),
        time=begins,
        minutes=length * 30,
        slots=range(first, min(len(SLOTS), first + length)) if first < len(SLOTS) else range(0),
        vehicle_id="",
        customer_id="",
        plate="粤B12345",
        car="",
        customer="",
        advisor_id=advisor,
        advisor=advisor,
        words="",
        missed=False,
    )


def _board(appointments: list[Appointment], days: int) -> Board:
    ordered = tuple(sorted(appointments, key=lambda each: (each.at, each.visit_id)))
    return Board(
        first=DAY,
        days=days,
        slots=SLOTS,
        minutes=30,
        capacity=3,
        advisors=(Advisor("a", "甲"), Advisor("b", "乙")),
        appointments=ordered,
        loads=((0,) * len(SLOTS),) * days,
    )


APPOINTMENTS = st.lists(
    st.tuples(st.integers(0, 9), st.integers(1, 5), st.sampled_from("ab"), st.integers(0, 6)),
    max_size=12,
)


@given(APPOINTMENTS, st.booleans())
def test_none_is_lost_and_none_lies_on_another(
    given_: list[tuple[int, int, str, int]], week: bool
) -> None:
    ones = [
        _one(number, first, length, advisor, days if week else 0)
        for number, (first, length, advisor, days) in enumerate(given_)
    ]
    board = _board(ones, 7 if week else 1)
    placed = place(board)
    assert len(placed) == len(ones)
    # What lies beside the hours stands in the first or last row, and is counted apart.
    outside = {each.visit_id for each in ones if not each.slots}
    assert beside_the_hours(board) == len(outside)
    assert all(len(each.rows) for each in placed)
    assert len({each.appointment.visit_id for each in placed}) == len(placed)
    assert all(each.lane < each.lanes for each in placed)
    for one, other in combinations(placed, 2):
        if one.column == other.column and set(one.rows) & set(other.rows):
            assert one.lane != other.lane
            assert one.lanes == other.lanes


def test_a_day_has_a_column_for_each_advisor_and_a_week_for_each_day() -> None:
    assert [column.title for column in columns_of(_board([], 1))] == ["甲", "乙"]
    assert [column.day for column in columns_of(_board([], 7))][-1] == date(2026, 11, 11)
