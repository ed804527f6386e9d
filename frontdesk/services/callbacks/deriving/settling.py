"""Withdraws what is not owed any more, brings back what is again, moves what has other days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, bindparam, or_, select, update

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

_CALL = Callback.__table__.c
_WINDOWS = {
    CallbackKind.AFTER_SERVICE: due_rules.after_hand_over,
    CallbackKind.NEW_CUSTOMER_THANKS: due_rules.thanks,
    CallbackKind.RETURNED_CUSTOMER: due_rules.after_hand_over,
    CallbackKind.NEW_CAR: due_rules.after_delivery,
}
_OF_VISIT = tuple(kind for kind in _WINDOWS if kind is not CallbackKind.NEW_CAR)
_OF_CAR = (CallbackKind.NEW_CAR, CallbackKind.NEW_CAR_ROUTINE)


def withdraw(work: UnitOfWork, look: Look) -> int:
    """End the open calls that are not owed any more, but for those somebody speaks in now."""
    held_since = work.now - timedelta(minutes=look.rules.call_hold_minutes)
    given = grounds_given(look.today, look.rules) | {"held_since": held_since}
    rows = _rows(work, _no_longer_owed(), look, given)
    if not rows:
        return 0
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
    return len(rows)


def bring_back(work: UnitOfWork, look: Look) -> int:
    """Open the calls that were withdrawn for a reason that has gone, while they still matter."""
    oldest = look.today - timedelta(days=look.rules.late_hand_over_days)
    given = grounds_given(look.today, look.rules) | {"oldest": oldest}
    rows = _rows(work, _owed_again(), look, given)
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
def _no_longer_owed() -> Select[Any]:
    why = not_owed()
    found: Any = select(Callback.id, Callback.number, why.label("why"))
    return with_grounds(found).where(
        Callback.status.in_(OPEN_STATUSES),
        or_(
            Callback.started_at.is_(None),
            Callback.started_at < bindparam("held_since", type_=_CALL.started_at.type),
        ),
        why.is_not(None),
    )


@cache
def _owed_again() -> Select[Any]:
    found: Any = select(Callback.id, Callback.number)
    return with_grounds(found).where(
        Callback.status.in_((CallbackStatus.WITHDRAWN, CallbackStatus.DO_NOT_CALL)),
        Callback.due_until >= bindparam("oldest", type_=_CALL.due_until.type),
        Callback.withdrawn_why.in_([why.value for why in Withdrawn]),
        not_owed().is_(None),
    )


@cache
def _told_days(kinds: tuple[CallbackKind, ...]) -> Select[Any]:
    """Of the open calls of these kinds: which event days there are, and the first day each gave."""
    day = _day_of(kinds)
    found: Any = select(Callback.kind, Callback.stage, day.label("day"), Callback.due_from)
    joined = (
        found.join(Visit, Visit.id == Callback.visit_id)
        if kinds == _OF_VISIT
        else found.join(Vehicle, Vehicle.id == Callback.vehicle_id)
    )
    told: Select[Any] = joined.where(
        Callback.status.in_(OPEN_STATUSES), of_kinds(kinds), day.is_not(None)
    ).distinct()
    return told


def _moved(work: UnitOfWork, look: Look, kinds: tuple[CallbackKind, ...]) -> Iterator[Moved]:
    """The calls of the days that would give others now."""
    told = _told_days(kinds)
    for row in _rows(work, told, look, {}):
        kind, stage, on, due_from = tuple(row)
        window = _window(kind, stage, on, look.rules)
        if window is None or window.first == due_from:
            continue
        calls = told.with_only_columns(Callback.id).where(
            Callback.kind == kind,
            Callback.stage.is_(None) if stage is None else Callback.stage == stage,
            _day_of(kinds) == on,
            Callback.due_from == due_from,
        )
        for call in _rows(work, calls, look, {}):
            yield Moved(call.id, window)


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
        statement = statement.where(Callback.customer_id == look.customer_id)
    return list(work.session.execute(statement, given))
