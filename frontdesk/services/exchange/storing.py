"""Writes what the book holds: a few statements over many rows, in the caller's transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sqlalchemy import bindparam, insert, update

from frontdesk.models.base import Base
from frontdesk.models.customer import Customer, CustomerPhone
from frontdesk.models.enums import VehicleUse
from frontdesk.models.journal import ImportedVehicle
from frontdesk.models.values import identity
from frontdesk.models.values.ids import new_id
from frontdesk.models.vehicle import Vehicle, VehicleOwnership
from frontdesk.services.callbacks.falls_due import Delivered, due_after_delivery
from frontdesk.services.callbacks.new_customers import share_new_customers
from frontdesk.services.customers.saving import NUMBER_PREFIX
from frontdesk.services.desk import Change, UnitOfWork
from frontdesk.services.exchange.book import Book, CustomerEntry, Entry, VehicleEntry
from frontdesk.services.search import index

_CHUNK = 1_000
#: Share of the whole that each stage takes, measured on 10,000 rows.
_FILES, _INDEX = 0.4, 0.8

#: Told how far the writing is, 0–1; raises to stop it.
Step = Callable[[float], None]


def store_book(work: UnitOfWork, book: Book, batch_id: str, step: Step) -> None:
    """Write every new and changed file and car, their history, index, calls and audit entries."""
    _customers(work, list(book.customers.values()), step)
    vehicles = [car for car in book.vehicles.values() if car.is_new or car.before or car.owners]
    _vehicles(work, vehicles)
    _imported(work, batch_id, book.imported.values())
    _ownerships(work, vehicles)
    work.changed(Change.CUSTOMERS)
    step(_FILES)
    touched = _touched(book)
    work.seal()  # former plates are read from the trail
    for start in range(0, len(touched), _CHUNK):
        index.refresh(work.session, touched[start : start + _CHUNK])
        step(_FILES + (_INDEX - _FILES) * min(1.0, (start + _CHUNK) / len(touched)))
    calls = [
        Delivered(
            vehicle_id=car.id,
            customer_id=car.customer_id,
            delivered_on=car.values["delivered_on"],
            sales_consultant_id=car.values.get("sales_consultant_id"),
        )
        for car in vehicles
        if car.values.get("delivered_on") and (car.owners or "delivered_on" in car.before)
    ]
    for start in range(0, len(calls), _CHUNK):
        due_after_delivery(work, calls[start : start + _CHUNK])
        step(_INDEX + (1 - _INDEX) * min(1.0, (start + _CHUNK) / len(calls)))


def _customers(work: UnitOfWork, customers: Sequence[CustomerEntry], step: Step) -> None:
    new = [customer for customer in customers if customer.is_new]
    numbers = work.numbers(NUMBER_PREFIX, len(new)) if new else []
    told = _told(new, _CUSTOMER_COLUMNS)
    for start in range(0, len(new), _CHUNK):
        part = new[start : start + _CHUNK]
        _insert(
            work,
            Customer,
            [
                {
                    "id": customer.id,
                    "version": 1,
                    "number": number,
                    "created_at": work.now,
                    "created_by": work.desk.actor.id,
                    **{name: customer.values.get(name) for name in told},
                }
                for customer, number in zip(part, numbers[start:], strict=False)
            ],
        )
        step(_FILES * 0.6 * (start + len(part)) / len(new))
    _update(work, Customer, [entry for entry in customers if entry.is_changed], _CUSTOMER_COLUMNS)
    phones = [
        {
            "id": new_id(),
            "customer_id": customer.id,
            "position": len(customer.phones) - len(customer.new_phones) + at,
            "number": number,
        }
        for customer in customers
        for at, number in enumerate(customer.new_phones)
    ]
    _insert(work, CustomerPhone, phones)
    share_new_customers(work, [customer.id for customer in new])
    _audit(work, "customer", [entry for entry in customers if entry.is_changed])


def _vehicles(work: UnitOfWork, vehicles: Sequence[VehicleEntry]) -> None:
    new = [car for car in vehicles if car.is_new]
    told = _told(new, _VEHICLE_COLUMNS)
    rows = [
        {
            "id": car.id,
            "version": 1,
            **{name: car.values.get(name) for name in told},
            "use": car.values.get("use") or VehicleUse.PRIVATE,
        }
        for car in new
    ]
    # What a plate leaves must be written before what takes it.
    changed = [car for car in vehicles if car.is_changed]
    _update(work, Vehicle, changed, _VEHICLE_COLUMNS)
    _insert(work, Vehicle, rows)
    _audit(work, "vehicle", changed)


def _imported(work: UnitOfWork, batch_id: str, vehicles: Iterable[VehicleEntry]) -> None:
    rows = [{"batch_id": batch_id, "vehicle_id": car.id} for car in vehicles]
    _insert(work, ImportedVehicle, rows)


def _ownerships(work: UnitOfWork, vehicles: Sequence[VehicleEntry]) -> None:
    """Each owner's time ends the day the next one's begins."""
    ended = [
        {"car": car.id, "ended": car.owners[0][1] or work.today}
        for car in vehicles
        if car.owners and not car.is_new
    ]
    begun = []
    for car in (car for car in vehicles if car.owners):
        following = [since for _, since in car.owners[1:]]
        for (customer_id, since), until in zip(car.owners, [*following, None], strict=True):
            ends = max(until, since) if until and since else until
            begun.append(
                {
                    "id": new_id(),
                    "vehicle_id": car.id,
                    "customer_id": customer_id,
                    "since": since,
                    "until": ends,
                }
            )
    if ended:
        table = VehicleOwnership.__table__
        work.session.connection().execute(
            update(VehicleOwnership)
            .where(table.c.vehicle_id == bindparam("car"), table.c.until.is_(None))
            .values(until=bindparam("ended")),
            ended,
        )
    _insert(work, VehicleOwnership, begun)


def _update(
    work: UnitOfWork, model: type[Any], entries: Sequence[Entry], columns: tuple[str, ...]
) -> None:
    """One statement for all changed entries; others editing them meanwhile get a conflict."""
    if not entries:
        return
    table = model.__table__
    looked_up = [name for name in columns if name in entries[0].values]
    work.session.connection().execute(
        update(model)
        .where(table.c.id == bindparam("key"))
        .values(
            version=table.c.version + 1,
            **{name: bindparam(f"new_{name}") for name in looked_up},
        ),
        [
            {"key": entry.id} | {f"new_{name}": entry.values.get(name) for name in looked_up}
            for entry in entries
        ],
    )


def _audit(work: UnitOfWork, subject: str, changed: Sequence[Entry]) -> None:
    work.audit_many(
        f"{subject}.import",
        subject,
        (
            (
                entry.id,
                {
                    "before": _masked(entry.before),
                    "after": _masked({name: entry.values.get(name) for name in entry.before}),
                },
            )
            for entry in changed
        ),
    )


def _masked(values: dict[str, Any]) -> dict[str, Any]:
    """``values`` for the audit trail: an ID number stays masked there too."""
    number = values.get("identity_number")
    return values | ({"identity_number": identity.masked(number)} if number else {})


def _told(entries: Sequence[Entry], columns: Sequence[str]) -> list[str]:
    """The columns that at least one entry fills: a sheet tells a few of all there are."""
    filled = {
        name for entry in entries for name, value in entry.values.items() if value is not None
    }
    return [name for name in columns if name in filled]


def _insert(work: UnitOfWork, model: type[Base], rows: Sequence[dict[str, Any]]) -> None:
    """Many rows in one statement, past the ORM, which would look at each."""
    if rows:
        work.session.connection().execute(insert(model), rows)


def _touched(book: Book) -> list[str]:
    """Every customer file whose searchable words may have changed."""
    ids = dict.fromkeys(
        customer.id
        for customer in book.customers.values()
        if customer.is_new or customer.before or customer.new_phones
    )
    for car in book.vehicles.values():
        if car.is_new or car.before:
            ids |= dict.fromkeys([car.customer_id, *car.former_owners])
    return list(ids)


_CUSTOMER_COLUMNS = (
    "kind",
    "name",
    "gender",
    "source",
    "identity_number",
    "birthday",
    "email",
    "wechat",
    "member_number",
    "member_level",
    "occupation",
    "employer",
    "address",
)
_VEHICLE_COLUMNS = (
    "customer_id",
    "vin",
    "plate",
    "brand",
    "model",
    "engine_number",
    "gearbox_number",
    "vehicle_class",
    "warranty_ends_on",
    "inspection_due_on",
    "colour",
    "use",
    "sold_here",
    "sales_consultant",
    "sales_consultant_id",
    "purchased_on",
    "delivered_on",
    "insurer",
    "insurance_ends_on",
    "remarks",
)
