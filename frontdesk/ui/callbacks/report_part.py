"""The report of callbacks: counts a period, opens what stands behind a number, prints, approves."""

from __future__ import annotations

from datetime import date
from functools import partial

from frontdesk.clock import today
from frontdesk.models.enums import SpotRule
from frontdesk.services.call_figures.dto import CallRow, CallSummary, Cell, Workbook
from frontdesk.services.call_figures.forms import CONCLUSIONS_FORM, conclusions_subject
from frontdesk.services.desk import Change
from frontdesk.services.permissions import Permission
from frontdesk.services.printed import PrintedForm
from frontdesk.services.spot_checks.dto import Draw
from frontdesk.ui.callbacks.checks_draw import DrawOf
from frontdesk.ui.callbacks.report_columns import FlagLine
from frontdesk.ui.callbacks.report_view import ReportView
from frontdesk.ui.kit import errors
from frontdesk.ui.kit.page import Place, UiContext
from frontdesk.ui.kit.save_as import save_as
from frontdesk.ui.kit.section import Section, Title
from frontdesk.ui.kit.shortcuts import bind_key
from frontdesk.ui.kit.tokens import Tone
from frontdesk.ui.statistics.period_words import PeriodWords, Words
from frontdesk.ui.statistics.periods import Span


class ReportSection(Section):
    """Begins with last month; conclusions are kept with their period when they are left."""

    def __init__(self, context: UiContext, title: Title) -> None:
        super().__init__(context, title)
        self._figures = context.services.call_figures
        may = context.services.desk.may
        self._may_prepare = may(Permission.PREPARE_CALL_REPORTS)
        self._may_approve = may(Permission.APPROVE_CALL_REPORTS)
        self.view = ReportView(
            context.state, may_prepare=self._may_prepare, may_approve=self._may_approve
        )
        # The bar above names the part; its room is needed for the figures.
        self.heading.hide()
        self.body.addWidget(self.view, 1)
        self._days: tuple[date, date] | None = None
        self._words = self._kept_words()
        self.view.chooser.begin(Span.LAST_MONTH, today(context.clock))
        self._connect()
        self.retranslate()

    def _kept_words(self) -> PeriodWords[CallSummary]:
        view, figures = self.view, self._figures
        words = Words(
            form=view.form,
            name=CONCLUSIONS_FORM,
            subject=conclusions_subject,
            found=lambda: view.found,
            typed=view.typed,
            show=view.show_figures,
            kept=view.kept,
            read=lambda found: figures.summary(found.first, found.last),
            is_shown=lambda found: (found.first, found.last) == self._days,
            keep=lambda found, text: figures.keep_conclusions(
                found.first, found.last, text, found.conclusions
            ),
            told=lambda: self.tr("The conclusions are kept with this period."),
        )
        return PeriodWords(self, self.conflicts, words)

    def _connect(self) -> None:
        view = self.view
        view.asked.connect(self._asked)
        view.behind.connect(self._open_behind)
        view.flagged.connect(self._open_flag)
        view.spot_check_asked.connect(self._spot_check)
        view.call_opened.connect(self.print_record)
        view.report_opened.connect(self._open_report)
        view.conclusions_left.connect(self._words.save)
        view.conclusions_saved.connect(self._words.save)
        for button, keys, act in (
            (view.print_, "Ctrl+P", self.print_summary),
            (view.export, "Ctrl+E", self.export),
            (view.summary, "Ctrl+R", self.prepare_summary),
            (view.incentives, "Ctrl+I", self.prepare_incentives),
            (view.approve, "Ctrl+Shift+R", self.approve),
            (view.spot_check, "Ctrl+D", view.ask_spot_check),
        ):
            button.clicked.connect(act)
            bind_key(self, keys, act)

    # what a part answers ----------------------------------------------------------------

    def refresh(self, changes: frozenset[Change]) -> None:
        if not changes or Change.CALLBACKS in changes:
            self._days = None
            self._asked()
        if not changes or Change.REPORTS in changes:
            self._read_reports()

    def open_on(self, payload: object) -> None:
        """``payload``: the period to show, as ``2026-11-01:2026-11-30``."""
        if isinstance(payload, str):
            first, _, last = payload.partition(":")
            self.view.chooser.begin_with(date.fromisoformat(first), date.fromisoformat(last))
            self._asked()

    def has_unsaved(self) -> bool:
        return self.view.form.has_changes()

    def park(self) -> None:
        self._words.park()

    def focus_first(self) -> None:
        self.view.chooser.span.setFocus()

    # acts -------------------------------------------------------------------------------

    def print_summary(self) -> None:
        """Keep the conclusions and print the report of the period shown."""
        speak = self.context.language
        may = self._may_prepare

        def printed(found: CallSummary, text: str) -> PrintedForm:
            conclusions = text if may else None
            return self._figures.print_summary(
                found.first, found.last, speak, conclusions, found.conclusions
            )

        self._words.with_words(printed, self._show_paper)

    def prepare_summary(self) -> None:
        """Keep the conclusions and freeze the summary of the period shown for approval."""
        speak = self.context.language

        def prepared(found: CallSummary, text: str) -> str:
            return self._figures.prepare_summary(
                found.first, found.last, speak, text, found.conclusions
            )

        if self._may_prepare:
            self._words.with_words(prepared, self._was_prepared)

    def prepare_incentives(self) -> None:
        """Freeze the incentives of the month shown (of its first day) for approval."""
        found, speak = self.view.found, self.context.language
        if found is not None and self._may_prepare:
            self.run(
                lambda: self._figures.prepare_incentives(found.first, speak),
                self._was_prepared,
                kind="write",
            )

    def approve(self) -> None:
        """Approve the chosen report; the password is asked for."""
        report = self.view.to_approve()
        if report is None or not self._may_approve:
            return

        def done(_: None) -> None:
            self._read_reports()
            self.notice(Tone.OK, self.tr("The report is approved; its paper is kept as it is."))

        self.run(lambda: self._figures.approve(report.id, report.version), done, kind="write")

    def export(self) -> None:
        """Save the figures of the period shown as a sheet."""
        found, speak = self.view.found, self.context.language
        if found is not None:
            self.run(
                lambda: self._figures.export(found.first, found.last, speak),
                self._save,
                kind="long",
            )

    def print_record(self, callback_id: str) -> None:
        """The callback record form of one call."""
        speak = self.context.language
        self.run(
            lambda: self._figures.print_record(callback_id, speak), self._show_paper, kind="write"
        )

    # inside -----------------------------------------------------------------------------

    def _asked(self) -> None:
        days = self.view.chooser.asked_days(today(self.context.clock))
        if days is None or days == self._days:
            return
        self._words.save()
        self._days = days
        self.run(lambda: self._figures.summary(*days), self._show, self._failed)

    def _show(self, found: CallSummary) -> None:
        if (found.first, found.last) != self._days:
            return
        before = self.view.found
        self.view.chooser.period.clear_errors()
        self.view.show_figures(found)
        if before is None or (before.first, before.last) != (found.first, found.last):
            self._words.begin(found, writable=self._may_prepare)

    def _failed(self, error: Exception) -> None:
        self._days = None
        errors.present(self.view.chooser.period, error)

    def _open_behind(self, cell: Cell, title: str) -> None:
        found = self.view.found
        if found is not None:
            self.run(
                lambda: self._figures.behind(found.first, found.last, cell),
                partial(self._show_calls, title),
            )

    def _open_flag(self, line: FlagLine) -> None:
        self.run(lambda: self._figures.calls(line.calls), partial(self._show_calls, line.told))

    def _spot_check(self, line: FlagLine) -> None:
        """To the drawing of spot checks: the calls of that caller, of that kind and period."""
        found = self.view.found
        if found is not None and self.context.services.desk.may(Permission.SPOT_CHECK_CALLS):
            wanted = Draw(SpotRule.ONE_CALLER, found.first, found.last, line.kind, line.caller)
            self.context.navigate(Place("callbacks", None, "part.checks", DrawOf(wanted, line.who)))

    def _show_calls(self, title: str, calls: tuple[CallRow, ...]) -> None:
        self.view.show_calls(title, calls)

    def _read_reports(self) -> None:
        if self._may_prepare or self._may_approve:
            self.run(self._figures.reports, self.view.show_reports)

    def _open_report(self, report_id: str) -> None:
        self.run(lambda: self._figures.print_report(report_id), self._show_paper, kind="write")

    def _was_prepared(self, _: str) -> None:
        self._read_reports()
        self.notice(Tone.OK, self.tr("The report is prepared; it waits for approval."))

    def _show_paper(self, form: PrintedForm) -> None:
        from frontdesk.ui.kit.pdf_view import show_pdf

        show_pdf(self, self.tr("Callbacks"), form.pdf, form.file_name)

    def _save(self, book: Workbook) -> None:
        save_as(self, self.tr("Save the callback figures"), book.file_name, book.content)
