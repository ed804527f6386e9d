"""Check-in minutes as a trend: the median of each week, of all and by advisor, with its n."""

from __future__ import annotations

from frontdesk.services.check_in.service import WeekFigure
from frontdesk.services.desk import Change
from frontdesk.ui.kit import words
from frontdesk.ui.kit.charts import Bar, BarChart
from frontdesk.ui.kit.choice import ChoiceField
from frontdesk.ui.kit.labels import small
from frontdesk.ui.kit.page import UiContext
from frontdesk.ui.kit.section import Section, Title
from frontdesk.ui.kit.table import Column, RecordTable

_WEEKS = (13, 26, 52)
_CHART_HEIGHT = 230


class FiguresSection(Section):
    """A bar for each week, and the figures of every advisor beneath."""

    def __init__(self, context: UiContext, title: Title) -> None:
        super().__init__(context, title)
        self._service = context.services.check_in
        self._rows: tuple[WeekFigure, ...] = ()
        self.weeks = ChoiceField("weeks", [(count, "") for count in _WEEKS])
        self.weeks.set_value(_WEEKS[0])
        self.weeks.setMaximumWidth(420)
        self.chart = BarChart()
        self.chart.setFixedHeight(_CHART_HEIGHT)
        self.table: RecordTable[WeekFigure] = RecordTable(
            "intake/check-in",
            self._columns(),
            lambda row: f"{row.week} {row.advisor}",
            state=context.state,
        )
        self.how = small(wrap=True)
        self.body.addWidget(self.weeks)
        self.body.addWidget(self.chart)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.how)
        self.weeks.changed.connect(self._load)
        self.retranslate()

    def refresh(self, changes: frozenset[Change]) -> None:
        if not changes or Change.VISITS in changes:
            self._load()

    def focus_first(self) -> None:
        self.table.setFocus()

    def retranslate(self) -> None:
        super().retranslate()
        self.weeks.set_options(
            [(count, self.tr("{count} weeks").format(count=count)) for count in _WEEKS]
        )
        self.how.setText(
            self.tr(
                "Measured by the program: from the opened form to the customer's agreement on the "
                "same day. The median is shown, with n, the number of check-ins."
            )
        )
        self.chart.set_empty(self.tr("No check-in in these weeks."))
        self.table.set_empty(
            "chart-bar",
            self.tr("No check-in in these weeks."),
            detail=self.tr("Each intake the customer agrees to is measured by itself."),
        )
        self.table.retranslate()
        self._show(self._rows)

    def _load(self) -> None:
        weeks = self.weeks.value()
        count = weeks if isinstance(weeks, int) else _WEEKS[0]
        self.run(lambda: self._service.trend(count), self._show)

    def _show(self, rows: tuple[WeekFigure, ...]) -> None:
        self._rows = rows
        self.table.set_rows(rows)
        totals = [each for each in reversed(rows) if not each.advisor]
        roomy = len(totals) <= _WEEKS[0]
        bars = [
            Bar(
                f"{each.week.month}/{each.week.day}",
                float(each.minutes),
                f"{each.minutes} (n={each.count})" if roomy else str(each.minutes),
            )
            for each in totals
        ]
        self.chart.setAccessibleName(self.tr("Median check-in minutes by week"))
        self.chart.show_bars(bars)

    def _columns(self) -> list[Column[WeekFigure]]:
        return [
            Column(
                "week",
                lambda: self.tr("Week from"),
                lambda row: row.week,
                display=lambda row: words.day(row.week),
                width=140,
            ),
            Column(
                "advisor",
                lambda: self.tr("Advisor"),
                lambda row: row.advisor,
                display=lambda row: row.advisor or self.tr("All advisors"),
                stretch=True,
            ),
            Column("count", lambda: self.tr("n"), lambda row: row.count, width=90),
            Column(
                "minutes",
                lambda: self.tr("Median, minutes"),
                lambda row: row.minutes,
                display=lambda row: str(row.minutes),
                width=150,
            ),
        ]
