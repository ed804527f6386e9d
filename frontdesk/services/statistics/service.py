"""The statistics of complaints: figures, what stands behind them, paper, sheet and approval."""

from __future__ import annotations

from datetime import date

from frontdesk.clock import local
from frontdesk.errors import Conflict, UserError
from frontdesk.language import Language
from frontdesk.models.enums import Comparison, Department
from frontdesk.models.journal import Setting
from frontdesk.models.values import text
from frontdesk.services.desk import Change, Desk, UnitOfWork
from frontdesk.services.drafts import drop_draft
from frontdesk.services.permissions import Act, Permission, confirmed, requires
from frontdesk.services.printed import PrintedForm, copies
from frontdesk.services.settings import load_setting, store_setting
from frontdesk.services.statistics import counting, reports
from frontdesk.services.statistics.dto import Cell, ComplaintStatistics, Report, Workbook
from frontdesk.services.statistics.forms import MEASURES_FORM, measures_key, measures_subject
from frontdesk.services.statistics.periods import Period, checked_period
from frontdesk.services.statistics.scope import scope_of
from frontdesk.services.statistics.tables import statistics


class StatisticsService:
    """Figures for who answers for them; a department's manager sees the own department's."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @requires(Permission.VIEW_STATISTICS)
    def complaints(
        self, first: date, last: date, compared: Comparison = Comparison.NONE
    ) -> ComplaintStatistics:
        """The complaints registered from ``first`` to ``last``, days at the desk, both included.

        ``compared``: which other period's figures come beside them.

        Raises:
            UserError: the period ends before it begins, or spans more than thirty years.
        """
        self._period(first, last)
        with self.desk.read() as session:
            return statistics(self.desk, session, (first, last), self._scope(), compared)

    @requires(Permission.VIEW_STATISTICS)
    def list_behind(self, first: date, last: date, cell: Cell) -> tuple[str, ...]:
        """Ids of the complaints that one figure counts, newest first."""
        days = self._period(first, last)
        with self.desk.read() as session:
            return counting.behind(session, days, self._scope(), cell)

    @requires(Permission.VIEW_STATISTICS)
    def keep_measures(
        self, first: date, last: date, measures: str, seen: str | None = None
    ) -> None:
        """Keep the improvement measures of a period; ``seen`` is the text they were typed over.

        Raises:
            UserError: the text is too long.
            Conflict: someone else has written them since they were ``seen``.
        """
        self._period(first, last)
        with self.desk.write() as work:
            self._keep(work, first, last, measures, seen)

    @requires(Permission.VIEW_STATISTICS)
    def print_complaints(
        self,
        first: date,
        last: date,
        language: Language,
        measures: str | None = None,
        seen: str | None = None,
        compared: Comparison = Comparison.NONE,
    ) -> PrintedForm:
        """The complaint category statistics form as of now; every copy is counted.

        ``measures``, where given, are kept first, as by :meth:`keep_measures`.
        """
        from frontdesk.reports import statistics_form
        from frontdesk.services.statistics.paper import form_of

        scope = self._scope()
        key = measures_key(first, last, scope)
        self._period(first, last)
        with self.desk.write() as work:
            if measures is not None:
                self._keep(work, first, last, measures, seen)
            copy = 1 + copies(work.session, "statistics.print", "statistics", key)
            work.audit("statistics.print", "statistics", key, copy=copy, language=language.value)
            found = statistics(self.desk, work.session, (first, last), scope, compared)
        at = local(self.desk.now, self.desk.clock)
        form = form_of(self.desk, found, language, copy, at)
        return PrintedForm(statistics_form.render(form, language), reports.file_name(first, last))

    @requires(Permission.VIEW_STATISTICS)
    @confirmed(Act.EXPORT)
    def export_complaints(
        self,
        first: date,
        last: date,
        language: Language,
        compared: Comparison = Comparison.NONE,
    ) -> Workbook:
        """The same figures as an ``.xlsx``: true numbers, never a formula; noted in the trail."""
        from frontdesk.services.statistics.sheet import workbook_of

        found = self.complaints(first, last, compared)
        at = local(self.desk.now, self.desk.clock)
        content = workbook_of(found, language, self.desk.profile.name, self.desk.actor.name, at)
        with self.desk.write() as work:
            key = measures_key(first, last, found.scope)
            count = found.total.count
            work.audit("statistics.export", "statistics", key, count=count)
        name = reports.file_name(first, last, "xlsx")
        return Workbook(content, name, count)

    # reports that are approved ----------------------------------------------------------

    @requires(Permission.VIEW_STATISTICS)
    def reports(self) -> tuple[Report, ...]:
        """The reports prepared and approved, the newest period first."""
        with self.desk.read() as session:
            return reports.listed(self.desk, session, self._scope())

    @requires(Permission.VIEW_STATISTICS)
    def prepare(
        self,
        first: date,
        last: date,
        language: Language,
        compared: Comparison = Comparison.NONE,
        measures: str | None = None,
        seen: str | None = None,
    ) -> str:
        """Freeze figures, measures and language of a period for approval; the report's id.

        One prepared before and not yet approved is replaced; an approved one stays beside it.

        Raises:
            UserError: ``statistics.still_running``: the period is not over.
        """
        self._period(first, last)
        if last > self.desk.today:
            raise UserError("statistics.still_running", "last")
        scope = self._scope()
        with self.desk.write() as work:
            if measures is not None:
                self._keep(work, first, last, measures, seen)
            found = statistics(self.desk, work.session, (first, last), scope, compared)
            return reports.prepare(work, found, language)

    @requires(Permission.APPROVE_COMPLAINT)
    @confirmed(Act.APPROVE_REPORT)
    def approve(self, report_id: str, version: int) -> None:
        """Approve a prepared report: from now on its paper is kept and reprinted byte for byte.

        Raises:
            Conflict: it was prepared anew or approved since ``version`` was seen.
        """
        with self.desk.write() as work:
            reports.approve(work, report_id, version)

    @requires(Permission.VIEW_STATISTICS)
    def print_report(self, report_id: str) -> PrintedForm:
        """The paper of a report: as approved, or as it awaits approval."""
        with self.desk.write() as work:
            return reports.paper(work, report_id, self._scope())

    @requires(Permission.VIEW_STATISTICS)
    def changed_since(self, report_id: str) -> tuple[str, ...]:
        """Ids of the complaints of a report's period with a new entry since it was prepared."""
        with self.desk.read() as session:
            return reports.changed(self.desk, session, report_id, self._scope())

    # inside -----------------------------------------------------------------------------

    def _keep(
        self, work: UnitOfWork, first: date, last: date, measures: str, seen: str | None
    ) -> None:
        tidy = text.note(measures, "measures")
        key = measures_key(first, last, self._scope())
        now = load_setting(work.session, key, str, "")
        if seen is not None and now not in (seen, tidy):
            raise Conflict("record.changed_meanwhile")
        drop_draft(work, MEASURES_FORM, measures_subject(first, last))
        if tidy == now:
            return
        if tidy:
            store_setting(work.session, key, tidy)
        elif (kept := work.session.get(Setting, key)) is not None:
            work.session.delete(kept)
        work.session.flush()
        work.audit("statistics.measures", "statistics", key, measures=tidy)
        work.changed(Change.SETTINGS)

    def _scope(self) -> Department | None:
        """The department this person's figures are limited to; ``None`` for the whole house."""
        return scope_of(self.desk)

    def _period(self, first: date, last: date) -> Period:
        return checked_period(first, last, self.desk.clock)
