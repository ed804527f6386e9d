"""The statistics of complaints: figures, what stands behind them, the printed form."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select

from frontdesk.clock import local
from frontdesk.errors import Conflict, UserError
from frontdesk.language import Language
from frontdesk.models.enums import Department, Role
from frontdesk.models.journal import AuditEntry, Setting
from frontdesk.models.values import text
from frontdesk.services.complaints.categories import load_categories
from frontdesk.services.desk import Change, Desk, UnitOfWork
from frontdesk.services.drafts import drop_draft
from frontdesk.services.permissions import Permission, requires
from frontdesk.services.printed import PrintedForm
from frontdesk.services.settings import load_setting, store_setting
from frontdesk.services.statistics import counting
from frontdesk.services.statistics.dto import Cell, ComplaintStatistics
from frontdesk.services.statistics.forms import MEASURES_FORM, measures_subject

_WHOLE_HOUSE = frozenset({Role.GENERAL_MANAGER, Role.CS_MANAGER})
_LONGEST_YEARS = 30


class StatisticsService:
    """Figures for who answers for them; a department's manager sees the own department's."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @requires(Permission.VIEW_STATISTICS)
    def complaints(self, first: date, last: date) -> ComplaintStatistics:
        """The complaints registered from ``first`` to ``last``, days at the desk, both included.

        Raises:
            UserError: the period ends before it begins, or spans more than thirty years.
        """
        days = self._period(first, last)
        scope = self._scope()
        with self.desk.read() as session:
            tree = load_categories(session)
            counted = counting.count(session, days, scope)
            measures = load_setting(session, _key(first, last, scope), str, "")
        total = sum(each.sums.number for each in counted)
        order = [leaf.key for group in tree.groups for leaf in group.leaves]
        by_group = counting.summed(counted, lambda each: tree.group_of(each.category))
        by_leaf = counting.summed(counted, lambda each: each.category)
        by_department = counting.summed(counted, lambda each: each.department)
        by_month = counting.summed(counted, lambda each: each.month)
        whole = counting.summed(counted, lambda _: "").get("", counting.Sums())
        departments = [d.value for d in Department] + [""]
        return ComplaintStatistics(
            first=first,
            last=last,
            total=whole.line("", total),
            categories=counting.ranked(by_group, [group.key for group in tree.groups]),
            leaves=counting.ranked(by_leaf, order),
            departments=tuple(
                by_department[key].line(key, total) for key in departments if key in by_department
            ),
            months=tuple(
                by_month.get(name, counting.Sums()).line(name, total) for name, _ in days.months
            ),
            limit_hours=self.desk.rules.complaint_hours,
            tree=tree,
            scope=scope,
            measures=measures,
        )

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
    ) -> PrintedForm:
        """The complaint category statistics form of a period; every copy is counted.

        ``measures``, where given, are kept first, as by :meth:`keep_measures`.
        """
        from frontdesk.reports import statistics_form
        from frontdesk.services.statistics.paper import form_of

        key = _key(first, last, self._scope())
        self._period(first, last)
        with self.desk.write() as work:
            if measures is not None:
                self._keep(work, first, last, measures, seen)
            copy = 1 + (
                work.session.scalar(
                    select(func.count())
                    .select_from(AuditEntry)
                    .where(
                        AuditEntry.subject == "statistics",
                        AuditEntry.subject_id == key,
                        AuditEntry.action == "statistics.print",
                    )
                )
                or 0
            )
            work.audit("statistics.print", "statistics", key, copy=copy, language=language.value)
        found = self.complaints(first, last)
        form = form_of(self.desk, found, language, copy, local(self.desk.now, self.desk.clock))
        name = f"complaints-{first:%Y%m%d}-{last:%Y%m%d}.pdf"
        return PrintedForm(statistics_form.render(form, language), name)

    def _keep(
        self, work: UnitOfWork, first: date, last: date, measures: str, seen: str | None
    ) -> None:
        tidy = text.note(measures, "measures")
        key = _key(first, last, self._scope())
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
        work.audit("statistics.measures", "statistics", key, measures=tidy)
        work.changed(Change.SETTINGS)

    def _scope(self) -> Department | None:
        """The department this person's figures are limited to; ``None`` for the whole house."""
        roles = self.desk.actor.roles
        leads = {
            Role.SERVICE_MANAGER: Department.SERVICE,
            Role.SALES_MANAGER: Department.SALES,
        }
        own = [department for role, department in leads.items() if role in roles]
        return own[0] if len(own) == 1 and roles.isdisjoint(_WHOLE_HOUSE) else None

    def _period(self, first: date, last: date) -> counting.Period:
        if last < first:
            raise UserError("statistics.ends_before", "last")
        if last.year - first.year > _LONGEST_YEARS or not 1 < first.year <= last.year < 9999:
            raise UserError("statistics.too_long", "last", years=_LONGEST_YEARS)
        return counting.period(first, last, self.desk.clock)


def _key(first: date, last: date, scope: Department | None) -> str:
    """Under which setting a period's measures are kept."""
    return f"complaint_measures:{first}:{last}:{scope.value if scope else ''}"
