"""Calls made from a printed sheet while the program could not be used, entered afterwards."""

from __future__ import annotations

from datetime import datetime, timedelta

from frontdesk.errors import NotFound, PermissionDenied, UserError
from frontdesk.models.call_talk import Talk
from frontdesk.models.callback import Callback
from frontdesk.models.callback_rules import is_held, may_make
from frontdesk.models.staff import StaffMember
from frontdesk.services.callbacks import script_shelf
from frontdesk.services.callbacks.acts import check_open
from frontdesk.services.callbacks.kept import KeptCall, OnPaper, kept_call
from frontdesk.services.desk import Change, UnitOfWork

OLDEST_DAYS = 31
"""What was noted longer ago than this is no longer entered as a call of that day."""
LONGEST_MINUTES = 180


def begin(
    work: UnitOfWork, callback: Callback, by: str, started_at: datetime, minutes: int
) -> None:
    """Begin entering a call that ``by`` made at ``started_at`` (aware) and noted on paper.

    From here on it is answered as any call; what is kept of it bears the moment and the caller on
    paper, and when it was entered.

    Raises:
        UserError: the moment cannot be, the call is closed, or somebody is on it.
        PermissionDenied: that person may not make this call.
    """
    desk = work.desk
    check_open(callback)
    caller = work.session.get(StaffMember, by)
    if caller is None:
        raise NotFound("callbacks.staff_not_found")
    if not may_make(callback.kind, caller.roles, caller.id, callback.served_by):
        raise PermissionDenied("callbacks.cannot_assign", name=caller.name)
    kept = kept_call(callback)
    held = is_held(callback.started_at, work.now, desk.rules)
    if held and kept is not None and kept.by != desk.actor.id:
        raise UserError("callbacks.taken")
    told = _on_paper(work, callback, by, started_at, minutes)
    if kept is None or not kept.progress.given:
        script = script_shelf.newest(work.session, callback.kind)
        callback.script_key, callback.script_version = script.key, script.version
        script_shelf.keep(work, script)
    begun = kept or KeptCall(by=desk.actor.id)
    callback.progress = begun.model_copy(
        update={"by": desk.actor.id, "reason": "", "paper": told, "talk": Talk()}
    ).model_dump_json()
    callback.started_at = work.now
    work.audit(
        "callback.from_paper",
        "callback",
        callback.id,
        by=caller.name,
        at=told.started_at.isoformat(),
    )
    work.changed(Change.CALLBACKS)


def _on_paper(
    work: UnitOfWork, callback: Callback, by: str, started_at: datetime, minutes: int
) -> OnPaper:
    if not 1 <= minutes <= LONGEST_MINUTES:
        raise UserError("callbacks.paper_minutes", field="minutes", most=LONGEST_MINUTES)
    if started_at < work.now - timedelta(days=OLDEST_DAYS):
        raise UserError("callbacks.paper_too_old", field="started_at", days=OLDEST_DAYS)
    ended_at = started_at + timedelta(minutes=minutes)
    if ended_at > work.now + timedelta(minutes=1):
        raise UserError("callbacks.paper_ahead", field="started_at")
    if any(started_at < attempt.started_at for attempt in callback.attempts):
        raise UserError("callbacks.paper_before_attempt", field="started_at")
    return OnPaper(by=by, started_at=started_at, ended_at=ended_at)
