"""Finds the cars whose first maintenance may be called about; which are is told car by car."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Float,
    Text,
    and_,
    func,
    literal_column,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.orm import Session

from frontdesk.models import due_rules
from frontdesk.models.callback import Callback
from frontdesk.models.due_rules import NewCar, Window
from frontdesk.models.maintenance import Reading
from frontdesk.models.months import plus_months
from frontdesk.models.rules import Rules
from frontdesk.models.vehicle import Vehicle
from frontdesk.services.callbacks.deriving.events import SOLD, Sold
from frontdesk.services.callbacks.deriving.look import Look
from frontdesk.store.functions import as_list, handed_in

_MOST_MONTHS = 12
"""A first maintenance named for later than this after delivery was somebody's slip."""
_A_DAY = timedelta(days=1)
_FEW = timedelta(days=3)
"""Months are of different lengths."""


class Told(NamedTuple):
    """An open first-maintenance call whose hour is not agreed, its days, and its car."""

    call: str
    version: int
    customer_id: str
    due_from: str
    due_until: str
    car: Sold


_TOLD: Any = (
    select(
        Callback.id,
        Callback.version,
        Vehicle.customer_id,
        type_coerce(Callback.due_from, Text()),
        type_coerce(Callback.due_until, Text()),
        *SOLD,
    )
    .select_from(Callback)
    .join(Vehicle, Vehicle.id == Callback.vehicle_id)
    .where(
        Callback.id.in_(handed_in("calls")),
        Callback.occasion == Vehicle.id.concat(":").concat(Vehicle.customer_id),
        Callback.next_try_at.is_(None),
        Vehicle.sold_here.is_(True),
        Vehicle.delivered_on.is_not(None),
    )
)


def told_cars(session: Session, calls: Collection[str]) -> list[Told]:
    """Those of the first-maintenance calls with these ids whose hour is not agreed."""
    if not calls:
        return []
    rows = session.connection().execute(_TOLD, {"calls": as_list(calls)}).all()
    return [Told._make((*row[:5], Sold._make(row[5:]))) for row in rows]


def due_cars(session: Session, look: Look, theirs: Sequence[Sold]) -> Iterator[tuple[Sold, Window]]:
    """Cars whose first maintenance it is time to call about, also those called about or maintained.

    ``theirs``: the cars of the look's customers. Of the others only those the days since have made
    due: what was due by then was looked at then.
    """
    now = _Time(look.today, look.rules)
    for car in theirs:
        window = now.of(car)
        if window is not None:
            yield car, window
    then = None if look.reached is None else _Time(look.reached, look.rules)
    for car in _others(session, look):
        window = now.of(car)
        if window is not None and (then is None or not then.is_due(car, window)):
            yield car, window


class _Time:
    """Whether on a day it is time for a call: soon, or overdue but not for too long."""

    def __init__(self, on: date, rules: Rules) -> None:
        self._rules = rules
        self._oldest = _oldest(on, rules)
        self._ahead = on + timedelta(days=rules.due_ahead_days)
        self._delivered = _earliest(self._oldest, rules).isoformat(), on.isoformat()

    def of(self, car: Sold) -> Window | None:
        """The days of the call, if it is time for it."""
        if not self._is_new(car):
            return None  # most of the cars of a file; spares the reckoning
        window = first_maintenance(car, self._rules)
        return window if self.is_due(car, window) else None

    def is_due(self, car: Sold, window: Window) -> bool:
        """Whether it is time for the call of these days."""
        return self._is_new(car) and window.first <= self._ahead and self._oldest <= window.last

    def _is_new(self, car: Sold) -> bool:
        since, until = self._delivered
        return since <= car.on <= until


def first_maintenance(car: Sold, rules: Rules) -> Window:
    """The days on which a car's first maintenance is to be called about."""
    on, km = car.read_on, car.km
    told = NewCar(
        delivered_on=date.fromisoformat(car.on),
        next_maintenance_on=date.fromisoformat(car.named) if car.named else None,
        next_maintenance_km=car.named_km,
        purchased_on=date.fromisoformat(car.purchased_on) if car.purchased_on else None,
        reading=Reading(date.fromisoformat(on), km) if km is not None and on else None,
    )
    return due_rules.first_maintenance(due_rules.first_maintenance_on(told, rules), rules)


