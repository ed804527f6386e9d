"""Segments kept by name, and how customers went from class to class (domain §2)."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from frontdesk.models.base import Base, Record, Word
from frontdesk.models.enums import ValueClass
from frontdesk.models.values.ids import new_id


class Segment(Record, Base):
    """A choice of customers kept by name; who is in it is found anew each time."""

    __tablename__ = "segment"

    name: Mapped[str] = mapped_column(unique=True)
    criteria: Mapped[str]
    """JSON of ``services.segments.inputs.Criteria``."""
    made_at: Mapped[datetime]
    made_by: Mapped[str] = mapped_column(ForeignKey("staff_member.id"))
    ended_at: Mapped[datetime | None]


class ClassChange(Base):
    """A customer went from one value class to another."""

    __tablename__ = "class_change"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    customer_id: Mapped[str] = mapped_column(ForeignKey("customer.id"), index=True)
    on: Mapped[date] = mapped_column(index=True)
    before: Mapped[ValueClass | None] = mapped_column(Word(ValueClass))
    after: Mapped[ValueClass | None] = mapped_column(Word(ValueClass))
    why: Mapped[str]
    """JSON, as ``Customer.value_why``."""
    by: Mapped[str | None] = mapped_column(ForeignKey("staff_member.id"))
    """The manager who set it; ``None`` when computed."""


class CustomerLoss(Base):
    """A time in which a customer was lost (流失): churn and won back are counted from these."""

    __tablename__ = "customer_loss"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    customer_id: Mapped[str] = mapped_column(ForeignKey("customer.id"), index=True)
    lost_on: Mapped[date]
    back_on: Mapped[date | None]

    __table_args__ = (
        Index("ix_customer_loss_days", "lost_on", "back_on"),
        {"sqlite_strict": True},
    )
