"""What follows from complaints: actions with an owner, penalties, approved reports (domain §5)."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from frontdesk.models.base import Base, Record, Word
from frontdesk.models.enums import ActionKind, Comparison, Department, PenaltyPart


class ComplaintAction(Record, Base):
    """A corrective or preventive action: who does it by when; followed until it is done."""

    __tablename__ = "complaint_action"

    complaint_id: Mapped[str] = mapped_column(ForeignKey("complaint.id"), index=True)
    kind: Mapped[ActionKind] = mapped_column(Word(ActionKind))
    words: Mapped[str]
    owner_id: Mapped[str] = mapped_column(ForeignKey("staff_member.id"))
    due_on: Mapped[date]
    set_at: Mapped[datetime]
    set_by: Mapped[str] = mapped_column(ForeignKey("staff_member.id"))
    ended_at: Mapped[datetime | None]
    ended_by: Mapped[str | None] = mapped_column(ForeignKey("staff_member.id"))
    done: Mapped[bool | None]
    """Once ended: done, or given up with the reason in ``result``."""
    result: Mapped[str | None]

    __table_args__ = (
        Index("ix_complaint_action_open", "ended_at", "due_on"),
        {"sqlite_strict": True},
    )


class ComplaintPenalty(Record, Base):
    """What a responsible person or the head of the department bears. Withdrawn, never deleted."""

    __tablename__ = "complaint_penalty"

    complaint_id: Mapped[str] = mapped_column(ForeignKey("complaint.id"), index=True)
    staff_id: Mapped[str | None] = mapped_column(ForeignKey("staff_member.id"))
    person: Mapped[str]
    """The name as it stands on paper; also of people without an account."""
    part: Mapped[PenaltyPart] = mapped_column(Word(PenaltyPart))
    amount_fen: Mapped[int]
    words: Mapped[str | None]
    set_at: Mapped[datetime]
    set_by: Mapped[str] = mapped_column(ForeignKey("staff_member.id"))
    withdrawn_at: Mapped[datetime | None]
    withdrawn_by: Mapped[str | None] = mapped_column(ForeignKey("staff_member.id"))
    withdrawn_why: Mapped[str | None]

    __table_args__ = (
        Index("ix_complaint_penalty_set_at", "set_at"),
        {"sqlite_strict": True},
    )


class PeriodReport(Record, Base):
    """The report of a period as it was approved; from then on neither figures nor paper change."""

    __tablename__ = "period_report"

    kind: Mapped[str]
    """``complaints``: the category statistics form."""
    first: Mapped[date]
    last: Mapped[date]
    scope: Mapped[Department | None] = mapped_column(Word(Department))
    compared: Mapped[Comparison] = mapped_column(Word(Comparison))
    language: Mapped[str]
    measures: Mapped[str]
    prepared_at: Mapped[datetime]
    prepared_by: Mapped[str] = mapped_column(ForeignKey("staff_member.id"))
    approved_at: Mapped[datetime | None]
    approved_by: Mapped[str | None] = mapped_column(ForeignKey("staff_member.id"))
    figures: Mapped[str]
    """JSON of what the form was filled with."""
    pdf: Mapped[bytes | None]
    """The approved paper, byte for byte."""
    sha256: Mapped[bytes | None]

    __table_args__ = (
        Index("ix_period_report_period", "kind", "first", "last"),
        {"sqlite_strict": True},
    )
