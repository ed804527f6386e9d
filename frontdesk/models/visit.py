"""A visit to the workshop from booking to hand-over (domain §3)."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from frontdesk.models.base import Base, Quantity, Record, Word
from frontdesk.models.enums import (
    CarSide,
    DamageKind,
    DamageSize,
    DefectArea,
    Payer,
    PayMethod,
    Satisfaction,
    VisitStatus,
    WorkKind,
)
from frontdesk.models.values.ids import new_id


class Visit(Record, Base):
    """One order. ``number`` stands on the sheet: ``V-2026-000123``."""

    __tablename__ = "visit"

    number: Mapped[str] = mapped_column(unique=True)
    customer_id: Mapped[str] = mapped_column(ForeignKey("customer.id"))
    vehicle_id: Mapped[str] = mapped_column(ForeignKey("vehicle.id"))
    advisor_id: Mapped[str] = mapped_column(ForeignKey("staff_member.id"))
    status: Mapped[VisitStatus] = mapped_column(Word(VisitStatus))
    by_appointment: Mapped[bool] = mapped_column(default=False)
    booked_for: Mapped[datetime | None]
    booked_minutes: Mapped[int | None]
    """How long the appointment takes at the desk's board; the usual time if not said."""
    opened_at: Mapped[datetime]
    """When the intake was begun at the desk; with ``agreed_at`` it gives the check-in minutes."""
    arrived_at: Mapped[datetime | None]
    arrived_on: Mapped[date | None]
    """The desk's calendar day of arrival, so that day questions need no time zone."""
    brought_by: Mapped[str | None]
    brought_by_phone: Mapped[str | None]
    mileage_km: Mapped[int | None]
    fuel_eighths: Mapped[int | None]
    damage: Mapped[str | None]
    """In words; what is marked on the outline is in ``DamageMark``."""
    belongings: Mapped[str | None]
    warning_lamps: Mapped[str | None]
    """``WarningLamp`` values between commas, a comma at both ends."""
    words: Mapped[str | None]
    """The customer's own words, verbatim."""
    why: Mapped[str | None]
    when_happens: Mapped[str | None]
    where_happens: Mapped[str | None]
    who_drives: Mapped[str | None]
    what_happens: Mapped[str | None]
    how_shown: Mapped[str | None]
    how_much: Mapped[str | None]
    advisor_reading: Mapped[str | None]
    """What the advisor makes of it, apart from the customer's words."""
    defect: Mapped[DefectArea | None] = mapped_column(Word(DefectArea))
    safety_fault: Mapped[bool] = mapped_column(default=False, server_default="0")
    repeat_of_id: Mapped[str | None] = mapped_column(ForeignKey("visit.id"))
    """The visit whose repair did not hold (返修)."""
    read_back: Mapped[bool] = mapped_column(default=False)
    words_locked_at: Mapped[datetime | None]
    """Read back and confirmed: from then on words are added (``VisitWords``), never changed."""
    estimate_total: Mapped[Decimal | None]
    promised_at: Mapped[datetime | None]
    agreed_at: Mapped[datetime | None]
    declined_reason: Mapped[str | None]
    declined_on: Mapped[date | None]
    ready_at: Mapped[datetime | None]
    handed_over_at: Mapped[datetime | None]
    handed_over_on: Mapped[date | None]
    actual_total: Mapped[Decimal | None]
    """Charged for this order, whoever pays: what the workshop put out. What a customer spent is
    the sum of the items that customer or insurer pay (``services.classes.facts``)."""
    pay_method: Mapped[PayMethod | None] = mapped_column(Word(PayMethod))
    replaced_parts: Mapped[str | None]
    advice: Mapped[str | None]
    next_maintenance_on: Mapped[date | None]
    next_maintenance_km: Mapped[int | None]
    desk_satisfaction: Mapped[Satisfaction | None] = mapped_column(Word(Satisfaction))
    prints: Mapped[int] = mapped_column(default=0)
    hand_over_prints: Mapped[int] = mapped_column(default=0, server_default="0")
    items: Mapped[list[VisitItem]] = relationship(
        cascade="all, delete-orphan", lazy="selectin", order_by="VisitItem.position"
    )

    __table_args__ = (
        Index("ix_visit_customer", "customer_id", "arrived_on"),
        Index("ix_visit_vehicle", "vehicle_id", "arrived_on"),
        Index("ix_visit_status", "status", "promised_at"),
        Index("ix_visit_arrived_on", "arrived_on"),
        Index("ix_visit_handed_over_on", "handed_over_on"),
        Index("ix_visit_customer_handed_over", "customer_id", "handed_over_on"),
        Index("ix_visit_booked_for", "booked_for", sqlite_where=text("booked_for IS NOT NULL")),
        Index(
            "ix_visit_repeat_of_id",
            "repeat_of_id",
            sqlite_where=text("repeat_of_id IS NOT NULL"),
        ),
        {"sqlite_strict": True},
    )


