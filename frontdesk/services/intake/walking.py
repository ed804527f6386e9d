"""The walk around the car (环车检查): marks on the outline and lamps that are lit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from frontdesk.errors import UserError
from frontdesk.models.attachment import Attachment
from frontdesk.models.enums import WarningLamp
from frontdesk.models.values import text
from frontdesk.models.visit import DamageMark, Visit
from frontdesk.services.evidence.signed import VISIT
from frontdesk.services.intake.walk import LastWalk, Mark, WalkAround

MOST_MARKS = 60
THOUSAND = 1000

_BETWEEN = ","


def check(given: WalkAround) -> WalkAround:
    """``given`` as it is stored: lamps once each, in their order.

    Raises:
        UserError: a mark beside the car, or too many of them.
    """
    if len(given.marks) > MOST_MARKS:
        raise UserError("intake.marks_many", field="marks", most=MOST_MARKS)
    if any(not (0 <= m.x <= THOUSAND and 0 <= m.y <= THOUSAND) for m in given.marks):
        raise UserError("intake.mark_beside", field="marks")
    marks = tuple(replace(m, note=text.line(m.note, "marks")) for m in given.marks)
    return WalkAround(marks, tuple(lamp for lamp in WarningLamp if lamp in given.lamps))


def kept_lamps(lamps: Sequence[WarningLamp]) -> str | None:
    """``lamps`` as the column keeps them: between commas, a comma at both ends."""
    if not lamps:
        return None
    return f"{_BETWEEN}{_BETWEEN.join(lamps)}{_BETWEEN}"


def lamps_of(kept: str | None) -> tuple[WarningLamp, ...]:
    """The lamps the column holds."""
    return tuple(WarningLamp(each) for each in (kept or "").split(_BETWEEN) if each)


def add(session: Session, visit_id: str, marks: Sequence[Mark]) -> None:
    """Write the marks of a visit that has none yet; a photo withdrawn meanwhile is left out.

    Raises:
        UserError: a photo that is not one of this visit.
    """
    if not marks:
        return
    photos = _photos(session, visit_id, marks)
    rows = [
        {
            "id": mark.id,
            "visit_id": visit_id,
            "position": position,
            "side": mark.side,
            "x": mark.x,
            "y": mark.y,
            "kind": mark.kind,
            "size": mark.size,
            "note": mark.note or None,
            "attachment_id": mark.photo_id if mark.photo_id in photos else None,
        }
        for position, mark in enumerate(marks)
    ]
    session.connection().execute(insert(DamageMark), rows)


def put(session: Session, visit_id: str, marks: Sequence[Mark]) -> None:
    """Write the marks of a visit in place of those it has."""
    session.connection().execute(delete(DamageMark).where(DamageMark.visit_id == visit_id))
    add(session, visit_id, marks)


def marks_of(session: Session, visit_id: str) -> tuple[Mark, ...]:
    """The visit's marks in order."""
    rows = session.scalars(
        select(DamageMark).where(DamageMark.visit_id == visit_id).order_by(DamageMark.position)
    )
    return tuple(
        Mark(
            row.side,
            row.x,
            row.y,
            row.kind,
            row.size,
            row.note or "",
            row.attachment_id or "",
            row.id,
        )
        for row in rows
    )


def walk_of(session: Session, visit: Visit) -> WalkAround:
    """What was seen on the way around the car of ``visit``."""
    return WalkAround(marks_of(session, visit.id), lamps_of(visit.warning_lamps))


def last_of(session: Session, vehicle_id: str, without: str = "") -> LastWalk:
    """The marks of the car's newest visit that has any, but for the visit ``without``."""
    newest = session.execute(
        select(Visit.id, Visit.arrived_on)
        .where(
            Visit.vehicle_id == vehicle_id,
            Visit.id != without,
            Visit.arrived_on.is_not(None),
            select(DamageMark.id).where(DamageMark.visit_id == Visit.id).exists(),
        )
        .order_by(Visit.arrived_on.desc(), Visit.arrived_at.desc())
        .limit(1)
    ).one_or_none()
    if newest is None:
        return LastWalk()
    return LastWalk(newest.arrived_on, marks_of(session, newest.id))


def _photos(session: Session, visit_id: str, marks: Sequence[Mark]) -> set[str]:
    """The photos of ``marks`` that count."""
    wanted = {mark.photo_id for mark in marks if mark.photo_id}
    if not wanted:
        return set()
    there = session.execute(
        select(Attachment.id, Attachment.withdrawn_at).where(
            Attachment.subject == VISIT,
            Attachment.subject_id == visit_id,
            Attachment.id.in_(wanted),
        )
    ).all()
    if wanted - {key for key, _ in there}:
        raise UserError("intake.photo_elsewhere", field="marks")
    return {key for key, withdrawn_at in there if withdrawn_at is None}
