"""With one manager only, somebody else stands in where the complaint is about that manager."""

from __future__ import annotations

import pytest

from frontdesk.errors import PermissionDenied
from frontdesk.models.enums import Role
from frontdesk.models.staff import StaffMember
from tests.services.complaints.loop import Loop, State, Step


@pytest.fixture(autouse=True)
def _one_of_each(loop: Loop) -> None:
    """The founder's account is closed: one person for each role is left."""
    with loop.make.desk.write() as work:
        work.session.get_one(StaffMember, loop.make.desk.actor.id).active = False


def test_the_general_manager_stands_in_for_the_only_cs_manager(loop: Loop) -> None:
    manager = loop.people[Role.CS_MANAGER]
    ticket_id = loop.at(State.TO_OPINE, about_staff_id=manager.desk.actor.id)
    with pytest.raises(PermissionDenied, match="about_you_stand_in") as refused:
        loop.take(ticket_id, Step.OPINION)
    assert refused.value.params["role"] is Role.GENERAL_MANAGER
    ticket = loop.open(ticket_id)
    assert ticket.holders == (Role.GENERAL_MANAGER,)
    assert ticket.stand_in == ("general_manager",)
    general = loop.people[Role.GENERAL_MANAGER]
    assert general.complaints.waiting()[0].id == ticket_id
    assert loop.take(ticket_id, Step.OPINION, by=general) is State.TO_APPROVE
    said = {part.name: part.value for part in loop.open(ticket_id).entries[-1].parts}
    assert said["stand_in_for"] is Role.CS_MANAGER


def test_a_department_manager_stands_in_for_the_general_manager(loop: Loop) -> None:
    general = loop.people[Role.GENERAL_MANAGER]
    ticket_id = loop.at(State.TO_APPROVE, about_staff_id=general.desk.actor.id)
    service = loop.people[Role.SERVICE_MANAGER]
    with pytest.raises(PermissionDenied, match="about_you_stand_in"):
        loop.take(ticket_id, Step.APPROVED)
    with pytest.raises(PermissionDenied, match="not_your_role"):
        loop.take(ticket_id, Step.APPROVED, by=loop.people[Role.CS_SPECIALIST])
    assert [row.id for row in service.complaints.waiting()] == [ticket_id]
    assert loop.take(ticket_id, Step.APPROVED, by=service) is State.TO_DISPATCH


def test_a_second_manager_of_the_same_role_comes_before_any_stand_in(loop: Loop) -> None:
    second = loop.make.services(Role.CS_MANAGER, name="另一位客服经理")
    barred = loop.people[Role.CS_MANAGER]
    ticket_id = loop.at(State.TO_OPINE, about_staff_id=barred.desk.actor.id)
    assert loop.open(ticket_id).stand_in == ()
    with pytest.raises(PermissionDenied, match=r"about_you$"):
        loop.take(ticket_id, Step.OPINION)
    loop.take(ticket_id, Step.OPINION, by=second)
    names = {part.name for part in loop.open(ticket_id).entries[-1].parts}
    assert "stand_in_for" not in names


def test_who_is_about_it_never_stands_in(loop: Loop) -> None:
    """The next in line is barred as well: the one after."""
    general = loop.people[Role.GENERAL_MANAGER]
    service = loop.people[Role.SERVICE_MANAGER]
    visit = loop.make.visit(loop.vehicle, advisor_id=service.desk.actor.id)
    ticket_id = loop.register(about_staff_id=general.desk.actor.id, visit_id=visit)
    for step in (Step.ACKNOWLEDGED, Step.JUDGED, Step.OPINION):
        loop.take(ticket_id, step)
    ticket = loop.open(ticket_id)
    assert ticket.stand_in == ("sales_manager",)
    sales = loop.people[Role.SALES_MANAGER]
    assert loop.take(ticket_id, Step.APPROVED, by=sales) is State.TO_DISPATCH
