"""What is usually done: the work item of each kind this car, or one like it, had last."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, bindparam, func, select
from sqlalchemy.orm import Session, aliased

from frontdesk.clock import local
from frontdesk.models.enums import WorkKind
from frontdesk.models.vehicle import Vehicle
from frontdesk.models.visit import Visit, VisitItem
from frontdesk.services.desk import Desk
from frontdesk.services.intake.inputs import WorkItem

_NEWEST = 120
"""Visits looked through for cars of the same model."""

_QUARTER = 15

_car, _like = aliased(Vehicle), aliased(Vehicle)


def _items(*where: ColumnElement[bool], newest: int) -> Any:
    visits = (
        select(Visit.id, Visit.arrived_on)
        .join(_like, _like.id == Visit.vehicle_id)
        .join(_car, _car.id == bindparam("car"))
        .where(Visit.arrived_on.is_not(None), *where)
        .order_by(Visit.arrived_on.desc())
        .limit(newest)
        .subquery()
    )
    newest_first = (visits.c.arrived_on.desc(), VisitItem.position)
    ranked = (
        select(
            VisitItem.kind,
            VisitItem.description,
            VisitItem.labour,
            VisitItem.part,
            VisitItem.quantity,
            VisitItem.unit_price,
            func.row_number()
            .over(partition_by=VisitItem.kind, order_by=newest_first)
            .label("rank"),
        )
        .join(visits, visits.c.id == VisitItem.visit_id)
        .subquery()
    )
    return select(ranked).where(ranked.c.rank == 1)


_OF_THE_CAR = _items(_like.id == _car.id, newest=20)
_OF_CARS_LIKE_IT = _items(_like.brand == _car.brand, _like.model == _car.model, newest=_NEWEST)


def items(session: Session, vehicle_id: str) -> tuple[WorkItem, ...]:
    """At most one item of each kind: the car's own last one, else one of the same model."""
    connection = session.connection()
    found: dict[WorkKind, WorkItem] = {}
    for query in (_OF_THE_CAR, _OF_CARS_LIKE_IT):
        _take(found, connection.execute(query, {"car": vehicle_id}))
        if len(found) == len(WorkKind):
            break
    return tuple(found[kind] for kind in WorkKind if kind in found)


def _take(found: dict[WorkKind, WorkItem], rows: Iterable[Any]) -> None:
    for row in rows:
        if row.kind not in found:
            found[row.kind] = WorkItem(
                row.kind,
                row.description,
                row.labour,
                row.part or "",
                row.quantity,
                row.unit_price,
            )


def promise(desk: Desk) -> datetime:
    """When a usual job begun now is done: at the next quarter of an hour."""
    done = local(desk.now, desk.clock) + timedelta(minutes=desk.rules.usual_job_minutes)
    done = done.replace(second=0, microsecond=0)
    return done + timedelta(minutes=-done.minute % _QUARTER)
