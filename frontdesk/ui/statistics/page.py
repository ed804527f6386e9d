"""The statistics tab: counts the period asked for, opens what stands behind a number, prints."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from frontdesk.clock import today
from frontdesk.models.enums import Comparison, Department
from frontdesk.services.desk import Change
from frontdesk.services.intake.fixed import FixFigures
from frontdesk.services.permissions import Permission
from frontdesk.services.printed import PrintedForm
from frontdesk.services.statistics.dto import ComplaintStatistics
from frontdesk.services.statistics.forms import MEASURES_FORM, measures_subject
from frontdesk.services.visit_lists.dto import VisitList, VisitSort
from frontdesk.ui.kit import errors
from frontdesk.ui.kit.conflict import ConflictHelp
from frontdesk.ui.kit.page import Page, Place, UiContext
from frontdesk.ui.kit.shortcuts import bind_key
from frontdesk.ui.kit.tokens import Tone
from frontdesk.ui.statistics.figures import Figures, cell_of
from frontdesk.ui.statistics.period_words import PeriodWords, Words
from frontdesk.ui.statistics.periods import Span
from frontdesk.ui.statistics.reporting import Reporting
from frontdesk.ui.statistics.view import StatisticsView


class StatisticsPage(Page):
    """Begins with this month; the period and the table stay as they were left."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._statistics = context.services.statistics
        may_approve = context.services.desk.may(Permission.APPROVE_COMPLAINT)
        self.view = StatisticsView(context.state, may_approve=may_approve)
        self.body.addWidget(self.view, 1)
        self._days: tuple[date, date, Comparison] | None = None
        self.view.span.set_value(Span.THIS_MONTH)
        self.view.asked.connect(self._asked)
        self.view.behind.connect(self._open_behind)
        self.view.fix_asked.connect(self.open_repairs)
        self.view.print_asked.connect(self.print_form)
        self.view.measures_left.connect(self.park)
        view, service = self.view, self._statistics
        self._words = PeriodWords(
            self,
            ConflictHelp(context, self, self.banners),
            Words(
                form=view.form,
                name=MEASURES_FORM,
                subject=measures_subject,
                found=lambda: view.found,
                typed=view.measures_text,
                show=view.show_figures,
                kept=view.measures_kept,
                read=lambda found: service.complaints(found.first, found.last, found.compared),
                is_shown=lambda found: (found.first, found.last, found.compared) == self._days,
                keep=lambda found, text: service.keep_measures(
                    found.first, found.last, text, found.measures
                ),
                told=lambda: self.tr("The measures are kept with this period."),
            ),
        )
        self.view.measures_saved.connect(self._words.save)
        self._reporting = Reporting(self, self.view)
        self.view.export_asked.connect(self.export_figures)
        self.view.reports.prepare_asked.connect(self.prepare_report)
        for keys, act in (
            ("Ctrl+P", self.print_form),
            ("Ctrl+E", self.export_figures),
            ("Alt+F", self.open_repairs),
            ("Ctrl+R", self.prepare_report),
            ("Ctrl+Shift+R", self._reporting.approve),
        ):
            bind_key(self, keys, act)

    # what a tab answers -----------------------------------------------------------------

    def refresh(self, changes: frozenset[Change]) -> None:
        if changes and Change.VISITS in changes and self.view.found is not None:
            self._count_repairs(self.view.found)
        if not changes or Change.COMPLAINTS in changes:
            self._days = None
            self._asked()
        if not changes or changes & {Change.COMPLAINTS, Change.REPORTS}:
            self._reporting.read()

    def open_place(self, place: Place) -> None:
        """``payload``: the period to show, as ``2026-11-01:2026-11-30``."""
        if isinstance(place.payload, str):
            first, _, last = place.payload.partition(":")
            self.view.chooser.begin_with(date.fromisoformat(first), date.fromisoformat(last))
            self._asked()

    def has_unsaved(self) -> bool:
        return self.view.form.has_changes()

    def park(self) -> None:
        """Measures are kept when they are left; where someone else was quicker, as a draft."""
        self._words.park()

    def focus_first(self) -> None:
        self.view.span.setFocus()

    def keys(self) -> list[tuple[str, str]]:
        return [
            ("1 … 6", self.tr("Period; table; counts or times; comparison")),
            ("Enter", self.tr("Open the complaints behind the number")),
            ("Ctrl+Enter", self.tr("Keep the improvement measures")),
            ("Ctrl+P", self.tr("Print the complaint category statistics form")),
            ("Ctrl+E", self.tr("Save the figures as an Excel sheet")),
            ("Alt+F", self.tr("The repairs behind the first-time-fix figure")),
            ("Ctrl+R", self.tr("Prepare the period's report for approval")),
            ("Ctrl+Shift+R", self.tr("Approve the chosen report")),
        ]

    # acts -------------------------------------------------------------------------------

    def print_form(self) -> None:
        """Keep the measures and print the form of the period shown."""
        speak = self.context.language

        def printed(found: ComplaintStatistics, measures: str) -> PrintedForm:
            return self._statistics.print_complaints(
                found.first, found.last, speak, measures, found.measures, found.compared
            )

        self._words.with_words(printed, self._reporting.show_paper)

    def prepare_report(self) -> None:
        """Keep the measures and freeze the period shown for approval."""
        speak = self.context.language

        def prepared(found: ComplaintStatistics, measures: str) -> str:
            return self._statistics.prepare(
                found.first, found.last, speak, found.compared, measures, found.measures
            )

        def done(_: str) -> None:
            self._reporting.read()
            self.notice(Tone.OK, self.tr("The report is prepared; it waits for approval."))

        self._words.with_words(prepared, done)

    def export_figures(self) -> None:
        """Save the figures of the period shown as a sheet."""
        found, speak = self.view.found, self.context.language
        if found is not None:
            self.run(
                lambda: self._statistics.export_complaints(
                    found.first, found.last, speak, found.compared
                ),
                self._reporting.save,
                kind="long",
            )

    def open_repairs(self) -> None:
        """List the repairs that the first-time-fix figure counts."""
        found = self.view.found
        if found is not None and self.view.fix.isEnabled() and self.view.fix.isVisible():
            repairs = VisitList(VisitSort.REPAIRS, found.first, found.last)
            self.context.navigate(Place("intake", None, "part.visits", repairs))

    # inside -----------------------------------------------------------------------------

    def _asked(self) -> None:
        days = self.view.chooser.asked_days(today(self.context.clock))
        if days is None:
            return
        asked = (*days, self.view.comparison())
        if asked == self._days:
            return
        self._words.keep()
        self._days = asked
        self.run(lambda: self._statistics.complaints(*asked), self._show, self._failed)

    def _show(self, found: ComplaintStatistics) -> None:
        if (found.first, found.last, found.compared) != self._days:
            return
        before = self.view.found
        self._count_repairs(found)
        self.view.period.clear_errors()
        self.view.show_figures(found)
        if before is None or (before.first, before.last) != (found.first, found.last):
            self.view.reports.choose(found.first, found.last)
            self._words.begin(found)

    def _count_repairs(self, found: ComplaintStatistics) -> None:
        """The sales department repairs nothing."""
        if found.scope is Department.SALES:
            self.view.show_fix(None)
            return
        first, last = found.first, found.last

        def show(figures: FixFigures) -> None:
            shown = self.view.found
            if shown is not None and (shown.first, shown.last) == (first, last):
                self.view.show_fix(figures)

        self.run(lambda: self.context.services.intake.first_time_fix(first, last), show)

    def _failed(self, error: Exception) -> None:
        self._days = None
        errors.present(self.view.period, error)

    def _open_behind(self, figures: Figures, column: str) -> None:
        found = self.view.found
        if found is None:
            return
        first, last, cell = found.first, found.last, cell_of(figures, column)
        title = self.view.title_behind(figures, column)
        self.run(
            lambda: self._statistics.list_behind(first, last, cell),
            lambda ids: self.context.navigate(Place("complaints", None, "list", (title, ids))),
        )
