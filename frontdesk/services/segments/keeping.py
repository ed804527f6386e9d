"""Segments under a name: made, changed, ended."""

from __future__ import annotations

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from frontdesk.errors import Conflict, NotFound, UserError
from frontdesk.models.segment import Segment
from frontdesk.models.staff import StaffMember
from frontdesk.services.desk import Change, UnitOfWork
from frontdesk.services.segments.checks import checked
from frontdesk.services.segments.dto import KeptSegment
from frontdesk.services.segments.inputs import Criteria

_KEPT: Select[Segment, str] = (
    select(Segment, StaffMember.name)
    .join(StaffMember, StaffMember.id == Segment.made_by)
    .where(Segment.ended_at.is_(None))
)


def read_all(session: Session) -> tuple[KeptSegment, ...]:
    """Those in use, by name."""
    rows = session.execute(_KEPT.order_by(Segment.name)).all()
    return tuple(_shown(segment, by) for segment, by in rows)


def read(session: Session, segment_id: str) -> KeptSegment:
    """One of them. Raises ``NotFound``."""
    row = session.execute(_KEPT.where(Segment.id == segment_id)).one_or_none()
    if row is None:
        raise NotFound("segment.not_found", field="segment")
    return _shown(*row)


def find(session: Session, segment_id: str) -> Criteria | None:
    """What a segment asks for; ``None`` for one that has ended."""
    row = session.execute(_KEPT.where(Segment.id == segment_id)).one_or_none()
    return None if row is None else _shown(*row).criteria


def read_named(session: Session, name: str) -> KeptSegment:
    """The one of this name. Raises ``NotFound``."""
    row = session.execute(_KEPT.where(Segment.name == name.strip())).one_or_none()
    if row is None:
        raise NotFound("segment.not_found", field="segment")
    return _shown(*row)


def criteria_of(session: Session, segment_id: str) -> Criteria:
    """What a segment asks for. Raises ``NotFound``."""
    return read(session, segment_id).criteria


def make(work: UnitOfWork, segment_id: str, name: str, wanted: Criteria) -> None:
    """Keep ``wanted`` under ``name``; told twice, it is made once."""
    if work.session.get(Segment, segment_id) is not None:
        return
    clean, called = checked(wanted, name)
    _refuse_same(work.session, called, segment_id)
    work.session.add(
        Segment(
            id=segment_id,
            name=called,
            criteria=clean.model_dump_json(exclude_defaults=True),
            made_at=work.now,
            made_by=work.desk.actor.id,
        )
    )
    work.audit("segment.make", "segment", segment_id, name=called, after=_told(clean))
    work.changed(Change.CUSTOMERS)


def change(work: UnitOfWork, segment_id: str, version: int, name: str, wanted: Criteria) -> None:
    """Give a segment other criteria or another name."""
    segment = _still(work, segment_id, version)
    clean, called = checked(wanted, name)
    _refuse_same(work.session, called, segment_id)
    before = {"name": segment.name, **_told(Criteria.model_validate_json(segment.criteria))}
    segment.name, segment.criteria = called, clean.model_dump_json(exclude_defaults=True)
    after = {"name": called, **_told(clean)}
    work.audit("segment.change", "segment", segment_id, before=before, after=after)
    work.changed(Change.CUSTOMERS)


def end(work: UnitOfWork, segment_id: str, version: int) -> None:
    """The segment is offered no more; its name is free again."""
    segment = _still(work, segment_id, version)
    name = segment.name
    segment.ended_at = work.now
    segment.name = f"{name} ({segment.id})"
    work.audit("segment.end", "segment", segment_id, name=name)
    work.changed(Change.CUSTOMERS)


def _shown(segment: Segment, by: str) -> KeptSegment:
    criteria = Criteria.model_validate_json(segment.criteria)
    return KeptSegment(segment.id, segment.version, segment.name, criteria, segment.made_at, by)


def _still(work: UnitOfWork, segment_id: str, version: int) -> Segment:
    segment = work.session.get(Segment, segment_id)
    if segment is None or segment.ended_at is not None:
        raise NotFound("segment.not_found", field="segment")
    if segment.version != version:
        raise Conflict("record.changed_meanwhile")
    return segment


def _refuse_same(session: Session, name: str, segment_id: str) -> None:
    same = select(Segment.id).where(Segment.name == name, Segment.id != segment_id)
    if session.scalar(same) is not None:
        raise UserError("segment.name_taken", field="name")


def _told(wanted: Criteria) -> dict[str, object]:
    return wanted.model_dump(mode="json", exclude_defaults=True)
