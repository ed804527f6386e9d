"""Whom a call list holds: the customers that fit, told in one condition."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Text, and_, case, exists, func, select
from sqlalchemy.orm import Session
from sqlalchemy.sql import type_coerce

from frontdesk.models.callback import Callback
from frontdesk.models.callback_rules import OPEN_STATUSES
from frontdesk.models.customer import Customer
from frontdesk.models.enums import CallbackKind
from frontdesk.models.months import plus_months
from frontdesk.models.vehicle import Vehicle
from frontdesk.services.callbacks.deriving.owed import is_member
from frontdesk.services.callbacks.list_dto import Counted, Criteria
from frontdesk.services.desk import Desk
from frontdesk.services.segments import keeping, matching
from frontdesk.store.functions import unsought


def fitting(
    session: Session, kind: CallbackKind, wanted: Criteria, desk: Desk
) -> list[ColumnElement[bool]]:
    """What a customer fulfils who is to be on the list.

    Raises:
        NotFound: the segment it is made of has ended.
    """
    if kind is CallbackKind.LOST_CUSTOMER:
        return _lost(wanted.lost_in or desk.today, desk)
    found: list[ColumnElement[bool]] = []
    if wanted.segment:
        asked = keeping.criteria_of(session, wanted.segment)
        found += matching.fitting(asked, desk.today, desk.rules)
    if wanted.members:
        found.append(is_member())
    if wanted.visited_from is not None:
        found.append(Customer.last_visit_on >= wanted.visited_from)
    if wanted.visited_until is not None:
        found.append(Customer.last_visit_on <= wanted.visited_until)
    if wanted.birthday_month is not None:
        month = func.substr(type_coerce(Customer.birthday, Text()), 6, 2)
        found.append(month == f"{wanted.birthday_month:02d}")
    if wanted.area:
        found.append(Customer.address.contains(wanted.area, autoescape=True))
    car = _of_car(wanted)
    if car:
        found.append(exists().where(Vehicle.customer_id == Customer.id, *car))
    return found


def called_already(kind: CallbackKind) -> ColumnElement[bool]:
    """Whether a call of the kind to this customer is still to be made."""
    return exists().where(
        Callback.customer_id == Customer.id,
        unsought(Callback.kind) == kind.value,
        Callback.status.in_(OPEN_STATUSES),
    )


def newest_car(wanted: Criteria) -> Any:
    """The car of a customer that a call is about: one that fits, seen last."""
    return (
        select(Vehicle.id)
        .where(Vehicle.customer_id == Customer.id, *_of_car(wanted))
        .order_by(func.coalesce(type_coerce(Vehicle.last_visit_on, Text()), "").desc(), Vehicle.id)
        .limit(1)
        .scalar_subquery()
    )


def counted(session: Session, kind: CallbackKind, wanted: Criteria, desk: Desk) -> Counted:
    """How many fit, and why some of them are not called."""
    refuses = Customer.do_not_call.is_(True)
    row = session.execute(
        select(
            func.count(),
            func.count(case((refuses, 1))),
            func.count(case((and_(Customer.do_not_call.is_(False), called_already(kind)), 1))),
        )
        .select_from(Customer)
        .where(*fitting(session, kind, wanted, desk))
    ).one()
    return Counted(*row)


def _lost(month: date, desk: Desk) -> list[ColumnElement[bool]]:
    """Who became lost in a month: the newest visit is so long ago since a day in it, not before.

    Of the present month, up to today.
    """
    first = month.replace(day=1)
    after = plus_months(first, 1)
    months = -desk.rules.lost_after_months
    return [
        Customer.last_visit_on >= plus_months(first, months),
        Customer.last_visit_on < plus_months(after, months),
        Customer.last_visit_on <= plus_months(desk.today, months),
    ]


def _of_car(wanted: Criteria) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.delivered_from is not None:
        found.append(Vehicle.delivered_on >= wanted.delivered_from)
    if wanted.delivered_until is not None:
        found.append(Vehicle.delivered_on <= wanted.delivered_until)
    if wanted.model:
        found.append(Vehicle.model.contains(wanted.model, autoescape=True))
    return found
