"""Withdraws what is not owed any more, brings back what is again, moves what has other days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, Text, bindparam, func, select, type_coerce, update

from frontdesk.models import due_rules
from frontdesk.models.callback import Callback
from frontdesk.models.callback_rules import OPEN_STATUSES
from frontdesk.models.due_rules import Window, Withdrawn
from frontdesk.models.enums import CallbackKind, CallbackStatus
from frontdesk.models.rules import Rules
from frontdesk.models.vehicle import Vehicle
from frontdesk.models.visit import Visit
from frontdesk.services.callbacks.deriving.look import Look
from frontdesk.services.callbacks.deriving.one_by_one import Moved
from frontdesk.services.callbacks.deriving.standing import (
    grounds_given,
    not_owed,
    of_kinds,
    with_grounds,
)
from frontdesk.services.desk import UnitOfWork
from frontdesk.store.functions import handed_in

_CALL = Callback.__table__.c
_WINDOWS = {
    CallbackKind.AFTER_SERVICE: due_rules.after_hand_over,
    CallbackKind.NEW_CUSTOMER_THANKS: due_rules.thanks,
    CallbackKind.RETURNED_CUSTOMER: due_rules.after_hand_over,
    CallbackKind.NEW_CAR: due_rules.after_delivery,
}
_OF_VISIT = tuple(kind for kind in _WINDOWS if kind is not CallbackKind.NEW_CAR)
_OF_CAR = (CallbackKind.NEW_CAR, CallbackKind.NEW_CAR_ROUTINE)


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """How many calls were ended, and whose were not because somebody speaks in them now."""

    count: int = 0
    held: tuple[str, ...] = ()


def withdraw(work: UnitOfWork, look: Look) -> Withdrawal:
    """End the open calls that are not owed any more, but for those somebody speaks in now."""
    held_since = work.now - timedelta(minutes=look.rules.call_hold_minutes)
    found = _rows(work, _no_longer_owed(look.scoped), look, grounds_given(look.today, look.rules))
    held = {row.id for row in found if row.started_at and row.started_at >= held_since}
    rows = [row for row in found if row.id not in held]
    spoken_to = tuple(sorted({row.customer_id for row in found if row.id in held}))
    if not rows:
        return Withdrawal(0, spoken_to)
    values = {
        "status": bindparam("ends", type_=_CALL.status.type),
        "withdrawn_why": bindparam("because"),
        "next_try_at": None,
        "started_at": None,
        "closed_at": work.now,
        "closed_on": work.today,
    }
    _write(
        work,
        values,
        [{"call": row.id, "because": row.why, "ends": _ended(row.why)} for row in rows],
    )
    told = ((row.id, {"number": row.number, "why": row.why}) for row in rows)
    work.audit_many("callback.withdraw", "callback", told)
    return Withdrawal(len(rows), spoken_to)


def bring_back(work: UnitOfWork, look: Look) -> int:
    """Open the calls that were withdrawn for a reason that has gone, while they still matter."""
    oldest = look.today - timedelta(days=look.rules.late_hand_over_days)
    given = grounds_given(look.today, look.rules) | {"oldest": oldest}
    rows = _rows(work, _owed_again(look.scoped), look, given)
    if not rows:
        return 0
    values = {
        "status": CallbackStatus.DUE,
        "withdrawn_why": None,
        "closed_at": None,
        "closed_on": None,
        "closed_by": None,
    }
    _write(work, values, [{"call": row.id} for row in rows])
    told = ((row.id, {"number": row.number}) for row in rows)
    work.audit_many("callback.reopen", "callback", told)
    return len(rows)


def move(work: UnitOfWork, look: Look, more: Iterable[Moved]) -> int:
    """Give open calls the days of their event as it is told now: a date may have been corrected."""
    moved = [*_moved(work, look, _OF_VISIT), *_moved(work, look, _OF_CAR), *more]
    if not moved:
        return 0
    values = {
        "due_from": bindparam("first", type_=_CALL.due_from.type),
        "due_until": bindparam("until", type_=_CALL.due_until.type),
    }
    days = [{"call": one.id, "first": one.window.first, "until": one.window.last} for one in moved]
    _write(work, values, days)
    told: Iterator[tuple[str, dict[str, object]]] = (
        (one.id, {"from": one.window.first.isoformat(), "to": one.window.last.isoformat()})
        for one in moved
    )
    work.audit_many("callback.move", "callback", told)
    return len(moved)


@cache
def _no_longer_owed(scoped: bool) -> Select[Any]:
    found: Any = select(
        Callback.id,
        Callback.number,
        Callback.customer_id,
        Callback.started_at,
        not_owed().label("why"),
    )
    # Told once for each call: the engine would ask a plain subquery twice.
    weighed = _open(with_grounds(found), scoped).cte("weighed").prefix_with("MATERIALIZED")
    told: Select[Any] = select(weighed).where(weighed.c.why.is_not(None))
    return told


@cache
def _owed_again(scoped: bool) -> Select[Any]:
    found: Any = select(Callback.id, Callback.number)
    withdrawn = (CallbackStatus.WITHDRAWN, CallbackStatus.DO_NOT_CALL)
    return _in_state(with_grounds(found), withdrawn, scoped).where(
        Callback.due_until >= bindparam("oldest", type_=_CALL.due_until.type),
        Callback.withdrawn_why.in_([why.value for why in Withdrawn]),
        not_owed().is_(None),
    )


@cache
def _told_days(kinds: tuple[CallbackKind, ...], scoped: bool) -> Select[Any]:
    """The open calls of these kinds with the day of their event, as texts."""
    day = type_coerce(_day_of(kinds), Text())
    due_from = type_coerce(Callback.due_from, Text())
    kind = type_coerce(Callback.kind, Text())
    found: Any = select(Callback.id, kind, Callback.stage, day.label("day"), due_from)
    joined = (
        found.join(Visit, Visit.id == Callback.visit_id)
        if kinds == _OF_VISIT
        else found.join(Vehicle, Vehicle.id == Callback.vehicle_id)
    )
    return _open(joined, scoped).where(of_kinds(kinds), day.is_not(None))


def _open(found: Select[Any], scoped: bool) -> Select[Any]:
    return _in_state(found, OPEN_STATUSES, scoped)


def _in_state(found: Select[Any], states: Sequence[CallbackStatus], scoped: bool) -> Select[Any]:
    """In one of these states; of some customers asked for so that the engine goes by them."""
    if not scoped:
        return found.where(Callback.status.in_(states))
    bare = func.coalesce(type_coerce(_CALL.status, Text()), "")
    return found.where(
        Callback.customer_id.in_(handed_in("weighed_of")),
        bare.in_([state.value for state in states]),
    )


def _moved(work: UnitOfWork, look: Look, kinds: tuple[CallbackKind, ...]) -> Iterator[Moved]:
    """The calls whose event has another day now."""
    windows: dict[tuple[str, str | None, str], Window | None] = {}
    for row in _rows(work, _told_days(kinds, look.scoped), look, {}):
        call, kind, stage, on, due_from = tuple(row)
        told = (kind, stage, on)
        if told not in windows:
            day = date.fromisoformat(on)
            windows[told] = _window(CallbackKind(kind), stage, day, look.rules)
        window = windows[told]
        if window is not None and window.first.isoformat() != due_from:
            yield Moved(call, window)


def _day_of(kinds: tuple[CallbackKind, ...]) -> Any:
    return Visit.handed_over_on if kinds == _OF_VISIT else Vehicle.delivered_on


def _window(kind: CallbackKind, stage: str | None, day: date, rules: Rules) -> Window | None:
    if kind is CallbackKind.NEW_CAR_ROUTINE:
        stages = {each.key: each.window for each in due_rules.routine_stages(day, rules)}
        return stages.get(stage or "")
    return _WINDOWS[kind](day, rules)


def _ended(why: str) -> CallbackStatus:
    if why == Withdrawn.DO_NOT_CALL:
        return CallbackStatus.DO_NOT_CALL
    return CallbackStatus.WITHDRAWN


def _write(work: UnitOfWork, values: dict[str, Any], given: Sequence[dict[str, Any]]) -> None:
    """One statement over the calls named; whoever has one open hears of it by its version."""
    work.session.connection().execute(
        update(Callback)
        .where(_CALL.id == bindparam("call"))
        .values(version=_CALL.version + 1, **values),
        given,
    )


def _rows(
    work: UnitOfWork, statement: Select[Any], look: Look, given: dict[str, Any]
) -> list[Row[Any]]:
    if look.scoped:
        given = given | {"weighed_of": look.weighed}
    return list(work.session.execute(statement, given))
