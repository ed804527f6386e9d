"""How many customers were lost in a month, won back, and in which class they are (domain §7)."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import ColumnElement, Text, exists, func, select
from sqlalchemy.orm import Session, aliased
from sqlalchemy.sql import type_coerce

from frontdesk.models.customer import Customer
from frontdesk.models.enums import Badge, ValueClass
from frontdesk.models.months import plus_months
from frontdesk.models.segment import CustomerLoss
from frontdesk.models.visit import Visit
from frontdesk.services.classes.dto import Churn, ClassFigures
from frontdesk.services.classes.night import last_night
from frontdesk.services.desk import Desk

_A_YEAR = 12


def figures(session: Session, desk: Desk, months: int) -> ClassFigures:
    """Everybody as they stand today, and the last ``months`` months, the newest first."""
    there = Customer.erased_at.is_(None)
    by_class = dict(
        session.execute(
            select(Customer.value_class, func.count()).where(there).group_by(Customer.value_class)
        ).all()
    )
    held = [
        func.count().filter(Customer.badges.contains(f",{badge.value},", autoescape=True))
        for badge in Badge
    ]
    row = session.execute(select(func.count(Customer.lost_since), *held).where(there)).one()
    first = desk.today.replace(day=1)
    night = last_night(session)
    return ClassFigures(
        on=None if night is None else night.on,
        classes=tuple((each, by_class.get(each, 0)) for each in (*ValueClass, None)),
        badges=tuple(zip(Badge, row[1:], strict=True)),
        lost=row[0],
        months=tuple(churn(session, desk, plus_months(first, -n)) for n in range(months)),
    )


def churn(session: Session, desk: Desk, month: date) -> Churn:
    """One month, in both usages; of the present one up to today."""
    first, after = month.replace(day=1), plus_months(month.replace(day=1), 1)
    last = min(after - timedelta(days=1), desk.today)
    long_ago = plus_months(first, -desk.rules.lost_after_months)
    year_first, year_after = plus_months(first, -_A_YEAR), plus_months(after, -_A_YEAR)
    lost = select(func.count()).where(CustomerLoss.lost_on.between(first, last))
    back = select(func.count()).where(CustomerLoss.back_on.between(first, last))
    active = select(func.count()).select_from(Customer).where(_came(long_ago, first))
    day = type_coerce(Visit.arrived_on, Text())
    seen = (
        select(Visit.customer_id.label("whose"))
        .where(day >= year_first.isoformat(), day < year_after.isoformat())
        .distinct()
        .subquery()
    )
    later = aliased(Visit)
    came_again = exists().where(
        later.customer_id == seen.c.whose,
        later.arrived_on >= year_after,
        later.arrived_on <= last,
    )
    return Churn(
        month=first,
        active=session.scalar(active) or 0,
        lost=session.scalar(lost) or 0,
        won_back=session.scalar(back) or 0,
        seen=session.scalar(select(func.count()).select_from(seen)) or 0,
        not_since=session.scalar(select(func.count()).select_from(seen).where(~came_again)) or 0,
    )


def _came(first: date, before: date) -> ColumnElement[bool]:
    return exists().where(
        Visit.customer_id == Customer.id, Visit.arrived_on >= first, Visit.arrived_on < before
    )
