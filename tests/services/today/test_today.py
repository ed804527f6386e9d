"""What waits for whom, in which order and colour."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frontdesk.clock import FixedClock
from frontdesk.models.enums import (
    CallbackKind,
    CallbackStatus,
    ClockColour,
    ComplaintState,
    Department,
    Role,
    VisitStatus,
)
from frontdesk.services.registry import Services
from frontdesk.services.today.service import Waiting, Waits
from tests.factories import Make

HOUR = timedelta(hours=1)
ORDER = [ClockColour.OVER, ClockColour.SOON, ClockColour.OK, ClockColour.STOPPED]


def _ids(services: Services) -> list[str]:
    return [line.id for line in services.today.waiting()]


def _only(services: Services) -> Waiting:
    (line,) = services.today.waiting()
    return line


@pytest.fixture
def advisor(make: Make) -> Services:
    return make.services(Role.SERVICE_ADVISOR)


@pytest.fixture
def specialist(make: Make) -> Services:
    return make.services(Role.CS_SPECIALIST)


# cars -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "colour"),
    [
        (timedelta(minutes=-1), ClockColour.OVER),
        (timedelta(0), ClockColour.SOON),
        (timedelta(minutes=30), ClockColour.SOON),
        (timedelta(minutes=31), ClockColour.OK),
    ],
)
def test_a_promise_is_coloured_by_what_is_left(
    make: Make, advisor: Services, clock: FixedClock, left: timedelta, colour: ClockColour
) -> None:
    me = advisor.desk.actor.id
    status = VisitStatus.IN_WORKSHOP
    visit = make.visit(status=status, advisor_id=me, promised_at=clock.now() + left)

    line = _only(advisor)

    assert (line.id, line.kind, line.colour) == (visit, Waits.CAR, colour)
    assert (line.word, line.due) == (status, clock.now() + left)
    assert line.customer == "张伟"


def test_the_warning_before_a_promise_is_a_setting(
    services: Services, make: Make, advisor: Services, clock: FixedClock
) -> None:
    me = advisor.desk.actor.id
    make.visit(status=VisitStatus.AGREED, advisor_id=me, promised_at=clock.now() + HOUR)
    assert _only(advisor).colour is ClockColour.OK

    advisor.desk.rules = services.settings.change_rules({"promise_at_risk_minutes": 60})

    assert _only(advisor).colour is ClockColour.SOON


def test_a_car_without_a_promise_waits_quietly_at_the_end(
    make: Make, advisor: Services, clock: FixedClock
) -> None:
    me = advisor.desk.actor.id
    bare = make.visit(advisor_id=me)
    later = clock.now() + 5 * HOUR
    promised = make.visit(status=VisitStatus.AGREED, advisor_id=me, promised_at=later)

    assert _ids(advisor) == [promised, bare]


def test_a_car_that_is_late_for_its_appointment_is_no_broken_promise(
    make: Make, advisor: Services, clock: FixedClock
) -> None:
    me = advisor.desk.actor.id
    late, coming, tomorrow = (
        make.visit(status=VisitStatus.BOOKED, advisor_id=me, booked_for=clock.now() + ahead * HOUR)
        for ahead in (-1, 2, 24)
    )

    lines = {line.id: line for line in advisor.today.waiting()}

    assert lines[late].colour is ClockColour.SOON
    assert lines[coming].colour is ClockColour.OK
    assert {line.kind for line in lines.values()} == {Waits.EXPECTED}
    assert tomorrow not in lines


@pytest.mark.parametrize(
    "status", [VisitStatus.HANDED_OVER, VisitStatus.DECLINED, VisitStatus.NO_SHOW]
)
def test_what_is_over_waits_for_nobody(make: Make, advisor: Services, status: VisitStatus) -> None:
    make.visit(status=status, advisor_id=advisor.desk.actor.id)

    assert _ids(advisor) == []


def test_an_advisor_sees_only_their_own_cars_and_the_manager_all(
    make: Make, advisor: Services
) -> None:
    mine = make.visit(advisor_id=advisor.desk.actor.id)
    other = make.visit(advisor_id=make.staff(Role.SERVICE_ADVISOR).id)

    assert _ids(advisor) == [mine]
    for role in (Role.SERVICE_MANAGER, Role.GENERAL_MANAGER):
        assert set(_ids(make.services(role))) == {mine, other}


@pytest.mark.parametrize("role", [Role.CS_SPECIALIST, Role.SALES_CONSULTANT, Role.ADMINISTRATOR])
def test_cars_wait_only_for_who_receives_them(make: Make, role: Role) -> None:
    make.visit()

    assert _ids(make.services(role)) == []


# calls ----------------------------------------------------------------------------------


def test_a_call_is_due_at_the_end_of_the_hours_of_its_last_day(
    make: Make, specialist: Services, clock: FixedClock
) -> None:
    call = make.callback(due_from=specialist.desk.today - timedelta(days=1))

    line = _only(specialist)

    assert (line.id, line.kind) == (call, Waits.CALL)
    assert line.word is CallbackKind.AFTER_SERVICE
    assert line.due == datetime(2026, 11, 6, 17, 30, tzinfo=clock.zone())
    assert line.colour is ClockColour.OK


@pytest.mark.parametrize(
    ("days_ago", "colour"), [(0, ClockColour.OK), (2, ClockColour.SOON), (3, ClockColour.OVER)]
)
def test_a_call_is_coloured_by_its_last_day(
    make: Make, specialist: Services, days_ago: int, colour: ClockColour
) -> None:
    make.callback(due_from=specialist.desk.today - timedelta(days=days_ago))

    assert _only(specialist).colour is colour


def test_an_agreed_hour_is_kept_to_the_minute_and_comes_before_the_rest(
    make: Make, specialist: Services, clock: FixedClock
) -> None:
    agreed_at = clock.now() + timedelta(minutes=20)
    make.callback()
    agreed = make.callback(status=CallbackStatus.AGREED_TIME, next_try_at=agreed_at)

    first = specialist.today.waiting()[0]

    assert (first.id, first.due, first.colour) == (agreed, agreed_at, ClockColour.SOON)


@pytest.mark.parametrize(
    ("minutes", "colour"), [(-1, ClockColour.OVER), (0, ClockColour.SOON), (90, ClockColour.SOON)]
)
def test_an_agreed_hour_gone_by_is_over(
    make: Make, specialist: Services, clock: FixedClock, minutes: int, colour: ClockColour
) -> None:
    at = clock.now() + timedelta(minutes=minutes)
    make.callback(status=CallbackStatus.AGREED_TIME, next_try_at=at)

    assert _only(specialist).colour is colour


def test_a_call_to_try_again_is_due_by_its_last_day_not_by_the_hour_of_the_try(
    make: Make, specialist: Services, clock: FixedClock
) -> None:
    make.callback(status=CallbackStatus.RETRY, next_try_at=clock.now() - HOUR)

    line = _only(specialist)

    assert line.due == datetime(2026, 11, 7, 17, 30, tzinfo=clock.zone())
    assert line.colour is ClockColour.OK


def test_the_last_day_is_over_with_its_last_hour(
    make: Make, specialist: Services, clock: FixedClock
) -> None:
    make.callback(due_from=specialist.desk.today - timedelta(days=2))
    clock.move(8 * HOUR)

    assert _only(specialist).colour is ClockColour.OVER


def test_a_call_waits_for_whom_it_is_assigned_to_until_it_is_overdue(
    make: Make, specialist: Services
) -> None:
    other = make.staff(Role.CS_SPECIALIST).id
    make.callback(assigned_to=other)
    overdue = make.callback(assigned_to=other, due_from=specialist.desk.today - timedelta(days=3))

    assert _ids(specialist) == [overdue]


def test_nobody_is_offered_a_call_about_their_own_service(make: Make) -> None:
    both = make.services(Role.SERVICE_ADVISOR, Role.CS_SPECIALIST)
    make.callback(served_by=both.desk.actor.id)

    assert _ids(both) == []


# tickets --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("state", "role"),
    [
        (ComplaintState.TO_JUDGE, Role.CS_SPECIALIST),
        (ComplaintState.TO_OPINE, Role.CS_MANAGER),
        (ComplaintState.TO_APPROVE, Role.GENERAL_MANAGER),
        (ComplaintState.TO_DISPATCH, Role.SERVICE_MANAGER),
        (ComplaintState.TO_FOLLOW_UP, Role.CS_MANAGER),
        (ComplaintState.TO_SIGN_OFF, Role.GENERAL_MANAGER),
        (ComplaintState.TO_FILE, Role.CS_SPECIALIST),
    ],
)
def test_a_ticket_waits_for_who_takes_its_next_step(
    make: Make, state: ComplaintState, role: Role
) -> None:
    ticket = make.complaint(state=state, department=Department.SERVICE)

    line = _only(make.services(role))

    assert (line.id, line.kind, line.word, line.mine) == (ticket, Waits.TICKET, state, True)
    for other in (Role.SERVICE_ADVISOR, Role.SALES_CONSULTANT, Role.SALES_MANAGER):
        assert _ids(make.services(other)) == []


def test_a_dispatched_ticket_waits_for_its_handler(make: Make, advisor: Services) -> None:
    make.complaint(
        state=ComplaintState.TO_RETURN,
        department=Department.SERVICE,
        handler_id=advisor.desk.actor.id,
    )

    assert _only(advisor).mine
    assert _ids(make.services(Role.SERVICE_ADVISOR)) == []


@pytest.mark.parametrize(
    ("hours", "colour"),
    [
        (17, ClockColour.OK),
        (18, ClockColour.SOON),
        (24, ClockColour.SOON),
        (25, ClockColour.OVER),
    ],
)
def test_a_ticket_is_coloured_by_its_clock(
    make: Make, specialist: Services, clock: FixedClock, hours: int, colour: ClockColour
) -> None:
    make.complaint(registered_at=clock.now() - hours * HOUR)

    line = _only(specialist)

    assert line.colour is colour
    assert line.due == clock.now() + (24 - hours) * HOUR


@pytest.mark.parametrize(
    ("hours", "colour"), [(1, ClockColour.OK), (20, ClockColour.SOON), (25, ClockColour.OVER)]
)
def test_a_signed_off_ticket_is_due_for_filing(
    make: Make, specialist: Services, clock: FixedClock, hours: int, colour: ClockColour
) -> None:
    signed = clock.now() - hours * HOUR
    make.complaint(
        state=ComplaintState.TO_FILE, registered_at=signed - 10 * HOUR, signed_off_at=signed
    )

    line = _only(specialist)

    assert (line.word, line.colour) == (ComplaintState.TO_FILE, colour)
    assert line.due == signed + 24 * HOUR


def test_an_overdue_ticket_tops_the_list_up_to_the_general_manager(
    make: Make, clock: FixedClock
) -> None:
    """Domain §5.1: whoever holds it."""
    manager = make.services(Role.GENERAL_MANAGER)
    make.services(Role.CS_SPECIALIST)
    make.visit(status=VisitStatus.AGREED, promised_at=clock.now() - 2 * HOUR)
    make.complaint()
    overdue = make.complaint(registered_at=clock.now() - 30 * HOUR)

    lines = manager.today.waiting()

    assert lines[0].id == overdue
    assert lines[0].colour is ClockColour.OVER
    assert not lines[0].mine, "it is not the manager's step to take"
    assert overdue in _ids(make.services(Role.SERVICE_ADVISOR))


def test_the_administrator_is_shown_no_customer(make: Make, clock: FixedClock) -> None:
    make.complaint(registered_at=clock.now() - 30 * HOUR)
    make.callback()
    make.visit()

    assert _ids(make.services(Role.ADMINISTRATOR)) == []


# order ----------------------------------------------------------------------------------


def test_the_most_urgent_comes_first_whatever_it_is(make: Make, clock: FixedClock) -> None:
    person = make.services(Role.SERVICE_MANAGER, Role.CS_SPECIALIST)
    in_time = make.visit(status=VisitStatus.AGREED, promised_at=clock.now() + 3 * HOUR)
    call = make.callback()
    at_risk = make.visit(status=VisitStatus.AGREED, promised_at=clock.now() + HOUR / 4)
    ticket = make.complaint(registered_at=clock.now() - 30 * HOUR)
    late = make.visit(status=VisitStatus.AGREED, promised_at=clock.now() - HOUR)

    assert _ids(person) == [ticket, late, at_risk, in_time, call]


@settings(max_examples=25)
@given(minutes=st.lists(st.integers(-3_000, 3_000), max_size=8))
def test_lines_stand_by_colour_then_by_deadline(
    make: Make, clock: FixedClock, minutes: list[int]
) -> None:
    advisor = make.services(Role.SERVICE_ADVISOR)
    me = advisor.desk.actor.id
    for each in minutes:
        promised = clock.now() + timedelta(minutes=each)
        make.visit(status=VisitStatus.AGREED, advisor_id=me, promised_at=promised)

    lines = advisor.today.waiting()

    assert len(lines) == len(minutes)
    keys = [(ORDER.index(line.colour), line.due) for line in lines]
    assert keys == sorted(keys, key=lambda key: (key[0], key[1] or clock.now()))
