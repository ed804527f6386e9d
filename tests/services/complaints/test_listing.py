"""Lists: what runs out first on top, what waits for whom, what is found."""

from __future__ import annotations

from datetime import timedelta

import pytest

from frontdesk.clock import FixedClock
from frontdesk.models.enums import ComplaintClock, Role
from frontdesk.services.complaints.dto import ComplaintFilter
from tests.services.complaints.loop import STATES, Loop, State, Step

_WAITS_FOR = {
    State.TO_JUDGE: {Role.CS_SPECIALIST, Role.CS_MANAGER},
    State.TO_OPINE: {Role.CS_MANAGER},
    State.TO_APPROVE: {Role.GENERAL_MANAGER},
    State.TO_DISPATCH: {Role.SERVICE_MANAGER},
    State.TO_RETURN: set[Role](),
    State.TO_FOLLOW_UP: {Role.CS_MANAGER},
    State.TO_SIGN_OFF: {Role.GENERAL_MANAGER},
    State.TO_FILE: {Role.CS_SPECIALIST},
    State.FILED: set[Role](),
}


@pytest.mark.parametrize("state", STATES)
def test_a_ticket_waits_for_whom_it_is_with(loop: Loop, state: State) -> None:
    loop.at(state)
    waiting = {
        role
        for role, services in loop.people.items()
        if role is not Role.ADMINISTRATOR and services.complaints.waiting()
    }
    assert waiting == _WAITS_FOR[state]
    assert bool(loop.handler.complaints.waiting()) is (state is State.TO_RETURN)


def test_overdue_first_then_safety_then_what_ends_next_then_filed(
    loop: Loop, clock: FixedClock
) -> None:
    filed = loop.at(State.FILED)
    clock.move(timedelta(hours=1))
    over = loop.register()
    clock.move(timedelta(hours=20))
    later = loop.register()
    loop.take(later, Step.ACKNOWLEDGED)
    clock.move(timedelta(hours=1))
    safety = loop.register(safety=True)
    loop.take(safety, Step.ACKNOWLEDGED)
    clock.move(timedelta(hours=4))
    rows = loop.people[Role.CS_SPECIALIST].complaints.list()
    assert [row.id for row in rows] == [over, safety, later, filed]
    overdue = loop.people[Role.SERVICE_ADVISOR].complaints.list(ComplaintFilter(overdue=True))
    assert [row.id for row in overdue] == [over]


def test_an_overdue_ticket_tops_every_managers_list(loop: Loop, clock: FixedClock) -> None:
    ticket_id = loop.register()
    clock.move(timedelta(hours=25))
    for role in (Role.GENERAL_MANAGER, Role.SERVICE_MANAGER, Role.SALES_MANAGER):
        assert [row.id for row in loop.people[role].complaints.waiting()] == [ticket_id]
    assert loop.people[Role.SERVICE_ADVISOR].complaints.waiting() == ()


def test_a_customer_who_was_not_told_in_time_tops_every_managers_list(
    loop: Loop, clock: FixedClock
) -> None:
    ticket_id = loop.register()
    clock.move(timedelta(minutes=61))
    row = loop.people[Role.GENERAL_MANAGER].complaints.waiting()[0]
    assert (row.id, row.clock.kind) == (ticket_id, ComplaintClock.ACKNOWLEDGEMENT)
    loop.take(ticket_id, Step.ACKNOWLEDGED)
    assert loop.people[Role.GENERAL_MANAGER].complaints.waiting() == ()


def test_the_follow_up_is_due_on_the_day_of_the_return(loop: Loop, clock: FixedClock) -> None:
    loop.at(State.TO_FOLLOW_UP)
    manager = loop.people[Role.CS_MANAGER].complaints
    row = manager.list()[0]
    assert row.clock.kind is ComplaintClock.FOLLOW_UP
    midnight = row.clock.due.astimezone(clock.zone())
    assert (midnight.hour, midnight.minute) == (0, 0)
    clock.move(row.clock.due - clock.now() + timedelta(minutes=1))
    assert manager.list(ComplaintFilter(overdue=True))


def test_a_paused_ticket_is_not_overdue_while_it_waits(loop: Loop, clock: FixedClock) -> None:
    ticket_id = loop.at(State.TO_RETURN)
    loop.take(ticket_id, Step.PAUSED)
    clock.move(timedelta(days=3))
    manager = loop.people[Role.CS_MANAGER].complaints
    assert manager.list(ComplaintFilter(overdue=True)) == ()
    assert manager.list()[0].paused
    left = manager.list()[0].clock.left(clock.now())
    loop.take(ticket_id, Step.RESUMED)
    assert not manager.list()[0].paused
    assert manager.list()[0].clock.left(clock.now()) == left
    clock.move(timedelta(hours=12, minutes=1))
    assert manager.list(ComplaintFilter(overdue=True))


def test_twelve_hours_count_where_they_end_first(loop: Loop, clock: FixedClock) -> None:
    loop.at(State.TO_RETURN)
    row = loop.people[Role.SERVICE_MANAGER].complaints.list()[0]
    assert row.clock.due == clock.now() + timedelta(hours=12)
    assert row.handler == "处理人"
    clock.move(timedelta(hours=13))
    assert loop.people[Role.CS_MANAGER].complaints.list(ComplaintFilter(overdue=True))


@pytest.mark.parametrize(
    ("text", "found"),
    [("王", True), ("12345", True), ("粤b", True), ("c-2026", True), ("%", False), ("_", False)],
)
def test_found_by_number_customer_and_plate(loop: Loop, text: str, found: bool) -> None:
    loop.register()
    rows = loop.people[Role.CS_SPECIALIST].complaints.list(ComplaintFilter(text=text))
    assert bool(rows) is found


def test_filters_by_state_customer_ids_and_limit(loop: Loop) -> None:
    judged = loop.at(State.TO_OPINE)
    fresh = loop.register()
    filed = loop.at(State.FILED)
    service = loop.people[Role.CS_MANAGER].complaints

    def ids(**wanted: object) -> list[str]:
        return [row.id for row in service.list(ComplaintFilter(**wanted))]  # type: ignore[arg-type]

    assert ids(states=frozenset({State.TO_OPINE})) == [judged]
    assert set(ids(open=True)) == {judged, fresh}
    assert ids(customer_id=loop.make.customer()) == []
    assert set(ids(ids=(filed, fresh))) == {filed, fresh}
    assert ids(ids=()) == []
    assert len(ids(limit=2)) == 2


def test_acknowledged_shows_in_the_list(loop: Loop) -> None:
    ticket_id = loop.register()
    service = loop.people[Role.CS_MANAGER].complaints
    assert not service.list()[0].acknowledged
    loop.take(ticket_id, Step.ACKNOWLEDGED)
    assert service.list()[0].acknowledged
