"""Figures, scores, incentives and paper of calls, for who answers for them (domain §4.3)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import select

from frontdesk.clock import local
from frontdesk.errors import Conflict, UserError
from frontdesk.language import Language
from frontdesk.models.callback import Callback
from frontdesk.models.callback_rules import CALLERS
from frontdesk.models.enums import CallbackKind, Department
from frontdesk.models.journal import Setting
from frontdesk.models.staff import StaffMember
from frontdesk.models.values import text
from frontdesk.services.call_figures import counting, kept, paper, records, to_call
from frontdesk.services.call_figures.counting import Counted
from frontdesk.services.call_figures.dto import (
    CallerName,
    CallRow,
    CallSummary,
    Cell,
    IncentiveLine,
    KeptReport,
    PaperCall,
    Workbook,
)
from frontdesk.services.call_figures.forms import (
    CONCLUSIONS_FORM,
    conclusions_key,
    conclusions_subject,
)
from frontdesk.services.call_figures.summary import incentive_lines, summary
from frontdesk.services.desk import Change, Desk, UnitOfWork
from frontdesk.services.drafts import drop_draft
from frontdesk.services.permissions import Act, Permission, confirmed, requires
from frontdesk.services.printed import PrintedForm, copies
from frontdesk.services.settings import load_setting, store_setting
from frontdesk.services.statistics.periods import checked_period
from frontdesk.services.statistics.scope import scope_of

_SUBJECT = "call_figures"
_FAR = timedelta(days=366)


class CallFigures:
    """What calls come to. A department's manager sees the own department's kinds of calls."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    # figures ----------------------------------------------------------------------------

    @requires(Permission.VIEW_STATISTICS)
    def summary(self, first: date, last: date) -> CallSummary:
        """The calls of the days ``first`` to ``last``, both included.

        Raises:
            UserError: the period ends before it begins, or spans more than thirty years.
        """
        checked_period(first, last, self.desk.clock)
        with self.desk.read() as session:
            return summary(self.desk, session, first, last, self._scope())

    @requires(Permission.VIEW_STATISTICS)
    def behind(self, first: date, last: date, cell: Cell) -> tuple[CallRow, ...]:
        """The calls one figure counts, the newest first, two thousand at most."""
        checked_period(first, last, self.desk.clock)
        with self.desk.read() as session:
            counted = Counted.at(self.desk, session, first, last, self._scope())
            return counting.rows(session, counting.of_line(cell, counted))

    @requires(Permission.PREPARE_CALL_REPORTS)
    def calls(self, ids: Sequence[str]) -> tuple[CallRow, ...]:
        """The calls behind a flag."""
        with self.desk.read() as session:
            return counting.rows(session, [Callback.id.in_(list(ids)[:2_000])])

    @requires(Permission.PREPARE_CALL_REPORTS, Permission.APPROVE_CALL_REPORTS)
    def incentives(self, month: date) -> tuple[IncentiveLine, ...]:
        """What the scores of the month of ``month`` bring whom."""
        first, last = _month(month)
        with self.desk.read() as session:
            return incentive_lines(self.desk, session, first, last)

    @requires(Permission.PREPARE_CALL_REPORTS)
    def keep_conclusions(
        self, first: date, last: date, conclusions: str, seen: str | None = None
    ) -> None:
        """Keep what is concluded of a period; ``seen`` is the text it was typed over.

        Raises:
            UserError: the text is too long.
            Conflict: someone else has written it since it was ``seen``.
        """
        checked_period(first, last, self.desk.clock)
        with self.desk.write() as work:
            _keep(work, first, last, conclusions, seen)

    # paper ------------------------------------------------------------------------------

    @requires(Permission.VIEW_STATISTICS)
    def print_summary(
        self,
        first: date,
        last: date,
        language: Language,
        conclusions: str | None = None,
        seen: str | None = None,
    ) -> PrintedForm:
        """The callback summary report as of now; every copy is counted.

        ``conclusions``, where given, are kept first, as by :meth:`keep_conclusions`.
        """
        from frontdesk.reports import callback_summary

        checked_period(first, last, self.desk.clock)
        with self.desk.write() as work:
            if conclusions is not None and self.desk.may(Permission.PREPARE_CALL_REPORTS):
                _keep(work, first, last, conclusions, seen)
            key = f"{first}:{last}"
            copy = 1 + copies(work.session, "call_summary.print", _SUBJECT, key)
            work.audit("call_summary.print", _SUBJECT, key, copy=copy, language=language.value)
            found = summary(self.desk, work.session, first, last, self._scope())
        at = local(self.desk.now, self.desk.clock)
        form = paper.summary_form(self.desk, found, language, copy, at)
        pdf = callback_summary.render(form, language)
        return PrintedForm(pdf, kept.file_name(kept.SUMMARY, first, last))

    @requires(Permission.VIEW_STATISTICS)
    @confirmed(Act.EXPORT)
    def export(self, first: date, last: date, language: Language) -> Workbook:
        """The same figures as an ``.xlsx``: true numbers, never a formula; noted in the trail."""
        from frontdesk.services.call_figures.workbook import workbook_of

        found = self.summary(first, last)
        at = local(self.desk.now, self.desk.clock)
        content = workbook_of(found, language, self.desk.profile.name, self.desk.actor.name, at)
        count = found.total.told
        with self.desk.write() as work:
            work.audit("call_summary.export", _SUBJECT, f"{first}:{last}", count=count)
        return Workbook(content, kept.file_name(kept.SUMMARY, first, last, "xlsx"), count)

    @requires(Permission.VIEW_CALLS)
    def print_record(self, which: str, language: Language) -> PrintedForm:
        """The callback record form of one call (its number or id); copies are counted.

        Raises:
            NotFound: there is no such call.
        """
        from frontdesk.reports import callback_record

        with self.desk.write() as work:
            call = records.find(work.session, which)
            copy = 1 + copies(work.session, "callback.print", _SUBJECT, call.number)
            form = records.record(self.desk, work.session, call, language, copy)
            work.audit("callback.print", _SUBJECT, call.number, copy=copy)
        return PrintedForm(callback_record.render(form, language), f"{form.number}.pdf")

    @requires(Permission.VIEW_CALLS)
    def print_day(self, day: date, language: Language) -> PrintedForm:
        """The callback record form of a day: all attempts, or the own ones of who makes calls."""
        from frontdesk.reports import callback_day

        own = None if self.desk.may(Permission.VIEW_STATISTICS) else self.desk.actor.id
        with self.desk.write() as work:
            key = day.isoformat()
            copy = 1 + copies(work.session, "callback.print_day", _SUBJECT, key)
            form = records.day_list(self.desk, work.session, day, own, copy)
            work.audit("callback.print_day", _SUBJECT, key, copy=copy, count=len(form.rows))
        return PrintedForm(callback_day.render(form, language), f"callbacks-{day}.pdf")

    @requires(Permission.MAKE_CALLS)
    def print_blank(self, kind: CallbackKind, language: Language) -> PrintedForm:
        """A blank record with the questions of a kind of call, to be filled in by hand."""
        from frontdesk.reports import callback_record

        with self.desk.write() as work:
            form = records.blank(self.desk, work.session, kind, language)
            work.audit("callback.print_blank", _SUBJECT, kind.value)
        pdf = callback_record.render(form, language)
        return PrintedForm(pdf, f"callback-record-{kind.value}.pdf")

    @requires(Permission.MAKE_CALLS)
    def print_call_sheet(self, day: date, language: Language) -> PrintedForm:
        """The calls of ``day`` on paper, telephones in full for who may see them; noted.

        Who shares calls out prints everyone's, anyone else the own ones.

        Raises:
            UserError: the day is past, or more than a year ahead.
        """
        from frontdesk.reports import call_sheet

        if not self.desk.today <= day <= self.desk.today + _FAR:
            raise UserError("call_figures.sheet_day", "day")
        with self.desk.write() as work:
            key = day.isoformat()
            copy = 1 + copies(work.session, "callback.print_sheet", _SUBJECT, key)
            form = to_call.sheet(self.desk, work.session, day, copy, language)
            count = sum(len(caller.rows) for caller in form.callers)
            numbers = self.desk.may(Permission.SEE_PHONES)
            work.audit(
                "callback.print_sheet", _SUBJECT, key, copy=copy, count=count, in_full=numbers
            )
        return PrintedForm(call_sheet.render(form, language), f"call-sheet-{day}.pdf")

    # calls from paper -------------------------------------------------------------------

    @requires(Permission.MAKE_CALLS)
    def paper_calls(self) -> tuple[PaperCall, ...]:
        """The open calls that may stand on a sheet of the past days, by number."""
        with self.desk.read() as session:
            return to_call.open_calls(self.desk, session)

    @requires(Permission.MAKE_CALLS)
    def paper_callers(self) -> tuple[CallerName, ...]:
        """Who makes calls, with the kinds their roles make."""
        with self.desk.read() as session:
            staff = session.scalars(
                select(StaffMember).where(StaffMember.active).order_by(StaffMember.name)
            ).all()
            found = (
                CallerName(
                    one.id,
                    one.name,
                    frozenset(kind for kind, roles in CALLERS.items() if roles & one.roles),
                )
                for one in staff
            )
            return tuple(one for one in found if one.kinds)

    # reports that are approved ----------------------------------------------------------

    @requires(Permission.PREPARE_CALL_REPORTS, Permission.APPROVE_CALL_REPORTS)
    def reports(self) -> tuple[KeptReport, ...]:
        """The summaries and lists of incentives prepared and approved, the newest first."""
        with self.desk.read() as session:
            return kept.listed(session)

    @requires(Permission.PREPARE_CALL_REPORTS)
    def prepare_summary(
        self,
        first: date,
        last: date,
        language: Language,
        conclusions: str | None = None,
        seen: str | None = None,
    ) -> str:
        """Freeze the summary of a period for approval; the report's id.

        One prepared before and not yet approved is replaced; an approved one stays beside it.

        Raises:
            UserError: the period is not over.
        """
        checked_period(first, last, self.desk.clock)
        self._check_over(last)
        with self.desk.write() as work:
            if conclusions is not None:
                _keep(work, first, last, conclusions, seen)
            found = summary(self.desk, work.session, first, last, None)
            at = local(work.now, self.desk.clock)
            form = paper.summary_form(self.desk, found, language, 0, at)
            return kept.prepare(work, kept.SUMMARY, form, language)

    @requires(Permission.PREPARE_CALL_REPORTS)
    def prepare_incentives(self, month: date, language: Language) -> str:
        """Freeze the list of incentives of the month of ``month`` for approval; its id.

        Raises:
            UserError: the month is not over.
        """
        first, last = _month(month)
        self._check_over(last)
        with self.desk.write() as work:
            lines = incentive_lines(self.desk, work.session, first, last)
            form = paper.incentive_form(self.desk, first, last, lines)
            return kept.prepare(work, kept.INCENTIVES, form, language)

    @requires(Permission.APPROVE_CALL_REPORTS)
    @confirmed(Act.APPROVE_REPORT)
    def approve(self, report_id: str, version: int) -> None:
        """Approve what was prepared: from now on its paper is kept and reprinted byte for byte.

        Raises:
            Conflict: it was prepared anew or approved since ``version`` was seen.
        """
        with self.desk.write() as work:
            kept.approve(work, report_id, version)

    @requires(Permission.PREPARE_CALL_REPORTS, Permission.APPROVE_CALL_REPORTS)
    def print_report(self, report_id: str) -> PrintedForm:
        """The paper of a report: as approved, or as it awaits approval."""
        with self.desk.write() as work:
            return kept.paper(work, report_id)

    # inside -----------------------------------------------------------------------------

    def _scope(self) -> Department | None:
        return scope_of(self.desk)

    def _check_over(self, last: date) -> None:
        if last > self.desk.today:
            raise UserError("call_figures.still_running", "last")


def _month(day: date) -> tuple[date, date]:
    first = day.replace(day=1)
    following = (first + timedelta(days=32)).replace(day=1)
    return first, following - timedelta(days=1)


def _keep(work: UnitOfWork, first: date, last: date, typed: str, seen: str | None) -> None:
    tidy = text.note(typed, "conclusions")
    key = conclusions_key(first, last)
    now = load_setting(work.session, key, str, "")
    if seen is not None and now not in (seen, tidy):
        raise Conflict("record.changed_meanwhile")
    drop_draft(work, CONCLUSIONS_FORM, conclusions_subject(first, last))
    if tidy == now:
        return
    if tidy:
        store_setting(work.session, key, tidy)
    elif (row := work.session.get(Setting, key)) is not None:
        work.session.delete(row)
    work.session.flush()
    work.audit("call_summary.conclusions", _SUBJECT, key, conclusions=tidy)
    work.changed(Change.SETTINGS)
