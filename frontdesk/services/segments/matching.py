"""Says to the store whom a segment holds.

Counted in a blink: the columns asked for most lie in one index of the customers and one of the
cars; whatever else is asked is looked for along an index of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    Text,
    and_,
    cast,
    func,
    literal_column,
    not_,
    or_,
    select,
)
from sqlalchemy.orm import aliased
from sqlalchemy.sql import type_coerce

from frontdesk.models.customer import Customer
from frontdesk.models.enums import AgeBand
from frontdesk.models.months import plus_months
from frontdesk.models.rules import Rules
from frontdesk.models.vehicle import Vehicle
from frontdesk.services.callbacks.deriving.owed import is_member
from frontdesk.services.segments.inputs import Criteria

_FIVE_YEARS = 60
_THIS = func.coalesce(Customer.id, "")
"""An id nobody seeks by: else each customer of a list is looked up, which takes longer than going
through all of them along their index."""
_LINE = literal_column("+customer.rowid", Integer())
"""The same by the place in the store: a number, of which a long list is made in a third of the
time, and which every index knows."""
_NO_CARS: dict[str, object] = {
    **dict.fromkeys(("ages", "uses"), ()),
    **dict.fromkeys(("vehicle_class", "model"), ""),
    **dict.fromkeys(("maintenance_due", "insurance_due", "inspection_due")),
}
"""Asks nothing of cars."""


def fitting(
    wanted: Criteria, today: date, rules: Rules, *, wide: bool = False
) -> list[ColumnElement[bool]]:
    """What a customer fulfils who is in the segment; erased ones never do.

    ``wide``: more than half of all fit the days of the newest visit.
    """
    return [
        Customer.erased_at.is_(None),
        *_of_customer(wanted),
        *_of_days(wanted, wide=wide),
        *_of_cars(wanted, today, rules),
    ]


def within_days(wanted: Criteria) -> Select[int, int] | None:
    """How many fit the days of the newest visit, and how many customers there are."""
    spans = _spans(wanted, Customer)
    if not spans:
        return None
    return select(
        select(func.count()).select_from(Customer).where(*spans).scalar_subquery(),
        select(func.count()).select_from(Customer).scalar_subquery(),
    )


def by_cars_alone(wanted: Criteria, today: date, rules: Rules) -> list[Select[int]] | None:
    """Counts that add up to how many fit, where only cars are asked of.

    Going through the cars takes a fifth of asking each customer for theirs. ``None`` where anything
    else is asked.
    """
    if wanted.model_copy(update=_NO_CARS) != Criteria():
        return None
    asked, beside = _along_index(wanted), _beside(wanted, today)
    if not asked and not beside and not wanted.ages:
        return None
    erased = select(Customer.id).where(Customer.erased_at.is_not(None))
    asked.append(Vehicle.customer_id.not_in(erased))
    count = select(func.count(Vehicle.customer_id.distinct()))
    if not wanted.ages:
        return [count.where(*asked, *beside)]
    told, untold = _aged(wanted.ages, today, rules)
    if beside:
        return [count.where(*asked, *beside, or_(told, untold))]
    other = aliased(Vehicle)
    same = _told(wanted.ages, other, today)
    also: Select[Any] = select(literal_column("1")).where(
        other.customer_id == Vehicle.customer_id, *_along_index(wanted, other), same
    )
    return [count.where(*asked, told), count.where(*asked, untold, ~also.exists())]


def age_band(warranty_ended_on: date | None, bought_on: date | None, today: date) -> AgeBand:
    """The age of a car as segments tell it (domain §2), as the statements below do."""
    if warranty_ended_on is not None and warranty_ended_on >= today:
        return AgeBand.IN_WARRANTY
    if bought_on is None:
        return AgeBand.UNKNOWN
    old = bought_on <= plus_months(today, -_FIVE_YEARS)
    return AgeBand.OVER_FIVE if old else AgeBand.UP_TO_FIVE


def _of_customer(wanted: Criteria) -> Iterator[ColumnElement[bool]]:
    if wanted.classes:
        yield Customer.value_class.in_(wanted.classes)
    if wanted.lost is not None:
        yield Customer.lost_since.is_not(None) if wanted.lost else Customer.lost_since.is_(None)
    if wanted.kinds:
        yield Customer.kind.in_(wanted.kinds)
    if wanted.badges:
        held = [Customer.badges.contains(f",{each.value},") for each in wanted.badges]
        yield or_(*held)
    if wanted.occupation:
        yield Customer.occupation.contains(wanted.occupation, autoescape=True)
    if wanted.region:
        yield Customer.region_code.startswith(wanted.region, autoescape=True)
    if wanted.may_call:
        yield Customer.do_not_call.is_(False)
    if wanted.address:
        yield Customer.address.contains(wanted.address, autoescape=True)
    if wanted.members:
        yield is_member()


def _of_days(wanted: Criteria, *, wide: bool) -> Iterator[ColumnElement[bool]]:
    """By the newest visit, found along its index; where most fit, by those who do not."""
    other = aliased(Customer, name="other")
    spans = _spans(wanted, other)
    if spans:
        # A day that is not known fits no span: the opposite of a span has to name it.
        outside = [not_(span) for span in spans] + [other.last_visit_on.is_(None)]
        found = outside[: len(spans)] if wanted.never_here else outside
        asked = or_(*found) if wide else and_(*spans)
        lines = select(literal_column("other.rowid", Integer())).select_from(other).where(asked)
        yield _LINE.not_in(lines) if wide else _LINE.in_(lines)


def _spans(wanted: Criteria, who: Any) -> list[ColumnElement[bool]]:
    spans: list[ColumnElement[bool]] = []
    if wanted.never_here:
        spans.append(who.last_visit_on.is_(None))
    if wanted.visited_from is not None:
        spans.append(who.last_visit_on >= wanted.visited_from)
    if wanted.visited_until is not None:
        spans.append(who.last_visit_on <= wanted.visited_until)
    return spans


def _of_cars(wanted: Criteria, today: date, rules: Rules) -> Iterator[ColumnElement[bool]]:
    """One car has to fit all of it."""
    asked, beside = _along_index(wanted), _beside(wanted, today)
    if wanted.ages:
        told, untold = _aged(wanted.ages, today, rules)
        if beside:
            yield _among(*asked, *beside, or_(told, untold))
        else:
            yield or_(_has_car(*asked, told), _among(*asked, untold))
    elif beside:
        yield _among(*asked, *beside)
    elif asked:
        yield _has_car(*asked)


def _beside(wanted: Criteria, today: date) -> list[ColumnElement[bool]]:
    """What is asked of a car that no index with its owner tells."""
    beside: list[ColumnElement[bool]] = []
    if wanted.model:
        beside.append(Vehicle.model.contains(wanted.model, autoescape=True))
    for column, days in (
        (Vehicle.next_maintenance_on, wanted.maintenance_due),
        (Vehicle.insurance_ends_on, wanted.insurance_due),
        (Vehicle.inspection_due_on, wanted.inspection_due),
    ):
        if days is not None:
            beside.append(column <= today + timedelta(days=days))
    return beside


def _along_index(wanted: Criteria, car: Any = Vehicle) -> list[ColumnElement[bool]]:
    """What is asked of a car that the index tells, but for its age."""
    asked: list[ColumnElement[bool]] = []
    if wanted.uses:
        asked.append(car.use.in_(wanted.uses))
    if wanted.vehicle_class:
        asked.append(car.vehicle_class == wanted.vehicle_class)
    return asked


def _told(ages: tuple[AgeBand, ...], car: Any, today: date) -> ColumnElement[bool]:
    """Whether a car is of one of these ages and the index alone says so."""
    ends, bought = car.warranty_ends_on, car.purchased_on
    bands = _in_bands(ages, _text(ends), _text(bought), today)
    return and_(ends.is_not(None), bought.is_not(None), bands)


def _has_car(*asked: ColumnElement[bool]) -> ColumnElement[bool]:
    """For what the index over cars tells alone: no column besides may be named."""
    return select(literal_column("1")).where(Vehicle.customer_id == Customer.id, *asked).exists()


def _among(*asked: ColumnElement[bool]) -> ColumnElement[bool]:
    """For what takes reading the cars: they are gone through once."""
    return _THIS.in_(select(Vehicle.customer_id).where(*asked))


def _aged(
    ages: tuple[AgeBand, ...], today: date, rules: Rules
) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Whether a car is of one of these ages: by what the index tells, and by the whole file."""
    ends, bought = Vehicle.warranty_ends_on, Vehicle.purchased_on
    known = and_(ends.is_not(None), bought.is_not(None))
    day = func.coalesce(_text(Vehicle.purchased_on), _text(Vehicle.delivered_on))
    months = func.coalesce(Vehicle.warranty_months, rules.warranty_months)
    # A day the month does not have becomes its last one, as in ``models.months``.
    ended = func.coalesce(
        _text(Vehicle.warranty_ends_on),
        func.date(day, cast(months, Text()).concat(" months"), "floor"),
    )
    # Found along the index first: only their owners' cars are read.
    other = aliased(Vehicle)
    lacking = select(other.customer_id).where(
        or_(other.warranty_ends_on.is_(None), other.purchased_on.is_(None))
    )
    return (
        _told(ages, Vehicle, today),
        and_(Vehicle.customer_id.in_(lacking), ~known, _in_bands(ages, ended, day, today)),
    )


def _in_bands(
    ages: tuple[AgeBand, ...], ends: Any, bought: Any, today: date
) -> ColumnElement[bool]:
    old = plus_months(today, -_FIVE_YEARS).isoformat()
    over = or_(ends < today.isoformat(), ends.is_(None))
    bands: dict[AgeBand, ColumnElement[bool]] = {
        AgeBand.IN_WARRANTY: ends >= today.isoformat(),
        AgeBand.UP_TO_FIVE: and_(over, bought > old),
        AgeBand.OVER_FIVE: and_(over, bought <= old),
        AgeBand.UNKNOWN: and_(over, bought.is_(None)),
    }
    return or_(*(bands[age] for age in ages))


def _text(column: Any) -> Any:
    return type_coerce(column, Text())
