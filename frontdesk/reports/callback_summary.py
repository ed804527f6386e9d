"""回访总结报告: what the calls of a period came to (domain §4.3)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from frontdesk.language import Language
from frontdesk.models.enums import Satisfaction
from frontdesk.reports.bars import PartsBar, ShareBar
from frontdesk.reports.base import MM, MUTED
from frontdesk.reports.cells import Cell, Field, Picture, Stack, Text, Words
from frontdesk.reports.ending import names_of, stands_approved
from frontdesk.reports.flow import Row, Section
from frontdesk.reports.formats import day, percent, whole
from frontdesk.reports.heading import heading, set_sheet, signatures
from frontdesk.reports.inputs.call_summary import (
    AspectRow,
    CallSummaryForm,
    FigureRow,
    QuestionRow,
    SaidRow,
)
from frontdesk.reports.labels_callbacks import Summary as Labels
from frontdesk.reports.pareto import Bar, Pareto
from frontdesk.reports.statistics_cells import Figure
from frontdesk.texts import Text as Labelled
from frontdesk.texts import term

# name, due, done, in time, reached, finished, satisfied, average, dissatisfied, score
_SHARES = (92, 44, 48, 48, 48, 46, 50, 50, 50, 51)
_ANSWER = (92, 60, 22, 26)
_RATED = (36, 116, 22)
_SAID = (33, 32, 22, 103)
_CHART_HEIGHT = 56 * MM
_CONCLUSIONS_HEIGHT = 30 * MM
_SIGNATURE_HEIGHT = 14 * MM
_MOST_SAID = 200
_MOST_ASPECTS = 10


def render(form: CallSummaryForm, language: Language) -> bytes:
    """The report as a PDF; a period without calls prints well too."""
    sheet = _Sheet(form, language)
    title = Labels.TITLE.in_(language)
    sections = [
        heading(form.dealership, title, None, language),
        sheet.period(),
        sheet.table(Labels.KIND, form.kinds, total=True),
        *sheet.rated(),
        *sheet.more(Labels.CALLER, form.callers),
        *sheet.more(Labels.SERVED, form.served),
        *(sheet.more(Labels.MONTH, form.months) if len(form.months) > 1 else ()),
        *sheet.answers(),
        *sheet.aspects(),
        *sheet.said(),
        sheet.ending(),
    ]
    return set_sheet(sections, title, "", form.printed, language).pdf()


class _Sheet:
    """Builds each part from the report's inputs."""

    def __init__(self, form: CallSummaryForm, language: Language) -> None:
        self._form = form
        self._language = language

    def period(self) -> Section:
        """From which day to which, of how many calls, and as whose record it stands."""
        form = self._form
        lines = [
            self._say(Labels.PERIOD).format(
                first=day(form.first_day),
                last=day(form.last_day),
                due=whole(form.total.due),
                told=whole(form.total.told),
            )
        ]
        if form.scope is not None:
            department = term(form.scope, self._language)
            lines.append(self._say(Labels.SCOPE).format(department=department))
        lines += stands_approved(form.approved_by, form.approved_at, self._language)
        return Section([Row([Text(line, "centre")]) for line in lines], framed=False)

    def table(
        self, first: Labelled, rows: Sequence[FigureRow], *, total: bool = False, gap: float = 2.0
    ) -> Section:
        """The figures by kind, person or month."""
        lines = [self._figures(row) for row in rows]
        if not lines:
            lines = [Row([Text(self._say(Labels.NONE), "centre", grey=MUTED)])]
        elif total:
            lines.append(self._figures(self._form.total, bold=True))
        heads = (
            Labels.DUE,
            Labels.DONE,
            Labels.IN_TIME,
            Labels.REACHED,
            Labels.TOLD,
            Labels.SATISFIED,
            Labels.AVERAGE,
            Labels.DISSATISFIED,
            Labels.SCORE,
        )
        cells: list[Cell] = [Text(self._say(first), bold=True, small=True)]
        cells += [Text(self._say(head), "right", bold=True, small=True) for head in heads]
        return Section(lines, head=Row(cells, _SHARES, tint=True), gap=gap)

    def more(self, first: Labelled, rows: Sequence[FigureRow]) -> list[Section]:
        """A further table; none where nothing was counted."""
        return [self.table(first, rows, gap=6.0)] if rows else []

    def rated(self) -> list[Section]:
        """How satisfied the customers of each kind of call are, as bars of parts."""
        rows, speak = [], self._language
        for row in (*self._form.kinds, self._form.total):
            counts = (row.satisfied, row.average, row.dissatisfied)
            if sum(counts):
                n = Text(f"n = {whole(sum(counts))}", "right", small=True)
                name = self._say(Labels.TOTAL) if row.kind is None else term(row.kind, speak)
                rows.append(Row([Text(name), PartsBar(counts), n], _RATED))
        if not rows:
            return []
        parts = " / ".join(term(each, speak) for each in Satisfaction)
        title = f"{self._say(Labels.RATED)}\u3000{parts}"
        return [Section([Row([Text(title, bold=True)], tint=True), *rows], together=True, gap=6.0)]

    def answers(self) -> list[Section]:
        """Each question of each kind of call, its answers with bars."""
        sections = []
        for kind, questions in groupby(self._form.questions, key=lambda each: each.kind):
            title = self._say(Labels.ANSWERS).format(kind=term(kind, self._language))
            rows = [row for each in questions for row in self._question(each)]
            head = Row([Text(title, bold=True)], tint=True)
            sections.append(Section(rows, head=head, gap=6.0))
        return sections

    def aspects(self) -> list[Section]:
        """What was wrong: the answers that tell of it, most frequent first."""
        rows = self._form.aspects[:_MOST_ASPECTS]
        if not rows:
            return []
        pareto = Pareto(_bars(rows, self._form.aspects), *map(self._say, _PARETO))
        parts = [
            Row([Text(self._say(Labels.ASPECTS), "centre", bold=True)], tint=True),
            Row([Picture(_CHART_HEIGHT, pareto.draw)]),
            *(
                Row([Text(f"{at} {row.name}"), Text(whole(row.count), "right")], (160, 26))
                for at, row in enumerate(rows, 1)
            ),
        ]
        return [Section(parts, together=True, gap=6.0)]

    def said(self) -> list[Section]:
        """Suggestions and complaints in the customers' words, the dissatisfied first."""
        rows = [self._said_row(each) for each in self._form.said[:_MOST_SAID]]
        if not rows:
            return []
        left = len(self._form.said) - len(rows)
        if left:
            more = self._say(Labels.MORE).format(n=whole(left))
            rows.append(Row([Text(more, grey=MUTED)]))
        heads = (Labels.CALL, Labels.CUSTOMER, Labels.RATING, Labels.WORDS)
        cells: list[Cell] = [Text(self._say(head), bold=True, small=True) for head in heads]
        title = self._say(Labels.SAID).format(n=whole(len(self._form.said)))
        return [
            Section([Row([Text(title, bold=True)], tint=True)], gap=6.0),
            Section(rows, head=Row(cells, _SAID, tint=True)),
        ]

    def ending(self) -> Section:
        """What is to be looked at, what is concluded, and who answers for it."""
        form = self._form
        rows = [Row([Text(self._say(Labels.NOTE), small=True, grey=MUTED)])]
        if form.flags:
            rows.append(
                Row([Stack([Field("", self._say(Labels.FLAGS), bold=True), *_lines(form.flags)])])
            )
        words = Words(self._say(Labels.CONCLUSIONS), form.conclusions, least=_CONCLUSIONS_HEIGHT)
        rows.append(Row([words], grow=2.0))
        rows.append(
            names_of(
                (form.prepared_by, form.prepared_at),
                (form.approved_by, form.approved_at),
                self._language,
            )
        )
        if form.approved_at is None:
            rows += signatures(["", ""], "", _SIGNATURE_HEIGHT, self._language).rows
        return Section(rows, together=True, gap=6.0)

    def _figures(self, row: FigureRow, *, bold: bool = False) -> Row:
        rated = row.satisfied + row.average + row.dissatisfied
        score = "–" if row.score is None else f"{row.score:.1f}"
        cells: list[Cell] = [
            Text(row.name, bold=bold),
            Figure([whole(row.due)], bold=bold),
            _share(row.done, row.due, bold=bold),
            _share(row.in_time, row.due, bold=bold),
            _share(row.reached, row.due, bold=bold),
            Figure([whole(row.told)], bold=bold),
            _share(row.satisfied, rated, bold=bold),
            _share(row.average, rated, bold=bold),
            _share(row.dissatisfied, rated, bold=bold),
            Figure([score], [f"n={whole(row.scored)}"], bold=bold),
        ]
        return Row(cells, _SHARES, tint=bold)

    def _question(self, each: QuestionRow) -> list[Row]:
        told = f"{each.title}\u3000n = {whole(each.n)}"
        if each.mean is not None:
            told = f"{told}\u3000{self._say(Labels.MEAN).format(mean=f'{each.mean:.1f}')}"
        if not each.answers:
            told = f"{told}\u3000{self._say(Labels.IN_WORDS)}"
        rows = [Row([Text(told, bold=True)], keeps=bool(each.answers))]
        for at, answer in enumerate(each.answers, 1):
            share = answer.count / each.n if each.n else 0.0
            rows.append(
                Row(
                    [
                        Text(f"\u3000{answer.name}"),
                        ShareBar(share, dark=answer.trouble),
                        Text(whole(answer.count), "right"),
                        Text(percent(share if each.n else None), "right"),
                    ],
                    _ANSWER,
                    keeps=at < len(each.answers),
                )
            )
        return rows

    def _said_row(self, each: SaidRow) -> Row:
        rating = "–" if each.satisfaction is None else term(each.satisfaction, self._language)
        return Row(
            [
                Stack(
                    [
                        Field("", each.number, small=True, bold=True),
                        Field("", f"{day(each.day)} {term(each.kind, self._language)}", small=True),
                    ]
                ),
                Stack([Field("", each.customer), Field("", each.plate, small=True)]),
                Text(rating, bold=each.satisfaction is Satisfaction.DISSATISFIED),
                Text(each.words),
            ],
            _SAID,
        )

    def _say(self, text: Labelled) -> str:
        return text.in_(self._language)


_PARETO = (Labels.TIMES, Labels.SHARE)


def _bars(rows: Sequence[AspectRow], every: Sequence[AspectRow]) -> list[Bar]:
    total, before = sum(row.count for row in every), 0
    bars = []
    for row in rows:
        before += row.count
        bars.append(Bar(row.name, row.count, before / total))
    return bars


def _lines(texts: Sequence[str]) -> list[Field]:
    return [Field("", text) for text in texts]


def _share(part: int, n: int, *, bold: bool) -> Figure:
    return Figure([percent(part / n if n else None)], [f"{whole(part)}/{whole(n)}"], bold=bold)
