"""Columns kept on customer and car so that lists and search need not read visits."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, or_, select, update
from sqlalchemy.orm import Session

from frontdesk.models.customer import Customer
from frontdesk.models.vehicle import Vehicle
from frontdesk.models.visit import Visit
from frontdesk.services.search import index


def seen(session: Session, customer_id: str, on: date) -> None:
    """The customer stood at the desk on ``on``: ranks them anew if that is news."""
    news = session.execute(
        update(Customer)
        .where(
            Customer.id == customer_id,
            or_(Customer.last_visit_on.is_(None), Customer.last_visit_on < on),
        )
        .values(last_visit_on=on)
        .returning(Customer.id)
        .execution_options(synchronize_session=False)
    ).all()
    if news:
        index.refresh(session, [customer_id])


def left(session: Session, visit: Visit) -> None:
    """The car left: its mileage and, where a next maintenance was named, that one are kept."""
    values: dict[str, object] = {"last_visit_on": visit.arrived_on}
    if visit.mileage_km is not None:
        values["last_mileage_km"] = visit.mileage_km
    if visit.next_maintenance_on is not None or visit.next_maintenance_km is not None:
        values["next_maintenance_on"] = visit.next_maintenance_on
        values["next_maintenance_km"] = visit.next_maintenance_km
    _set(session, Vehicle.id == visit.vehicle_id, Vehicle, values)
    owner = select(Vehicle.customer_id).where(Vehicle.id == visit.vehicle_id).scalar_subquery()
    earliest = (
        select(func.min(Vehicle.next_maintenance_on))
        .where(Vehicle.customer_id == Customer.id)
        .scalar_subquery()
    )
    _set(session, Customer.id == owner, Customer, {"next_due_on": earliest})


def _set(session: Session, where: object, table: type, values: dict[str, object]) -> None:
    # The record's version stays: a file open elsewhere must still save what was typed into it.
    session.execute(
        update(table)
        .where(where)  # type: ignore[arg-type]
        .values(**values)
        .execution_options(synchronize_session=False)
    )
