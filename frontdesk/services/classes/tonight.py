"""Whom the rules may say something else of than the last time: time has passed, or they came.

Everybody is looked at now and then; between, only those near a day at which something begins or
ends. A few too many cost nothing, so months are counted with some days to spare.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Text, func, literal, or_, select, union
from sqlalchemy.orm import Session, aliased
from sqlalchemy.sql import type_coerce

from frontdesk.models.complaint import Complaint
from frontdesk.models.customer import Customer
from frontdesk.models.months import plus_months
from frontdesk.models.rules import Rules
from frontdesk.models.vehicle import Vehicle
from frontdesk.models.visit import Visit
from frontdesk.store.functions import gathered_column

_SPARE = timedelta(days=3)
"""Months of different lengths, and time zones."""
Span = tuple[str, str]


def to_look_at(session: Session, since: date, today: date, rules: Rules) -> list[str]:
    """The customers for whom a day lies between ``since`` and ``today`` that may tell of them."""

    def ago(*months: int) -> list[Span]:
        return [_span(plus_months(since, -each), plus_months(today, -each)) for each in months]

    lately = _span(since, today)
    away = ago(rules.class_c_months, rules.class_d_months, rules.lost_after_months)
    warranty = [lately, *ago(rules.badge_out_of_warranty_months)]
    here = ago(12 * rules.badge_here_years)
    bought = func.coalesce(Vehicle.purchased_on, Vehicle.delivered_on)
    months = func.coalesce(Vehicle.warranty_months, literal(rules.warranty_months))
    ended = func.coalesce(
        _text(Vehicle.warranty_ends_on), func.date(bought, months.concat(" months"))
    )
    friend = aliased(Customer)
    everyone = union(
        select(Customer.id.label("whose")).where(
            or_(_within(Customer.last_visit_on, away), Customer.value_class.is_(None))
        ),
        select(Visit.customer_id).where(
            _within(Visit.arrived_on, [lately, *ago(rules.class_window_months)])
        ),
        select(Visit.customer_id).where(_within(Visit.handed_over_on, [lately])),
        select(Vehicle.customer_id).where(
            or_(
                _within(ended, warranty),
                _within(Vehicle.purchased_on, away),
                _within(Vehicle.delivered_on, away),
                _within(Vehicle.insured_here_since, here),
                _within(Vehicle.inspected_here_since, here),
            )
        ),
        select(friend.referrer_id).where(
            friend.referrer_id.is_not(None), _within(friend.created_at, [lately, *ago(12)])
        ),
        select(Complaint.customer_id).where(
            or_(_within(Complaint.registered_at, [lately]), _within(Complaint.filed_at, [lately]))
        ),
    ).subquery()
    found = session.execute(select(gathered_column(everyone.c.whose))).scalar_one()
    return sorted(json.loads(found))


def _span(first: date, last: date) -> Span:
    return (first - _SPARE).isoformat(), (last + _SPARE).isoformat()


def _within(column: Any, spans: Iterable[Span]) -> ColumnElement[bool]:
    """Whether a day (or the day of a moment) lies in one of the spans, both ends within."""
    return or_(*_each(_text(column), spans))


def _each(column: Any, spans: Iterable[Span]) -> Iterator[ColumnElement[bool]]:
    for first, last in spans:
        # A moment of the last day sorts behind the day itself.
        yield column.between(first, f"{last}~")


def _text(column: Any) -> Any:
    return type_coerce(column, Text())
