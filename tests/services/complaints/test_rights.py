"""Who takes which step: role by step cell by cell, impartiality, departments, handlers."""

from __future__ import annotations

import pytest

from frontdesk.errors import PermissionDenied, UserError
from frontdesk.models.enums import CallbackKind, Role
from frontdesk.services.complaints.rights import PERMISSIONS
from frontdesk.services.permissions import GRANTS
from tests.services.complaints.loop import STATES, TAKER, WAY, Loop, State, Step

_STATE_OF = dict(zip(WAY, STATES, strict=False)) | {
    Step.SENT_BACK: State.TO_APPROVE,
    Step.ACKNOWLEDGED: State.TO_JUDGE,
    Step.ADDED: State.TO_JUDGE,
}
_FRONT = frozenset(Role) - {Role.ADMINISTRATOR}
_GM = Role.GENERAL_MANAGER
ALLOWED: dict[Step, frozenset[Role]] = {
    Step.ACKNOWLEDGED: _FRONT,
    Step.JUDGED: frozenset({Role.CS_SPECIALIST, Role.CS_MANAGER, _GM}),
    Step.OPINION: frozenset({Role.CS_MANAGER, _GM}),
    Step.APPROVED: frozenset({_GM}),
    Step.SENT_BACK: frozenset({_GM}),
    Step.DISPATCHED: frozenset({Role.SERVICE_MANAGER, _GM}),
    # An advisor only as the handler; the manager of the department for the handler.
    Step.RETURNED: frozenset({Role.SERVICE_MANAGER, _GM}),
    Step.FOLLOWED_UP: frozenset({Role.CS_MANAGER, _GM}),
    Step.SIGNED_OFF: frozenset({_GM}),
    Step.FILED: frozenset({Role.CS_SPECIALIST, Role.CS_MANAGER, _GM}),
    Step.ADDED: _FRONT,
}


@pytest.mark.parametrize("step", ALLOWED)
def test_role_by_step(loop: Loop, step: Step) -> None:
    assert TAKER[step] in ALLOWED[step]
    state = _STATE_OF[step]
    ticket_id = loop.at(state)
    for role in sorted(Role, key=lambda role: role in ALLOWED[step]):
        if role in ALLOWED[step]:
            loop.take(ticket_id, step, loop.people[role])
            assert loop.open(ticket_id).entries[-1].step is step
            ticket_id = loop.at(state)
        else:
            with pytest.raises(PermissionDenied):
                loop.take(ticket_id, step, loop.people[role])
            assert loop.open(ticket_id).state is state


def test_every_step_has_its_permission() -> None:
    assert set(PERMISSIONS) == set(Step)
    granted = frozenset().union(*GRANTS.values())
    assert set(PERMISSIONS.values()) <= granted


@pytest.mark.parametrize("state", STATES)
def test_a_step_out_of_order_is_refused_and_nothing_kept(loop: Loop, state: State) -> None:
    ticket_id = loop.at(state)
    before = len(loop.open(ticket_id).entries)
    offered = {each.step for each in loop.open(ticket_id).steps}
    for step in set(WAY) - offered:
        with pytest.raises(UserError, match="not_now"):
            loop.take(ticket_id, step, loop.people[_GM])
    assert len(loop.open(ticket_id).entries) == before


@pytest.mark.parametrize("step", [s for s in WAY if s is not Step.FILED])
def test_nobody_takes_a_step_of_a_complaint_about_themselves(loop: Loop, step: Step) -> None:
    boss = loop.people[_GM]
    other = loop.make.services(_GM, name="副总")
    ticket_id = loop.at(_STATE_OF[step], about_staff_id=other.desk.actor.id)
    with pytest.raises(PermissionDenied, match="about_you"):
        loop.take(ticket_id, step, other)
    loop.take(ticket_id, step, boss)


def test_who_served_the_visit_does_not_judge_it(loop: Loop) -> None:
    both = loop.make.services(Role.SERVICE_ADVISOR, Role.CS_SPECIALIST)
    visit = loop.make.visit(loop.vehicle, advisor_id=both.desk.actor.id)
    ticket_id = loop.register(visit_id=visit)
    with pytest.raises(PermissionDenied, match="you_served"):
        loop.take(ticket_id, Step.JUDGED, both)
    refused = both.complaints.open(ticket_id).main_steps[0].refusal
    assert refused is not None
    assert refused.code == "complaint.you_served"


