"""An entry in words, in either language: on screen, on paper and in the exported sheet."""

from __future__ import annotations

from enum import StrEnum

from frontdesk.language import Language
from frontdesk.models.enums import ActKind, AttachmentKind, Badge, ValueClass
from frontdesk.services.audit.dto import Entry
from frontdesk.texts import audit as words
from frontdesk.texts import term

_TERMS: dict[str, dict[str, StrEnum]] = {
    "kind": {kind.value: kind for kinds in (AttachmentKind, ActKind) for kind in kinds},
    "value_class": {each.value: each for each in ValueClass},
    "badge": {each.value: each for each in Badge},
}
"""Details that keep a member of a closed list: by their key, what its words are found by."""


def person_of(entry: Entry, language: Language) -> str:
    """Who did it; the program itself where nobody was signed in."""
    return entry.person or words.SHEET["program"].in_(language)


def subject_of(entry: Entry, language: Language) -> str:
    """What an entry is about: the kind of record and its name."""
    kind = words.SUBJECTS.get(entry.subject)
    return f"{kind.in_(language) if kind else entry.subject} {entry.about}".strip()


def detail_of(entry: Entry, language: Language, between: str = "\n") -> str:
    """All details of an entry in words."""
    lines = []
    for key, value in entry.detail:
        name, said = words.DETAILS.get(key), _said(key, value, language)
        lines.append(f"{name.in_(language) if name else key}: {said}" if key else said)
    return between.join(lines)


def _said(key: str, value: str, language: Language) -> str:
    member = _TERMS.get(key, {}).get(value)
    if member is not None:
        return term(member, language)
    return words.YES_NO[value].in_(language) if value in words.YES_NO else value
