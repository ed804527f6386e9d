"""Columns kept on customer and car so that lists and search need not read visits."""

from __future__ import annotations

from datetime import date

from sqlalchemy import bindparam, func, or_, select, update
from sqlalchemy.orm import Session

from frontdesk.models.customer import Customer
from frontdesk.models.search import SearchDoc
from frontdesk.models.vehicle import Vehicle
from frontdesk.models.visit import Visit

# Built once, and run past the session: they are part of every intake. Versions stay as they are,
# since a file open elsewhere must still save what was typed into it.
_SEEN = (
    update(Customer)
    .where(
        Customer.id == bindparam("whose"),
        or_(Customer.last_visit_on.is_(None), Customer.last_visit_on < bindparam("day")),
    )
    .values(last_visit_on=bindparam("day"))
)
_RANK = (
    update(SearchDoc)
    .where(SearchDoc.customer_id == bindparam("whose"))
    .values(newest_on=bindparam("day"))
)
_NEXT_DUE = (
    update(Customer)
    .where(
        Customer.id
        == select(Vehicle.customer_id).where(Vehicle.id == bindparam("car")).scalar_subquery()
    )
    .values(
        next_due_on=select(func.min(Vehicle.next_maintenance_on))
        .where(Vehicle.customer_id == Customer.id)
        .scalar_subquery()
    )
)


def seen(session: Session, customer_id: str, on: date) -> None:
    """The customer stood at the desk on ``on``: search ranks them by it, their words stay."""
    connection = session.connection()
    news = connection.execute(_SEEN, {"whose": customer_id, "day": on})
    if news.rowcount:
        connection.execute(_RANK, {"whose": customer_id, "day": on})


def left(session: Session, visit: Visit) -> None:
    """The car left: its mileage and, where a next maintenance was named, that one are kept."""
    values: dict[str, object] = {"last_visit_on": visit.arrived_on}
    if visit.mileage_km is not None:
        values["last_mileage_km"] = visit.mileage_km
    if visit.next_maintenance_on is not None or visit.next_maintenance_km is not None:
        values["next_maintenance_on"] = visit.next_maintenance_on
        values["next_maintenance_km"] = visit.next_maintenance_km
    _keep(session, visit.vehicle_id, values)


def promised(session: Session, vehicle_id: str, on: date) -> None:
    """The customer has named a day for the next maintenance: the kilometres stay as they are."""
    _keep(session, vehicle_id, {"next_maintenance_on": on})


def _keep(session: Session, vehicle_id: str, values: dict[str, object]) -> None:
    connection = session.connection()
    connection.execute(update(Vehicle).where(Vehicle.id == vehicle_id).values(**values))
    connection.execute(_NEXT_DUE, {"car": vehicle_id})
