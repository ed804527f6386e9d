"""Weighs the calls there are: which are not owed any more, which are again, which have other days.

One statement reads each call once, with what it springs from.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import Enum, auto
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, Text, and_, bindparam, case, or_, select
from sqlalchemy.orm import Session
from sqlalchemy.sql import type_coerce

from frontdesk.models import due_rules
from frontdesk.models.callback import Callback
from frontdesk.models.callback_rules import OPEN_STATUSES
from frontdesk.models.due_rules import Window, Withdrawn
from frontdesk.models.enums import CallbackKind, CallbackStatus
from frontdesk.models.rules import Rules
from frontdesk.models.vehicle import Vehicle
from frontdesk.models.visit import Visit
from frontdesk.services.callbacks.deriving.look import Look
from frontdesk.services.callbacks.deriving.standing import (
    grounds_given,
    not_owed,
    of_kinds,
    with_grounds,
)
from frontdesk.store.functions import as_list, handed_in, unsought

_CALL = Callback.__table__.c
_WINDOWS = {
    CallbackKind.AFTER_SERVICE: due_rules.after_hand_over,
    CallbackKind.NEW_CUSTOMER_THANKS: due_rules.thanks,
    CallbackKind.RETURNED_CUSTOMER: due_rules.returned,
    CallbackKind.NEW_CAR: due_rules.after_delivery,
}
_OF_VISIT = tuple(kind for kind in _WINDOWS if kind is not CallbackKind.NEW_CAR)
_OF_CAR = (CallbackKind.NEW_CAR, CallbackKind.NEW_CAR_ROUTINE)
_ENDED = (CallbackStatus.WITHDRAWN, CallbackStatus.DO_NOT_CALL)


class _Of(Enum):
    """Which calls are weighed."""

    EVERYBODY = auto()
    CUSTOMERS = auto()
    CALLS = auto()


@dataclass(frozen=True, slots=True)
class Found:
    """A call as it was found; it is changed only while it still has this ``version``."""

    id: str
    version: int
    customer_id: str
    number: str
    why: str = ""
    """Why it is not owed any more: a ``Withdrawn``."""


@dataclass(frozen=True, slots=True)
class Moved:
    """An open call whose days are no longer those it was made with."""

    id: str
    version: int
    customer_id: str
    window: Window


@dataclass(slots=True)
class Weighed:
    """What came of it. ``moved`` holds also those that are owed again, as they are then.

    ``held``: whose call is not owed any more but stays open, for somebody speaks in it now.
    """

    ended: list[Found] = field(default_factory=list)
    again: list[Found] = field(default_factory=list)
    moved: list[Moved] = field(default_factory=list)
    held: set[str] = field(default_factory=set)
    maintenance: list[str] = field(default_factory=list)
    """The first-maintenance calls that are open then: their day hangs on more than one event."""


def weigh(session: Session, look: Look, now: datetime) -> Weighed:
    """The calls of whom ``look`` looks at: those open, and those withdrawn that still matter."""
    held_since = now - timedelta(minutes=look.rules.call_hold_minutes)
    days = _Days(look.rules)
    found = Weighed()
    for row in _rows(session, look):
        if row.is_open and row.why is not None:
            if row.started_at and row.started_at >= held_since:
                found.held.add(row.customer_id)
            else:
                found.ended.append(_found(row))
        elif row.why is None:
            if not row.is_open:
                found.again.append(_found(row))
            if row.kind == CallbackKind.FIRST_MAINTENANCE:
                found.maintenance.append(row.id)
            window = days.of(row)
            if window is not None and window.first.isoformat() != row.due_from:
                version = row.version if row.is_open else row.version + 1
                found.moved.append(Moved(row.id, version, row.customer_id, window))
    return found


class _Days:
    """On which days a call is to be made; told once for each kind, stage and day."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._told: dict[tuple[str, str | None, str], Window | None] = {}

    def of(self, row: Row[Any]) -> Window | None:
        """``None`` for a call whose days hang on no event."""
        if row.day is None:
            return None
        told = (row.kind, row.stage, row.day)
        if told not in self._told:
            day = date.fromisoformat(row.day)
            self._told[told] = _window(CallbackKind(row.kind), row.stage, day, self._rules)
        return self._told[told]


def _found(row: Row[Any]) -> Found:
    return Found(row.id, row.version, row.customer_id, row.number, row.why or "")


def _rows(session: Session, look: Look) -> Iterator[Row[Any]]:
    oldest = look.today - timedelta(days=look.rules.late_hand_over_days)
    given = grounds_given(look.today, look.rules) | {"oldest": oldest.isoformat()}
    run = session.connection().execute
    if not look.scoped:
        yield from run(_weighing(_Of.EVERYBODY), given).all()
        return
    told = run(_weighing(_Of.CUSTOMERS), given | {"ids": look.weighed}).all()
    yield from told
    if look.calls:
        single = as_list({*look.calls} - {row.id for row in told})
        yield from run(_weighing(_Of.CALLS), given | {"ids": single}).all()


@cache
def _weighing(of: _Of) -> Select[Any]:
    is_open = unsought(_CALL.status).in_([each.value for each in OPEN_STATUSES])
    day = case(
        (of_kinds(_OF_VISIT), type_coerce(Visit.handed_over_on, Text())),
        (of_kinds(_OF_CAR), type_coerce(Vehicle.delivered_on, Text())),
        else_=None,
    )
    found: Any = select(
        _CALL.id,
        _CALL.version,
        _CALL.customer_id,
        _CALL.number,
        type_coerce(_CALL.kind, Text()).label("kind"),
        _CALL.stage,
        is_open.label("is_open"),
        _CALL.started_at,
        type_coerce(_CALL.due_from, Text()).label("due_from"),
        day.label("day"),
        not_owed().label("why"),
    )
    late_enough = and_(
        type_coerce(_CALL.due_until, Text()) >= bindparam("oldest", type_=Text()),
        _CALL.withdrawn_why.in_([why.value for why in Withdrawn]),
    )
    if of is _Of.EVERYBODY:
        wanted = or_(_CALL.status.in_(OPEN_STATUSES), and_(_CALL.status.in_(_ENDED), late_enough))
    else:
        was = unsought(_CALL.status).in_([each.value for each in _ENDED])
        whose = _CALL.id if of is _Of.CALLS else _CALL.customer_id
        wanted = and_(whose.in_(handed_in("ids")), or_(is_open, and_(was, late_enough)))
    told: Select[Any] = with_grounds(found).where(wanted)
    return told


def _window(kind: CallbackKind, stage: str | None, day: date, rules: Rules) -> Window | None:
    if kind is CallbackKind.NEW_CAR_ROUTINE:
        stages = {each.key: each.window for each in due_rules.routine_stages(day, rules)}
        return stages.get(stage or "")
    return _WINDOWS[kind](day, rules)
