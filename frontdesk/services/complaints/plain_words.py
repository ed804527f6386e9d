"""What an entry says, in plain words for paper."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from frontdesk.clock import local
from frontdesk.language import Language
from frontdesk.models.categories import CategoryTree
from frontdesk.reports.labels import Complaint as Labels
from frontdesk.services.complaints.dto import TicketEntry, field_name
from frontdesk.services.desk import Desk
from frontdesk.texts import term

STAND_IN = "stand_in_for"


def values(entry: TicketEntry) -> Mapping[str, Any]:
    """What was said, by the names of the fields."""
    return {part.name: part.value for part in entry.parts}


def taken_by(entry: TicketEntry, language: Language) -> str:
    """Who took the step, and for whom where they stood in: ``李四（代 客服经理）``."""
    role = values(entry).get(STAND_IN)
    if not isinstance(role, StrEnum):
        return entry.by
    return Labels.STAND_IN.in_(language).format(by=entry.by, role=term(role, language))


def lines_of(
    entry: TicketEntry, language: Language, tree: CategoryTree, desk: Desk
) -> tuple[tuple[str, str], ...]:
    """Every field of an entry as (name, words); in whose place it was taken stands elsewhere."""
    return tuple(
        (
            field_name(entry.step, part.name, language),
            said_in_words(part.value, language, tree, desk),
        )
        for part in entry.parts
        if part.name != STAND_IN
    )


def said_in_words(value: object, language: Language, tree: CategoryTree, desk: Desk) -> str:
    """A value of an entry in plain words."""
    chinese = language is Language.ZH_CN
    match value:
        case bool():
            return ("是" if value else "否") if chinese else ("yes" if value else "no")
        case StrEnum():
            return term(value, language)
        case datetime():
            return f"{local(value, desk.clock):%Y-%m-%d %H:%M}"
        case date():
            return f"{value:%Y-%m-%d}"
        case Decimal():
            return f"{value:,.2f}"
        case tuple():
            between = "、" if chinese else ", "
            return between.join(said_in_words(one, language, tree, desk) for one in value)
        case str() if tree.has(value):
            return tree.path(value, language)
        case _:
            return str(value)
