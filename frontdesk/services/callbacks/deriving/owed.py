"""Which calls are owed by what the store holds: one statement for each kind (domain §4.1).

The statements are built once. What the rules say of each day (``models.due_rules``) is handed in
as a table of days.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
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
from frontdesk.services.callbacks.deriving.look import Look
from frontdesk.store.functions import told_rows

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
_WHOSE = bindparam("whose", type_=Text())
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
    whose = {"whose": look.customer_id} if look.scoped else {}
    since = look.back(look.rules.late_hand_over_days)
    limit = due_rules.share_limit(look.rules)
    days, arrivals = _days_of_visits(session, look, since)
    lost = [(day, due_rules.lost_before(_day(day), look.rules).isoformat()) for day in arrivals]
    for kind, window in _OF_VISIT.items():
        sampled = kind is CallbackKind.AFTER_SERVICE and limit != due_rules.EVERY_ONE
        given = {"oldest": since.isoformat(), "days": json.dumps(_windows(days, window, look))}
        given |= {"limit": limit} if sampled else {}
        given |= {"lost": json.dumps(lost)} if kind is CallbackKind.RETURNED_CUSTOMER else {}
        yield Owed(kind, look.scoped, sampled, given | whose)
    since = look.back(look.rules.late_delivery_days)
    every_day = [since + timedelta(days=n) for n in range((look.today - since).days + 1)]
    delivered = _windows([day.isoformat() for day in every_day], due_rules.after_delivery, look)
    yield Owed(CallbackKind.NEW_CAR, look.scoped, False, {"days": json.dumps(delivered)} | whose)
    stages = [
        (day.isoformat(), stage.window.first.isoformat(), stage.window.last.isoformat(), stage.key)
        for day, stage in due_rules.routine_due(look.today, look.rules)
    ]
    yield Owed(
        CallbackKind.NEW_CAR_ROUTINE, look.scoped, False, {"days": json.dumps(stages)} | whose
    )
    lately = look.today - timedelta(days=look.rules.late_hand_over_days)
    for kind in LISTED:
        yield Owed(kind, look.scoped, False, {"oldest": lately.isoformat()} | whose)


@cache
def statement(kind: CallbackKind, scoped: bool, sampled: bool) -> Select[Any]:
    """Says which calls of ``kind`` are owed, with the columns of ``OWED``.

    ``scoped``: of one customer; ``sampled``: of members, and a share of the others.
    """
    if kind in _OF_VISIT:
        found, whose = _of_visits(kind, sampled=sampled), Visit.customer_id
    elif kind in LISTED:
        found, whose = _listed(kind), CallListMember.customer_id
    else:
        found, whose = _sold(kind), Vehicle.customer_id
    return found.where(whose == _WHOSE) if scoped else found


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


def _of_visits(kind: CallbackKind, *, sampled: bool) -> Select[Any]:
    days = told_rows("days", "day", "first", "last")
    thanks = kind is CallbackKind.NEW_CUSTOMER_THANKS
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
        .select_from(Visit)
        .join(days, type_coerce(Visit.handed_over_on, Text()) == days.c.day)
        .where(
            type_coerce(Visit.handed_over_on, Text()) >= _OLDEST,
            _bare(Visit.status) == VisitStatus.HANDED_OVER.value,
        )
    )
    if sampled:
        found = found.join(Customer, Customer.id == Visit.customer_id).where(
            or_(is_member(), _end_of(Visit.id) < bindparam("limit", type_=Text()))
        )
    if thanks:
        return found.where(Visit.arrived_on.is_not(None), ~_was_here_before(Visit.arrived_on))
    if kind is CallbackKind.RETURNED_CUSTOMER:
        lost = told_rows("lost", "arrived", "before")
        arrived = type_coerce(Visit.arrived_on, Text())
        long_ago = aliased(Visit)
        was_here = exists().where(
            long_ago.customer_id == Visit.customer_id,
            type_coerce(long_ago.arrived_on, Text()) <= lost.c.before,
        )
        return found.join(lost, lost.c.arrived == arrived).where(
            was_here, ~_was_here_before(Visit.arrived_on, lost.c.before)
        )
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


def _sold(kind: CallbackKind) -> Select[Any]:
    """Of cars sold here and delivered on the days handed in."""
    routine = kind is CallbackKind.NEW_CAR_ROUTINE
    days = told_rows("days", "day", "first", "last", *(("stage",) if routine else ()))
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
        .select_from(Vehicle)
        .join(days, type_coerce(Vehicle.delivered_on, Text()) == days.c.day)
        .where(Vehicle.sold_here.is_(True))
    )
    return found.where(~maintained(Vehicle.id, Vehicle.delivered_on)) if routine else found


def _listed(kind: CallbackKind) -> Select[Any]:
    found = (
        select(
            CallList.id.concat(":").concat(CallListMember.customer_id).label("occasion"),
            null().label("stage"),
            CallListMember.customer_id,
            CallListMember.vehicle_id,
            null().label("visit_id"),
            null().label("served_by"),
            CallList.first.label("due_from"),
            CallList.last.label("due_until"),
        )
        .select_from(CallList)
        .join(CallListMember, CallListMember.call_list_id == CallList.id)
        .where(
            CallList.kind == kind,
            CallList.closed_at.is_(None),
            type_coerce(CallList.last, Text()) >= _OLDEST,
        )
    )
    return cast("Select[Any]", found)


def _days_of_visits(session: Session, look: Look, since: date) -> tuple[list[str], list[str]]:
    """The days of hand-over and of arrival of the visits to look at."""
    handed_over = type_coerce(Visit.handed_over_on, Text())
    arrived = func.coalesce(type_coerce(Visit.arrived_on, Text()), "")
    found = (
        select(handed_over, arrived)
        .where(handed_over >= since.isoformat(), Visit.handed_over_on.is_not(None))
        .distinct()
    )
    if look.scoped:
        found = found.where(Visit.customer_id == look.customer_id)
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
