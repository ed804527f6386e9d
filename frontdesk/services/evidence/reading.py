"""Reads evidence back: the list of a record, and content that is proved to be what was added."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from frontdesk.errors import EnvironmentFault, NotFound
from frontdesk.models.attachment import Attachment, AttachmentPart
from frontdesk.models.enums import Role
from frontdesk.models.staff import StaffMember
from frontdesk.models.visit import Visit
from frontdesk.services.desk import Actor
from frontdesk.services.evidence.dto import Evidence, Withdrawn
from frontdesk.services.evidence.signed import VISIT

_Withdrawer = aliased(StaffMember)
_COLUMNS = (
    select(Attachment, StaffMember.name, _Withdrawer.name)
    .join(StaffMember, StaffMember.id == Attachment.added_by)
    .outerjoin(_Withdrawer, _Withdrawer.id == Attachment.withdrawn_by)
)
_MANAGERS = frozenset(
    {Role.CS_MANAGER, Role.SERVICE_MANAGER, Role.SALES_MANAGER, Role.GENERAL_MANAGER}
)


def evidence_of(
    session: Session, actor: Actor, subject: str, subject_id: str, *, may_add: bool = True
) -> tuple[Evidence, ...]:
    """The files of a record in the order they were added, withdrawn ones last.

    Who may not add to it takes nothing out of it either.
    """
    bound = is_bound(session, subject, subject_id)
    rows = session.execute(
        _COLUMNS.where(Attachment.subject == subject, Attachment.subject_id == subject_id).order_by(
            Attachment.withdrawn_at.is_not(None), Attachment.added_at, Attachment.id
        )
    )
    return tuple(
        _evidence(kept, added_by, withdrawn_by, may_add and may_withdraw(actor, kept, bound))
        for kept, added_by, withdrawn_by in rows
    )


def find(session: Session, attachment_id: str) -> Attachment:
    """The attachment with this id.

    Raises:
        NotFound: there is none.
    """
    found = session.get(Attachment, attachment_id)
    if found is None:
        raise NotFound("evidence.not_found")
    return found


def is_bound(session: Session, subject: str, subject_id: str) -> bool:
    """Whether the record is one the customer has agreed to: nothing of it changes silently."""
    if subject != VISIT:
        return False
    agreed = select(Visit.agreed_at).where(Visit.id == subject_id)
    return session.scalar(agreed) is not None


def may_withdraw(actor: Actor, attachment: Attachment, bound: bool) -> bool:
    """Only who added it, and managers; of what the customer agreed to, managers alone."""
    own = attachment.added_by == actor.id and not bound
    return own or not _MANAGERS.isdisjoint(actor.roles)


def pieces(session: Session, attachment: Attachment) -> Iterator[bytes]:
    """The content piece by piece; after the last one it is proved whole and unchanged.

    Raises:
        EnvironmentFault: it is not what was added.
    """
    seen = hashlib.sha256()
    size = position = 0
    wanted = select(AttachmentPart.content).where(AttachmentPart.attachment_id == attachment.id)
    while True:
        piece = session.scalar(wanted.where(AttachmentPart.position == position))
        if piece is None:
            break
        seen.update(piece)
        size, position = size + len(piece), position + 1
        yield piece
    if size != attachment.size or seen.digest() != attachment.sha256:
        raise EnvironmentFault("evidence.damaged", name=attachment.name)


def _evidence(
    kept: Attachment, added_by: str, withdrawn_by: str | None, may_withdraw: bool
) -> Evidence:
    withdrawn = None
    if kept.withdrawn_at is not None:
        withdrawn = Withdrawn(kept.withdrawn_at, withdrawn_by or "", kept.withdrawn_why or "")
    return Evidence(
        id=kept.id,
        kind=kept.kind,
        name=kept.name,
        media_type=kept.media_type,
        size=kept.size,
        sha256=kept.sha256,
        width=kept.width,
        height=kept.height,
        pages=kept.pages,
        thumbnail=kept.thumbnail,
        note=kept.note or "",
        added_at=kept.added_at,
        added_by=added_by,
        withdrawn=withdrawn,
        may_withdraw=withdrawn is None and may_withdraw,
    )
