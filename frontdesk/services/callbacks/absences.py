"""Days on which somebody is given no calls: noted, withdrawn, and what follows for their calls."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session, lazyload

from frontdesk.errors import Conflict, NotFound, UserError
from frontdesk.models.callback import Callback
from frontdesk.models.callback_programme import Absence
from frontdesk.models.callback_rules import OPEN_STATUSES, is_held
from frontdesk.models.sharing_rules import remaining
from frontdesk.models.staff import StaffMember
from frontdesk.models.values import text
from frontdesk.models.values.ids import new_id
from frontdesk.services.callbacks.sharing import read_persons, share_out
from frontdesk.services.callbacks.sharing_dto import AbsenceInput, AbsenceSpan
from frontdesk.services.desk import Change, Desk, UnitOfWork

ABSENCE_FORM = "callbacks.absence"
_LONGEST = timedelta(days=366)


def read_absences(session: Session, desk: Desk) -> tuple[AbsenceSpan, ...]:
    """Those that have not passed, the nearest first."""
    rows = session.execute(
        select(Absence, StaffMember.name)
        .join(StaffMember, StaffMember.id == Absence.staff_id)
        .where(Absence.last >= desk.today, Absence.withdrawn_at.is_(None))
        .order_by(Absence.first, Absence.last, Absence.id)
    )
    return tuple(
        AbsenceSpan(row.id, row.version, row.staff_id, name, row.first, row.last, row.why or "")
        for row, name in rows
    )


def note_absence(work: UnitOfWork, given: AbsenceInput) -> int:
    """Note days off; the person's calls that can only be made on them go to others.

    Returns how many calls others were given.

    Raises:
        NotFound: nobody active is called so.
        UserError: the days are the wrong way round, past, or more than a year.
    """
    staff = work.session.get(StaffMember, given.staff_id)
    if staff is None or not staff.active:
        raise NotFound("callbacks.staff_not_found")
    if given.last < given.first:
        raise UserError("sharing.absence_reversed", field="last")
    if given.last < work.today:
        raise UserError("sharing.absence_past", field="last")
    if given.last - given.first > _LONGEST:
        raise UserError("sharing.absence_long", field="last")
    why = text.line(given.why, "why")
    absence = Absence(
        id=new_id(),
        staff_id=staff.id,
        first=given.first,
        last=given.last,
        why=why or None,
        noted_at=work.now,
        noted_by=work.desk.actor.id,
    )
    work.session.add(absence)
    work.audit(
        "absence.note", "staff", staff.id, first=given.first, last=given.last, why=why or None
    )
    work.changed(Change.STAFF)
    return _pass_on(work, staff.id)


def withdraw_absence(work: UnitOfWork, absence_id: str, version: int) -> None:
    """The person is there after all; calls given to others stay with them.

    Raises:
        NotFound: there is no such absence.
        Conflict: somebody has changed it meanwhile.
    """
    absence = work.session.get(Absence, absence_id)
    if absence is None:
        raise NotFound("sharing.absence_not_found")
    if absence.withdrawn_at is not None:
        return
    if absence.version != version:
        raise Conflict("record.changed_meanwhile")
    absence.withdrawn_at = work.now
    work.audit(
        "absence.withdraw", "staff", absence.staff_id, first=absence.first, last=absence.last
    )
    work.changed(Change.STAFF)


def _pass_on(work: UnitOfWork, staff_id: str) -> int:
    """Give the person's calls without a day left to them to others."""
    work.session.flush()
    person = next(one for one in read_persons(work.session, work) if one.id == staff_id)
    theirs = work.session.scalars(
        select(Callback)
        .where(Callback.assigned_to == staff_id, Callback.status.in_(OPEN_STATUSES))
        .options(lazyload(Callback.attempts), lazyload(Callback.answers))
    )
    back = [
        call
        for call in theirs
        if not person.there_within(remaining(call.due_from, call.due_until, work.today))
        and not is_held(call.started_at, work.now, work.desk.rules)
    ]
    for call in back:
        call.assigned_to = None
        call.assigned_at = None
        work.audit("callback.assign", "callback", call.id, to=None, because="absence")
    return share_out(work, [call.id for call in back])
