"""What the store keeps about itself: audit trail, settings, number sequences, drafts, imports."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from frontdesk.models.base import Base
from frontdesk.models.values.ids import new_id


class AuditEntry(Base):
    """Who did or saw what, when. Appended in the act's transaction; triggers refuse changes.

    The order is that of ``sequence``: a clock can be set back.
    """

    __tablename__ = "audit_entry"

    sequence: Mapped[int] = mapped_column(Integer, primary_key=True)
    at: Mapped[datetime]
    staff_id: Mapped[str | None]
    action: Mapped[str]
    subject: Mapped[str]
    subject_id: Mapped[str]
    detail: Mapped[str]
    """JSON object."""
    seal: Mapped[bytes | None] = mapped_column(LargeBinary)
    """Over this entry and the seal before it; ``None`` for entries of before there were seals."""

    __table_args__ = (
        Index("ix_audit_entry_subject", "subject", "subject_id"),
        Index("ix_audit_entry_at", "at"),
        Index("ix_audit_entry_staff_id", "staff_id"),
        Index("ix_audit_entry_action", "action"),
        {"sqlite_strict": True},
    )


class AuditHead(Base):
    """The newest entry of the audit trail: one row, moved on in each act's transaction."""

    __tablename__ = "audit_head"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    sequence: Mapped[int]
    seal: Mapped[bytes] = mapped_column(LargeBinary)
    at: Mapped[datetime | None]
    """``None`` before the first sealed entry."""

    __table_args__ = (CheckConstraint("id = 1", name="one_row"), {"sqlite_strict": True})


class Setting(Base):
    """One setting by key, its value as JSON (rules, dealership's profile, category tree)."""

    __tablename__ = "setting"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class NumberSequence(Base):
    """The last number given of one kind in one year; numbers are given inside the transaction."""

    __tablename__ = "number_sequence"

    prefix: Mapped[str] = mapped_column(primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    last: Mapped[int]


class Draft(Base):
    """A half-typed form. Belongs to its owner alone; gone in the transaction of the real save."""

    __tablename__ = "draft"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    owner_id: Mapped[str] = mapped_column(ForeignKey("staff_member.id"))
    form: Mapped[str]
    subject_id: Mapped[str]
    """The record edited, or an empty text for a new one."""
    base_version: Mapped[int | None]
    payload: Mapped[str]
    saved_at: Mapped[datetime]

    __table_args__ = (
        UniqueConstraint("owner_id", "form", "subject_id"),
        {"sqlite_strict": True},
    )


class ImportBatch(Base):
    """One imported sheet and what came of it."""

    __tablename__ = "import_batch"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    file_name: Mapped[str]
    at: Mapped[datetime]
    by: Mapped[str] = mapped_column(ForeignKey("staff_member.id"))
    read: Mapped[int]
    created: Mapped[int]
    updated: Mapped[int]
    rejected: Mapped[int]


class ImportedVehicle(Base):
    """Which car came with (or was updated by) which sheet."""

    __tablename__ = "imported_vehicle"

    batch_id: Mapped[str] = mapped_column(ForeignKey("import_batch.id"), primary_key=True)
    vehicle_id: Mapped[str] = mapped_column(ForeignKey("vehicle.id"), primary_key=True, index=True)


class ImportMapping(Base):
    """A mapping of columns a person has confirmed, remembered by the sheet's headings."""

    __tablename__ = "import_mapping"

    fingerprint: Mapped[str] = mapped_column(primary_key=True)
    mapping: Mapped[str]
    """JSON object: column heading → field."""
    saved_at: Mapped[datetime]
