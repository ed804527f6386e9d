"""What is known before a complaint is written down: whose, which cars, which visits."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from frontdesk.errors import NotFound
from frontdesk.models.complaint import Complaint
from frontdesk.models.customer import Customer
from frontdesk.models.enums import ComplaintState
from frontdesk.models.staff import StaffMember
from frontdesk.models.vehicle import Vehicle
from frontdesk.models.visit import Visit
from frontdesk.services.complaints.dto import Person, Start, StartCar, StartVisit
from frontdesk.services.complaints.tickets import shown_phone
from frontdesk.services.desk import Desk

_MOST_VISITS = 6


def begin(desk: Desk, session: Session, customer_id: str) -> Start:
    """What the registration form of this customer starts from.

    Raises:
        NotFound: there is no such file.
    """
    customer = session.get(Customer, customer_id)
    if customer is None:
        raise NotFound("complaint.customer_not_found")
    cars = session.execute(
        select(Vehicle.id, Vehicle.plate, Vehicle.model)
        .where(Vehicle.customer_id == customer_id)
        .order_by(Vehicle.last_visit_on.desc(), Vehicle.id)
    )
    visits = session.execute(
        select(
            Visit.id,
            Visit.number,
            Visit.vehicle_id,
            Visit.arrived_at,
            Visit.words,
            Visit.advisor_id,
            StaffMember.name,
        )
        .join(StaffMember, StaffMember.id == Visit.advisor_id)
        .where(Visit.customer_id == customer_id, Visit.arrived_on.is_not(None))
        .order_by(Visit.arrived_on.desc(), Visit.id.desc())
        .limit(_MOST_VISITS)
    )
    tickets = session.scalars(
        select(Complaint.number)
        .where(Complaint.customer_id == customer_id, Complaint.state != ComplaintState.FILED)
        .order_by(Complaint.registered_at.desc())
    )
    number = next((each.number for each in customer.phones if not each.wrong), "")
    return Start(
        customer_id=customer.id,
        customer_number=customer.number,
        customer=customer.name,
        phone=shown_phone(desk, number),
        cars=tuple(StartCar(*row) for row in cars),
        visits=tuple(StartVisit(*row) for row in visits),
        colleagues=colleagues(session),
        open_tickets=tuple(tickets),
    )


def colleagues(session: Session) -> tuple[Person, ...]:
    """Whom a complaint may be about, by name."""
    people = session.execute(
        select(StaffMember.id, StaffMember.name)
        .where(StaffMember.active)
        .order_by(StaffMember.name)
    )
    return tuple(Person(*row) for row in people)
