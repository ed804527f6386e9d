"""Lists of tickets: columns only, what runs out first on top."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, Text, case, func, or_, select, type_coerce
from sqlalchemy.orm import Session, aliased

from frontdesk.models.callback import Callback
from frontdesk.models.complaint import Complaint, ComplaintEntry
from frontdesk.models.complaint_clocks import Clock, follow_up, nearest
from frontdesk.models.customer import Customer
from frontdesk.models.enums import ClockColour, ComplaintClock, ComplaintState, ComplaintStep, Role
from frontdesk.models.pauses import Pause
from frontdesk.models.staff import StaffMember
from frontdesk.models.values import text
from frontdesk.models.vehicle import Vehicle
from frontdesk.models.visit import Visit
from frontdesk.services.complaints.dto import ComplaintFilter, TicketRow
from frontdesk.services.complaints.rights import Colleague, Standing, holders, waits_for
from frontdesk.services.complaints.standing import colleagues
from frontdesk.services.desk import Desk
from frontdesk.services.segments import narrowing

_CHUNK = 500
_OPEN = tuple(state for state in ComplaintState if state is not ComplaintState.FILED)
_MANAGERS = frozenset(
    {Role.GENERAL_MANAGER, Role.CS_MANAGER, Role.SERVICE_MANAGER, Role.SALES_MANAGER}
)
_Handler = aliased(StaffMember)
_COLUMNS = (
    Complaint.id,
    Complaint.number,
    Complaint.version,
    Complaint.state,
    Complaint.round,
    Complaint.level,
    Complaint.safety,
    Complaint.category,
    Complaint.customer_id,
    Customer.name.label("customer"),
    Vehicle.plate,
    Complaint.department,
    Complaint.handler_id,
    _Handler.name.label("handler"),
    Complaint.about_staff_id,
    Visit.advisor_id,
    Callback.served_by,
    Complaint.registered_at,
    Complaint.due_at,
    Complaint.dispatched_at,
    Complaint.return_due_at,
    Complaint.signed_off_at,
    Complaint.acknowledged_at,
    Complaint.repeats_id,
    Complaint.paused_at,
    Complaint.paused_seconds,
    case(
        (
            Complaint.state == ComplaintState.TO_FOLLOW_UP,
            select(func.max(ComplaintEntry.at))
            .where(
                ComplaintEntry.complaint_id == Complaint.id,
                ComplaintEntry.step == ComplaintStep.RETURNED,
                ComplaintEntry.round == Complaint.round,
            )
            .correlate(Complaint)
            .scalar_subquery(),
        )
    ).label("returned_at"),
)


def list_tickets(desk: Desk, session: Session, wanted: ComplaintFilter) -> tuple[TicketRow, ...]:
    """Open tickets first, overdue ones on top, then by what ends next; then filed, newest first."""
    people = colleagues(session)
    asked = _conditions(desk, session, wanted)
    rows = [_row(desk, found, people) for found in _found(session, wanted, asked)]
    now = desk.now
    if wanted.overdue:
        rows = [row for row in rows if _is_over(row, now)]
    if wanted.mine:
        rows = [row for row in rows if row.mine or _is_escalated(desk, row, now)]
    # Two stable sorts: newest first among the filed, then the open ones before them.
    rows.sort(key=lambda row: row.registered_at, reverse=True)
    rows.sort(key=lambda row: _urgency(row, now))
    return tuple(rows[: wanted.limit])


def numbers(session: Session) -> tuple[str, ...]:
    """The numbers of all tickets, oldest first."""
    return tuple(session.scalars(select(Complaint.number).order_by(Complaint.number)))


def _found(
    session: Session, wanted: ComplaintFilter, asked: Sequence[ColumnElement[bool]]
) -> list[Row[Any]]:
    query = _joined(select(*_COLUMNS)).where(*asked)
    if wanted.ids is not None:
        return _by_ids(session, query, wanted.ids)
    found = list(session.execute(query.where(Complaint.state.in_(_OPEN))).all())
    left = wanted.limit - len(found)
    if left > 0 and not (wanted.open or wanted.mine or wanted.overdue):
        found += _by_ids(session, query, _newest_filed(session, wanted, asked, left))
    return found


def _by_ids(
    session: Session, query: Select[*tuple[Any, ...]], ids: Sequence[str]
) -> list[Row[Any]]:
    found: list[Row[Any]] = []
    for at in range(0, len(ids), _CHUNK):
        found += session.execute(query.where(Complaint.id.in_(ids[at : at + _CHUNK]))).all()
    return found


def _newest_filed(
    session: Session, wanted: ComplaintFilter, asked: Sequence[ColumnElement[bool]], most: int
) -> Sequence[str]:
    """Ids first, without the joins: read along the index of days until there are enough."""
    # Nearly all are filed: as an expression, so that no engine takes the index of states instead,
    # fetches them all and sorts.
    filed = type_coerce(Complaint.state, Text).concat("") == ComplaintState.FILED.value
    ids = select(Complaint.id)
    if wanted.text.strip():
        ids = _joined(ids)
    newest = ids.where(filed, *asked).order_by(Complaint.registered_at.desc())
    return session.scalars(newest.limit(most)).all()


def _joined(query: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    return (
        query.select_from(Complaint)
        .join(Customer, Customer.id == Complaint.customer_id)
        .outerjoin(Vehicle, Vehicle.id == Complaint.vehicle_id)
        .outerjoin(_Handler, _Handler.id == Complaint.handler_id)
        .outerjoin(Visit, Visit.id == Complaint.visit_id)
        .outerjoin(Callback, Callback.id == Complaint.callback_id)
    )


def _conditions(
    desk: Desk, session: Session, wanted: ComplaintFilter
) -> Sequence[ColumnElement[bool]]:
    conditions = narrowing.of_theirs(desk, session, wanted.narrowing, Complaint.customer_id)
    if wanted.states:
        conditions.append(Complaint.state.in_(sorted(wanted.states)))
    if wanted.customer_id is not None:
        conditions.append(Complaint.customer_id == wanted.customer_id)
    typed = text.excerpt(wanted.text, text.LINE_LIMIT)
    if typed:
        places = (Complaint.number, Customer.name, Complaint.complainant, Vehicle.plate)
        conditions.append(or_(*(each.icontains(typed, autoescape=True) for each in places)))
    return conditions


def _row(desk: Desk, found: Row[Any], people: tuple[Colleague, ...]) -> TicketRow:
    standing = Standing(
        state=found.state,
        department=found.department,
        handler_id=found.handler_id,
        handler=found.handler,
        about_id=found.about_staff_id,
        served_by=frozenset(each for each in (found.advisor_id, found.served_by) if each),
        safety=found.safety,
        paused=found.paused_at is not None,
        people=people,
    )
    return TicketRow(
        id=found.id,
        number=found.number,
        version=found.version,
        state=found.state,
        round=found.round,
        level=found.level,
        safety=found.safety,
        category=found.category,
        customer_id=found.customer_id,
        customer=found.customer,
        plate=found.plate,
        department=found.department,
        handler=found.handler,
        holders=holders(standing),
        clock=_clock(desk, found),
        registered_at=found.registered_at,
        acknowledged=found.acknowledged_at is not None,
        repeated=found.repeats_id is not None,
        mine=waits_for(desk.actor, standing),
        paused=found.paused_at is not None,
    )


def _clock(desk: Desk, found: Row[Any]) -> Clock:
    """The clock that ends first of those that run, from the columns kept for lists.

    Until the customer is told, the acknowledgement; while it is being handled, the 12 hours; then
    the day of the return; and the 24 all the time.
    """
    since = Pause(found.paused_at) if found.paused_at else None
    over = found.registered_at + timedelta(seconds=found.paused_seconds)
    stops = [Pause(found.registered_at, over)] if found.paused_seconds else []
    loop = Clock(
        found.registered_at,
        found.due_at,
        found.signed_off_at,
        (*stops, since) if since else tuple(stops),
    )
    if loop.ended is not None:
        return loop
    running = [loop]
    if found.acknowledged_at is None:
        told = timedelta(minutes=desk.rules.acknowledge_minutes)
        running.append(
            Clock(
                found.registered_at,
                found.registered_at + told,
                kind=ComplaintClock.ACKNOWLEDGEMENT,
            )
        )
    if found.state is ComplaintState.TO_RETURN and found.return_due_at is not None:
        still = (since,) if since else ()
        running.append(
            Clock(found.dispatched_at, found.return_due_at, None, still, ComplaintClock.HANDLING)
        )
    if found.returned_at is not None:
        running.append(follow_up(found.returned_at, None, desk.clock.zone(), desk.rules))
    return nearest(running, desk.now) or loop


def _is_over(row: TicketRow, now: datetime) -> bool:
    return row.clock.colour(now, 100) is ClockColour.OVER


def _is_escalated(desk: Desk, row: TicketRow, now: datetime) -> bool:
    """Overdue tickets top every list up to the general manager (domain §5.1)."""
    return _is_over(row, now) and not desk.actor.roles.isdisjoint(_MANAGERS)


def _urgency(row: TicketRow, now: datetime) -> tuple[int, bool, datetime]:
    if row.state is ComplaintState.FILED:
        return 2, False, datetime.max.replace(tzinfo=now.tzinfo)
    return 0 if _is_over(row, now) else 1, not row.safety, row.clock.due
