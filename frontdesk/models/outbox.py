"""Messages to customers that wait to be sent (domain §4.2, §6)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from frontdesk.models.base import Base, Record, Word
from frontdesk.models.enums import MessageChannel, MessageState


class OutboxMessage(Record, Base):
    """One message as it will go out; what was queued is never rewritten, only ended."""

    __tablename__ = "outbox_message"

    channel: Mapped[MessageChannel] = mapped_column(Word(MessageChannel))
    template: Mapped[str]
    """What the message is about: ``callback.thanks``, ``callback.unreached``."""
    customer_id: Mapped[str] = mapped_column(ForeignKey("customer.id"), index=True)
    phone_id: Mapped[str | None]
    """The number chosen; a plain name, for numbers come and go."""
    callback_id: Mapped[str | None] = mapped_column(ForeignKey("callback.id"), index=True)
    language: Mapped[str]
    body: Mapped[str]
    queued_at: Mapped[datetime]
    queued_by: Mapped[str] = mapped_column(ForeignKey("staff_member.id"))
    state: Mapped[MessageState] = mapped_column(Word(MessageState), default=MessageState.QUEUED)
    ended_at: Mapped[datetime | None]
    ended_by: Mapped[str | None] = mapped_column(ForeignKey("staff_member.id"))

    __table_args__ = (
        Index("ix_outbox_message_state", "state", "queued_at"),
        {"sqlite_strict": True},
    )
