"""Booking, arrival, estimate and agreement: everything up to the customer's signature."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, exists, insert, select
from sqlalchemy.orm import Session

from frontdesk.clock import local
from frontdesk.errors import NotFound, UserError
from frontdesk.models.appointment_rules import check_minutes
from frontdesk.models.enums import VisitStatus
from frontdesk.models.staff import StaffMember
from frontdesk.models.values import text
from frontdesk.models.vehicle import Vehicle
from frontdesk.models.visit import Visit, VisitItem
from frontdesk.models.visit_rules import check_step, total
from frontdesk.services.classes.one import reclass
from frontdesk.services.desk import Change, UnitOfWork
from frontdesk.services.drafts import drop_draft
from frontdesk.services.intake import checks, kept, phrases, record, walking
from frontdesk.services.intake.inputs import Arrival, BookingInput, IntakeInput, Told, WorkItem
from frontdesk.services.intake.walk import WalkAround

NUMBER_PREFIX = "V"
"""Visits are numbered ``V-2026-000123``."""

FORM = "intake"
BOOKING_FORM = "booking"
"""Names of the forms whose drafts are kept by vehicle."""

# Built once, and run past the session: an intake is saved while the customer stands waiting.
_ADD_VISIT = insert(Visit)
_ADD_ITEMS = insert(VisitItem)
_OWNER = select(
    Vehicle.customer_id, exists().where(Visit.id == bindparam("visit")).label("known")
).where(Vehicle.id == bindparam("car"))
_BEFORE_AGREEMENT = (VisitStatus.ARRIVED, VisitStatus.ESTIMATED)


def check(given: IntakeInput, now: datetime) -> IntakeInput:
    """``given`` as it is stored, or every fault at once."""
    checking = checks.Checking()
    arrival = checking.of(checks.arrival, given.arrival)
    told = checking.of(checks.told, given.told)
    reading = checking.of(text.note, given.reading, "reading")
    walk = checking.of(walking.check, given.walk)
    items = checking.of(checks.work, given.items)
    if given.agreed:
        checking.of(checks.agreement, given.items, given.promised_at, given.read_back, now)
    else:
        checking.of(checks.promise, given.promised_at, now, needed=False)
    checking.done()
    return replace(
        given,
        arrival=arrival or Arrival(),
        told=told or Told(),
        reading=reading or "",
        walk=walk or WalkAround(),
        items=items or (),
    )


def save(work: UnitOfWork, given: IntakeInput) -> str:
    """Write the intake; the same one told twice is one visit. Returns the visit's id."""
    clean = check(given, work.now)
    if clean.version is None:
        _open(work, clean)
    else:
        _go_on(work, clean)
    phrases.learn(work, clean)
    drop_draft(work, FORM, clean.vehicle_id)
    work.changed(Change.VISITS, Change.CUSTOMERS)
    return clean.id


def begin(work: UnitOfWork, vehicle_id: str, visit_id: str, opened_at: datetime) -> int:
    """The car has arrived, and nothing is said yet. Returns the visit's version."""
    visit = work.session.get(Visit, visit_id)
    if visit is None:
        _open(work, IntakeInput(vehicle_id, opened_at=opened_at, id=visit_id))
        work.changed(Change.VISITS, Change.CUSTOMERS)
        return 1
    if visit.vehicle_id != vehicle_id:
        raise NotFound("visit.not_found")
    if visit.status not in _BEFORE_AGREEMENT:
        _arrive(work, visit, opened_at)
        work.audit(
            "visit.intake", "visit", visit.id, number=visit.number, status=visit.status.value
        )
        work.session.flush()
        work.changed(Change.VISITS, Change.CUSTOMERS)
    return visit.version


def book(work: UnitOfWork, given: BookingInput) -> str:
    """Write an appointment. Returns the visit's id."""
    told = checks.told(Told(words=given.words))
    check_minutes(given.minutes)
    if given.booked_for <= work.now:
        raise UserError("intake.booking_past", field="booked_for")
    customer_id, known = _owner(work.session, given.vehicle_id, given.id)
    if known:
        return given.id
    advisor_id = _receives(work, given.advisor_id)
    number = work.number(NUMBER_PREFIX)
    values = {
        "id": given.id,
        "version": 1,
        "number": number,
        "customer_id": customer_id,
        "vehicle_id": given.vehicle_id,
        "advisor_id": advisor_id,
        "status": VisitStatus.BOOKED,
        "by_appointment": True,
        "booked_for": given.booked_for,
        "booked_minutes": given.minutes,
        "opened_at": work.now,
        "words": told.words or None,
    }
    work.session.connection().execute(_ADD_VISIT, values)
    work.audit("visit.book", "visit", given.id, number=number, booked_for=given.booked_for)
    drop_draft(work, BOOKING_FORM, given.vehicle_id)
    work.changed(Change.VISITS)
    return given.id


def estimate(
    work: UnitOfWork,
    visit: Visit,
    items: tuple[WorkItem, ...],
    promised_at: datetime | None,
) -> None:
    """Write items, sum and promise of a visit that is not agreed yet."""
    checking = checks.Checking()
    clean = checking.of(checks.work, items)
    checking.need(items, "intake.items_missing", "items")
    checking.of(checks.promise, promised_at, work.now, needed=False)
    checking.done()
    check_step(visit.status, VisitStatus.ESTIMATED)
    record.replace_items(visit, clean or ())
    visit.promised_at = promised_at
    visit.status = VisitStatus.ESTIMATED
    work.audit("visit.estimate", "visit", visit.id, total=visit.estimate_total)
    work.changed(Change.VISITS)


