"""How one customer stands, with the reasons as sentences."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from frontdesk.clock import local
from frontdesk.errors import NotFound, UserError
from frontdesk.models.class_rules import read_badges
from frontdesk.models.customer import Customer
from frontdesk.models.segment import ClassChange, CustomerLoss
from frontdesk.models.staff import StaffMember
from frontdesk.models.values import plate
from frontdesk.models.vehicle import Vehicle
from frontdesk.services.classes.dto import Changed, ClassOf
from frontdesk.services.classes.standing import why_read
from frontdesk.services.desk import Desk

_CHANGES = 12
_WHO = select(
    Customer.value_class,
    Customer.value_why,
    Customer.own_class,
    Customer.own_class_why,
    Customer.own_class_at,
    Customer.lost_since,
    Customer.badges,
    Customer.opinion_leader,
    StaffMember.name.label("own_by"),
).outerjoin(StaffMember, StaffMember.id == Customer.own_class_by)


def class_of(desk: Desk, session: Session, customer_id: str) -> ClassOf:
    """The standing of one customer.

    Raises:
        NotFound: there is no such file.
    """
    row = session.execute(_WHO.where(Customer.id == customer_id)).one_or_none()
    if row is None:
        raise NotFound("record.not_found")
    computed, reasons = why_read(row.value_why)
    told = sentences(reasons)
    if row.own_class is not None:
        on = local(row.own_class_at, desk.clock).date() if row.own_class_at else ""
        own = UserError(
            "class.own",
            name=row.own_by or "",
            on=on,
            reason=row.own_class_why or "",
            computed=computed or "—",
        )
        told = (own, *told)
    elif row.value_class is None:
        told = (UserError("class.none"),)
    return ClassOf(
        customer_id=customer_id,
        value_class=row.value_class,
        computed=computed,
        reasons=told,
        own=row.own_class,
        own_why=row.own_class_why or "",
        lost_since=row.lost_since,
        badges=read_badges(row.badges),
        opinion_leader=row.opinion_leader,
        changes=_changes(session, customer_id),
    )


def returned_on(session: Session, day: date) -> tuple[tuple[str, str, str, str], ...]:
    """Those whose time of being lost ended on ``day``: id, file number, name and plates."""
    cars = (
        select(func.group_concat(func.coalesce(Vehicle.plate, Vehicle.model, ""), "|"))
        .where(Vehicle.customer_id == Customer.id)
        .scalar_subquery()
    )
    rows = session.execute(
        select(Customer.id, Customer.number, Customer.name, cars)
        .where(
            Customer.erased_at.is_(None),
            exists().where(CustomerLoss.customer_id == Customer.id, CustomerLoss.back_on == day),
        )
        .order_by(Customer.number)
    )
    return tuple(
        (id_, number, name, "  ".join(plate.display(each) for each in (all_ or "").split("|")))
        for id_, number, name, all_ in rows
    )


def sentences(reasons: tuple[tuple[str, dict[str, Any]], ...]) -> tuple[UserError, ...]:
    """Kept reasons as sentences to be said in whatever language."""
    return tuple(UserError(why, **figures) for why, figures in reasons)


def _changes(session: Session, customer_id: str) -> tuple[Changed, ...]:
    rows = session.execute(
        select(
            ClassChange.on, ClassChange.before, ClassChange.after, ClassChange.why, StaffMember.name
        )
        .outerjoin(StaffMember, StaffMember.id == ClassChange.by)
        .where(ClassChange.customer_id == customer_id)
        .order_by(ClassChange.on.desc(), ClassChange.id.desc())
        .limit(_CHANGES)
    )
    return tuple(
        Changed(on, before, after, by or "", sentences(why_read(why)[1]))
        for on, before, after, why, by in rows
    )
