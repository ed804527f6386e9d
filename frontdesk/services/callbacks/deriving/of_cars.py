"""What deliveries owe: the new-car call, the routine of a new car, the call before maintenance."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Text, exists, or_, select, type_coerce
from sqlalchemy.orm import Session

from frontdesk.models import due_rules
from frontdesk.models.callback import Callback
from frontdesk.models.enums import CallbackKind
from frontdesk.models.vehicle import Vehicle
from frontdesk.services.callbacks.deriving.events import Sold, sold_on, sold_to
from frontdesk.services.callbacks.deriving.look import Look
from frontdesk.services.callbacks.deriving.new_cars import due_cars
from frontdesk.services.callbacks.deriving.owed import Missing, maintained
from frontdesk.store.functions import told_rows


class _Wanted(NamedTuple):
    """A call a car may owe; ``tail`` ends the occasion of a routine call."""

    car: str
    kind: CallbackKind
    tail: str
    first: str
    last: str


_Stage = tuple[str, tuple[str, str, str]]
_CALL = Callback.__table__.c
_ASKED = told_rows("asked", "nth", "car", "kind", "tail")
# Whether the call is there is asked before the visits of the car are looked through.
_NOT_THERE: Any = (
    select(_ASKED.c.nth, Vehicle.customer_id, Vehicle.sales_consultant_id)
    .select_from(_ASKED.join(Vehicle, Vehicle.id == _ASKED.c.car))
    .where(
        Vehicle.sold_here.is_(True),
        ~exists().where(
            type_coerce(_CALL.kind, Text()) == _ASKED.c.kind,
            _CALL.occasion
            == Vehicle.id.concat(":").concat(Vehicle.customer_id).concat(_ASKED.c.tail),
        ),
        or_(
            _ASKED.c.kind == CallbackKind.NEW_CAR.value,
            ~maintained(Vehicle.id, Vehicle.delivered_on),
        ),
    )
)


def missing_of_cars(session: Session, look: Look) -> list[Missing]:
    """The calls about new cars that are owed and not there."""
    wanted = sorted(_wanted(session, look))
    if not wanted:
        return []
    asked = json.dumps([(str(n), one.car, one.kind, one.tail) for n, one in enumerate(wanted)])
    rows = session.connection().execute(_NOT_THERE, {"asked": asked}).all()
    return [_call(wanted[int(nth)], customer, seller) for nth, customer, seller in rows]


def _call(wanted: _Wanted, customer_id: str, seller: str | None) -> Missing:
    return Missing(
        wanted.kind,
        f"{wanted.car}:{customer_id}{wanted.tail}",
        customer_id,
        wanted.first,
        wanted.last,
        served_by=seller,
        vehicle_id=wanted.car,
        stage=wanted.tail[1:] or None,
    )


def _wanted(session: Session, look: Look) -> set[_Wanted]:
    """By the day: of the look's customers all there is, of others what the days since brought."""
    delivered, stages = set(_delivery_days(look, look.today)), set(_stages(look, look.today))
    new, begun = delivered, stages
    theirs: list[Sold] = []
    if look.scoped:
        theirs = sold_to(session, look)
        new = delivered - set(_delivery_days(look, look.reached)) if look.reached else set()
        begun = stages - set(_stages(look, look.reached)) if look.reached else set()
    others = sold_on(session, new | {day for day, _ in begun})
    found = set(_routine(theirs, stages)) | set(_routine(others, begun))
    for cars, days in ((theirs, delivered), (others, new)):
        for car in cars:
            if car.on in days:
                window = due_rules.after_delivery(date.fromisoformat(car.on), look.rules)
                found.add(_of(car, CallbackKind.NEW_CAR, window.first, window.last))
    for car, window in due_cars(session, look, theirs):
        found.add(_of(car, CallbackKind.FIRST_MAINTENANCE, window.first, window.last))
    return found


def _of(car: Sold, kind: CallbackKind, first: date, last: date) -> _Wanted:
    return _Wanted(car.id, kind, "", first.isoformat(), last.isoformat())


def _delivery_days(look: Look, today: date) -> list[str]:
    """The days of delivery that are asked about on ``today``."""
    since = today - timedelta(days=look.rules.late_delivery_days)
    return [(since + timedelta(days=n)).isoformat() for n in range((today - since).days + 1)]


def _stages(look: Look, today: date) -> Iterator[_Stage]:
    """Each day of delivery with a stage whose time it is on ``today``: its window and its key."""
    for day, stage in due_rules.routine_due(today, look.rules):
        first, last = stage.window.first.isoformat(), stage.window.last.isoformat()
        yield day.isoformat(), (first, last, stage.key)


def _routine(cars: Iterable[Sold], stages: Iterable[_Stage]) -> Iterator[_Wanted]:
    by_day: defaultdict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for day, stage in stages:
        by_day[day].append(stage)
    for car in cars:
        for first, last, key in by_day.get(car.on, ()):
            yield _Wanted(car.id, CallbackKind.NEW_CAR_ROUTINE, f":{key}", first, last)
