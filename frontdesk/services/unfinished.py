"""What a person has begun and not saved, by the name of what it is about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from frontdesk.models.callback import Callback
from frontdesk.models.complaint import Complaint
from frontdesk.models.customer import Customer
from frontdesk.models.journal import Draft
from frontdesk.models.staff import StaffMember
from frontdesk.models.values import plate
from frontdesk.models.vehicle import Vehicle
from frontdesk.models.visit import Visit
from frontdesk.services.desk import Desk
from frontdesk.services.keeping_time import outlived

_NEW_CAR = "new:"


@dataclass(frozen=True, slots=True)
class Unfinished:
    """One kept form. ``title`` names its record ('' for a new one).

    ``record_id`` is the record to open, ``customer_id`` whose it is, where that is another.
    """

    form: str
    subject_id: str
    saved_at: datetime
    title: str = ""
    record_id: str = ""
    customer_id: str = ""


def unfinished(session: Session, desk: Desk) -> tuple[Unfinished, ...]:
    """The kept forms of the desk's person, newest first; those past the keeping time are left out.

    A form whose record the person has never seen named stays without a title.
    """
    mine = desk.actor.id
    rows = session.execute(
        select(Draft.form, Draft.subject_id, Draft.saved_at)
        .where(Draft.owner_id == mine, Draft.id.not_in(outlived(session, desk, mine)))
        .order_by(Draft.saved_at.desc())
    ).all()
    ids = {row.subject_id.removeprefix(_NEW_CAR) for row in rows if row.subject_id}
    names = _names(session, ids)
    return tuple(_named(row.form, row.subject_id, row.saved_at, names) for row in rows)


def _named(
    form: str, subject_id: str, saved_at: datetime, names: dict[str, tuple[str, str]]
) -> Unfinished:
    record_id = subject_id.removeprefix(_NEW_CAR)
    title, customer_id = names.get(record_id, ("", ""))
    return Unfinished(form, subject_id, saved_at, title, record_id, customer_id)


def _names(session: Session, ids: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Id → how its record is called, and whose it is."""
    wanted = tuple(ids)
    if not wanted:
        return {}
    names: dict[str, tuple[str, str]] = {}
    for kind in (Visit, Complaint, Callback):
        found = select(kind.id, kind.number, kind.customer_id).where(kind.id.in_(wanted))
        names |= {row.id: (row.number, row.customer_id) for row in session.execute(found)}
    for person in (Customer, StaffMember):
        people = select(person.id, person.name).where(person.id.in_(wanted))
        names |= {row.id: (row.name, "") for row in session.execute(people)}
    cars = select(Vehicle.id, Vehicle.plate, Vehicle.vin, Vehicle.customer_id)
    for car in session.execute(cars.where(Vehicle.id.in_(wanted))):
        names[car.id] = (plate.display(car.plate) or car.vin or "", car.customer_id)
    return names
