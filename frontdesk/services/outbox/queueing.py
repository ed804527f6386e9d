"""Puts messages into the outbox, inside the act they follow from."""

from __future__ import annotations

from sqlalchemy import select

from frontdesk.language import Language
from frontdesk.models.callback import Callback
from frontdesk.models.customer import ContactConsent, Customer
from frontdesk.models.enums import Channel, Consent, MessageChannel, MessageState
from frontdesk.models.outbox import OutboxMessage
from frontdesk.models.values import phone
from frontdesk.models.values.ids import new_id
from frontdesk.services.callbacks.wording import salutation
from frontdesk.services.desk import Change, UnitOfWork
from frontdesk.services.outbox.message_texts import load
from frontdesk.services.outbox.wording import body

WAITING = (MessageState.QUEUED, MessageState.COPIED)
"""States of a message that has not gone out yet."""


def queue_for_call(
    work: UnitOfWork, callback: Callback, template: str, language: Language
) -> str | None:
    """Queue the message ``template`` that follows from a call; returns its id.

    ``None`` where none goes out: the customer wants no calls or no messages, or no number is one
    that they reach; the call has had this message, or the same one waits for this customer already
    (several calls taken in one conversation give one).
    """
    customer = work.session.get_one(Customer, callback.customer_id)
    line = next((each for each in customer.phones if can_be_sent(each.number, each.wrong)), None)
    if customer.do_not_call or line is None or _refused(work, customer.id):
        return None
    if _is_there(work, callback, template):
        return None
    house = work.desk.profile
    text = body(
        load(work.session).of(template, language),
        {
            "salutation": salutation(customer.name, customer.gender, customer.kind, language),
            "dealership": house.name,
            "service_phone": house.service_phone,
            "booking_phone": house.booking_phone,
            "rescue_phone": house.rescue_phone,
        },
        language,
    )
    message = OutboxMessage(
        id=new_id(),
        channel=MessageChannel.SMS,
        template=template,
        customer_id=customer.id,
        phone_id=line.id,
        callback_id=callback.id,
        language=language.value,
        body=text,
        queued_at=work.now,
        queued_by=work.desk.actor.id,
    )
    work.session.add(message)
    work.audit("message.queue", "message", message.id, template=template, callback=callback.number)
    work.changed(Change.CALLBACKS)
    return message.id


def drop_for_customer(work: UnitOfWork, customer_id: str) -> None:
    """Withdraw what waits for a customer who wants no calls or messages any more."""
    waiting = work.session.scalars(
        select(OutboxMessage).where(
            OutboxMessage.customer_id == customer_id, OutboxMessage.state.in_(WAITING)
        )
    )
    for message in waiting:
        end(work, message, MessageState.WITHDRAWN, "message.withdraw")


def end(work: UnitOfWork, message: OutboxMessage, state: MessageState, action: str) -> None:
    """The message has gone out, or will not."""
    message.state = state
    message.ended_at, message.ended_by = work.now, work.desk.actor.id
    work.audit(action, "message", message.id, customer=message.customer_id)
    work.changed(Change.CALLBACKS)


def can_be_sent(number: str, wrong: bool) -> bool:
    """Whether a short message reaches it: a mobile number not found wrong."""
    return not wrong and phone.is_mobile(number)


def _refused(work: UnitOfWork, customer_id: str) -> bool:
    """Whether the customer wants no short messages."""
    said = work.session.get(ContactConsent, (customer_id, Channel.SMS))
    return said is not None and said.state is Consent.REFUSED


def _is_there(work: UnitOfWork, callback: Callback, template: str) -> bool:
    found = work.session.scalars(
        select(OutboxMessage.id)
        .where(
            OutboxMessage.customer_id == callback.customer_id,
            OutboxMessage.template == template,
            (OutboxMessage.callback_id == callback.id) | OutboxMessage.state.in_(WAITING),
        )
        .limit(1)
    )
    return found.first() is not None
