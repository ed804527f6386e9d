"""Callbacks as the people at the desk use them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import lazyload

from frontdesk.errors import NotFound
from frontdesk.models.callback import Callback
from frontdesk.models.customer import CustomerPhone
from frontdesk.models.enums import CallOutcome
from frontdesk.models.values import phone
from frontdesk.models.values import text as texts
from frontdesk.services.callbacks import acts, afterwards, from_paper, household, ticketing
from frontdesk.services.callbacks.deriving.run import Derived, derive, is_derived
from frontdesk.services.callbacks.dto import (
    AfterCall,
    AttemptResult,
    CallSheet,
    QueueFilter,
    QueueLook,
    QueueRow,
    Talk,
    Ticket,
)
from frontdesk.services.callbacks.forms import ATTEMPT_FORM, END_FORM, REASON_FORM
from frontdesk.services.callbacks.kept import KeptCall, talk_of
from frontdesk.services.callbacks.queue import look_at_queue
from frontdesk.services.callbacks.sharing import share_in_short_acts
from frontdesk.services.callbacks.sharing_service import move
from frontdesk.services.callbacks.sheet import read_sheet
from frontdesk.services.desk import Change, Desk, UnitOfWork
from frontdesk.services.drafts import drop_draft
from frontdesk.services.permissions import Permission, requires
from frontdesk.services.scripts import Progress, tidied

_BARE = (lazyload(Callback.attempts), lazyload(Callback.answers))
"""A sheet reads its attempts over all calls of the customer, in one statement of its own."""


class CallbackService:
    """The queue and the call (domain §4)."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @requires(Permission.VIEW_CALLS)
    def queue(self, wanted: QueueFilter = QueueFilter()) -> tuple[QueueRow, ...]:  # noqa: B008
        """The calls the signed-in person may make, most urgent first."""
        return self.look(wanted).rows

    @requires(Permission.VIEW_CALLS)
    def look(self, wanted: QueueFilter = QueueFilter()) -> QueueLook:  # noqa: B008
        """The queue with the number of all calls in it, also of those past ``wanted.limit``."""
        with self.desk.read() as session:
            return look_at_queue(session, self.desk, wanted)

    @requires(Permission.VIEW_CALLS)
    def derive(
        self,
        progress: Callable[[int, int], None] = lambda _done, _found: None,
        stopped: Callable[[], bool] = lambda: False,
        *,
        whole: bool = False,
    ) -> Derived:
        """Make the calls that have fallen due, withdraw those not owed any more, share them out.

        Once a day it is enough: a second time it only looks whether it was done. ``whole`` looks at
        everything anew all the same. Told twice, nothing is doubled; in short acts, so that nobody
        waits, and ``stopped`` between any two of them the next time does the rest.
        """
        if not whole:
            with self.desk.read() as session:
                if is_derived(session, self.desk):
                    return Derived()
        found = derive(self.desk, progress, stopped, whole=whole)
        if found.finished:
            share_in_short_acts(self.desk, stopped)
        return found

    @requires(Permission.VIEW_CALLS)
    def done_today(self) -> int:
        """How many calls the signed-in person has closed today."""
        with self.desk.read() as session:
            count = select(func.count()).where(
                Callback.closed_on == self.desk.today, Callback.closed_by == self.desk.actor.id
            )
            return session.scalar(count) or 0

    @requires(Permission.VIEW_CALLS)
    def open(self, callback_id: str) -> CallSheet:
        """Everything that stands before the caller.

        Raises:
            NotFound: there is no such call.
        """
        with self.desk.read() as session:
            callback = session.get(Callback, callback_id, options=_BARE)
            if callback is None:
                raise NotFound("callbacks.not_found")
            others = household.dues(session, self.desk, callback)
            return read_sheet(session, self.desk, callback, others)

    @requires(Permission.MAKE_CALLS)
    def start(self, callback_id: str, version: int, reason: str = "") -> CallSheet:
        """Begin the call, or go on with an interrupted one at the step it had reached.

        ``reason`` is needed outside the hours for calls. Raises ``UserError``,
        ``PermissionDenied`` and ``Conflict`` as ``acts.start`` does.
        """
        with self.desk.write() as work:
            callback = acts.load(work, callback_id, version)
            acts.start(work, callback, reason)
            drop_draft(work, REASON_FORM, callback_id)
            return self._begun(work, callback)

    @requires(Permission.MAKE_CALLS)
    def take_along(self, callback_id: str, version: int, with_id: str) -> CallSheet:
        """Begin another call of the household in the conversation that has just ended.

        ``with_id`` is the call that ended. Raises ``UserError``, ``PermissionDenied`` and
        ``Conflict`` as ``household.take_along`` does.
        """
        with self.desk.write() as work:
            callback = acts.load(work, callback_id, version)
            household.take_along(work, callback, with_id)
            return self._begun(work, callback)

    @requires(Permission.MAKE_CALLS)
    def enter_from_paper(
        self, callback_id: str, version: int, by: str, started_at: datetime, minutes: int
    ) -> CallSheet:
        """Begin entering a call that ``by`` made at ``started_at`` and noted on paper.

        It is then answered and closed as any call. Raises ``UserError``, ``PermissionDenied`` and
        ``Conflict`` as ``from_paper.begin`` does.
        """
        with self.desk.write() as work:
            callback = acts.load(work, callback_id, version)
            from_paper.begin(work, callback, by, started_at, minutes)
            work.session.flush()
            return read_sheet(work.session, self.desk, callback)

    @requires(Permission.MAKE_CALLS)
    def keep(self, callback_id: str, progress: Progress, note: str = "") -> Talk:
        """Keep the answers and the time talked so far, so that an interrupted call loses nothing.

        Told at least twice a minute while the call goes on; answers the time talked. This is the
        draft of a record, not a record: no version is counted and no audit entry made.
        """
        with self.desk.write() as work:
            callback = acts.load(work, callback_id)
            kept = acts.begun(work, callback).model_copy(
                update={"progress": tidied(progress), "note": texts.note(note, "note")}
            )
            return _keep(work, callback, kept, Talk.told)

    @requires(Permission.MAKE_CALLS)
    def hold(self, callback_id: str) -> Talk:
        """The customer has been asked to wait: the time talked stands still.

        Kept with the answers, so that a crash, a lock or putting the call aside changes nothing of
        it. Only talked time is the duration of the attempt; for how long the customer waited stands
        in the trail once it has ended.
        """
        with self.desk.write() as work:
            callback = acts.load(work, callback_id)
            return _keep(work, callback, acts.begun(work, callback), Talk.hold)

    @requires(Permission.MAKE_CALLS)
    def go_on(self, callback_id: str) -> Talk:
        """The customer is back: the time talked goes on from where it stood."""
        with self.desk.write() as work:
            callback = acts.load(work, callback_id)
            kept = acts.begun(work, callback)
            waits = talk_of(callback, kept).on_hold
            return _keep(work, callback, kept, Talk.go_on if waits else Talk.told)

    @requires(Permission.MAKE_CALLS)
    def park(self, callback_id: str) -> None:
        """Put a begun call back into the queue with what is kept of it; others may take it."""
        with self.desk.write() as work:
            callback = acts.load(work, callback_id)
            _keep(work, callback, acts.begun(work, callback), Talk.put_aside)
            callback.started_at = None
            work.audit("callback.park", "callback", callback.id)
            work.changed(Change.CALLBACKS)

    @requires(Permission.MAKE_CALLS)
    def attempt(
        self,
        callback_id: str,
        version: int,
        outcome: CallOutcome,
        *,
        note: str = "",
        agreed_at: datetime | None = None,
        phone_id: str | None = None,
    ) -> AttemptResult:
        """Keep how an attempt ended that was no conversation along the script.

        ``agreed_at`` (aware) when the customer named a time; ``phone_id`` of the number dialled.
        """
        with self.desk.write() as work:
            callback = acts.load(work, callback_id, version)
            found = acts.attempt(
                work, callback, outcome, note=note, agreed=agreed_at, phone_id=phone_id
            )
            message = afterwards.after_attempt(work, callback)
            drop_draft(work, ATTEMPT_FORM, callback_id)
            return AttemptResult(found.status, found.next_try_at, len(callback.attempts), message)

    @requires(Permission.MAKE_CALLS)
    def finish(
        self,
        callback_id: str,
        version: int,
        progress: Progress,
        note: str = "",
        after: AfterCall = AfterCall(),  # noqa: B008 - frozen
    ) -> None:
        """Close a call run to its end; refuses while required answers are missing.

        ``after``: the message of thanks, and the day named for the next maintenance.
        """
        with self.desk.write() as work:
            callback = acts.load(work, callback_id, version)
            acts.finish(work, callback, progress, note)
            afterwards.after_finish(work, callback, progress, after)
            for form in (ATTEMPT_FORM, END_FORM):
                drop_draft(work, form, callback_id)

    @requires(Permission.MAKE_CALLS)
    def register_complaint(self, callback_id: str, ticket: Ticket) -> str:
        """Register the complaint drafted in this call; returns its id.

        One call makes one ticket: asked again, it gives the ticket there is.
        """
        with self.desk.write() as work:
            callback = acts.load(work, callback_id)
            acts.begun(work, callback)
            return ticketing.register_from_call(work, callback, ticket)

    @requires(Permission.SEE_PHONES)
    def reveal_phone(self, callback_id: str, phone_id: str) -> str:
        """The full number to dial; that it was shown is logged."""
        with self.desk.write() as work:
            callback = acts.load(work, callback_id)
            acts.check_caller(callback, self.desk)
            line = work.session.get(CustomerPhone, phone_id)
            if line is None or line.customer_id != callback.customer_id:
                raise NotFound("callbacks.phone_not_found")
            work.audit("phone.reveal", "customer", line.customer_id, callback=callback.number)
            return phone.display(line.number)

    @requires(Permission.ASSIGN_CALLS)
    def assign(self, callback_ids: Sequence[str], staff_id: str | None) -> None:
        """Give calls to one caller, or to everyone (``None``).

        Raises:
            PermissionDenied: that person served the customer or does not make such calls.
        """
        with self.desk.write() as work:
            move(work, callback_ids, staff_id)

    def _begun(self, work: UnitOfWork, callback: Callback) -> CallSheet:
        work.session.flush()
        others = household.dues(work.session, self.desk, callback)
        return read_sheet(work.session, self.desk, callback, others)


def _keep(
    work: UnitOfWork, callback: Callback, kept: KeptCall, at: Callable[[Talk, datetime], Talk]
) -> Talk:
    """Keep the draft with the time talked as ``at`` has it now; the record is not changed."""
    talk = at(talk_of(callback, kept), work.now)
    work.session.execute(
        update(Callback)
        .where(Callback.id == callback.id)
        .values(progress=kept.model_copy(update={"talk": talk}).model_dump_json())
        .execution_options(synchronize_session=False)
    )
    return talk
