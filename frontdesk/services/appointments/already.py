"""What a car or its owner is booked for already, told before another appointment is given."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from frontdesk.clock import local
from frontdesk.errors import NotFound, UserError
from frontdesk.models.enums import VisitStatus
from frontdesk.models.values import plate
from frontdesk.models.vehicle import Vehicle
from frontdesk.models.visit import Visit
from frontdesk.services.appointments.board import listed, missed_before
from frontdesk.services.appointments.dto import Appointment
from frontdesk.services.desk import Desk


def booked(
    desk: Desk, session: Session, vehicle_id: str, without: str = ""
) -> tuple[Appointment, ...]:
    """Appointments still to come of the car, then of its owner's other cars; the soonest first.

    ``without``: the visit that is being moved. Raises ``NotFound`` for a car that is gone.
    """
    owner = session.scalar(select(Vehicle.customer_id).where(Vehicle.id == vehicle_id))
    if owner is None:
        raise NotFound("vehicle.not_found", field="vehicle")
    found = listed(
        desk,
        session,
        Visit.status == VisitStatus.BOOKED,
        Visit.booked_for >= missed_before(desk),
        or_(Visit.vehicle_id == vehicle_id, Visit.customer_id == owner),
        Visit.id != without,
    )
    return tuple(sorted(found, key=lambda each: (each.vehicle_id != vehicle_id, each.at)))


def overlap(
    desk: Desk, session: Session, vehicle_id: str, at: datetime, minutes: int, without: str
) -> UserError | None:
    """That the car, or its owner with another, is to be here at the very same time."""
    ends = at + timedelta(minutes=minutes)
    for each in booked(desk, session, vehicle_id, without):
        if each.at < ends and at < each.at + timedelta(minutes=each.minutes):
            name = plate.called(each.plate, each.car)
            here = local(each.at, desk.clock)
            return UserError(
                "appointment.overlaps", field="booked_for", at=f"{here:%m-%d %H:%M}", car=name
            )
    return None
