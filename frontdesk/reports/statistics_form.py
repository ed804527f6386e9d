"""顾客投诉分类统计表: complaints of a period by category (domain §5.2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from frontdesk.language import Language
from frontdesk.models.enums import Comparison
from frontdesk.reports import statistics_labels as labels
from frontdesk.reports.base import MM, MUTED
from frontdesk.reports.cells import Cell, Picture, Text, Words
from frontdesk.reports.ending import names_of, stands_approved
from frontdesk.reports.flow import Row, Section
from frontdesk.reports.formats import money, percent, whole
from frontdesk.reports.heading import heading, set_sheet, signatures
from frontdesk.reports.inputs import StatisticsForm, StatisticsRow
from frontdesk.reports.pareto import Bar, Pareto
from frontdesk.reports.statistics_cells import Figure
from frontdesk.texts import Text as Labelled
from frontdesk.texts import term
from frontdesk.texts.changes import change

# name, count, valid, share, cumulative, closed, in time and with pauses, hours and with pauses,
# satisfied, score, repeated, cost; in points of the 527 there are.
_SHARES = (81, 34, 31, 34, 34, 34, 34, 34, 40, 40, 40, 36, 31, 50)
_CHART_HEIGHT = 62 * MM
_MEASURES_HEIGHT = 24 * MM
_SIGNATURE_HEIGHT = 14 * MM


def render(form: StatisticsForm, language: Language) -> bytes:
    """The form as a PDF; a period without complaints prints well too."""
    sheet = _Sheet(form, language)
    title = labels.TITLE.in_(language)
    sections = [
        heading(form.dealership, title, None, language),
        sheet.period(),
        sheet.categories(),
        *sheet.chart(),
        *sheet.table(labels.DEPARTMENT, form.departments),
        *sheet.table(labels.PERSON, form.people),
        *sheet.table(labels.CHANNEL, form.channels),
        *sheet.table(labels.MONTH, form.months),
        sheet.ending(),
    ]
    return set_sheet(sections, title, "", form.printed, language).pdf()


class _Sheet:
    """Builds the tables from the form's inputs."""

    def __init__(self, form: StatisticsForm, language: Language) -> None:
        self._form = form
        self._language = language
        self._compares = form.total.before is not None

    def period(self) -> Section:
        """From which day to which, with what it is compared, and of how many all shares are."""
        form, total = self._form, self._form.total
        if not (form.first_day and form.last_day):
            rows = [self._say(labels.BLANK_PERIOD)]
        else:
            rows = [self._days(labels.PERIOD, form.first_day, form.last_day, total.count)]
        if total.before is not None and form.compared is not Comparison.NONE:
            text = labels.COMPARED[form.compared]
            rows.append(self._days(text, form.before_first, form.before_last, total.before.count))
        if form.scope is not None:
            name = term(form.scope, self._language)
            rows.append(self._say(labels.SCOPE).format(department=name))
        rows += stands_approved(form.approved_by, form.approved_at, self._language)
        return Section([Row([Text(text, "centre")]) for text in rows], framed=False)

    def categories(self) -> Section:
        """Every category and the total."""
        rows = [
            self._figures(row, f"{at} {row.name}")
            for at, row in enumerate(self._form.categories, 1)
        ]
        if not rows:
            rows = [Row([Text(self._say(labels.NONE), "centre", grey=MUTED)])]
        total = self._form.total
        name = total.name or self._say(labels.TOTAL)
        rows.append(self._figures(replace(total, cumulative_share=None), name, bold=True))
        return Section(rows, head=self._head(labels.CATEGORY), gap=2.0)

    def chart(self) -> list[Section]:
        """The Pareto chart; none for a period without complaints."""
        counted = [row for row in self._form.categories if row.count > 0]
        if not counted:
            return []
        bars = [Bar(row.name, row.count, row.cumulative_share or 0.0) for row in counted]
        pareto = Pareto(bars, self._say(labels.CHART_COUNT), self._say(labels.CHART_SHARE))
        title = Text(self._say(labels.CHART), "centre", bold=True)
        rows = [Row([title], tint=True), Row([Picture(_CHART_HEIGHT, pareto.draw)])]
        return [Section(rows, together=True, gap=6.0)]

    def table(self, label: Labelled, rows: Sequence[StatisticsRow]) -> list[Section]:
        """The same figures by department, person, channel or month."""
        lines = [self._figures(replace(row, cumulative_share=None), row.name) for row in rows]
        return [Section(lines, head=self._head(label), gap=6.0)] if lines else []

    def ending(self) -> Section:
        """What is to be done better and who answers for it: no page holds signatures alone."""
        words = Words(self._say(labels.MEASURES), self._form.measures, least=_MEASURES_HEIGHT)
        notes = [labels.NOTE, *([labels.NOTE_COMPARED] if self._compares else [])]
        rows = [Row([Text(self._say(note), small=True, grey=MUTED)]) for note in notes]
        rows += [Row([words], grow=2.0), self._names()]
        if self._form.approved_at is None:
            rows += signatures(["", ""], "", _SIGNATURE_HEIGHT, self._language).rows
        return Section(rows, together=True, gap=6.0)

    def _names(self) -> Row:
        form = self._form
        prepared = (form.prepared_by, form.prepared_at)
        return names_of(prepared, (form.approved_by, form.approved_at), self._language)

    def _head(self, first: Labelled) -> Row:
        hours = self._form.limit_hours
        heads = (
            labels.COUNT,
            labels.VALID,
            labels.SHARE,
            labels.CUMULATIVE,
            labels.CLOSED,
            labels.IN_TIME,
            labels.IN_TIME_GROSS,
            labels.HOURS,
            labels.GROSS_HOURS,
            labels.SATISFIED,
            labels.SCORE,
            labels.REPEATED,
            labels.COST,
        )
        cells: list[Cell] = [Text(self._say(first), bold=True, small=True)]
        for head in heads:
            text = self._say(head).format(hours=hours)
            cells.append(Text(text, "right", bold=True, small=True))
        return Row(cells, _SHARES, tint=True)

    def _figures(self, row: StatisticsRow, name: str, *, bold: bool = False) -> Row:
        cumulative = "" if row.cumulative_share is None else percent(row.cumulative_share)
        cells: list[Cell] = [
            Text(name, bold=bold),
            self._number(row, "count", bold=bold),
            self._number(row, "valid", bold=bold),
            self._share(row, bold=bold),
            Figure([cumulative]),
            self._number(row, "closed", bold=bold),
            self._in_time(row, "in_time", bold=bold),
            self._in_time(row, "in_time_gross", bold=bold),
            self._hours(row, ("mean_hours", "median_hours"), bold=bold),
            self._hours(row, ("mean_gross_hours", "median_gross_hours"), bold=bold),
            self._satisfied(row, bold=bold),
            self._score(row, bold=bold),
            self._number(row, "repeated", bold=bold),
            self._cost(row, bold=bold),
        ]
        return Row(cells, _SHARES, tint=bold)

    def _number(self, row: StatisticsRow, name: str, *, bold: bool) -> Figure:
        now, notes = getattr(row, name), []
        if row.before is not None:
            was = getattr(row.before, name)
            notes.append(f"{change(now, was)} ({whole(was)})")
        return Figure([whole(now)], notes, bold=bold)

    def _share(self, row: StatisticsRow, *, bold: bool) -> Figure:
        notes = [change(row.share, row.before.share, 1, 100)] if row.before else []
        return Figure([percent(row.share)], notes, bold=bold)

    def _in_time(self, row: StatisticsRow, name: str, *, bold: bool) -> Figure:
        """Of the closed, whose number stands in the column before."""
        part = getattr(row, name)
        share = part / row.closed if row.closed else None
        notes = [whole(part)]
        if (was := row.before) is not None:
            before = getattr(was, name) / was.closed if was.closed else None
            notes.append(f"{change(share, before, 1, 100)} ({whole(was.closed)})")
        return Figure([percent(share)], notes, bold=bold)

    def _hours(self, row: StatisticsRow, names: tuple[str, str], *, bold: bool) -> Figure:
        """Mean over median; of the closed as well."""
        now, notes = [getattr(row, name) for name in names], []
        if row.before is not None:
            was = [getattr(row.before, name) for name in names]
            notes.append("/".join(change(*each, 1) for each in zip(now, was, strict=True)))
        return Figure(["–" if h is None else f"{h:,.1f}" for h in now], notes, bold=bold)

    def _satisfied(self, row: StatisticsRow, *, bold: bool) -> Figure:
        share = row.satisfied / row.asked if row.asked else None
        notes = [f"{row.satisfied}/{row.asked}"]
        if (was := row.before) is not None:
            before = was.satisfied / was.asked if was.asked else None
            notes.append(f"{change(share, before, 1, 100)} ({whole(was.asked)})")
        return Figure([percent(share)], notes, bold=bold)

    def _score(self, row: StatisticsRow, *, bold: bool) -> Figure:
        notes = [f"n={row.scored}"]
        if (was := row.before) is not None:
            notes.append(f"{change(row.score, was.score, 1)} ({was.scored})")
        return Figure(["–" if row.score is None else f"{row.score:.1f}"], notes, bold=bold)

    def _cost(self, row: StatisticsRow, *, bold: bool) -> Figure:
        was = row.before
        notes = [] if was is None else [change(float(row.cost), float(was.cost), 2)]
        return Figure([money(row.cost)], notes, bold=bold)

    def _days(self, text: Labelled, first: object, last: object, count: int) -> str:
        return self._say(text).format(first=first, last=last, n=whole(count))

    def _say(self, text: Labelled) -> str:
        return text.in_(self._language)
