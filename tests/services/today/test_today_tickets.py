"""Complaints and their actions on the work list: overdue on top, safety at once, pauses told."""

from __future__ import annotations

from datetime import timedelta

import pytest

from frontdesk.clock import FixedClock
from frontdesk.models.enums import (
    ActionKind,
    ClockColour,
    ComplaintClock,
    Role,
    VisitStatus,
)
from frontdesk.services.complaints.after_dto import NewAction
from frontdesk.services.registry import Services
from frontdesk.services.today.service import Waiting, Waits
from tests.factories import Make
from tests.services.complaints.loop import Loop, State, Step

HOUR = timedelta(hours=1)


def _only(services: Services) -> Waiting:
    (line,) = services.today.waiting()
    return line


@pytest.fixture
def loop(make: Make, clock: FixedClock) -> Loop:
    return Loop(make, clock)


def test_a_safety_matter_is_at_once_on_top_of_the_general_managers_list(loop: Loop) -> None:
    loop.at(State.TO_SIGN_OFF)
    safety = loop.register(safety=True)
    first = loop.people[Role.GENERAL_MANAGER].today.waiting()[0]
    assert (first.id, first.safety) == (safety, True)


def test_overdue_tickets_stand_before_all_else_for_everyone(loop: Loop, clock: FixedClock) -> None:
    make, advisor = loop.make, loop.handler
    make.visit(
        make.vehicle(make.customer()),
        status=VisitStatus.READY,
        promised_at=clock.now() - 40 * HOUR,
        advisor_id=advisor.desk.actor.id,
    )
    ticket = loop.at(State.TO_APPROVE)
    clock.move(30 * HOUR)
    for role in (
        Role.SERVICE_ADVISOR,
        Role.CS_SPECIALIST,
        Role.CS_MANAGER,
        Role.SERVICE_MANAGER,
        Role.GENERAL_MANAGER,
    ):
        first = loop.people[role].today.waiting()[0]
        assert (first.id, first.colour) == (ticket, ClockColour.OVER)
    assert [line.kind for line in advisor.today.waiting()] == [Waits.TICKET, Waits.CAR]


def test_a_line_tells_which_deadline_it_is(loop: Loop, clock: FixedClock) -> None:
    general = loop.people[Role.GENERAL_MANAGER]
    loop.register(safety=True)
    assert _only(general).clock is ComplaintClock.ACKNOWLEDGEMENT
    clock.move(2 * HOUR)
    line = _only(general)
    assert (line.clock, line.colour) == (ComplaintClock.ACKNOWLEDGEMENT, ClockColour.OVER)


def test_the_day_of_the_return_is_a_deadline_of_its_own(loop: Loop) -> None:
    loop.at(State.TO_FOLLOW_UP)
    line = _only(loop.people[Role.CS_MANAGER])
    assert line.clock is ComplaintClock.FOLLOW_UP


def test_a_paused_ticket_is_not_overdue(loop: Loop, clock: FixedClock) -> None:
    ticket = loop.at(State.TO_RETURN)
    loop.take(ticket, Step.PAUSED)
    left = _only(loop.handler).due
    assert left is not None
    left_now = left - clock.now()
    clock.move(timedelta(days=3))
    line = _only(loop.handler)
    assert line.paused
    assert line.colour is not ClockColour.OVER
    assert line.due is not None
    assert line.due - clock.now() == left_now
    assert loop.handler.today.overdue_tickets() == 0


def test_the_number_overdue_counts_every_ticket_once(loop: Loop, clock: FixedClock) -> None:
    for state in (State.TO_JUDGE, State.TO_APPROVE, State.FILED):
        loop.at(state)
    assert loop.people[Role.CS_SPECIALIST].today.overdue_tickets() == 0
    clock.move(30 * HOUR)
    for role in (Role.CS_SPECIALIST, Role.GENERAL_MANAGER, Role.SERVICE_ADVISOR):
        assert loop.people[role].today.overdue_tickets() == 2


def test_an_action_waits_for_its_owner_until_it_is_done(loop: Loop, clock: FixedClock) -> None:
    ticket = loop.at(State.FILED)
    cs = loop.people[Role.CS_MANAGER]
    action = cs.after.add_action(
        ticket,
        NewAction(
            ActionKind.PREVENTIVE,
            "每周抽查",
            loop.handler.desk.actor.id,
            cs.desk.today + timedelta(days=3),
        ),
    )
    line = _only(loop.handler)
    assert (line.kind, line.id, line.subject_id) == (Waits.ACTION, action, ticket)
    assert (line.word, line.car, line.colour) == (
        ActionKind.PREVENTIVE,
        "每周抽查",
        ClockColour.OK,
    )
    assert cs.today.waiting() == ()
    clock.move(timedelta(days=3))
    assert _only(loop.handler).colour is ClockColour.SOON
    clock.move(timedelta(days=1))
    assert _only(loop.handler).colour is ClockColour.OVER
    loop.handler.after.end_action(action, True, "完成", 1)
    assert loop.handler.today.waiting() == ()
