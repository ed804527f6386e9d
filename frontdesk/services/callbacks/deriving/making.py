"""Finds the calls that are owed and not there yet, and makes them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Insert,
    Select,
    Text,
    bindparam,
    case,
    exists,
    func,
    insert,
    null,
    select,
    type_coerce,
)
from sqlalchemy.orm import Session

from frontdesk.models.callback import Callback
from frontdesk.models.callback_rules import CALLERS
from frontdesk.models.customer import Customer
from frontdesk.models.due_rules import OWNERS_OWN
from frontdesk.models.enums import CallbackKind, CallbackStatus
from frontdesk.models.journal import NumberSequence
from frontdesk.models.staff import StaffMember, StaffRole
from frontdesk.services.callbacks.deriving.owed import OWED, Owed, statement
from frontdesk.services.callbacks.falls_due import NUMBER_PREFIX, script_version
from frontdesk.services.desk import Change, UnitOfWork
from frontdesk.store.functions import fresh_id, padded, told_rows

_CALL = Callback.__table__.c
_WHOSE = OWED.index("customer_id")


class Missing(NamedTuple):
    """A call that is owed and not there: its kind, and the columns of ``OWED`` as texts."""

    kind: CallbackKind
    row: tuple[str | None, ...]

    @property
    def customer_id(self) -> str:
        """Whose call it is."""
        return self.row[_WHOSE] or ""


def missing(session: Session, what: Owed) -> list[Missing]:
    """The calls of ``what`` that nobody has made yet; who wants no calls is owed none."""
    found = session.connection().execute(_looking(what.kind, what.scoped, what.sampled), what.given)
    return [Missing(what.kind, tuple(row)) for row in found]


def make(work: UnitOfWork, some: Sequence[Missing]) -> dict[CallbackKind, int]:
    """Make these calls where they are still missing; returns how many of each kind.

    A routine, first-maintenance or thanking call goes to who sold the car or received the
    customer; the others are shared out.
    """
    made: dict[CallbackKind, int] = {}
    for kind, each in groupby(some, key=attrgetter("kind")):
        count = _make(work, kind, [one.row for one in each])
        if count:
            made[kind] = made.get(kind, 0) + count
    if made:
        work.changed(Change.CALLBACKS)
    return made


def _make(work: UnitOfWork, kind: CallbackKind, rows: Sequence[tuple[str | None, ...]]) -> int:
    year, last = _last_number(work)
    made = work.session.connection().execute(
        _making(kind),
        {
            "owed": json.dumps(rows),
            "stamp": _stamp(work.now),
            "prefix": f"{NUMBER_PREFIX}-{year}-",
            "last": last,
            "now": work.now,
            "version": script_version(work.session, kind),
            "eligible": callers_of(work, kind) if kind in OWNERS_OWN else (),
        },
    )
    if made.rowcount:
        work.numbers(NUMBER_PREFIX, made.rowcount)
    return made.rowcount


def callers_of(work: UnitOfWork, kind: CallbackKind) -> tuple[str, ...]:
    """Ids of the active staff who make calls of ``kind``."""
    return tuple(
        work.session.scalars(
            select(StaffMember.id)
            .join(StaffRole, StaffRole.staff_id == StaffMember.id)
            .where(StaffMember.active.is_(True), StaffRole.role.in_(CALLERS[kind]))
            .distinct()
        )
    )


@cache
def _looking(kind: CallbackKind, scoped: bool, sampled: bool) -> Select[Any]:
    """Built once: to build and compile it takes longer than to run it for a day."""
    row = statement(kind, scoped, sampled).subquery("owed")
    return (
        select(*(row.c[name] for name in OWED))
        .select_from(row.join(Customer, Customer.id == row.c.customer_id))
        .where(_may_be_called(), ~_is_there(kind, row.c.occasion))
        .order_by(row.c.due_from, row.c.occasion)
    )


@cache
def _making(kind: CallbackKind) -> Insert:
    row = told_rows("owed", *OWED)
    own = row.c.served_by.in_(bindparam("eligible", expanding=True))
    since = bindparam("now", type_=_CALL.assigned_at.type)
    nth = func.row_number().over(order_by=(row.c.due_from, row.c.occasion))
    filled: dict[str, Any] = {
        "id": fresh_id(bindparam("stamp", type_=Text())),
        "version": type_coerce(1, _CALL.version.type),
        "number": bindparam("prefix", type_=Text()).concat(padded(bindparam("last") + nth)),
        "kind": type_coerce(kind, _CALL.kind.type),
        **{name: row.c[name] for name in OWED},
        "assigned_to": case((own, row.c.served_by), else_=null()),
        "assigned_at": case((own, since), else_=null()),
        "status": type_coerce(CallbackStatus.DUE, _CALL.status.type),
        "script_key": type_coerce(kind.value, Text()),
        "script_version": bindparam("version"),
        "created_at": since,
    }
    wanted = (
        select(*(value.label(name) for name, value in filled.items()))
        .select_from(row.join(Customer, Customer.id == row.c.customer_id))
        .where(_may_be_called(), ~_is_there(kind, row.c.occasion))
    )
    return insert(Callback).from_select(list(filled), wanted, include_defaults=False)


def _may_be_called() -> ColumnElement[bool]:
    return type_coerce(Customer.__table__.c.do_not_call, Text()) == "0"


def _is_there(kind: CallbackKind, occasion: Any) -> ColumnElement[bool]:
    return exists().where(_CALL.kind == kind, _CALL.occasion == occasion)


def _last_number(work: UnitOfWork) -> tuple[int, int]:
    """The desk's year and the last number given in it."""
    year = work.today.year
    last = select(NumberSequence.last).where(
        NumberSequence.prefix == NUMBER_PREFIX, NumberSequence.year == year
    )
    return year, work.session.scalar(last) or 0


def _stamp(now: datetime) -> str:
    return f"{int(now.timestamp() * 1000):012x}"
