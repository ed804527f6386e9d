"""顾客投诉分类统计表: complaints of a period by category (domain §5.2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from frontdesk.language import Language
from frontdesk.reports.base import MM, MUTED
from frontdesk.reports.cells import Cell, Field, Picture, Text, Words
from frontdesk.reports.flow import Row, Section
from frontdesk.reports.formats import day, money, percent, whole
from frontdesk.reports.heading import heading, set_sheet, signatures
from frontdesk.reports.inputs import StatisticsForm, StatisticsRow
from frontdesk.reports.labels import Statistics as Labels
from frontdesk.reports.pareto import Bar, Pareto
from frontdesk.texts import Text as Labelled

# number, name, count, valid, share, cumulative, in time, mean hours, satisfied, repeated, cost
_SHARES = (6, 31, 12, 12, 18, 17, 26, 22, 26, 15, 20)
_CHART_HEIGHT = 66 * MM
_MEASURES_HEIGHT = 26 * MM
_SIGNATURE_HEIGHT = 14 * MM


def render(form: StatisticsForm, language: Language) -> bytes:
    """The form as a PDF; a period without complaints prints well too."""
    sheet = _Sheet(form, language)
    title = Labels.TITLE.in_(language)
    sections = [
        heading(form.dealership, title, None, language),
        sheet.period(),
        sheet.categories(),
        *sheet.chart(),
        *sheet.table(Labels.DEPARTMENT, form.departments),
        *sheet.table(Labels.MONTH, form.months),
        sheet.measures(),
        sheet.names(),
        signatures(["", ""], "", _SIGNATURE_HEIGHT, language),
    ]
    return set_sheet(sections, title, "", form.printed, language).pdf()


class _Sheet:
    """Builds the tables from the form's inputs."""

    def __init__(self, form: StatisticsForm, language: Language) -> None:
        self._form = form
        self._language = language

    def period(self) -> Section:
        """From which day to which, and how many complaints all shares are of."""
        form = self._form
        if form.first_day and form.last_day:
            text = self._say(Labels.PERIOD).format(
                first=day(form.first_day), last=day(form.last_day), n=whole(form.total.count)
            )
        else:
            text = self._say(Labels.BLANK_PERIOD)
        return Section([Row([Text(text, "centre")])], framed=False)

    def categories(self) -> Section:
        """Every category and the total."""
        rows = [self._figures(row, str(i)) for i, row in enumerate(self._form.categories, 1)]
        if not rows:
            rows = [Row([Text(self._say(Labels.NONE), "centre", grey=MUTED)])]
        name = self._form.total.name or self._say(Labels.TOTAL)
        total = replace(self._form.total, name=name)
        rows.append(self._figures(total, "", bold=True))
        return Section(rows, head=self._head(Labels.CATEGORY), gap=2.0)

    def chart(self) -> list[Section]:
        """The Pareto chart; none for a period without complaints."""
        counted = [row for row in self._form.categories if row.count > 0]
        if not counted:
            return []
        bars = [Bar(row.name, row.count, row.cumulative_share or 0.0) for row in counted]
        labels = self._say(Labels.CHART_COUNT), self._say(Labels.CUMULATIVE)
        picture = Picture(_CHART_HEIGHT, Pareto(bars, *labels).draw)
        title = Text(self._say(Labels.CHART), "centre", bold=True)
        rows = [Row([title], tint=True), Row([picture])]
        return [Section(rows, together=True, gap=6.0)]

    def table(self, label: Labelled, rows: Sequence[StatisticsRow]) -> list[Section]:
        """The same figures by department or by month."""
        lines = [self._figures(row, "") for row in rows]
        return [Section(lines, head=self._head(label), gap=6.0)] if lines else []

    def measures(self) -> Section:
        """What is to be done better, over the note on the figures."""
        words = Words(self._say(Labels.MEASURES), self._form.measures, least=_MEASURES_HEIGHT)
        note = Text(self._say(Labels.NOTE), small=True, grey=MUTED)
        return Section([Row([note]), Row([words], grow=2.0)], gap=6.0)

    def names(self) -> Section:
        """Who prepared the form and who approves it."""
        form = self._form
        prepared = Field(self._say(Labels.PREPARED), form.prepared_by)
        return Section([Row([prepared, Field(self._say(Labels.APPROVED), form.approved_by)])])

    def _head(self, first: Labelled) -> Row:
        n = f"n={whole(self._form.total.count)}"
        heads = (
            self._say(Labels.COUNT),
            self._say(Labels.VALID),
            f"{self._say(Labels.SHARE)}\n{n}",
            f"{self._say(Labels.CUMULATIVE)}\n{n}",
            self._say(Labels.IN_TIME).format(hours=self._form.limit_hours),
            self._say(Labels.MEAN_HOURS),
            self._say(Labels.SATISFIED),
            self._say(Labels.REPEATED),
            self._say(Labels.COST),
        )
        cells: list[Cell] = [Text("#", small=True, grey=MUTED)]
        cells.append(Text(self._say(first), bold=True, small=True))
        cells.extend(Text(head, "right", bold=True, small=True) for head in heads)
        return Row(cells, _SHARES, tint=True)

    def _figures(self, row: StatisticsRow, number: str, *, bold: bool = False) -> Row:
        mean = "–" if row.mean_hours is None else f"{row.mean_hours:.1f}"
        cells: list[Cell] = [
            Text(number, small=True, grey=MUTED),
            Text(row.name, bold=bold),
            _figure(whole(row.count), bold=bold),
            _figure(whole(row.valid), bold=bold),
            _figure(percent(row.share), bold=bold),
            _figure("" if bold else percent(row.cumulative_share)),
            self._part(row.in_time, row.closed, bold=bold),
            _figure(mean, f"n={row.closed}", f"n={self._form.total.closed}", bold=bold),
            self._part(row.satisfied, row.asked, bold=bold),
            _figure(whole(row.repeated), bold=bold),
            _figure(money(row.cost), bold=bold),
        ]
        return Row(cells, _SHARES, tint=bold)

    def _part(self, part: int, of: int, *, bold: bool) -> Text:
        most = self._form.total.count
        share = percent(part / of if of else None)
        return _figure(share, f"{part}/{of}", f"{most}/{most}", bold=bold)

    def _say(self, text: Labelled) -> str:
        return text.in_(self._language)


def _figure(text: str, note: str = "", note_room: str = "", *, bold: bool = False) -> Text:
    return Text(text, "right", bold=bold, note=note, note_room=note_room)
