"""Finds the cars whose first maintenance may be called about; which are is told car by car."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Float, Row, Text, and_, func, or_, select, type_coerce
from sqlalchemy.orm import Session

from frontdesk.models.callback import Callback
from frontdesk.models.customer import Customer
from frontdesk.models.enums import CallbackKind
from frontdesk.models.months import plus_months
from frontdesk.models.vehicle import Vehicle
from frontdesk.services.callbacks.deriving.events import as_list
from frontdesk.services.callbacks.deriving.look import Look
from frontdesk.services.callbacks.deriving.owed import maintained
from frontdesk.store.functions import handed_in

_MOST_MONTHS = 12
"""A first maintenance named for later than this after delivery was somebody's slip."""
_A_DAY = timedelta(days=1)
_FEW = timedelta(days=3)
"""Months are of different lengths."""
_CALL_OF = and_(
    Callback.kind == CallbackKind.FIRST_MAINTENANCE,
    Callback.occasion == Vehicle.id.concat(":").concat(Vehicle.customer_id),
)
_CARS: Any = select(
    Vehicle.id,
    Vehicle.customer_id,
    Vehicle.sales_consultant_id,
    Vehicle.delivered_on,
    Vehicle.next_maintenance_on,
    Vehicle.next_maintenance_km,
    Vehicle.purchased_on,
    Vehicle.last_mileage_km,
    Vehicle.last_visit_on,
    Callback.id.label("call"),
    Callback.version,
    Callback.due_from,
    Callback.due_until,
)
_TOLD = (
    _CARS.select_from(Callback)
    .join(Vehicle, Vehicle.id == Callback.vehicle_id)
    .where(
        Callback.id.in_(handed_in("calls")),
        _CALL_OF,
        Callback.next_try_at.is_(None),
        Vehicle.sold_here.is_(True),
        Vehicle.delivered_on.is_not(None),
    )
)
_UNTOLD = (
    _CARS.select_from(Vehicle)
    .join(Customer, Customer.id == Vehicle.customer_id)
    .outerjoin(Callback, _CALL_OF)
    .where(
        Callback.id.is_(None),
        Vehicle.sold_here.is_(True),
        Customer.do_not_call.is_(False),
        ~maintained(Vehicle.id, Vehicle.delivered_on),
    )
)
_BY_ID = _UNTOLD.where(Vehicle.id.in_(handed_in("ids")))
_THEIRS = _UNTOLD.where(Vehicle.customer_id.in_(handed_in("whose")))


def told_cars(session: Session, calls: Collection[str]) -> Sequence[Row[Any]]:
    """The cars of open first-maintenance calls whose hour is not agreed, with the call's days."""
    return session.execute(_TOLD, {"calls": as_list(calls)}).all() if calls else ()


def new_cars(session: Session, look: Look, oldest: date) -> Iterator[Row[Any]]:
    """Cars sold here, not maintained yet and not called about, whose call may be due.

    More than are due, never fewer: ``due_rules`` has the last word on each.
    """
    rules = look.rules
    ends = look.today + timedelta(days=rules.due_ahead_days + rules.first_maintenance_notice_days)
    new = _new(look, oldest)
    if not look.scoped:
        yield from _among(session, *new, _soon(look, None, ends))
        return
    theirs = _THEIRS.where(*new, _soon(look, None, ends))
    found = {row.id: row for row in session.execute(theirs, {"whose": look.whose})}
    if look.reached is not None:
        since = ends - (look.today - look.reached)
        # What was due by date before is known already, also if by use it is due now.
        later = and_(*_new(look, since), _soon(look, since, ends))
        given_since = and_(*new, Vehicle.delivered_on > look.reached)
        found |= {row.id: row for row in _among(session, or_(given_since, later), *new)}
    yield from found.values()


def _among(session: Session, *wanted: ColumnElement[bool]) -> Sequence[Row[Any]]:
    """Two steps: the first is told by an index alone, of all cars sold in a year."""
    ids = session.scalars(select(Vehicle.id).where(*wanted))
    found: Sequence[Row[Any]] = session.execute(_BY_ID, {"ids": as_list(ids)}).all()
    return found


def _new(look: Look, oldest: date) -> tuple[ColumnElement[bool], ...]:
    """Sold here of late, and not due by date before ``oldest``: by use it is but earlier."""
    months = look.rules.first_maintenance_months
    earliest = plus_months(oldest, -max(_MOST_MONTHS, months))
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
    by_use = [or_(reached.is_(None), reached <= _day(until) + 2)]
    known: ColumnElement[bool] = Vehicle.last_mileage_km.is_not(None)
    if after is not None:
        by_date.append(named > after)
        by_delivery[1:] = [told.in_(_delivered(after, until, months))]
        by_use.append(or_(reached.is_(None), reached >= _day(after) - 1))
    return or_(and_(*by_date), and_(*by_delivery), and_(known, *by_use))


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
