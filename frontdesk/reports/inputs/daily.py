"""What the daily sheet (日结单) shows: a day's acts, and the head of the audit trail to sign."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from frontdesk.reports.inputs.common import Dealership, Printed


@dataclass(frozen=True, slots=True)
class DailyPerson:
    """How many acts of each ``ActKind``, in its order, one person did."""

    name: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DailyLine:
    """One act; ``at`` by the desk's wall clock."""

    at: datetime
    person: str
    act: str
    about: str


@dataclass(frozen=True, slots=True)
class DailySheet:
    """One day; the lists are in the order of the trail.

    ``seen`` full ID numbers and telephones, ``carried`` prints and exports, ``notable`` accounts,
    settings and the data file.
    ``first`` and ``last`` number the day's entries; ``sequence`` and ``seal`` (hex) are the head of
    the trail at ``taken_at``: whoever keeps the signed sheet can prove that nothing before it was
    changed since.
    """

    day: date
    dealership: Dealership = field(default_factory=Dealership)
    printed: Printed = field(default_factory=Printed)
    people: tuple[DailyPerson, ...] = ()
    seen: tuple[DailyLine, ...] = ()
    carried: tuple[DailyLine, ...] = ()
    notable: tuple[DailyLine, ...] = ()
    first: int | None = None
    last: int | None = None
    sequence: int = 0
    seal: str = ""
    taken_at: datetime | None = None
