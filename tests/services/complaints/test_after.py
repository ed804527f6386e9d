"""Actions with owner and day: who sets them, who ends them, what is refused."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.clock import FixedClock
from frontdesk.errors import Conflict, InputErrors, PermissionDenied, UserError
from frontdesk.models.complaint import Complaint
from frontdesk.models.customer import Customer
from frontdesk.models.enums import ActionKind, ActionState, Role, ValueClass
from frontdesk.models.journal import AuditEntry
from frontdesk.services.complaints.after_dto import NewAction, Which
from frontdesk.services.registry import Services
from frontdesk.services.segments.narrowing_dto import Narrowing
from tests.services.complaints.loop import DECIDERS, Loop, Step, acts, codes

DUE = date(2026, 11, 19)


def _action(loop: Loop, **changes: object) -> NewAction:
    values: dict[str, object] = {
        "kind": ActionKind.PREVENTIVE,
        "words": "修后必试车",
        "owner_id": loop.handler.desk.actor.id,
        "due_on": DUE,
    }
    return NewAction(**(values | changes))  # type: ignore[arg-type]


# setting actions ------------------------------------------------------------------------


@pytest.mark.parametrize("role", Role)
def test_managers_concerned_set_actions_and_nobody_else(
    loop: Loop, ticket: str, role: Role
) -> None:
    services = loop.people[role]
    if role in DECIDERS:
        services.after.add_action(ticket, _action(loop))
        (kept,) = services.after.actions(ticket)
        assert (kept.words, kept.owner, kept.due_on) == ("修后必试车", "处理人", DUE)
        assert kept.state is ActionState.OPEN
        assert kept.set_by == role.value
    else:
        with pytest.raises(PermissionDenied):
            services.after.add_action(ticket, _action(loop))


def test_before_a_department_is_named_the_house_decides(loop: Loop) -> None:
    ticket = loop.register()
    with pytest.raises(PermissionDenied) as refused:
        loop.people[Role.SALES_MANAGER].after.add_action(ticket, _action(loop))
    assert refused.value.code == "after.no_department"
    loop.people[Role.GENERAL_MANAGER].after.add_action(ticket, _action(loop))


def test_whom_it_is_about_decides_nothing(loop: Loop) -> None:
    ticket = loop.register(about_staff_id=loop.people[Role.CS_MANAGER].desk.actor.id)
    with pytest.raises(PermissionDenied) as refused:
        loop.people[Role.CS_MANAGER].after.add_action(ticket, _action(loop))
    assert refused.value.code == "complaint.about_you"


def test_the_other_manager_stands_in_where_all_others_are_barred(loop: Loop) -> None:
    everyone = loop.make.services(
        Role.CS_MANAGER, Role.GENERAL_MANAGER, Role.SERVICE_MANAGER, name="一人多岗"
    )
    for role in DECIDERS:
        services = loop.people[role]
        _close(loop, services.desk.actor.id)
    _close(loop, loop.make.desk.actor.id)
    ticket = loop.register(about_staff_id=everyone.desk.actor.id)
    sales = loop.people[Role.SALES_MANAGER]
    sales.after.add_action(ticket, _action(loop))
    with sales.desk.read() as session:
        entry = session.query(AuditEntry).filter_by(action="complaint.action_set").one()
        assert '"stand_in": true' in entry.detail


def _close(loop: Loop, staff_id: str) -> None:
    from frontdesk.models.staff import StaffMember

    with loop.make.desk.write() as work:
        person = work.session.get(StaffMember, staff_id)
        assert person is not None
        person.active = False


def test_what_is_missing_stands_beside_its_field(loop: Loop, ticket: str, cs: Services) -> None:
    with pytest.raises(InputErrors) as refused:
        cs.after.add_action(ticket, NewAction(None, "  ", None, None))
    assert codes(refused) == {
        ("after.kind_missing", "kind"),
        ("after.words_missing", "words"),
        ("after.owner_missing", "owner_id"),
        ("after.day_missing", "due_on"),
    }


def test_an_owner_can_see_the_ticket(loop: Loop, ticket: str, cs: Services) -> None:
    admin = loop.people[Role.ADMINISTRATOR].desk.actor.id
    with pytest.raises(InputErrors) as refused:
        cs.after.add_action(ticket, _action(loop, owner_id=admin))
    assert codes(refused) == {("after.owner_unfit", "owner_id")}
    assert admin not in {one.id for one in cs.after.of(ticket).owners}


@given(days=st.integers(-900, 900))
def test_a_day_is_from_today_to_two_years_on(
    loop: Loop, ticket: str, cs: Services, clock: FixedClock, days: int
) -> None:
    day = cs.desk.today + timedelta(days=days)
    if 0 <= days <= 730:
        kept = cs.after.add_action(ticket, _action(loop, due_on=day))
        assert [a.due_on for a in cs.after.actions(ticket) if a.id == kept] == [day]
    else:
        with pytest.raises(InputErrors) as refused:
            cs.after.add_action(ticket, _action(loop, due_on=day))
        assert codes(refused) <= {("after.day_past", "due_on"), ("after.day_far", "due_on")}


def test_set_twice_by_a_try_after_a_fault_it_is_kept_once(
    loop: Loop, ticket: str, cs: Services
) -> None:
    given_ = _action(loop)
    assert cs.after.add_action(ticket, given_) == cs.after.add_action(ticket, given_)
    assert len(cs.after.actions(ticket)) == 1


# what the return says -------------------------------------------------------------------


def test_a_return_is_offered_as_actions_without_retyping(
    loop: Loop, ticket: str, cs: Services
) -> None:
    handler = loop.handler.desk.actor.id
    offered = cs.after.of(ticket).proposals
    assert [(p.kind, p.words, p.owner_id) for p in offered] == [
        (ActionKind.CORRECTIVE, "更换膨胀阀", handler),
        (ActionKind.PREVENTIVE, "修后必试车", handler),
    ]
    assert {p.due_on for p in offered} == {cs.desk.today + timedelta(days=14)}


def test_an_offer_goes_once_its_action_is_set(loop: Loop, ticket: str, cs: Services) -> None:
    cs.after.add_action(ticket, _action(loop))
    assert [p.kind for p in cs.after.of(ticket).proposals] == [ActionKind.CORRECTIVE]


def test_whoever_may_not_decide_is_offered_nothing(loop: Loop, ticket: str) -> None:
    seen = loop.handler.after.of(ticket)
    assert seen.proposals == ()
    assert seen.refusal is not None
    assert seen.refusal.code == "after.not_yours"


def test_a_new_round_is_offered_anew(
    loop: Loop, ticket: str, cs: Services, clock: FixedClock
) -> None:
    cs.after.add_action(ticket, _action(loop))
    clock.move(timedelta(hours=1))
    loop.take(ticket, Step.FOLLOWED_UP, satisfaction="dissatisfied", further_routes="12315")
    for step in (Step.OPINION, Step.APPROVED, Step.DISPATCHED):
        loop.take(ticket, step)
    clock.move(timedelta(hours=1))
    loop.take(ticket, Step.RETURNED, preventive="每周抽查")
    assert [p.words for p in cs.after.of(ticket).proposals] == ["更换膨胀阀", "每周抽查"]


# ending ---------------------------------------------------------------------------------


def test_the_owner_says_it_is_done(loop: Loop, ticket: str, cs: Services) -> None:
    action = cs.after.add_action(ticket, _action(loop))
    (seen,) = loop.handler.after.actions(ticket)
    assert seen.mine
    assert (seen.may_end, seen.may_give_up, seen.may_change) == (True, False, False)
    loop.handler.after.end_action(action, True, "已写入作业标准", seen.version)
    (kept,) = cs.after.actions(ticket)
    assert (kept.state, kept.result, kept.ended_by) == (
        ActionState.DONE,
        "已写入作业标准",
        "处理人",
    )
    assert acts(cs, ticket)[-2:] == ["complaint.action_set", "complaint.action_done"]


def test_nobody_lets_themselves_off(loop: Loop, ticket: str, cs: Services) -> None:
    action = cs.after.add_action(ticket, _action(loop, owner_id=cs.desk.actor.id))
    with pytest.raises(PermissionDenied) as refused:
        cs.after.end_action(action, False, "做不到", 1)
    assert refused.value.code == "after.own_action"
    loop.people[Role.GENERAL_MANAGER].after.end_action(action, False, "设备已换", 1)
    assert cs.after.actions(ticket)[0].state is ActionState.GIVEN_UP


def test_a_colleague_ends_nothing(loop: Loop, ticket: str, cs: Services) -> None:
    action = cs.after.add_action(ticket, _action(loop))
    for done in (True, False):
        with pytest.raises(PermissionDenied):
            loop.people[Role.CS_SPECIALIST].after.end_action(action, done, "完成", 1)


def test_whom_it_is_about_does_not_vouch_for_the_mending(loop: Loop, cs: Services) -> None:
    about = loop.people[Role.SALES_CONSULTANT]
    ticket = loop.register(about_staff_id=about.desk.actor.id)
    action = cs.after.add_action(ticket, _action(loop, owner_id=about.desk.actor.id))
    with pytest.raises(PermissionDenied) as refused:
        about.after.end_action(action, True, "已完成", 1)
    assert refused.value.code == "after.about_you"
    cs.after.end_action(action, True, "已当面确认", 1)


def test_an_ended_action_is_never_changed(loop: Loop, ticket: str, cs: Services) -> None:
    action = cs.after.add_action(ticket, _action(loop))
    cs.after.end_action(action, True, "完成", 1)
    with pytest.raises(UserError) as refused:
        cs.after.change_action(action, cs.desk.actor.id, DUE, "换人", 2)
    assert refused.value.code == "after.ended_already"
    with pytest.raises(UserError) as again:
        cs.after.end_action(action, False, "放弃", 2)
    assert again.value.code == "after.ended_already"


def test_an_end_wants_its_result(loop: Loop, ticket: str, cs: Services) -> None:
    action = cs.after.add_action(ticket, _action(loop))
    with pytest.raises(InputErrors) as refused:
        cs.after.end_action(action, True, " ", 1)
    assert codes(refused) == {("after.result_missing", "result")}


# changing -------------------------------------------------------------------------------


def test_owner_and_day_change_with_a_reason(loop: Loop, ticket: str, cs: Services) -> None:
    action = cs.after.add_action(ticket, _action(loop))
    cs.after.change_action(action, cs.desk.actor.id, DUE + timedelta(days=7), "处理人休假", 1)
    (kept,) = cs.after.actions(ticket)
    assert (kept.owner_id, kept.due_on) == (cs.desk.actor.id, DUE + timedelta(days=7))
    with cs.desk.read() as session:
        entry = session.query(AuditEntry).filter_by(action="complaint.action_changed").one()
    for told in ("处理人, 2026-11-19", "2026-11-26", "处理人休假"):
        assert told in entry.detail


def test_two_who_change_the_same_are_told(loop: Loop, ticket: str, cs: Services) -> None:
    action = cs.after.add_action(ticket, _action(loop))
    cs.after.change_action(action, cs.desk.actor.id, DUE, "换人", 1)
    with pytest.raises(Conflict):
        cs.after.change_action(action, loop.handler.desk.actor.id, DUE, "换回", 1)
    with pytest.raises(Conflict):
        cs.after.end_action(action, True, "完成", 1)


def test_a_change_changes_something(loop: Loop, ticket: str, cs: Services) -> None:
    action = cs.after.add_action(ticket, _action(loop))
    with pytest.raises(InputErrors) as refused:
        cs.after.change_action(action, loop.handler.desk.actor.id, DUE, "", 1)
    assert codes(refused) == {("after.why_missing", "why"), ("after.nothing_changed", "due_on")}


# the list of open ones ------------------------------------------------------------------


def test_own_actions_come_first_and_overdue_ones_on_top(
    loop: Loop, ticket: str, cs: Services, clock: FixedClock
) -> None:
    mine = cs.desk.actor.id
    days = {name: DUE + timedelta(days=at) for at, name in enumerate("abcd")}
    for name, owner in (("b", mine), ("a", None), ("d", mine), ("c", None)):
        owner_id = owner or loop.handler.desk.actor.id
        cs.after.add_action(ticket, _action(loop, words=name, due_on=days[name], owner_id=owner_id))
    clock.move(timedelta(days=16))  # 21 November: a and b are over
    assert [each.words for each in cs.after.open_actions()] == ["b", "d", "a", "c"]
    assert [each.words for each in cs.after.open_actions(Which.OVERDUE)] == ["b", "a"]
    assert [each.words for each in cs.after.open_actions(Which.MINE)] == ["b", "d"]


def test_open_actions_are_narrowed_to_the_tickets_of_some_customers(
    loop: Loop, ticket: str, cs: Services
) -> None:
    cs.after.add_action(ticket, _action(loop))
    with cs.desk.write() as work:
        customer = work.session.get_one(Complaint, ticket).customer_id
        work.session.get_one(Customer, customer).value_class = ValueClass.A
    theirs, others = (Narrowing(value_class=each) for each in (ValueClass.A, ValueClass.D))
    assert len(cs.after.open_actions(narrowed=theirs)) == 1
    assert cs.after.open_actions(narrowed=others) == ()
    assert cs.after.open_actions(Which.OVERDUE, theirs) == ()


@given(late=st.integers(-30, 30))
def test_the_last_day_is_still_in_time(late: int) -> None:
    from frontdesk.services.complaints.after_rights import state_of

    today = DUE + timedelta(days=late)
    assert (state_of(None, None, DUE, today) is ActionState.LATE) is (today > DUE)
