"""Which calls are owed by what the store holds: one statement for each kind (domain §4.1).

The statements are built once. What the rules say of each day (``models.due_rules``) is handed in
as a table of days.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType
from typing import Any, cast

from sqlalchemy import (
    ColumnElement,
    Select,
    Text,
    bindparam,
    exists,
    func,
    literal_column,
    null,
    or_,
    select,
)
from sqlalchemy.orm import Session, aliased
from sqlalchemy.sql import type_coerce

from frontdesk.models import due_rules
from frontdesk.models.callback_programme import CallList, CallListMember
from frontdesk.models.customer import Customer
from frontdesk.models.due_rules import Window
from frontdesk.models.enums import CallbackKind, VisitStatus, WorkKind
from frontdesk.models.rules import Rules
from frontdesk.models.vehicle import Vehicle
from frontdesk.models.visit import Visit, VisitItem
from frontdesk.services.callbacks.deriving.events import (
    Sold,
    handed_over_since,
    sold_on,
    sold_to,
)
from frontdesk.services.callbacks.deriving.look import Look
from frontdesk.store.functions import handed_in, told_rows

OWED = (
    "occasion",
    "stage",
    "customer_id",
    "vehicle_id",
    "visit_id",
    "served_by",
    "due_from",
    "due_until",
)
"""The columns of a statement that says what is owed."""

LISTED = (CallbackKind.LOST_CUSTOMER, CallbackKind.SPECIAL_PERIOD)
"""Kinds whose calls spring from a list."""

_OF_VISIT: Mapping[CallbackKind, Callable[[date, Rules], Window]] = MappingProxyType(
    {
        CallbackKind.AFTER_SERVICE: due_rules.after_hand_over,
        CallbackKind.NEW_CUSTOMER_THANKS: due_rules.thanks,
        CallbackKind.RETURNED_CUSTOMER: due_rules.after_hand_over,
    }
)
_OLDEST = bindparam("oldest", type_=Text())
_Rows = list[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Owed:
    """Calls of one kind that are owed: the statement is ``statement(kind, scoped, sampled)``."""

    kind: CallbackKind
    scoped: bool
    sampled: bool
    given: dict[str, Any]


def owed(session: Session, look: Look) -> Iterator[Owed]:
    """What there is to look at, kind by kind."""
    yield from _of_some(session, look) if look.scoped else _of_all(session, look)
    lately = look.back(look.rules.late_hand_over_days)
    for kind in LISTED:
        given = {"listed_since": lately.isoformat()}
        given |= {"whose": look.whose} if look.scoped else {}
        if kind is CallbackKind.LOST_CUSTOMER:
            given["lost_on"] = due_rules.lost_before(look.today, look.rules).isoformat()
        yield Owed(kind, look.scoped, False, given)


@cache
def statement(kind: CallbackKind, scoped: bool, sampled: bool) -> Select[Any]:
    """Says which calls of ``kind`` are owed, with the columns of ``OWED``.

    ``scoped``: of the events (or, on a list, the customers) handed in; ``sampled``: of members,
    and a share of the others.
    """
    if kind in _OF_VISIT:
        return _of_visits(kind, scoped=scoped, sampled=sampled)
    if kind in LISTED:
        return _listed(kind, scoped=scoped)
    return _sold(kind, scoped=scoped)


def _of_all(session: Session, look: Look) -> Iterator[Owed]:
    """By the day: each statement finds its events itself."""
    since = look.back(look.rules.late_hand_over_days)
    days, arrivals = _days_of_visits(session, since)
    lost = [(day, due_rules.lost_before(_day(day), look.rules).isoformat()) for day in arrivals]
    for kind, window in _OF_VISIT.items():
        given = {"oldest": since.isoformat(), "days": json.dumps(_windows(days, window, look))}
        given |= {"lost": json.dumps(lost)} if kind is CallbackKind.RETURNED_CUSTOMER else {}
        yield _sampled(Owed(kind, False, False, given), look)
    delivered = _windows(_delivery_days(look, look.today), due_rules.after_delivery, look)
    yield Owed(CallbackKind.NEW_CAR, False, False, {"days": json.dumps(delivered)})
    stages = [(day, *stage) for day, stage in _stages(look, look.today)]
    yield Owed(CallbackKind.NEW_CAR_ROUTINE, False, False, {"days": json.dumps(stages)})


def _of_some(session: Session, look: Look) -> Iterator[Owed]:
    """By the event: those of the look's customers, and those whose time has come since."""
    visits = handed_over_since(session, look, look.back(look.rules.late_hand_over_days))
    lost = {day: _lost_before(day, look) for day in {one.arrived_on for one in visits}}
    for kind, window in _OF_VISIT.items():
        days = {each[0]: each for each in _windows({one.on for one in visits}, window, look)}
        found = [(one.id, *days[one.on][1:], lost[one.arrived_on]) for one in visits]
        yield _sampled(Owed(kind, True, False, {"found": json.dumps(found)}), look)
    theirs = sold_to(session, look)
    delivered = set(_delivery_days(look, look.today))
    new = delivered - set(_delivery_days(look, look.reached)) if look.reached else set()
    cars = {one for one in theirs if one.on in delivered} | {*sold_on(session, new)}
    days = {each[0]: each for each in _windows(delivered, due_rules.after_delivery, look)}
    found = [(one.id, *days[one.on][1:]) for one in cars]
    yield Owed(CallbackKind.NEW_CAR, True, False, {"found": json.dumps(found)})
    stages = set(_stages(look, look.today))
    begun = stages - set(_stages(look, look.reached)) if look.reached else set()
    rows = _on_their_days(theirs, stages)
    rows |= _on_their_days(sold_on(session, {day for day, _ in begun}), begun)
    yield Owed(CallbackKind.NEW_CAR_ROUTINE, True, False, {"found": json.dumps(sorted(rows))})


