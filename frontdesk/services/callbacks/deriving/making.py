"""Makes the calls that a statement says are owed and that are not there yet, all at once."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    Insert,
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

from frontdesk.models.callback import Callback
from frontdesk.models.callback_rules import CALLERS
from frontdesk.models.customer import Customer
from frontdesk.models.due_rules import OWNERS_OWN
from frontdesk.models.enums import CallbackKind, CallbackStatus
from frontdesk.models.journal import NumberSequence
from frontdesk.models.staff import StaffMember, StaffRole
from frontdesk.services.callbacks.deriving.owed import OWED, Owed, statement
from frontdesk.services.callbacks.falls_due import NUMBER_PREFIX, script_version
from frontdesk.services.desk import UnitOfWork
from frontdesk.store.functions import fresh_id, padded

_CALL = Callback.__table__.c


def make(work: UnitOfWork, what: Owed) -> int:
    """Make the calls of ``what`` that nobody has made yet; returns how many.

    Who wants no calls gets none. A routine, first-maintenance or thanking call goes to who sold
    the car or received the customer; the others are shared out.
    """
    kind = what.kind
    year, last = _last_number(work)
    made = work.session.connection().execute(
        _making(kind, what.scoped, what.sampled),
        what.given
        | {
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
def _making(kind: CallbackKind, scoped: bool, sampled: bool) -> Insert:
    """Built once: to build and compile it takes longer than to run it for a day."""
    row = statement(kind, scoped, sampled).subquery("owed")
    own = row.c.served_by.in_(bindparam("eligible", expanding=True))
    since = bindparam("now", type_=_CALL.assigned_at.type)
    there = exists().where(
        Callback.__table__.c.kind == kind, Callback.__table__.c.occasion == row.c.occasion
    )
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
        .where(type_coerce(Customer.__table__.c.do_not_call, Text()) == "0", ~there)
    )
    return insert(Callback).from_select(list(filled), wanted, include_defaults=False)


def _last_number(work: UnitOfWork) -> tuple[int, int]:
    """The desk's year and the last number given in it."""
    year = work.today.year
    last = select(NumberSequence.last).where(
        NumberSequence.prefix == NUMBER_PREFIX, NumberSequence.year == year
    )
    return year, work.session.scalar(last) or 0


def _stamp(now: datetime) -> str:
    return f"{int(now.timestamp() * 1000):012x}"
