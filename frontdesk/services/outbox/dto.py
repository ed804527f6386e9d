"""What the window is shown of messages: frozen, numbers masked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from frontdesk.language import Language
from frontdesk.models.enums import MessageChannel, MessageState
from frontdesk.services.segments.narrowing_dto import EVERYBODY, Narrowing


@dataclass(frozen=True, slots=True)
class MessageFilter:
    """``waiting``: only those not sent or withdrawn yet. ``narrowing``: only to these customers.

    ``limit``: rows at most, newest first.
    """

    waiting: bool = True
    narrowing: Narrowing = EVERYBODY
    limit: int = 300


@dataclass(frozen=True, slots=True)
class Message:
    """One message. ``phone`` is masked, '' where the customer has no usable number any more."""

    id: str
    version: int
    template: str
    channel: MessageChannel
    state: MessageState
    language: Language
    body: str
    customer_id: str
    customer_name: str
    phone: str
    callback_id: str | None
    callback_number: str | None
    queued_at: datetime
    queued_by: str
    ended_at: datetime | None
    ended_by: str | None


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What is put into the carrier's window: the full number and the text."""

    number: str
    body: str
