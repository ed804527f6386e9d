"""Makes calls fall due, inside the transaction of the event they spring from (domain §4.1).

Each call is known by its kind and occasion, so the same hand-over or delivery, told twice, makes
one call. A customer who wants no calls gets none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from frontdesk.clock import local
from frontdesk.errors import NotFound
from frontdesk.models import due_rules
from frontdesk.models.call_kinds import is_specialists
from frontdesk.models.callback import Callback, ScriptVersion
from frontdesk.models.callback_rules import AT_ONCE, IMPARTIAL
from frontdesk.models.complaint import Complaint
from frontdesk.models.customer import Customer
from frontdesk.models.due_rules import Window
from frontdesk.models.enums import CallbackKind, CallbackStatus
from frontdesk.models.rules import Rules
from frontdesk.models.values.ids import new_id
from frontdesk.models.visit import Visit
from frontdesk.services.desk import Change, UnitOfWork
from frontdesk.services.scripts import shipped_script
from frontdesk.store.functions import as_list, handed_in

NUMBER_PREFIX = "H"
"""Callbacks are numbered ``H-2026-000123`` (回访)."""

_CHUNK = 500
_NEWEST = (
    select(ScriptVersion.key, func.max(ScriptVersion.version))
    .where(ScriptVersion.key.in_(handed_in("keys")))
    .group_by(ScriptVersion.key)
)


@dataclass(frozen=True, slots=True)
class Delivered:
    """A car given to its buyer."""

    vehicle_id: str
    customer_id: str
    delivered_on: date
    sales_consultant_id: str | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """A call that is owed. ``kind`` and ``occasion`` together are made once."""

    kind: CallbackKind
    occasion: str
    customer_id: str
    window: Window
    vehicle_id: str | None = None
    visit_id: str | None = None
    served_by: str | None = None
    assigned_to: str | None = None
    """Whose it is from the first; else the customer's specialist's, unless they served."""


def due_after_service(work: UnitOfWork, visit_id: str) -> str | None:
    """Make the after-service call (修后回访) for a car just handed over.

    After a repeat repair the customer is always called.

    Returns the callback's id, or ``None`` when the customer wants no calls or it is owed already.
    Call it after the visit's hand-over was written.

    Raises:
        NotFound: there is no such visit.
    """
    work.session.flush()
    visit = work.session.get(Visit, visit_id)
    if visit is None:
        raise NotFound("visit.not_found")
    rules = work.desk.rules
    called = due_rules.called_share(visit.id, rules) or visit.repeat_of_id is not None
    if not called and not _is_member(work, visit.customer_id):
        return None
    handed_over = visit.handed_over_on or local(work.now, work.desk.clock).date()
    due = Due(
        kind=CallbackKind.AFTER_SERVICE,
        occasion=visit.id,
        customer_id=visit.customer_id,
        vehicle_id=visit.vehicle_id,
        visit_id=visit.id,
        served_by=visit.advisor_id,
        window=due_rules.after_hand_over(handed_over, rules),
    )
    made = make_due(work, [due])
    return made[0] if made else None


def due_after_return(work: UnitOfWork, complaint_id: str) -> str | None:
    """Make the follow-up call (投诉回访) of a complaint that now waits for it, due from today.

    Returns the callback's id, or ``None`` when the customer wants no calls or it is owed already.

    Raises:
        NotFound: there is no such complaint.
    """
    work.session.flush()
    ticket = work.session.get(Complaint, complaint_id)
    if ticket is None:
        raise NotFound("record.not_found")
    made = make_due(work, [follow_up_of(ticket, work.today, work.desk.rules)])
    return made[0] if made else None


def follow_up_of(ticket: Complaint, returned_on: date, rules: Rules) -> Due:
    """The follow-up of the round the complaint is in; not for whom it is about or who handled."""
    return Due(
        kind=CallbackKind.COMPLAINT_FOLLOW_UP,
        occasion=f"{ticket.id}:{ticket.round}",
        customer_id=ticket.customer_id,
        vehicle_id=ticket.vehicle_id,
        served_by=ticket.about_staff_id or ticket.handler_id,
        window=due_rules.follow_up(returned_on, rules),
    )


def due_after_delivery(work: UnitOfWork, vehicles: Iterable[Delivered]) -> int:
    """Make the CS new-car call (交车回访) for each car delivered; returns how many were made.

    Meant for whole sheets: three statements per 500 cars. Cars delivered longer ago than
    ``Rules.late_delivery_days`` make none: nobody asks about a hand-over of last year.
    """
    work.session.flush()
    oldest = work.today - timedelta(days=work.desk.rules.late_delivery_days)
    made = 0
    cars = iter(vehicles)
    while chunk := list(islice(cars, _CHUNK)):
        due = {
            f"{car.vehicle_id}:{car.customer_id}": Due(
                kind=CallbackKind.NEW_CAR,
                occasion=f"{car.vehicle_id}:{car.customer_id}",
                customer_id=car.customer_id,
                vehicle_id=car.vehicle_id,
                served_by=car.sales_consultant_id,
                window=due_rules.after_delivery(car.delivered_on, work.desk.rules),
            )
            for car in chunk
            if oldest <= car.delivered_on
        }
        made += len(make_due(work, list(due.values())))
    return made


def make_due(work: UnitOfWork, due: Sequence[Due]) -> list[str]:
    """Make the calls that are not there yet, each with its audit entry; returns their ids."""
    wanted = list(_still_wanted(work, due))
    if not wanted:
        return []
    versions = script_versions(work.session, {one.kind for one, _ in wanted})
    numbers = work.numbers(NUMBER_PREFIX, len(wanted))
    rows = [
        _row(work, one, number, versions[one.kind], assigned_to)
        for (one, assigned_to), number in zip(wanted, numbers, strict=True)
    ]
    work.session.execute(insert(Callback), rows)
    ids = [row["id"] for row in rows]
    work.audit_many(
        "callback.due",
        "callback",
        ((row["id"], {"number": row["number"], "kind": row["kind"]}) for row in rows),
    )
    work.changed(Change.CALLBACKS)
    return ids


def script_versions(session: Session, kinds: Collection[CallbackKind]) -> dict[CallbackKind, int]:
    """The newest version of the script for calls of each kind, published or shipped."""
    rows = session.connection().execute(_NEWEST, {"keys": as_list(kinds)}).all()
    newest = {row[0]: row[1] for row in rows}
    return {kind: max(newest.get(kind, 0), shipped_script(kind).version) for kind in kinds}


def _is_member(work: UnitOfWork, customer_id: str) -> bool:
    customer = work.session.get_one(Customer, customer_id)
    return bool(customer.member_number or customer.member_level)


def _still_wanted(work: UnitOfWork, due: Sequence[Due]) -> Iterator[tuple[Due, str | None]]:
    """Those not owed already whose customer may be called, with whose call it is."""
    if not due:
        return
    owed = set(
        work.session.execute(
            select(Callback.kind, Callback.occasion).where(
                Callback.kind.in_({one.kind for one in due}),
                Callback.occasion.in_([one.occasion for one in due]),
            )
        )
    )
    callable_ = dict(
        work.session.execute(
            select(Customer.id, Customer.specialist_id).where(
                Customer.id.in_({one.customer_id for one in due}),
                Customer.do_not_call.is_(False),
            )
        ).all()
    )
    for one in due:
        if (one.kind, one.occasion) not in owed and one.customer_id in callable_:
            theirs = one.kind in AT_ONCE and is_specialists(one.kind, work.desk.rules)
            specialist = callable_[one.customer_id] if theirs else None
            own = one.assigned_to or specialist
            yield one, None if own == one.served_by and one.kind in IMPARTIAL else own


def _row(
    work: UnitOfWork, due: Due, number: str, script_version: int, assigned_to: str | None
) -> dict[str, Any]:
    return {
        "id": new_id(),
        "version": 1,
        "number": number,
        "kind": due.kind,
        "occasion": due.occasion,
        "customer_id": due.customer_id,
        "vehicle_id": due.vehicle_id,
        "visit_id": due.visit_id,
        "served_by": due.served_by,
        "assigned_to": assigned_to,
        "assigned_at": work.now if assigned_to else None,
        "status": CallbackStatus.DUE,
        "due_from": due.window.first,
        "due_until": due.window.last,
        "script_key": due.kind.value,
        "script_version": script_version,
        "created_at": work.now,
    }