def test_who_served_what_a_callback_was_about_does_not_judge_it(loop: Loop) -> None:
    seller = loop.make.services(Role.SALES_CONSULTANT, Role.CS_SPECIALIST)
    callback = loop.make.callback(
        loop.customer, kind=CallbackKind.NEW_CAR, served_by=seller.desk.actor.id
    )
    ticket_id = loop.register(visit_id=None, callback_id=callback)
    with pytest.raises(PermissionDenied, match="you_served"):
        loop.take(ticket_id, Step.JUDGED, seller)


def test_the_handler_does_not_make_the_follow_up_call(loop: Loop) -> None:
    handler = loop.make.services(Role.SERVICE_ADVISOR, Role.CS_MANAGER)
    ticket_id = loop.at(State.TO_DISPATCH)
    loop.take(ticket_id, Step.DISPATCHED, handler=handler.desk.actor.id)
    loop.take(ticket_id, Step.RETURNED, handler)
    with pytest.raises(PermissionDenied, match="you_handled"):
        loop.take(ticket_id, Step.FOLLOWED_UP, handler)


def test_only_the_handler_or_the_manager_returns_it(loop: Loop) -> None:
    ticket_id = loop.at(State.TO_RETURN)
    with pytest.raises(PermissionDenied, match="other_handler"):
        loop.take(ticket_id, Step.RETURNED, loop.people[Role.SERVICE_ADVISOR])
    loop.take(ticket_id, Step.RETURNED, loop.handler)
    assert loop.open(ticket_id).state is State.TO_FOLLOW_UP


def test_each_manager_dispatches_the_own_department(loop: Loop) -> None:
    ticket_id = loop.register(category="delivery.papers", visit_id=None)
    loop.take(ticket_id, Step.JUDGED, department="sales")
    loop.take(ticket_id, Step.OPINION)
    loop.take(ticket_id, Step.APPROVED)
    assert loop.open(ticket_id).holders == (Role.SALES_MANAGER,)
    with pytest.raises(PermissionDenied, match="other_department"):
        loop.take(ticket_id, Step.DISPATCHED)
    seller = loop.make.staff(Role.SALES_CONSULTANT)
    loop.take(ticket_id, Step.DISPATCHED, loop.people[Role.SALES_MANAGER], handler=seller.id)


def test_it_is_dispatched_only_to_who_may_handle_it(loop: Loop) -> None:
    ticket_id = loop.at(State.TO_DISPATCH)
    offered = {p.id for p in loop.open(ticket_id, Role.SERVICE_MANAGER).handlers}
    assert loop.handler.desk.actor.id in offered
    unfit = (
        loop.advisor.desk.actor.id,  # served the customer
        loop.people[Role.CS_SPECIALIST].desk.actor.id,  # may not handle
        loop.make.staff(Role.SERVICE_ADVISOR, active=False).id,
        "nobody",
    )
    assert offered.isdisjoint(unfit)
    for person in unfit:
        with pytest.raises(UserError, match="handler_unfit"):
            loop.take(ticket_id, Step.DISPATCHED, handler=person)


def test_given_to_another_handler_the_twelve_hours_go_on(loop: Loop) -> None:
    ticket_id = loop.at(State.TO_RETURN)
    first = loop.open(ticket_id).clocks.handling
    other = loop.make.staff(Role.SERVICE_ADVISOR, name="另一位")
    assert loop.take(ticket_id, Step.DISPATCHED, handler=other.id) is State.TO_RETURN
    ticket = loop.open(ticket_id)
    assert (ticket.handler, ticket.clocks.handling) == ("另一位", first)


def test_the_administrator_sees_no_complaint(loop: Loop) -> None:
    admin = loop.people[Role.ADMINISTRATOR].complaints
    with pytest.raises(PermissionDenied):
        admin.open(loop.register())
    with pytest.raises(PermissionDenied):
        admin.list()
