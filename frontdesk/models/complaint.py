"""Complaint tickets and the entries of their closed loop (domain §5)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from frontdesk.models.base import Base, Record, Word
from frontdesk.models.enums import (
    ComplaintChannel,
    ComplaintLevel,
    ComplaintState,
    ComplaintStep,
    Department,
)
from frontdesk.models.values.ids import new_id


class Complaint(Record, Base):
    """One ticket. What was said and done stands in ``entries``; the columns here serve lists."""

    __tablename__ = "complaint"

    number: Mapped[str] = mapped_column(unique=True)
    state: Mapped[ComplaintState] = mapped_column(Word(ComplaintState))
    round: Mapped[int] = mapped_column(default=1)
    """Raised by each follow-up that left the customer unsatisfied."""
    customer_id: Mapped[str] = mapped_column(ForeignKey("customer.id"))
    vehicle_id: Mapped[str | None] = mapped_column(ForeignKey("vehicle.id"))
    visit_id: Mapped[str | None] = mapped_column(ForeignKey("visit.id"))
    callback_id: Mapped[str | None] = mapped_column(ForeignKey("callback.id"))
    channel: Mapped[ComplaintChannel] = mapped_column(Word(ComplaintChannel))
    complainant: Mapped[str]
    complainant_phone: Mapped[str | None]
    words: Mapped[str]
    """As said; locked once saved."""
    remedy: Mapped[str | None]
    category: Mapped[str]
    """Key of a leaf of the category tree (settings), e.g. ``repair_quality.not_fixed``."""
    level: Mapped[ComplaintLevel] = mapped_column(Word(ComplaintLevel))
    safety: Mapped[bool] = mapped_column(default=False)
    valid: Mapped[bool | None]
    department: Mapped[Department | None] = mapped_column(Word(Department))
    about_staff_id: Mapped[str | None] = mapped_column(ForeignKey("staff_member.id"))
    """Whom the complaint is about: they neither handle, judge nor sign it off."""
    handler_id: Mapped[str | None] = mapped_column(ForeignKey("staff_member.id"))
    registered_at: Mapped[datetime]
    registered_by: Mapped[str] = mapped_column(ForeignKey("staff_member.id"))
    due_at: Mapped[datetime]
    """Registration and the hours of the loop (24)."""
    acknowledged_at: Mapped[datetime | None]
    dispatched_at: Mapped[datetime | None]
    return_due_at: Mapped[datetime | None]
    signed_off_at: Mapped[datetime | None]
    filed_at: Mapped[datetime | None]
    satisfied_after: Mapped[bool | None]
    handling_score: Mapped[int | None]
    """1–10, given by the customer to the handling itself."""
    responsible: Mapped[str | None]
    """Who was directly responsible, as the newest return says."""
    paused_at: Mapped[datetime | None]
    """Since when both clocks stand still."""
    paused_seconds: Mapped[int] = mapped_column(default=0)
    """How long the loop stood still in pauses that are over; ``due_at`` has moved by as much."""
    repeats_id: Mapped[str | None] = mapped_column(ForeignKey("complaint.id"))
    """The earlier ticket of the same customer, or same car and category, within 90 days."""
    cost_fen: Mapped[int] = mapped_column(default=0)
    prints: Mapped[int] = mapped_column(default=0)
    entries: Mapped[list[ComplaintEntry]] = relationship(
        lazy="selectin", order_by="ComplaintEntry.position"
    )

    __table_args__ = (
        # All that is counted stands in the index itself: a year is one walk along it.
        Index(
            "ix_complaint_registered_at",
            "registered_at",
            "category",
            "department",
            "valid",
            "signed_off_at",
            "due_at",
            "satisfied_after",
            "repeats_id",
            "cost_fen",
            "paused_seconds",
            "handling_score",
        ),
        Index("ix_complaint_state", "state", "due_at"),
        Index("ix_complaint_customer", "customer_id", "registered_at"),
        Index("ix_complaint_vehicle", "vehicle_id", "registered_at"),
        {"sqlite_strict": True},
    )


class ComplaintEntry(Base):
    """One step taken: who, when and what was said. Never changed; a correction is a new entry."""

    __tablename__ = "complaint_entry"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    complaint_id: Mapped[str] = mapped_column(ForeignKey("complaint.id"))
    position: Mapped[int]
    round: Mapped[int]
    step: Mapped[ComplaintStep] = mapped_column(Word(ComplaintStep))
    at: Mapped[datetime]
    by: Mapped[str] = mapped_column(ForeignKey("staff_member.id"))
    said: Mapped[str]
    """JSON object: the fields of this step by their input names, values as text."""

    __table_args__ = (UniqueConstraint("complaint_id", "position"), {"sqlite_strict": True})
