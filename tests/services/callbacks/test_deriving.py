"""What falls due by the whole store: each call once, in its window, and not when it is not owed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import delete, select, update

from frontdesk.clock import FixedClock
from frontdesk.models.callback import Callback
from frontdesk.models.complaint import Complaint, ComplaintEntry
from frontdesk.models.customer import Customer
from frontdesk.models.due_rules import Withdrawn
from frontdesk.models.enums import (
    CallbackKind,
    CallbackStatus,
    ComplaintState,
    ComplaintStep,
    Role,
    VisitStatus,
    WorkKind,
)
from frontdesk.models.vehicle import Vehicle
from frontdesk.models.visit import Visit, VisitItem
from frontdesk.services.callbacks.deriving.run import Derived, derive, derive_of
from frontdesk.services.callbacks.falls_due import due_after_service
from frontdesk.services.customers.inputs import CustomerInput, PhoneInput
from frontdesk.services.desk import Desk
from frontdesk.services.registry import Services
from tests.factories import Make

_K = CallbackKind
_DAY = timedelta(days=1)
_VISITED = {
    _K.AFTER_SERVICE: 1,
    _K.NEW_CUSTOMER_THANKS: 1,
}


def _derive(desk: Desk) -> Derived:
    return derive(desk, whole=True)


def _calls(desk: Desk, *kinds: CallbackKind) -> list[Callback]:
    with desk.read() as session:
        wanted = select(Callback).order_by(Callback.number)
        return list(session.scalars(wanted.where(Callback.kind.in_(kinds or tuple(_K)))))


def _only(desk: Desk, kind: CallbackKind) -> Callback:
    (call,) = _calls(desk, kind)
    return call


def _change(desk: Desk, model: Any, id_: str, **values: Any) -> None:
    with desk.write() as work:
        work.session.execute(update(model).where(model.id == id_).values(**values))


def _handed_over(make: Make, ago: int = 0, car: str | None = None, **fields: Any) -> str:
    day = make.desk.today - ago * _DAY
    return make.visit(
        car,
        status=VisitStatus.HANDED_OVER,
        arrived_at=make.desk.now - ago * _DAY,
        **{"handed_over_on": day, "handed_over_at": make.desk.now - ago * _DAY} | fields,
    )


def _sold(make: Make, ago: int, **fields: Any) -> str:
    delivered = make.desk.today - ago * _DAY
    return make.vehicle(sold_here=True, **{"delivered_on": delivered} | fields)


def _maintenance() -> list[VisitItem]:
    return [
        VisitItem(
            position=1,
            kind=WorkKind.MAINTENANCE,
            description="首保",
            labour=Decimal(0),
            quantity=Decimal(1),
            unit_price=Decimal(0),
        )
    ]


def test_every_hand_over_lately_makes_its_calls_once(make: Make, desk: Desk) -> None:
    visits = [_handed_over(make, ago) for ago in (0, 3, 30, 31)]
    made = _derive(desk)
    assert dict(made.made) == {_K.AFTER_SERVICE: 3, _K.NEW_CUSTOMER_THANKS: 3}
    assert not _derive(desk)
    calls = {call.visit_id: call for call in _calls(desk, _K.AFTER_SERVICE)}
    assert calls.keys() == set(visits[:3])
    newest = calls[visits[0]]
    assert (newest.due_from, newest.due_until) == (desk.today + _DAY, desk.today + 3 * _DAY)
    assert newest.served_by == desk.actor.id
    numbers = [call.number for call in _calls(desk)]
    assert numbers == [f"H-2026-{n:06d}" for n in range(1, 7)]
    assert all(len(call.id) == 36 and call.id[14] == "7" for call in _calls(desk))
    with desk.write() as work:
        assert work.number("H") == "H-2026-000007"


def test_the_calls_made_at_the_event_are_not_made_again(
    make: Make, desk: Desk, clock: FixedClock
) -> None:
    visit = _handed_over(make)
    with desk.write() as work:
        due_after_service(work, visit)
    assert dict(_derive(desk).made) == {_K.NEW_CUSTOMER_THANKS: 1}
    clock.move(timedelta(days=45))
    assert not _derive(desk)


def test_who_wants_no_calls_is_owed_none(make: Make, desk: Desk) -> None:
    customer = make.customer(do_not_call=True)
    _handed_over(make, car=make.vehicle(customer))
    make.vehicle(customer, sold_here=True, delivered_on=desk.today)
    assert not _derive(desk)
    _change(desk, Customer, customer, do_not_call=False)
    assert _derive(desk).count == 5
    _change(desk, Customer, customer, do_not_call=True)
    assert _derive(desk).withdrawn == 5
    assert {call.status for call in _calls(desk)} == {CallbackStatus.DO_NOT_CALL}
    _change(desk, Customer, customer, do_not_call=False)
    assert _derive(desk).brought_back == 5
    assert {call.status for call in _calls(desk)} == {CallbackStatus.DUE}


def test_members_are_all_called_and_of_the_others_a_share(make: Make, desk: Desk) -> None:
    desk.rules = replace(desk.rules, after_service_percent=0)
    member = make.customer(member_level="金卡")
    _handed_over(make, car=make.vehicle(member))
    _handed_over(make)
    _derive(desk)
    assert _only(desk, _K.AFTER_SERVICE).customer_id == member


def test_a_cancelled_visit_withdraws_its_calls_and_one_told_again_brings_them_back(
    make: Make, desk: Desk
) -> None:
    visit = _handed_over(make)
    _derive(desk)
    _change(desk, Visit, visit, status=VisitStatus.DECLINED)
    assert _derive(desk).withdrawn == 2
    calls = _calls(desk)
    assert {call.status for call in calls} == {CallbackStatus.WITHDRAWN}
    assert {call.withdrawn_why for call in calls} == {Withdrawn.VISIT_CANCELLED}
    assert {call.closed_on for call in calls} == {desk.today}
    _change(desk, Visit, visit, status=VisitStatus.HANDED_OVER)
    assert _derive(desk).brought_back == 2
    assert {call.closed_at for call in _calls(desk)} == {None}
    assert not _derive(desk)


def test_a_corrected_hand_over_moves_its_call(make: Make, desk: Desk) -> None:
    visit = _handed_over(make)
    _derive(desk)
    _change(desk, Visit, visit, handed_over_on=desk.today - 2 * _DAY)
    assert _derive(desk).moved == 2
    call = _only(desk, _K.AFTER_SERVICE)
    assert (call.due_from, call.due_until) == (desk.today - _DAY, desk.today + _DAY)
    assert not _derive(desk)


def test_a_call_somebody_speaks_in_is_left_alone(make: Make, desk: Desk) -> None:
    visit = _handed_over(make)
    _derive(desk)
    call = _only(desk, _K.AFTER_SERVICE)
    _change(desk, Callback, call.id, started_at=desk.now)
    _change(desk, Visit, visit, status=VisitStatus.DECLINED)
    assert _derive(desk).withdrawn == 1
    assert _only(desk, _K.AFTER_SERVICE).status is CallbackStatus.DUE


def test_the_routine_of_a_new_car_goes_stage_by_stage(
    make: Make, desk: Desk, clock: FixedClock
) -> None:
    seller = make.staff(Role.SALES_CONSULTANT)
    _sold(make, 0, sales_consultant_id=seller.id)
    _derive(desk)
    first = _calls(desk, _K.NEW_CAR_ROUTINE)
    assert [call.stage for call in first] == ["d0", "d3"]
    assert {call.assigned_to for call in first} == {seller.id}
    clock.move(7 * _DAY)
    _derive(desk)
    calls = {call.stage: call for call in _calls(desk, _K.NEW_CAR_ROUTINE)}
    assert calls.keys() == {"d0", "d3", "d7"}
    assert calls["d0"].withdrawn_why == calls["d3"].withdrawn_why == Withdrawn.MISSED
    assert calls["d7"].status is CallbackStatus.DUE
    clock.move(200 * _DAY)
    _derive(desk)
    assert {call.status for call in _calls(desk, _K.NEW_CAR_ROUTINE)} == {CallbackStatus.WITHDRAWN}


def test_a_clock_set_ahead_and_back_loses_no_stage(
    make: Make, desk: Desk, clock: FixedClock
) -> None:
    _sold(make, 1)
    _derive(desk)
    before = {(call.stage, call.status) for call in _calls(desk, _K.NEW_CAR_ROUTINE)}
    clock.move(10 * _DAY)
    _derive(desk)
    clock.move(-10 * _DAY)
    assert _derive(desk).brought_back == len(before)
    after = {(call.stage, call.status) for call in _calls(desk, _K.NEW_CAR_ROUTINE)}
    assert before <= after
    assert not _derive(desk)


def test_first_maintenance_ends_routine_and_its_own_call(make: Make, desk: Desk) -> None:
    car = _sold(make, 80)
    made = dict(_derive(desk).made)
    assert made == {_K.FIRST_MAINTENANCE: 1, _K.NEW_CAR_ROUTINE: 1}
    call = _only(desk, _K.FIRST_MAINTENANCE)
    assert call.due_from <= desk.today <= call.due_until
    _handed_over(make, car=car, items=_maintenance())
    found = _derive(desk)
    assert found.withdrawn == 2
    assert {c.withdrawn_why for c in _calls(desk, _K.FIRST_MAINTENANCE, _K.NEW_CAR_ROUTINE)} == {
        Withdrawn.MAINTAINED
    }


def test_first_maintenance_by_mileage_comes_sooner_and_moves(make: Make, desk: Desk) -> None:
    car = _sold(make, 20, last_mileage_km=4_900, last_visit_on=desk.today - _DAY)
    _derive(desk)
    call = _only(desk, _K.FIRST_MAINTENANCE)
    assert call.due_until == desk.today - _DAY
    _change(desk, Vehicle, car, last_mileage_km=490)
    assert _derive(desk).moved == 1
    assert _only(desk, _K.FIRST_MAINTENANCE).due_until > desk.today + 60 * _DAY


@pytest.mark.parametrize(("ago", "owed"), [(40, False), (95, True), (150, True), (400, False)])
def test_an_overdue_first_maintenance_is_called_about_for_some_time(
    make: Make, desk: Desk, ago: int, *, owed: bool
) -> None:
    _sold(make, ago)
    assert (_K.FIRST_MAINTENANCE in dict(_derive(desk).made)) is owed


def test_a_delivery_makes_its_call_until_the_car_has_another_owner(make: Make, desk: Desk) -> None:
    car = _sold(make, 5)
    make.vehicle(delivered_on=desk.today)  # bought elsewhere
    _derive(desk)
    call = _only(desk, _K.NEW_CAR)
    assert (call.vehicle_id, call.due_from) == (car, desk.today - 4 * _DAY)
    _change(desk, Vehicle, car, customer_id=make.customer())
    found = _derive(desk)
    assert found.withdrawn
    assert [c.status for c in _calls(desk, _K.NEW_CAR)] == [
        CallbackStatus.WITHDRAWN,
        CallbackStatus.DUE,
    ]


def test_who_came_back_after_being_lost_is_called(make: Make, desk: Desk) -> None:
    lost, kept = make.vehicle(), make.vehicle()
    _handed_over(make, 300, lost)
    _handed_over(make, 100, kept)
    again = _handed_over(make, 1, lost)
    _handed_over(make, 1, kept)
    _derive(desk)
    assert _only(desk, _K.RETURNED_CUSTOMER).visit_id == again
    assert not _calls(desk, _K.NEW_CUSTOMER_THANKS)


def test_two_first_visits_of_a_day_are_thanked_for_once(make: Make, desk: Desk) -> None:
    customer = make.customer()
    for _ in range(2):
        _handed_over(make, car=make.vehicle(customer))
    _derive(desk)
    assert _only(desk, _K.NEW_CUSTOMER_THANKS).customer_id == customer


def test_a_returned_complaint_is_followed_up_the_same_day(make: Make, desk: Desk) -> None:
    ticket = make.complaint(state=ComplaintState.TO_FOLLOW_UP, round=2)
    with desk.write() as work:
        work.session.add(
            ComplaintEntry(
                complaint_id=ticket,
                position=2,
                round=2,
                step=ComplaintStep.RETURNED,
                at=desk.now - _DAY,
                by=desk.actor.id,
                said="{}",
            )
        )
    _derive(desk)
    call = _only(desk, _K.COMPLAINT_FOLLOW_UP)
    assert call.occasion == f"{ticket}:2"
    assert call.due_from == call.due_until == desk.today - _DAY
    _change(desk, Complaint, ticket, state=ComplaintState.TO_SIGN_OFF)
    assert _derive(desk).withdrawn == 1
    assert _only(desk, _K.COMPLAINT_FOLLOW_UP).withdrawn_why == Withdrawn.FOLLOWED_UP


def test_of_one_customer_only_theirs_is_looked_at(make: Make, desk: Desk) -> None:
    car = make.vehicle()
    visit = _handed_over(make, car=car)
    _handed_over(make)
    with desk.read() as session:
        customer = session.get_one(Visit, visit).customer_id
    with desk.write() as work:
        assert derive_of(work, customer).count == 2
    assert {call.customer_id for call in _calls(desk)} == {customer}


def test_the_service_derives_once_a_day_and_shares_out(
    make: Make, desk: Desk, clock: FixedClock
) -> None:
    service = make.services(Role.CS_SPECIALIST)
    _handed_over(make)
    assert service.callbacks.derive().count == 2
    assert _only(desk, _K.AFTER_SERVICE).assigned_to == service.desk.actor.id
    late = _handed_over(make)
    with desk.write() as work:
        work.audit("visit.hand_over", "visit", late)
    assert not service.callbacks.derive()
    clock.move(_DAY)
    found = service.callbacks.derive()
    assert dict(found.made) == _VISITED
    assert late in {call.visit_id for call in _calls(desk)}
    with desk.write() as work:
        work.session.execute(delete(Callback))
    assert not service.callbacks.derive()
    assert service.callbacks.derive(whole=True).count == 4


def test_what_is_switched_back_by_hand_follows_at_once(make: Make, services: Services) -> None:
    desk = services.desk
    customer = make.customer("李娜")
    _handed_over(make, car=make.vehicle(customer))
    _derive(desk)
    with desk.read() as session:
        version = session.get_one(Customer, customer).version
    given = CustomerInput(name="李娜", phones=(PhoneInput(number="13912345678"),), do_not_call=True)
    services.customers.update(customer, given, version)
    assert {call.status for call in _calls(desk)} == {CallbackStatus.DO_NOT_CALL}
