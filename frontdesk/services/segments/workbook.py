"""A segment as an ``.xlsx``: words are text, days are days, nothing is a formula."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from frontdesk.language import Language
from frontdesk.services.segments.dto import Member
from frontdesk.services.workbooks import workbook_of as _book
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
    said = {name: text.in_(language) for name, text in SHEET.items()}
    rows = (_values(each, said["yes"], language) for each in members)
    return _book(said, about, at, _COLUMNS, rows)


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
