"""A car changes hands, and comes back if that was a mistake.

The car's history stays with the car; what is personal stays with the person: the drivers of the
owner before do not come along.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from frontdesk.errors import NotFound, UserError
from frontdesk.models.complaint import Complaint
from frontdesk.models.customer import Customer
from frontdesk.models.journal import AuditEntry
from frontdesk.models.vehicle import Vehicle, VehicleDriver, VehicleOwnership
from frontdesk.models.visit import Visit
from frontdesk.services.callbacks.deriving.run import derive_of
from frontdesk.services.customers.saving import kept
from frontdesk.services.desk import UnitOfWork

_TAKE_OVER = "vehicle.take_over"
_MOVES = (_TAKE_OVER, "vehicle.take_back")
_DRIVER = ("id", "position", "name", "phone", "note")


def take_over(work: UnitOfWork, vehicle_id: str, customer_id: str, on: date) -> None:
    """The car is this customer's from ``on``; its history stays with both. Told twice, done once.

    Raises:
        NotFound: there is no such car or file.
        UserError: ``vehicle.owner_future``, ``vehicle.owner_early``.
    """
    session = work.session
    vehicle = session.get(Vehicle, vehicle_id)
    if vehicle is None or session.get(Customer, customer_id) is None:
        raise NotFound("record.not_found")
    owner = vehicle.customer_id
    if owner == customer_id:
        return
    before = _held_now(session, vehicle_id)
    if on > work.today:
        raise UserError("vehicle.owner_future", "on")
    if before is not None and before.since is not None and on < before.since:
        raise UserError("vehicle.owner_early", "on", since=before.since)
    drivers = _drivers(session, vehicle_id)
    if before is not None:
        before.until = on
    now = VehicleOwnership(vehicle_id=vehicle_id, customer_id=customer_id, since=on)
    session.add(now)
    session.execute(delete(VehicleDriver).where(VehicleDriver.vehicle_id == vehicle_id))
    vehicle.customer_id = customer_id
    work.audit(
        "vehicle.take_over",
        "vehicle",
        vehicle_id,
        before={"customer_id": owner} | ({"drivers": drivers} if drivers else {}),
        after={"customer_id": customer_id, "on": on},
    )
    kept(work, owner, customer_id)
    derive_of(work, owner)


def take_back(work: UnitOfWork, vehicle_id: str) -> None:
    """All as it was before the last change of owner.

    Raises:
        NotFound: there is no such car.
        UserError: ``vehicle.owner_unchanged``, or ``vehicle.owner_built_on`` once the car was here
            or was complained about under the owner it has.
    """
    work.seal()
    session = work.session
    vehicle = session.get(Vehicle, vehicle_id)
    if vehicle is None:
        raise NotFound("record.not_found")
    last = session.execute(
        select(AuditEntry.action, AuditEntry.detail)
        .where(
            AuditEntry.subject == "vehicle",
            AuditEntry.subject_id == vehicle_id,
            AuditEntry.action.in_(_MOVES),
        )
        .order_by(AuditEntry.sequence.desc())
        .limit(1)
    ).one_or_none()
    now = vehicle.customer_id
    told = json.loads(last.detail) if last is not None and last.action == _TAKE_OVER else {}
    owner = told.get("before", {}).get("customer_id", "")
    held = _held_now(session, vehicle_id)
    if (
        told.get("after", {}).get("customer_id") != now
        or held is None
        or session.get(Customer, owner) is None
    ):
        raise UserError("vehicle.owner_unchanged")
    if _built_on(session, vehicle_id, now):
        raise UserError("vehicle.owner_built_on")
    session.delete(held)
    session.flush()
    before = session.scalars(
        select(VehicleOwnership)
        .where(VehicleOwnership.vehicle_id == vehicle_id, VehicleOwnership.customer_id == owner)
        .order_by(VehicleOwnership.until.desc())
        .limit(1)
    ).one_or_none()
    if before is not None:
        before.until = None
    session.execute(delete(VehicleDriver).where(VehicleDriver.vehicle_id == vehicle_id))
    session.add_all(
        VehicleDriver(vehicle_id=vehicle_id, **{name: each[name] for name in _DRIVER})
        for each in told["before"].get("drivers", ())
    )
    vehicle.customer_id = owner
    work.audit(
        "vehicle.take_back",
        "vehicle",
        vehicle_id,
        before={"customer_id": now},
        after={"customer_id": owner},
    )
    # Nothing else tells of the one who had it: the line of their ownership is gone.
    work.audit("vehicle.take_back", "customer", now, vehicle=vehicle_id)
    kept(work, owner, now)
    derive_of(work, owner)
    derive_of(work, now)


def _held_now(session: Session, vehicle_id: str) -> VehicleOwnership | None:
    return session.scalars(
        select(VehicleOwnership).where(
            VehicleOwnership.vehicle_id == vehicle_id, VehicleOwnership.until.is_(None)
        )
    ).first()


def _drivers(session: Session, vehicle_id: str) -> list[dict[str, Any]]:
    rows = session.scalars(
        select(VehicleDriver)
        .where(VehicleDriver.vehicle_id == vehicle_id)
        .order_by(VehicleDriver.position)
    )
    return [{name: getattr(row, name) for name in _DRIVER} for row in rows]


def _built_on(session: Session, vehicle_id: str, customer_id: str) -> bool:
    """Whether something is kept of the car under this owner."""
    return any(
        session.scalar(
            select(func.count())
            .select_from(model)
            .where(model.vehicle_id == vehicle_id, model.customer_id == customer_id)
        )
        for model in (Visit, Complaint)
    )
