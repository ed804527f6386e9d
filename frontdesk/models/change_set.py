"""What was done to many rows at once and can be undone: merges and imports (domain §2)."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from frontdesk.models.base import Base, Word
from frontdesk.models.enums import ChangeSetKind
from frontdesk.models.values.ids import new_id


class ChangeSet(Base):
    """The rows before and after, so that all of it can be taken back exactly."""

    __tablename__ = "change_set"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    kind: Mapped[ChangeSetKind] = mapped_column(Word(ChangeSetKind))
    at: Mapped[datetime]
    by: Mapped[str] = mapped_column(ForeignKey("staff_member.id"))
    subject_id: Mapped[str]
    """The file that stayed after a merge; the batch of an import."""
    told: Mapped[str]
    """JSON: what to call it on the screen (numbers, counts; no personal data)."""
    rows: Mapped[bytes | None]
    """Compressed JSON of the rows; ``None`` once it cannot be undone any more."""
    undone_at: Mapped[datetime | None]
    undone_by: Mapped[str | None] = mapped_column(ForeignKey("staff_member.id"))

    __table_args__ = (
        Index("ix_change_set_subject", "subject_id"),
        Index("ix_change_set_at", "at"),
        {"sqlite_strict": True},
    )


class FormerNumber(Base):
    """The number of a file that was merged into another one still finds it."""

    __tablename__ = "former_number"

    number: Mapped[str] = mapped_column(primary_key=True)
    customer_id: Mapped[str] = mapped_column(ForeignKey("customer.id"), index=True)
    change_set_id: Mapped[str] = mapped_column(ForeignKey("change_set.id"))


class NotTheSame(Base):
    """Two files that look alike and were found to be two people; the lesser id first."""

    __tablename__ = "not_the_same"

    first_id: Mapped[str] = mapped_column(
        ForeignKey("customer.id", ondelete="CASCADE"), primary_key=True
    )
    second_id: Mapped[str] = mapped_column(
        ForeignKey("customer.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    decided_at: Mapped[datetime]
    decided_by: Mapped[str] = mapped_column(ForeignKey("staff_member.id"))


class DeliveryDay(Base):
    """What the sales department told of a day: a sheet, or that nothing was delivered."""

    __tablename__ = "delivery_day"

    day: Mapped[date] = mapped_column(primary_key=True)
    batch_id: Mapped[str | None] = mapped_column(ForeignKey("import_batch.id"))
    none_said_at: Mapped[datetime | None]
    none_said_by: Mapped[str | None] = mapped_column(ForeignKey("staff_member.id"))