def _oldest(on: date, rules: Rules) -> date:
    return on - timedelta(days=rules.late_first_maintenance_days)


def _earliest(oldest: date, rules: Rules) -> date:
    return plus_months(oldest, -max(_MOST_MONTHS, rules.first_maintenance_months))


def _others(session: Session, look: Look) -> list[Sold]:
    """More than are due, never fewer; told by an index alone, of all cars sold in a year."""
    if look.scoped and look.reached is None:
        return []
    rules, oldest = look.rules, _oldest(look.today, look.rules)
    ends = look.today + timedelta(days=rules.due_ahead_days + rules.first_maintenance_notice_days)
    new = _new(look, oldest)
    if look.reached is None:
        return _among(session, *new, _soon(look, None, ends))
    since = ends - (look.today - look.reached)
    # What was due by date before is known already, also if by use it is due now.
    later = and_(*_new(look, since), _soon(look, since, ends))
    given_since = and_(*new, Vehicle.delivered_on > look.reached)
    return _among(session, or_(given_since, later), *new)


def _among(session: Session, *wanted: ColumnElement[bool]) -> list[Sold]:
    rows = session.connection().execute(select(*SOLD).where(*wanted)).all()
    return [Sold._make(row) for row in rows]


def _new(look: Look, oldest: date) -> tuple[ColumnElement[bool], ...]:
    """Sold here of late, and not due by date before ``oldest``: by use it is but earlier."""
    months = look.rules.first_maintenance_months
    earliest = _earliest(oldest, look.rules)
    named, told = Vehicle.next_maintenance_on, Vehicle.delivered_on
    return (
        Vehicle.sold_here.is_(True),
        told >= earliest,
        told <= look.today,
        or_(named >= oldest, and_(named.is_(None), told >= plus_months(oldest, -months) - _FEW)),
    )


def _soon(look: Look, after: date | None, until: date) -> ColumnElement[bool]:
    """Whether the day may lie after ``after`` (``None``: at any time) and not after ``until``."""
    months = look.rules.first_maintenance_months
    named, told = Vehicle.next_maintenance_on, Vehicle.delivered_on
    by_date = [named <= until]
    by_delivery = [named.is_(None), told <= plus_months(until, -months) + _FEW]
    reached = _reached(look)
    in_time = reached <= _day(until) + 2
    known: ColumnElement[bool] = Vehicle.last_mileage_km.is_not(None)
    if after is not None:
        by_date.append(named > after)
        by_delivery[1:] = [told.in_(_delivered(after, until, months))]
        in_time = reached.between(_day(after) - 1, _day(until) + 2)
    # Asked once for both ends: to reckon it takes longer than to read the car.
    by_use = func.coalesce(in_time, literal_column("1"))
    return or_(and_(*by_date), and_(*by_delivery), and_(known, by_use == literal_column("1")))


def _delivered(after: date, until: date, months: int) -> list[date]:
    """The days from which so many months end after ``after`` and not after ``until``."""
    first = plus_months(after, -months) - _FEW
    last = plus_months(until, -months) + _FEW
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return [day for day in days if after < plus_months(day, months) <= until]


def _reached(look: Look) -> ColumnElement[float]:
    """About the day on which the mileage of first maintenance is reached; NULL if none is told.

    ``due_rules.first_maintenance_on`` tells it exactly; where the mileage is reached already it is
    the day of the reading.
    """
    limit = func.coalesce(Vehicle.next_maintenance_km, look.rules.first_maintenance_km)
    read, km = _day(Vehicle.last_visit_on), Vehicle.last_mileage_km
    since = _day(func.coalesce(Vehicle.purchased_on, Vehicle.delivered_on))
    left = func.max(type_coerce(limit - km, Float()), 0)
    return type_coerce(read + left * (read - since) / func.nullif(km, 0), Float())


def _day(of: Any) -> Any:
    on = of.isoformat() if isinstance(of, date) else type_coerce(of, Text())
    return type_coerce(func.julianday(on), Float())
