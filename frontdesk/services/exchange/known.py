"""Looks up, in bulk, which customers and cars of a sheet are known already."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from frontdesk.models.customer import Customer, CustomerPhone
from frontdesk.models.staff import StaffMember
from frontdesk.models.vehicle import Vehicle, VehicleOwnership
from frontdesk.services.exchange.book import Book, CustomerEntry, VehicleEntry
from frontdesk.services.exchange.delivery import DeliveryRow

_CHUNK = 500
_CUSTOMER = (
    Customer.id,
    Customer.kind,
    Customer.name,
    Customer.gender,
    Customer.identity_number,
    Customer.birthday,
    Customer.email,
    Customer.wechat,
    Customer.member_number,
    Customer.member_level,
    Customer.occupation,
    Customer.employer,
    Customer.address,
)
_VEHICLE = (
    Vehicle.id,
    Vehicle.customer_id,
    Vehicle.vin,
    Vehicle.plate,
    Vehicle.brand,
    Vehicle.model,
    Vehicle.engine_number,
    Vehicle.gearbox_number,
    Vehicle.vehicle_class,
    Vehicle.warranty_ends_on,
    Vehicle.inspection_due_on,
    Vehicle.colour,
    Vehicle.use,
    Vehicle.sold_here,
    Vehicle.sales_consultant,
    Vehicle.sales_consultant_id,
    Vehicle.purchased_on,
    Vehicle.delivered_on,
    Vehicle.insurer,
    Vehicle.insurance_ends_on,
    Vehicle.remarks,
)


def open_book(session: Session, rows: Sequence[DeliveryRow], today: date) -> Book:
    """A book of every known file and car that ``rows`` may speak of."""
    vehicles = _vehicles(session, rows)
    customers = _customers(session, rows, {vehicle.customer_id for vehicle in vehicles})
    return Book(customers, vehicles, _consultants(session), today)


def _vehicles(session: Session, rows: Sequence[DeliveryRow]) -> list[VehicleEntry]:
    found: dict[str, VehicleEntry] = {}
    for column, values in (
        (Vehicle.vin, (row.vin for row in rows)),
        (Vehicle.plate, (row.plate for row in rows)),
    ):
        for record in _matching(session, select(*_VEHICLE), column, values):
            found[record["id"]] = VehicleEntry(record["id"], record)
    since = select(VehicleOwnership.vehicle_id, VehicleOwnership.since)
    open_ = since.where(VehicleOwnership.until.is_(None))
    for record in _matching(session, open_, VehicleOwnership.vehicle_id, found):
        found[record["vehicle_id"]].owned_since = record["since"]
    # A plate may stand in two files; the newer one counts.
    return [found[vehicle_id] for vehicle_id in sorted(found)]


def _customers(
    session: Session, rows: Sequence[DeliveryRow], owners: set[str]
) -> list[CustomerEntry]:
    ids = set(owners)
    numbers = (number for row in rows for number in row.phones)
    with_phone = select(CustomerPhone.customer_id)
    for record in _matching(session, with_phone, CustomerPhone.number, numbers):
        ids.add(record["customer_id"])
    identities = (row.identity_number for row in rows)
    for record in _matching(session, select(Customer.id), Customer.identity_number, identities):
        ids.add(record["id"])
    phones: defaultdict[str, list[str]] = defaultdict(list)
    of = select(CustomerPhone.customer_id, CustomerPhone.number).order_by(CustomerPhone.position)
    for record in _matching(session, of, CustomerPhone.customer_id, ids):
        phones[record["customer_id"]].append(record["number"])
    found = _matching(session, select(*_CUSTOMER), Customer.id, ids)
    entries = [
        CustomerEntry(record["id"], {**record, "phones": tuple(phones[record["id"]])})
        for record in found
    ]
    return sorted(entries, key=lambda entry: entry.id)


def _consultants(session: Session) -> dict[str, str]:
    """Active colleagues by name; a name that two share tells nothing."""
    staff = session.execute(
        select(StaffMember.name, StaffMember.id).where(StaffMember.active.is_(True))
    ).all()
    often = Counter(name for name, _ in staff)
    return {name: staff_id for name, staff_id in staff if often[name] == 1}


def _matching(
    session: Session,
    statement: Select[*tuple[Any, ...]],
    column: InstrumentedAttribute[Any],
    values: Iterable[str | None],
) -> Iterator[dict[str, Any]]:
    """Rows where ``column`` is one of ``values``, asked for in chunks."""
    wanted = iter(dict.fromkeys(value for value in values if value is not None))
    while chunk := list(islice(wanted, _CHUNK)):
        condition: ColumnElement[bool] = column.in_(chunk)
        for record in session.execute(statement.where(condition)).mappings():
            yield dict(record)
