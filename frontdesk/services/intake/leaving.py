"""Hand-over: what was really charged and said; makes the after-service call fall due."""

from __future__ import annotations

from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from frontdesk.models.enums import PayMethod, VisitStatus, WorkKind
from frontdesk.models.maintenance import Reading, forecast, use_of
from frontdesk.models.visit import Visit, VisitItem
from frontdesk.models.visit_rules import check_step
from frontdesk.services.callbacks.falls_due import due_after_service
from frontdesk.services.classes.one import reclass
from frontdesk.services.desk import Change, Desk, UnitOfWork
from frontdesk.services.intake import checks, history, kept, record
from frontdesk.services.intake.inputs import HandOverInput
from frontdesk.services.intake.views import HandOverStart


def start_of(desk: Desk, session: Session, visit: Visit) -> HandOverStart:
    """The hand-over form with its guesses: agreed amounts, usual payment, forecast."""
    sheet = record.sheet_of(desk, session, visit)
    past = history.of_car(session, visit.vehicle_id, without=visit.id)
    on = visit.arrived_on or desk.today
    now = past.last if visit.mileage_km is None else Reading(on, visit.mileage_km)
    daily = None
    if now is not None:
        previous = past.previous if visit.mileage_km is None else past.last
        daily = use_of(now, previous, past.purchased_on, desk.rules)
    maintained = any(
        item.kind is WorkKind.MAINTENANCE and not item.declined_why for item in visit.items
    )
    since = now if maintained or past.maintained is None else past.maintained
    if since is None:
        since = Reading(on, 0)
    guess = forecast(since, daily, desk.rules)
    if guess.due_on <= desk.today:  # overdue and not done now: count from this visit
        guess = forecast(Reading(on, since.km if now is None else now.km), daily, desk.rules)
    return HandOverStart(
        sheet=sheet,
        pay_method=_usual_payment(session, visit),
        replaced_parts="\n".join(
            _part(item) for item in visit.items if item.part and not item.declined_why
        ),
        next_maintenance_on=guess.due_on,
        next_maintenance_km=None if now is None else guess.due_km,
        daily_km=guess.daily_km,
    )


def hand_over(work: UnitOfWork, visit: Visit, given: HandOverInput) -> None:
    """Write the hand-over, what is kept on car and customer, and the call that falls due."""
    check_step(visit.status, VisitStatus.HANDED_OVER)
    agreed = visit.estimate_total or Decimal(0)
    clean = checks.hand_over(given, visit.items, agreed)
    done = [item for item in visit.items if not item.declined_why]
    for item in done:
        item.actual_amount = clean.amounts[item.id]
    visit.actual_total = sum((clean.amounts[item.id] for item in done), start=Decimal("0.00"))
    visit.status = VisitStatus.HANDED_OVER
    visit.handed_over_at = work.now
    visit.handed_over_on = work.today
    visit.pay_method = clean.pay_method
    visit.replaced_parts = clean.replaced_parts or None
    visit.advice = clean.advice or None
    visit.next_maintenance_on = clean.next_maintenance_on
    visit.next_maintenance_km = clean.next_maintenance_km
    visit.desk_satisfaction = clean.satisfaction
    kept.left(work.session, visit)
    kept.seen(work.session, visit.customer_id, visit.arrived_on or work.today)
    work.audit(
        "visit.hand_over",
        "visit",
        visit.id,
        number=visit.number,
        agreed=agreed,
        charged=visit.actual_total,
    )
    work.changed(Change.VISITS, Change.CUSTOMERS)
    reclass(work, visit.customer_id)
    due_after_service(work, visit.id)


def _usual_payment(session: Session, visit: Visit) -> PayMethod | None:
    """How this customer paid last time."""
    return session.scalar(
        select(Visit.pay_method)
        .where(Visit.customer_id == visit.customer_id, Visit.pay_method.is_not(None))
        .order_by(Visit.arrived_on.desc())
        .limit(1)
    )


def _part(item: VisitItem) -> str:
    """``5W-30 机油 × 4.5``."""
    names = (item.part_number, item.part, f"× {item.quantity.normalize():f}")
    return " ".join(name for name in names if name)
