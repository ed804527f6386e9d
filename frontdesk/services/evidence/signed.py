"""Whether the paper that was signed is there."""

from __future__ import annotations

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from frontdesk.models.attachment import Attachment
from frontdesk.models.enums import AttachmentKind

COMPLAINT = "complaint"
"""The subject under which a ticket's evidence is kept."""
VISIT = "visit"
"""The subject under which photos of a visit are kept."""


def has_signed_sheet(session: Session, complaint_id: str) -> bool:
    """Whether a signed sheet is attached to the ticket and has not been withdrawn."""
    sheet = exists().where(
        Attachment.subject == COMPLAINT,
        Attachment.subject_id == complaint_id,
        Attachment.kind == AttachmentKind.SIGNED_SHEET,
        Attachment.withdrawn_at.is_(None),
    )
    return bool(session.scalar(select(sheet)))
