"""Takes a file in: looked at first, then kept whole in one transaction, or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, BinaryIO, NamedTuple

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from frontdesk.errors import NotFound, UserError
from frontdesk.models.attachment import Attachment, AttachmentPart
from frontdesk.models.complaint import Complaint
from frontdesk.models.enums import AttachmentKind
from frontdesk.models.values.ids import new_id
from frontdesk.models.values.text import line, note
from frontdesk.models.visit import Visit
from frontdesk.services.desk import Change, Desk, UnitOfWork
from frontdesk.services.evidence import looking
from frontdesk.services.evidence.dto import Offered
from frontdesk.services.evidence.kinds import FileType
from frontdesk.services.evidence.looking import Look
from frontdesk.services.evidence.signed import COMPLAINT, VISIT
from frontdesk.services.evidence.source import (
    MEGABYTE,
    Pieces,
    Told,
    in_mb,
    measured,
    opened,
    typed,
)
from frontdesk.services.permissions import Permission

SUBJECTS: Mapping[str, tuple[type[Any], Change]] = MappingProxyType(
    {COMPLAINT: (Complaint, Change.COMPLAINTS), VISIT: (Visit, Change.VISITS)}
)
"""The kinds of records that have evidence."""

_ADDERS = MappingProxyType({VISIT: Permission.DO_INTAKE})
"""Whose files only some add; to the others whoever may register a complaint."""


class Kept(NamedTuple):
    """The id of an attachment, and what its content says it is."""

    id: str
    type: FileType


def keep(desk: Desk, subject: str, subject_id: str, offered: Offered, told: Told) -> Kept:
    """Keep one file. Read twice: ``told`` hears of each byte twice.

    Raises:
        UserError: why it is not kept; nothing of it is left behind.
    """
    name = line(offered.name.replace("\\", "/").rpartition("/")[2], "name")
    if not name:
        raise UserError("evidence.name_missing", "name")
    said = note(offered.note, "note")
    desk.check(adder_of(subject))
    with desk.read() as session:
        check_record(session, subject, subject_id)
    with opened(offered.source) as file:
        size = measured(file, desk.rules.evidence_mb)
        kept_as = typed(file)
        with desk.read() as session:
            _check_room(desk, session, subject, subject_id, size)
        # Looked at before the store is held for writing: that may take seconds.
        first = Pieces(file, size, told)
        look = looking.preview(first, kept_as.shape, desk.rules.evidence_megapixels)
        if look.fault is looking.Fault.PIXELS:
            raise UserError("evidence.too_many_pixels", most=desk.rules.evidence_megapixels)
        with desk.write() as work:
            there = _same(work.session, subject, subject_id, first.sha256)
            if there is not None:
                return Kept(_take_for(work, there, offered.kind), kept_as)
            _check_room(desk, work.session, subject, subject_id, size)
            values = {
                "subject": subject,
                "subject_id": subject_id,
                "kind": offered.kind or kept_as.kind,
                "name": name,
                "note": said or None,
                "size": size,
                "sha256": first.sha256,
            }
            return Kept(_write(work, file, values, kept_as, look, told), kept_as)


def adder_of(subject: str) -> Permission:
    """What somebody needs to add to the files of such a record, or to take one out of them."""
    return _ADDERS.get(subject, Permission.REGISTER_COMPLAINT)


def check_record(session: Session, subject: str, subject_id: str) -> None:
    """That there is such a record.

    Raises:
        NotFound: there is none.
    """
    known = SUBJECTS.get(subject)
    if known is None or session.get(known[0], subject_id) is None:
        raise NotFound("evidence.record_not_found")


def _check_room(desk: Desk, session: Session, subject: str, subject_id: str, size: int) -> None:
    most = desk.rules.evidence_total_mb
    used = session.scalar(
        select(func.coalesce(func.sum(Attachment.size), 0)).where(
            Attachment.subject == subject, Attachment.subject_id == subject_id
        )
    )
    left = most * MEGABYTE - int(used or 0)
    if size > left:
        raise UserError("evidence.too_much", most=most, left=in_mb(max(left, 0)))


def _same(session: Session, subject: str, subject_id: str, sha256: bytes) -> Attachment | None:
    """The same bytes in the same record, unless they were withdrawn."""
    return session.scalars(
        select(Attachment).where(
            Attachment.subject == subject,
            Attachment.subject_id == subject_id,
            Attachment.sha256 == sha256,
            Attachment.withdrawn_at.is_(None),
        )
    ).first()


def _take_for(work: UnitOfWork, there: Attachment, kind: AttachmentKind | None) -> str:
    """The file is there already: at most it is taken for something else, such as the sheet."""
    if kind is None or kind is there.kind:
        raise UserError("evidence.there_already", name=there.name)
    mark(work, there, kind)
    return there.id


def mark(work: UnitOfWork, attachment: Attachment, kind: AttachmentKind) -> None:
    """Take the file for something else than before."""
    work.audit(
        "evidence.mark",
        attachment.subject,
        attachment.subject_id,
        file=attachment.name,
        before={"kind": attachment.kind.value},
        after={"kind": kind.value},
    )
    attachment.kind = kind
    work.changed(SUBJECTS[attachment.subject][1])


def _write(
    work: UnitOfWork,
    file: BinaryIO,
    values: dict[str, Any],
    kept_as: FileType,
    look: Look,
    told: Told,
) -> str:
    key = new_id()
    work.session.execute(
        insert(Attachment).values(
            id=key,
            media_type=kept_as.media_type,
            width=look.width,
            height=look.height,
            pages=look.pages,
            thumbnail=look.picture,
            added_at=work.now,
            added_by=work.desk.actor.id,
            **values,
        )
    )
    second = Pieces(file, values["size"], told)
    for position, piece in enumerate(second):
        part = {"attachment_id": key, "position": position, "content": piece}
        work.session.execute(insert(AttachmentPart), part)
    if second.sha256 != values["sha256"]:
        raise UserError("evidence.changed")
    work.audit(
        "evidence.add",
        values["subject"],
        values["subject_id"],
        file=values["name"],
        kind=values["kind"].value,
        size=values["size"],
        sha256=second.sha256.hex(),
    )
    work.changed(SUBJECTS[values["subject"]][1])
    return key
