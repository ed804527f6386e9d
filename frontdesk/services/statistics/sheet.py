"""The statistics as an ``.xlsx``: numbers are numbers, names are text, nothing is a formula."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from frontdesk.language import Language
from frontdesk.models.values import text
from frontdesk.services.statistics.dto import By, ComplaintStatistics, Line
from frontdesk.services.statistics.naming import line_name
from frontdesk.texts import Text, term
from frontdesk.texts import statistics as words

_WHOLE, _SHARE, _HOURS, _MONEY = "#,##0", "0.0%", "#,##0.0", "#,##0.00"
_MOST_CELL = 32_000


@dataclass(frozen=True, slots=True)
class _Column:
    """One figure: its heading, its value, how Excel shows it."""

    name: str
    value: Callable[[Line], float | int | None]
    form: str


def _of(part: str, whole: str) -> Callable[[Line], float | None]:
    def share(line: Line) -> float | None:
        n: int = getattr(line, whole)
        return getattr(line, part) / n if n else None

    return share


_COLUMNS = (
    _Column("count", lambda line: line.count, _WHOLE),
    _Column("valid", lambda line: line.valid, _WHOLE),
    _Column("share", lambda line: line.share, _SHARE),
    _Column("cumulative", lambda line: line.cumulative_share, _SHARE),
    _Column("closed", lambda line: line.closed, _WHOLE),
    _Column("in_time", lambda line: line.in_time, _WHOLE),
    _Column("in_time_share", _of("in_time", "closed"), _SHARE),
    _Column("in_time_gross", lambda line: line.in_time_gross, _WHOLE),
    _Column("in_time_gross_share", _of("in_time_gross", "closed"), _SHARE),
    _Column("mean_hours", lambda line: line.mean_hours, _HOURS),
    _Column("median_hours", lambda line: line.median_hours, _HOURS),
    _Column("mean_gross_hours", lambda line: line.mean_gross_hours, _HOURS),
    _Column("median_gross_hours", lambda line: line.median_gross_hours, _HOURS),
    _Column("asked", lambda line: line.asked, _WHOLE),
    _Column("satisfied", lambda line: line.satisfied, _WHOLE),
    _Column("satisfied_share", _of("satisfied", "asked"), _SHARE),
    _Column("scored", lambda line: line.scored, _WHOLE),
    _Column("score", lambda line: line.score, "0.0"),
    _Column("repeated", lambda line: line.repeated, _WHOLE),
    _Column("cost", lambda line: float(line.cost), _MONEY),
)
_RANKED = (By.CATEGORY, By.LEAF)


def workbook_of(
    found: ComplaintStatistics, language: Language, house: str, by: str, at: datetime
) -> bytes:
    """One sheet for each table, after one that says of what; ``at`` by the desk's wall clock."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    _about(book, found, language, (house, by, at))
    for each in By:
        if each is not By.TOTAL:
            _table(book, found, each, language)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _about(
    book: Any, found: ComplaintStatistics, language: Language, made: tuple[str, str, datetime]
) -> None:
    sheet = book.create_sheet(words.SHEET["title"].in_(language))
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 24, 90
    house, by, at = made
    lines: list[tuple[str, object]] = [
        ("house", house),
        ("first", found.first),
        ("last", found.last),
        ("scope", term(found.scope, language) if found.scope else ""),
        ("count", found.total.count),
        ("compared", term(found.compared, language)),
        ("limit", found.limit_hours),
        ("measures", found.measures),
        ("by", by),
        ("at", at.replace(tzinfo=None)),
    ]
    if found.before is not None:
        before = (found.before.first, found.before.last, found.before.total.count)
        names = ("before_first", "before_last", "before_count")
        lines[6:6] = list(zip(names, before, strict=True))
    sheet.append([text_cell(sheet, words.SHEET["title"].in_(language), bold=True)])
    for name, value in lines:
        heading = text_cell(sheet, words.SHEET[name].in_(language))
        cell = text_cell(sheet, value) if isinstance(value, str) else value_cell(sheet, value, "")
        sheet.append([heading, cell])


def _table(book: Any, found: ComplaintStatistics, by: By, language: Language) -> None:
    sheet = book.create_sheet(words.SHEET[by.value].in_(language))
    sheet.freeze_panes = "B2"
    sheet.column_dimensions["A"].width = 30
    columns = [each for each in _COLUMNS if each.name != "cumulative" or by in _RANKED]
    heads = [words.SHEET[by.value], *(words.SHEET[each.name] for each in columns)]
    titles = [head.in_(language) for head in heads]
    if found.before is not None:
        titles += [_before(head, language) for head in heads[1:]]
    sheet.append([text_cell(sheet, title, bold=True) for title in titles])
    for line, kind in [*((line, by) for line in found.lines(by)), (found.total, By.TOTAL)]:
        name = line_name(found.tree, kind, line.key, language)
        cells = [text_cell(sheet, name, bold=kind is By.TOTAL), *_figures(sheet, line, columns)]
        if (earlier := found.earlier(kind, line.key)) is not None:
            cells += _figures(sheet, earlier, columns)
        sheet.append(cells)


def _before(head: Text, language: Language) -> str:
    return words.SHEET["before"].in_(language).format(name=head.in_(language))


def _figures(sheet: Any, line: Line, columns: Iterable[_Column]) -> list[Any]:
    return [value_cell(sheet, each.value(line), each.form) for each in columns]


def value_cell(sheet: Any, value: object, form: str) -> Any:
    """A number, a day or nothing, shown as ``form`` says."""
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, value)
    if form:
        cell.number_format = form
    return cell


def text_cell(sheet: Any, value: str, *, bold: bool = False) -> Any:
    """Words that stay words, whatever they begin with."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    cell = WriteOnlyCell(sheet)
    cell.value = text.storable(value)[:_MOST_CELL]
    # It is read as text and stays so when it is edited.
    cell.data_type, cell.number_format, cell.quotePrefix = "s", "@", True
    if bold:
        cell.font = Font(bold=True)
    return cell
