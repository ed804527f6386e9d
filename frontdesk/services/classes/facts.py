"""Reads what classes and badges are told by, for a few customers; ``by_store`` asks it of all."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Text, bindparam, case, exists, func, or_, select
from sqlalchemy.orm import Session, aliased
from sqlalchemy.sql import type_coerce

from frontdesk.models.class_rules import SERIOUS, Facts, Merits, warranty_end
from frontdesk.models.complaint import Complaint
from frontdesk.models.customer import Customer
from frontdesk.models.enums import (
    ComplaintState,
    CustomerKind,
    ValueClass,
)
from frontdesk.models.months import plus_months
from frontdesk.models.rules import Rules
from frontdesk.models.vehicle import Vehicle, VehicleOwnership
from frontdesk.services.classes.visits import Visits
from frontdesk.store.functions import gathered

_WHOSE = func.json_each(bindparam("whose", type_=Text())).table_valued("value")


@dataclass(frozen=True, slots=True)
class Kept:
    """How a customer stands in the store."""

    value_class: ValueClass | None
    value_why: str | None
    own_class: ValueClass | None
    lost_since: date | None
    badges: str | None


@dataclass(frozen=True, slots=True)
class Standing:
    """One customer as kept, and all that the rules ask for."""

    kept: Kept
    facts: Facts
    merits: Merits


@dataclass(slots=True)
class _Cars:
    bought_on: date | None = None
    warranty_ends: list[date | None] = field(default_factory=list)
    insured_since: date | None = None


def read_standings(
    session: Session,
    ids: Sequence[str],
    visits: Mapping[str, Visits],
    today: date,
    rules: Rules,
) -> dict[str, Standing]:
    """Everything asked of each of ``ids``; erased customers are left out."""
    heads, having, owned, complained, recommended = _asked(session, ids, today)
    cars = _cars(having, rules)
    bought, referred = dict(owned), dict(recommended)
    complaints = {row[0]: row[1:] for row in complained}
    found = {}
    for whose, kind, last, leader, in_force, why, own, lost, badges in heads:
        been, car = visits.get(whose, Visits()), cars.get(whose, _Cars())
        still_open, serious = complaints.get(whose, (0, 0))
        ends = car.warranty_ends
        known = [end for end in ends if end is not None]
        warranty = max(known) if known and len(known) == len(ends) else None
        found[whose] = Standing(
            Kept(_class(in_force), why, _class(own), _day(lost), badges),
            Facts(
                last_visit_on=_day(last),
                bought_on=car.bought_on,
                visits=been.visits,
                paid=been.paid,
                spend=been.spend,
                warranty_ended_on=warranty,
                complaining=bool(still_open),
            ),
            Merits(
                kind=CustomerKind(kind),
                bought_here=bought.get(whose, 0),
                referred=referred.get(whose, 0),
                visits=been.visits,
                warranty_ended_on=warranty,
                insured_since=car.insured_since,
                opinion_leader=bool(leader),
                serious_complaint=bool(serious),
            ),
        )
    return found


def _asked(session: Session, ids: Sequence[str], today: date) -> list[list[list[Any]]]:
    """The rows of each part of :data:`_ALL`.

    One statement, and a cell of JSON for each part: a save at the desk waits for this, and what a
    statement costs in itself is more than what it finds of one customer.
    """
    year_ago = datetime.combine(plus_months(today, -12), time()).isoformat()
    asked = {"whose": json.dumps(list(ids)), "year_ago": year_ago}
    return [json.loads(cell) for cell in session.connection().execute(_ALL, asked).one()]


def _cars(rows: Iterable[list[Any]], rules: Rules) -> dict[str, _Cars]:
    found: dict[str, _Cars] = {}
    for whose, ends, purchased, delivered, months, *here in rows:
        cars = found.setdefault(whose, _Cars())
        bought = _day(purchased) or _day(delivered)
        cars.warranty_ends.append(warranty_end(_day(ends), bought, months, rules))
        days = [delivered, purchased, cars.bought_on and cars.bought_on.isoformat()]
        cars.bought_on = _day(max((day for day in days if day), default=None))
        since = [day for day in (*map(_day, here), cars.insured_since) if day is not None]
        cars.insured_since = min(since, default=None)
    return found


def _text(column: Any) -> Any:
    return type_coerce(column, Text())


def _day(kept: str | None) -> date | None:
    return None if kept is None else date.fromisoformat(kept)


def _class(kept: str | None) -> ValueClass | None:
    return None if kept is None else ValueClass(kept)


_HEADS = (
    select(
        gathered(
            Customer.id,
            _text(Customer.kind),
            _text(Customer.last_visit_on),
            type_coerce(Customer.opinion_leader, Text()),
            _text(Customer.value_class),
            Customer.value_why,
            _text(Customer.own_class),
            _text(Customer.lost_since),
            Customer.badges,
        )
    )
    .select_from(_WHOSE)
    .join(Customer, Customer.id == _WHOSE.c.value)
    .where(Customer.erased_at.is_(None))
)
_CARS = (
    select(
        gathered(
            Vehicle.customer_id,
            _text(Vehicle.warranty_ends_on),
            _text(Vehicle.purchased_on),
            _text(Vehicle.delivered_on),
            Vehicle.warranty_months,
            _text(Vehicle.insured_here_since),
            _text(Vehicle.inspected_here_since),
        )
    )
    .select_from(_WHOSE)
    .join(Vehicle, Vehicle.customer_id == _WHOSE.c.value)
)
_counted_bought = (
    select(VehicleOwnership.customer_id.label("whose"), func.count().label("count"))
    .select_from(_WHOSE)
    .join(VehicleOwnership, VehicleOwnership.customer_id == _WHOSE.c.value)
    .join(Vehicle, Vehicle.id == VehicleOwnership.vehicle_id)
    .where(Vehicle.sold_here.is_(True))
    .group_by(VehicleOwnership.customer_id)
    .subquery()
)
_BOUGHT = select(gathered(_counted_bought.c.whose, _counted_bought.c["count"]))
_counted_complaints = (
    select(
        Complaint.customer_id.label("whose"),
        func.count(case((Complaint.state != ComplaintState.FILED, 1))).label("open"),
        func.count(case((or_(Complaint.safety.is_(True), Complaint.level.in_(SERIOUS)), 1))).label(
            "serious"
        ),
    )
    .select_from(_WHOSE)
    .join(Complaint, Complaint.customer_id == _WHOSE.c.value)
    .group_by(Complaint.customer_id)
    .subquery()
)
_COMPLAINTS = select(
    gathered(
        _counted_complaints.c.whose, _counted_complaints.c["open"], _counted_complaints.c.serious
    )
)
_friend = aliased(Customer)
_counted_referred = (
    select(_friend.referrer_id.label("whose"), func.count().label("count"))
    .select_from(_WHOSE)
    .join(_friend, _friend.referrer_id == _WHOSE.c.value)
    .where(
        _text(_friend.created_at) >= bindparam("year_ago", type_=Text()),
        or_(_friend.last_visit_on.is_not(None), exists().where(Vehicle.customer_id == _friend.id)),
    )
    .group_by(_friend.referrer_id)
    .subquery()
)
_REFERRED = select(gathered(_counted_referred.c.whose, _counted_referred.c["count"]))
_ALL = select(
    *(each.scalar_subquery() for each in (_HEADS, _CARS, _BOUGHT, _COMPLAINTS, _REFERRED))
)
