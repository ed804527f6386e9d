"""The queue: what is due, most urgent first.

Two statements, built once, on bare texts: a queue of a thousand calls is looked at in a few
milliseconds, where entities or typed columns would take ten times as long.
"""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, Text, bindparam, func, select, type_coerce
from sqlalchemy.orm import Session

from frontdesk.models.callback import CallAttempt, Callback
from frontdesk.models.callback_rules import (
    OPEN_STATUSES,
    Urgency,
    Waiting,
    may_make,
    may_take,
    ranked,
)
from frontdesk.models.customer import Customer, CustomerPhone
from frontdesk.models.enums import CallbackKind, CallbackStatus
from frontdesk.models.staff import StaffMember
from frontdesk.models.values import phone
from frontdesk.models.vehicle import Vehicle
from frontdesk.services.callbacks.dto import QueueFilter, QueueLook, QueueRow
from frontdesk.services.desk import Desk
from frontdesk.store.functions import gathered

_KINDS = {kind.value: kind for kind in CallbackKind}
_STATUSES = {status.value: status for status in CallbackStatus}
_BY_PLACE = itemgetter(0, 1)


def _bare(column: Any) -> ColumnElement[str]:
    """The column as the text it is stored as."""
    return type_coerce(column, Text())


_CALL = Callback.__table__.c
_OWED = select(
    gathered(
        _CALL.id,
        _bare(_CALL.kind),
        _bare(_CALL.status),
        _bare(_CALL.due_from),
        _bare(_CALL.due_until),
        _bare(_CALL.next_try_at),
        _CALL.assigned_to,
        _CALL.served_by,
    )
).where(
    _bare(_CALL.status).in_([status.value for status in OPEN_STATUSES]),
    _bare(_CALL.due_from) <= bindparam("today"),
)
"""Kinds are chosen from what it finds: asked for by kind, the engine reads every call ever made."""

_ATTEMPT, _PHONE = CallAttempt.__table__.c, CustomerPhone.__table__.c
_ATTEMPTS = select(func.count()).where(_ATTEMPT.callback_id == _CALL.id).scalar_subquery()
_NUMBER = (
    select(_PHONE.number)
    .where(_PHONE.customer_id == _CALL.customer_id)
    .order_by(type_coerce(_PHONE.wrong, Text()), _PHONE.position)
    .limit(1)
    .scalar_subquery()
)
_CUSTOMER, _VEHICLE, _STAFF = Customer.__table__, Vehicle.__table__, StaffMember.__table__
_DETAILS = (
    select(
        gathered(
            _CALL.id,
            _CALL.number,
            _CALL.version,
            _CALL.customer_id,
            _CUSTOMER.c.name,
            _VEHICLE.c.plate,
            _VEHICLE.c.model,
            _NUMBER,
            _ATTEMPTS,
            _STAFF.c.name,
            _bare(_CALL.started_at),
        )
    )
    .select_from(
        Callback.__table__.join(_CUSTOMER, _CUSTOMER.c.id == _CALL.customer_id)
        .outerjoin(_VEHICLE, _VEHICLE.c.id == _CALL.vehicle_id)
        .outerjoin(_STAFF, _STAFF.c.id == _CALL.assigned_to)
    )
    .where(_CALL.id.in_(bindparam("ids", expanding=True)))
)


class _Owed(NamedTuple):
    """One call that is owed, and where it stands in the queue."""

    place: int
    id: str
    state: Urgency
    call: Waiting
    assigned_to: str | None


def look_at_queue(session: Session, desk: Desk, wanted: QueueFilter) -> QueueLook:
    """The calls the signed-in person may make, in the order in which to make them."""
    now, zone, me = desk.now, desk.clock.zone(), desk.actor
    kinds = {kind.value for kind in wanted.kinds or CallbackKind if _makes(desk, kind)}
    rows = _rows(session, _OWED, {"today": desk.today.isoformat()})
    # Most calls of a day are alike but for the customer: each sort is weighed once.
    owed = [(id_, tuple(sort), assigned, served) for id_, *sort, assigned, served in rows]
    sorts = {sort: _waiting(*sort) for sort in {row[1] for row in owed} if sort[0] in kinds}
    weighed = dict(zip(sorts, ranked(sorts.values(), now, zone), strict=True))
    places = {key: place for place, key in enumerate(sorted({key for key, _ in weighed.values()}))}
    found: list[_Owed] = []
    for id_, sort, assigned_to, served_by in owed:
        if sort not in weighed:
            continue
        (key, state), call = weighed[sort], sorts[sort]
        if state is Urgency.WAITING and not wanted.waiting:
            continue
        if not may_make(call.kind, me.roles, me.id, served_by):
            continue
        if wanted.mine and not may_take(call, assigned_to, me.id, now, zone):
            continue
        found.append(_Owed(places[key], id_, state, call, assigned_to))
    found.sort(key=_BY_PLACE)
    return QueueLook(
        rows=_details(session, desk, found[: wanted.limit]),
        total=len(found),
        overdue=sum(each.state is Urgency.OVERDUE for each in found),
    )


def _rows(session: Session, statement: Select[Any], given: dict[str, Any]) -> list[list[Any]]:
    rows: list[list[Any]] = json.loads(session.connection().execute(statement, given).scalar_one())
    return rows


def _waiting(
    kind: str, status: str, due_from: str, due_until: str, next_try_at: str | None
) -> Waiting:
    return Waiting(
        _KINDS[kind],
        _STATUSES[status],
        date.fromisoformat(due_from),
        date.fromisoformat(due_until),
        None if next_try_at is None else datetime.fromisoformat(next_try_at),
    )


def _makes(desk: Desk, kind: CallbackKind) -> bool:
    """Whether the person makes calls of ``kind`` at all."""
    return may_make(kind, desk.actor.roles, desk.actor.id, None)


def _details(session: Session, desk: Desk, ordered: list[_Owed]) -> tuple[QueueRow, ...]:
    held_since = desk.now - timedelta(minutes=desk.rules.call_hold_minutes)
    found = _rows(session, _DETAILS, {"ids": [each.id for each in ordered]})
    rows = {row[0]: row for row in found}
    return tuple(_row(each, rows[each.id], held_since) for each in ordered if each.id in rows)


def _row(owed: _Owed, row: Any, held_since: datetime) -> QueueRow:
    _, number, version, customer, name, plate, model, line, attempts, assigned, started = row
    call = owed.call
    return QueueRow(
        id=owed.id,
        number=number,
        version=version,
        kind=call.kind,
        status=call.status,
        urgency=owed.state,
        customer_id=customer,
        customer_name=name,
        plate=plate,
        model=model,
        phone=phone.masked(line) if line else "",
        due_until=call.due_until,
        next_try_at=call.next_try_at,
        attempts=attempts,
        assigned_to=owed.assigned_to,
        assigned_name=assigned,
        in_call=started is not None and datetime.fromisoformat(started) >= held_since,
    )
