"""The queue: what is due, most urgent first.

Two statements, built once, on bare texts: a queue of a thousand calls is looked at in a few
milliseconds, where entities or typed columns would take ten times as long.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, Text, bindparam, func, or_, select, type_coerce
from sqlalchemy.orm import Session

from frontdesk.models.callback import CallAttempt, Callback
from frontdesk.models.callback_rules import (
    OPEN_STATUSES,
    QueueKey,
    Urgency,
    Waiting,
    from_a_wrong_clock,
    is_held,
    may_make,
    may_take,
    ranked,
)
from frontdesk.models.customer import Customer
from frontdesk.models.enums import CallbackKind, CallbackStatus, CallOutcome
from frontdesk.models.rules import CallHours
from frontdesk.models.staff import StaffMember
from frontdesk.models.values import phone
from frontdesk.models.values.text import storable
from frontdesk.models.vehicle import Vehicle
from frontdesk.services.callbacks.dto import QueueFilter, QueueLook, QueueRow
from frontdesk.services.customers.telephone import number_to_ring
from frontdesk.services.desk import Desk
from frontdesk.services.search import query
from frontdesk.services.segments import narrowing
from frontdesk.services.segments.narrowing_dto import EVERYBODY, Narrowing
from frontdesk.store.functions import gathered

_MOST_FILES = 500
_KINDS = {kind.value: kind for kind in CallbackKind}
_STATUSES = {status.value: status for status in CallbackStatus}


def _bare(column: Any) -> ColumnElement[str]:
    """The column as the text it is stored as."""
    return type_coerce(column, Text())


_CALL = Callback.__table__.c
_ALIKE = (
    _bare(_CALL.status),
    _bare(_CALL.due_from),
    _bare(_CALL.kind),
    _bare(_CALL.due_until),
    _bare(_CALL.next_try_at),
    _CALL.assigned_to,
    _CALL.served_by,
)
"""What calls have in common that stand at one place; in the order of ``ix_callback_queue``."""
_SORTS = (
    select(*_ALIKE, func.aggregate_strings(_CALL.id, " ").label("ids"))
    .where(
        # Written out, or the engine does not know that the index holds them all.
        _bare(_CALL.status).in_(
            bindparam("open", sorted(OPEN_STATUSES), expanding=True, literal_execute=True)
        )
    )
    .group_by(*_ALIKE)
    .subquery()
)
_OPEN = select(gathered(*_SORTS.c))
"""Days and kinds are chosen from what it finds: asked for here, they would cost the index."""

_ATTEMPT = CallAttempt.__table__.c
_ATTEMPTS = select(func.count()).where(_ATTEMPT.callback_id == _CALL.id).scalar_subquery()
_NUMBER = number_to_ring(_CALL.customer_id).scalar_subquery()
_ASKED = Callback.__table__.alias()
_ANSWERED = (
    select(func.max(_bare(_ATTEMPT.started_at)))
    .join_from(_ASKED, CallAttempt.__table__, _ATTEMPT.callback_id == _ASKED.c.id)
    .where(
        _ASKED.c.customer_id == _CALL.customer_id,
        _bare(_ATTEMPT.outcome) == CallOutcome.REACHED.value,
    )
    .correlate(Callback.__table__)
    .scalar_subquery()
)
_HOURS = select(gathered(_CALL.id, _ANSWERED)).where(_CALL.id.in_(bindparam("ids", expanding=True)))
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
            _ANSWERED,
        )
    )
    .select_from(
        Callback.__table__.join(_CUSTOMER, _CUSTOMER.c.id == _CALL.customer_id)
        .outerjoin(_VEHICLE, _VEHICLE.c.id == _CALL.vehicle_id)
        .outerjoin(_STAFF, _STAFF.c.id == _CALL.assigned_to)
    )
    .where(_CALL.id.in_(bindparam("ids", expanding=True)))
)


class _Sort(NamedTuple):
    """The calls that are alike but for their customers, and where they stand in the queue."""

    key: QueueKey
    state: Urgency
    call: Waiting
    assigned_to: str | None
    ids: list[str]


def look_at_queue(session: Session, desk: Desk, wanted: QueueFilter) -> QueueLook:
    """The calls the signed-in person may make, in the order in which to make them."""
    owed = _rows(session, _OPEN, {})
    found = _narrowed(session, desk, wanted, sorted(_wanted(owed, desk, wanted), key=itemgetter(0)))
    return QueueLook(
        rows=_details(session, desk, _first(found, wanted.limit)),
        total=sum(len(sort.ids) for sort in found),
        overdue=sum(len(sort.ids) for sort in found if sort.state is Urgency.OVERDUE),
    )


def _wanted(owed: Sequence[Sequence[Any]], desk: Desk, wanted: QueueFilter) -> Iterator[_Sort]:
    """Of each sort of call whether the person makes, may take and asked for it: weighed once."""
    now, zone, me = desk.now, desk.clock.zone(), desk.actor
    kinds = {kind.value for kind in wanted.kinds or CallbackKind}
    sorts = [
        (call, assigned_to, served_by, ids)
        for status, due_from, kind, due_until, next_try_at, assigned_to, served_by, ids in owed
        if kind in kinds
        and _is_owed(call := _waiting(kind, status, due_from, due_until, next_try_at), desk.today)
    ]
    weighed = ranked((call for call, *_ in sorts), now, zone, desk.rules)
    for (call, assigned_to, served_by, ids), (key, state) in zip(sorts, weighed, strict=True):
        if state is Urgency.WAITING and not wanted.waiting:
            continue
        if not may_make(call.kind, me.roles, me.id, served_by):
            continue
        if wanted.overdue and state is not Urgency.OVERDUE:
            continue
        if wanted.mine and not may_take(call, assigned_to, me.id, now, zone):
            continue
        yield _Sort(key, state, call, assigned_to, ids.split())


def _is_owed(call: Waiting, today: date) -> bool:
    return call.due_from <= today or from_a_wrong_clock(call.kind, call.due_from, today)


def _narrowed(
    session: Session, desk: Desk, wanted: QueueFilter, found: Sequence[_Sort]
) -> Sequence[_Sort]:
    """Those of them that fit the hours and the search asked for."""
    fits: list[Callable[[_Sort, str], bool]] = []
    if wanted.hours is not None:
        fits.append(_in_hours(session, desk, wanted.hours, found))
    if wanted.search.strip():
        ids = _searched(session, wanted.search)
        fits.append(lambda _, id_: id_ in ids)
    if wanted.narrowing != EVERYBODY:
        theirs = _of_customers(session, desk, wanted.narrowing)
        fits.append(lambda _, id_: id_ in theirs)
    if not fits:
        return found
    kept = (
        sort._replace(ids=[id_ for id_ in sort.ids if all(fit(sort, id_) for fit in fits)])
        for sort in found
    )
    return [sort for sort in kept if sort.ids]


def _in_hours(
    session: Session, desk: Desk, span: CallHours, found: Sequence[_Sort]
) -> Callable[[_Sort, str], bool]:
    """Whether a call is best made in ``span``; an hour agreed beats the one answered at before."""
    zone = desk.clock.zone()
    ids = [id_ for sort in found for id_ in sort.ids]
    answered = {id_: at for id_, at in _rows(session, _HOURS, {"ids": ids}) if at is not None}

    def fits(sort: _Sort, id_: str) -> bool:
        agreed = sort.call.status is CallbackStatus.AGREED_TIME and sort.call.next_try_at
        at = agreed.astimezone(zone).time() if agreed else _hour(answered.get(id_), desk)
        return at is None or span.start <= at <= span.end

    return fits


def _searched(session: Session, typed: str) -> frozenset[str]:
    """Ids of the open calls of the customers found by ``typed``, or whose number it is part of."""
    asked = storable(typed[: query.LONGEST])
    files: list[str] = []
    for words in query.readings_of(asked):
        files += [one.customer_id for one in query.search(session.connection(), words, _MOST_FILES)]
    part = asked.strip().upper()
    return frozenset(
        session.scalars(
            select(Callback.id).where(
                Callback.status.in_(OPEN_STATUSES),
                or_(
                    Callback.customer_id.in_(files),
                    Callback.number.contains(part, autoescape=True),
                ),
            )
        )
    )


def _of_customers(session: Session, desk: Desk, wanted: Narrowing) -> frozenset[str]:
    """Ids of the open calls of the customers asked for."""
    theirs = narrowing.of_theirs(desk, session, wanted, Callback.customer_id)
    asked = select(Callback.id).where(Callback.status.in_(OPEN_STATUSES), *theirs)
    return frozenset(session.scalars(asked))


def _hour(answered: str | None, desk: Desk) -> time | None:
    """The hour of the desk's day of a stored moment."""
    if answered is None:
        return None
    return datetime.fromisoformat(answered).astimezone(desk.clock.zone()).time()


