"""The statistics on screen: period above, figures left, picture and measures right."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from frontdesk.models.enums import Comparison
from frontdesk.services.intake.fixed import FixFigures
from frontdesk.services.statistics.dto import By, ComplaintStatistics
from frontdesk.ui.kit import words
from frontdesk.ui.kit.charts import Bar, BarChart, ParetoChart
from frontdesk.ui.kit.choice import ChoiceField
from frontdesk.ui.kit.fields import MultilineField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.icons import icon
from frontdesk.ui.kit.labels import button, set_tip
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import Card, StatusChip, page_title
from frontdesk.ui.kit.state import UiState
from frontdesk.ui.kit.table import RecordTable
from frontdesk.ui.kit.tokens import GAP, Tone
from frontdesk.ui.statistics.columns import Part, columns
from frontdesk.ui.statistics.figures import RANKED, Figures, bar_name, lines_of
from frontdesk.ui.statistics.period_chooser import PeriodChooser
from frontdesk.ui.statistics.reports_panel import ReportsPanel

_TABLES = (By.CATEGORY, By.LEAF, By.DEPARTMENT, By.PERSON, By.CHANNEL, By.MONTH)
_MOST_BARS = 12
_LOWEST_CHART = 112


class StatisticsView(Translated, QWidget):
    """``asked`` when another period is to be counted; ``behind`` carries a line and a column."""

    asked = Signal()
    behind = Signal(object, str)
    print_asked = Signal()
    export_asked = Signal()
    measures_left = Signal()
    measures_saved = Signal()
    fix_asked = Signal()

    def __init__(self, state: UiState, *, may_approve: bool = False) -> None:
        super().__init__()
        self.found: ComplaintStatistics | None = None
        self.title = page_title()
        self.scope = StatusChip(Tone.INFO)
        self.scope.hide()
        self.print_ = button(look="primary")
        self.print_.setIcon(icon("printer", "on_accent"))
        self.print_.clicked.connect(self.print_asked)
        self.export = button()
        self.export.setIcon(icon("download-simple", "text"))
        self.export.clicked.connect(self.export_asked)
        self.fix = button(look="flat")
        self.fix.clicked.connect(self.fix_asked)
        self._fixed: FixFigures | None = None
        self.chooser = PeriodChooser()
        self.span, self.period = self.chooser.span, self.chooser.period
        self.first, self.last = self.chooser.first, self.chooser.last
        self.chooser.asked.connect(self.asked)
        self._build_choices()
        self._tables = {part: self._new_table(part, state) for part in Part}
        self._stack = QStackedWidget()
        for table in self._tables.values():
            self._stack.addWidget(table)
        self.reports = ReportsPanel(state, may_approve=may_approve)
        self.pareto, self.bars = ParetoChart(), BarChart()
        for chart in (self.pareto, self.bars):
            chart.setMinimumHeight(_LOWEST_CHART)
        self.picture = Card()
        self.picture.add(self.pareto, 1)
        self.picture.add(self.bars, 1)
        self.form = FormPanel()
        self.measures = self.form.add(MultilineField("measures", lines=2), 0)
        self.measures.label.hide()
        self.measures.left.connect(self.measures_left)
        self.form.save_requested.connect(self.measures_saved)
        self.plans = Card()
        self.plans.add(self.form, 1)
        self._build()
        self.retranslate()

    @property
    def table(self) -> RecordTable[Figures]:
        """The table that is shown."""
        part = self.part.value()
        return self._tables[part if isinstance(part, Part) else Part.COUNTS]

    def comparison(self) -> Comparison:
        """What the figures are to be compared with."""
        chosen = self.compared.value()
        return chosen if isinstance(chosen, Comparison) else Comparison.NONE

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

    def show_fix(self, figures: FixFigures | None) -> None:
        """Show the first-time-fix figure of the period with its n; ``None`` shows none."""
        self._fixed = figures
        share = figures.all.share if figures is not None else None
        self.fix.setVisible(figures is not None)
        self.fix.setEnabled(share is not None)
        if figures is None:
            return
        rate = "–" if share is None else f"{share:.1%}"
        text = self.tr("First-time fix {rate} (n={n})  Alt+F")
        self.fix.setText(text.format(rate=rate, n=f"{figures.all.repairs:,}"))
        lines = [self.tr("Repairs handed over in the period that did not come back; Enter lists")]
        lines += [
            f"{each.advisor}: {each.figure.share or 0:.1%} (n={each.figure.repairs})"
            for each in figures.by_advisor
        ]
        set_tip(self.fix, "\n".join(lines))

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
        self.export.setText(self.tr("Excel"))
        set_tip(
            self.export,
            self.tr("Save the figures as a sheet; the password is asked for (Ctrl+E)"),
        )
        self.compared.set_options(
            [
                (Comparison.NONE, self.tr("Alone")),
                (Comparison.BEFORE, self.tr("Before")),
                (Comparison.YEAR, self.tr("Last year")),
            ]
        )
        self.part.set_options([(Part.COUNTS, self.tr("Counts")), (Part.TIMES, self.tr("Times"))])
        self.by.set_options(
            [
                (By.CATEGORY, self.tr("Category")),
                (By.LEAF, self.tr("2nd level")),
                (By.DEPARTMENT, self.tr("Department")),
                (By.PERSON, self.tr("Person")),
                (By.CHANNEL, self.tr("Channel")),
                (By.MONTH, self.tr("Month")),
            ]
        )
        self.plans.set_title(self.tr("Improvement measures"))
        self.measures.set_label(self.tr("Improvement measures"))
        self.measures.label.hide()
        self.measures.set_placeholder(
            self.tr("What is done so that it does not happen again; kept with this period")
        )
        nothing = self.tr("No complaint was registered in this period.")
        for table in self._tables.values():
            table.set_empty("chart-bar", nothing)
        self.pareto.set_empty(nothing)
        self.bars.set_empty(nothing)
        self.show_fix(self._fixed)
        self._show()

    # inside -----------------------------------------------------------------------------

    def _show(self) -> None:
        found = self.found
        if found is None:
            return
        by = self.by.value()
        by = by if isinstance(by, By) else By.CATEGORY
        lines = lines_of(found, by)
        self._stack.setCurrentWidget(self.table)
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

    def _build_choices(self) -> None:
        self.by = ChoiceField("by", [(by, "") for by in _TABLES])
        self.by.set_value(By.CATEGORY)
        self.by.changed.connect(self._show)
        self.part = ChoiceField("part", [(part, "") for part in Part])
        self.part.set_value(Part.COUNTS)
        self.part.changed.connect(self._show)
        self.compared = ChoiceField("compared", [(how, "") for how in Comparison])
        self.compared.set_value(Comparison.NONE)
        self.compared.changed.connect(self.asked)

    def _new_table(self, part: Part, state: UiState) -> RecordTable[Figures]:
        table: RecordTable[Figures] = RecordTable(
            f"statistics.{part.value}",
            columns(part),
            lambda figures: figures.id,
            state=state,
            filterable=False,
            footer=False,
        )
        # Most frequent first, the total last: the order is part of the table.
        table.view.setSortingEnabled(False)
        table.activated.connect(self._open_behind)
        return table

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self.title)
        head.addWidget(self.scope)
        head.addSpacing(GAP)
        head.addWidget(self.chooser, 9)
        head.addStretch(1)
        head.addWidget(self.print_)
        head.addWidget(self.export)
        choices = QHBoxLayout()
        choices.setSpacing(2 * GAP)
        choices.addWidget(self.by, 15)
        choices.addWidget(self.part, 4)
        choices.addWidget(self.compared, 8)
        right = QVBoxLayout()
        right.setSpacing(GAP)
        right.addWidget(self.fix)
        right.addWidget(self.picture, 3)
        right.addWidget(self.plans, 2)
        right.addWidget(self.reports, 2)
        body = QHBoxLayout()
        body.setSpacing(GAP)
        body.addWidget(self._stack, 10)
        body.addLayout(right, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addLayout(choices)
        column.addLayout(body, 1)
