"""Who drives a car of a company or fleet, and how to reach them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BindParameter, bindparam, select
from sqlalchemy.orm import Session

from frontdesk.errors import Conflict
from frontdesk.models.values import names, phone, text
from frontdesk.models.vehicle import Vehicle, VehicleDriver
from frontdesk.services.customers.dto import DriverLine
from frontdesk.services.customers.inputs import DriverInput
from frontdesk.services.customers.masking import sees_phones, shown_phone
from frontdesk.services.desk import Desk
from frontdesk.services.intake.checks import Checking

_OWNER: BindParameter[Any] = bindparam("customer")
_DRIVERS = (
    select(
        VehicleDriver.vehicle_id,
        VehicleDriver.id,
        VehicleDriver.name,
        VehicleDriver.phone,
        VehicleDriver.note,
    )
    .join(Vehicle, Vehicle.id == VehicleDriver.vehicle_id)
    .where(Vehicle.customer_id == _OWNER)
    .order_by(VehicleDriver.position)
)


def driver_field(at: int, what: str) -> str:
    """The name of an input of the driver at place ``at`` (from 0)."""
    return f"driver_{at + 1}_{what}"


def check(given: tuple[DriverInput, ...]) -> None:
    """What the drivers hand in.

    Raises:
        UserError: one fault. InputErrors: several.
    """
    checking = Checking()
    for at, each in enumerate(given):
        checking.of(names.parse, each.name, driver_field(at, "name"))
        if each.phone:
            checking.of(phone.normalise, each.phone, driver_field(at, "phone"))
    checking.done()


def drivers_of(desk: Desk, session: Session, customer_id: str) -> dict[str, tuple[DriverLine, ...]]:
    """The drivers of a customer's cars, by car."""
    rows = session.connection().execute(_DRIVERS, {"customer": customer_id}).all()
    found: dict[str, tuple[DriverLine, ...]] = {}
    masked = not sees_phones(desk)
    for vehicle_id, id_, name, number, note in rows:
        shown = shown_phone(desk, number)
        line = DriverLine(id_, name, shown, note or "", masked and bool(shown))
        found[vehicle_id] = (*found.get(vehicle_id, ()), line)
    return found


def put(
    session: Session, vehicle_id: str, given: tuple[DriverInput, ...]
) -> tuple[list[str], list[str]]:
    """Keep these drivers and no others; who there was and is, as the trail tells it.

    Raises:
        Conflict: a line said to be kept is not there any more.
    """
    check(given)
    kept = {
        row.id: row
        for row in session.scalars(
            select(VehicleDriver)
            .where(VehicleDriver.vehicle_id == vehicle_id)
            .order_by(VehicleDriver.position)
        )
    }
    before = [_told(row) for row in kept.values()]
    rows: list[VehicleDriver] = []
    for at, each in enumerate(given):
        row = kept.pop(each.id, None) if each.id else None
        if row is None:
            if each.phone is None:
                raise Conflict("record.changed_meanwhile")
            row = VehicleDriver(vehicle_id=vehicle_id)
            session.add(row)
        if each.phone is not None:
            row.phone = phone.normalise(each.phone) if each.phone.strip() else None
        row.name, row.position = names.parse(each.name), at
        row.note = text.line(each.note, driver_field(at, "note")) or None
        rows.append(row)
    for row in kept.values():
        session.delete(row)
    return before, [_told(row) for row in rows]


def _told(row: VehicleDriver) -> str:
    return " ".join(part for part in (row.name, row.phone, row.note) if part)
