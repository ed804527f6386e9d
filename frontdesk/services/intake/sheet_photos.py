"""The photos of a visit as its sheet prints them: small, and known by the marks they show."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from frontdesk.clock import local
from frontdesk.errors import EnvironmentFault
from frontdesk.models.attachment import Attachment
from frontdesk.models.enums import AttachmentKind
from frontdesk.reports.inputs import PhotoLine
from frontdesk.services.desk import Desk
from frontdesk.services.evidence import looking, reading
from frontdesk.services.evidence.kinds import TYPES, Shape
from frontdesk.services.evidence.signed import VISIT
from frontdesk.services.intake import walking

MOST = 24
"""Two pages of them; a sheet is to be carried in one hand."""
_SIDE = 600
"""Pixels: 250 to the inch in the boxes of the sheet."""
_AT_ONCE = 2


@dataclass(frozen=True, slots=True)
class SheetPhotos:
    """``lines`` are printed; ``left_out`` more are kept with the visit."""

    lines: tuple[PhotoLine, ...] = ()
    left_out: int = 0


def of_visit(desk: Desk, visit_id: str) -> SheetPhotos:
    """The visit's photos, those of marks first and by their numbers; none where none are wanted.

    Each is decoded anew by a process of its own, however often it was looked at before: nothing of
    the file but its pixels, at the size of the box, comes onto the sheet.
    """
    if not desk.rules.photos_on_sheet:
        return SheetPhotos()
    with desk.read() as session:
        numbers = _numbers(session, visit_id)
        all_ = session.scalars(_photos(visit_id)).all()
        kept = [
            (each.id, each.added_at)
            for each in all_
            if TYPES[each.media_type].shape is Shape.PICTURE
        ]
    of_none = (walking.MOST_MARKS + 1,)
    kept.sort(key=lambda each: (numbers.get(each[0], of_none), each[1], each[0]))
    shown = kept[:MOST]
    with ThreadPoolExecutor(_AT_ONCE) as at_work:
        pictures = at_work.map(lambda each: _picture(desk, each[0]), shown)
        lines = tuple(
            PhotoLine(local(at, desk.clock), numbers.get(key, ()), picture)
            for (key, at), picture in zip(shown, pictures, strict=True)
        )
    return SheetPhotos(lines, len(all_) - len(shown))


def _photos(visit_id: str) -> Select[Attachment]:
    return select(Attachment).where(
        Attachment.subject == VISIT,
        Attachment.subject_id == visit_id,
        Attachment.kind == AttachmentKind.PHOTO,
        Attachment.withdrawn_at.is_(None),
    )


def _numbers(session: Session, visit_id: str) -> dict[str, tuple[int, ...]]:
    """Photo → the numbers of the marks it shows, as the outline on the sheet has them."""
    found: dict[str, tuple[int, ...]] = {}
    for number, mark in enumerate(walking.marks_of(session, visit_id), 1):
        if mark.photo_id:
            found[mark.photo_id] = (*found.get(mark.photo_id, ()), number)
    return found


def _picture(desk: Desk, photo_id: str) -> bytes | None:
    """The photo at the size of its box; the small picture of when it was added, or nothing."""
    with desk.read() as session:
        kept = reading.find(session, photo_id)
        try:
            look = looking.preview(
                reading.pieces(session, kept),
                Shape.PICTURE,
                desk.rules.evidence_megapixels,
                side=_SIDE,
            )
        except EnvironmentFault:  # damaged since: the sheet says so in the photo's place
            return None
        return look.picture or kept.thumbnail
