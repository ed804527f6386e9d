"""The photos of a visit as its sheet prints them: small, and known by the marks they show."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from frontdesk.clock import local
from frontdesk.models.attachment import Attachment
from frontdesk.models.enums import AttachmentKind
from frontdesk.reports.inputs import PhotoLine
from frontdesk.services.desk import Desk
from frontdesk.services.evidence.kinds import TYPES, Shape
from frontdesk.services.evidence.signed import VISIT
from frontdesk.services.intake import walking

MOST = 24
"""Two pages of them; a sheet is to be carried in one hand."""


@dataclass(frozen=True, slots=True)
class SheetPhotos:
    """``lines`` are printed; ``left_out`` more are kept with the visit.

    ``unseen`` more are of a kind that cannot be printed (HEIC).
    """

    lines: tuple[PhotoLine, ...] = ()
    left_out: int = 0
    unseen: int = 0


def of_visit(
    desk: Desk, session: Session, visit_id: str, *, wanted: bool | None = None
) -> SheetPhotos:
    """The visit's photos, those of marks first and by their numbers; none where none are wanted.

    ``wanted``: whether this one print shows them; ``None``: as the house has it set.

    Printed are the small pictures that were made when the photos were taken in, by a process of
    its own: nothing of the files but their pixels, at no cost while the customer waits.
    """
    if not (desk.rules.photos_on_sheet if wanted is None else wanted):
        return SheetPhotos()
    numbers = _numbers(session, visit_id)
    kept = session.scalars(
        select(Attachment).where(
            Attachment.subject == VISIT,
            Attachment.subject_id == visit_id,
            Attachment.kind == AttachmentKind.PHOTO,
            Attachment.withdrawn_at.is_(None),
        )
    ).all()
    of_none = (walking.MOST_MARKS + 1,)
    printable = [each for each in kept if TYPES[each.media_type].shape is Shape.PICTURE]
    shown = sorted(
        printable, key=lambda each: (numbers.get(each.id, of_none), each.added_at, each.id)
    )[:MOST]
    lines = tuple(
        PhotoLine(local(each.added_at, desk.clock), numbers.get(each.id, ()), each.thumbnail)
        for each in shown
    )
    return SheetPhotos(lines, len(printable) - len(shown), len(kept) - len(printable))


def _numbers(session: Session, visit_id: str) -> dict[str, tuple[int, ...]]:
    """Photo → the numbers of the marks it shows, as the outline on the sheet has them."""
    found: dict[str, tuple[int, ...]] = {}
    for number, mark in enumerate(walking.marks_of(session, visit_id), 1):
        if mark.photo_id:
            found[mark.photo_id] = (*found.get(mark.photo_id, ()), number)
    return found
