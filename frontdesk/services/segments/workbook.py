"""A segment as an ``.xlsx``: words are text, days are days, nothing is a formula."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import datetime

from frontdesk.language import Language
from frontdesk.services.segments.dto import Member
from frontdesk.services.statistics.sheet import text_cell, value_cell
from frontdesk.texts import term
from frontdesk.texts.segments import SHEET

_COLUMNS = (
    ("number", 18),
    ("name", 20),
    ("kind", 10),
    ("phone", 18),
    ("cars", 30),
    ("value_class", 12),
    ("badges", 30),
    ("lost_since", 12),
    ("last_visit_on", 12),
    ("next_due_on", 12),
    ("occupation", 16),
    ("address", 40),
    ("member_level", 12),
    ("do_not_call", 10),
)


def workbook_of(
    members: Iterable[Member],
    about: Iterable[tuple[str, str]],
    at: datetime,
    language: Language,
) -> bytes:
    """The customers, after a sheet that says of what; ``about``: keys of ``SHEET`` with words."""
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    said = {name: text.in_(language) for name, text in SHEET.items()}
    first = book.create_sheet(said["title"])
    first.column_dimensions["A"].width, first.column_dimensions["B"].width = 18, 90
    for name, words in about:
        first.append([text_cell(first, said[name], bold=True), text_cell(first, words)])
    first.append([text_cell(first, said["at"], bold=True), value_cell(first, at, "")])
    sheet = book.create_sheet(said["name"])
    sheet.freeze_panes = "C2"
    for position, (_, width) in enumerate(_COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(position)].width = width
    sheet.append([text_cell(sheet, said[name], bold=True) for name, _ in _COLUMNS])
    for each in members:
        sheet.append([_cell(sheet, value) for value in _values(each, said["yes"], language)])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _values(each: Member, yes: str, language: Language) -> Iterable[object]:
    return (
        each.number,
        each.name,
        term(each.kind, language),
        each.phone,
        each.cars,
        term(each.value_class, language) if each.value_class else "",
        ", ".join(term(badge, language) for badge in each.badges),
        each.lost_since,
        each.last_visit_on,
        each.next_due_on,
        each.occupation,
        each.address,
        each.member_level,
        yes if each.do_not_call else "",
    )


def _cell(sheet: object, value: object) -> object:
    return text_cell(sheet, value) if isinstance(value, str) else value_cell(sheet, value, "")
