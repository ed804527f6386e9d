"""The outbox as the people at the desk use it: sending itself is done in the carrier's window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from frontdesk.errors import Conflict, NotFound, UserError
from frontdesk.language import Language
from frontdesk.models.callback import Callback
from frontdesk.models.customer import Customer, CustomerPhone
from frontdesk.models.enums import MessageState
from frontdesk.models.outbox import OutboxMessage
from frontdesk.models.staff import StaffMember
from frontdesk.models.values import phone
from frontdesk.services.desk import Change, Desk, UnitOfWork
from frontdesk.services.drafts import drop_draft
from frontdesk.services.outbox.dto import Message, MessageFilter, Outgoing
from frontdesk.services.outbox.message_texts import FORM, MessageTexts, keep, load, tidied
from frontdesk.services.outbox.queueing import WAITING, can_be_sent, end
from frontdesk.services.permissions import Permission, requires
from frontdesk.services.segments import narrowing
from frontdesk.services.settings import own_changes


class OutboxService:
    """Messages that wait, are copied into the carrier's window, and are marked as sent."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @requires(Permission.VIEW_CALLS)
    def list(self, wanted: MessageFilter = MessageFilter()) -> tuple[Message, ...]:  # noqa: B008
        """The messages, newest first."""
        with self.desk.read() as session:
            return _messages(self.desk, session, wanted)

    @requires(Permission.VIEW_CALLS)
    def waiting(self) -> int:
        """How many have not gone out yet."""
        with self.desk.read() as session:
            count = select(func.count()).where(OutboxMessage.state.in_(WAITING))
            return session.scalar(count) or 0

    @requires(Permission.MANAGE_SCRIPTS)
    def texts(self) -> MessageTexts:
        """What messages say from now on."""
        with self.desk.read() as session:
            return load(session)

    @requires(Permission.MANAGE_SCRIPTS)
    def save_texts(self, texts: MessageTexts, seen: MessageTexts | None = None) -> MessageTexts:
        """Change what messages say; the texts as kept. Those that wait keep their words.

        ``seen`` are the texts they were typed over: those that are the same are left alone.

        Raises:
            Conflict: someone else has changed one of them since they were ``seen``.
            UserError: a text is missing, too long, or names a field there is not; ``field`` says
                which. Several are ``InputErrors``.
        """
        tidy = tidied(texts)
        with self.desk.write() as work:
            before = load(work.session)
            if seen is not None:
                tidy = replace(before, **own_changes(asdict(tidy), asdict(seen), asdict(before)))
            keep(work, before, tidy)
            drop_draft(work, FORM)
        return tidy

    @requires(Permission.SEE_PHONES)
    def copy(self, message_id: str) -> Outgoing:
        """Number and text to be sent by hand; that the number was shown is logged.

        Raises:
            UserError: it was sent or withdrawn, or no number is left to send it to.
        """
        with self.desk.write() as work:
            message = _open(work, message_id)
            _refuse_unwanted(work.session, message)
            number = _number(work.session, message)
            if number is None:
                raise UserError("outbox.no_number")
            message.state = MessageState.COPIED
            work.audit("message.copy", "message", message.id, customer=message.customer_id)
            work.audit("phone.reveal", "customer", message.customer_id, message=message.id)
            work.changed(Change.CALLBACKS)
            return Outgoing(number, message.body)

    @requires(Permission.MAKE_CALLS)
    def mark_sent(self, messages: Sequence[tuple[str, int]]) -> None:
        """The messages (id and version) went out.

        Raises:
            UserError: one was sent or withdrawn already, or its customer wants no messages.
            Conflict: someone else has dealt with one since ``version``.
        """
        with self.desk.write() as work:
            for message_id, version in messages:
                message = _open(work, message_id, version)
                _refuse_unwanted(work.session, message)
                end(work, message, MessageState.SENT, "message.sent")

    @requires(Permission.MAKE_CALLS)
    def withdraw(self, messages: Sequence[tuple[str, int]]) -> None:
        """The messages (id and version) are not to go out; raises as ``mark_sent`` does."""
        with self.desk.write() as work:
            for message_id, version in messages:
                message = _open(work, message_id, version)
                end(work, message, MessageState.WITHDRAWN, "message.withdraw")