class VisitItem(Base):
    """One work item: labour and parts as promised and, after hand-over, as charged."""

    __tablename__ = "visit_item"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    visit_id: Mapped[str] = mapped_column(ForeignKey("visit.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    kind: Mapped[WorkKind] = mapped_column(Word(WorkKind))
    description: Mapped[str]
    labour: Mapped[Decimal]
    """Labour in yuan for the whole item."""
    part: Mapped[str | None]
    quantity: Mapped[Decimal] = mapped_column(Quantity)
    unit_price: Mapped[Decimal]
    """Yuan for one piece of the part; 0 without a part."""
    actual_amount: Mapped[Decimal | None]
    """Yuan charged at hand-over for labour and parts together."""
    code: Mapped[str | None]
    """Of the price list, as it was then."""
    part_number: Mapped[str | None]
    labour_hours: Mapped[Decimal | None] = mapped_column(Quantity)
    labour_rate: Mapped[Decimal | None]
    """Yuan an hour; hours times rate made ``labour``, unless that was typed."""
    discount: Mapped[Decimal] = mapped_column(default=Decimal(0), server_default="0")
    """Yuan off the line."""
    payer: Mapped[Payer] = mapped_column(
        Word(Payer), default=Payer.CUSTOMER, server_default=Payer.CUSTOMER.value
    )
    declined_why: Mapped[str | None]
    """Advised, and not wanted: counts for nothing in the sum and is told at the next visit."""

    __table_args__ = (
        # Work advised and not wanted is rare among all that was done.
        Index(
            "ix_visit_item_declined",
            "visit_id",
            sqlite_where=text("declined_why IS NOT NULL"),
        ),
        {"sqlite_strict": True},
    )


class VisitChange(Base):
    """A later change of items, price or time, never silent: who asked whom, how, and the answer."""

    __tablename__ = "visit_change"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    visit_id: Mapped[str] = mapped_column(ForeignKey("visit.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime]
    by: Mapped[str] = mapped_column(ForeignKey("staff_member.id"))
    what: Mapped[str]
    why: Mapped[str]
    asked_whom: Mapped[str]
    asked_how: Mapped[str]
    agreed: Mapped[bool]
    promised_before: Mapped[datetime | None]
    promised_after: Mapped[datetime | None]
    total_before: Mapped[Decimal | None]
    total_after: Mapped[Decimal | None]
    prints: Mapped[int] = mapped_column(default=0, server_default="0")


class VisitWords(Base):
    """What the customer said after the words were locked; never rewritten."""

    __tablename__ = "visit_words"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    visit_id: Mapped[str] = mapped_column(ForeignKey("visit.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime]
    by: Mapped[str] = mapped_column(ForeignKey("staff_member.id"))
    words: Mapped[str]


class DamageMark(Base):
    """One damage on the car outline (环车检查)."""

    __tablename__ = "damage_mark"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    visit_id: Mapped[str] = mapped_column(ForeignKey("visit.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    side: Mapped[CarSide] = mapped_column(Word(CarSide))
    x: Mapped[int]
    """Thousandths of the width of the side's picture, from its left."""
    y: Mapped[int]
    """Thousandths of its height, from its top."""
    kind: Mapped[DamageKind] = mapped_column(Word(DamageKind))
    size: Mapped[DamageSize] = mapped_column(Word(DamageSize))
    note: Mapped[str | None]
    attachment_id: Mapped[str | None] = mapped_column(ForeignKey("attachment.id"))
    """A photo of it."""