def agree(work: UnitOfWork, visit: Visit, *, read_back: bool) -> None:
    """The customer agrees to what stands written."""
    check_step(visit.status, VisitStatus.AGREED)
    checks.agreement(visit.items, visit.promised_at, read_back, work.now)
    visit.read_back = True
    visit.words_locked_at = visit.words_locked_at or work.now
    visit.status = VisitStatus.AGREED
    visit.agreed_at = work.now
    work.audit("visit.agree", "visit", visit.id, total=visit.estimate_total)
    work.changed(Change.VISITS)


def _receives(work: UnitOfWork, advisor_id: str) -> str:
    """Who is to receive the car: somebody who still works here."""
    if not advisor_id:
        return work.desk.actor.id
    person = work.session.get(StaffMember, advisor_id)
    if person is None or not person.active:
        raise NotFound("appointment.no_advisor", field="advisor_id")
    return advisor_id


def _open(work: UnitOfWork, given: IntakeInput) -> None:
    customer_id, known = _owner(work.session, given.vehicle_id, given.id)
    if known:  # told again, because nobody knew whether the first time was kept
        return
    number = work.number(NUMBER_PREFIX)
    _check_repeat(work.session, given)
    status = _reached(given)
    arrived_on = local(work.now, work.desk.clock).date()
    values = {
        "id": given.id,
        "version": 1,
        "number": number,
        "customer_id": customer_id,
        "vehicle_id": given.vehicle_id,
        "advisor_id": work.desk.actor.id,
        "by_appointment": False,
        "opened_at": given.opened_at or work.now,
        "arrived_at": work.now,
        "arrived_on": arrived_on,
        **_said(given),
        **_promised(work, given, status),
        "words_locked_at": work.now if given.read_back else None,
    }
    connection = work.session.connection()
    connection.execute(_ADD_VISIT, values)
    walking.add(work.session, given.id, given.walk.marks)
    if given.items:
        connection.execute(_ADD_ITEMS, record.item_rows(given.id, given.items))
    kept.seen(work.session, customer_id, arrived_on)
    reclass(work, customer_id)
    _note(work, given, number, status)


def _go_on(work: UnitOfWork, given: IntakeInput) -> None:
    """A booking that came true, or a visit whose estimate is being mended."""
    visit = record.to_change(work.session, given.id, given.version)
    if visit.vehicle_id != given.vehicle_id:
        raise NotFound("visit.not_found")
    _lock(work, visit, given)
    if visit.status not in _BEFORE_AGREEMENT:
        _arrive(work, visit, given.opened_at)
    _check_repeat(work.session, given)
    status = _reached(given)
    record.replace_items(visit, given.items)
    for name, value in {**_said(given), **_promised(work, given, status)}.items():
        setattr(visit, name, value)
    visit.read_back = visit.words_locked_at is not None
    walking.put(work.session, visit.id, given.walk.marks)
    _note(work, given, visit.number, status)


def _arrive(work: UnitOfWork, visit: Visit, opened_at: datetime | None) -> None:
    """A booked car stands at the desk after all."""
    check_step(visit.status, VisitStatus.ARRIVED)
    visit.status = VisitStatus.ARRIVED
    visit.advisor_id = work.desk.actor.id
    visit.opened_at = opened_at or work.now
    visit.arrived_at = work.now
    visit.arrived_on = work.today
    kept.seen(work.session, visit.customer_id, work.today)
    reclass(work, visit.customer_id)


def _reached(given: IntakeInput) -> VisitStatus:
    if given.agreed:
        return VisitStatus.AGREED
    return VisitStatus.ESTIMATED if given.items else VisitStatus.ARRIVED


def _said(given: IntakeInput) -> dict[str, Any]:
    """Columns of what was seen and said; empty texts are stored as nothing."""
    parts = (given.arrival, given.told, given.fault)
    values = {each.name: getattr(part, each.name) for part in parts for each in fields(part)}
    values["advisor_reading"] = given.reading
    values["warning_lamps"] = walking.kept_lamps(given.walk.lamps)
    return {name: None if value == "" else value for name, value in values.items()}


def _lock(work: UnitOfWork, visit: Visit, given: IntakeInput) -> None:
    """Words that were read back and confirmed are not changed any more."""
    if visit.words_locked_at is None:
        visit.words_locked_at = work.now if given.read_back else None
    elif record.told_of(visit) != given.told:
        raise UserError("intake.words_locked", field="words")


def _promised(work: UnitOfWork, given: IntakeInput, status: VisitStatus) -> dict[str, Any]:
    return {
        "status": status,
        "read_back": given.read_back,
        "estimate_total": total(given.items) if given.items else None,
        "promised_at": given.promised_at,
        "agreed_at": work.now if given.agreed else None,
    }


def _owner(session: Session, vehicle_id: str, visit_id: str) -> tuple[str, bool]:
    """The car's owner, and whether the visit is there already."""
    asked = {"car": vehicle_id, "visit": visit_id}
    found = session.connection().execute(_OWNER, asked).one_or_none()
    if found is None:
        raise NotFound("vehicle.not_found", field="vehicle")
    return found.customer_id, found.known


def _check_repeat(session: Session, given: IntakeInput) -> None:
    """The visit whose repair did not hold is an earlier one of the same car."""
    earlier = given.fault.repeat_of_id
    if not earlier:
        return
    car = session.scalar(select(Visit.vehicle_id).where(Visit.id == earlier))
    if car != given.vehicle_id or earlier == given.id:
        raise UserError("intake.repeat_unknown", field="repeat_of_id")


def _note(work: UnitOfWork, given: IntakeInput, number: str, status: VisitStatus) -> None:
    sum_ = total(given.items) if given.items else None
    work.audit("visit.intake", "visit", given.id, number=number, status=status.value, total=sum_)
