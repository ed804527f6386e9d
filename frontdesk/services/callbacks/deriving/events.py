"""Reads the events a look concerns: hand-overs and deliveries, each with its day as it is kept."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Select, Text, bindparam, exists, func, literal_column, or_, select
from sqlalchemy.orm import Session, aliased
from sqlalchemy.sql import type_coerce

from frontdesk.models import due_rules
from frontdesk.models.callback import Callback
from frontdesk.models.customer import Customer
from frontdesk.models.enums import CallbackKind, VisitStatus
from frontdesk.models.vehicle import Vehicle
from frontdesk.models.visit import Visit
from frontdesk.services.callbacks.deriving.look import Look
from frontdesk.services.callbacks.deriving.owed import is_member
from frontdesk.store.functions import as_list, handed_in, unsought

_CALL = Callback.__table__.c
_OLDEST = bindparam("oldest", type_=Text())


class HandedOver(NamedTuple):
    """A visit that has ended."""

    id: str
    customer_id: str
    vehicle_id: str
    advisor_id: str | None
    on: str
    arrived_on: str | None
    before: str | None
    """When the customer came before this visit, if ever."""
    called: bool
    """Whether there is an after-service call of it, open or ended."""
    member: bool
    """Whether the customer is asked about every hand-over."""


class Sold(NamedTuple):
    """A car sold here, the day it was given to its buyer, and what tells its first maintenance."""

    id: str
    on: str
    named: str | None
    """The day of its next maintenance, where one was named."""
    named_km: int | None
    purchased_on: str | None
    km: int | None
    read_on: str | None


SOLD = (
    Vehicle.id,
    type_coerce(Vehicle.delivered_on, Text()),
    type_coerce(Vehicle.next_maintenance_on, Text()),
    Vehicle.next_maintenance_km,
    type_coerce(Vehicle.purchased_on, Text()),
    Vehicle.last_mileage_km,
    type_coerce(Vehicle.last_visit_on, Text()),
)
"""The columns of ``Sold``: those of ``ix_vehicle_new``."""
_SOLD: Any = select(*SOLD).where(Vehicle.sold_here.is_(True), Vehicle.delivered_on.is_not(None))
_SOLD_TO = _SOLD.where(Vehicle.customer_id.in_(handed_in("whose")))
_SOLD_ON = _SOLD.where(type_coerce(Vehicle.delivered_on, Text()).in_(handed_in("days")))


def handed_over(session: Session, look: Look) -> Iterable[HandedOver]:
    """The visits handed over lately, of the customers looked at or of all."""
    everybody_asked = due_rules.share_limit(look.rules) == due_rules.EVERY_ONE
    given = {"oldest": look.back(look.rules.late_hand_over_days).isoformat()}
    given |= {"whose": look.whose} if look.scoped else {}
    wanted = _handed_over(look.scoped, everybody_asked)
    return map(HandedOver._make, session.connection().execute(wanted, given).all())


def sold_to(session: Session, look: Look) -> list[Sold]:
    """The cars sold here to the look's customers."""
    rows = session.connection().execute(_SOLD_TO, {"whose": look.whose}).all()
    return [Sold._make(row) for row in rows]


def sold_on(session: Session, days: Collection[str]) -> list[Sold]:
    """The cars sold here that were given to their buyers on these days; told by an index alone."""
    if not days:
        return []
    rows = session.connection().execute(_SOLD_ON, {"days": as_list(days)}).all()
    return [Sold._make(row) for row in rows]


@cache
def _handed_over(scoped: bool, everybody_asked: bool) -> Select[Any]:
    """One way along the visits for all that a hand-over may owe."""
    earlier = aliased(Visit)
    arrived = type_coerce(Visit.arrived_on, Text())
    before = (
        select(func.max(type_coerce(earlier.arrived_on, Text())))
        .where(
            earlier.customer_id == Visit.customer_id,
            earlier.arrived_on <= Visit.arrived_on,
            or_(earlier.arrived_on < Visit.arrived_on, earlier.id < Visit.id),
        )
        .scalar_subquery()
    )
    called = exists().where(
        _CALL.kind == CallbackKind.AFTER_SERVICE.value, _CALL.occasion == Visit.id
    )
    on = type_coerce(Visit.handed_over_on, Text())
    found: Any = select(
        Visit.id,
        Visit.customer_id,
        Visit.vehicle_id,
        Visit.advisor_id,
        on,
        arrived,
        before,
        called,
        literal_column("1") if everybody_asked else is_member(),
    ).where(unsought(Visit.status) == VisitStatus.HANDED_OVER.value, on >= _OLDEST)
    if not everybody_asked:
        found = found.join(Customer, Customer.id == Visit.customer_id)
    if scoped:
        found = found.where(Visit.customer_id.in_(handed_in("whose")))
    wanted: Select[Any] = found
    return wanted
