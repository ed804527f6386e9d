"""Calls that fall due, their attempts and their answers (domain §4)."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from frontdesk.models.base import Base, Record, Word
from frontdesk.models.enums import CallbackKind, CallbackStatus, CallOutcome, Satisfaction
from frontdesk.models.values.ids import new_id


class Callback(Record, Base):
    """One call to make. ``occasion`` names the event it springs from, so none is made twice."""

    __tablename__ = "callback"

    number: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[CallbackKind] = mapped_column(Word(CallbackKind))
    occasion: Mapped[str]
    """The visit, vehicle or complaint id (with the stage, for routine calls) it springs from."""
    stage: Mapped[str | None]
    """Of a routine call: which one of its sheet, as ``d0``, ``d3``, ``d7``, ``d15``, ``m1`` …"""
    customer_id: Mapped[str] = mapped_column(ForeignKey("customer.id"))
    vehicle_id: Mapped[str | None] = mapped_column(ForeignKey("vehicle.id"))
    visit_id: Mapped[str | None] = mapped_column(ForeignKey("visit.id"), index=True)
    served_by: Mapped[str | None] = mapped_column(ForeignKey("staff_member.id"))
    """Who served the customer and therefore must not make a call that measures satisfaction."""
    assigned_to: Mapped[str | None] = mapped_column(ForeignKey("staff_member.id"))
    status: Mapped[CallbackStatus] = mapped_column(Word(CallbackStatus), default=CallbackStatus.DUE)
    due_from: Mapped[date]
    due_until: Mapped[date]
    next_try_at: Mapped[datetime | None]
    """The agreed moment, or the earliest next attempt."""
    script_key: Mapped[str]
    script_version: Mapped[int]
    progress: Mapped[str | None]
    """JSON of the script state of an interrupted call: it goes on at the same step."""
    started_at: Mapped[datetime | None]
    satisfaction: Mapped[Satisfaction | None] = mapped_column(Word(Satisfaction))
    score: Mapped[int | None]
    """0–100, where the questionnaire gives one."""
    suggestion: Mapped[str | None]
    note: Mapped[str | None]
    closed_at: Mapped[datetime | None]
    closed_on: Mapped[date | None]
    closed_by: Mapped[str | None] = mapped_column(ForeignKey("staff_member.id"))
    withdrawn_why: Mapped[str | None]
    """Why it is not owed any more: a key of ``texts.callbacks``."""
    assigned_at: Mapped[datetime | None]
    """Since when it is ``assigned_to``'s."""
    created_at: Mapped[datetime]
    attempts: Mapped[list[CallAttempt]] = relationship(
        lazy="selectin", order_by="CallAttempt.position"
    )
    answers: Mapped[list[CallAnswer]] = relationship(
        cascade="all, delete-orphan", lazy="selectin", order_by="CallAnswer.position"
    )

    __table_args__ = (
        UniqueConstraint("kind", "occasion"),
        Index("ix_callback_open", "status", "due_until", "id"),
        # The queue is looked at by walking these columns of what is open alone.
        Index(
            "ix_callback_queue",
            "status",
            "due_from",
            "kind",
            "due_until",
            "next_try_at",
            "assigned_to",
            "served_by",
            "id",
            sqlite_where=text("status IN ('agreed_time', 'due', 'retry')"),
        ),
        Index("ix_callback_customer", "customer_id", "due_from"),
        Index("ix_callback_closed_on", "closed_on"),
        {"sqlite_strict": True},
    )


class CallAttempt(Base):
    """One attempt to reach the customer; every one is kept."""

    __tablename__ = "call_attempt"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    callback_id: Mapped[str] = mapped_column(ForeignKey("callback.id"), index=True)
    position: Mapped[int]
    started_at: Mapped[datetime]
    """``ended_at`` less the time talked: what the customer waited on hold is left out."""
    ended_at: Mapped[datetime]
    by: Mapped[str] = mapped_column(ForeignKey("staff_member.id"))
    outcome: Mapped[CallOutcome] = mapped_column(Word(CallOutcome))
    note: Mapped[str | None]
    outside_hours_reason: Mapped[str | None]
    entered_at: Mapped[datetime | None]
    """When it was entered, for an attempt noted on paper first."""
    with_callback_id: Mapped[str | None]
    """The call in whose conversation this one was taken along (its id)."""


class CallAnswer(Base):
    """One answer of a finished call."""

    __tablename__ = "call_answer"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    callback_id: Mapped[str] = mapped_column(
        ForeignKey("callback.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int]
    step: Mapped[str]
    """Key of the script's step."""
    value: Mapped[str]
    """Key of the choice, the figure of a scale, or the words."""


class ScriptVersion(Base):
    """A script as it was when published. Calls keep the version they were made with."""

    __tablename__ = "script_version"

    key: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    """Of the calls it is for: a ``CallbackKind`` or an ``IncomingKind``."""
    body: Mapped[str]
    """The script as JSON."""
    published_at: Mapped[datetime]
