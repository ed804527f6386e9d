"""Counts and lists whom a segment holds."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from frontdesk.models.class_rules import read_badges
from frontdesk.models.customer import Customer
from frontdesk.models.values import plate
from frontdesk.models.vehicle import Vehicle
from frontdesk.services.customers.masking import shown_phone
from frontdesk.services.customers.telephone import number_to_ring
from frontdesk.services.desk import Desk
from frontdesk.services.segments.dto import Member
from frontdesk.services.segments.inputs import Criteria
from frontdesk.services.segments.matching import by_cars_alone, fitting, within_days

_CARS_SHOWN = 3
_PHONE = number_to_ring(Customer.id).scalar_subquery()
_CARS = (
    select(func.group_concat(func.coalesce(Vehicle.plate, Vehicle.model, Vehicle.vin), "|"))
    .where(Vehicle.customer_id == Customer.id)
    .scalar_subquery()
)


def count(session: Session, desk: Desk, wanted: Criteria) -> int:
    """How many fit."""
    quick = by_cars_alone(wanted, desk.today, desk.rules)
    if quick is not None:
        return sum(session.connection().execute(each).scalar_one() for each in quick)
    run = session.connection().execute
    wide = False
    days = within_days(wanted)
    if days is not None:
        within, all_ = run(days).one()
        wide = 2 * within > all_
    asked = fitting(wanted, desk.today, desk.rules, wide=wide)
    return run(select(func.count()).select_from(Customer).where(*asked)).scalar_one()


def members(
    session: Session, desk: Desk, wanted: Criteria, limit: int | None = None
) -> tuple[Member, ...]:
    """Those who fit, seen last first; at most ``limit``."""
    found = (
        select(
            Customer.id,
            Customer.number,
            Customer.kind,
            Customer.name,
            _PHONE.label("phone"),
            _CARS.label("cars"),
            Customer.value_class,
            Customer.badges,
            Customer.lost_since,
            Customer.last_visit_on,
            Customer.next_due_on,
            Customer.occupation,
            Customer.address,
            Customer.member_level,
            Customer.do_not_call,
        )
        .where(*fitting(wanted, desk.today, desk.rules))
        .order_by(Customer.last_visit_on.desc(), Customer.id.desc())
        .limit(limit)
    )
    return tuple(
        Member(
            id=row.id,
            number=row.number,
            kind=row.kind,
            name=row.name,
            phone=shown_phone(desk, row.phone),
            cars="  ".join(plate.display(car) for car in (row.cars or "").split("|")[:_CARS_SHOWN]),
            value_class=row.value_class,
            badges=read_badges(row.badges),
            lost_since=row.lost_since,
            last_visit_on=row.last_visit_on,
            next_due_on=row.next_due_on,
            occupation=row.occupation or "",
            address=row.address or "",
            member_level=row.member_level or "",
            do_not_call=row.do_not_call,
        )
        for row in session.connection().execute(found)
    )