def _sampled(all_of_them: Owed, look: Look) -> Owed:
    """Of members, and a share of the others, where not everybody is asked."""
    limit = due_rules.share_limit(look.rules)
    if all_of_them.kind is not CallbackKind.AFTER_SERVICE or limit == due_rules.EVERY_ONE:
        return all_of_them
    return replace(all_of_them, sampled=True, given=all_of_them.given | {"limit": limit})


def _lost_before(arrived_on: str, look: Look) -> str:
    """Who was last here on this day or before was lost when the visit began."""
    return due_rules.lost_before(_day(arrived_on), look.rules).isoformat() if arrived_on else ""


def _delivery_days(look: Look, today: date) -> list[str]:
    """The days of delivery that are asked about on ``today``."""
    since = today - timedelta(days=look.rules.late_delivery_days)
    return [(since + timedelta(days=n)).isoformat() for n in range((today - since).days + 1)]


def _stages(look: Look, today: date) -> Iterator[tuple[str, tuple[str, str, str]]]:
    """Each day of delivery with a stage whose time it is on ``today``: its window and its key."""
    for day, stage in due_rules.routine_due(today, look.rules):
        first, last = stage.window.first.isoformat(), stage.window.last.isoformat()
        yield day.isoformat(), (first, last, stage.key)


def _on_their_days(
    cars: Iterable[Sold], stages: Iterable[tuple[str, tuple[str, str, str]]]
) -> set[tuple[str, ...]]:
    by_day: defaultdict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for day, stage in stages:
        by_day[day].append(stage)
    return {(one.id, *stage) for one in cars for stage in by_day.get(one.on, ())}


def maintained(vehicle_id: Any, since: Any) -> ColumnElement[bool]:
    """Whether a car has had a maintenance here since its delivery."""
    visit, item = aliased(Visit), aliased(VisitItem)
    return exists().where(
        visit.vehicle_id == vehicle_id,
        visit.arrived_on >= since,
        _bare(visit.status) == VisitStatus.HANDED_OVER.value,
        item.visit_id == visit.id,
        item.kind == WorkKind.MAINTENANCE,
    )


def is_member() -> ColumnElement[bool]:
    """Whether the customer holds a membership card."""
    return or_(Customer.member_number != "", Customer.member_level != "")


def _of_visits(kind: CallbackKind, *, scoped: bool, sampled: bool) -> Select[Any]:
    thanks = kind is CallbackKind.NEW_CUSTOMER_THANKS
    if scoped:
        days = told_rows("found", "visit", "first", "last", "before")
        source = days.join(Visit, Visit.id == days.c.visit)
    else:
        days = told_rows("days", "day", "first", "last")
        source = days.join(Visit, type_coerce(Visit.handed_over_on, Text()) == days.c.day)
    found = (
        select(
            (Visit.customer_id if thanks else Visit.id).label("occasion"),
            null().label("stage"),
            Visit.customer_id,
            Visit.vehicle_id,
            Visit.id.label("visit_id"),
            Visit.advisor_id.label("served_by"),
            days.c.first.label("due_from"),
            days.c.last.label("due_until"),
        )
        .select_from(source)
        .where(_bare(Visit.status) == VisitStatus.HANDED_OVER.value)
    )
    if not scoped:
        found = found.where(type_coerce(Visit.handed_over_on, Text()) >= _OLDEST)
    if sampled:
        found = found.join(Customer, Customer.id == Visit.customer_id).where(
            or_(is_member(), _end_of(Visit.id) < bindparam("limit", type_=Text()))
        )
    if thanks:
        return found.where(Visit.arrived_on.is_not(None), ~_was_here_before(Visit.arrived_on))
    if kind is CallbackKind.RETURNED_CUSTOMER:
        lost = days
        if not scoped:
            lost = told_rows("lost", "arrived", "before")
            found = found.join(lost, lost.c.arrived == type_coerce(Visit.arrived_on, Text()))
        long_ago = aliased(Visit)
        was_here = exists().where(
            long_ago.customer_id == Visit.customer_id,
            type_coerce(long_ago.arrived_on, Text()) <= lost.c.before,
        )
        return found.where(was_here, ~_was_here_before(Visit.arrived_on, lost.c.before))
    return found


