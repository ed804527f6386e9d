"""Spot checks as the CS manager uses them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from frontdesk.errors import Conflict, InputErrors, NotFound, PermissionDenied, UserError
from frontdesk.language import Language
from frontdesk.models.callback import Callback
from frontdesk.models.callback_programme import SpotCheck
from frontdesk.models.callback_rules import OPEN_STATUSES
from frontdesk.models.enums import CallbackStatus, SpotRule, SpotVerdict
from frontdesk.models.values import text as texts
from frontdesk.services.desk import Change, Desk, UnitOfWork
from frontdesk.services.drafts import drop_draft
from frontdesk.services.permissions import Permission, requires
from frontdesk.services.printed import PrintedForm
from frontdesk.services.spot_checks import consequences, drawing, reading
from frontdesk.services.spot_checks.dto import (
    Caller,
    Check,
    CheckFilter,
    Consequences,
    DoneCall,
    Draw,
    Drawn,
)

VERDICT_FORM = "spot.verdict"
"""Name of the draft of a verdict; one for each check."""


class SpotCheckService:
    """Drawn, called again, judged; what was found not made has its consequences."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    # drawing ----------------------------------------------------------------------------

    @requires(Permission.SPOT_CHECK_CALLS)
    def callers(self, first: date, last: date) -> tuple[Caller, ...]:
        """Whose finished calls could be drawn, by name."""
        with self.desk.read() as session:
            return reading.callers(session, Draw(SpotRule.BY_HAND, first, last))

    @requires(Permission.SPOT_CHECK_CALLS)
    def candidates(self, wanted: Draw) -> tuple[DoneCall, ...]:
        """The calls that ``wanted`` could draw from, the newest first.

        Raises:
            UserError: the period is reversed, or nobody is named whose calls are to be drawn.
        """
        with self.desk.read() as session:
            return reading.done_calls(self.desk, session, wanted)

    @requires(Permission.SPOT_CHECK_CALLS)
    def draw(self, wanted: Draw) -> Drawn:
        """Draw by rule; each call drawn makes one in the queue that asks about it.

        Raises:
            UserError: as ``candidates`` does, or there is nothing to draw.
        """
        with self.desk.write() as work:
            return drawing.draw(work, wanted)

    @requires(Permission.SPOT_CHECK_CALLS)
    def draw_by_hand(self, callback_ids: Sequence[str]) -> tuple[str, ...]:
        """Draw just these calls; the ids of their spot checks.

        Raises:
            UserError: none of them can be drawn (any more).
        """
        with self.desk.write() as work:
            return drawing.take(work, callback_ids, SpotRule.BY_HAND, of=len(callback_ids))

    # judging ----------------------------------------------------------------------------

    @requires(Permission.SPOT_CHECK_CALLS)
    def list(self, wanted: CheckFilter = CheckFilter()) -> tuple[Check, ...]:  # noqa: B008
        """The spot checks, the newest first."""
        with self.desk.read() as session:
            return reading.checks(self.desk, session, wanted)

    @requires(Permission.SPOT_CHECK_CALLS)
    def judge(self, check_id: str, version: int, verdict: SpotVerdict | None, note: str) -> None:
        """Say what the check has found, once. A recall still open is not made any more.

        Raises:
            InputErrors: the verdict is missing, or the words that an accusation needs.
            PermissionDenied: it is a call this person made.
            UserError: it is judged already.
            Conflict: someone else has dealt with it since ``version``.
        """
        with self.desk.write() as work:
            check = _check(work, check_id, version)
            call = work.session.get_one(Callback, check.callback_id)
            if call.closed_by == self.desk.actor.id:
                raise PermissionDenied("spot.own_call")
            words = texts.note(note, "note")
            faults = []
            if verdict is None:
                faults.append(UserError("spot.verdict_missing", field="verdict"))
            elif verdict is not SpotVerdict.REAL and not words:
                faults.append(UserError("spot.note_missing", field="note", verdict=verdict))
            if faults:
                raise InputErrors(faults)
            check.verdict, check.note = verdict, words or None
            check.judged_at, check.judged_on = work.now, work.today
            check.judged_by = self.desk.actor.id
            _end_recall(work, check)
            drop_draft(work, VERDICT_FORM, check_id)
            work.audit("spot.judge", "callback", call.id, number=call.number, verdict=verdict)
            work.changed(Change.CALLBACKS)

    # consequences -----------------------------------------------------------------------

    @requires(Permission.SPOT_CHECK_CALLS, Permission.SIGN_ROUTINE)
    def consequences(self, month: date) -> Consequences:
        """What was found not made in the month that ``month`` lies in, and what it costs whom."""
        with self.desk.read() as session:
            return consequences.consequences(self.desk, session, month)

    @requires(Permission.SPOT_CHECK_CALLS, Permission.SIGN_ROUTINE)
    def print_consequences(self, month: date, language: Language) -> PrintedForm:
        """The list of a month to be signed; every print is entered in the trail."""
        from frontdesk.reports import consequence_list
        from frontdesk.services.spot_checks.paper import list_input

        with self.desk.write() as work:
            found = consequences.consequences(self.desk, work.session, month)
            key = f"{found.first:%Y-%m}"
            work.audit("spot.print", "month", key, count=len(found.fines), language=language.value)
        sheet = list_input(self.desk, found, language)
        return PrintedForm(
            consequence_list.render(sheet, language), f"calls-not-made-{found.first:%Y-%m}.pdf"
        )


def _check(work: UnitOfWork, check_id: str, version: int) -> SpotCheck:
    check = work.session.get(SpotCheck, check_id)
    if check is None:
        raise NotFound("spot.not_found")
    if check.version != version:
        raise Conflict("record.changed_meanwhile")
    if check.verdict is not None:
        raise UserError("spot.judged", verdict=check.verdict)
    return check


def _end_recall(work: UnitOfWork, check: SpotCheck) -> None:
    """The recall of a check that is judged without it: the customer is left in peace."""
    recall = work.session.get(Callback, check.recall_id) if check.recall_id else None
    if recall is None or recall.status not in OPEN_STATUSES:
        return
    recall.status = CallbackStatus.WITHDRAWN
    recall.withdrawn_why = "spot.withdrawn"
    recall.next_try_at = recall.started_at = recall.progress = None
    recall.closed_at, recall.closed_on = work.now, work.today
    recall.closed_by = work.desk.actor.id
    work.audit("callback.drop", "callback", recall.id, because=recall.number)
