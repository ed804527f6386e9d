"""What the lists and boards of visits have in common: whose car, which car, which day."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import Select, select

from frontdesk.clock import local
from frontdesk.models.customer import Customer
from frontdesk.models.staff import StaffMember
from frontdesk.models.vehicle import Vehicle
from frontdesk.models.visit import Visit
from frontdesk.services.desk import Desk


def with_names(*columns: Any) -> Select[*tuple[Any, ...]]:
    """Visits with ``columns`` of theirs, and of those they are about.

    The rows carry ``id``, ``number``, ``status``, the ids and ``plate``, ``brand``, ``model``,
    ``customer`` and ``advisor`` beside them.
    """
    return (
        select(
            Visit.id,
            Visit.number,
            Visit.status,
            Visit.booked_for,
            Visit.vehicle_id,
            Visit.customer_id,
            Visit.advisor_id,
            Vehicle.plate,
            Vehicle.brand,
            Vehicle.model,
            Customer.name.label("customer"),
            StaffMember.name.label("advisor"),
            *columns,
        )
        .join(Vehicle, Vehicle.id == Visit.vehicle_id)
        .join(Customer, Customer.id == Visit.customer_id)
        .join(StaffMember, StaffMember.id == Visit.advisor_id)
    )


def make_of(row: Any) -> str:
    """Brand and model as one name of the car."""
    return " ".join(part for part in (row.brand, row.model) if part)


def midnight(desk: Desk, day: date) -> datetime:
    """The moment ``day`` begins at the desk."""
    zone = desk.clock.zone() or local(desk.now, desk.clock).tzinfo
    return datetime.combine(day, time(0), zone).astimezone(UTC)
