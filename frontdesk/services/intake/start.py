"""What the desk knows the moment a car is found: whose it is, guesses, what matters now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from frontdesk.clock import local
from frontdesk.errors import UserError
from frontdesk.models.complaint import Complaint
from frontdesk.models.customer import Customer
from frontdesk.models.enums import ComplaintState, VisitStatus, WorkKind
from frontdesk.models.maintenance import expected_km
from frontdesk.models.months import plus_months
from frontdesk.models.vehicle import Vehicle
from frontdesk.models.visit import Visit
from frontdesk.models.visit_rules import IN_HOUSE
from frontdesk.services.classes import at_desk
from frontdesk.services.desk import Desk
from frontdesk.services.intake import history, matters, record, usual, walking, watchmen
from frontdesk.services.intake.bringer import bringer_of
from frontdesk.services.intake.listed import midnight
from frontdesk.services.intake.views import (
    Booking,
    CarHead,
    Guesses,
    IntakeStart,
    LastVisit,
    Notice,
    Weight,
)

_OVER = (VisitStatus.HANDED_OVER, VisitStatus.DECLINED)
_BEGUN = (VisitStatus.BOOKED, VisitStatus.ARRIVED, VisitStatus.ESTIMATED)
_AFTER_ALL = (VisitStatus.NO_SHOW, *_BEGUN)
"""What an intake goes on with; who missed today's appointment may still come."""


def start_of(desk: Desk, session: Session, vehicle_id: str) -> IntakeStart:
    """Everything the intake of ``vehicle_id`` begins with."""
    car = record.head(desk, session, vehicle_id)
    past = history.of_car(session, vehicle_id)
    repairs = watchmen.repairs_of(session, vehicle_id)
    newest = session.scalars(
        select(Visit)
        .where(Visit.vehicle_id == vehicle_id, Visit.status.in_(_OVER))
        .order_by(Visit.arrived_on.desc(), Visit.arrived_at.desc())
        .limit(1)
    ).one_or_none()
    open_visits = session.scalars(
        select(Visit)
        .where(
            Visit.vehicle_id == vehicle_id,
            or_(
                Visit.status.in_((VisitStatus.BOOKED, *IN_HOUSE)),
                and_(
                    Visit.status == VisitStatus.NO_SHOW,
                    Visit.booked_for >= midnight(desk, desk.today),
                ),
            ),
        )
        # One that is still expected goes before one that was given up.
        .order_by(Visit.status == VisitStatus.NO_SHOW, Visit.opened_at.desc())
    ).all()
    going_on = _to_go_on(desk, open_visits)
    notices = [
        *_complaints(desk, session, car),
        *at_desk.notices(desk, session, car.customer_id),
        *_customer(desk, session, car),
        *(_in_house(visit) for visit in open_visits if visit.status not in _AFTER_ALL),
        *_booked_ahead(desk, open_visits, going_on),
        *(_last_visit(desk, newest) if newest is not None else ()),
        *matters.flagged_notes(desk, session, car.customer_id),
        *matters.declined_work(session, vehicle_id),
        *_dates(desk, session, vehicle_id, past),
        *watchmen.notices(desk, session, vehicle_id, past, repairs),
    ]
    return IntakeStart(
        head=car,
        last=_last(newest),
        last_mileage_km=past.last.km if past.last else None,
        last_mileage_on=past.last.on if past.last else None,
        guesses=_guesses(desk, session, car, newest, past),
        notices=tuple(sorted(notices, key=lambda notice: list(Weight).index(notice.weight))),
        booking=going_on,
        repairs=watchmen.repeatable(desk, repairs),
        last_walk=walking.last_of(session, vehicle_id),
    )


def _to_go_on(desk: Desk, visits: Sequence[Visit]) -> Booking | None:
    """The visit that this intake continues: begun at the desk, or booked for about today."""
    for visit in visits:
        if visit.status not in _AFTER_ALL:
            continue
        booked_for = visit.booked_for if visit.status is VisitStatus.BOOKED else None
        if booked_for and abs((local(booked_for, desk.clock).date() - desk.today).days) > 1:
            continue
        return Booking(visit.id, visit.number, visit.status, visit.booked_for)
    return None


def _booked_ahead(
    desk: Desk, visits: Sequence[Visit], going_on: Booking | None
) -> Iterator[Notice]:
    """It comes today, and is expected again: the later appointment may not be needed."""
    for visit in visits:
        ahead = visit.status is VisitStatus.BOOKED and visit.booked_for
        if ahead and ahead > desk.now and (going_on is None or going_on.visit_id != visit.id):
            at = f"{local(ahead, desk.clock):%Y-%m-%d %H:%M}"
            said = UserError("intake.booked_ahead", at=at, number=visit.number)
            yield Notice(Weight.CARE, said, visit_id=visit.id)


def _guesses(
    desk: Desk,
    session: Session,
    car: CarHead,
    newest: Visit | None,
    past: history.CarHistory,
) -> Guesses:
    km = None
    if past.last is not None:
        km = expected_km(past.last, past.daily_km(desk.rules), desk.today)
    brought = bringer_of(desk, session, car, newest)
    return Guesses(
        mileage_km=km,
        brought_by=brought.name,
        brought_by_phone=brought.number,
        brought=brought.known,
        promised_at=usual.promise(desk),
        usual=usual.items(session, car.vehicle_id),
    )


