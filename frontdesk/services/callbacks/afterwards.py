"""What a call leaves behind when it has ended: a message, what was promised, notes in the file."""

from __future__ import annotations

from collections.abc import Iterator

from frontdesk.errors import UserError
from frontdesk.models.callback import Callback
from frontdesk.models.customer import CustomerNote
from frontdesk.models.enums import CallbackKind, CallbackStatus
from frontdesk.models.vehicle import Vehicle
from frontdesk.models.visit import Visit
from frontdesk.services.callbacks import script_shelf
from frontdesk.services.callbacks.dto import AfterCall
from frontdesk.services.callbacks.sheet import read_facts
from frontdesk.services.callbacks.wording import maintenance_due
from frontdesk.services.desk import Change, UnitOfWork
from frontdesk.services.intake import kept
from frontdesk.services.outbox.queueing import drop_for_customer, queue_for_call
from frontdesk.services.scripts import Progress, Step, position
from frontdesk.texts.callbacks import MAINTENANCE_PROMISED, MAINTENANCE_TOLD
from frontdesk.texts.messages import THANKS, UNREACHED

_NO_MESSAGE = frozenset({CallbackKind.SPOT_CHECK})
"""Calls that look at our own work: the customer is not written to about them."""
_NEXT = "{next_maintenance}"


def after_finish(
    work: UnitOfWork, callback: Callback, progress: Progress, after: AfterCall
) -> None:
    """Queue the thanks and keep what was said about the next maintenance.

    Raises:
        UserError: the day named for the maintenance lies in the past, or there is no car.
    """
    thank = work.desk.rules.thank_after_call if after.thank is None else after.thank
    if thank and callback.kind not in _NO_MESSAGE:
        queue_for_call(work, callback, THANKS, after.language)
    if after.maintenance_on is not None:
        _promise(work, callback, after)
    elif any(_NEXT in step.text.in_(after.language) for step in _said(work, callback, progress)):
        _note_told(work, callback, after)


def after_attempt(work: UnitOfWork, callback: Callback) -> str | None:
    """Where the call was closed as unreached, a message goes instead; its id.

    Whoever wants no calls gets none of the messages that wait either.
    """
    if callback.status is CallbackStatus.DO_NOT_CALL:
        drop_for_customer(work, callback.customer_id)
    if callback.status is not CallbackStatus.UNREACHED or callback.kind in _NO_MESSAGE:
        return None
    return queue_for_call(work, callback, UNREACHED, AfterCall().language)


def _said(work: UnitOfWork, callback: Callback, progress: Progress) -> Iterator[Step]:
    """The steps spoken in the call, in order."""
    script = script_shelf.kept(
        work.session, callback.script_key, callback.script_version, callback.kind
    )
    facts = read_facts(work.session, work.desk, callback)
    for upto in range(len(progress.given) + 1):
        so_far = Progress(given=progress.given[:upto])
        yield from position(script, so_far, facts).say


def _promise(work: UnitOfWork, callback: Callback, after: AfterCall) -> None:
    on = after.maintenance_on
    if on is None or callback.vehicle_id is None:
        raise UserError("callbacks.no_car", field="maintenance_on")
    if on < work.today:
        raise UserError("callbacks.maintenance_past", field="maintenance_on")
    kept.promised(work.session, callback.vehicle_id, on)
    work.audit("vehicle.promise", "vehicle", callback.vehicle_id, on=on, callback=callback.number)
    day = maintenance_due(on, None, after.language)
    text = MAINTENANCE_PROMISED.in_(after.language)
    _note(work, callback, text.format(day=day, number=callback.number))


def _note_told(work: UnitOfWork, callback: Callback, after: AfterCall) -> None:
    visit = work.session.get(Visit, callback.visit_id) if callback.visit_id else None
    car = work.session.get(Vehicle, callback.vehicle_id) if callback.vehicle_id else None
    source = visit if visit and (visit.next_maintenance_on or visit.next_maintenance_km) else car
    if source is None:
        return
    due = maintenance_due(source.next_maintenance_on, source.next_maintenance_km, after.language)
    if due is not None:
        text = MAINTENANCE_TOLD.in_(after.language)
        _note(work, callback, text.format(due=due, number=callback.number))


def _note(work: UnitOfWork, callback: Callback, text: str) -> None:
    work.session.add(
        CustomerNote(
            customer_id=callback.customer_id,
            text=text,
            written_at=work.now,
            written_by=work.desk.actor.id,
        )
    )
    work.audit("customer.note", "customer", callback.customer_id, callback=callback.number)
    work.changed(Change.CUSTOMERS)
