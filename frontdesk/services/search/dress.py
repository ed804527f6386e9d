"""Turns files found into lines for the screen: what to show of each, and which part fitted."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from frontdesk.models.values import phone, plate
from frontdesk.services.search.fold import fold
from frontdesk.services.search.marks import marks_in, marks_in_name
from frontdesk.services.search.query import Found
from frontdesk.services.search.results import Hit, HitKind
from frontdesk.services.search.text import JOINT

BETWEEN = " · "
_PLATES_SHOWN = 2

FILES = """SELECT c.id, c.name, c.number, c.last_visit_on,
        (SELECT group_concat(number, '|') FROM
            (SELECT p.number FROM customer_phone p
                WHERE p.customer_id = c.id ORDER BY p.position)),
        (SELECT json_group_array(
            json_array(v.id, v.plate, v.vin, v.brand, v.model, v.last_visit_on) ORDER BY v.id)
            FROM vehicle v WHERE v.customer_id = c.id)
    FROM json_each(?) j JOIN customer c ON c.id = j.value"""
"""All that is shown of the files whose ids are in the JSON array, in one statement."""


@dataclass(frozen=True, slots=True)
class _Car:
    id: str
    plate: str
    vin: str
    make: str
    seen: str | None

    def fits(self, words: Sequence[str]) -> bool:
        return any(word in self.plate or word in self.vin for word in words)


@dataclass(frozen=True, slots=True)
class _Person:
    id: str
    name: str
    number: str
    seen: str | None
    phones: tuple[str, ...]


def dress(
    connection: Connection, found: Sequence[Found], words: Sequence[str], *, see_phones: bool
) -> list[Hit]:
    """A hit for each car that fits, and for each customer who fits by more than a car."""
    if not found:
        return []
    these = json.dumps([file.customer_id for file in found])
    people: dict[str, _Person] = {}
    cars: dict[str, list[_Car]] = {}
    for id_, name, number, seen, phones, owned in connection.exec_driver_sql(FILES, (these,)).all():
        people[id_] = _Person(id_, name, number, seen, tuple((phones or "").split(JOINT)))
        cars[id_] = [_car(*values) for values in json.loads(owned)]
    hits: list[Hit] = []
    for file in found:
        person, owned = people[file.customer_id], cars[file.customer_id]
        fitting = [car for car in owned if car.fits(words)]
        hits += [_of_car(car, person, words) for car in fitting]
        of_cars = {fold(value) for car in owned for value in (car.plate, car.vin)}
        fields = [field for field in file.text.split(JOINT) if field not in of_cars]
        if not fitting or all(any(word in field for field in fields) for word in words):
            hits.append(_of_person(person, owned, fields, words, see_phones=see_phones))
    return hits


def _car(
    id_: str,
    sign: str | None,
    vin: str | None,
    brand: str | None,
    model: str | None,
    seen: str | None,
) -> _Car:
    return _Car(id_, sign or "", vin or "", " ".join(filter(None, (brand, model))), seen)


def _of_car(car: _Car, owner: _Person, words: Sequence[str]) -> Hit:
    by_vin = not car.plate or any(word in car.vin and word not in car.plate for word in words)
    title = plate.display(car.plate) or car.vin
    vin = car.vin if by_vin and car.plate else ""
    before = BETWEEN.join(part for part in (car.make, vin) if part)
    start = len(before) + len(BETWEEN) if before else 0
    of_name = marks_in_name(owner.name, words)
    return Hit(
        kind=HitKind.VEHICLE,
        id=car.id,
        customer_id=owner.id,
        vehicle_id=car.id,
        title=title,
        title_marks=marks_in(title, words),
        subtitle=BETWEEN.join(part for part in (before, owner.name) if part),
        subtitle_marks=(
            *(marks_in(before, words) if vin else ()),
            *((start + at, length) for at, length in of_name),
        ),
        day=_day(car.seen),
    )


def _of_person(
    person: _Person,
    cars: Sequence[_Car],
    fields: Sequence[str],
    words: Sequence[str],
    *,
    see_phones: bool,
) -> Hit:
    number = next(
        (n for n in person.phones if any(word in fold(n) for word in words)), person.phones[0]
    )
    parts = [phone.display(number) if see_phones else phone.masked(number)]
    parts += [plate.display(car.plate) for car in cars[:_PLATES_SHOWN] if car.plate]
    if any(word in fold(person.number) for word in words):
        parts.append(person.number)
    of_name = marks_in_name(person.name, words)
    subtitle = BETWEEN.join(part for part in parts if part)
    marks = marks_in(subtitle, words)
    if not of_name and not marks and see_phones:
        # A former plate: it stands nowhere else in the line.
        former = next((field for field in fields if any(word in field for word in words)), "")
        subtitle = BETWEEN.join(part for part in (subtitle, former) if part)
        marks = marks_in(subtitle, words)
    return Hit(
        kind=HitKind.CUSTOMER,
        id=person.id,
        customer_id=person.id,
        vehicle_id=cars[0].id if len(cars) == 1 else None,
        title=person.name,
        title_marks=of_name,
        subtitle=subtitle,
        subtitle_marks=marks,
        day=_day(person.seen),
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
