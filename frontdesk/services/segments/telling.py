"""A segment in words, for the screen, the print and the workbook."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from frontdesk.language import Language
from frontdesk.services.segments.inputs import Criteria
from frontdesk.texts import term
from frontdesk.texts.segments import WORDS


def told(wanted: Criteria, language: Language) -> str:
    """What is asked for, in one line."""
    parts = list(_parts(wanted, language))
    if not parts:
        return WORDS["everyone"].in_(language)
    return WORDS["between"].in_(language).join(parts)


def _parts(wanted: Criteria, language: Language) -> Iterator[str]:
    def word(name: str, **figures: object) -> str:
        return WORDS[name].in_(language).format(**figures)

    for name in ("classes", "badges", "kinds", "ages", "uses"):
        members: tuple[StrEnum, ...] = getattr(wanted, name)
        if members:
            either = WORDS["or"].in_(language)
            yield word(name, what=either.join(term(each, language) for each in members))
    if wanted.lost is not None:
        yield word("lost" if wanted.lost else "not_lost")
    for name in ("occupation", "region", "address", "vehicle_class", "model"):
        if getattr(wanted, name):
            yield word(name, what=getattr(wanted, name))
    if wanted.visited_from is not None:
        yield word("visited_from", on=wanted.visited_from)
    if wanted.visited_until is not None:
        yield word("visited_until", on=wanted.visited_until)
    for name in ("maintenance_due", "insurance_due", "inspection_due"):
        if getattr(wanted, name) is not None:
            yield word(name, days=getattr(wanted, name))
    for name in ("never_here", "members", "may_call"):
        if getattr(wanted, name):
            yield word(name)
