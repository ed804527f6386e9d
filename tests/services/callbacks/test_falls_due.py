"""Events make their calls fall due, once."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import select

from frontdesk.models.callback import Callback
from frontdesk.models.enums import CallbackKind, CallbackStatus, Role, VisitStatus
from frontdesk.models.journal import AuditEntry
from frontdesk.services.callbacks.falls_due import (
    Delivered,
    due_after_delivery,
    due_after_service,
)
from frontdesk.services.desk import Desk
from tests.factories import Make


def _callback(desk: Desk, callback_id: str) -> Callback:
    with desk.read() as session:
        return session.get_one(Callback, callback_id)


def test_a_hand_over_makes_one_call_for_the_days_after(make: Make, desk: Desk) -> None:
    specialist = make.staff(Role.CS_SPECIALIST)
    customer = make.customer(specialist_id=specialist.id)
    visit = make.visit(make.vehicle(customer), status=VisitStatus.HANDED_OVER)
    with desk.write() as work:
        made = due_after_service(work, visit)
        assert due_after_service(work, visit) is None
    assert made is not None
    callback = _callback(desk, made)
    assert (callback.due_from, callback.due_until) == (date(2026, 11, 6), date(2026, 11, 8))
    assert callback.kind is CallbackKind.AFTER_SERVICE
    assert callback.status is CallbackStatus.DUE
    assert callback.served_by == desk.actor.id
    assert callback.assigned_to == specialist.id
    assert callback.number == "H-2026-000001"
    with desk.read() as session:
        entries = session.scalars(select(AuditEntry).where(AuditEntry.action == "callback.due"))
        assert [entry.subject_id for entry in entries] == [made]


def test_a_call_is_not_given_to_who_served(make: Make, desk: Desk) -> None:
    customer = make.customer(specialist_id=desk.actor.id)
    visit = make.visit(make.vehicle(customer), status=VisitStatus.HANDED_OVER)
    with desk.write() as work:
        made = due_after_service(work, visit)
    assert made is not None
    assert _callback(desk, made).assigned_to is None


def test_who_wants_no_calls_gets_none(make: Make, desk: Desk) -> None:
    visit = make.visit(
        make.vehicle(make.customer(do_not_call=True)), status=VisitStatus.HANDED_OVER
    )
    with desk.write() as work:
        assert due_after_service(work, visit) is None


def test_a_sheet_of_deliveries_makes_one_call_a_car(make: Make, desk: Desk) -> None:
    customer = make.customer()
    cars = [make.vehicle(customer) for _ in range(3)]
    days = [desk.today, desk.today - timedelta(days=30), desk.today - timedelta(days=31)]
    sheet = [Delivered(car, customer, day) for car, day in zip(cars, days, strict=True)]
    with desk.write() as work:
        assert due_after_delivery(work, [*sheet, sheet[0]]) == 2
    with desk.write() as work:
        assert due_after_delivery(work, iter(sheet)) == 0
    with desk.read() as session:
        kinds = session.scalars(select(Callback.kind)).all()
    assert kinds == [CallbackKind.NEW_CAR] * 2


def test_a_call_of_an_act_that_fails_is_not_kept(make: Make, desk: Desk) -> None:
    visit = make.visit(status=VisitStatus.HANDED_OVER)
    try:
        with desk.write() as work:
            due_after_service(work, visit)
            raise RuntimeError
    except RuntimeError:
        pass
    with desk.read() as session:
        assert session.scalars(select(Callback.id)).all() == []
