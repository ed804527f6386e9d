"""Who has probably brought the car, until the advisor is told better."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from frontdesk.models.customer import Customer, CustomerPhone
from frontdesk.models.enums import CustomerKind, PhoneOwner
from frontdesk.models.values import phone
from frontdesk.models.vehicle import VehicleDriver
from frontdesk.models.visit import Visit
from frontdesk.services.desk import Desk
from frontdesk.services.intake.views import BroughtBy, CarHead
from frontdesk.services.permissions import Permission


class Bringer(NamedTuple):
    """A name, a number as it is read aloud, and how they are known; both may be empty."""

    name: str = ""
    number: str = ""
    known: BroughtBy = BroughtBy.LAST


def bringer_of(desk: Desk, session: Session, car: CarHead, newest: Visit | None) -> Bringer:
    """As last time; else the only driver of the car, or its owner where that is a person.

    No number is offered that was found wrong since.
    Who brought it for a former owner is that owner's affair and is not told.
    """
    if newest is not None and newest.customer_id == car.customer_id and newest.brought_by:
        number = newest.brought_by_phone
        if number and _is_wrong(session, car, number):
            number = _own_number(session, car) if newest.brought_by == car.customer else None
        return Bringer(newest.brought_by, _shown(desk, number))
    drivers = session.execute(
        select(VehicleDriver.name, VehicleDriver.phone)
        .where(VehicleDriver.vehicle_id == car.vehicle_id)
        .limit(2)
    ).all()
    if len(drivers) == 1:
        name, number = drivers[0]
        return Bringer(name, _shown(desk, number), BroughtBy.DRIVER)
    kind = session.scalar(select(Customer.kind).where(Customer.id == car.customer_id))
    if drivers or kind is not CustomerKind.PERSON:
        return Bringer()
    return Bringer(car.customer, _shown(desk, _own_number(session, car)), BroughtBy.OWNER)


def _is_wrong(session: Session, car: CarHead, number: str) -> bool:
    """Whether it was found wrong in a call since."""
    found = session.scalar(
        select(CustomerPhone.wrong).where(
            CustomerPhone.customer_id == car.customer_id, CustomerPhone.number == number
        )
    )
    return bool(found)


def _own_number(session: Session, car: CarHead) -> str | None:
    """The owner's own number before one of the family; never one known to be wrong."""
    return session.scalar(
        select(CustomerPhone.number)
        .where(CustomerPhone.customer_id == car.customer_id, CustomerPhone.wrong.is_(False))
        .order_by(CustomerPhone.owner != PhoneOwner.SELF, CustomerPhone.position)
        .limit(1)
    )


def _shown(desk: Desk, number: str | None) -> str:
    """``number`` as it is read aloud, for who may see it: half of one would be saved as typed."""
    return phone.display(number) if number and desk.may(Permission.SEE_PHONES) else ""
