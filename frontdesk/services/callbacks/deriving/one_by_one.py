"""What cannot be told in a statement: first maintenance by mileage, complaints to follow up."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta, tzinfo
from typing import Any

from sqlalchemy import Row, exists, func, select
from sqlalchemy.orm import Session

from frontdesk.models import due_rules
from frontdesk.models.callback import Callback
from frontdesk.models.complaint import Complaint, ComplaintEntry
from frontdesk.models.due_rules import NewCar, Window
from frontdesk.models.enums import CallbackKind, ComplaintState
from frontdesk.models.maintenance import Reading
from frontdesk.services.callbacks.deriving.look import Look
from frontdesk.services.callbacks.deriving.making import Missing
from frontdesk.services.callbacks.deriving.new_cars import new_cars, told_cars
from frontdesk.services.callbacks.deriving.owed import OWED
from frontdesk.services.callbacks.deriving.weighing import Moved
from frontdesk.services.callbacks.falls_due import Due, follow_up_of
from frontdesk.store.functions import handed_in

_KIND = CallbackKind.FIRST_MAINTENANCE


def moved_maintenance(session: Session, look: Look, calls: Collection[str]) -> list[Moved]:
    """Those of the open first-maintenance calls with these ids whose day has changed."""
    found = []
    for car in told_cars(session, calls):
        window = _window(car, look)
        if (car.due_from, car.due_until) != (window.first, window.last):
            found.append(Moved(car.call, car.version, car.customer_id, window))
    return found


def first_maintenance(session: Session, look: Look) -> list[Missing]:
    """First-maintenance calls that are owed and not there."""
    found = []
    oldest = look.back(look.rules.late_first_maintenance_days)
    ahead = look.today + timedelta(days=look.rules.due_ahead_days)
    for car in new_cars(session, look, oldest):
        window = _window(car, look)
        if oldest <= window.last and window.first <= ahead:
            row = {
                "occasion": f"{car.id}:{car.customer_id}",
                "customer_id": car.customer_id,
                "vehicle_id": car.id,
                "served_by": car.sales_consultant_id,
                "due_from": window.first.isoformat(),
                "due_until": window.last.isoformat(),
            }
            found.append(Missing(_KIND, tuple(row.get(name) for name in OWED)))
    return found


def follow_ups(session: Session, look: Look, zone: tzinfo | None) -> list[Due]:
    """Complaints that wait for their follow-up; due on the day their handling was returned."""
    call = exists().where(
        Callback.kind == CallbackKind.COMPLAINT_FOLLOW_UP,
        Callback.occasion == Complaint.id.concat(":").concat(Complaint.round),
    )
    wanted = select(Complaint).where(Complaint.state == ComplaintState.TO_FOLLOW_UP, ~call)
    given = {}
    if look.scoped:
        wanted = wanted.where(Complaint.customer_id.in_(handed_in("whose")))
        given = {"whose": look.whose}
    found = []
    for ticket in session.scalars(wanted, given):
        newest = select(func.max(ComplaintEntry.at)).where(
            ComplaintEntry.complaint_id == ticket.id,
            ComplaintEntry.step.in_(("returned", "opinion")),
        )
        at = session.scalar(newest)
        found.append(follow_up_of(ticket, look.today if at is None else at.astimezone(zone).date()))
    return found


def _window(car: Row[Any], look: Look) -> Window:
    km, on = car.last_mileage_km, car.last_visit_on
    told = NewCar(
        delivered_on=car.delivered_on,
        next_maintenance_on=car.next_maintenance_on,
        next_maintenance_km=car.next_maintenance_km,
        purchased_on=car.purchased_on,
        reading=Reading(on, km) if km is not None and on is not None else None,
    )
    return due_rules.first_maintenance(due_rules.first_maintenance_on(told, look.rules), look.rules)
