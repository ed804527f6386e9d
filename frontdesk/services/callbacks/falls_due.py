"""Makes calls fall due, inside the transaction of the event they spring from (domain §4.1).

Each call is known by its kind and occasion, so the same hand-over or delivery, told twice, makes
one call. A customer who wants no calls gets none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import func, insert, select

from frontdesk.clock import local
from frontdesk.errors import NotFound
from frontdesk.models.callback import Callback, ScriptVersion
from frontdesk.models.callback_rules import due_window
from frontdesk.models.customer import Customer
from frontdesk.models.enums import CallbackKind, CallbackStatus
from frontdesk.models.values.ids import new_id
from frontdesk.models.visit import Visit
from frontdesk.services.desk import Change, UnitOfWork
from frontdesk.services.scripts import shipped_script

NUMBER_PREFIX = "H"
"""Callbacks are numbered ``H-2026-000123`` (回访)."""

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Delivered:
    """A car given to its buyer."""

    vehicle_id: str
    customer_id: str
    delivered_on: date
    sales_consultant_id: str | None = None


@dataclass(frozen=True, slots=True)
class _Due:
    kind: CallbackKind
    occasion: str
    customer_id: str
    event: date
    vehicle_id: str | None = None
    visit_id: str | None = None
    served_by: str | None = None


def due_after_service(work: UnitOfWork, visit_id: str) -> str | None:
    """Make the after-service call (修后回访) for a car just handed over.

    Returns the callback's id, or ``None`` when the customer wants no calls or it is owed already.
    Call it after the visit's hand-over was written.

    Raises:
        NotFound: there is no such visit.
    """
    work.session.flush()
    visit = work.session.get(Visit, visit_id)
    if visit is None:
        raise NotFound("visit.not_found")
    due = _Due(
        kind=CallbackKind.AFTER_SERVICE,
        occasion=visit.id,
        customer_id=visit.customer_id,
        vehicle_id=visit.vehicle_id,
        visit_id=visit.id,
        served_by=visit.advisor_id,
        event=visit.handed_over_on or local(work.now, work.desk.clock).date(),
    )
    made = _make(work, [due])
    return made[0] if made else None


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
            f"{car.vehicle_id}:{car.customer_id}": _Due(
                kind=CallbackKind.NEW_CAR,
                occasion=f"{car.vehicle_id}:{car.customer_id}",
                customer_id=car.customer_id,
                vehicle_id=car.vehicle_id,
                served_by=car.sales_consultant_id,
                event=car.delivered_on,
            )
            for car in chunk
            if oldest <= car.delivered_on
        }
        made += len(_make(work, list(due.values())))
    return made


def _make(work: UnitOfWork, due: Sequence[_Due]) -> list[str]:
    wanted = list(_still_wanted(work, due))
    if not wanted:
        return []
    versions = _script_versions(work, {one.kind for one, _ in wanted})
    numbers = work.numbers(NUMBER_PREFIX, len(wanted))
    rows = [
        _row(work, one, number, versions[one.kind], specialist)
        for (one, specialist), number in zip(wanted, numbers, strict=True)
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


def _still_wanted(work: UnitOfWork, due: Sequence[_Due]) -> Iterator[tuple[_Due, str | None]]:
    """Those not owed already whose customer may be called, with the customer's specialist."""
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
            specialist = callable_[one.customer_id]
            yield one, None if specialist == one.served_by else specialist


def _script_versions(work: UnitOfWork, kinds: Iterable[CallbackKind]) -> dict[CallbackKind, int]:
    """The newest version of each kind's script, published or shipped."""
    published = dict(
        work.session.execute(
            select(ScriptVersion.key, func.max(ScriptVersion.version)).group_by(ScriptVersion.key)
        ).all()
    )
    return {kind: max(published.get(kind.value, 0), shipped_script(kind).version) for kind in kinds}


def _row(
    work: UnitOfWork, due: _Due, number: str, script_version: int, specialist: str | None
) -> dict[str, Any]:
    due_from, due_until = due_window(due.event, work.desk.rules)
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
        "assigned_to": specialist,
        "status": CallbackStatus.DUE,
        "due_from": due_from,
        "due_until": due_until,
        "script_key": due.kind.value,
        "script_version": script_version,
        "created_at": work.now,
    }
