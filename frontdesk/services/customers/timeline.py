"""One timeline of all that happened with a customer: visits, calls, complaints, imports, notes."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from heapq import nlargest
from operator import attrgetter
from typing import Any

from sqlalchemy import BindParameter, Row, bindparam, func, select
from sqlalchemy.orm import Session

from frontdesk.models.callback import Callback
from frontdesk.models.complaint import Complaint
from frontdesk.models.customer import Customer, CustomerNote
from frontdesk.models.journal import ImportBatch, ImportedVehicle
from frontdesk.models.staff import StaffMember
from frontdesk.models.values import plate
from frontdesk.models.vehicle import Vehicle
from frontdesk.models.visit import Visit
from frontdesk.services.customers.dto import EntryKind, TimelineEntry
from frontdesk.services.desk import Desk

# Built once and run past the ORM: a timeline is read each time a file opens.
_THIS: BindParameter[Any] = bindparam("customer")
_BEFORE: BindParameter[Any] = bindparam("before")
_LIMIT: BindParameter[Any] = bindparam("limit")
_END_OF_TIME = datetime(9999, 1, 1, tzinfo=UTC)

_VISIT_AT = func.coalesce(Visit.arrived_at, Visit.booked_for, Visit.opened_at)
_CALL_AT = func.coalesce(Callback.closed_at, Callback.next_try_at, Callback.due_from)

_VISITS = (
    select(
        Visit.id,
        _VISIT_AT.label("at"),
        Visit.number,
        func.coalesce(Visit.words, Visit.why).label("text"),
        Visit.status.label("state"),
        Vehicle.plate,
        StaffMember.name.label("by"),
    )
    .join(Vehicle, Vehicle.id == Visit.vehicle_id)
    .join(StaffMember, StaffMember.id == Visit.advisor_id)
    .where(Visit.customer_id == _THIS, _VISIT_AT < _BEFORE)
    .order_by(_VISIT_AT.desc())
    .limit(_LIMIT)
)
_CALLS = (
    select(
        Callback.id,
        Callback.closed_at,
        Callback.next_try_at,
        Callback.due_from,
        Callback.number,
        Callback.kind,
        func.coalesce(Callback.suggestion, Callback.note).label("text"),
        Callback.status.label("state"),
        StaffMember.name.label("by"),
    )
    .join(StaffMember, StaffMember.id == Callback.closed_by, isouter=True)
    .where(Callback.customer_id == _THIS, _CALL_AT < _BEFORE)
    .order_by(_CALL_AT.desc())
    .limit(_LIMIT)
)
_COMPLAINTS = (
    select(
        Complaint.id,
        Complaint.registered_at.label("at"),
        Complaint.number,
        Complaint.words.label("text"),
        Complaint.state,
        Vehicle.plate,
        StaffMember.name.label("by"),
    )
    .join(Vehicle, Vehicle.id == Complaint.vehicle_id, isouter=True)
    .join(StaffMember, StaffMember.id == Complaint.registered_by)
    .where(Complaint.customer_id == _THIS, Complaint.registered_at < _BEFORE)
    .order_by(Complaint.registered_at.desc())
    .limit(_LIMIT)
)
_NOTES = (
    select(
        CustomerNote.id,
        CustomerNote.written_at.label("at"),
        CustomerNote.text,
        StaffMember.name.label("by"),
    )
    .join(StaffMember, StaffMember.id == CustomerNote.written_by)
    .where(CustomerNote.customer_id == _THIS, CustomerNote.written_at < _BEFORE)
    .order_by(CustomerNote.written_at.desc())
    .limit(_LIMIT)
)
_IMPORTS = (
    select(
        ImportBatch.id,
        ImportBatch.at,
        ImportBatch.file_name.label("text"),
        func.coalesce(Vehicle.plate, Vehicle.model).label("plate"),
        StaffMember.name.label("by"),
    )
    .join(ImportedVehicle, ImportedVehicle.batch_id == ImportBatch.id)
    .join(Vehicle, Vehicle.id == ImportedVehicle.vehicle_id)
    .join(StaffMember, StaffMember.id == ImportBatch.by)
    .where(Vehicle.customer_id == _THIS, ImportBatch.at < _BEFORE)
    .order_by(ImportBatch.at.desc())
    .limit(_LIMIT)
)
_CREATED = (
    select(
        Customer.id,
        Customer.created_at.label("at"),
        Customer.number,
        StaffMember.name.label("by"),
    )
    .join(StaffMember, StaffMember.id == Customer.created_by, isouter=True)
    .where(Customer.id == _THIS, Customer.created_at < _BEFORE)
    .limit(_LIMIT)
)
_KINDS = (
    (EntryKind.VISIT, _VISITS),
    (EntryKind.CALL, _CALLS),
    (EntryKind.COMPLAINT, _COMPLAINTS),
    (EntryKind.NOTE, _NOTES),
    (EntryKind.IMPORT, _IMPORTS),
    (EntryKind.CREATED, _CREATED),
)


def entries(
    desk: Desk, session: Session, customer_id: str, limit: int, before: datetime | None
) -> tuple[TimelineEntry, ...]:
    """The newest ``limit`` events (older than ``before``), newest first; one statement a kind."""
    given = {"customer": customer_id, "before": before or _END_OF_TIME, "limit": limit}
    run = session.connection().execute
    found = [
        _entry(desk, kind, row) for kind, statement in _KINDS for row in run(statement, given).all()
    ]
    return tuple(nlargest(limit, found, key=attrgetter("at", "id")))


def _entry(desk: Desk, kind: EntryKind, row: Row[Any]) -> TimelineEntry:
    values = row._mapping
    return TimelineEntry(
        id=row.id,
        kind=kind,
        at=_moment_of_call(desk, row) if kind is EntryKind.CALL else row.at,
        number=values.get("number", ""),
        text=values.get("text") or "",
        car=plate.display(values.get("plate") or ""),
        by=row.by or "",
        state=values.get("state"),
        call=values.get("kind"),
    )


def _moment_of_call(desk: Desk, row: Row[Any]) -> datetime:
    """A call made stands at its end, one due at the moment agreed or the day it falls due."""
    moment: datetime | None = row.closed_at or row.next_try_at
    return moment or _morning(desk, row.due_from)


def _morning(desk: Desk, day: date) -> datetime:
    """When calling begins on ``day`` at the desk."""
    zone = desk.clock.zone()
    hours = desk.rules.call_hours
    start = datetime.combine(day, hours[0].start if hours else time.min)
    return (start.replace(tzinfo=zone) if zone else start.astimezone()).astimezone(UTC)
