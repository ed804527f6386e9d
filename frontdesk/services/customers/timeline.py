"""One timeline of all that happened with a customer, a page at a time, of the kinds asked for.

What happened to a car under another owner is the car's, not the person's: of an owner before, only
the work done on the car is told; of an owner after, nothing.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import UTC, datetime, time
from heapq import nlargest
from operator import attrgetter
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Row,
    Text,
    bindparam,
    case,
    func,
    literal,
    select,
    type_coerce,
)
from sqlalchemy.orm import Session, aliased

from frontdesk.models.base import UtcDateTime, kept_moment
from frontdesk.models.callback import Callback
from frontdesk.models.change_set import ChangeSet
from frontdesk.models.complaint import Complaint
from frontdesk.models.customer import Customer, CustomerNote
from frontdesk.models.enums import ChangeSetKind
from frontdesk.models.journal import ImportBatch, ImportedVehicle
from frontdesk.models.outbox import OutboxMessage
from frontdesk.models.segment import ClassChange
from frontdesk.models.staff import StaffMember
from frontdesk.models.values import plate
from frontdesk.models.vehicle import Vehicle, VehicleOwnership
from frontdesk.models.visit import Visit, VisitItem
from frontdesk.services.customers.dto import EntryKind, TimelineEntry, TimelinePlace
from frontdesk.services.desk import Desk

GOT, GONE, UNDONE, FLAGGED = "got", "gone", "undone", "flagged"
"""What an entry tells besides: the car came, or went; a merge was taken back; a note is flagged."""

# Built once and run past the ORM: a timeline is read each time a file opens.
_THIS: BindParameter[Any] = bindparam("customer")
_BEFORE: BindParameter[Any] = bindparam("before")
_BEFORE_ID: BindParameter[Any] = bindparam("before_id")
_LIMIT: BindParameter[Any] = bindparam("limit")
_MORNING: BindParameter[Any] = bindparam("morning")
"""The rest of a moment of a bare day: when calling begins, in UTC."""
_END_OF_TIME = datetime(9999, 1, 1, tzinfo=UTC)


def _on(day: Any) -> ColumnElement[Any]:
    """A bare day as the moment at which calling begins on it."""
    return type_coerce(type_coerce(day, Text()).concat(_MORNING), UtcDateTime())


def _text(word: Any) -> ColumnElement[Any]:
    return func.coalesce(type_coerce(word, Text()), "")


def _page(statement: Any, at: Any, id_: Any) -> Any:
    """The newest of a kind that come after the place where the page before ended."""
    same = (at == _BEFORE) & (id_ < _BEFORE_ID)
    return (
        statement.add_columns(id_.label("id"), type_coerce(at, UtcDateTime()).label("at"))
        .where((at < _BEFORE) | same)
        .order_by(at.desc(), id_.desc())
        .limit(_LIMIT)
    )


_CAR = case(
    (Vehicle.customer_id == _THIS, func.coalesce(Vehicle.plate, Vehicle.model)), else_=Vehicle.model
)
"""A car by its plate while it is theirs: the plate it has since may be another owner's."""
_VISIT_AT = func.coalesce(Visit.arrived_at, Visit.booked_for, Visit.opened_at)
_WORK = (
    select(func.group_concat(VisitItem.description, "、"))
    .where(VisitItem.visit_id == Visit.id)
    .scalar_subquery()
)
_VISITS = _page(
    select(
        Visit.number,
        func.coalesce(Visit.words, Visit.why, _WORK).label("text"),
        Visit.status.label("state"),
        _CAR.label("car"),
        StaffMember.name.label("by"),
    )
    .join(Vehicle, Vehicle.id == Visit.vehicle_id)
    .join(StaffMember, StaffMember.id == Visit.advisor_id)
    .where(Visit.customer_id == _THIS),
    _VISIT_AT,
    Visit.id,
)
_WORK_BEFORE = _page(
    select(
        Visit.number,
        _WORK.label("text"),
        _CAR.label("car"),
        Visit.mileage_km.label("what"),
    )
    .join(Vehicle, Vehicle.id == Visit.vehicle_id)
    .where(Vehicle.customer_id == _THIS, Visit.customer_id != _THIS, Visit.arrived_at.is_not(None)),
    Visit.arrived_at,
    Visit.id,
)
_CALLS = _page(
    select(
        Callback.number,
        Callback.kind.label("call"),
        func.coalesce(Callback.suggestion, Callback.note).label("text"),
        Callback.status.label("state"),
        StaffMember.name.label("by"),
    )
    .join(StaffMember, StaffMember.id == Callback.closed_by, isouter=True)
    .where(Callback.customer_id == _THIS),
    # A call made stands at its end, one due at the moment agreed or the day it falls due.
    func.coalesce(Callback.closed_at, Callback.next_try_at, _on(Callback.due_from)),
    Callback.id,
)
_MESSAGES = _page(
    select(
        OutboxMessage.body.label("text"),
        OutboxMessage.state,
        OutboxMessage.template.label("what"),
        StaffMember.name.label("by"),
    )
    .join(StaffMember, StaffMember.id == OutboxMessage.queued_by)
    .where(OutboxMessage.customer_id == _THIS),
    func.coalesce(OutboxMessage.ended_at, OutboxMessage.queued_at),
    OutboxMessage.id,
)
_COMPLAINTS = _page(
    select(
        Complaint.number,
        Complaint.words.label("text"),
        Complaint.state,
        _CAR.label("car"),
        StaffMember.name.label("by"),
    )
    .join(Vehicle, Vehicle.id == Complaint.vehicle_id, isouter=True)
    .join(StaffMember, StaffMember.id == Complaint.registered_by)
    .where(Complaint.customer_id == _THIS),
    Complaint.registered_at,
    Complaint.id,
)
_NOTES = _page(
    select(
        CustomerNote.text,
        case((CustomerNote.flagged.is_(True), FLAGGED)).label("what"),
        StaffMember.name.label("by"),
    )
    .join(StaffMember, StaffMember.id == CustomerNote.written_by)
    .where(CustomerNote.customer_id == _THIS),
    CustomerNote.written_at,
    CustomerNote.id,
)
_held = aliased(VehicleOwnership)
_HOLDER = (
    select(_held.customer_id)
    .where(
        _held.vehicle_id == ImportedVehicle.vehicle_id,
        (_held.until.is_(None)) | (_held.until >= func.substr(ImportBatch.at, 1, 10)),
    )
    .order_by(_held.until.is_(None), _held.until)
    .limit(1)
    .correlate(ImportedVehicle, ImportBatch)
    .scalar_subquery()
)
"""Whose car it was when the sheet was imported."""
_IMPORTS = _page(
    select(
        ImportBatch.file_name.label("text"),
        func.min(_CAR).label("car"),
        func.count(func.distinct(Vehicle.id)).label("what"),
        StaffMember.name.label("by"),
    )
    .select_from(VehicleOwnership)
    .join(ImportedVehicle, ImportedVehicle.vehicle_id == VehicleOwnership.vehicle_id)
    .join(ImportBatch, ImportBatch.id == ImportedVehicle.batch_id)
    .join(Vehicle, Vehicle.id == ImportedVehicle.vehicle_id)
    .join(StaffMember, StaffMember.id == ImportBatch.by)
    .where(VehicleOwnership.customer_id == _THIS, _HOLDER == _THIS)
    .group_by(ImportBatch.id),
    ImportBatch.at,
    ImportBatch.id,
)
_GOT = _page(
    select(
        _CAR.label("car"),
        literal(GOT).label("what"),
    )
    .join(Vehicle, Vehicle.id == VehicleOwnership.vehicle_id)
    .where(VehicleOwnership.customer_id == _THIS, VehicleOwnership.since.is_not(None)),
    _on(VehicleOwnership.since),
    VehicleOwnership.id,
)
_GONE = _page(
    select(
        _CAR.label("car"),
        literal(GONE).label("what"),
    )
    .join(Vehicle, Vehicle.id == VehicleOwnership.vehicle_id)
    .where(VehicleOwnership.customer_id == _THIS, VehicleOwnership.until.is_not(None)),
    _on(VehicleOwnership.until),
    VehicleOwnership.id.concat(":gone"),
)
_MERGES = _page(
    select(
        ChangeSet.told,
        ChangeSet.undone_at.label("undone"),
        StaffMember.name.label("by"),
    )
    .join(StaffMember, StaffMember.id == ChangeSet.by)
    .where(
        ChangeSet.subject_id == _THIS,
        ChangeSet.kind.in_((ChangeSetKind.MERGE, ChangeSetKind.CAR_MERGE)),
    ),
    ChangeSet.at,
    ChangeSet.id,
)
_CLASSES = _page(
    select(
        _text(ClassChange.before).concat(">").concat(_text(ClassChange.after)).label("what"),
        StaffMember.name.label("by"),
    )
    .join(StaffMember, StaffMember.id == ClassChange.by, isouter=True)
    .where(ClassChange.customer_id == _THIS),
    _on(ClassChange.on),
    ClassChange.id,
)
_CREATED = _page(
    select(Customer.number, StaffMember.name.label("by"))
    .join(StaffMember, StaffMember.id == Customer.created_by, isouter=True)
    .where(Customer.id == _THIS),
    Customer.created_at,
    Customer.id,
)
_KINDS = (
    (EntryKind.VISIT, _VISITS),
    (EntryKind.WORK_BEFORE, _WORK_BEFORE),
    (EntryKind.CALL, _CALLS),
    (EntryKind.MESSAGE, _MESSAGES),
    (EntryKind.COMPLAINT, _COMPLAINTS),
    (EntryKind.NOTE, _NOTES),
    (EntryKind.OWNERSHIP, _GOT),
    (EntryKind.OWNERSHIP, _GONE),
    (EntryKind.IMPORT, _IMPORTS),
    (EntryKind.MERGE, _MERGES),
    (EntryKind.CLASS, _CLASSES),
    (EntryKind.CREATED, _CREATED),
)


