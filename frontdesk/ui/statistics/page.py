"""The statistics tab: counts the period asked for, opens what stands behind a number, prints."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from frontdesk.clock import today
from frontdesk.errors import Conflict
from frontdesk.models.enums import Comparison
from frontdesk.services.desk import Change
from frontdesk.services.permissions import Permission
from frontdesk.services.printed import PrintedForm
from frontdesk.services.statistics.dto import ComplaintStatistics
from frontdesk.services.statistics.forms import MEASURES_FORM, measures_subject
from frontdesk.ui.kit import errors
from frontdesk.ui.kit.conflict import ConflictHelp
from frontdesk.ui.kit.drafting import kept_by_service, retire
from frontdesk.ui.kit.drafts import About, DraftKeeper
from frontdesk.ui.kit.page import Page, Place, UiContext
from frontdesk.ui.kit.tokens import Tone
from frontdesk.ui.statistics.figures import Figures, cell_of
from frontdesk.ui.statistics.periods import Span
from frontdesk.ui.statistics.reporting import Reporting
from frontdesk.ui.statistics.view import StatisticsView

T = TypeVar("T")


class StatisticsPage(Page):
    """Begins with this month; the period and the table stay as they were left."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._statistics = context.services.statistics
        may_approve = context.services.desk.may(Permission.APPROVE_COMPLAINT)
        self.view = StatisticsView(context.state, may_approve=may_approve)
        self.body.addWidget(self.view, 1)
        self._days: tuple[date, date, Comparison] | None = None
        self._drafts: DraftKeeper | None = None
        self._keeping: tuple[date, date, str] | None = None
        self.view.span.set_value(Span.THIS_MONTH)
        self.view.asked.connect(self._asked)
        self.view.behind.connect(self._open_behind)
        self.view.print_asked.connect(self.print_form)
        self.view.measures_left.connect(self.park)
        self.view.measures_saved.connect(self.save_measures)
        self._conflicts = ConflictHelp(context, self, self.banners)
        self._reporting = Reporting(self, self.view)
        self.view.export_asked.connect(self.export_figures)
        self.view.reports.prepare_asked.connect(self.prepare_report)
        for keys, act in (
            ("Ctrl+P", self.print_form),
            ("Ctrl+E", self.export_figures),
            ("Ctrl+R", self.prepare_report),
            ("Ctrl+Shift+R", self._reporting.approve),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # what a tab answers -----------------------------------------------------------------

    def refresh(self, changes: frozenset[Change]) -> None:
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
        if self._conflicts.waits and self._drafts is not None:
            self._drafts.flush()
        else:
            self.keep_measures()

    def focus_first(self) -> None:
        self.view.span.setFocus()

    def keys(self) -> list[tuple[str, str]]:
        return [
            ("1 … 6", self.tr("Period; table; counts or times; comparison")),
            ("Enter", self.tr("Open the complaints behind the number")),
            ("Ctrl+Enter", self.tr("Keep the improvement measures")),
            ("Ctrl+P", self.tr("Print the complaint category statistics form")),
            ("Ctrl+E", self.tr("Save the figures as an Excel sheet")),
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

        self._with_measures(printed, self._reporting.show_paper)

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

        self._with_measures(prepared, done)

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

    def save_measures(self) -> None:
        """Ctrl+Enter in the measures."""
        if not self._conflicts.stands_in_the_way():
            self.keep_measures()

    def keep_measures(self) -> None:
        """Keep the improvement measures with their period, if they were changed."""
        found, form = self.view.found, self.view.form
        if found is None or not form.has_changes():
            return
        text = self.view.measures_text()
        if self._keeping == (found.first, found.last, text):
            return
        self._keeping = (found.first, found.last, text)
        self._begin_saving()
        drafts = self._drafts

        def done(_: None) -> None:
            self._was_kept(drafts, found, text)
            self.notice(Tone.OK, self.tr("The measures are kept with this period."))

        self.run(
            lambda: self._statistics.keep_measures(found.first, found.last, text, found.measures),
            done,
            partial(self._not_kept, found),
            kind="write",
        )

    # inside -----------------------------------------------------------------------------

    def _with_measures(
        self, act: Callable[[ComplaintStatistics, str], T], then: Callable[[T], None]
    ) -> None:
        """Do what keeps the measures typed as well."""
        found = self.view.found
        if found is None or self._conflicts.stands_in_the_way():
            return
        measures, drafts = self.view.measures_text(), self._drafts
        self._begin_saving()

        def done(result: T) -> None:
            self._was_kept(drafts, found, measures)
            then(result)

        self.run(lambda: act(found, measures), done, partial(self._not_kept, found), kind="write")

    def _asked(self) -> None:
        days = self.view.chooser.asked_days(today(self.context.clock))
        if days is None:
            return
        asked = (*days, self.view.comparison())
        if asked == self._days:
            return
        self.keep_measures()
        self._days = asked
        self.run(lambda: self._statistics.complaints(*asked), self._show, self._failed)

    def _show(self, found: ComplaintStatistics) -> None:
        if (found.first, found.last, found.compared) != self._days:
            return
        before = self.view.found
        self.view.period.clear_errors()
        self.view.show_figures(found)
        if before is None or (before.first, before.last) != (found.first, found.last):
            self.view.reports.choose(found.first, found.last)
            self.banners.remove("draft")
            self._conflicts.clear()
            retire(self._drafts)
            subject = measures_subject(found.first, found.last)
            self._drafts = kept_by_service(
                self.context, self.view.form, MEASURES_FORM, subject, banners=self.banners
            )
            self._drafts.offer()

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

    def _begin_saving(self) -> None:
        if self._drafts is not None:
            self._drafts.saving()

    def _was_kept(self, drafts: DraftKeeper | None, found: ComplaintStatistics, text: str) -> None:
        """The measures of ``found``, which another period may have taken the place of by now."""
        self._keeping = None
        if drafts is not None and drafts is self._drafts:
            drafts.saved()
            self.view.measures_kept(found, text)

    def _not_kept(self, found: ComplaintStatistics, error: Exception) -> None:
        self._keeping = None
        if self._drafts is not None:
            self._drafts.go_on()
        if isinstance(error, Conflict):
            asked = (found.first, found.last, found.compared)
            self.run(lambda: self._statistics.complaints(*asked), self._show_both)
        else:
            errors.present(self.view.form, error)

    def _show_both(self, now: ComplaintStatistics) -> None:
        """Their measures come beneath, what is typed stays on top."""
        form, days = self.view.form, (now.first, now.last)
        if self._drafts is None or (*days, now.compared) != self._days:
            return
        mine, before = form.changes(), form.baseline()
        with self._drafts.filling():
            form.mark_saved()
            self.view.show_figures(now)
        form.set_typed(mine)
        about = About(MEASURES_FORM, measures_subject(*days))
        self._conflicts.show(form, about, mine, before, self.keep_measures)
