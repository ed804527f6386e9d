"""Taking a step: checked, kept as a new entry, and the ticket moved by the table (domain §5.1)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from decimal import Decimal

from sqlalchemy.orm.attributes import flag_modified

from frontdesk.errors import Conflict, NotFound, UserError
from frontdesk.models.complaint import Complaint, ComplaintEntry
from frontdesk.models.complaint_clocks import Taken, clocks
from frontdesk.models.complaint_steps import NO, YES, next_state, opens_round
from frontdesk.models.enums import (
    ComplaintLevel,
    ComplaintState,
    ComplaintStep,
    Department,
    Satisfaction,
)
from frontdesk.models.staff import StaffMember
from frontdesk.services.callbacks.deriving.run import derive_of
from frontdesk.services.callbacks.falls_due import due_after_return
from frontdesk.services.classes.one import reclass
from frontdesk.services.complaints.categories import load_categories
from frontdesk.services.complaints.rights import Standing, may_handle, refusal, stands_in_for
from frontdesk.services.complaints.said import Reader, written
from frontdesk.services.complaints.standing import standing_of
from frontdesk.services.confirmed import STEPS
from frontdesk.services.desk import Change, UnitOfWork
from frontdesk.services.evidence.signed import has_signed_sheet

_Step = ComplaintStep
_DURING_PAUSE = frozenset({_Step.ADDED, _Step.ACKNOWLEDGED, _Step.PAUSED, _Step.RESUMED})
_BESIDE = frozenset({_Step.ADDED, _Step.ACKNOWLEDGED})
"""Events beside the way: they overwrite nothing, so no one else's step is in their way."""
_TELLS_OF_CLASS = frozenset({_Step.JUDGED, _Step.FILED})
"""Steps after which the customer may be in another class (domain §2)."""


def take(
    work: UnitOfWork,
    complaint_id: str,
    step: ComplaintStep,
    given: Mapping[str, object],
    version: int | None,
) -> ComplaintState:
    """Take ``step``; the state the ticket then waits in.

    Raises:
        NotFound: no such ticket.
        PermissionDenied, UserError: this person cannot take it, or not now, with the reason.
        Conflict: someone else took a step since ``version``.
        InputErrors: what has to be mended, each beside its field.
        ConfirmationNeeded: the step is signed by the password, which was not typed lately.
    """
    ticket = work.session.get(Complaint, complaint_id)
    if ticket is None or step is _Step.REGISTERED:
        raise NotFound("complaint.not_found")
    standing = standing_of(work.session, ticket)
    if step not in _BESIDE and version != ticket.version:
        raise Conflict("record.changed_meanwhile")
    refused = refusal(work.desk.actor, standing, step)
    if refused is not None:
        raise refused
    reader = Reader(work.desk, ticket.registered_at, load_categories(work.session))
    said = written(step, given, reader)
    if step in STEPS:
        # Last of all: nobody types a password only to be told what else is missing.
        work.desk.confirm_fresh(STEPS[step])
    _apply(work, ticket, standing, step, said)
    return ticket.state


def taken(ticket: Complaint) -> list[Taken]:
    """The entries as the clocks need them."""
    return [_taken(entry) for entry in ticket.entries] or [
        Taken(_Step.REGISTERED, ticket.registered_at)
    ]


def _taken(entry: ComplaintEntry) -> Taken:
    said: dict[str, str] = json.loads(entry.said)
    hours = said.get("limit_hours")
    limit = timedelta(hours=int(hours)) if hours and hours.isdecimal() else None
    # The customer was told when the entry says so, not when it was written down.
    told = said.get("told_at") if entry.step is _Step.ACKNOWLEDGED else None
    at = datetime.fromisoformat(told) if told else entry.at
    return Taken(entry.step, at, entry.round, limit)


def _apply(
    work: UnitOfWork,
    ticket: Complaint,
    standing: Standing,
    step: ComplaintStep,
    said: dict[str, str],
) -> None:
    before = ticket.state
    if step is _Step.DISPATCHED:
        _check_handler(work, standing, said["handler"])
        said["limit_hours"] = str(work.desk.rules.return_hours)
    if step is _Step.FILED:
        _check_sheet(work, ticket, said)
    substituted = stands_in_for(work.desk.actor, standing, step)
    if substituted is not None:
        said["stand_in_for"] = substituted.value
    if standing.paused and step not in _DURING_PAUSE:
        # Whoever goes on with the work no longer waits.
        _enter(work, ticket, _Step.RESUMED, {})
        _audit(work, ticket, _Step.RESUMED, before)
    known = said if step is _Step.JUDGED else said | _validity(ticket)
    ticket.state = next_state(ticket.state, step, known)
    _enter(work, ticket, step, said)
    _note(work, ticket, step, said)
    if step not in _BESIDE:
        # A step said anew may change no column; whoever else has the ticket open must still see.
        flag_modified(ticket, "state")
    _audit(work, ticket, step, before)
    if step in _TELLS_OF_CLASS:
        reclass(work, ticket.customer_id)
    work.changed(Change.COMPLAINTS)
    _call_for_follow_up(work, ticket, before)


