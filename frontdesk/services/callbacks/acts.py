"""What changes a call, each inside one unit of work: start, attempt, finish."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from frontdesk.clock import local
from frontdesk.errors import Conflict, NotFound, PermissionDenied, UserError
from frontdesk.models.call_outcomes import CallFlag, OutcomeRule, by_outcome
from frontdesk.models.call_talk import Talk
from frontdesk.models.callback import CallAnswer, CallAttempt, Callback
from frontdesk.models.callback_rules import (
    CALLERS,
    OPEN_STATUSES,
    AfterAttempt,
    after_attempt,
    is_held,
    may_dial,
    may_make,
    may_take,
)
from frontdesk.models.complaint import Complaint
from frontdesk.models.customer import Customer, CustomerNote, CustomerPhone
from frontdesk.models.enums import CallbackStatus, CallOutcome
from frontdesk.models.values import text as texts
from frontdesk.services.callbacks import script_shelf
from frontdesk.services.callbacks.calendar import working_days
from frontdesk.services.callbacks.kept import KeptCall, kept_call, talk_of
from frontdesk.services.callbacks.sheet import agreed_at, read_facts, waiting
from frontdesk.services.desk import Change, Desk, UnitOfWork
from frontdesk.services.scripts import Given, Progress, Script, missing, position, result, tidied


def load(work: UnitOfWork, callback_id: str, version: int | None = None) -> Callback:
    """The call as it is stored now.

    Raises:
        NotFound: there is none.
        Conflict: it is no longer the ``version`` the person looked at.
    """
    callback = work.session.get(Callback, callback_id)
    if callback is None:
        raise NotFound("callbacks.not_found")
    if version is not None and callback.version != version:
        raise Conflict("record.changed_meanwhile")
    return callback


def check_open(callback: Callback) -> None:
    """Refuse an act on a call that has ended."""
    if callback.status not in OPEN_STATUSES:
        raise UserError("callbacks.closed", status=callback.status)


def check_caller(callback: Callback, desk: Desk) -> None:
    """Refuse who may not make this call: wrong role, served the customer, somebody else's."""
    check_maker(callback, desk)
    me = desk.actor
    if not may_take(waiting(callback), callback.assigned_to, me.id, desk.now, desk.clock.zone()):
        raise PermissionDenied("callbacks.assigned_to_other")


def check_maker(callback: Callback, desk: Desk) -> None:
    """Refuse who does not make such calls, or served the customer."""
    me = desk.actor
    if not may_make(callback.kind, me.roles, me.id, callback.served_by):
        served = bool(CALLERS[callback.kind] & me.roles)
        raise PermissionDenied(
            "callbacks.served_by_you" if served else "callbacks.other_role", kind=callback.kind
        )


def start(work: UnitOfWork, callback: Callback, reason: str) -> None:
    """Begin (or go on with) the call: it is this person's now, with the newest script.

    A call begun before keeps its answers, its script and the time already talked.

    Raises:
        UserError: outside the hours for calls without a ``reason``; somebody else is on it.
    """
    desk = work.desk
    check_open(callback)
    check_caller(callback, desk)
    kept = kept_call(callback)
    held = is_held(callback.started_at, work.now, desk.rules)
    if held and kept is not None and kept.by != desk.actor.id:
        raise UserError("callbacks.taken")
    reason = texts.line(reason, "reason")
    allowed = may_dial(
        work.now, agreed_at(callback), desk.rules, desk.clock.zone(), working_days(desk)
    )
    if not allowed and not reason:
        raise UserError("callbacks.outside_hours", field="reason")
    if kept is None or not kept.progress.given:
        script = script_shelf.newest(work.session, callback.kind)
        callback.script_key, callback.script_version = script.key, script.version
        script_shelf.keep(work, script)
    begun = kept or KeptCall(by=desk.actor.id)
    callback.progress = begun.model_copy(
        update={
            "by": desk.actor.id,
            "reason": reason,
            "paper": None,
            "along": None,
            "talk": (begun.talk or Talk()).go_on(work.now),
        }
    ).model_dump_json()
    callback.started_at = work.now
    work.audit("callback.start", "callback", callback.id, outside_hours=reason)
    work.changed(Change.CALLBACKS)


