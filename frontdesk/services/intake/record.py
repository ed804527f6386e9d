"""Reads one visit and what it stands on; finds and guards the record that is to be changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from frontdesk.errors import Conflict, NotFound
from frontdesk.models.customer import Customer, CustomerPhone
from frontdesk.models.staff import StaffMember
from frontdesk.models.values import phone
from frontdesk.models.vehicle import Vehicle
from frontdesk.models.visit import Visit, VisitChange, VisitItem
from frontdesk.models.visit_rules import NEXT, line_total, promise_colour, total
from frontdesk.services.desk import Desk
from frontdesk.services.intake import added, walking
from frontdesk.services.intake.inputs import Arrival, Fault, Told, WorkItem
from frontdesk.services.intake.views import (
    CarChoice,
    CarHead,
    ChangeEntry,
    ItemLine,
    PhoneLine,
    VisitSheet,
)
from frontdesk.services.permissions import Permission


def to_change(session: Session, visit_id: str, version: int | None) -> Visit:
    """The visit, if it is still as the person saw it (``version`` ``None`` does not ask).

    Raises:
        NotFound: there is none. Conflict: someone else saved it in between.
    """
    visit = session.get(Visit, visit_id)
    if visit is None:
        raise NotFound("visit.not_found")
    if version is not None and visit.version != version:
        raise Conflict("record.changed_meanwhile")
    return visit


def head(desk: Desk, session: Session, vehicle_id: str, customer_id: str | None = None) -> CarHead:
    """The car and, unless ``customer_id`` names who brought it then, its owner today."""
    whose = Customer.id == (customer_id or Vehicle.customer_id)
    row = session.execute(
        select(
            Vehicle.plate,
            Vehicle.vin,
            Vehicle.brand,
            Vehicle.model,
            Vehicle.colour,
            Vehicle.purchased_on,
            Vehicle.warranty_ends_on,
            Customer.id,
            Customer.number,
            Customer.name,
            Customer.member_level,
        )
        .join(Customer, whose)
        .where(Vehicle.id == vehicle_id)
    ).one_or_none()
    if row is None:
        raise NotFound("vehicle.not_found", field="vehicle")
    return CarHead(
        vehicle_id=vehicle_id,
        plate=row.plate or "",
        vin=row.vin or "",
        car=" ".join(part for part in (row.brand, row.model) if part),
        colour=row.colour or "",
        purchased_on=row.purchased_on,
        warranty_ends_on=row.warranty_ends_on,
        customer_id=row.id,
        customer_number=row.number,
        customer=row.name,
        member_level=row.member_level or "",
        phones=_phones(desk, session, row.id),
    )


def cars_of(session: Session, customer_id: str) -> tuple[CarChoice, ...]:
    """The customer's cars, the one seen last first."""
    rows = session.execute(
        select(Vehicle.id, Vehicle.plate, Vehicle.brand, Vehicle.model, Vehicle.last_visit_on)
        .where(Vehicle.customer_id == customer_id)
        .order_by(Vehicle.last_visit_on.desc(), Vehicle.id)
    )
    return tuple(
        CarChoice(
            row.id,
            row.plate or "",
            " ".join(part for part in (row.brand, row.model) if part),
            row.last_visit_on,
        )
        for row in rows
    )


def _phones(desk: Desk, session: Session, customer_id: str) -> tuple[PhoneLine, ...]:
    rows = session.execute(
        select(CustomerPhone.number, CustomerPhone.owner, CustomerPhone.wrong, CustomerPhone.id)
        .where(CustomerPhone.customer_id == customer_id)
        .order_by(CustomerPhone.position)
    )
    shown = phone.display if desk.may(Permission.SEE_PHONES) else phone.masked
    return tuple(PhoneLine(shown(number), owner, wrong, id_) for number, owner, wrong, id_ in rows)


def items_of(visit: Visit) -> tuple[ItemLine, ...]:
    """The visit's items in order."""
    return tuple(
        ItemLine(
            id=item.id,
            kind=item.kind,
            description=item.description,
            labour=item.labour,
            part=item.part or "",
            quantity=item.quantity,
            unit_price=item.unit_price,
            total=line_total(item),
            actual_amount=item.actual_amount,
            code=item.code or "",
            part_number=item.part_number or "",
            labour_hours=item.labour_hours,
            labour_rate=item.labour_rate,
            discount=item.discount,
            payer=item.payer,
            declined_why=item.declined_why or "",
        )
        for item in visit.items
    )


