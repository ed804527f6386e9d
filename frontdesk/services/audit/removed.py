"""What the trail may still say of a person who was removed: that something was done, no content.

An entry cannot be changed without breaking the chain. So who did what and when stays, with the
number of the file; the details are neither shown, printed nor exported, and nobody finds an entry
by them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, union_all
from sqlalchemy.orm import Session

from frontdesk.models.callback import Callback
from frontdesk.models.change_set import ChangeSet
from frontdesk.models.complaint import Complaint
from frontdesk.models.customer import Customer
from frontdesk.models.enums import ChangeSetKind
from frontdesk.models.journal import AuditEntry
from frontdesk.models.vehicle import Vehicle
from frontdesk.models.visit import Visit

_CHUNK = 500
_HANDED_ON = "vehicle.take_over"
"""Tells of the owner before, whose the car is no longer."""
_QUESTIONS = ("audit.view", "audit.export")
"""What was asked of the trail: words somebody typed, about whomever."""
_BEFORE = func.json_extract(AuditEntry.detail, "$.before.customer_id")
_GONE = func.json_extract(ChangeSet.told, "$.goes_id")


def is_sought() -> ColumnElement[bool]:
    """Whether the details of an entry may be what finds it."""
    ids = union_all(*(each for _, each in _records())).subquery()
    of_one = AuditEntry.subject_id.in_(select(ids.c.id))
    customers = select(Customer.id).where(Customer.erased_at.is_not(None))
    handed_on = and_(AuditEntry.action == _HANDED_ON, _BEFORE.in_(customers))
    return ~or_(of_one, handed_on, AuditEntry.action.in_(_QUESTIONS))


def hidden(session: Session, entries: Iterable[Any]) -> set[int]:
    """The numbers of those ``entries`` whose details tell of a person who was removed."""
    about: dict[str, set[int]] = {}
    for row in entries:
        about.setdefault(row.subject_id, set()).add(row.sequence)
        if row.action == _HANDED_ON:
            before = json.loads(row.detail).get("before", {}).get("customer_id", "")
            about.setdefault(before, set()).add(row.sequence)
    ids = sorted(each for each in about if each)
    found: set[int] = set()
    for start in range(0, len(ids), _CHUNK):
        for column, records in _records():
            for id_ in session.scalars(records.where(column.in_(ids[start : start + _CHUNK]))):
                found |= about[id_]
    return found


def _records() -> tuple[tuple[Any, Select[Any]], ...]:
    """The ids of removed people and of what is theirs, each with the column that holds the id.

    Ids are unique among all records: none has to be told by its kind as well.
    """
    gone = Customer.erased_at.is_not(None)
    theirs = [
        (
            record.id,
            select(record.id.label("id"))
            .join(Customer, Customer.id == record.customer_id)
            .where(gone),
        )
        for record in (Callback, Complaint, Vehicle, Visit)
    ]
    merged = (
        select(_GONE.label("id"))
        .join(Customer, Customer.id == ChangeSet.subject_id)
        .where(ChangeSet.kind == ChangeSetKind.MERGE, gone)
    )
    return (
        (Customer.id, select(Customer.id.label("id")).where(gone)),
        *theirs,
        (_GONE, merged),
    )
