"""What is watched for at intake: warranty limits, repeat repairs, 三包 (domain §3).

Watchmen warn and never block.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, exists, select
from sqlalchemy.orm import Session

from frontdesk.errors import UserError
from frontdesk.models.enums import DefectArea, Payer, VisitStatus, WorkKind
from frontdesk.models.repeat_repair import Repair, within
from frontdesk.models.statutory import RepairSpell, Tripwire, Watch, in_period, watch
from frontdesk.models.vehicle import Vehicle
from frontdesk.models.visit import Visit, VisitItem
from frontdesk.models.warranty import By, Limit, cover_of, limit_of
from frontdesk.services.desk import Desk
from frontdesk.services.intake.history import CarHistory
from frontdesk.services.intake.views import EarlierRepair, Notice, Weight

_DONE = (VisitStatus.READY, VisitStatus.HANDED_OVER)
_REPAIRING = (WorkKind.REPAIR, WorkKind.WARRANTY)
_JUST_OVER = timedelta(days=180)
"""A warranty that ended longer ago is no news to anyone."""

_TRIPPED = {
    Tripwire.SAFETY: ("watch.statutory_safety", "watch.statutory_safety_over"),
    Tripwire.REPAIRS: ("watch.statutory_repairs", "watch.statutory_repairs_over"),
    Tripwire.DAYS: ("watch.statutory_days", "watch.statutory_days_over"),
}
"""What is said shortly before a limit, and past it."""

# A repair of the car itself: not declined, and not what an accident made necessary.
_REPAIRS = (
    select(
        Visit.id,
        Visit.number,
        Visit.arrived_at,
        Visit.ready_at,
        Visit.handed_over_at,
        Visit.handed_over_on,
        Visit.arrived_on,
        Visit.mileage_km,
        Visit.defect,
        Visit.safety_fault,
        Visit.words,
    )
    .where(
        Visit.vehicle_id == bindparam("car"),
        Visit.status.in_(_DONE),
        Visit.arrived_at.is_not(None),
        exists().where(
            VisitItem.visit_id == Visit.id,
            VisitItem.kind.in_(_REPAIRING),
            VisitItem.payer != Payer.INSURANCE,
            VisitItem.declined_why.is_(None),
        ),
    )
    .order_by(Visit.arrived_on.desc(), Visit.arrived_at.desc())
)
_CAR = select(
    Vehicle.purchased_on,
    Vehicle.use,
    Vehicle.warranty_ends_on,
    Vehicle.warranty_months,
    Vehicle.warranty_km,
).where(Vehicle.id == bindparam("car"))


@dataclass(frozen=True, slots=True)
class Done:
    """A repair that was done, as all watchmen need it."""

    number: str
    words: str
    repair: Repair
    spell: RepairSpell


def repairs_of(session: Session, vehicle_id: str) -> tuple[Done, ...]:
    """The repairs of a car, the newest first; told by its workshop visits, whoever owned it."""
    rows = session.connection().execute(_REPAIRS, {"car": vehicle_id})
    return tuple(_done(row) for row in rows)


def notices(
    desk: Desk, session: Session, vehicle_id: str, past: CarHistory, repairs: tuple[Done, ...]
) -> Iterator[Notice]:
    """What warranty and 三包 say of this car today."""
    car = session.connection().execute(_CAR, {"car": vehicle_id}).one()
    limit = _limit(desk, car, past)
    if limit is not None:
        yield from _warranty(desk, limit)
    km = past.last.km if past.last else None
    if in_period(car.purchased_on, car.use, km, desk.today, desk.rules):
        for tripped in watch([done.spell for done in repairs], desk.rules):
            yield _statutory(tripped)


def repeatable(desk: Desk, repairs: tuple[Done, ...]) -> tuple[EarlierRepair, ...]:
    """Repairs that a visit today may be the repeat of, as far as the days go."""
    return tuple(
        EarlierRepair(
            visit_id=done.repair.visit_id,
            number=done.number,
            on=done.repair.on,
            km=done.repair.km,
            defect=done.repair.defect,
            words=done.words,
        )
        for done in repairs
        if within(done.repair, desk.today, None, desk.rules)
    )


def _done(row: Any) -> Done:
    until: datetime = row.ready_at or row.handed_over_at or row.arrived_at
    on: date = row.handed_over_on or row.arrived_on or until.date()
    defect: DefectArea | None = row.defect
    return Done(
        number=row.number,
        words=row.words or "",
        repair=Repair(row.id, on, row.mileage_km, defect),
        spell=RepairSpell(row.arrived_at, until, defect, row.safety_fault),
    )


def _limit(desk: Desk, car: Any, past: CarHistory) -> Limit | None:
    cover = cover_of(
        car.purchased_on, car.warranty_ends_on, car.warranty_months, car.warranty_km, desk.rules
    )
    return limit_of(cover, past.last, past.daily_km(desk.rules), desk.today)


def _warranty(desk: Desk, limit: Limit) -> Iterator[Notice]:
    km = f"{limit.km:,}"
    if limit.over:
        if desk.today - limit.on <= _JUST_OVER:
            yield Notice(Weight.KNOW, UserError("watch.warranty_over", on=limit.on, km=km))
    elif limit.on <= desk.today + timedelta(days=desk.rules.warranty_notice_days):
        by_date = limit.by is By.DATE
        code = "watch.warranty_ends" if by_date else "watch.warranty_km_near"
        yield Notice(Weight.CARE, UserError(code, on=limit.on, km=km))


def _statutory(tripped: Watch) -> Notice:
    near, over = _TRIPPED[tripped.wire]
    said = UserError(
        over if tripped.over else near,
        count=tripped.count,
        limit=tripped.limit,
        defect=tripped.defect or "",
    )
    return Notice(Weight.URGENT if tripped.over else Weight.CARE, said)