def item_rows(visit_id: str, items: Sequence[WorkItem]) -> list[dict[str, Any]]:
    """Rows of ``visit_item`` for ``items``."""
    return [
        {
            "id": item.id,
            "visit_id": visit_id,
            "position": position,
            "kind": item.kind,
            "description": item.description,
            "labour": item.labour,
            "part": item.part or None,
            "quantity": item.quantity,
            "unit_price": item.unit_price,
            "code": item.code or None,
            "part_number": item.part_number or None,
            "labour_hours": item.labour_hours,
            "labour_rate": item.labour_rate,
            "discount": item.discount,
            "payer": item.payer,
            "declined_why": item.declined_why or None,
        }
        for position, item in enumerate(items)
    ]


def replace_items(visit: Visit, items: Sequence[WorkItem]) -> None:
    """Give ``visit`` these items and their sum; an item that stays keeps its id."""
    kept = {item.id: item for item in visit.items}
    fresh: list[VisitItem] = []
    for row in item_rows(visit.id, items):
        item = kept.get(row["id"])
        if item is None:
            item = VisitItem(**row)
        else:
            for name, value in row.items():
                setattr(item, name, value)
        fresh.append(item)
    visit.items = fresh
    # Items are rows of their own: the visit's version must move with them.
    flag_modified(visit, "number")
    visit.estimate_total = total(items)


def sheet_of(desk: Desk, session: Session, visit: Visit) -> VisitSheet:
    """``visit`` in full."""
    lines = items_of(visit)
    advisor = session.scalar(select(StaffMember.name).where(StaffMember.id == visit.advisor_id))
    return VisitSheet(
        id=visit.id,
        version=visit.version,
        number=visit.number,
        status=visit.status,
        next_steps=NEXT[visit.status],
        head=head(desk, session, visit.vehicle_id, visit.customer_id),
        advisor=advisor or "",
        by_appointment=visit.by_appointment,
        booked_for=visit.booked_for,
        opened_at=visit.opened_at,
        arrived_at=visit.arrived_at,
        arrival=Arrival(
            brought_by=visit.brought_by or "",
            brought_by_phone=visit.brought_by_phone or "",
            mileage_km=visit.mileage_km,
            fuel_eighths=visit.fuel_eighths,
            damage=visit.damage or "",
            belongings=visit.belongings or "",
        ),
        told=told_of(visit),
        items=lines,
        estimate_total=_estimate(visit, lines),
        promised_at=visit.promised_at,
        promise=promise_colour(visit.status, visit.promised_at, desk.now, desk.rules),
        read_back=visit.read_back,
        agreed_at=visit.agreed_at,
        declined_reason=visit.declined_reason or "",
        ready_at=visit.ready_at,
        handed_over_at=visit.handed_over_at,
        actual_total=visit.actual_total,
        pay_method=visit.pay_method,
        replaced_parts=visit.replaced_parts or "",
        advice=visit.advice or "",
        next_maintenance_on=visit.next_maintenance_on,
        next_maintenance_km=visit.next_maintenance_km,
        satisfaction=visit.desk_satisfaction,
        prints=visit.prints,
        changes=_changes(session, visit.id),
        fault=Fault(visit.defect, visit.safety_fault, visit.repeat_of_id or ""),
        repeat_of=_number(session, visit.repeat_of_id),
        reading=visit.advisor_reading or "",
        words_locked_at=visit.words_locked_at,
        added=added.words_of(session, visit.id),
        walk=walking.walk_of(session, visit),
        last_walk=walking.last_of(session, visit.vehicle_id, visit.id),
    )


def told_of(visit: Visit) -> Told:
    """The customer's words as they are kept."""
    return Told(**{each.name: getattr(visit, each.name) or "" for each in fields(Told)})


def _number(session: Session, visit_id: str | None) -> str:
    if visit_id is None:
        return ""
    return session.scalar(select(Visit.number).where(Visit.id == visit_id)) or ""


def _estimate(visit: Visit, lines: Sequence[ItemLine]) -> Decimal:
    if visit.estimate_total is not None:
        return visit.estimate_total
    return sum((line.total for line in lines), start=Decimal("0.00"))


def _changes(session: Session, visit_id: str) -> tuple[ChangeEntry, ...]:
    rows = session.execute(
        select(VisitChange, StaffMember.name)
        .join(StaffMember, StaffMember.id == VisitChange.by)
        .where(VisitChange.visit_id == visit_id)
        .order_by(VisitChange.at, VisitChange.id)
    )
    return tuple(
        ChangeEntry(
            at=change.at,
            by=name,
            what=change.what,
            why=change.why,
            asked_whom=change.asked_whom,
            asked_how=change.asked_how,
            agreed=change.agreed,
            promised_before=change.promised_before,
            promised_after=change.promised_after,
            total_before=change.total_before,
            total_after=change.total_after,
            id=change.id,
            prints=change.prints,
        )
        for change, name in rows
    )
