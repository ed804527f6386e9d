"""Writes files and cars: checked, audited with what changed, and findable at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from frontdesk.errors import Conflict, NotFound, UserError
from frontdesk.models.customer import Customer, CustomerNote, CustomerPhone
from frontdesk.models.values import identity, phone, text
from frontdesk.models.values.ids import new_id
from frontdesk.models.vehicle import Vehicle, VehicleOwnership
from frontdesk.services.callbacks.deriving.run import derive_of
from frontdesk.services.callbacks.new_customers import share_new_customers
from frontdesk.services.classes.one import reclass
from frontdesk.services.customers import drivers
from frontdesk.services.customers.checks import customer_values, vehicle_values
from frontdesk.services.customers.inputs import CustomerInput, PhoneInput, VehicleInput
from frontdesk.services.desk import Change, UnitOfWork
from frontdesk.services.search import index

NUMBER_PREFIX = "K"
"""Customer files are numbered ``K-2026-000123`` (客户)."""
_AT_ONCE = ("!", "！")
_TELLS_OF_CALLS = frozenset({"delivered_on", "sold_here", "sales_consultant_id"})
"""Of a car: what decides which calls are owed for it."""


def create(work: UnitOfWork, given: CustomerInput, customer_id: str) -> str:
    """A new file under ``customer_id``; told twice, it is made once."""
    if work.session.get(Customer, customer_id) is not None:
        return customer_id
    values = customer_values(given, work.today)
    customer = Customer(
        id=customer_id,
        number=work.number(NUMBER_PREFIX),
        created_at=work.now,
        created_by=work.desk.actor.id,
        **values,
    )
    customer.phones = _phones([], given.phones)
    work.session.add(customer)
    numbers = [each.number for each in customer.phones]
    after = _told({name: value for name, value in values.items() if value})
    work.audit("customer.create", "customer", customer_id, after=after | {"phones": numbers})
    share_new_customers(work, [customer_id])
    kept(work, customer_id)
    return customer_id


def change(work: UnitOfWork, customer_id: str, given: CustomerInput, version: int) -> None:
    """Save an edited file that is still at ``version``."""
    customer = _still(work.session.get(Customer, customer_id), version)
    values = customer_values(given, work.today)
    before, after = _change(customer, values)
    old = [(each.number, each.owner) for each in customer.phones]
    phones = _phones(customer.phones, given.phones)
    new = [(each.number, each.owner) for each in phones]
    if old != new:
        customer.phones = phones
        # Numbers are rows of their own: the file's version must move with them.
        flag_modified(customer, "name")
        before["phones"], after["phones"] = old, new
    if after:
        work.audit("customer.update", "customer", customer_id, before=before, after=after)
        kept(work, customer_id)
    if "do_not_call" in after:
        derive_of(work, customer_id)


def add_vehicle(work: UnitOfWork, customer_id: str, given: VehicleInput, vehicle_id: str) -> str:
    """A car of this customer under ``vehicle_id``; told twice, it is made once."""
    if work.session.get(Vehicle, vehicle_id) is not None:
        return vehicle_id
    if work.session.get(Customer, customer_id) is None:
        raise NotFound("record.not_found")
    values = vehicle_values(given)
    drivers.check(given.drivers or ())
    _refuse_same_vin(work.session, values["vin"], vehicle_id)
    vehicle = Vehicle(id=vehicle_id, customer_id=customer_id, **values)
    work.session.add(vehicle)
    work.session.flush()
    since = given.delivered_on or given.purchased_on
    work.session.add(VehicleOwnership(vehicle_id=vehicle_id, customer_id=customer_id, since=since))
    after = _told({name: value for name, value in values.items() if value})
    if given.drivers:
        _, after["drivers"] = drivers.put(work.session, vehicle_id, given.drivers)
    work.audit("vehicle.create", "vehicle", vehicle_id, after=after, customer=customer_id)
    kept(work, customer_id)
    return vehicle_id


def change_vehicle(work: UnitOfWork, vehicle_id: str, given: VehicleInput, version: int) -> None:
    """Save an edited car that is still at ``version``."""
    vehicle = _still(work.session.get(Vehicle, vehicle_id), version)
    values = vehicle_values(given)
    _refuse_same_vin(work.session, values["vin"], vehicle_id)
    old: list[str] = []
    new: list[str] = []
    if given.drivers is not None:
        old, new = drivers.put(work.session, vehicle_id, given.drivers)
    before, after = _change(vehicle, values)
    if old != new:
        # Drivers are rows of their own: the car's version must move with them.
        flag_modified(vehicle, "customer_id")
        before["drivers"], after["drivers"] = old, new
    if after:
        work.audit("vehicle.update", "vehicle", vehicle_id, before=before, after=after)
        kept(work, vehicle.customer_id)
    if not _TELLS_OF_CALLS.isdisjoint(after):
        derive_of(work, vehicle.customer_id)


def add_note(work: UnitOfWork, customer_id: str, words: str, note_id: str) -> str:
    """A dated note signed by who writes it; never rewritten.

    One that begins with ``!`` is to be seen at once when the customer comes.
    """
    if work.session.get(CustomerNote, note_id) is not None:
        return note_id
    if work.session.get(Customer, customer_id) is None:
        raise NotFound("record.not_found")
    written = text.note(words, "note")
    flagged = written.startswith(_AT_ONCE)
    if flagged:
        written = written[1:].lstrip()
    if not written:
        raise UserError("customer.note_empty", field="note")
    work.session.add(
        CustomerNote(
            id=note_id,
            customer_id=customer_id,
            text=written,
            written_at=work.now,
            written_by=work.desk.actor.id,
            flagged=flagged,
        )
    )
    work.audit("customer.note", "customer", customer_id, note=note_id)
    work.changed(Change.CUSTOMERS)
    return note_id


def flag_note(work: UnitOfWork, note_id: str, *, flagged: bool) -> None:
    """The note is to be seen at once when the customer comes, or not any more."""
    note = work.session.get(CustomerNote, note_id)
    if note is None:
        raise NotFound("record.not_found")
    if note.flagged is flagged:
        return
    note.flagged = flagged
    work.audit(
        "customer.flag_note" if flagged else "customer.unflag_note",
        "customer",
        note.customer_id,
        note=note_id,
    )
    work.changed(Change.CUSTOMERS)


def correct_phone(work: UnitOfWork, customer_id: str, phone_id: str, typed: str) -> None:
    """Put the right number in place of one found wrong; the same one typed again is right."""
    customer = work.session.get(Customer, customer_id)
    line = (
        next((each for each in customer.phones if each.id == phone_id), None) if customer else None
    )
    if customer is None or line is None:
        raise NotFound("callbacks.phone_not_found")
    number = phone.normalise(typed, "phone")
    if any(each.number == number for each in customer.phones if each is not line):
        raise UserError("customer.phone_twice", field="phone")
    before, line.number, line.wrong = line.number, number, False
    flag_modified(customer, "name")
    work.audit(
        "phone.correct",
        "customer",
        customer_id,
        before={"phones": [before]},
        after={"phones": [number]},
    )
    kept(work, customer_id)


def _phones(kept: list[CustomerPhone], given: tuple[PhoneInput, ...]) -> list[CustomerPhone]:
    """The numbers as rows; one that stays keeps its row, and whether it was found wrong."""
    by_id = {each.id: each for each in kept}
    by_number = {each.number: each for each in kept}
    rows = []
    for at, each in enumerate(given):
        if each.number is None:
            known = by_id.get(each.id or "")
            if known is None:
                raise Conflict("record.changed_meanwhile")
            row = known
        else:
            number = phone.normalise(each.number)
            row = by_number.get(number) or CustomerPhone(id=new_id(), number=number)
        row.owner, row.position = each.owner, at
        rows.append(row)
    return rows


def _change(
    record: Customer | Vehicle, values: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Put ``values`` into ``record``; what they were and are, for those that differ."""
    differ = {name for name, value in values.items() if getattr(record, name) != value}
    before = _told({name: getattr(record, name) for name in sorted(differ)})
    after = _told({name: values[name] for name in sorted(differ)})
    for name in differ:
        setattr(record, name, values[name])
    return before, after


def _told(values: Mapping[str, Any]) -> dict[str, Any]:
    """``values`` for the audit trail: an ID number stays masked there too."""
    told = dict(values)
    if told.get("identity_number"):
        told["identity_number"] = identity.masked(told["identity_number"])
    return told


def _still(record: Any, version: int) -> Any:
    if record is None:
        raise NotFound("record.not_found")
    if record.version != version:
        raise Conflict("record.changed_meanwhile")
    return record


def _refuse_same_vin(session: Session, vin: str | None, vehicle_id: str) -> None:
    """A VIN names one car: a second one would be false."""
    if vin is None:
        return
    owner = session.execute(
        select(Customer.name, Customer.number)
        .join(Vehicle, Vehicle.customer_id == Customer.id)
        .where(Vehicle.vin == vin, Vehicle.id != vehicle_id)
    ).one_or_none()
    if owner is not None:
        raise UserError("vehicle.vin_known", field="vin", name=owner.name, number=owner.number)


def kept(work: UnitOfWork, *customer_ids: str) -> None:
    """What is searched of these files has changed."""
    work.seal()  # former plates are read from the trail
    index.refresh(work.session, customer_ids)
    reclass(work, *customer_ids)
    work.changed(Change.CUSTOMERS)