def _call_for_follow_up(work: UnitOfWork, ticket: Complaint, before: ComplaintState) -> None:
    """The follow-up call falls due with the return, and is not owed once the ticket went on."""
    if ticket.state is before:
        return
    if ticket.state is ComplaintState.TO_FOLLOW_UP:
        due_after_return(work, ticket.id)
    elif before is ComplaintState.TO_FOLLOW_UP:
        derive_of(work, ticket.customer_id)


def _audit(
    work: UnitOfWork, ticket: Complaint, step: ComplaintStep, before: ComplaintState
) -> None:
    """One entry of the trail for each entry of the ticket."""
    work.audit(
        f"complaint.{step.value}",
        "complaint",
        ticket.id,
        number=ticket.number,
        before=before.value,
        after=ticket.state.value,
        round=ticket.round,
    )


def _enter(
    work: UnitOfWork, ticket: Complaint, step: ComplaintStep, said: Mapping[str, str]
) -> None:
    ticket.entries.append(
        ComplaintEntry(
            position=1 + max((entry.position for entry in ticket.entries), default=0),
            round=ticket.round,
            step=step,
            at=work.now,
            by=work.desk.actor.id,
            said=json.dumps(said, ensure_ascii=False),
        )
    )


def _note(work: UnitOfWork, ticket: Complaint, step: ComplaintStep, said: dict[str, str]) -> None:
    """Keep beside the entries what lists read."""
    match step:
        case _Step.ACKNOWLEDGED:
            ticket.acknowledged_at = ticket.acknowledged_at or datetime.fromisoformat(
                said["told_at"]
            )
        case _Step.JUDGED:
            _judge(ticket, said)
        case _Step.DISPATCHED:
            ticket.handler_id = said["handler"]
        case _Step.RETURNED:
            ticket.cost_fen += int(Decimal(said["cost"]) * 100)
            ticket.responsible = said["direct_person"]
        case _Step.FOLLOWED_UP:
            ticket.satisfied_after = said["satisfaction"] == Satisfaction.SATISFIED
            ticket.handling_score = int(said["handling_score"])
            ticket.round += opens_round(step, said)
        case _Step.SIGNED_OFF:
            ticket.signed_off_at = work.now
        case _Step.FILED:
            ticket.filed_at = work.now
        case _:
            pass
    found = clocks(taken(ticket), work.desk.rules, work.desk.clock.zone())
    ticket.due_at = found.loop.due
    ticket.paused_at = found.loop.standing_since
    ticket.paused_seconds = round(found.loop.moved_by.total_seconds())
    if found.handling is not None:
        ticket.dispatched_at = found.handling.started
        ticket.return_due_at = found.handling.due


def _judge(ticket: Complaint, said: dict[str, str]) -> None:
    ticket.level = ComplaintLevel(said["level"])
    ticket.safety = said["safety"] == YES
    ticket.valid = said["valid"] == YES
    ticket.department = Department(said["department"]) if ticket.valid else None
    ticket.category = said.get("category", ticket.category)


def _validity(ticket: Complaint) -> dict[str, str]:
    return {} if ticket.valid is None else {"valid": YES if ticket.valid else NO}


def _check_sheet(work: UnitOfWork, ticket: Complaint, said: Mapping[str, str]) -> None:
    """Filing asks for the signed sheet, or for the reason why there is none (domain §5.1)."""
    if not said.get("no_sheet") and not has_signed_sheet(work.session, ticket.id):
        raise UserError("complaint.sheet_missing", "no_sheet")


def _check_handler(work: UnitOfWork, standing: Standing, staff_id: str) -> None:
    person = work.session.get(StaffMember, staff_id)
    if person is None or not person.active or not may_handle(person.id, person.roles, standing):
        raise UserError("complaint.handler_unfit", "handler")
