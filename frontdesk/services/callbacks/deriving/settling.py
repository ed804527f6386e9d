"""Withdraws what is not owed any more, brings back what is again, moves what has other days.

Each call only while it is as it was found: whoever changed it since, an entry tells of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Text, bindparam, null, type_coerce, update

from frontdesk.models.callback import Callback
from frontdesk.models.due_rules import Withdrawn
from frontdesk.models.enums import CallbackStatus
from frontdesk.services.callbacks.deriving.weighing import Found, Moved
from frontdesk.services.desk import Change, UnitOfWork
from frontdesk.store.functions import told_rows

_CALL = Callback.__table__.c
_Piece = TypeVar("_Piece", Found, Moved)


def withdraw(work: UnitOfWork, found: Sequence[Found]) -> int:
    """End these calls; returns how many."""
    told = [(one.id, one.version, _ended(one.why), one.why) for one in found]
    written = _write(work, found, _withdrawing(), told, now=work.now, today=work.today)
    work.audit_many(
        "callback.withdraw",
        "callback",
        ((one.id, {"number": one.number, "why": one.why}) for one in written),
    )
    return len(written)


def bring_back(work: UnitOfWork, found: Sequence[Found]) -> int:
    """Open these calls again; returns how many."""
    told = [(one.id, one.version) for one in found]
    written = _write(work, found, _bringing_back(), told)
    work.audit_many(
        "callback.reopen", "callback", ((one.id, {"number": one.number}) for one in written)
    )
    return len(written)


def move(work: UnitOfWork, found: Sequence[Moved]) -> int:
    """Give these calls their days; returns how many."""
    days = {one.id: (one.window.first.isoformat(), one.window.last.isoformat()) for one in found}
    told = [(one.id, one.version, *days[one.id]) for one in found]
    written = _write(work, found, _moving(), told)
    work.audit_many(
        "callback.move",
        "callback",
        ((one.id, {"from": days[one.id][0], "to": days[one.id][1]}) for one in written),
    )
    return len(written)


def _ended(why: str) -> CallbackStatus:
    if why == Withdrawn.DO_NOT_CALL:
        return CallbackStatus.DO_NOT_CALL
    return CallbackStatus.WITHDRAWN


def _write(
    work: UnitOfWork,
    found: Sequence[_Piece],
    change: Any,
    told: Iterable[tuple[object, ...]],
    **given: object,
) -> list[_Piece]:
    """Those of them nobody had changed since; whoever has one open hears of it by its version."""
    if not found:
        return []
    rows = work.session.connection().execute(change, {"told": json.dumps(list(told))} | given)
    written = set(rows.scalars())
    if written:
        work.changed(Change.CALLBACKS)
    return [one for one in found if one.id in written]


@cache
def _withdrawing() -> Any:
    return _changing(
        "ends",
        "because",
        next_try_at=null(),
        started_at=null(),
        closed_at=bindparam("now", type_=_CALL.closed_at.type),
        closed_on=bindparam("today", type_=_CALL.closed_on.type),
        status="ends",
        withdrawn_why="because",
    )


@cache
def _bringing_back() -> Any:
    return _changing(
        status=type_coerce(CallbackStatus.DUE, _CALL.status.type),
        withdrawn_why=null(),
        closed_at=null(),
        closed_on=null(),
        closed_by=null(),
    )


@cache
def _moving() -> Any:
    return _changing("first", "last", due_from="first", due_until="last")


def _changing(*more: str, **values: Any) -> Any:
    """One statement over the calls told, each with its version; a text names a column told."""
    told = told_rows("told", "call", "found", *more)
    set_to = {
        name: told.c[value] if isinstance(value, str) and value in more else value
        for name, value in values.items()
    }
    return (
        update(Callback.__table__)  # type: ignore[arg-type]
        .where(_CALL.id == told.c.call, type_coerce(_CALL.version, Text()) == told.c.found)
        .values(version=_CALL.version + 1, **set_to)
        .returning(_CALL.id)
    )