def _first(found: Sequence[_Sort], most: int) -> list[tuple[str, _Sort]]:
    """The first ``most`` calls; those that are equally urgent in the order they were made."""
    first: list[tuple[str, _Sort]] = []
    for _, equal in groupby(found, key=itemgetter(0)):
        first += sorted(((id_, sort) for sort in equal for id_ in sort.ids), key=itemgetter(0))
        if len(first) >= most:
            break
    return first[:most]


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


def _details(
    session: Session, desk: Desk, ordered: Sequence[tuple[str, _Sort]]
) -> tuple[QueueRow, ...]:
    found = _rows(session, _DETAILS, {"ids": [id_ for id_, _ in ordered]})
    rows = {row[0]: row for row in found}
    return tuple(_row(sort, rows[id_], desk) for id_, sort in ordered if id_ in rows)


def _row(sort: _Sort, row: Any, desk: Desk) -> QueueRow:
    id_, number, version, customer, name, plate, model, line, attempts, *rest = row
    assigned, started, answered = rest
    call = sort.call
    begun_at = None if started is None else datetime.fromisoformat(started)
    return QueueRow(
        id=id_,
        number=number,
        version=version,
        kind=call.kind,
        status=call.status,
        urgency=sort.state,
        customer_id=customer,
        customer_name=name,
        plate=plate,
        model=model,
        phone=phone.masked(line) if line else "",
        due_until=call.due_until,
        next_try_at=call.next_try_at,
        attempts=attempts,
        assigned_to=sort.assigned_to,
        assigned_name=assigned,
        in_call=is_held(begun_at, desk.now, desk.rules),
        answered_at=_hour(answered, desk),
    )
