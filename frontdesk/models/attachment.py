"""Evidence: photos, scans and recordings kept inside the encrypted store (domain §5.1)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from frontdesk.models.base import Base, Word
from frontdesk.models.enums import AttachmentKind
from frontdesk.models.values.ids import new_id


class Attachment(Base):
    """One file that belongs to a record. Never deleted, only withdrawn with a reason."""

    __tablename__ = "attachment"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    subject: Mapped[str]
    """Kind of the record it belongs to, as in the audit trail: ``complaint``."""
    subject_id: Mapped[str]
    kind: Mapped[AttachmentKind] = mapped_column(Word(AttachmentKind))
    name: Mapped[str]
    """What the file was called where it came from; only shown, never used as a path."""
    media_type: Mapped[str]
    """By its content, never by its name: ``image/jpeg``, ``application/pdf`` …"""
    size: Mapped[int]
    sha256: Mapped[bytes]
    width: Mapped[int | None]
    """Pixels of a picture."""
    height: Mapped[int | None]
    pages: Mapped[int | None]
    thumbnail: Mapped[bytes | None]
    """A small JPEG, where one could be made."""
    note: Mapped[str | None]
    added_at: Mapped[datetime]
    added_by: Mapped[str] = mapped_column(ForeignKey("staff_member.id"))
    withdrawn_at: Mapped[datetime | None]
    withdrawn_by: Mapped[str | None] = mapped_column(ForeignKey("staff_member.id"))
    withdrawn_why: Mapped[str | None]

    __table_args__ = (
        Index("ix_attachment_subject", "subject", "subject_id"),
        Index("ix_attachment_sha256", "sha256"),
        {"sqlite_strict": True},
    )


class AttachmentPart(Base):
    """A piece of a file's content, in order, so that none has to be in memory whole."""

    __tablename__ = "attachment_part"

    attachment_id: Mapped[str] = mapped_column(ForeignKey("attachment.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    content: Mapped[bytes]
