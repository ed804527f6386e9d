"""Reads delivered cars with the calls of their routine sheets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Row, Select, func, select
from sqlalchemy.orm import Session, aliased, lazyload

from frontdesk.clock import local
from frontdesk.models.callback import CallAttempt, Callback
from frontdesk.models.callback_programme import RoutineSheet
from frontdesk.models.customer import Customer
from frontdesk.models.due_rules import Withdrawn, routine_stages, stage_told
from frontdesk.models.enums import CallbackKind, CallOutcome
from frontdesk.models.routine_rules import StageCall, is_whole, state_of, state_without
from frontdesk.models.staff import StaffMember
from frontdesk.models.values import phone
from frontdesk.models.vehicle import Vehicle
from frontdesk.services.call_figures.timing import last_days
from frontdesk.services.customers.telephone import number_to_ring
from frontdesk.services.desk import Desk
from frontdesk.services.routine.dto import RoutineCar, RoutineFilter, RoutineStage, Signature
from frontdesk.services.segments import narrowing
from frontdesk.store.functions import unsought

_CHUNK = 500
_BARE = (lazyload(Callback.attempts), lazyload(Callback.answers))
_signer, _checker = aliased(StaffMember), aliased(StaffMember)
_NUMBER = number_to_ring(Customer.id).scalar_subquery()
_CARS: Select[*tuple[Any, ...]] = (
    select(
        Vehicle.id,
        Vehicle.plate,
        Vehicle.vin,
        Vehicle.brand,
        Vehicle.model,
        Vehicle.delivered_on,
        Vehicle.sales_consultant,
        Vehicle.sales_consultant_id,
        StaffMember.name.label("consultant"),
        Customer.id.label("customer_id"),
        Customer.number.label("customer_number"),
        Customer.name.label("customer"),
        _NUMBER.label("phone"),
        RoutineSheet,
        _signer.name.label("signer"),
        _checker.name.label("checker"),
    )
    .join(Customer, Customer.id == Vehicle.customer_id)
    .outerjoin(StaffMember, StaffMember.id == Vehicle.sales_consultant_id)
    .outerjoin(
        RoutineSheet,
        (RoutineSheet.vehicle_id == Vehicle.id) & (RoutineSheet.customer_id == Customer.id),
    )
    .outerjoin(_signer, _signer.id == RoutineSheet.signed_by)
    .outerjoin(_checker, _checker.id == RoutineSheet.checked_by)
    .where(Vehicle.delivered_on.is_not(None), Vehicle.sold_here.is_(True))
    .order_by(Vehicle.delivered_on.desc(), Vehicle.id)
)


def cars(desk: Desk, session: Session, wanted: RoutineFilter) -> tuple[RoutineCar, ...]:
    """The cars that fit, the newest delivery first."""
    query = _CARS.where(
        Vehicle.delivered_on >= desk.today - timedelta(days=wanted.days),
        Vehicle.delivered_on <= desk.today,
    )
    if wanted.consultant_id is not None:
        query = query.where(Vehicle.sales_consultant_id == wanted.consultant_id)
    theirs = narrowing.of_theirs(desk, session, wanted.narrowing, Vehicle.customer_id)
    found = _read(desk, session, session.execute(query.where(*theirs)).all())
    return tuple(
        car
        for car in found
        if (not wanted.missing or car.missed)
        and (not wanted.unsigned or (car.whole and car.signed is None))
    )


def car(desk: Desk, session: Session, vehicle_id: str) -> RoutineCar | None:
    """One delivered car, or ``None`` where the car was not delivered by this house."""
    rows = session.execute(_CARS.where(Vehicle.id == vehicle_id)).all()
    return next(iter(_read(desk, session, rows)), None)


def _read(desk: Desk, session: Session, rows: Sequence[Row[Any]]) -> list[RoutineCar]:
    calls = _calls(session, {row.customer_id for row in rows})
    late = {
        each.Callback.id: each.Callback.due_until
        for theirs in calls.values()
        for each in theirs
        if each.Callback.closed_on is not None and each.Callback.closed_on > each.Callback.due_until
    }
    last = last_days(session, desk.clock, late)
    return [_car(desk, row, calls[row.id], last) for row in rows]


def _calls(session: Session, customers: Iterable[str]) -> defaultdict[str, list[Row[Any]]]:
    """By car: its routine calls, with who closed them and the last outcome."""
    last = (
        select(CallAttempt.outcome)
        .where(CallAttempt.callback_id == Callback.id)
        .order_by(CallAttempt.position.desc())
        .limit(1)
        .scalar_subquery()
    )
    tried = select(func.count()).where(CallAttempt.callback_id == Callback.id).scalar_subquery()
    by_car: defaultdict[str, list[Row[Any]]] = defaultdict(list)
    ordered = sorted(customers)
    for some in (ordered[at : at + _CHUNK] for at in range(0, len(ordered), _CHUNK)):
        rows = session.execute(
            select(
                Callback,
                StaffMember.name.label("by"),
                last.label("outcome"),
                tried.label("tried"),
            )
            .options(*_BARE)
            .outerjoin(StaffMember, StaffMember.id == Callback.closed_by)
            .where(
                Callback.customer_id.in_(some),
                unsought(Callback.kind) == CallbackKind.NEW_CAR_ROUTINE.value,
            )
        )
        for row in rows:
            by_car[row.Callback.vehicle_id].append(row)
    return by_car


def _car(
    desk: Desk, row: Row[Any], calls: Sequence[Row[Any]], last: Mapping[str, date]
) -> RoutineCar:
    theirs = [each for each in calls if each.Callback.customer_id == row.customer_id]
    stages = _stages(desk, row, theirs, last)
    sheet: RoutineSheet | None = row.RoutineSheet
    return RoutineCar(
        id=row.id,
        version=0 if sheet is None else sheet.version,
        customer_id=row.customer_id,
        customer_number=row.customer_number,
        customer_name=row.customer,
        phone=phone.masked(row.phone) if row.phone else "",
        plate=row.plate or "",
        vin=row.vin or "",
        model=" ".join(part for part in (row.brand, row.model) if part),
        consultant_id=row.sales_consultant_id,
        consultant=row.consultant or row.sales_consultant or "",
        delivered_on=row.delivered_on,
        stages=stages,
        signed=_signature(row.signer, sheet.signed_at, sheet.signed_note) if sheet else None,
        checked=_signature(row.checker, sheet.checked_at, sheet.check_note) if sheet else None,
        whole=is_whole(tuple(stage.state for stage in stages)),
    )


def _signature(by: str | None, at: datetime | None, note: str | None) -> Signature | None:
    return None if at is None else Signature(by or "", at, note or "")


def _stages(
    desk: Desk, row: Row[Any], calls: Sequence[Row[Any]], last: Mapping[str, date]
) -> tuple[RoutineStage, ...]:
    """The planned stages with their calls; once maintained, no further one is planned."""
    made = {each.Callback.stage: each for each in calls}
    over = any(each.Callback.withdrawn_why == Withdrawn.MAINTAINED for each in calls)
    stages, today = [], desk.today
    for stage in routine_stages(row.delivered_on, desk.rules):
        call = made.pop(stage.key, None)
        if call is not None:
            stages.append(_made(desk, row.delivered_on, call, last))
        elif not over:
            state = state_without(stage, today)
            first, until = stage.window.first, stage.window.last
            key = stage_told(stage.key, first, row.delivered_on)
            stages.append(RoutineStage(key, first, until, state))
    # Stages that the rules had when the car was delivered, and have no longer.
    stages += [_made(desk, row.delivered_on, call, last) for call in made.values()]
    return tuple(sorted(stages, key=lambda each: (each.first, each.last)))


def _made(desk: Desk, delivered_on: date, row: Row[Any], last: Mapping[str, date]) -> RoutineStage:
    call: Callback = row.Callback
    asked = local(call.created_at, desk.clock).date()
    until = last.get(call.id, call.due_until)
    standing = StageCall(call.status, until, call.closed_on, call.withdrawn_why, asked)
    return RoutineStage(
        key=stage_told(call.stage or "", call.due_from, delivered_on),
        first=call.due_from,
        last=call.due_until,
        state=state_of(standing, desk.today),
        callback_id=call.id,
        number=call.number,
        status=call.status,
        done_on=call.closed_on,
        by=row.by or "",
        attempts=row.tried,
        outcome=CallOutcome(row.outcome) if row.outcome else None,
        satisfaction=call.satisfaction,
        score=call.score,
        words="\n".join(part for part in (call.suggestion, call.note) if part),
        withdrawn_why=call.withdrawn_why,
    )
