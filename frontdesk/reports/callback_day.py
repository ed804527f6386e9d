"""回访记录表 of a day: every attempt, one under the other (domain §4.3)."""

from __future__ import annotations

from frontdesk.language import Language
from frontdesk.models.enums import CallOutcome
from frontdesk.reports.base import MM, MUTED
from frontdesk.reports.cells import Field, Stack, Text
from frontdesk.reports.flow import Row, Section
from frontdesk.reports.formats import day, whole
from frontdesk.reports.heading import heading, set_sheet, signatures
from frontdesk.reports.inputs.callbacks import DayList, DayRow
from frontdesk.reports.labels_callbacks import Day as Labels
from frontdesk.reports.labels_callbacks import Record
from frontdesk.texts import term

# number and time, customer, kind, caller, outcome, rated, words
_SHARES = (31, 27, 22, 18, 21, 19, 52)
_SIGNATURE_HEIGHT = 15 * MM


def render(form: DayList, language: Language) -> bytes:
    """The list as a PDF; a day without calls prints well too."""
    title = Record.TITLE.in_(language)
    sections = [
        heading(form.dealership, title, None, language),
        _day(form, language),
        _rows(form, language),
        signatures([each.in_(language) for each in Record.SIGN], "", _SIGNATURE_HEIGHT, language),
    ]
    return set_sheet(sections, title, day(form.day), form.printed, language).pdf()


def _day(form: DayList, language: Language) -> Section:
    told = (Labels.OF_ONE if form.of else Labels.OF_DAY).in_(language)
    reached = sum(row.outcome is CallOutcome.REACHED for row in form.rows)
    text = told.format(
        day=day(form.day), who=form.of, n=whole(len(form.rows)), reached=whole(reached)
    )
    return Section([Row([Text(text, "centre")])], framed=False)


def _rows(form: DayList, language: Language) -> Section:
    heads = (
        Labels.NUMBER,
        Labels.CUSTOMER,
        Labels.KIND,
        Labels.CALLER,
        Labels.OUTCOME,
        Labels.RATED,
        Labels.WORDS,
    )
    cells = [Text(head.in_(language), bold=True, small=True) for head in heads]
    rows = [_row(each, language) for each in form.rows]
    if not rows:
        rows = [Row([Text(Labels.NONE.in_(language), "centre", grey=MUTED)])]
    return Section(rows, head=Row(cells, _SHARES, tint=True), gap=2.0)


def _row(each: DayRow, language: Language) -> Row:
    number = [Field("", each.number, small=True, bold=True), Field("", f"{each.at:%H:%M}")]
    if each.from_paper:
        number.append(Field("", Labels.PAPER.in_(language), small=True))
    rated = [term(each.satisfaction, language)] if each.satisfaction else []
    if each.score is not None:
        rated.append(Labels.POINTS.in_(language).format(score=each.score))
    return Row(
        [
            Stack(number),
            Stack([Field("", each.customer), Field("", each.plate, small=True)]),
            Text(term(each.kind, language)),
            Text(each.by),
            Text(term(each.outcome, language)),
            Stack([Field("", part) for part in rated or ["–"]]),
            Text(each.words or "–"),
        ],
        _SHARES,
    )
