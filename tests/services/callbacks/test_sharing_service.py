"""The CS manager's view: who has what, moved and taken back, days off, new customers."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from frontdesk.clock import FixedClock
from frontdesk.errors import NotFound, PermissionDenied, UserError
from frontdesk.models.callback import Callback
from frontdesk.models.customer import Customer
from frontdesk.models.enums import CallbackKind, CallbackStatus, CallOutcome, Role
from frontdesk.services.callbacks.sharing_dto import EVERYONE, AbsenceInput, Share
from frontdesk.services.customers.inputs import CustomerInput, PhoneInput
from frontdesk.services.desk import Desk
from frontdesk.services.registry import Services
from tests.factories import Make


@pytest.fixture
def manager(make: Make) -> Services:
    """The CS manager."""
    return make.services(Role.CS_MANAGER, name="周敏")


def _owner(desk: Desk, call: str) -> str | None:
    with desk.read() as session:
        return session.get_one(Callback, call).assigned_to


def _share_of(manager: Services, staff_id: str) -> Share:
    return next(share for share in manager.sharing.look().shares if share.id == staff_id)


def _customer(n: int) -> CustomerInput:
    return CustomerInput(name="王芳", phones=(PhoneInput(f"1371234567{n}"),))


def _days(desk: Desk, staff_id: str, first: int, last: int) -> AbsenceInput:
    day = desk.today
    return AbsenceInput(staff_id, day + timedelta(days=first), day + timedelta(days=last), "培训")


def test_the_manager_sees_who_has_how_many(make: Make, manager: Services, desk: Desk) -> None:
    one = make.staff(Role.CS_SPECIALIST, name="李丽")
    past = desk.today - timedelta(days=9)
    make.callback(assigned_to=one.id)
    make.callback(assigned_to=one.id, due_from=past)
    make.callback(assigned_to=one.id, due_from=desk.today + timedelta(days=1))
    make.callback(assigned_to=one.id, status=CallbackStatus.DONE)
    make.callback(kind=CallbackKind.NEW_CAR)
    share = _share_of(manager, one.id)
    assert (share.name, share.open, share.due, share.overdue) == ("李丽", 3, 2, 1)
    assert share.kinds == {CallbackKind.AFTER_SERVICE: 3}
    nobody = _share_of(manager, EVERYONE)
    assert nobody.kinds == {CallbackKind.NEW_CAR: 1}
    assert [call.due_until for call in manager.sharing.calls_of(one.id)] == sorted(
        call.due_until for call in manager.sharing.calls_of(one.id)
    )
    assert len(manager.sharing.calls_of(EVERYONE)) == 1


def test_calls_of_who_has_left_are_still_seen(make: Make, manager: Services) -> None:
    left = make.staff(Role.CS_SPECIALIST, name="孙凯", active=False)
    make.callback(assigned_to=left.id)
    assert (_share_of(manager, left.id).name, _share_of(manager, left.id).open) == ("孙凯", 1)


def test_calls_are_moved_and_taken_back(make: Make, manager: Services, desk: Desk) -> None:
    one, other = (make.staff(Role.CS_SPECIALIST) for _ in range(2))
    calls = [make.callback(assigned_to=one.id) for _ in range(2)]
    assert manager.sharing.move(calls, other.id) == 2
    assert {_owner(desk, call) for call in calls} == {other.id}
    assert manager.sharing.move(calls, None) == 2
    assert manager.sharing.move(calls, None) == 0
    assert {_owner(desk, call) for call in calls} == {None}
    assert manager.sharing.share_now().calls == 2
    assert None not in {_owner(desk, call) for call in calls}


def test_calls_are_moved_only_to_who_may_make_them(
    make: Make, manager: Services, desk: Desk
) -> None:
    served = make.staff(Role.CS_SPECIALIST)
    advisor = make.staff(Role.SERVICE_ADVISOR)
    call, other = make.callback(served_by=served.id), make.callback()
    takers = [id_ for id_, _ in manager.sharing.takers([call, other])]
    assert served.id not in takers
    assert advisor.id not in takers
    assert manager.desk.actor.id in takers
    for who in (served, advisor):
        with pytest.raises(PermissionDenied):
            manager.sharing.move([other, call], who.id)
    assert _owner(desk, other) is None
    with pytest.raises(NotFound):
        manager.sharing.move([call], "nobody")


def test_a_call_somebody_is_on_is_not_moved(
    make: Make, manager: Services, call: str, specialist: Services
) -> None:
    specialist.callbacks.start(call, specialist.callbacks.open(call).version)
    with pytest.raises(UserError) as refused:
        manager.sharing.move([call], manager.desk.actor.id)
    assert refused.value.code == "sharing.in_call"


def test_days_off_pass_calls_without_a_day_left_to_others(
    make: Make, manager: Services, desk: Desk
) -> None:
    one, other = (make.staff(Role.CS_SPECIALIST) for _ in range(2))
    soon, later = (
        make.callback(assigned_to=one.id),
        make.callback(assigned_to=one.id, due_until=desk.today + timedelta(days=9)),
    )
    assert manager.sharing.note_absence(_days(desk, one.id, 0, 4)) == 1
    assert (_owner(desk, soon), _owner(desk, later)) == (other.id, one.id)
    (absence,) = manager.sharing.look().absences
    assert (absence.staff_id, absence.why) == (one.id, "培训")
    assert _share_of(manager, one.id).away_until == desk.today + timedelta(days=4)
    manager.sharing.withdraw_absence(absence.id, absence.version)
    manager.sharing.withdraw_absence(absence.id, absence.version)
    assert manager.sharing.look().absences == ()
    assert _owner(desk, soon) == other.id


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [
        (2, 1, "sharing.absence_reversed"),
        (-3, -1, "sharing.absence_past"),
        (0, 400, "sharing.absence_long"),
    ],
)
def test_days_off_that_cannot_be_are_refused_beside_the_field(
    make: Make, manager: Services, desk: Desk, first: int, last: int, code: str
) -> None:
    one = make.staff(Role.CS_SPECIALIST)
    with pytest.raises(UserError) as refused:
        manager.sharing.note_absence(_days(desk, one.id, first, last))
    assert (refused.value.code, refused.value.field) == (code, "last")


def test_a_new_file_is_given_to_a_specialist_and_followed_until_contacted(
    make: Make, manager: Services, desk: Desk, clock: FixedClock
) -> None:
    one = make.services(Role.CS_SPECIALIST, name="李丽")
    customer = manager.customers.create(_customer(0))
    with desk.read() as session:
        file = session.get_one(Customer, customer)
        assert (file.specialist_id, file.specialist_since) == (one.desk.actor.id, desk.today)
        assert file.version == 1
    clock.move(timedelta(days=7))
    assert manager.sharing.look().uncontacted == ()
    clock.move(timedelta(days=1))
    (late,) = manager.sharing.look().uncontacted
    assert (late.id, late.staff_name, late.days) == (customer, "李丽", 8)
    call = make.callback(customer, kind=CallbackKind.SPECIAL_PERIOD)
    sheet = one.callbacks.start(call, 1, "新客户首次联系")
    one.callbacks.attempt(call, sheet.version, CallOutcome.NO_ANSWER)
    assert manager.sharing.look().uncontacted == (late,)
    with desk.write() as work:
        work.session.get_one(Callback, call).next_try_at = None
    again = one.callbacks.start(call, one.callbacks.open(call).version, "新客户首次联系")
    one.callbacks.attempt(
        call,
        again.version,
        CallOutcome.NOT_CONVENIENT,
        agreed_at=desk.now + timedelta(days=1),
    )
    assert manager.sharing.look().uncontacted == ()


def test_new_files_wait_while_no_specialist_is_there(
    make: Make, manager: Services, desk: Desk
) -> None:
    customers = [manager.customers.create(_customer(n)) for n in range(3)]
    assert manager.sharing.look().waiting_customers == 3
    full, half = make.staff(Role.CS_SPECIALIST), make.staff(Role.CS_SPECIALIST, capacity=50)
    assert manager.sharing.share_now().customers == 3
    with desk.read() as session:
        owners = session.scalars(
            select(Customer.specialist_id).where(Customer.id.in_(customers))
        ).all()
    assert sorted(map(str, owners)) == sorted([full.id, full.id, half.id])
    manager.sharing.give_customers(customers, half.id)
    with desk.read() as session:
        assert {session.get_one(Customer, id_).specialist_id for id_ in customers} == {half.id}
    with pytest.raises(UserError):
        manager.sharing.give_customers(customers, make.staff(Role.SALES_CONSULTANT).id)


def test_all_customers_of_one_person_go_to_another_or_evenly_to_the_others(
    make: Make, manager: Services, desk: Desk
) -> None:
    gone, one, two = (make.staff(Role.CS_SPECIALIST, name=name) for name in "甲乙丙")
    customers = [manager.customers.create(_customer(n)) for n in range(4)]
    manager.sharing.give_customers(customers, gone.id)

    def owners() -> list[str | None]:
        with desk.read() as session:
            return [session.get_one(Customer, id_).specialist_id for id_ in customers]

    kept = {each.id: (each.customers, each.may_take) for each in manager.sharing.look().keepers}
    assert (kept[gone.id], kept[one.id]) == ((4, True), (0, True))
    assert manager.sharing.pass_on_customers(gone.id, None) == 4
    assert sorted(map(str, owners())) == sorted([one.id, one.id, two.id, two.id])
    assert manager.sharing.pass_on_customers(one.id, two.id) == 2
    assert set(owners()) == {two.id}
    with desk.read() as session:
        assert session.get_one(Customer, customers[0]).specialist_since == desk.today
    for to, code in (
        (two.id, "sharing.same_person"),
        (make.staff(Role.SALES_CONSULTANT).id, "no_specialist"),
    ):
        with pytest.raises(UserError, match=code):
            manager.sharing.pass_on_customers(two.id, to)
    assert set(owners()) == {two.id}


def test_only_who_shares_out_may(make: Make) -> None:
    specialist = make.services(Role.CS_SPECIALIST)
    for act in (specialist.sharing.look, specialist.sharing.share_now):
        with pytest.raises(PermissionDenied):
            act()
