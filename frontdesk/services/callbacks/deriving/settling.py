"""Withdraws what is not owed any more, brings back what is again, moves what has other days.

Each call only while it is as it was found: whoever changed it since, an entry tells of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import bindparam, select, update

from frontdesk.models.callback import Callback
from frontdesk.models.due_rules import Withdrawn
from frontdesk.models.enums import CallbackStatus
from frontdesk.services.callbacks.deriving.events import as_list
from frontdesk.services.callbacks.deriving.weighing import Found, Moved
from frontdesk.services.desk import Change, UnitOfWork
from frontdesk.store.functions import handed_in

_CALL = Callback.__table__.c
_VERSIONS = select(_CALL.id, _CALL.version).where(_CALL.id.in_(handed_in("ids")))
_Piece = TypeVar("_Piece", Found, Moved)


def withdraw(work: UnitOfWork, found: Sequence[Found]) -> int:
    """End these calls; returns how many."""
    values = {
        "status": bindparam("ends", type_=_CALL.status.type),
        "withdrawn_why": bindparam("because"),
        "next_try_at": None,
        "started_at": None,
        "closed_at": work.now,
        "closed_on": work.today,
    }
    same = _unchanged(work, found)
    ends = [{"call": one.id, "because": one.why, "ends": _ended(one.why)} for one in same]
    _write(work, values, ends)
    told: Iterator[tuple[str, dict[str, object]]] = (
        (one.id, {"number": one.number, "why": one.why}) for one in same
    )
    work.audit_many("callback.withdraw", "callback", told)
    return len(same)


def bring_back(work: UnitOfWork, found: Sequence[Found]) -> int:
    """Open these calls again; returns how many."""
    values = {
        "status": CallbackStatus.DUE,
        "withdrawn_why": None,
        "closed_at": None,
        "closed_on": None,
        "closed_by": None,
    }
    same = _unchanged(work, found)
    _write(work, values, [{"call": one.id} for one in same])
    told: Iterator[tuple[str, dict[str, object]]] = (
        (one.id, {"number": one.number}) for one in same
    )
    work.audit_many("callback.reopen", "callback", told)
    return len(same)


def move(work: UnitOfWork, found: Sequence[Moved]) -> int:
    """Give these calls their days; returns how many."""
    values = {
        "due_from": bindparam("first", type_=_CALL.due_from.type),
        "due_until": bindparam("until", type_=_CALL.due_until.type),
    }
    same = _unchanged(work, found)
    days = [{"call": one.id, "first": one.window.first, "until": one.window.last} for one in same]
    _write(work, values, days)
    told: Iterator[tuple[str, dict[str, object]]] = (
        (one.id, {"from": one.window.first.isoformat(), "to": one.window.last.isoformat()})
        for one in same
    )
    work.audit_many("callback.move", "callback", told)
    return len(same)


def _ended(why: str) -> CallbackStatus:
    if why == Withdrawn.DO_NOT_CALL:
        return CallbackStatus.DO_NOT_CALL
    return CallbackStatus.WITHDRAWN


def _unchanged(work: UnitOfWork, found: Sequence[_Piece]) -> list[_Piece]:
    """Those of them nobody has changed since they were found."""
    now = dict(work.session.execute(_VERSIONS, {"ids": as_list(one.id for one in found)}).all())
    return [one for one in found if now.get(one.id) == one.version]


def _write(work: UnitOfWork, values: dict[str, Any], given: Sequence[dict[str, Any]]) -> None:
    """One statement over the calls named; whoever has one open hears of it by its version."""
    if not given:
        return
    work.session.connection().execute(
        update(Callback)
        .where(_CALL.id == bindparam("call"))
        .values(version=_CALL.version + 1, **values),
        given,
    )
    work.changed(Change.CALLBACKS)
