"""What the readable part of a proof pack shows: everything of one complaint, unabridged."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from frontdesk.reports.inputs.common import Dealership, Printed

Lines = tuple[tuple[str, str], ...]
"""Names and what was said under them."""


@dataclass(frozen=True, slots=True)
class Said:
    """One entry of the ticket: its number, step, round, when and by whom, every field."""

    position: int
    step: str
    round: int
    at: datetime | None
    by: str
    lines: Lines = ()


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt to reach the customer."""

    at: datetime | None
    by: str
    outcome: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """One call it came from or led to: attempts, answers, the caller's note."""

    number: str
    kind: str
    state: str
    attempts: tuple[Attempt, ...] = ()
    answers: Lines = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One file of the evidence; ``path`` is its place in the pack, '' where it was withdrawn."""

    name: str
    kind: str
    size: int
    sha256: str
    at: datetime | None
    by: str
    path: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Logged:
    """One entry of the audit trail with its seal (hexadecimal)."""

    sequence: int
    at: datetime | None
    by: str
    act: str
    detail: str
    seal: str


@dataclass(frozen=True, slots=True)
class ProofSheet:
    """Everything on the sheets; ``head`` is the newest entry of the trail when it was made."""

    dealership: Dealership = field(default_factory=Dealership)
    printed: Printed = field(default_factory=Printed)
    number: str = ""
    about: Lines = ()
    entries: tuple[Said, ...] = ()
    calls: tuple[Call, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    log: tuple[Logged, ...] = ()
    head_sequence: int = 0
    head_seal: str = ""
