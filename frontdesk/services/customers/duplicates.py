"""Files there are already under the same phone, ID number, plate or VIN: a warning, never a bar."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from frontdesk.errors import UserError
from frontdesk.models.customer import Customer, CustomerPhone
from frontdesk.models.values import identity, phone, plate, vin
from frontdesk.models.vehicle import Vehicle
from frontdesk.services.customers.checks import phone_field
from frontdesk.services.customers.dto import Duplicate, SameBy
from frontdesk.services.customers.inputs import Known

_MOST_EACH = 5


def find(session: Session, known: Known, except_customer: str | None) -> tuple[Duplicate, ...]:
    """Other files that hold what is typed, in the order of the inputs."""
    return tuple(
        duplicate
        for duplicate in _all(session, known)
        if duplicate.customer_id != (except_customer or "")
    )


def _all(session: Session, known: Known) -> Iterator[Duplicate]:
    for at, typed in enumerate(known.phones):
        number = _read(phone.normalise, typed)
        if number:
            yield from _by_phone(session, number, phone_field(at))
    number = _read(identity.normalise, known.identity_number) or _read(
        identity.company_code, known.identity_number
    )
    if number:
        yield from _by_identity(session, number)
    sign = _read(plate.normalise, known.plate)
    if sign:
        yield from _by_car(session, SameBy.PLATE, sign)
    number = _read(vin.normalise, known.vin)
    if number:
        yield from _by_car(session, SameBy.VIN, number)


def _read(check: Callable[[str], str], typed: str) -> str:
    """The stored form, or '' while it is not whole yet: the field itself says what is wrong."""
    if not typed.strip():
        return ""
    try:
        return check(typed)
    except UserError:
        return ""


def _by_phone(session: Session, number: str, field: str) -> Iterator[Duplicate]:
    rows = session.execute(
        select(Customer.id, Customer.number, Customer.name)
        .join(CustomerPhone, CustomerPhone.customer_id == Customer.id)
        .where(CustomerPhone.number == number)
        .order_by(Customer.last_visit_on.desc())
        .limit(_MOST_EACH)
    )
    for id_, file_number, name in rows:
        yield Duplicate(SameBy.PHONE, field, phone.display(number), id_, file_number, name)


def _by_identity(session: Session, number: str) -> Iterator[Duplicate]:
    rows = session.execute(
        select(Customer.id, Customer.number, Customer.name)
        .where(Customer.identity_number == number)
        .limit(_MOST_EACH)
    )
    shown = identity.masked(number)
    for id_, file_number, name in rows:
        yield Duplicate(SameBy.IDENTITY, "identity_number", shown, id_, file_number, name)


def _by_car(session: Session, by: SameBy, value: str) -> Iterator[Duplicate]:
    column = Vehicle.plate if by is SameBy.PLATE else Vehicle.vin
    rows = session.execute(
        select(Customer.id, Customer.number, Customer.name, Vehicle.id)
        .join(Vehicle, Vehicle.customer_id == Customer.id)
        .where(column == value)
        .limit(_MOST_EACH)
    )
    shown = plate.display(value) if by is SameBy.PLATE else value
    for id_, file_number, name, vehicle_id in rows:
        yield Duplicate(by, by.value, shown, id_, file_number, name, vehicle_id)
