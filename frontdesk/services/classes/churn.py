"""How many customers were lost in a month, won back, and in which class they are (domain §7)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy import Integer, Select, cast, func, literal_column, select
from sqlalchemy.orm import Session

from frontdesk.models.customer import Customer
from frontdesk.models.enums import Badge, ValueClass
from frontdesk.models.months import plus_months
from frontdesk.models.segment import CustomerLoss
from frontdesk.models.visit import Visit
from frontdesk.services.classes.dto import Churn, ClassFigures
from frontdesk.services.classes.night import last_night
from frontdesk.services.desk import Desk
from frontdesk.store.functions import unsought

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
    night = last_night(session)
    return ClassFigures(
        on=None if night is None else night.on,
        classes=tuple((each, by_class.get(each, 0)) for each in (*ValueClass, None)),
        badges=tuple(zip(Badge, row[1:], strict=True)),
        lost=row[0],
        months=tuple(_churns(session, desk, months)),
    )


def _churns(session: Session, desk: Desk, months: int) -> Iterator[Churn]:
    """The months in both usages, the newest first; of the present one up to today.

    All they ask is in which calendar months a customer came: one number each, a bit for a month,
    found along one index; customers who came in the same months are counted together.
    """
    this = desk.today.replace(day=1)
    oldest = plus_months(this, -(months - 1) - max(_A_YEAR, desk.rules.lost_after_months))
    came = session.execute(_came_in(oldest, desk.today)).all()
    for n in range(months):
        first = plus_months(this, -n)
        after = plus_months(first, 1)
        at = _months_between(oldest, first)
        before = _bits(at - desk.rules.lost_after_months, at)
        seen, since = _bits(at - _A_YEAR, at - _A_YEAR + 1), _bits(at - _A_YEAR + 1, at + 1)
        lost = select(func.count()).where(
            CustomerLoss.lost_on >= first, CustomerLoss.lost_on < after
        )
        back = select(func.count()).where(
            CustomerLoss.back_on >= first, CustomerLoss.back_on < after
        )
        yield Churn(
            month=first,
            active=sum(count for bits, count in came if bits & before),
            lost=session.scalar(lost) or 0,
            won_back=session.scalar(back) or 0,
            seen=sum(count for bits, count in came if bits & seen),
            not_since=sum(count for bits, count in came if bits & seen and not bits & since),
        )


def _came_in(oldest: date, today: date) -> Select[int, int]:
    """How many customers came in the same months since ``oldest``: bits, and the count."""
    # Asked for it bare, the engine seeks by the day and reads every visit of those months.
    day = unsought(Visit.arrived_on)
    year = cast(func.substr(day, 1, 4), Integer)
    month = cast(func.substr(day, 6, 2), Integer)
    at = year * 12 + month - (oldest.year * 12 + oldest.month)
    bits = func.sum(literal_column("1").op("<<", return_type=Integer())(at).distinct())
    each = (
        select(bits.label("bits"))
        .where(day >= oldest.isoformat(), day <= today.isoformat())
        .group_by(Visit.customer_id)
        .subquery()
    )
    return select(each.c.bits, func.count()).group_by(each.c.bits)


def _months_between(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month


def _bits(first: int, end: int) -> int:
    """The bits of the months from ``first`` up to, without, ``end``."""
    return (1 << end) - (1 << first)
