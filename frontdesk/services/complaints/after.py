"""What follows from a complaint until it is done: actions, penalties, the month's review (§5)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import select

from frontdesk.errors import Conflict, InputErrors, NotFound, PermissionDenied, UserError
from frontdesk.language import Language
from frontdesk.models.complaint import Complaint
from frontdesk.models.complaint_after import ComplaintAction, ComplaintPenalty
from frontdesk.models.staff import StaffMember
from frontdesk.services.complaints import after_checks as checks
from frontdesk.services.complaints import after_reading as reading
from frontdesk.services.complaints import after_rights as rights
from frontdesk.services.complaints import review as reviewing
from frontdesk.services.complaints.after_dto import (
    Action,
    After,
    NewAction,
    NewPenalty,
    Penalty,
    Which,
)
from frontdesk.services.complaints.forms import after_form_key
from frontdesk.services.complaints.review import Review
from frontdesk.services.complaints.rights import Standing
from frontdesk.services.complaints.standing import standing_of
from frontdesk.services.desk import Change, Desk, UnitOfWork
from frontdesk.services.drafts import drop_draft
from frontdesk.services.permissions import Permission, requires
from frontdesk.services.printed import PrintedForm
from frontdesk.services.segments.narrowing_dto import EVERYBODY, Narrowing


class AfterService:
    """Actions with owner and day, penalties, and what management looks at once a month."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    # looking ----------------------------------------------------------------------------

    @requires(Permission.VIEW_COMPLAINTS)
    def of(self, complaint_id: str) -> After:
        """All that follows from a ticket, with what the signed-in person may do about it.

        Raises:
            NotFound: there is no such ticket.
        """
        with self.desk.read() as session:
            return reading.after(self.desk, session, _found(session.get(Complaint, complaint_id)))

    @requires(Permission.VIEW_COMPLAINTS)
    def actions(self, complaint_id: str) -> tuple[Action, ...]:
        """The actions of a ticket: open ones by their day, then those that were ended."""
        with self.desk.read() as session:
            ticket = _found(session.get(Complaint, complaint_id))
            standing = standing_of(session, ticket)
            return reading.of_ticket(self.desk, session, ticket, standing)

    @requires(Permission.VIEW_COMPLAINTS)
    def open_actions(
        self, which: Which = Which.ALL, narrowed: Narrowing = EVERYBODY
    ) -> tuple[Action, ...]:
        """Open actions of all tickets: one's own first, the longest overdue on top."""
        with self.desk.read() as session:
            return reading.open_actions(self.desk, session, which, narrowed)

    @requires(Permission.VIEW_COMPLAINTS)
    def penalties(self, complaint_id: str) -> tuple[Penalty, ...]:
        """The penalties of a ticket; who decides none sees only their own."""
        with self.desk.read() as session:
            ticket = _found(session.get(Complaint, complaint_id))
            return reading.penalties(self.desk, session, ticket, standing_of(session, ticket))

    # actions ----------------------------------------------------------------------------

    @requires(Permission.DECIDE_MEASURES)
    def add_action(self, complaint_id: str, given: NewAction, offered: str = "") -> str:
        """Set an action; its id. ``offered``: the kind whose offer by the return it was made of.

        Raises:
            PermissionDenied: not this person's to decide; the sentence says why.
            InputErrors: what has to be mended, each beside its field.
        """
        with self.desk.write() as work:
            ticket, standing = _ticket(work, complaint_id)
            _refuse(rights.deciding(reading.me(self.desk), standing))
            drop_draft(work, after_form_key("action", offered), ticket.id)
            if work.session.get(ComplaintAction, given.id) is not None:
                return given.id
            words, faults = checks.words_of(given.words, "words", "after.words_missing")
            if given.kind is None:
                faults.append(UserError("after.kind_missing", "kind"))
            faults += checks.owner_faults(given.owner_id, standing)
            faults += checks.day_faults(given.due_on, work.today)
            if faults or given.kind is None or given.owner_id is None or given.due_on is None:
                raise InputErrors(faults)
            work.session.add(
                ComplaintAction(
                    id=given.id,
                    complaint_id=ticket.id,
                    kind=given.kind,
                    words=words,
                    owner_id=given.owner_id,
                    due_on=given.due_on,
                    set_at=work.now,
                    set_by=self.desk.actor.id,
                )
            )
            work.changed(Change.COMPLAINTS)
            work.audit(
                "complaint.action_set",
                "complaint",
                ticket.id,
                **self._told(ticket, standing),
                kind=given.kind.value,
                text=words,
                owner=checks.name_of(standing, given.owner_id),
                due=given.due_on,
            )
        return given.id

    @requires(Permission.VIEW_COMPLAINTS)
    def end_action(self, action_id: str, done: bool, result: str, version: int) -> None:
        """Say that an action is done, or given up, and what came of it.

        Raises:
            PermissionDenied, UserError: not this person's to end, or ended already.
            Conflict: someone else changed it since ``version``.
            InputErrors: the result is missing.
        """
        with self.desk.write() as work:
            action, ticket, standing = _action(work, action_id)
            refused = rights.ending if done else rights.giving_up
            _refuse(refused(reading.me(self.desk), standing, action))
            _same(action.version, version)
            missing = "after.result_missing" if done else "after.reason_missing"
            words, faults = checks.words_of(result, "result", missing)
            if faults:
                raise InputErrors(faults)
            action.ended_at, action.ended_by = work.now, self.desk.actor.id
            action.done, action.result = done, words
            for act in ("end", "change"):
                drop_draft(work, after_form_key(act, action.id), ticket.id)
            work.changed(Change.COMPLAINTS)
            told = self._told(ticket, standing)
            if done:
                work.audit("complaint.action_done", "complaint", ticket.id, **told, text=words)
            else:
                work.audit(
                    "complaint.action_given_up", "complaint", ticket.id, **told, reason=words
                )

    @requires(Permission.DECIDE_MEASURES)
    def change_action(
        self, action_id: str, owner_id: str | None, due_on: date | None, why: str, version: int
    ) -> None:
        """Give an action another owner or another day, with the reason.

        Raises:
            PermissionDenied, UserError: not this person's to change, or ended already.
            Conflict: someone else changed it since ``version``.
            InputErrors: what has to be mended, each beside its field.
        """
        with self.desk.write() as work:
            action, ticket, standing = _action(work, action_id)
            _refuse(rights.changing(reading.me(self.desk), standing, action))
            _same(action.version, version)
            words, faults = checks.words_of(why, "why", "after.why_missing")
            before = (action.owner_id, action.due_on)
            if owner_id != action.owner_id:
                faults += checks.owner_faults(owner_id, standing)
            if due_on != action.due_on:
                faults += checks.day_faults(due_on, work.today)
            if before == (owner_id, due_on):
                faults.append(UserError("after.nothing_changed", "due_on"))
            if faults or owner_id is None or due_on is None:
                raise InputErrors(faults)
            action.owner_id, action.due_on = owner_id, due_on
            drop_draft(work, after_form_key("change", action.id), ticket.id)
            names = [
                work.session.scalar(select(StaffMember.name).where(StaffMember.id == each))
                for each in (before[0], owner_id)
            ]
            work.changed(Change.COMPLAINTS)
            work.audit(
                "complaint.action_changed",
                "complaint",
                ticket.id,
                **self._told(ticket, standing),
                before=f"{names[0]}, {before[1]}",
                after=f"{names[1]}, {due_on}",
                reason=words,
            )

    # penalties --------------------------------------------------------------------------

    @requires(Permission.DECIDE_MEASURES)
    def set_penalty(self, complaint_id: str, given: NewPenalty) -> str:
        """Set a penalty; its id. A name that one colleague alone bears is that colleague.

        Raises:
            PermissionDenied, UserError: not this person's to set, or the complaint is not valid.
            InputErrors: what has to be mended, each beside its field.
        """
        with self.desk.write() as work:
            ticket, standing = _ticket(work, complaint_id)
            mine = reading.me(self.desk)
            _refuse(rights.punishing(mine, standing, ticket.valid))
            drop_draft(work, after_form_key("penalty"), ticket.id)
            if work.session.get(ComplaintPenalty, given.id) is not None:
                return given.id
            person, faults = checks.line_of(given.person, "person", "after.person_missing")
            staff_id = checks.staff_named(standing, person)
            if person and rights.is_own(mine, staff_id, person):
                faults.append(PermissionDenied("after.own_penalty", "person"))
            if given.part is None:
                faults.append(UserError("after.part_missing", "part"))
            faults += checks.amount_faults(given.amount)
            words, too_long = checks.words_of(given.words, "words", "")
            faults += too_long
            if not faults and given.amount == 0 and not words:
                faults.append(UserError("after.nothing_borne", "words"))
            if faults or given.part is None or given.amount is None:
                raise InputErrors(faults)
            work.session.add(
                ComplaintPenalty(
                    id=given.id,
                    complaint_id=ticket.id,
                    staff_id=staff_id,
                    person=person,
                    part=given.part,
                    amount_fen=int(given.amount * 100),
                    words=words or None,
                    set_at=work.now,
                    set_by=self.desk.actor.id,
                )
            )
            work.changed(Change.COMPLAINTS)
            work.audit(
                "complaint.penalty_set",
                "complaint",
                ticket.id,
                **self._told(ticket, standing),
                person=person,
                part=given.part.value,
                amount=f"{given.amount:.2f}",
                text=words,
            )
        return given.id

    @requires(Permission.DECIDE_MEASURES)
    def withdraw_penalty(self, penalty_id: str, why: str) -> None:
        """Take a penalty back with the reason; it stays on record.

        Raises:
            NotFound: there is no such penalty.
            PermissionDenied, UserError: not this person's to withdraw, or withdrawn already.
            InputErrors: the reason is missing.
        """
        with self.desk.write() as work:
            penalty = work.session.get(ComplaintPenalty, penalty_id)
            if penalty is None:
                raise NotFound("after.not_found")
            ticket, standing = _ticket(work, penalty.complaint_id)
            _refuse(rights.withdrawing(reading.me(self.desk), standing, penalty))
            words, faults = checks.words_of(why, "why", "after.why_missing")
            if faults:
                raise InputErrors(faults)
            penalty.withdrawn_at, penalty.withdrawn_by = work.now, self.desk.actor.id
            penalty.withdrawn_why = words
            drop_draft(work, after_form_key("withdraw", penalty.id), ticket.id)
            work.changed(Change.COMPLAINTS)
            work.audit(
                "complaint.penalty_withdrawn",
                "complaint",
                ticket.id,
                **self._told(ticket, standing),
                person=penalty.person,
                amount=f"{Decimal(penalty.amount_fen) / 100:.2f}",
                reason=words,
            )

    # the month --------------------------------------------------------------------------

    @requires(Permission.VIEW_STATISTICS)
    def review(self, month: date) -> Review:
        """The complaints of the month that ``month`` lies in, for management's review.

        A department's manager sees the own department's.
        """
        with self.desk.read() as session:
            return reviewing.review(self.desk, session, month)

    @requires(Permission.VIEW_STATISTICS)
    def print_review(self, month: date, language: Language) -> PrintedForm:
        """The monthly complaint review list; every copy is counted."""
        from frontdesk.reports import review_list
        from frontdesk.services.complaints.review_paper import list_of

        with self.desk.write() as work:
            found = reviewing.review(self.desk, work.session, month)
            key = f"{found.first:%Y-%m}:{found.scope.value if found.scope else ''}"
            copy = 1 + reviewing.printed(work.session, key)
            work.audit("complaint.review_print", "review", key, copy=copy, language=language.value)
        sheet = list_of(self.desk, found, language, copy)
        return PrintedForm(
            review_list.render(sheet, language), f"complaint-review-{found.first:%Y-%m}.pdf"
        )

    def _told(self, ticket: Complaint, standing: Standing) -> dict[str, object]:
        """What every entry of the trail says: the ticket, and whether somebody stands in."""
        told: dict[str, object] = {"number": ticket.number}
        if rights.stands_in(reading.me(self.desk), standing):
            told["stand_in"] = True
        return told


def _found(ticket: Complaint | None) -> Complaint:
    if ticket is None:
        raise NotFound("complaint.not_found")
    return ticket


def _ticket(work: UnitOfWork, complaint_id: str) -> tuple[Complaint, Standing]:
    ticket = _found(work.session.get(Complaint, complaint_id))
    return ticket, standing_of(work.session, ticket)


def _action(work: UnitOfWork, action_id: str) -> tuple[ComplaintAction, Complaint, Standing]:
    action = work.session.get(ComplaintAction, action_id)
    if action is None:
        raise NotFound("after.not_found")
    return action, *_ticket(work, action.complaint_id)


def _refuse(refused: UserError | None) -> None:
    if refused is not None:
        raise refused


def _same(now: int, seen: int) -> None:
    if now != seen:
        raise Conflict("record.changed_meanwhile")
