"""Whom a look concerns: those the audit trail names since, and those whose time has come.

Every change of a record leaves an entry that names it, and entries are numbered in the order of
their acts: what no entry since the last look names is as it was then.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Text, and_, func, literal, null, select, type_coerce, union, union_all
from sqlalchemy.orm import Session

from frontdesk.models import due_rules
from frontdesk.models.callback import Callback
from frontdesk.models.callback_programme import CallList, CallListMember
from frontdesk.models.callback_rules import OPEN_STATUSES
from frontdesk.models.complaint import Complaint
from frontdesk.models.customer import Customer
from frontdesk.models.enums import CallbackKind
from frontdesk.models.journal import AuditEntry
from frontdesk.models.rules import Rules
from frontdesk.models.vehicle import Vehicle, VehicleOwnership
from frontdesk.models.visit import Visit
from frontdesk.services.callbacks.deriving.events import sold_on
from frontdesk.store.functions import as_list, handed_in, told_rows, unsought

MOST_ENTRIES = 50_000
MOST_CUSTOMERS = 5_000
"""Of more than so many it is quicker to look at everybody."""

_OF_DERIVING = ("derive", "due", "withdraw", "reopen", "move", "share", "assign")
_ONLY_SEEN = ("customer.reveal_phones", "customer.reveal_identity", "phone.reveal", "evidence.view")
_TELL_NOTHING = (*(f"callback.{act}" for act in _OF_DERIVING), *_ONLY_SEEN)
"""What deriving leaves itself, and what changes nothing that a call is owed by."""

_IDS = handed_in("ids")
_OWNERS = union(
    select(Vehicle.customer_id).where(Vehicle.id.in_(_IDS)),
    select(VehicleOwnership.customer_id).where(VehicleOwnership.vehicle_id.in_(_IDS)),
)
_VISITORS: Any = union_all(
    select(Visit.customer_id, Vehicle.customer_id)
    .outerjoin(Vehicle, Vehicle.id == Visit.vehicle_id)
    .where(Visit.id.in_(_IDS)),
    select(Callback.customer_id, null()).where(Callback.visit_id.in_(_IDS)),
)
_CALLED = "callback"
_SHEET = "import_batch"
_WHOSE: Mapping[str, Any] = {
    "vehicle": _OWNERS,
    "visit": _VISITORS,
    "complaint": select(Complaint.customer_id).where(Complaint.id.in_(_IDS)),
    "call_list": select(CallListMember.customer_id).where(CallListMember.call_list_id.in_(_IDS)),
    _CALLED: select(Callback.customer_id).where(Callback.id.in_(_IDS)),
}
"""By the kind of record an entry names: whose it is, also whose it was."""


_PASSED = told_rows("passed", "car", "stage")
# By the beginning of the occasion, whoever owned the car. An outer join without a condition after
# it: else the engine takes all routine calls ever made, and looks for each among the cars.
_PASSED_BY = select(Callback.id).select_from(
    _PASSED.outerjoin(
        Callback,
        and_(
            Callback.kind == CallbackKind.NEW_CAR_ROUTINE,
            Callback.occasion > _PASSED.c.car.concat(":"),
            Callback.occasion < _PASSED.c.car.concat(";"),
            func.substr(Callback.occasion, -1 - func.length(_PASSED.c.stage))
            == literal(":").concat(_PASSED.c.stage),
            unsought(Callback.__table__.c.status).in_([status.value for status in OPEN_STATUSES]),
        ),
    )
)


@dataclass(frozen=True, slots=True)
class Named:
    """Customers: of some of them any event may have changed, of others only a call."""

    customers: frozenset[str]
    called: frozenset[str]


@dataclass(frozen=True, slots=True)
class Timely:
    """Customers, and calls, of which the days gone by may have ended or owed something again."""

    customers: frozenset[str]
    calls: tuple[str, ...]


def newest_entry(session: Session) -> int:
    """The number of the newest entry of the trail."""
    return session.scalar(select(func.max(AuditEntry.sequence))) or 0


def named_since(session: Session, seen: int) -> Named | None:
    """Whom the entries after ``seen`` name; ``None`` if they are too many to be worth it.

    A sheet brought in or taken back names nobody: it may have changed anybody's cars.
    """
    # Not asked for by subject: the engine would go by its index, over the trail of all years.
    subject = unsought(AuditEntry.subject)
    entries = session.execute(
        select(AuditEntry.subject, AuditEntry.subject_id)
        .where(
            AuditEntry.sequence > seen,
            subject.in_(("customer", _SHEET, *_WHOSE)),
            unsought(AuditEntry.action).not_in(_TELL_NOTHING),
        )
        .limit(MOST_ENTRIES + 1)
    ).all()
    if len(entries) > MOST_ENTRIES or any(subject_ == _SHEET for subject_, _ in entries):
        return None
    named: defaultdict[str, set[str]] = defaultdict(set)
    for subject_, id_ in entries:
        named[subject_].add(id_)
    called = _owners(session, _WHOSE[_CALLED], named.pop(_CALLED, set()))
    customers = named.pop("customer", set())
    for kind, ids in named.items():
        customers |= _owners(session, _WHOSE[kind], ids)
    if len(customers) > MOST_CUSTOMERS:
        return None
    return Named(frozenset(customers), frozenset(called))


def due_by_time(session: Session, before: date, today: date, rules: Rules) -> Timely:
    """Whose calls a later day ends or owes again, though nothing happened: since ``before``.

    What a later day *makes* due is found by its events (``owed``, ``new_cars``).
    """
    ended: defaultdict[str, list[str]] = defaultdict(list)
    for day, stage in due_rules.routine_passed(before, today, rules):
        ended[day.isoformat()].append(stage.key)
    passed = [(car.id, stage) for car in sold_on(session, ended) for stage in ended[car.on]]
    calls: Iterable[str | None] = ()
    if passed:
        calls = session.scalars(_PASSED_BY, {"passed": json.dumps(passed)})
    return Timely(
        frozenset(_lost_again(session, before, today, rules)),
        tuple(call for call in calls if call is not None),
    )


def _lost_again(session: Session, before: date, today: date, rules: Rules) -> Sequence[str]:
    """Who is on a list of the lost and, by now, has not been here for long enough again."""
    seen = type_coerce(Customer.last_visit_on, Text())
    wanted: Any = (
        select(Customer.id)
        .join(CallListMember, CallListMember.customer_id == Customer.id)
        .join(CallList, CallList.id == CallListMember.call_list_id)
        .where(
            CallList.kind == CallbackKind.LOST_CUSTOMER,
            CallList.closed_at.is_(None),
            seen > due_rules.lost_before(before, rules).isoformat(),
            seen <= due_rules.lost_before(today, rules).isoformat(),
        )
    )
    found: Sequence[str] = session.scalars(wanted).all()
    return found


def _owners(session: Session, wanted: Any, ids: set[str]) -> set[str]:
    if not ids:
        return set()
    rows = session.connection().execute(wanted, {"ids": as_list(ids)}).all()
    return {one for row in rows for one in row if one is not None}
