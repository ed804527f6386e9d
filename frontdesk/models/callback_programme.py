"""What calls need beside themselves: absences, lists, routine sheets, spot checks (domain §4)."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from frontdesk.models.base import Base, Record, Word
from frontdesk.models.enums import CallbackKind, SpotRule, SpotVerdict


class Absence(Record, Base):
    """Days on which a member of the staff is given no calls. Withdrawn, never deleted."""

    __tablename__ = "absence"

    staff_id: Mapped[str] = mapped_column(ForeignKey("staff_member.id"))
    first: Mapped[date]
    last: Mapped[date]
    why: Mapped[str | None]
    noted_at: Mapped[datetime]
    noted_by: Mapped[str] = mapped_column(ForeignKey("staff_member.id"))
    withdrawn_at: Mapped[datetime | None]

    __table_args__ = (
        Index("ix_absence_days", "last", "first"),
        {"sqlite_strict": True},
    )


class CallList(Record, Base):
    """Customers to be called for one reason: the lost of a month, a festival, a promotion."""

    __tablename__ = "call_list"

    kind: Mapped[CallbackKind] = mapped_column(Word(CallbackKind))
    """``special_period`` or ``lost_customer``."""
    name: Mapped[str]
    occasion: Mapped[str]
    """What is to be said why we call; a field of the script."""
    first: Mapped[date]
    last: Mapped[date]
    """The days on which its calls are to be made."""
    criteria: Mapped[str]
    """JSON of what was asked for when the list was made."""
    made_at: Mapped[datetime]
    made_by: Mapped[str] = mapped_column(ForeignKey("staff_member.id"))
    closed_at: Mapped[datetime | None]
    """Since then its calls still open are withdrawn."""

    __table_args__ = (Index("ix_call_list_days", "last"), {"sqlite_strict": True})


class CallListMember(Base):
    """One customer on a list."""

    __tablename__ = "call_list_member"

    call_list_id: Mapped[str] = mapped_column(ForeignKey("call_list.id"), primary_key=True)
    customer_id: Mapped[str] = mapped_column(
        ForeignKey("customer.id"), primary_key=True, index=True
    )
    vehicle_id: Mapped[str | None] = mapped_column(ForeignKey("vehicle.id"))

    __table_args__ = ({"sqlite_strict": True},)


class RoutineSheet(Record, Base):
    """The new-car routine sheet of one delivered car: signed, and checked by customer service.

    Its lines are the routine calls themselves, by stage.
    """

    __tablename__ = "routine_sheet"

    vehicle_id: Mapped[str] = mapped_column(ForeignKey("vehicle.id"))
    customer_id: Mapped[str] = mapped_column(ForeignKey("customer.id"))
    delivered_on: Mapped[date]
    signed_at: Mapped[datetime | None]
    signed_by: Mapped[str | None] = mapped_column(ForeignKey("staff_member.id"))
    signed_note: Mapped[str | None]
    checked_at: Mapped[datetime | None]
    checked_by: Mapped[str | None] = mapped_column(ForeignKey("staff_member.id"))
    check_note: Mapped[str | None]
    prints: Mapped[int] = mapped_column(default=0)

    __table_args__ = (
        UniqueConstraint("vehicle_id", "customer_id"),
        Index("ix_routine_sheet_delivered_on", "delivered_on"),
        {"sqlite_strict": True},
    )


class SpotCheck(Record, Base):
    """A call drawn to be looked at again; the call ``recall_id`` asks whether it was made."""

    __tablename__ = "spot_check"

    callback_id: Mapped[str] = mapped_column(ForeignKey("callback.id"), unique=True)
    rule: Mapped[SpotRule] = mapped_column(Word(SpotRule))
    recall_id: Mapped[str | None] = mapped_column(ForeignKey("callback.id"))
    drawn_at: Mapped[datetime]
    drawn_by: Mapped[str] = mapped_column(ForeignKey("staff_member.id"))
    verdict: Mapped[SpotVerdict | None] = mapped_column(Word(SpotVerdict))
    note: Mapped[str | None]
    judged_at: Mapped[datetime | None]
    judged_on: Mapped[date | None]
    judged_by: Mapped[str | None] = mapped_column(ForeignKey("staff_member.id"))

    __table_args__ = (
        Index("ix_spot_check_judged_on", "judged_on"),
        {"sqlite_strict": True},
    )
