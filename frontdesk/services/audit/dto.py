"""What is asked of the audit trail, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from frontdesk.models.enums import ActKind


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries; days are the desk's, both counted in. ``None`` and '' ask for all.

    ``numbers`` asks for those who saw a full ID number or telephone, whatever ``kind`` says.
    """

    first: date | None = None
    last: date | None = None
    staff_id: str | None = None
    kind: ActKind | None = None
    numbers: bool = False
    subject: str = ""
    subject_id: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One act. ``person`` is '' where the program itself did it.

    ``about`` is the record's name as people know it (plate, number, name); ``detail`` what is kept
    beside the act, each with its key.
    """

    sequence: int
    at: datetime
    person: str
    action: str
    kind: ActKind
    subject: str
    subject_id: str
    about: str
    detail: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class TrailPage:
    """Entries, newest first; ``before`` asks for the next page, ``None``: there are no more.

    ``looked_back_to`` is the day down to which a search for a text has come so far.
    """

    entries: tuple[Entry, ...]
    before: int | None = None
    looked_back_to: datetime | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who has, or had, an account."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class TrailState:
    """The chain: how many entries it has, its last seal (hex), when it was last verified."""

    entries: int
    seal: str
    verified_at: datetime | None
    faults: int = 0


@dataclass(frozen=True, slots=True)
class Verified:
    """What a check of the whole chain found: ``faults`` in technical words, none when sound."""

    at: datetime
    entries: int
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExportedSheet:
    """An ``.xlsx`` and the name it is kept under."""

    content: bytes
    file_name: str
    count: int
