"""The report on screen: figures, the calls behind a number and flags left; conclusions right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from frontdesk.services.call_figures.dto import (
    By,
    CallRow,
    CallSummary,
    Cell,
    KeptReport,
    Measure,
)
from frontdesk.ui.callbacks.report_columns import (
    MEASURES,
    FigureLine,
    FlagLine,
    call_columns,
    figure_columns,
    figure_lines,
    flag_columns,
    flag_lines,
    report_columns,
)
from frontdesk.ui.kit import words
from frontdesk.ui.kit.charts import Bar, BarChart
from frontdesk.ui.kit.choice import ChoiceField
from frontdesk.ui.kit.fields import MultilineField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.icons import icon
from frontdesk.ui.kit.labels import button, muted, set_tip
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import Card, StatusChip
from frontdesk.ui.kit.state import UiState
from frontdesk.ui.kit.table import RecordTable
from frontdesk.ui.kit.tokens import GAP, Tone
from frontdesk.ui.statistics.period_chooser import PeriodChooser

_TABLES = (By.KIND, By.CALLER, By.SERVED, By.MONTH)
_MOST_BARS = 8
_LOW = 540
"""Lower than this, there is no room for the picture."""
_FLAGS_HEIGHT = 66
"""Two of them; there are seldom more."""


class ReportView(Translated, QWidget):
    """``behind`` carries a :class:`Cell` and its title.

    ``flagged`` and ``spot_check_asked`` carry a :class:`FlagLine`.
    """

    asked = Signal()
    behind = Signal(object, str)
    flagged = Signal(object)
    spot_check_asked = Signal(object)
    call_opened = Signal(str)
    report_opened = Signal(str)
    conclusions_left = Signal()
    conclusions_saved = Signal()

    def __init__(self, state: UiState, *, may_prepare: bool, may_approve: bool) -> None:
        super().__init__()
        self.found: CallSummary | None = None
        self._behind_title = ""
        self._may_prepare = may_prepare
        self.chooser = PeriodChooser()
        self.chooser.asked.connect(self.asked)
        self.scope = StatusChip(Tone.INFO)
        self.scope.hide()
        self.print_, self.export = button(look="primary"), button()
        self.print_.setIcon(icon("printer", "on_accent"))
        self.export.setIcon(icon("download-simple", "text"))
        self.by = ChoiceField("by", [(by, "") for by in _TABLES])
        self.by.set_value(By.KIND)
        self.by.changed.connect(self._show)
        self.table: RecordTable[FigureLine] = RecordTable(
            "callbacks.figures",
            figure_columns(),
            lambda line: line.id,
            state=state,
            filterable=False,
            footer=False,
        )
        # The total stands last: the order is part of the table.
        self.table.view.setSortingEnabled(False)
        self.table.activated.connect(self._open_behind)
        self.calls: RecordTable[CallRow] = RecordTable(
            "callbacks.behind", call_columns(), lambda row: row.id, state=state
        )
        self.calls.activated.connect(self.call_opened)
        self.flags: RecordTable[FlagLine] = RecordTable(
            "callbacks.flags",
            flag_columns(),
            lambda line: line.id,
            state=state,
            filterable=False,
            footer=False,
        )
        self.flags.activated.connect(self._open_flag)
        self.reports: RecordTable[KeptReport] = RecordTable(
            "callbacks.reports",
            report_columns(),
            lambda report: report.id,
            state=state,
            filterable=False,
            footer=False,
        )
        self.reports.activated.connect(self.report_opened)
        self.reports.selected.connect(lambda _: self._offer())
        self.flags.selected.connect(lambda _: self._offer())
        self.spot_check = button()
        self.spot_check.setIcon(icon("magnifying-glass", "text"))
        self.quiet = muted()
        self.chart = BarChart()
        self.chart.setMinimumHeight(112)
        self.form = FormPanel()
        self.conclusions = self.form.add(MultilineField("conclusions", lines=2), 0)
        self.conclusions.label.hide()
        self.conclusions.set_read_only(not may_prepare)
        self.conclusions.left.connect(self.conclusions_left)
        self.form.save_requested.connect(self.conclusions_saved)
        self.summary, self.incentives, self.approve = button(), button(), button()
        self.approve.setIcon(icon("check", "text"))
        self._cards(may_prepare=may_prepare, may_approve=may_approve)
        self._build()
        self.retranslate()

    def show_figures(self, found: CallSummary) -> None:
        """Show the figures of a period; conclusions half typed for it stay."""
        was = self.found
        same = was is not None and (was.first, was.last) == (found.first, found.last)
        self.found = found
        if not (same and self.form.has_changes()):
            self.form.set_values({"conclusions": found.conclusions or None})
        if not same:
            self.calls_card.hide()
        self._show()

    def show_calls(self, title: str, calls: Sequence[CallRow]) -> None:
        """Show the calls behind a number, and go to them."""
        self._behind_title = f"{title}  n = {len(calls):,}"
        self.calls_card.set_title(self._behind_title)
        self.calls.set_rows(calls)
        self.calls_card.show()
        self.calls.select_first()
        self.calls.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_reports(self, reports: Sequence[KeptReport]) -> None:
        """Show all reports there are."""
        self.reports.set_rows(reports)
        if reports and not self.reports.current_id():
            self.reports.select_first()
        self._offer()

    def to_approve(self) -> KeptReport | None:
        """The chosen report while it waits for approval."""
        report = self.reports.current()
        return None if report is None or report.approved_at is not None else report

    def ask_spot_check(self) -> None:
        """Whoever the chosen pattern is about is to be looked at."""
        line = self.flags.current()
        if line is not None:
            self.spot_check_asked.emit(line)

    def typed(self) -> str:
        """The conclusions as typed."""
        return str(self.conclusions.value() or "")

    def kept(self, found: CallSummary, text: str) -> None:
        """``text`` is what stands with the period of ``found`` from now on."""
        if self.found is found:
            self.found = replace(found, conclusions=text)

    def retranslate(self) -> None:
        """Say it in the language on screen."""
        self.print_.setText(self.tr("Print"))
        set_tip(self.print_, self.tr("Callback summary report (Ctrl+P)"))
        self.export.setText(self.tr("Excel"))
        set_tip(self.export, self.tr("Save the figures; the password is asked for (Ctrl+E)"))
        self.by.set_options(
            [
                (By.KIND, self.tr("Kind of call")),
                (By.CALLER, self.tr("Caller")),
                (By.SERVED, self.tr("Advisor, consultant")),
                (By.MONTH, self.tr("Month")),
            ]
        )
        self.picture.set_title(self.tr("Mean score, or calls finished"))
        self.flags_card.set_title(self.tr("Patterns to be looked at"))
        self.spot_check.setText(self.tr("Spot check …"))
        set_tip(
            self.spot_check,
            self.tr("Draw calls of whom the chosen pattern is about (Ctrl+D)"),
        )
        self.plans.set_title(self.tr("Conclusions"))
        self.conclusions.set_label(self.tr("Conclusions"))
        self.conclusions.label.hide()
        self.conclusions.set_placeholder(
            self.tr("What follows from these calls; kept with this period and printed")
        )
        self.reports_card.set_title(self.tr("Reports"))
        self.summary.setText(self.tr("Summary"))
        set_tip(self.summary, self.tr("Freeze the summary for approval (Ctrl+R)"))
        self.incentives.setText(self.tr("Incentives"))
        set_tip(self.incentives, self.tr("The month's incentives for approval (Ctrl+I)"))
        self.approve.setText(self.tr("Approve"))
        set_tip(
            self.approve,
            self.tr("Approve the chosen report; it never changes from then on (Ctrl+Shift+R)"),
        )
        nothing = self.tr("No callbacks in this period.")
        self.table.set_empty("chart-bar", nothing)
        self.chart.set_empty(nothing)
        self.quiet.setText(self.tr("Nothing stands out."))
        self.reports.set_empty("file-text", self.tr("No report was prepared yet."))
        self.calls.set_empty("phone", self.tr("No calls stand behind this number."))
        self.calls_card.set_title(self._behind_title)
        self._show()
        self._offer()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # On a low screen what can be done comes before what can be seen in the table as well.
        low = self.height() < _LOW
        self.picture.setVisible(not low)
        if low:
            self._right.insertWidget(0, self.flags_card)
        else:
            self._wide.addWidget(self.flags_card)

    # inside -----------------------------------------------------------------------------

    def _show(self) -> None:
        found, by = self.found, self.by.value()
        if found is None or not isinstance(by, By):
            return
        lines = figure_lines(found, by)
        self.table.set_rows(lines)
        if lines and not self.table.current_id():
            self.table.select_first()
        flagged = flag_lines(found)
        self.flags.set_rows(flagged)
        self.flags.setVisible(bool(flagged))
        if flagged and not self.flags.current_id():
            self.flags.select_first()
        self.quiet.setVisible(not flagged)
        self.spot_check.setVisible(bool(flagged))
        self._offer()
        self.scope.setVisible(found.scope is not None)
        if found.scope is not None:
            self.scope.show_status(Tone.INFO, words.word(found.scope))
        shown = [each for each in lines if each.by is by][:_MOST_BARS]
        if any(each.line.scored for each in shown):
            bars = [
                Bar(
                    each.name, each.line.score or 0.0, f"{each.line.score:.0f} n={each.line.scored}"
                )
                for each in shown
                if each.line.score is not None
            ]
        else:
            bars = [Bar(each.name, each.line.told, f"{each.line.told:,}") for each in shown]
        self.chart.show_bars(bars)

    def _open_behind(self, line_id: str) -> None:
        line = next((row for row in self.table.rows() if row.id == line_id), None)
        at = self.table.view.currentIndex().column()
        if line is None or at < 0:
            return
        column = self.table.model.columns[at]
        measure = MEASURES.get(column.key, Measure.TOLD)
        self.behind.emit(Cell(line.by, line.line.key, measure), f"{line.name} · {column.title()}")

    def _open_flag(self, line_id: str) -> None:
        line = next((row for row in self.flags.rows() if row.id == line_id), None)
        if line is not None:
            self.flagged.emit(line)

    def _offer(self) -> None:
        self.approve.setEnabled(self.to_approve() is not None)
        self.spot_check.setEnabled(self.flags.current() is not None)

    def _cards(self, *, may_prepare: bool, may_approve: bool) -> None:
        self.calls_card, self.picture, self.flags_card = Card(), Card(), Card()
        self.plans, self.reports_card = Card(), Card()
        self.calls_card.add(self.calls, 1)
        self.calls_card.hide()
        self.picture.add(self.chart, 1)
        self.flags.setFixedHeight(_FLAGS_HEIGHT)
        # The card's title says the same.
        self.flags.view.horizontalHeader().hide()
        self.flags_card.add_action(self.spot_check)
        self.flags_card.add(self.quiet)
        self.flags_card.add(self.flags, 1)
        self.flags_card.setVisible(may_prepare)
        self.plans.add(self.form, 1)
        for each in (self.summary, self.incentives, self.approve):
            self.reports_card.add_action(each)
        # Not before they have their place: a button of its own would flash up as a window.
        self.summary.setVisible(may_prepare)
        self.incentives.setVisible(may_prepare)
        self.approve.setVisible(may_approve)
        self.reports.setMinimumHeight(64)
        self.reports_card.add(self.reports, 1)
        self.reports_card.setVisible(may_prepare or may_approve)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self.chooser, 9)
        head.addWidget(self.scope)
        head.addStretch(1)
        head.addWidget(self.print_)
        head.addWidget(self.export)
        left = QSplitter(Qt.Orientation.Vertical)
        left.setChildrenCollapsible(False)
        left.addWidget(self.table)
        left.addWidget(self.calls_card)
        # A flag is a whole sentence: it stands where there is room for one.
        self._wide, self._right = wide, right = QVBoxLayout(), QVBoxLayout()
        wide.setSpacing(GAP)
        wide.addWidget(left, 1)
        wide.addWidget(self.flags_card)
        right.setSpacing(GAP)
        for card, share in ((self.picture, 4), (self.plans, 2), (self.reports_card, 3)):
            right.addWidget(card, share)
        body = QHBoxLayout()
        body.setSpacing(GAP)
        body.addLayout(wide, 10)
        body.addLayout(right, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(self.by)
        column.addLayout(body, 1)
