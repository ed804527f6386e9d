"""Several calls owed to one household, taken in one conversation: nobody is rung up twice.

A household is a customer, and whoever else is reached under one of the same numbers.
"""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session, lazyload

from frontdesk.errors import UserError
from frontdesk.models.call_kinds import priorities
from frontdesk.models.call_talk import Talk
from frontdesk.models.callback import CallAttempt, Callback
from frontdesk.models.callback_rules import OPEN_STATUSES, is_held, may_make
from frontdesk.models.customer import Customer, CustomerPhone
from frontdesk.models.enums import CallOutcome
from frontdesk.models.vehicle import Vehicle
from frontdesk.services.callbacks import acts, script_shelf
from frontdesk.services.callbacks.dto import HouseholdDue
from frontdesk.services.callbacks.kept import KeptCall, kept_call
from frontdesk.services.callbacks.sheet import read_facts
from frontdesk.services.desk import Change, Desk, UnitOfWork
from frontdesk.services.scripts import Progress, greeted

_STILL_ON_THE_LINE = timedelta(minutes=10)
_MOST = 5


def dues(session: Session, desk: Desk, callback: Callback) -> tuple[HouseholdDue, ...]:
    """What else is due in the household of ``callback`` that this person may ask about.

    Whose calls they are does not matter: the customer is on the line now. The same customer's come
    first, then by priority.
    """
    rows = session.execute(
        select(Callback, Customer.name, Vehicle.plate)
        .join(Customer, Customer.id == Callback.customer_id)
        .outerjoin(Vehicle, Vehicle.id == Callback.vehicle_id)
        .where(
            Callback.customer_id.in_(_members(session, callback.customer_id)),
            Callback.id != callback.id,
            Callback.status.in_(OPEN_STATUSES),
            Callback.due_from <= desk.today,
            Customer.do_not_call.is_(False),
        )
        .options(lazyload(Callback.attempts), lazyload(Callback.answers))
    )
    me, first = desk.actor, priorities(desk.rules)
    found = [
        (row, name, plate)
        for row, name, plate in rows
        if may_make(row.kind, me.roles, me.id, row.served_by) and not _is_anothers(row, desk)
    ]
    found.sort(
        key=lambda one: (
            one[0].customer_id != callback.customer_id,
            first[one[0].kind],
            one[0].due_until,
            one[0].id,
        )
    )
    return tuple(
        HouseholdDue(row.id, row.number, row.version, row.kind, name, plate, row.due_until)
        for row, name, plate in found[:_MOST]
    )


def take_along(work: UnitOfWork, callback: Callback, with_id: str) -> None:
    """Begin ``callback`` in the conversation in which ``with_id`` has just ended.

    Nothing is dialled, hence no hour is asked about; who is speaking is known, hence the greeting
    is passed over where the script marks it. The call is this person's from now on.

    Raises:
        UserError: the conversation is over, or the call is none of this household.
        PermissionDenied: this person does not make such calls, or served the customer.
    """
    acts.check_open(callback)
    before = acts.load(work, with_id)
    last = before.attempts[-1] if before.attempts else None
    if last is None or not _goes_on(work, last):
        raise UserError("callbacks.conversation_over")
    if callback.customer_id not in _members(work.session, before.customer_id):
        raise UserError("callbacks.other_household")
    me = work.desk.actor
    if callback.assigned_to != me.id:
        acts.check_maker(callback, work.desk)
        callback.assigned_to, callback.assigned_at = me.id, work.now
    kept = kept_call(callback)
    if (
        kept is not None
        and kept.by != me.id
        and is_held(callback.started_at, work.now, work.desk.rules)
    ):
        raise UserError("callbacks.taken")
    if kept is None or not kept.progress.given:
        script = script_shelf.newest(work.session, callback.kind)
        callback.script_key, callback.script_version = script.key, script.version
        script_shelf.keep(work, script)
        same = callback.customer_id == before.customer_id
        facts = read_facts(work.session, work.desk, callback)
        kept = KeptCall(by=me.id, progress=greeted(script, facts) if same else Progress())
    callback.progress = kept.model_copy(
        update={
            "by": me.id,
            "along": with_id,
            "reason": last.outside_hours_reason or "",
            "talk": (kept.talk or Talk()).go_on(work.now),
        }
    ).model_dump_json()
    callback.started_at = work.now
    work.audit("callback.take_along", "callback", callback.id, with_=before.number)
    work.changed(Change.CALLBACKS)


def _members(session: Session, customer_id: str) -> set[str]:
    """The customers reached under one of this customer's numbers, and the customer."""
    numbers = select(CustomerPhone.number).where(
        CustomerPhone.customer_id == customer_id, CustomerPhone.wrong.is_(False)
    )
    others = session.scalars(
        select(CustomerPhone.customer_id).where(
            CustomerPhone.number.in_(numbers), CustomerPhone.wrong.is_(False)
        )
    )
    return {customer_id, *others}


def _goes_on(work: UnitOfWork, last: CallAttempt) -> bool:
    """Whether the conversation of this attempt, had by the signed-in person, may still go on."""
    mine = last.by == work.desk.actor.id and last.entered_at is None
    recent = last.ended_at <= work.now <= last.ended_at + _STILL_ON_THE_LINE
    return mine and recent and last.outcome is CallOutcome.REACHED


def _is_anothers(callback: Callback, desk: Desk) -> bool:
    """Whether somebody else is on this call right now."""
    kept = kept_call(callback)
    held = is_held(callback.started_at, desk.now, desk.rules)
    return held and kept is not None and kept.by != desk.actor.id
