"""Finds the visits of a list, and what is told of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, exists, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from frontdesk.models.customer import Customer
from frontdesk.models.enums import VisitStatus
from frontdesk.models.visit import Visit, VisitItem
from frontdesk.models.visit_rules import list_price
from frontdesk.services.customers.masking import shown_phone
from frontdesk.services.customers.telephone import number_to_ring
from frontdesk.services.desk import Desk
from frontdesk.services.intake import fixed
from frontdesk.services.intake.listed import make_of, with_names
from frontdesk.services.segments import narrowing
from frontdesk.services.visit_lists.dto import ListedVisit, VisitList, VisitListPage, VisitSort

_CHUNK = 500
_PHONE = number_to_ring(Visit.customer_id).scalar_subquery()
_Other = aliased(Visit)
_DAY: dict[VisitSort, InstrumentedAttribute[date | None]] = {
    VisitSort.ALL: Visit.arrived_on,
    VisitSort.NO_ORDER: Visit.declined_on,
    VisitSort.DECLINED_WORK: Visit.arrived_on,
    VisitSort.CAME_BACK: Visit.arrived_on,
    VisitSort.REPAIRS: Visit.handed_over_on,
    VisitSort.NOT_FIXED: Visit.handed_over_on,
}


def page(desk: Desk, session: Session, wanted: VisitList) -> VisitListPage:
    """The first visits of the list, the newest first, and how many it holds."""
    asked = _conditions(desk, session, wanted)
    total = session.scalar(select(func.count()).select_from(Visit).where(*asked)) or 0
    return VisitListPage(_rows(desk, session, wanted, asked), total)


def _conditions(desk: Desk, session: Session, wanted: VisitList) -> list[ColumnElement[bool]]:
    asked: list[ColumnElement[bool]] = [_DAY[wanted.sort].between(wanted.first, wanted.last)]
    match wanted.sort:
        case VisitSort.NO_ORDER:
            asked.append(Visit.status == VisitStatus.DECLINED)
        case VisitSort.DECLINED_WORK:
            asked.append(
                exists().where(VisitItem.visit_id == Visit.id, VisitItem.declined_why.is_not(None))
            )
        case VisitSort.CAME_BACK:
            asked.append(Visit.repeat_of_id.is_not(None))
        case VisitSort.REPAIRS:
            asked.append(fixed.is_repair())
        case VisitSort.NOT_FIXED:
            asked += [fixed.is_repair(), fixed.came_back()]
    return asked + narrowing.of_theirs(desk, session, wanted.narrowing, Visit.customer_id)


def _rows(
    desk: Desk, session: Session, wanted: VisitList, asked: Sequence[ColumnElement[bool]]
) -> tuple[ListedVisit, ...]:
    day = _DAY[wanted.sort]
    query: Select[*tuple[Any, ...]] = (
        with_names(
            day.label("on"),
            Customer.value_class,
            _PHONE.label("phone"),
            func.coalesce(Visit.actual_total, Visit.estimate_total).label("total"),
            Visit.declined_reason,
        )
        .where(*asked)
        .order_by(day.desc(), Visit.number.desc())
        .limit(wanted.limit)
    )
    found = session.execute(query).all()
    ids = [row.id for row in found]
    declined = _declined(session, ids) if wanted.sort is VisitSort.DECLINED_WORK else {}
    others = _others(session, ids, wanted.sort)
    return tuple(_row(desk, wanted.sort, row, declined, others.get(row.id)) for row in found)


def _row(
    desk: Desk,
    sort: VisitSort,
    row: Row[Any],
    declined: dict[str, list[VisitItem]],
    other: tuple[str, date | None] | None,
) -> ListedVisit:
    number, day = other or ("", None)
    items = declined.get(row.id, [])
    reasons = tuple(f"{each.description} ({each.declined_why})" for each in items)
    if sort is VisitSort.NO_ORDER and row.declined_reason:
        reasons = (row.declined_reason,)
    return ListedVisit(
        id=row.id,
        number=row.number,
        status=row.status,
        on=row.on,
        plate=row.plate or "",
        car=make_of(row),
        customer_id=row.customer_id,
        customer=row.customer,
        value_class=row.value_class,
        phone=shown_phone(desk, row.phone),
        advisor=row.advisor,
        total=row.total,
        reasons=reasons,
        worth=_worth(items) if items else None,
        other=number,
        days=abs((row.on - day).days) if day is not None and row.on is not None else None,
    )


def _worth(items: Sequence[VisitItem]) -> Decimal:
    """What they would have come to: the list price less what had been taken off."""
    return sum((list_price(each) - each.discount for each in items), start=Decimal("0.00"))


def _declined(session: Session, ids: Sequence[str]) -> dict[str, list[VisitItem]]:
    found: defaultdict[str, list[VisitItem]] = defaultdict(list)
    for at in range(0, len(ids), _CHUNK):
        for item in session.scalars(
            select(VisitItem)
            .where(
                VisitItem.visit_id.in_(ids[at : at + _CHUNK]), VisitItem.declined_why.is_not(None)
            )
            .order_by(VisitItem.position)
        ):
            found[item.visit_id].append(item)
    return found


def _others(
    session: Session, ids: Sequence[str], sort: VisitSort
) -> dict[str, tuple[str, date | None]]:
    """By the id of a visit: the one that did not hold, or the first one that came back for it."""
    if sort is VisitSort.CAME_BACK:
        query = select(Visit.id, _Other.number, _Other.handed_over_on).join(
            _Other, _Other.id == Visit.repeat_of_id
        )
    elif sort in (VisitSort.REPAIRS, VisitSort.NOT_FIXED):
        query = (
            select(Visit.id, _Other.number, _Other.arrived_on)
            .join(_Other, _Other.repeat_of_id == Visit.id)
            # What comes later in this order is overwritten by what came back first.
            .order_by(_Other.arrived_on.desc(), _Other.number.desc())
        )
    else:
        return {}
    found: dict[str, tuple[str, date | None]] = {}
    for at in range(0, len(ids), _CHUNK):
        for id_, number, day in session.execute(query.where(Visit.id.in_(ids[at : at + _CHUNK]))):
            found[id_] = (number, day)
    return found
