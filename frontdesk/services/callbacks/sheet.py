"""Gathers everything that stands before the caller when one call is opened."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from frontdesk.models.call_outcomes import by_outcome
from frontdesk.models.callback import CallAttempt, Callback
from frontdesk.models.callback_programme import CallList
from frontdesk.models.callback_rules import (
    OPEN_STATUSES,
    Waiting,
    may_dial,
    suggested_hour,
    urgency,
)
from frontdesk.models.complaint import Complaint
from frontdesk.models.customer import Customer
from frontdesk.models.enums import (
    CallbackKind,
    CallbackStatus,
    CallOutcome,
    ComplaintState,
    WorkKind,
)
from frontdesk.models.staff import StaffMember
from frontdesk.models.values import phone
from frontdesk.models.vehicle import Vehicle
from frontdesk.models.visit import Visit, VisitItem
from frontdesk.services.callbacks import script_shelf
from frontdesk.services.callbacks.calendar import working_days
from frontdesk.services.callbacks.dto import (
    Caller,
    CallSheet,
    HouseholdDue,
    NotedOnPaper,
    OpenComplaint,
    PastAttempt,
    PhoneLine,
    WorkDone,
)
from frontdesk.services.callbacks.kept import KeptCall, kept_call, talk_of
from frontdesk.services.complaints.categories import load_categories
from frontdesk.services.desk import Desk
from frontdesk.services.scripts import Fact, Progress, stage_facts

_LAST_CALLS = 6
_LATER = timedelta(hours=1)
"""Who cannot talk now is not called again sooner than this unless they say so."""
_MENDING = (WorkKind.REPAIR, WorkKind.WARRANTY, WorkKind.BODY)


def waiting(callback: Callback) -> Waiting:
    """The call as the rules look at it."""
    return Waiting(
        callback.kind,
        callback.status,
        callback.due_from,
        callback.due_until,
        callback.next_try_at,
    )


def agreed_at(callback: Callback) -> datetime | None:
    """The moment agreed with the customer, if one is."""
    agreed = callback.status is CallbackStatus.AGREED_TIME
    return callback.next_try_at if agreed else None


def read_sheet(
    session: Session,
    desk: Desk,
    callback: Callback,
    household: tuple[HouseholdDue, ...] = (),
) -> CallSheet:
    """The call sheet of ``callback`` for the signed-in person."""
    customer = session.get_one(Customer, callback.customer_id)
    vehicle = session.get(Vehicle, callback.vehicle_id) if callback.vehicle_id else None
    visit = session.get(Visit, callback.visit_id) if callback.visit_id else None
    kept = kept_call(callback)
    attempts = _attempts(session, callback)
    ticket = _ticket(session, callback)
    now, zone, days = desk.now, desk.clock.zone(), working_days(desk)
    answered = [past.at for past in attempts if past.outcome is CallOutcome.REACHED]
    return CallSheet(
        id=callback.id,
        number=callback.number,
        version=callback.version,
        kind=callback.kind,
        status=callback.status,
        urgency=urgency(waiting(callback), now, zone),
        due_until=callback.due_until,
        next_try_at=callback.next_try_at,
        customer_id=customer.id,
        customer_number=customer.number,
        customer_name=customer.name,
        customer_kind=customer.kind,
        gender=customer.gender,
        preferred_hours=customer.preferred_hours,
        phones=tuple(
            PhoneLine(line.id, phone.masked(line.number), line.owner, line.wrong)
            for line in customer.phones
        ),
        vehicle_id=None if vehicle is None else vehicle.id,
        plate=None if vehicle is None else vehicle.plate,
        model=None if vehicle is None else vehicle.model,
        mileage_km=None if vehicle is None else vehicle.last_mileage_km,
        delivered_on=None if vehicle is None else vehicle.delivered_on,
        consultant=None if vehicle is None else vehicle.sales_consultant,
        first_maintenance_on=None if vehicle is None else vehicle.next_maintenance_on,
        first_maintenance_km=None if vehicle is None else vehicle.next_maintenance_km,
        work=None if visit is None else _work(session, visit),
        attempts=attempts,
        complaints=_complaints(session, customer.id),
        complaint_number=None if ticket is None else ticket[1],
        ticket_id=None if ticket is None or _is_follow_up(callback) else ticket[0],
        script=script_shelf.kept(
            session, callback.script_key, callback.script_version, callback.kind
        ),
        progress=Progress() if kept is None else kept.progress,
        note=callback.note or ("" if kept is None else kept.note),
        facts=read_facts(session, desk, callback),
        caller=Caller(
            dealership=desk.profile.name,
            name=desk.actor.name,
            service_phone=desk.profile.service_phone,
            booking_phone=desk.profile.booking_phone,
            rescue_phone=desk.profile.rescue_phone,
        ),
        started_at=callback.started_at,
        talk=talk_of(callback, kept),
        mine=_is_mine(callback, kept, desk),
        may_dial=may_dial(now, agreed_at(callback), desk.rules, zone, days),
        rest=days.rest_on(desk.today),
        household=household,
        answered_at=answered[0].astimezone(zone).time() if answered else None,
        suggested_at=suggested_hour(now + _LATER, answered, desk.rules, zone, days),
        closed=callback.status not in OPEN_STATUSES,
        outcomes=by_outcome(desk.rules.call_outcomes),
        categories=load_categories(session),
        zone=zone,
        occasion=_occasion(session, callback),
        paper=_on_paper(session, kept),
    )


def _on_paper(session: Session, kept: KeptCall | None) -> NotedOnPaper | None:
    if kept is None or kept.paper is None:
        return None
    paper = kept.paper
    by = session.scalar(select(StaffMember.name).where(StaffMember.id == paper.by))
    minutes = round((paper.ended_at - paper.started_at) / timedelta(minutes=1))
    return NotedOnPaper(by or "", paper.started_at, minutes)


def _is_mine(callback: Callback, kept: KeptCall | None, desk: Desk) -> bool:
    return callback.started_at is not None and kept is not None and kept.by == desk.actor.id


def _is_follow_up(callback: Callback) -> bool:
    return callback.kind is CallbackKind.COMPLAINT_FOLLOW_UP


def _attempts(session: Session, callback: Callback) -> tuple[PastAttempt, ...]:
    """The newest attempts to reach this customer, newest first, over all calls."""
    rows = session.execute(
        select(
            CallAttempt.started_at,
            Callback.kind,
            CallAttempt.outcome,
            Callback.satisfaction,
            StaffMember.name,
            CallAttempt.note,
            Callback.id,
        )
        .join(Callback, Callback.id == CallAttempt.callback_id)
        .join(StaffMember, StaffMember.id == CallAttempt.by)
        .where(Callback.customer_id == callback.customer_id)
        .order_by(CallAttempt.started_at.desc(), CallAttempt.position.desc())
        .limit(_LAST_CALLS)
    )
    return tuple(
        PastAttempt(
            at=at,
            kind=kind,
            outcome=outcome,
            satisfaction=satisfaction if outcome is CallOutcome.REACHED else None,
            by=by,
            note=note,
            this_call=of == callback.id,
        )
        for at, kind, outcome, satisfaction, by, note, of in rows
    )


def _complaints(session: Session, customer_id: str) -> tuple[OpenComplaint, ...]:
    rows = session.execute(
        select(
            Complaint.id,
            Complaint.number,
            Complaint.category,
            Complaint.level,
            Complaint.state,
            Complaint.due_at,
        )
        .where(Complaint.customer_id == customer_id, Complaint.state != ComplaintState.FILED)
        .order_by(Complaint.registered_at.desc())
    )
    return tuple(OpenComplaint(*row) for row in rows)


def _occasion(session: Session, callback: Callback) -> str | None:
    """What the list says that the call springs from; ``None`` for any other call."""
    if callback.kind is not CallbackKind.SPECIAL_PERIOD:
        return None
    source = session.get(CallList, callback.occasion.partition(":")[0])
    return None if source is None else source.occasion or None


def _ticket(session: Session, callback: Callback) -> tuple[str, str] | None:
    """Id and number of the ticket registered in this call, or the one it follows up."""
    which = (
        Complaint.id == callback.occasion.partition(":")[0]
        if _is_follow_up(callback)
        else Complaint.callback_id == callback.id
    )
    row = session.execute(select(Complaint.id, Complaint.number).where(which).limit(1)).first()
    return None if row is None else (row.id, row.number)


def _work(session: Session, visit: Visit) -> WorkDone:
    advisor = session.scalar(select(StaffMember.name).where(StaffMember.id == visit.advisor_id))
    return WorkDone(
        id=visit.id,
        number=visit.number,
        handed_over_on=visit.handed_over_on,
        advisor=advisor or "",
        items=tuple(item.description for item in visit.items),
        words=visit.words,
        promised_at=visit.promised_at,
        ready_at=visit.ready_at,
        promise_broken=promise_broken(visit),
        total=visit.actual_total,
        replaced_parts=visit.replaced_parts,
        advice=visit.advice,
        next_maintenance_on=visit.next_maintenance_on,
        next_maintenance_km=visit.next_maintenance_km,
        desk_satisfaction=visit.desk_satisfaction,
    )


def promise_broken(visit: Visit) -> bool:
    """Whether the car was ready (or, where that was not noted, handed over) after the promise."""
    done = visit.ready_at or visit.handed_over_at
    return visit.promised_at is not None and done is not None and done > visit.promised_at


def read_facts(session: Session, desk: Desk, callback: Callback) -> frozenset[Fact]:
    """What is true of the visit and stage the call is about; decides which steps are asked."""
    stage = stage_facts(callback.stage)
    visit = session.get(Visit, callback.visit_id) if callback.visit_id else None
    if visit is None:
        return stage
    true = {
        Fact.PROMISE_BROKEN: promise_broken(visit),
        Fact.PARTS_REPLACED: bool(visit.replaced_parts) or any(i.part for i in visit.items),
        Fact.MAINTENANCE_KNOWN: bool(visit.next_maintenance_on or visit.next_maintenance_km),
        Fact.REPEAT_REPAIR: _is_repeat(session, desk, visit),
    }
    return stage | {fact for fact, holds in true.items() if holds}


def _is_repeat(session: Session, desk: Desk, visit: Visit) -> bool:
    """Whether it was marked so, or the same was repaired within the days and km of the rules."""
    if visit.repeat_of_id is not None:
        return True
    if visit.arrived_on is None:
        return False
    earlier, before = aliased(VisitItem), aliased(Visit)
    here = [item.description for item in visit.items if item.kind in _MENDING]
    if not here:
        return False
    query = (
        select(func.count())
        .select_from(before)
        .join(earlier, earlier.visit_id == before.id)
        .where(
            before.vehicle_id == visit.vehicle_id,
            before.id != visit.id,
            before.arrived_on >= visit.arrived_on - timedelta(days=desk.rules.repeat_repair_days),
            before.arrived_on <= visit.arrived_on,
            before.handed_over_on.is_not(None),
            earlier.kind.in_(_MENDING),
            earlier.description.in_(here),
        )
    )
    if visit.mileage_km is not None:
        query = query.where(
            func.coalesce(before.mileage_km, visit.mileage_km)
            >= visit.mileage_km - desk.rules.repeat_repair_km
        )
    return bool(session.scalar(query))
