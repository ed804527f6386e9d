"""One timeline of all that happened with a customer: visits, calls, complaints, imports, notes."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from heapq import nlargest
from operator import attrgetter

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

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


def entries(
    desk: Desk, session: Session, customer_id: str, limit: int, before: datetime | None
) -> tuple[TimelineEntry, ...]:
    """The newest ``limit`` events (older than ``before``), newest first; one statement a kind."""
    found = [
        *_visits(session, customer_id, limit, before),
        *_calls(desk, session, customer_id, limit, before),
        *_complaints(session, customer_id, limit, before),
        *_notes(session, customer_id, limit, before),
        *_imports(session, customer_id, limit, before),
        *_created(session, customer_id, before),
    ]
    return tuple(nlargest(limit, found, key=attrgetter("at", "id")))


_VISIT_AT = func.coalesce(
    Visit.arrived_at, Visit.booked_for, Visit.opened_at, type_=Visit.opened_at.type
)


def _visits(
    session: Session, customer_id: str, limit: int, before: datetime | None
) -> list[TimelineEntry]:
    rows = session.execute(
        select(
            Visit.id,
            _VISIT_AT,
            Visit.number,
            Visit.words,
            Visit.why,
            Visit.status,
            Vehicle.plate,
            StaffMember.name,
        )
        .join(Vehicle, Vehicle.id == Visit.vehicle_id)
        .join(StaffMember, StaffMember.id == Visit.advisor_id)
        .where(Visit.customer_id == customer_id, *_older(_VISIT_AT, before))
        .order_by(_VISIT_AT.desc())
        .limit(limit)
    )
    return [
        TimelineEntry(
            id=id_,
            kind=EntryKind.VISIT,
            at=at,
            number=number,
            text=words or why or "",
            car=plate.display(sign or ""),
            by=by,
            state=status,
        )
        for id_, at, number, words, why, status, sign, by in rows
    ]


def _calls(
    desk: Desk, session: Session, customer_id: str, limit: int, before: datetime | None
) -> list[TimelineEntry]:
    """Calls made stand at their end, calls due at the moment agreed or the day they fall due."""
    rows = session.execute(
        select(
            Callback.id,
            Callback.closed_at,
            Callback.next_try_at,
            Callback.due_from,
            Callback.number,
            Callback.kind,
            Callback.status,
            Callback.note,
            Callback.suggestion,
            StaffMember.name,
        )
        .join(StaffMember, StaffMember.id == Callback.closed_by, isouter=True)
        .where(
            Callback.customer_id == customer_id,
            *_older(
                func.coalesce(Callback.closed_at, Callback.next_try_at, Callback.due_from), before
            ),
        )
        .order_by(func.coalesce(Callback.closed_at, Callback.next_try_at, Callback.due_from).desc())
        .limit(limit)
    )
    return [
        TimelineEntry(
            id=id_,
            kind=EntryKind.CALL,
            at=closed_at or next_try_at or _morning(desk, due_from),
            number=number,
            text=suggestion or note or "",
            by=by or "",
            state=status,
            call=kind,
        )
        for (
            id_, closed_at, next_try_at, due_from, number, kind, status, note, suggestion, by,
        ) in rows
    ]  # fmt: skip


def _complaints(
    session: Session, customer_id: str, limit: int, before: datetime | None
) -> list[TimelineEntry]:
    rows = session.execute(
        select(
            Complaint.id,
            Complaint.registered_at,
            Complaint.number,
            Complaint.words,
            Complaint.state,
            Vehicle.plate,
            StaffMember.name,
        )
        .join(Vehicle, Vehicle.id == Complaint.vehicle_id, isouter=True)
        .join(StaffMember, StaffMember.id == Complaint.registered_by)
        .where(Complaint.customer_id == customer_id, *_older(Complaint.registered_at, before))
        .order_by(Complaint.registered_at.desc())
        .limit(limit)
    )
    return [
        TimelineEntry(
            id=id_,
            kind=EntryKind.COMPLAINT,
            at=at,
            number=number,
            text=words,
            car=plate.display(sign or ""),
            by=by,
            state=state,
        )
        for id_, at, number, words, state, sign, by in rows
    ]


def _notes(
    session: Session, customer_id: str, limit: int, before: datetime | None
) -> list[TimelineEntry]:
    rows = session.execute(
        select(CustomerNote.id, CustomerNote.written_at, CustomerNote.text, StaffMember.name)
        .join(StaffMember, StaffMember.id == CustomerNote.written_by)
        .where(CustomerNote.customer_id == customer_id, *_older(CustomerNote.written_at, before))
        .order_by(CustomerNote.written_at.desc())
        .limit(limit)
    )
    return [
        TimelineEntry(id=id_, kind=EntryKind.NOTE, at=at, number="", text=words, by=by)
        for id_, at, words, by in rows
    ]


def _imports(
    session: Session, customer_id: str, limit: int, before: datetime | None
) -> list[TimelineEntry]:
    rows = session.execute(
        select(ImportBatch.id, ImportBatch.at, ImportBatch.file_name, Vehicle.plate, Vehicle.model)
        .join(ImportedVehicle, ImportedVehicle.batch_id == ImportBatch.id)
        .join(Vehicle, Vehicle.id == ImportedVehicle.vehicle_id)
        .where(Vehicle.customer_id == customer_id, *_older(ImportBatch.at, before))
        .order_by(ImportBatch.at.desc())
        .limit(limit)
    )
    return [
        TimelineEntry(
            id=id_,
            kind=EntryKind.IMPORT,
            at=at,
            number="",
            text=file_name,
            car=plate.display(sign or "") or model or "",
        )
        for id_, at, file_name, sign, model in rows
    ]


def _created(session: Session, customer_id: str, before: datetime | None) -> list[TimelineEntry]:
    rows = session.execute(
        select(Customer.id, Customer.created_at, Customer.number, StaffMember.name)
        .join(StaffMember, StaffMember.id == Customer.created_by, isouter=True)
        .where(Customer.id == customer_id, *_older(Customer.created_at, before))
    )
    return [
        TimelineEntry(id=id_, kind=EntryKind.CREATED, at=at, number=number, text="", by=by or "")
        for id_, at, number, by in rows
    ]


def _older(
    column: ColumnElement[datetime] | InstrumentedAttribute[datetime], before: datetime | None
) -> list[ColumnElement[bool]]:
    return [] if before is None else [column < before]


def _morning(desk: Desk, day: date) -> datetime:
    """The beginning of ``day`` at the desk."""
    zone = desk.clock.zone()
    start = datetime.combine(day, time.min)
    return (start.replace(tzinfo=zone) if zone else start.astimezone()).astimezone(UTC)
