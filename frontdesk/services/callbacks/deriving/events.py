"""Reads the events of a look at some customers: hand-overs and deliveries, with their days."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple

from sqlalchemy import Text, func, select
from sqlalchemy.orm import Session
from sqlalchemy.sql import type_coerce

from frontdesk.models.enums import VisitStatus
from frontdesk.models.vehicle import Vehicle
from frontdesk.models.visit import Visit
from frontdesk.services.callbacks.deriving.look import Look
from frontdesk.store.functions import handed_in


class HandedOver(NamedTuple):
    """A visit that has ended, its days as they are kept; ``arrived_on`` may be empty."""

    id: str
    on: str
    arrived_on: str


class Sold(NamedTuple):
    """A car sold here and the day it was given to its buyer, as it is kept."""

    id: str
    on: str


_HANDED_OVER = select(
    Visit.id,
    type_coerce(Visit.handed_over_on, Text()),
    func.coalesce(type_coerce(Visit.arrived_on, Text()), ""),
).where(
    Visit.customer_id.in_(handed_in("whose")),
    func.coalesce(type_coerce(Visit.status, Text()), "") == VisitStatus.HANDED_OVER.value,
)
_SOLD = select(Vehicle.id, type_coerce(Vehicle.delivered_on, Text())).where(
    Vehicle.sold_here.is_(True), Vehicle.delivered_on.is_not(None)
)
_SOLD_TO = _SOLD.where(Vehicle.customer_id.in_(handed_in("whose")))
_SOLD_ON = _SOLD.where(type_coerce(Vehicle.delivered_on, Text()).in_(handed_in("days")))


def handed_over_since(session: Session, look: Look, since: date) -> list[HandedOver]:
    """The visits of the look's customers handed over since then."""
    lately = type_coerce(Visit.handed_over_on, Text()) >= since.isoformat()
    found = session.execute(_HANDED_OVER.where(lately), {"whose": look.whose})
    return [HandedOver(*row) for row in found]


def sold_to(session: Session, look: Look) -> list[Sold]:
    """The cars sold here to the look's customers."""
    return [Sold(*row) for row in session.execute(_SOLD_TO, {"whose": look.whose})]


def sold_on(session: Session, days: Collection[str]) -> list[Sold]:
    """The cars sold here that were given to their buyers on these days."""
    if not days:
        return []
    return [Sold(*row) for row in session.execute(_SOLD_ON, {"days": as_list(days)})]


def as_list(texts: Iterable[str]) -> str:
    """``texts`` as ``store.functions.handed_in`` takes them."""
    return json.dumps(sorted(texts))
