"""Makes the calls that are owed and not there yet."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Text, bindparam, case, exists, func, insert, null, select, type_coerce

from frontdesk.models.call_kinds import OWNERS_OWN, goes_to_owner
from frontdesk.models.callback import Callback
from frontdesk.models.enums import CallbackKind, CallbackStatus
from frontdesk.models.journal import NumberSequence
from frontdesk.models.staff import StaffMember, StaffRole
from frontdesk.services.callbacks.deriving.owed import Missing
from frontdesk.services.callbacks.falls_due import NUMBER_PREFIX, script_versions
from frontdesk.services.desk import Change, UnitOfWork
from frontdesk.store.functions import fresh_id, padded, told_rows

_CALL = Callback.__table__.c
_KINDS = tuple(CallbackKind)
_MAKERS = (
    select(StaffRole.staff_id, StaffRole.role)
    .join(StaffMember, StaffMember.id == StaffRole.staff_id)
    .where(StaffMember.active.is_(True))
)
_LAST = select(NumberSequence.last).where(
    NumberSequence.prefix == NUMBER_PREFIX, NumberSequence.year == bindparam("in_year")
)


def make(work: UnitOfWork, some: Sequence[Missing]) -> dict[CallbackKind, int]:
    """Make these calls where they are still missing; returns how many of each kind.

    A routine, first-maintenance or thanking call goes to who sold the car or received the
    customer, where they hold the role set for it; the others are shared out. Whether the customer
    may be called was asked when they were found: whoever changed it since, an entry tells of it.
    """
    if not some:
        return {}
    connection = work.session.connection()
    year = work.today.year
    versions = script_versions(work.session, {one.kind for one in some})
    owners = _own_callers(work)
    rows = [
        (*one, versions[one.kind], one.served_by if one.served_by in owners[one.kind] else None)
        for one in some
    ]
    made: Counter[str] = Counter(
        connection.execute(
            _making(),
            {
                "owed": json.dumps(rows),
                "stamp": _stamp(work.now),
                "prefix": f"{NUMBER_PREFIX}-{year}-",
                "last": connection.scalar(_LAST, {"in_year": year}) or 0,
                "now": work.now,
            },
        )
        .scalars()
        .all()
    )
    if not made:
        return {}
    work.numbers(NUMBER_PREFIX, made.total())
    work.changed(Change.CALLBACKS)
    return {kind: made[kind] for kind in _KINDS if made[kind]}


def _own_callers(work: UnitOfWork) -> Mapping[CallbackKind, set[str]]:
    """By kind of which calls go to their owners: the active staff who make such calls."""
    found: defaultdict[CallbackKind, set[str]] = defaultdict(set)
    for staff_id, role in work.session.connection().execute(_MAKERS).all():
        for kind in OWNERS_OWN:
            if goes_to_owner(kind, (role,), work.desk.rules):
                found[kind].add(staff_id)
    return found


@cache
def _making() -> Any:
    row = told_rows("owed", *Missing._fields, "script_version", "owner")
    since = bindparam("now", type_=_CALL.assigned_at.type)
    nth = func.row_number().over(order_by=(row.c.due_from, row.c.kind, row.c.occasion))
    filled: dict[str, Any] = {
        "id": fresh_id(bindparam("stamp", type_=Text())),
        "version": type_coerce(1, _CALL.version.type),
        "number": bindparam("prefix", type_=Text()).concat(padded(bindparam("last") + nth)),
        **{name: row.c[name] for name in Missing._fields},
        "assigned_to": row.c.owner,
        "assigned_at": case((row.c.owner.is_not(None), since), else_=null()),
        "status": type_coerce(CallbackStatus.DUE, _CALL.status.type),
        "script_key": row.c.kind,
        "script_version": row.c.script_version,
        "created_at": since,
    }
    there = exists().where(
        type_coerce(_CALL.kind, Text()) == row.c.kind, _CALL.occasion == row.c.occasion
    )
    wanted = select(*(value.label(name) for name, value in filled.items())).where(~there)
    return (
        insert(Callback)
        .from_select(list(filled), wanted, include_defaults=False)
        .returning(type_coerce(_CALL.kind, Text()))
    )


def _stamp(now: datetime) -> str:
    return f"{int(now.timestamp() * 1000):012x}"
