"""Finds entries newest first, a page at a time, quick also among a million."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from frontdesk.models.callback import Callback
from frontdesk.models.complaint import Complaint
from frontdesk.models.customer import Customer
from frontdesk.models.enums import ActKind
from frontdesk.models.journal import AuditEntry
from frontdesk.models.vehicle import Vehicle
from frontdesk.models.visit import Visit
from frontdesk.services.audit import removed
from frontdesk.services.audit.dto import Wanted
from frontdesk.services.audit.kinds import KINDS, NUMBERS_SEEN

PAGE = 200
STRIDE = 50_000
"""So many entries are looked through for a text before the page is shown as it is."""
_MOST_NAMED = 200

_OTHERS = tuple(action for actions in KINDS.values() for action in actions)
_COLUMNS = (
    AuditEntry.sequence,
    AuditEntry.at,
    AuditEntry.staff_id,
    AuditEntry.action,
    AuditEntry.subject,
    AuditEntry.subject_id,
    AuditEntry.detail,
)


@dataclass(frozen=True, slots=True)
class Found:
    """Rows newest first; ``before`` goes on, ``looked_to`` is how far back a text was sought."""

    rows: Sequence[Any]
    before: int | None
    looked_to: int | None = None


def find(
    session: Session,
    wanted: Wanted,
    span: tuple[datetime | None, datetime | None],
    before: int | None,
    limit: int = PAGE,
) -> Found:
    """One page of what is wanted.

    Args:
        session: the store at one moment.
        wanted: which entries.
        span: the moments its days begin and end (the end not counted in).
        before: the number the page goes on before; ``None`` begins at the newest.
        limit: how many entries a page has.
    """
    bounds = _bounds(session, span)
    if bounds is None:
        return Found((), None)
    lowest, highest = bounds
    if before is not None:
        highest = min(highest, before - 1)
    floor = max(lowest, highest - STRIDE + 1) if wanted.text else lowest
    asked = [AuditEntry.sequence.between(floor, highest), *_filters(session, wanted, span)]
    numbers: list[int] = []
    for of in _actions(wanted):
        newest = _numbers([*asked, *of], limit + 1)
        numbers += session.scalars(newest)
    numbers = sorted(numbers, reverse=True)
    more = len(numbers) > limit
    numbers = numbers[:limit]
    rows = session.execute(
        select(*_COLUMNS)
        .where(AuditEntry.sequence.in_(numbers))
        .order_by(AuditEntry.sequence.desc())
    ).all()
    if more:
        return Found(rows, numbers[-1])
    # Nothing more in this stretch, but there may be further back.
    return Found(rows, floor, floor) if floor > lowest else Found(rows, None)


def _bounds(
    session: Session, span: tuple[datetime | None, datetime | None]
) -> tuple[int, int] | None:
    """The lowest and the highest number of the period; a clock set back widens them, no more."""
    within = _within(span)
    highest = session.scalar(select(func.max(AuditEntry.sequence)).where(*within))
    lowest = session.scalar(select(func.min(AuditEntry.sequence)).where(*within))
    return None if highest is None or lowest is None else (lowest, highest)


def _within(span: tuple[datetime | None, datetime | None]) -> list[ColumnElement[bool]]:
    begin, end = span
    found: list[ColumnElement[bool]] = []
    if begin is not None:
        found.append(AuditEntry.at >= begin)
    if end is not None:
        found.append(AuditEntry.at < end)
    return found


def _filters(
    session: Session, wanted: Wanted, span: tuple[datetime | None, datetime | None]
) -> list[ColumnElement[bool]]:
    found = _within(span)
    if wanted.staff_id is not None:
        found.append(AuditEntry.staff_id == wanted.staff_id)
    if wanted.subject:
        found += [
            AuditEntry.subject == wanted.subject,
            AuditEntry.subject_id == wanted.subject_id,
        ]
    if wanted.text:
        named = _named(session, wanted.text)
        found.append(
            or_(
                and_(
                    AuditEntry.detail.contains(wanted.text, autoescape=True),
                    removed.is_sought(),
                ),
                AuditEntry.subject_id.contains(wanted.text, autoescape=True),
                AuditEntry.subject_id.in_(named),
            )
        )
    return found


def _actions(wanted: Wanted) -> list[list[ColumnElement[bool]]]:
    """One condition for each way through an index; together they are what is wanted."""
    if wanted.numbers:
        return [[AuditEntry.action == action] for action in NUMBERS_SEEN]
    if wanted.kind is None:
        return [[]]
    if wanted.kind is ActKind.CHANGED:
        return [[AuditEntry.action.not_in(_OTHERS)]]
    return [[AuditEntry.action == action] for action in KINDS[wanted.kind]]


def _numbers(conditions: list[ColumnElement[bool]], limit: int) -> Select[int]:
    return (
        select(AuditEntry.sequence)
        .where(*conditions)
        .order_by(AuditEntry.sequence.desc())
        .limit(limit)
    )


def _named(session: Session, text: str) -> list[str]:
    """Records that go by ``text``: names, plates, numbers."""
    ids: list[str] = []
    for of, columns in (
        (Customer.id, (Customer.name, Customer.number)),
        (Vehicle.id, (Vehicle.plate, Vehicle.vin)),
        (Visit.id, (Visit.number,)),
        (Complaint.id, (Complaint.number,)),
        (Callback.id, (Callback.number,)),
    ):
        matching = or_(*(column.contains(text, autoescape=True) for column in columns))
        ids += session.scalars(select(of).where(matching).limit(_MOST_NAMED))
    return ids