def begun(work: UnitOfWork, callback: Callback) -> KeptCall:
    """What is kept of the call the signed-in person has begun.

    Raises:
        UserError: it is closed, not begun, or begun by somebody else.
    """
    check_open(callback)
    kept = kept_call(callback)
    if kept is None or kept.paper is None:
        # What stands on paper was called by somebody else, who was looked at when it was begun.
        check_caller(callback, work.desk)
    if callback.started_at is None or kept is None:
        raise UserError("callbacks.not_started")
    if kept.by != work.desk.actor.id:
        raise UserError("callbacks.taken")
    return kept


def attempt(
    work: UnitOfWork,
    callback: Callback,
    outcome: CallOutcome,
    *,
    note: str,
    agreed: datetime | None,
    phone_id: str | None,
) -> AfterAttempt:
    """Keep an attempt that did not end in a conversation along the script, and what follows.

    Raises:
        UserError: the note or the agreed time is missing, or the time lies in the past.
    """
    kept = begun(work, callback)
    row = by_outcome(work.desk.rules.call_outcomes)[outcome]
    note = texts.note(note, "note")
    _check_attempt(row, note, agreed, work.now)
    held = _held(work, callback, kept)
    made = _add_attempt(work, callback, outcome, note, kept)
    other_number = row.flag is CallFlag.WRONG_NUMBER and _flag_phone(work, callback, phone_id)
    found = after_attempt(
        row,
        at=callback.attempts[-1].ended_at,
        attempt=made,
        rules=work.desk.rules,
        zone=work.desk.clock.zone(),
        agreed_at=agreed,
        other_number=other_number,
        days=working_days(work.desk),
    )
    callback.status = found.status
    callback.next_try_at = found.next_try_at
    callback.started_at = None
    # What was talked belongs to this attempt; the next one begins at nothing.
    callback.progress = kept.model_copy(update={"talk": Talk()}).model_dump_json()
    if row.flag is CallFlag.DO_NOT_CALL:
        _never_call(work, callback)
    if row.flag is CallFlag.CAR_SOLD:
        _note_on_file(work, callback, note)
    if found.closed:
        _close(work, callback, found.status, note or kept.note)
        _date_back(work, callback, kept)
    work.audit(
        "callback.attempt",
        "callback",
        callback.id,
        outcome=outcome,
        attempt=made,
        next_try_at=found.next_try_at,
        status=found.status,
        **held,
    )
    work.changed(Change.CALLBACKS)
    return found


def finish(work: UnitOfWork, callback: Callback, progress: Progress, note: str) -> None:
    """Close a call that was run to its end, with its answers.

    Raises:
        UserError: required answers are missing (named), the script ended otherwise than in a
            conversation, or the complaint announced was not registered.
    """
    kept = begun(work, callback)
    progress = tidied(progress)
    script = script_shelf.kept(
        work.session, callback.script_key, callback.script_version, callback.kind
    )
    facts = read_facts(work.session, work.desk, callback)
    open_ = missing(script, progress, facts)
    if open_:
        raise UserError(
            "callbacks.answers_missing",
            field="answer",
            steps_zh="、".join(step.title.zh for step in open_),
            steps_en=", ".join(step.title.en for step in open_),
        )
    found = result(script, progress, facts)
    if found.outcome is not None:
        raise UserError("callbacks.ended_otherwise", outcome=found.outcome)
    if _announces_ticket(script, progress) and not has_ticket(work, callback):
        raise UserError("callbacks.ticket_missing", field="ticket")
    note = texts.note(note, "note")
    held = _held(work, callback, kept)
    made = _add_attempt(work, callback, CallOutcome.REACHED, note, kept)
    passed = position(script, progress, facts).passed
    callback.answers = [
        CallAnswer(position=at, step=taken.step.key, value=_kept_value(taken.given))
        for at, taken in enumerate(passed, start=1)
    ]
    callback.satisfaction = found.satisfaction
    callback.score = found.score
    callback.suggestion = found.suggestion or None
    callback.started_at = None
    _close(work, callback, CallbackStatus.DONE, note)
    _date_back(work, callback, kept)
    work.audit(
        "callback.finish",
        "callback",
        callback.id,
        satisfaction=found.satisfaction,
        score=found.score,
        attempt=made,
        **held,
    )
    work.changed(Change.CALLBACKS)


def has_ticket(work: UnitOfWork, callback: Callback) -> bool:
    """Whether a complaint was registered in this call."""
    found = select(Complaint.id).where(Complaint.callback_id == callback.id).limit(1)
    return work.session.scalar(found) is not None


def _kept_value(given: Given) -> str:
    return given.text if given.answer is None else given.answer