def _open(work: UnitOfWork, message_id: str, version: int | None = None) -> OutboxMessage:
    message = work.session.get(OutboxMessage, message_id)
    if message is None:
        raise NotFound("outbox.not_found")
    if version is not None and message.version != version:
        raise Conflict("record.changed_meanwhile")
    if message.state not in WAITING:
        raise UserError("outbox.ended", state=message.state)
    return message


def _refuse_unwanted(session: Session, message: OutboxMessage) -> None:
    """Do-not-disturb always wins, also when it was set after the message was queued."""
    if session.scalar(select(Customer.do_not_call).where(Customer.id == message.customer_id)):
        raise UserError("outbox.do_not_call")


def _number(session: Session, message: OutboxMessage) -> str | None:
    """The number chosen when it was queued while it is right, else another mobile number."""
    lines = session.execute(
        select(CustomerPhone.id, CustomerPhone.number, CustomerPhone.wrong)
        .where(CustomerPhone.customer_id == message.customer_id)
        .order_by(CustomerPhone.position)
    ).all()
    able = [line for line in lines if can_be_sent(line.number, line.wrong)]
    able.sort(key=lambda line: line.id != message.phone_id)
    return able[0].number if able else None


def _messages(desk: Desk, session: Session, wanted: MessageFilter) -> tuple[Message, ...]:
    queued, ended = aliased(StaffMember), aliased(StaffMember)
    query = (
        select(OutboxMessage, Customer.name, Callback.number, queued.name, ended.name)
        .join(Customer, Customer.id == OutboxMessage.customer_id)
        .join(queued, queued.id == OutboxMessage.queued_by)
        .outerjoin(ended, ended.id == OutboxMessage.ended_by)
        .outerjoin(Callback, Callback.id == OutboxMessage.callback_id)
        .order_by(OutboxMessage.queued_at.desc(), OutboxMessage.id.desc())
        .limit(wanted.limit)
    )
    if wanted.waiting:
        query = query.where(OutboxMessage.state.in_(WAITING))
    theirs = narrowing.of_theirs(desk, session, wanted.narrowing, OutboxMessage.customer_id)
    rows = session.execute(query.where(*theirs)).all()
    numbers = _masked(session, [row[0] for row in rows])
    return tuple(
        Message(
            id=message.id,
            version=message.version,
            template=message.template,
            channel=message.channel,
            state=message.state,
            language=Language(message.language),
            body=message.body,
            customer_id=message.customer_id,
            customer_name=name,
            phone=numbers.get(message.id, ""),
            callback_id=message.callback_id,
            callback_number=number,
            queued_at=message.queued_at,
            queued_by=by,
            ended_at=message.ended_at,
            ended_by=ended_by,
        )
        for message, name, number, by, ended_by in rows
    )


def _masked(session: Session, messages: Sequence[OutboxMessage]) -> dict[str, str]:
    """Where each goes, masked, by the message's id."""
    customers = {message.customer_id for message in messages}
    lines: dict[str, list[tuple[str, str]]] = {}
    found = session.execute(
        select(
            CustomerPhone.customer_id, CustomerPhone.id, CustomerPhone.number, CustomerPhone.wrong
        )
        .where(CustomerPhone.customer_id.in_(customers))
        .order_by(CustomerPhone.position)
    )
    for customer, id_, number, wrong in found:
        if can_be_sent(number, wrong):
            lines.setdefault(customer, []).append((id_, number))
    masked = {}
    for message in messages:
        able = dict(lines.get(message.customer_id, ()))
        if able:
            number = able.get(message.phone_id or "") or next(iter(able.values()))
            masked[message.id] = phone.masked(number)
    return masked
