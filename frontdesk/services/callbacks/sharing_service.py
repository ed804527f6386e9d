"""How calls and new customers are shared out, as the CS manager sees and moves them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from frontdesk.errors import NotFound, PermissionDenied, UserError
from frontdesk.models.callback_rules import is_held, may_make
from frontdesk.models.staff import StaffMember
from frontdesk.services.callbacks import absences, acts, new_customers, shares
from frontdesk.services.callbacks.sharing import share_out
from frontdesk.services.callbacks.sharing_dto import (
    AbsenceInput,
    SharedCall,
    SharedOut,
    SharingLook,
)
from frontdesk.services.desk import Change, Desk, UnitOfWork
from frontdesk.services.drafts import drop_draft
from frontdesk.services.permissions import Permission, requires


class SharingService:
    """Who has how many calls; moving them, taking them back, days off, new customers."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @requires(Permission.ASSIGN_CALLS)
    def look(self) -> SharingLook:
        """Everybody's open calls, days off still to come, customers not contacted in time."""
        with self.desk.read() as session:
            return SharingLook(
                shares=shares.read_shares(session, self.desk),
                absences=absences.read_absences(session, self.desk),
                uncontacted=new_customers.uncontacted(session, self.desk),
                keepers=new_customers.keepers(session),
                waiting_customers=new_customers.count_waiting(session),
            )

    @requires(Permission.ASSIGN_CALLS)
    def calls_of(self, staff_id: str) -> tuple[SharedCall, ...]:
        """The open calls of one person, most urgent first; of nobody for ``EVERYONE``."""
        with self.desk.read() as session:
            return shares.read_calls(session, self.desk, staff_id or None)

    @requires(Permission.ASSIGN_CALLS)
    def takers(self, callback_ids: Sequence[str]) -> tuple[tuple[str, str], ...]:
        """Who may make all of these calls: (id, name), least burdened first."""
        with self.desk.read() as session:
            return shares.read_takers(session, self.desk, callback_ids)

    @requires(Permission.ASSIGN_CALLS)
    def move(self, callback_ids: Sequence[str], staff_id: str | None) -> int:
        """Give calls to one caller, or back to everyone (``None``); returns how many changed.

        Raises:
            NotFound: there is no such call, or nobody active is called so.
            PermissionDenied: that person served the customer or does not make such calls.
            UserError: a call has ended, or somebody is on it right now.
        """
        with self.desk.write() as work:
            return move(work, callback_ids, staff_id)

    @requires(Permission.ASSIGN_CALLS)
    def share_now(self) -> SharedOut:
        """Share out the calls and the new customers that are nobody's."""
        with self.desk.write() as work:
            customers = new_customers.share_waiting(work)
            return SharedOut(share_out(work), customers)

    @requires(Permission.ASSIGN_CALLS)
    def note_absence(self, given: AbsenceInput) -> int:
        """Note days off; returns how many of the person's calls others were given.

        Raises ``UserError`` as ``absences.note_absence`` does.
        """
        with self.desk.write() as work:
            passed_on = absences.note_absence(work, given)
            drop_draft(work, absences.ABSENCE_FORM, "")
            return passed_on

    @requires(Permission.ASSIGN_CALLS)
    def withdraw_absence(self, absence_id: str, version: int) -> None:
        """The person is there after all."""
        with self.desk.write() as work:
            absences.withdraw_absence(work, absence_id, version)

    @requires(Permission.ASSIGN_CALLS)
    def give_customers(self, customer_ids: Sequence[str], staff_id: str) -> None:
        """These customers are this specialist's from today on."""
        with self.desk.write() as work:
            new_customers.give(work, customer_ids, staff_id)

    @requires(Permission.ASSIGN_CALLS)
    def pass_on_customers(self, from_id: str, to_id: str | None) -> int:
        """All customers of one person become another's, or (``None``) are shared out evenly.

        Raises:
            NotFound: nobody active is called so.
            UserError: it is the same person, no specialist, or nobody is there to take them.
        """
        with self.desk.write() as work:
            return new_customers.pass_on(work, from_id, to_id)


def move(work: UnitOfWork, callback_ids: Sequence[str], staff_id: str | None) -> int:
    """As ``SharingService.move``."""
    staff = None if staff_id is None else work.session.get(StaffMember, staff_id)
    if staff_id is not None and (staff is None or not staff.active):
        raise NotFound("callbacks.staff_not_found")
    changed = 0
    for callback_id in callback_ids:
        callback = acts.load(work, callback_id)
        acts.check_open(callback)
        if callback.assigned_to == staff_id:
            continue
        if staff is not None and not may_make(
            callback.kind, staff.roles, staff.id, callback.served_by
        ):
            raise PermissionDenied(
                "callbacks.cannot_assign", name=staff.name, number=callback.number
            )
        if is_held(callback.started_at, work.now, work.desk.rules):
            raise UserError("sharing.in_call", number=callback.number)
        callback.assigned_to = staff_id
        callback.assigned_at = _since(work, staff_id)
        work.audit("callback.assign", "callback", callback.id, to=staff_id)
        changed += 1
    work.changed(Change.CALLBACKS)
    return changed


def _since(work: UnitOfWork, staff_id: str | None) -> datetime | None:
    return None if staff_id is None else work.now