def _announces_ticket(script: Script, progress: Progress) -> bool:
    tickets = {
        (step.key, step.answers[0].key)
        for step in script.steps
        if step.opens_complaint and step.answers
    }
    return any((given.step, given.answer) in tickets for given in progress.given)


def _check_attempt(row: OutcomeRule, note: str, agreed: datetime | None, now: datetime) -> None:
    if row.outcome is CallOutcome.REACHED:
        raise UserError("callbacks.use_finish")
    if row.needs_note and not note:
        raise UserError("callbacks.note_missing", field="note", outcome=row.outcome)
    if row.needs_time and agreed is None:
        raise UserError("callbacks.time_missing", field="agreed_at")
    if row.needs_time and agreed is not None and agreed <= now:
        raise UserError("callbacks.time_past", field="agreed_at")


def _add_attempt(
    work: UnitOfWork, callback: Callback, outcome: CallOutcome, note: str, kept: KeptCall
) -> int:
    """Add the attempt, of paper as it stands there; returns which one it is, counted from 1.

    It lasts as long as was talked: a call that was on hold, or put aside and taken up again, stands
    as if it had been talked in one piece up to its end. When it was begun, the trail tells.
    """
    made, paper = len(callback.attempts) + 1, kept.paper
    talked = talk_of(callback, kept).so_far(work.now)
    callback.attempts.append(
        CallAttempt(
            callback_id=callback.id,
            position=made,
            started_at=paper.started_at if paper else work.now - talked,
            ended_at=paper.ended_at if paper else work.now,
            by=paper.by if paper else work.desk.actor.id,
            outcome=outcome,
            note=note or None,
            outside_hours_reason=kept.reason or None,
            entered_at=work.now if paper else None,
            with_callback_id=kept.along,
        )
    )
    return made


def _held(work: UnitOfWork, callback: Callback, kept: KeptCall) -> dict[str, int]:
    """For the trail: for how many seconds the customer waited, where they did."""
    waited = talk_of(callback, kept).held_in_all(work.now)
    return {"held": round(waited.total_seconds())} if waited else {}


def _close(work: UnitOfWork, callback: Callback, status: CallbackStatus, note: str) -> None:
    callback.status = status
    callback.next_try_at = None
    callback.progress = None
    callback.note = note or callback.note
    callback.closed_at = work.now
    callback.closed_on = work.today
    callback.closed_by = work.desk.actor.id


def _date_back(work: UnitOfWork, callback: Callback, kept: KeptCall) -> None:
    """A call entered from paper ended when it was made, by who made it."""
    if kept.paper is not None:
        callback.closed_at = kept.paper.ended_at
        callback.closed_on = local(kept.paper.ended_at, work.desk.clock).date()
        callback.closed_by = kept.paper.by


def _flag_phone(work: UnitOfWork, callback: Callback, phone_id: str | None) -> bool:
    """Mark the number dialled as wrong; whether the customer has another one to try."""
    lines = work.session.scalars(
        select(CustomerPhone)
        .where(CustomerPhone.customer_id == callback.customer_id)
        .order_by(CustomerPhone.wrong, CustomerPhone.position)
    ).all()
    dialled = next((line for line in lines if line.id == phone_id), lines[0] if lines else None)
    if dialled is not None:
        dialled.wrong = True
        work.audit("phone.wrong", "customer", callback.customer_id, phone_id=dialled.id)
        work.changed(Change.CUSTOMERS)
    return any(not line.wrong for line in lines)


def _never_call(work: UnitOfWork, callback: Callback) -> None:
    """The customer wants no calls: say so in the file and drop what else was owed."""
    customer = work.session.get_one(Customer, callback.customer_id)
    customer.do_not_call = True
    work.audit("customer.do_not_call", "customer", customer.id, callback=callback.number)
    others = work.session.scalars(
        select(Callback).where(
            Callback.customer_id == customer.id,
            Callback.id != callback.id,
            Callback.status.in_(OPEN_STATUSES),
        )
    )
    for other in others:
        _close(work, other, CallbackStatus.DO_NOT_CALL, "")
        work.audit("callback.drop", "callback", other.id, because=callback.number)
    work.changed(Change.CUSTOMERS)


def _note_on_file(work: UnitOfWork, callback: Callback, note: str) -> None:
    work.session.add(
        CustomerNote(
            customer_id=callback.customer_id,
            text=note,
            written_at=work.now,
            written_by=work.desk.actor.id,
        )
    )
    work.audit("customer.note", "customer", callback.customer_id, callback=callback.number)
    work.changed(Change.CUSTOMERS)
