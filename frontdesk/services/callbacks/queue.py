"""The queue: what is due, most urgent first. Columns only; two statements."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from frontdesk.models.callback import CallAttempt, Callback
from frontdesk.models.callback_rules import (
    OPEN_STATUSES,
    Urgency,
    Waiting,
    may_make,
    may_take,
    queue_key,
    urgency,
)
from frontdesk.models.customer import Customer, CustomerPhone
from frontdesk.models.staff import StaffMember
from frontdesk.models.values import phone
from frontdesk.models.vehicle import Vehicle
from frontdesk.services.callbacks.dto import QueueFilter, QueueRow
from frontdesk.services.desk import Desk

_RANKED = (
    Callback.id,
    Callback.kind,
    Callback.status,
    Callback.due_from,
    Callback.due_until,
    Callback.next_try_at,
    Callback.assigned_to,
    Callback.served_by,
)


def read_queue(session: Session, desk: Desk, wanted: QueueFilter) -> tuple[QueueRow, ...]:
    """The calls the signed-in person may make, in the order in which to make them."""
    now, zone, me = desk.now, desk.clock.zone(), desk.actor
    found = select(*_RANKED).where(
        Callback.status.in_(OPEN_STATUSES), Callback.due_from <= desk.today
    )
    if wanted.kinds:
        found = found.where(Callback.kind.in_(wanted.kinds))
    ranked: list[tuple[tuple[Any, ...], str, Urgency]] = []
    for row in session.execute(found):
        call = Waiting(row.kind, row.status, row.due_from, row.due_until, row.next_try_at)
        state = urgency(call, now, zone)
        if state is Urgency.WAITING and not wanted.waiting:
            continue
        if not may_make(row.kind, me.roles, me.id, row.served_by):
            continue
        if wanted.mine and not may_take(call, row.assigned_to, me.id, now, zone):
            continue
        ranked.append((queue_key(call, now, zone), row.id, state))
    ranked.sort()
    return _details(session, desk, [(key, state) for _, key, state in ranked[: wanted.limit]])


def _details(
    session: Session, desk: Desk, ordered: list[tuple[str, Urgency]]
) -> tuple[QueueRow, ...]:
    attempts = (
        select(func.count())
        .select_from(CallAttempt)
        .where(CallAttempt.callback_id == Callback.id)
        .scalar_subquery()
    )
    number = (
        select(CustomerPhone.number)
        .where(CustomerPhone.customer_id == Callback.customer_id)
        .order_by(CustomerPhone.wrong, CustomerPhone.position)
        .limit(1)
        .scalar_subquery()
    )
    held_since = desk.now - timedelta(minutes=desk.rules.call_hold_minutes)
    query = (
        select(
            Callback.id,
            Callback.number,
            Callback.version,
            Callback.kind,
            Callback.status,
            Callback.customer_id,
            Customer.name,
            Vehicle.plate,
            Vehicle.model,
            number.label("phone"),
            Callback.due_until,
            Callback.next_try_at,
            attempts.label("attempts"),
            Callback.assigned_to,
            StaffMember.name.label("assigned_name"),
            Callback.started_at,
        )
        .join(Customer, Customer.id == Callback.customer_id)
        .outerjoin(Vehicle, Vehicle.id == Callback.vehicle_id)
        .outerjoin(StaffMember, StaffMember.id == Callback.assigned_to)
        .where(Callback.id.in_([key for key, _ in ordered]))
    )
    rows = {row.id: row for row in session.execute(query)}
    return tuple(
        QueueRow(
            id=key,
            number=row.number,
            version=row.version,
            kind=row.kind,
            status=row.status,
            urgency=state,
            customer_id=row.customer_id,
            customer_name=row.name,
            plate=row.plate,
            model=row.model,
            phone=phone.masked(row.phone) if row.phone else "",
            due_until=row.due_until,
            next_try_at=row.next_try_at,
            attempts=row.attempts,
            assigned_to=row.assigned_to,
            assigned_name=row.assigned_name,
            in_call=row.started_at is not None and row.started_at >= held_since,
        )
        for key, state in ordered
        if (row := rows.get(key)) is not None
    )