def entries(
    desk: Desk,
    session: Session,
    customer_id: str,
    limit: int,
    after: TimelinePlace | None,
    kinds: Collection[EntryKind] | None = None,
) -> tuple[TimelineEntry, ...]:
    """The newest ``limit`` events that come ``after`` a place, newest first; a statement a kind."""
    given = {
        "customer": customer_id,
        "before": after.at if after is not None else _END_OF_TIME,
        "before_id": after.id if after is not None else "",
        "limit": limit,
        "morning": _morning(desk),
    }
    run = session.connection().execute
    found = [
        _entry(kind, row)
        for kind, statement in _KINDS
        if kinds is None or kind in kinds
        for row in run(statement, given).all()
    ]
    return tuple(nlargest(limit, found, key=attrgetter("at", "id")))


def _entry(kind: EntryKind, row: Row[Any]) -> TimelineEntry:
    values = row._mapping
    what = values.get("what")
    if kind is EntryKind.MERGE:
        told = json.loads(row.told)
        return TimelineEntry(
            row.id,
            kind,
            row.at,
            number=str(told.get("goes", "")),
            text="",
            by=row.by or "",
            what=UNDONE if row.undone is not None else "",
        )
    return TimelineEntry(
        id=row.id,
        kind=kind,
        at=row.at,
        number=values.get("number") or "",
        text=values.get("text") or "",
        car=plate.display(values.get("car") or ""),
        by=values.get("by") or "",
        state=values.get("state"),
        call=values.get("call"),
        what="" if what is None else str(what),
    )


def _morning(desk: Desk) -> str:
    """When calling begins at the desk, as the rest of a kept moment after its day."""
    zone = desk.clock.zone()
    hours = desk.rules.call_hours
    local = datetime.combine(desk.today, hours[0].start if hours else time.min)
    moment = (local.replace(tzinfo=zone) if zone else local.astimezone()).astimezone(UTC)
    # Where that is another day in UTC, the day itself is what must stay.
    same_day = moment.date() == desk.today
    return kept_moment(moment)[10:] if same_day else "T00:00:00.000000Z"