def _was_here_before(arrived: Any, since: Any = None) -> ColumnElement[bool]:
    """Whether the customer came before this visit, and after ``since``; told by the index alone."""
    before = aliased(Visit)
    there = [
        before.customer_id == Visit.customer_id,
        before.arrived_on <= arrived,
        or_(before.arrived_on < arrived, before.id < Visit.id),
    ]
    if since is not None:
        there.append(type_coerce(before.arrived_on, Text()) > since)
    return exists().where(*there)


def _sold(kind: CallbackKind, *, scoped: bool) -> Select[Any]:
    """Of cars sold here: those handed in, or those delivered on the days handed in."""
    routine = kind is CallbackKind.NEW_CAR_ROUTINE
    more = ("stage",) if routine else ()
    if scoped:
        days = told_rows("found", "car", "first", "last", *more)
        source = days.join(Vehicle, Vehicle.id == days.c.car)
    else:
        days = told_rows("days", "day", "first", "last", *more)
        source = days.join(Vehicle, type_coerce(Vehicle.delivered_on, Text()) == days.c.day)
    stage: Any = days.c.stage if routine else null()
    occasion = Vehicle.id.concat(":").concat(Vehicle.customer_id)
    if routine:
        occasion = occasion.concat(":").concat(stage)
    found = (
        select(
            occasion.label("occasion"),
            stage.label("stage"),
            Vehicle.customer_id,
            Vehicle.id.label("vehicle_id"),
            null().label("visit_id"),
            Vehicle.sales_consultant_id.label("served_by"),
            days.c.first.label("due_from"),
            days.c.last.label("due_until"),
        )
        .select_from(source)
        .where(Vehicle.sold_here.is_(True))
    )
    return found.where(~maintained(Vehicle.id, Vehicle.delivered_on)) if routine else found


def _listed(kind: CallbackKind, *, scoped: bool) -> Select[Any]:
    """Of lists still open, without those who came back before they were called."""
    found = (
        select(
            CallList.id.concat(":").concat(CallListMember.customer_id).label("occasion"),
            null().label("stage"),
            CallListMember.customer_id,
            CallListMember.vehicle_id,
            null().label("visit_id"),
            null().label("served_by"),
            type_coerce(CallList.first, Text()).label("due_from"),
            type_coerce(CallList.last, Text()).label("due_until"),
        )
        .select_from(CallList)
        .join(CallListMember, CallListMember.call_list_id == CallList.id)
        .where(
            CallList.kind == kind,
            CallList.closed_at.is_(None),
            type_coerce(CallList.last, Text()) >= bindparam("listed_since", type_=Text()),
        )
    )
    if kind is CallbackKind.LOST_CUSTOMER:
        seen = type_coerce(Customer.last_visit_on, Text())
        found = found.join(Customer, Customer.id == CallListMember.customer_id).where(
            or_(seen.is_(None), seen <= bindparam("lost_on", type_=Text()))
        )
    if scoped:
        found = found.where(CallListMember.customer_id.in_(handed_in("whose")))
    return cast("Select[Any]", found)


def _days_of_visits(session: Session, since: date) -> tuple[list[str], list[str]]:
    """The days of hand-over and of arrival of the visits to look at."""
    handed_over = type_coerce(Visit.handed_over_on, Text())
    arrived = func.coalesce(type_coerce(Visit.arrived_on, Text()), "")
    found = (
        select(handed_over, arrived)
        .where(handed_over >= since.isoformat(), Visit.handed_over_on.is_not(None))
        .distinct()
    )
    rows = session.execute(found).all()
    return sorted({row[0] for row in rows}), sorted({row[1] for row in rows if row[1]})


def _windows(days: Iterable[str], window: Callable[[date, Rules], Window], look: Look) -> _Rows:
    found = ((day, window(_day(day), look.rules)) for day in days)
    return [(day, span.first.isoformat(), span.last.isoformat()) for day, span in found]


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _bare(status: Any) -> ColumnElement[str]:
    """A status as text nobody seeks by: asked for it alone, the engine reads all there ever was."""
    return func.coalesce(type_coerce(status, Text()), literal_column("''"))


def _end_of(id_: Any) -> ColumnElement[str]:
    """The last two characters."""
    return func.substr(id_, func.length(id_) - 1, 2, type_=Text())
