"""The statistics on screen: period above, figures left, picture and measures right."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.errors import InputErrors, UserError
from frontdesk.services.statistics.dto import By, ComplaintStatistics
from frontdesk.ui.kit import words
from frontdesk.ui.kit.charts import Bar, BarChart, ParetoChart
from frontdesk.ui.kit.choice import ChoiceField
from frontdesk.ui.kit.fields import DateField, MultilineField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.icons import icon
from frontdesk.ui.kit.labels import button, set_tip
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import Card, KeyHint, StatusChip, page_title
from frontdesk.ui.kit.state import UiState
from frontdesk.ui.kit.table import RecordTable
from frontdesk.ui.kit.tokens import GAP, Tone
from frontdesk.ui.statistics.figures import RANKED, Figures, bar_name, columns, lines_of
from frontdesk.ui.statistics.periods import Span

_TABLES = (By.CATEGORY, By.LEAF, By.DEPARTMENT, By.MONTH)
_MOST_BARS = 12


class StatisticsView(Translated, QWidget):
    """``asked`` when another period is to be counted; ``behind`` carries a line and a column."""

    asked = Signal()
    behind = Signal(object, str)
    print_asked = Signal()
    measures_left = Signal()
    measures_saved = Signal()

    def __init__(self, state: UiState) -> None:
        super().__init__()
        self.found: ComplaintStatistics | None = None
        self.title = page_title()
        self.scope = StatusChip(Tone.INFO)
        self.scope.hide()
        self.print_ = button(look="primary")
        self.print_.setIcon(icon("printer", "on_accent"))
        self.print_.clicked.connect(self.print_asked)
        self.span = ChoiceField("span", [(span, "") for span in Span])
        self.period = FormPanel()
        self.first = self.period.add(DateField("first"), 0)
        self.last = self.period.add(DateField("last"), 0, 1)
        self.period.save_requested.connect(self.asked)
        self.span.changed.connect(self.asked)
        for field in (self.first, self.last):
            field.entered.connect(self.asked)
            field.left.connect(self.asked)
            field.editor().setMaximumWidth(140)
        self.by = ChoiceField("by", [(by, "") for by in _TABLES])
        self.by.set_value(By.CATEGORY)
        self.by.changed.connect(self._show)
        self.table: RecordTable[Figures] = RecordTable(
            "statistics",
            columns(),
            lambda figures: figures.id,
            state=state,
            filterable=False,
            footer=False,
        )
        # Most frequent first, the total last: the order is part of the table.
        self.table.view.setSortingEnabled(False)
        self.table.activated.connect(self._open_behind)
        self.pareto, self.bars = ParetoChart(), BarChart()
        self.picture = Card()
        self.picture.add(self.pareto, 1)
        self.picture.add(self.bars, 1)
        self.form = FormPanel()
        self.measures = self.form.add(MultilineField("measures", lines=4), 0)
        self.measures.label.hide()
        self.measures.left.connect(self.measures_left)
        self.form.save_requested.connect(self.measures_saved)
        self.plans = Card()
        self.plans.add(self.form, 1)
        self._build()
        self.retranslate()

    def days(self) -> tuple[date, date]:
        """The days typed. Raises ``InputErrors`` where one is missing or cannot be read."""
        values = self.period.values()
        first, last = values["first"], values["last"]
        missing = [
            UserError("statistics.day_missing", name)
            for name, day in (("first", first), ("last", last))
            if not isinstance(day, date)
        ]
        if missing or not isinstance(first, date) or not isinstance(last, date):
            raise InputErrors(missing)
        return first, last

    def show_days(self, first: date, last: date) -> None:
        """Show the days that are counted."""
        for field, day in ((self.first, first), (self.last, last)):
            blocked = field.blockSignals(True)
            field.set_value(day)
            field.set_error(None)
            field.blockSignals(blocked)

    def show_figures(self, found: ComplaintStatistics) -> None:
        """Show the figures of a period; measures half typed for it stay."""
        same = self.found is not None and (self.found.first, self.found.last) == (
            found.first,
            found.last,
        )
        self.found = found
        if not (same and self.form.has_changes()):
            self.form.set_values({"measures": found.measures or None})
        self._show()

    def measures_text(self) -> str:
        """The improvement measures as typed."""
        return str(self.measures.value() or "")

    def measures_kept(self, found: ComplaintStatistics, text: str) -> None:
        """``text`` is what stands with the period of ``found`` from now on."""
        if self.found is found:
            self.found = replace(found, measures=text)

    def title_behind(self, figures: Figures, column: str) -> str:
        """What a number counts, in words: the line and the column it stands in."""
        title = next(c.title() for c in self.table.model.columns if c.key == column)
        return figures.name if column == "name" else f"{figures.name} · {title}"

    def retranslate(self) -> None:
        self.title.setText(self.tr("Complaint statistics"))
        self.print_.setText(self.tr("Print"))
        set_tip(self.print_, self.tr("Complaint category statistics form (Ctrl+P)"))
        self.span.set_label(self.tr("Period"))
        self.span.set_options(
            [
                (Span.THIS_MONTH, self.tr("This month")),
                (Span.LAST_MONTH, self.tr("Last month")),
                (Span.THIS_YEAR, self.tr("This year")),
                (Span.FREE, self.tr("From – to")),
            ]
        )
        self.first.set_label(self.tr("from"))
        self.last.set_label(self.tr("to"))
        self.by.set_options(
            [
                (By.CATEGORY, self.tr("By category")),
                (By.LEAF, self.tr("Second level")),
                (By.DEPARTMENT, self.tr("By department")),
                (By.MONTH, self.tr("By month")),
            ]
        )
        self.plans.set_title(self.tr("Improvement measures"))
        self.measures.set_label(self.tr("Improvement measures"))
        self.measures.label.hide()
        self.measures.set_placeholder(
            self.tr("What is done so that it does not happen again; kept with this period")
        )
        nothing = self.tr("No complaint was registered in this period.")
        self.table.set_empty("chart-bar", nothing)
        self.pareto.set_empty(nothing)
        self.bars.set_empty(nothing)
        self._show()

    # inside -----------------------------------------------------------------------------

    def _show(self) -> None:
        found = self.found
        if found is None:
            return
        by = self.by.value()
        by = by if isinstance(by, By) else By.CATEGORY
        lines = lines_of(found, by)
        self.table.set_rows(lines)
        if lines and not self.table.current_id():
            self.table.select_first()
        self.scope.setVisible(found.scope is not None)
        if found.scope is not None:
            self.scope.show_status(Tone.INFO, words.word(found.scope))
        self._draw(found, by)

    def _draw(self, found: ComplaintStatistics, by: By) -> None:
        # The line of shares is true only where every cause has its bar.
        whole = by is By.CATEGORY
        self.pareto.setVisible(whole)
        self.bars.setVisible(not whole)
        if whole:
            self.picture.set_title(self.tr("Pareto: few causes, most complaints"))
        elif by is By.LEAF:
            self.picture.set_title(self.tr("The most frequent ones"))
        else:
            self.picture.set_title(self.tr("Complaints registered"))
        lines = [figures for figures in lines_of(found, by) if figures.by is not By.TOTAL]
        if not whole:
            lines = lines[:_MOST_BARS] if by in RANKED else lines[-_MOST_BARS:]
        bars = [Bar(bar_name(each), each.line.count, f"{each.line.count:,}") for each in lines]
        (self.pareto if whole else self.bars).show_bars(bars)

    def _open_behind(self, line_id: str) -> None:
        figures = next((row for row in self.table.rows() if row.id == line_id), None)
        at = self.table.view.currentIndex().column()
        if figures is not None and at >= 0:
            self.behind.emit(figures, self.table.model.columns[at].key)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self.title)
        head.addWidget(self.scope)
        head.addSpacing(GAP)
        head.addWidget(self.span, 5)
        head.addWidget(self.period, 4)
        head.addStretch(1)
        head.addWidget(KeyHint("Ctrl+P"))
        head.addWidget(self.print_)
        left = QVBoxLayout()
        left.setSpacing(GAP)
        left.addWidget(self.by)
        left.addWidget(self.table, 1)
        right = QVBoxLayout()
        right.setSpacing(GAP)
        right.addWidget(self.picture, 3)
        right.addWidget(self.plans, 2)
        body = QHBoxLayout()
        body.setSpacing(GAP)
        body.addLayout(left, 7)
        body.addLayout(right, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addLayout(body, 1)
