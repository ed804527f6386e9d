"""A list of visits as an ``.xlsx``."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from frontdesk.language import Language
from frontdesk.models.values import plate
from frontdesk.services.visit_lists.dto import ListedVisit, VisitList
from frontdesk.services.workbooks import workbook_of as _book
from frontdesk.texts import term
from frontdesk.texts.visit_lists import SHEET, SORTS

_COLUMNS = (
    ("number", 18),
    ("on", 12),
    ("status", 12),
    ("plate", 14),
    ("car", 24),
    ("customer", 20),
    ("value_class", 12),
    ("phone", 18),
    ("advisor", 14),
    ("total", 14),
    ("told", 60),
    ("worth", 14),
    ("other", 18),
    ("days", 8),
)


def workbook_of(
    rows: Iterable[ListedVisit],
    wanted: VisitList,
    whose: str,
    house: str,
    by: str,
    at: datetime,
    language: Language,
) -> bytes:
    """The visits, after a sheet that says which, for whom and by whom."""
    said = {name: text.in_(language) for name, text in SHEET.items()}
    lines = [_values(each, language) for each in rows]
    about = (
        ("house", house),
        ("sort", SORTS[wanted.sort.value].in_(language)),
        ("period", wanted.days),
        ("whose", whose),
        ("count", f"n = {len(lines):,}"),
        ("by", by),
    )
    return _book(said, about, at, _COLUMNS, lines)


def _values(each: ListedVisit, language: Language) -> tuple[object, ...]:
    return (
        each.number,
        each.on,
        term(each.status, language),
        plate.display(each.plate) if each.plate else "",
        each.car,
        each.customer,
        term(each.value_class, language) if each.value_class else "",
        each.phone,
        each.advisor,
        each.total,
        each.told,
        each.worth,
        each.other,
        each.days,
    )
