"""What a car's earlier visits say about its mileage and its maintenance."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import ColumnElement, exists, select
from sqlalchemy.orm import Session

from frontdesk.models.enums import VisitStatus, WorkKind
from frontdesk.models.maintenance import Forecast, Reading, forecast, use_of
from frontdesk.models.rules import Rules
from frontdesk.models.vehicle import Vehicle
from frontdesk.models.visit import Visit, VisitItem


@dataclass(frozen=True, slots=True)
class CarHistory:
    """The two newest readings, the newest maintenance and the purchase of one car."""

    last: Reading | None
    previous: Reading | None
    maintained: Reading | None
    purchased_on: date | None

    def daily_km(self, rules: Rules) -> Decimal | None:
        """Plausible kilometres a day, or ``None``."""
        if self.last is None:
            return None
        return use_of(self.last, self.previous, self.purchased_on, rules)

    def forecast(self, rules: Rules) -> Forecast | None:
        """The next maintenance; ``None`` where neither maintenance nor purchase is known."""
        since = self.maintained
        if since is None and self.purchased_on is not None:
            since = Reading(self.purchased_on, 0)
        return None if since is None else forecast(since, self.daily_km(rules), rules)


def of_car(session: Session, vehicle_id: str, without: str = "") -> CarHistory:
    """The history of ``vehicle_id``, leaving out the visit ``without`` (the one under way)."""
    readings = _readings(session, vehicle_id, without, limit=2)
    car = session.execute(
        select(Vehicle.last_mileage_km, Vehicle.last_visit_on, Vehicle.purchased_on).where(
            Vehicle.id == vehicle_id
        )
    ).one()
    if not readings and car.last_mileage_km is not None and car.last_visit_on is not None:
        readings = [Reading(car.last_visit_on, car.last_mileage_km)]
    maintenance = exists().where(
        VisitItem.visit_id == Visit.id,
        VisitItem.kind == WorkKind.MAINTENANCE,
        VisitItem.declined_why.is_(None),
    )
    done = Visit.status == VisitStatus.HANDED_OVER
    maintained = _readings(session, vehicle_id, without, done, maintenance, limit=1)
    return CarHistory(
        last=readings[0] if readings else None,
        previous=readings[1] if len(readings) > 1 else None,
        maintained=maintained[0] if maintained else None,
        purchased_on=car.purchased_on,
    )


def _readings(
    session: Session, vehicle_id: str, without: str, *more: ColumnElement[bool], limit: int
) -> list[Reading]:
    """The newest readings of the car's visits that also meet ``more``."""
    rows = session.execute(
        select(Visit.arrived_on, Visit.mileage_km)
        .where(
            Visit.vehicle_id == vehicle_id,
            Visit.id != without,
            Visit.arrived_on.is_not(None),
            Visit.mileage_km.is_not(None),
            *more,
        )
        .order_by(Visit.arrived_on.desc(), Visit.arrived_at.desc())
        .limit(limit)
    )
    return [Reading(on, km) for on, km in rows if on is not None and km is not None]
