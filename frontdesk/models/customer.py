"""The customer file (domain §2): who the person or company is and how to reach them."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from frontdesk.models.base import Base, Record, Word
from frontdesk.models.enums import CustomerKind, CustomerSource, Gender, PhoneOwner
from frontdesk.models.values.ids import new_id


class Customer(Record, Base):
    """One customer file. ``number`` is what people say and print: ``K-2026-000123``."""

    __tablename__ = "customer"

    number: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[CustomerKind] = mapped_column(Word(CustomerKind), default=CustomerKind.PERSON)
    name: Mapped[str] = mapped_column(index=True)
    gender: Mapped[Gender] = mapped_column(Word(Gender), default=Gender.UNKNOWN)
    identity_number: Mapped[str | None] = mapped_column(index=True)
    """18-digit ID number, or the 18-character unified social credit code of a company."""
    birthday: Mapped[date | None]
    email: Mapped[str | None]
    wechat: Mapped[str | None]
    occupation: Mapped[str | None]
    employer: Mapped[str | None]
    address: Mapped[str | None]
    source: Mapped[CustomerSource] = mapped_column(
        Word(CustomerSource), default=CustomerSource.WALK_IN
    )
    member_number: Mapped[str | None]
    member_level: Mapped[str | None]
    preferred_hours: Mapped[str | None]
    do_not_call: Mapped[bool] = mapped_column(default=False)
    specialist_id: Mapped[str | None] = mapped_column(ForeignKey("staff_member.id"), index=True)
    specialist_since: Mapped[date | None]
    """Since when ``specialist_id`` looks after this customer; to be contacted within days."""
    remarks: Mapped[str | None]
    created_at: Mapped[datetime]
    created_by: Mapped[str | None] = mapped_column(ForeignKey("staff_member.id"))
    last_visit_on: Mapped[date | None]
    """Day of the newest visit, kept so that lists and search rank without reading visits."""
    next_due_on: Mapped[date | None]
    """Earliest next maintenance of the customer's cars, kept with each hand-over."""
    phones: Mapped[list[CustomerPhone]] = relationship(
        cascade="all, delete-orphan", lazy="selectin", order_by="CustomerPhone.position"
    )

    __table_args__ = (
        Index("ix_customer_newest", "last_visit_on", "id"),
        Index("ix_customer_next_due_on", "next_due_on"),
        {"sqlite_strict": True},
    )


class CustomerPhone(Base):
    """One number under which a customer is reached, with whose it is; families share numbers."""

    __tablename__ = "customer_phone"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    customer_id: Mapped[str] = mapped_column(
        ForeignKey("customer.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int]
    number: Mapped[str] = mapped_column(index=True)
    """Normalised: digits only, without the country code of China."""
    owner: Mapped[PhoneOwner] = mapped_column(Word(PhoneOwner), default=PhoneOwner.SELF)
    wrong: Mapped[bool] = mapped_column(default=False)
    """Found wrong or empty in a call; asked for at the next visit."""


class CustomerNote(Base):
    """A trait or telling event: dated, signed, never rewritten."""

    __tablename__ = "customer_note"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    customer_id: Mapped[str] = mapped_column(ForeignKey("customer.id"), index=True)
    text: Mapped[str]
    written_at: Mapped[datetime]
    written_by: Mapped[str] = mapped_column(ForeignKey("staff_member.id"))
