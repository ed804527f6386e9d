"""The figures of calls as an ``.xlsx``: numbers are numbers, words are text, nothing a formula."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from frontdesk.language import Language
from frontdesk.services.call_figures.dto import By, CallSummary, Line
from frontdesk.services.call_figures.naming import flag_told, line_name
from frontdesk.services.statistics.sheet import text_cell, value_cell
from frontdesk.texts import term
from frontdesk.texts.call_figures import SHEET

_WHOLE, _SHARE, _POINTS = "#,##0", "0.0%", "0.0"


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    value: Callable[[Line], float | int | None]
    form: str = _WHOLE


def _number(name: str) -> _Column:
    return _Column(name, lambda line: getattr(line, name))


def _of(name: str, part: str, whole: str) -> _Column:
    def share(line: Line) -> float | None:
        n: int = getattr(line, whole)
        return getattr(line, part) / n if n else None

    return _Column(name, share, _SHARE)


_COLUMNS = (
    _number("due"),
    _number("done"),
    _of("done_share", "done", "due"),
    _number("in_time"),
    _of("in_time_share", "in_time", "due"),
    _number("reached"),
    _of("reached_share", "reached", "due"),
    _number("told"),
    _number("satisfied"),
    _number("average"),
    _number("dissatisfied"),
    _of("satisfied_share", "satisfied", "rated"),
    _number("scored"),
    _Column("score", lambda line: line.score, _POINTS),
)


def workbook_of(found: CallSummary, language: Language, house: str, by: str, at: datetime) -> bytes:
    """A sheet for each table, the answers, the words and the flags, after one that says of what."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    _about(book, found, language, (house, by, at))
    for each in (By.KIND, By.CALLER, By.SERVED, By.MONTH):
        _table(book, found, each, language)
    _questions(book, found, language)
    _said(book, found, language)
    if found.flags:
        told = [(flag_told(flag, found.people, language),) for flag in found.flags]
        _rows(book, "flags", ("flag",), told, language)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _about(
    book: Any, found: CallSummary, language: Language, made: tuple[str, str, datetime]
) -> None:
    house, by, at = made
    lines: list[tuple[str, object]] = [
        ("house", house),
        ("first", found.first),
        ("last", found.last),
        ("scope", term(found.scope, language) if found.scope else ""),
        ("due", found.total.due),
        ("told", found.total.told),
        ("conclusions", found.conclusions),
        ("by", by),
        ("at", at.replace(tzinfo=None)),
    ]
    sheet = book.create_sheet(SHEET["title"].in_(language))
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 24, 90
    sheet.append([text_cell(sheet, SHEET["title"].in_(language), bold=True)])
    for name, value in lines:
        sheet.append([text_cell(sheet, SHEET[name].in_(language)), _cell(sheet, value)])


def _table(book: Any, found: CallSummary, by: By, language: Language) -> None:
    sheet = book.create_sheet(SHEET[by.value].in_(language).replace("/", " "))
    sheet.freeze_panes = "B2"
    sheet.column_dimensions["A"].width = 30
    heads = (by.value, *(column.name for column in _COLUMNS))
    sheet.append([text_cell(sheet, SHEET[head].in_(language), bold=True) for head in heads])
    for line, kind in [*((line, by) for line in found.lines(by)), (found.total, By.TOTAL)]:
        name = line_name(found, kind, line.key, language)
        cells = [text_cell(sheet, name, bold=kind is By.TOTAL)]
        cells += [value_cell(sheet, column.value(line), column.form) for column in _COLUMNS]
        sheet.append(cells)


def _questions(book: Any, found: CallSummary, language: Language) -> None:
    heads = ("kind", "question", "asked", "mean", "answer", "count", "share", "trouble")
    yes = SHEET["yes"].in_(language)
    rows: list[tuple[object, ...]] = []
    for each in found.questions:
        name = (term(each.kind, language), each.title.in_(language), each.n, each.mean)
        rows += [
            (
                *name,
                answer.name.in_(language),
                answer.count,
                answer.count / each.n if each.n else None,
                yes if answer.trouble else "",
            )
            for answer in each.answers
        ] or [(*name, "", None, None, "")]
    _rows(book, "questions", heads, rows, language, {3: _POINTS, 6: _SHARE})


def _said(book: Any, found: CallSummary, language: Language) -> None:
    heads = ("number", "day", "kind", "customer", "plate", "caller", "satisfaction", "words")
    rows = [
        (
            each.number,
            each.day,
            term(each.kind, language),
            each.customer,
            each.plate,
            each.caller,
            "" if each.satisfaction is None else term(each.satisfaction, language),
            each.words,
        )
        for each in found.said
    ]
    _rows(book, "said", heads, rows, language)


def _rows(
    book: Any,
    title: str,
    heads: tuple[str, ...],
    rows: Any,
    language: Language,
    forms: dict[int, str] | None = None,
) -> None:
    sheet = book.create_sheet(SHEET[title].in_(language))
    sheet.freeze_panes = "A2"
    for column in "ABCDEFGH"[: len(heads)]:
        sheet.column_dimensions[column].width = 22 if len(heads) > 1 else 100
    sheet.append([text_cell(sheet, SHEET[head].in_(language), bold=True) for head in heads])
    for row in rows:
        sheet.append(
            [_cell(sheet, value, (forms or {}).get(at, "")) for at, value in enumerate(row)]
        )


def _cell(sheet: Any, value: object, form: str = "") -> Any:
    return text_cell(sheet, value) if isinstance(value, str) else value_cell(sheet, value, form)
