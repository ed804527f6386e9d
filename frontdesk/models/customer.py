"""The customer file (domain §2): who the person or company is and how to reach them."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from frontdesk.models.base import Base, Record, Word
from frontdesk.models.enums import (
    Channel,
    Consent,
    CustomerKind,
    CustomerSource,
    FamilyTie,
    Gender,
    PayMethod,
    PhoneOwner,
    ValueClass,
)
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
    lunar_month: Mapped[int | None]
    """The lunar birthday, kept beside the solar one; either may be missing."""
    lunar_day: Mapped[int | None]
    lunar_leap: Mapped[bool | None]
    """Born in a leap month (闰月)."""
    education: Mapped[str | None]
    income_band: Mapped[str | None]
    ethnicity: Mapped[str | None]
    hobbies: Mapped[str | None]
    email: Mapped[str | None]
    wechat: Mapped[str | None]
    occupation: Mapped[str | None]
    employer: Mapped[str | None]
    employer_address: Mapped[str | None]
    region_code: Mapped[str | None]
    """Six digits of GB/T 2260: province, city, district of the home address."""
    address: Mapped[str | None]
    """Street or village and house."""
    source: Mapped[CustomerSource] = mapped_column(
        Word(CustomerSource), default=CustomerSource.WALK_IN
    )
    referrer_id: Mapped[str | None] = mapped_column(ForeignKey("customer.id"), index=True)
    referred_by: Mapped[str | None]
    """Who sent them, in words; ``referrer_id`` when that is a customer."""
    member_number: Mapped[str | None]
    member_level: Mapped[str | None]
    member_expires_on: Mapped[date | None]
    services_of_interest: Mapped[str | None]
    usual_payment: Mapped[PayMethod | None] = mapped_column(Word(PayMethod))
    preferred_channel: Mapped[Channel | None] = mapped_column(Word(Channel))
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
    value_class: Mapped[ValueClass | None] = mapped_column(Word(ValueClass))
    """The class in force: computed, or ``own_class``."""
    value_why: Mapped[str | None]
    """JSON: the computed class and its reasons as codes with figures."""
    valued_on: Mapped[date | None]
    own_class: Mapped[ValueClass | None] = mapped_column(Word(ValueClass))
    """Set by a manager, with the reason; beats what is computed."""
    own_class_why: Mapped[str | None]
    own_class_by: Mapped[str | None] = mapped_column(ForeignKey("staff_member.id"))
    own_class_at: Mapped[datetime | None]
    lost_since: Mapped[date | None]
    """The day the customer became lost; ``None`` while active or never here."""
    badges: Mapped[str | None]
    """``Badge`` values between commas, a comma at both ends."""
    opinion_leader: Mapped[bool] = mapped_column(default=False, server_default="0")
    erased_at: Mapped[datetime | None]
    """When the person was removed on request; the row stays for the statistics."""
    phones: Mapped[list[CustomerPhone]] = relationship(
        cascade="all, delete-orphan", lazy="selectin", order_by="CustomerPhone.position"
    )

    __table_args__ = (
        Index("ix_customer_newest", "last_visit_on", "id"),
        Index("ix_customer_next_due_on", "next_due_on"),
        # Segments are counted by walking these columns alone.
        Index(
            "ix_customer_segments",
            "value_class",
            "lost_since",
            "kind",
            "occupation",
            "region_code",
            "badges",
            "do_not_call",
            "erased_at",
            "member_number",
            "member_level",
            "address",
            "id",
        ),
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
    flagged: Mapped[bool] = mapped_column(default=False, server_default="0")
    """To be seen at once when the customer comes."""


class FamilyMember(Base):
    """Somebody of the customer's family."""

    __tablename__ = "family_member"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    customer_id: Mapped[str] = mapped_column(
        ForeignKey("customer.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int]
    name: Mapped[str]
    tie: Mapped[FamilyTie] = mapped_column(Word(FamilyTie))
    birthday: Mapped[date | None]
    note: Mapped[str | None]


class ContactConsent(Base):
    """What the customer said of one channel. For the telephone ``do_not_call`` is what counts."""

    __tablename__ = "contact_consent"

    customer_id: Mapped[str] = mapped_column(
        ForeignKey("customer.id", ondelete="CASCADE"), primary_key=True
    )
    channel: Mapped[Channel] = mapped_column(Word(Channel), primary_key=True)
    state: Mapped[Consent] = mapped_column(Word(Consent))
    said_at: Mapped[datetime]
    noted_by: Mapped[str] = mapped_column(ForeignKey("staff_member.id"))
