"""The list of customer files: columns only, the first lines of however many there are."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, func, select
from sqlalchemy.orm import Session

from frontdesk.models.class_rules import read_badges
from frontdesk.models.complaint import Complaint
from frontdesk.models.customer import Customer, CustomerPhone
from frontdesk.models.enums import ComplaintState
from frontdesk.models.months import plus_months
from frontdesk.models.values import plate
from frontdesk.models.vehicle import Vehicle
from frontdesk.services.customers.dto import (
    CustomerFilter,
    CustomerPage,
    CustomerRow,
    Segment,
    Sort,
)
from frontdesk.services.customers.masking import shown_phone
from frontdesk.services.desk import Desk
from frontdesk.services.search import query
from frontdesk.services.segments import narrowing

_RECENT_DAYS = 30
_CARS_SHOWN = 3


def page(
    desk: Desk,
    session: Session,
    wanted: CustomerFilter,
    sort: Sort,
    *,
    descending: bool,
    limit: int,
    including: str,
) -> CustomerPage:
    """The first ``limit`` files that fit, in order; the file ``including`` is never missing."""
    conditions = [Customer.erased_at.is_(None), *_in_segment(desk, wanted.segment)]
    conditions += narrowing.conditions(desk, session, wanted.narrowing)
    total: int | None
    if wanted.text.strip():
        ids = _found(session, wanted.text, limit + 1)
        conditions.append(Customer.id.in_(ids))
        total = None if len(ids) > limit else -1
    else:
        total = session.scalar(select(func.count()).select_from(Customer).where(*conditions))
    rows = _rows(desk, session, _ordered(conditions, sort, descending=descending).limit(limit))
    total = len(rows) if total == -1 else total
    if including and all(row.id != including for row in rows):
        only = [Customer.id == including]
        rows = _rows(desk, session, _ordered(only, sort, descending=descending)) + rows
    return CustomerPage(rows, total)


def _found(session: Session, text: str, limit: int) -> list[str]:
    for words in query.readings_of(text):
        found = query.search(session.connection(), words, limit)
        if found:
            return [file.customer_id for file in found]
    return []


def _in_segment(desk: Desk, segment: Segment) -> list[ColumnElement[bool]]:
    recent = timedelta(days=_RECENT_DAYS)
    match segment:
        case Segment.ALL:
            return []
        case Segment.DUE:
            return [Customer.next_due_on <= desk.today + recent]
        case Segment.LOST:
            since = plus_months(desk.today, -desk.rules.lost_after_months)
            return [Customer.last_visit_on < since]
        case Segment.NEW:
            return [Customer.created_at >= desk.now - recent]
        case Segment.COMPLAINING:
            still = (Complaint.customer_id == Customer.id, Complaint.state != ComplaintState.FILED)
            return [exists().where(*still)]
        case Segment.WRONG_NUMBER:
            return [exists().where(CustomerPhone.customer_id == Customer.id, CustomerPhone.wrong)]
        case Segment.DO_NOT_CALL:
            return [Customer.do_not_call.is_(True)]


_COLUMNS = {
    Sort.LAST_VISIT: Customer.last_visit_on,
    Sort.NAME: Customer.name,
    Sort.NUMBER: Customer.number,
    Sort.NEXT_DUE: Customer.next_due_on,
}
_FIRST_PHONE = (
    select(CustomerPhone.number)
    .where(CustomerPhone.customer_id == Customer.id)
    .order_by(CustomerPhone.position)
    .limit(1)
    .scalar_subquery()
)
_CARS = (
    select(func.group_concat(func.coalesce(Vehicle.plate, Vehicle.model, Vehicle.vin), "|"))
    .where(Vehicle.customer_id == Customer.id)
    .scalar_subquery()
)


def _first_cars(told: str) -> str:
    """Always the same, whatever order the store tells them in."""
    return "  ".join(plate.display(car) for car in sorted(told.split("|"))[:_CARS_SHOWN])


def _ordered(conditions: list[ColumnElement[bool]], sort: Sort, *, descending: bool) -> Select[Any]:
    column = _COLUMNS[sort]
    order: list[ColumnElement[Any]] = [column.desc() if descending else column.asc()]
    # Files without the day come last both ways; descending does it by itself, from the index.
    if not descending and sort in (Sort.LAST_VISIT, Sort.NEXT_DUE):
        order.insert(0, column.is_(None).asc())
    order.append(Customer.id.desc() if descending else Customer.id.asc())
    return (
        select(
            Customer.id,
            Customer.number,
            Customer.kind,
            Customer.name,
            _FIRST_PHONE,
            _CARS,
            Customer.last_visit_on,
            Customer.next_due_on,
            Customer.member_level,
            Customer.source,
            Customer.do_not_call,
            Customer.value_class,
            Customer.badges,
        )
        .where(*conditions)
        .order_by(*order)
    )


def _rows(desk: Desk, session: Session, statement: Select[Any]) -> tuple[CustomerRow, ...]:
    return tuple(
        CustomerRow(
            id=id_,
            number=number,
            kind=kind,
            name=name,
            phone=shown_phone(desk, first),
            cars=_first_cars(cars or ""),
            last_visit_on=last_visit,
            next_due_on=next_due,
            member_level=level or "",
            source=source,
            do_not_call=do_not_call,
            value_class=value_class,
            badges=read_badges(badges),
        )
        for (
            id_,
            number,
            kind,
            name,
            first,
            cars,
            last_visit,
            next_due,
            level,
            source,
            do_not_call,
            value_class,
            badges,
        ) in session.connection().execute(statement).all()
    )
