"""客户细分名单: the customers of a segment on paper, to be ticked off (domain §2)."""

from __future__ import annotations

from frontdesk.language import Language
from frontdesk.reports.base import MUTED
from frontdesk.reports.cells import Cell, Field, Stack, Text
from frontdesk.reports.flow import Row, Section
from frontdesk.reports.formats import day, whole
from frontdesk.reports.heading import heading, set_sheet
from frontdesk.reports.inputs.segment import SegmentList, SegmentRow
from frontdesk.texts import Text as Labelled
from frontdesk.texts import term
from frontdesk.texts.segments import SHEET

# number, customer and what valued for, telephone, cars, class, last visit, done
_SHARES = (9, 66, 30, 34, 21, 23, 13)
_HEADS = ("name", "phone", "cars", "value_class", "last_visit_on", "done")


def render(sheet: SegmentList, language: Language) -> bytes:
    """The list as a PDF; a segment without customers prints well too."""
    title = SHEET["title"].in_(language)
    sections = [
        heading(sheet.dealership, title, None, language),
        _about(sheet, language),
        Section(_rows(sheet, language), head=_head(language), gap=2.0),
    ]
    return set_sheet(sections, title, sheet.name, sheet.printed, language).pdf()


def _about(sheet: SegmentList, language: Language) -> Section:
    count = f"{SHEET['count'].in_(language)} n = {whole(len(sheet.rows))}"
    asked = sheet.criteria[:1].upper() + sheet.criteria[1:]
    rows = [Row([Text(sheet.name or asked, "centre", bold=True)])]
    if sheet.name:
        rows.append(Row([Text(asked, "centre", grey=MUTED)]))
    rows.append(Row([Text(count, "centre")]))
    return Section(rows, framed=False)


def _head(language: Language) -> Row:
    cells: list[Cell] = [Text("#", small=True, grey=MUTED)]
    cells += [Text(SHEET[head].in_(language), bold=True, small=True) for head in _HEADS]
    return Row(cells, _SHARES, tint=True)


def _rows(sheet: SegmentList, language: Language) -> list[Row]:
    if not sheet.rows:
        return [Row([Text(_say("nobody", language), "centre", grey=MUTED)])]
    return [_row(at, row, language) for at, row in enumerate(sheet.rows, 1)]


def _row(at: int, row: SegmentRow, language: Language) -> Row:
    # Two lines for most: twice the customers stand on a page, and no row breaks between two.
    beside = " · ".join(part for part in (row.number, row.badges) if part)
    who = [Field("", row.name, bold=True), Field("", beside, small=True)]
    return Row(
        [
            Text(str(at), small=True, grey=MUTED),
            Stack(who),
            Text(row.phone),
            Stack([Field("", car) for car in row.cars]),
            Text(term(row.value_class, language) if row.value_class else "–"),
            Text(day(row.last_visit_on) or "–"),
            Text(""),
        ],
        _SHARES,
    )


def _say(name: str, language: Language) -> str:
    said: Labelled = SHEET[name]
    return said.in_(language)