def _last(visit: Visit | None) -> LastVisit | None:
    if visit is None or visit.arrived_on is None:
        return None
    return LastVisit(
        visit_id=visit.id,
        number=visit.number,
        on=visit.arrived_on,
        mileage_km=visit.mileage_km,
        words=visit.words or "",
        advice=visit.advice or "",
    )


def _complaints(desk: Desk, session: Session, car: CarHead) -> Iterator[Notice]:
    rows = session.execute(
        select(Complaint.id, Complaint.number, Complaint.registered_at, Complaint.state)
        .where(
            or_(Complaint.customer_id == car.customer_id, Complaint.vehicle_id == car.vehicle_id),
            Complaint.state != ComplaintState.FILED,
        )
        .order_by(Complaint.registered_at)
    )
    for complaint_id, number, at, state in rows:
        on = local(at, desk.clock).date()
        said = UserError("intake.open_complaint", number=number, on=on, state=state)
        yield Notice(Weight.URGENT, said, complaint_id=complaint_id)


def _customer(desk: Desk, session: Session, car: CarHead) -> Iterator[Notice]:
    last_visit_on, do_not_call = session.execute(
        select(Customer.last_visit_on, Customer.do_not_call).where(Customer.id == car.customer_id)
    ).one()
    if last_visit_on is not None:
        lost_since = plus_months(last_visit_on, desk.rules.lost_after_months)
        if lost_since < desk.today:
            said = UserError("intake.lost_returned", last=last_visit_on)
            yield Notice(Weight.URGENT, said)
    else:
        yield Notice(Weight.KNOW, UserError("intake.first_visit"))
    for wrong in (line for line in car.phones if line.wrong):
        yield Notice(Weight.CARE, UserError("intake.wrong_phone", number=wrong.number))
    if not any(not line.wrong for line in car.phones):
        yield Notice(Weight.CARE, UserError("intake.no_phone"))
    if do_not_call:
        yield Notice(Weight.CARE, UserError("intake.do_not_call"))


def _in_house(visit: Visit) -> Notice:
    said = UserError("intake.in_house", number=visit.number, status=visit.status)
    return Notice(Weight.URGENT, said, visit_id=visit.id)


def _last_visit(desk: Desk, visit: Visit) -> Iterator[Notice]:
    on = visit.arrived_on
    if visit.status is VisitStatus.DECLINED:
        what = "；".join(item.description for item in visit.items)
        reason = visit.declined_reason or ""
        said = UserError("intake.declined_before", on=on, what=what or "—", reason=reason)
        yield Notice(Weight.CARE, said, visit_id=visit.id)
        return
    promised, ready = visit.promised_at, visit.ready_at or visit.handed_over_at
    if promised is not None and ready is not None and ready > promised:
        late = int((ready - promised).total_seconds() // 60)
        if late >= desk.rules.promise_at_risk_minutes:
            said = UserError("intake.promise_broken", on=on, minutes=late)
            yield Notice(Weight.CARE, said, visit_id=visit.id)
    yield from matters.last_promise(desk, visit)
    repaired = any(item.kind in {WorkKind.REPAIR, WorkKind.WARRANTY} for item in visit.items)
    days = 0 if on is None else (desk.today - on).days
    if repaired and on is not None and days <= desk.rules.repeat_repair_days:
        what = "；".join(item.description for item in visit.items)
        said = UserError("intake.repaired_lately", days=days, what=what)
        yield Notice(Weight.CARE, said, visit_id=visit.id)
    if visit.advice:
        said = UserError("intake.advised_before", on=on, advice=visit.advice)
        yield Notice(Weight.KNOW, said, visit_id=visit.id)


def _dates(
    desk: Desk, session: Session, vehicle_id: str, past: history.CarHistory
) -> Iterator[Notice]:
    car = session.execute(
        select(
            Vehicle.insurance_ends_on,
            Vehicle.inspection_due_on,
            Vehicle.next_maintenance_on,
            Vehicle.next_maintenance_km,
        ).where(Vehicle.id == vehicle_id)
    ).one()
    rules, today = desk.rules, desk.today
    due_on, due_km = car.next_maintenance_on, car.next_maintenance_km
    guess = past.forecast(rules)
    if due_on is None and guess is not None:
        due_on, due_km = guess.due_on, guess.due_km
    if due_on is not None and due_on <= today + timedelta(days=rules.maintenance_notice_days):
        km = f"{due_km:,}" if due_km else "—"
        yield Notice(Weight.KNOW, UserError("intake.maintenance_due", on=due_on, km=km))
    yield from _near(car.insurance_ends_on, today, rules.insurance_notice_days, "insurance")
    yield from _near(car.inspection_due_on, today, rules.inspection_notice_days, "inspection")


def _near(due_on: date | None, today: date, days: int, what: str) -> Iterator[Notice]:
    if due_on is None or due_on > today + timedelta(days=days):
        return
    if what == "insurance":
        code = "intake.insurance_ends" if due_on >= today else "intake.insurance_ended"
    else:
        code = "intake.inspection_due" if due_on >= today else "intake.inspection_over"
    yield Notice(Weight.KNOW, UserError(code, on=due_on))
