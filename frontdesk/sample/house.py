"""What everyone who makes up tickets of the sample dealership needs to know of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from frontdesk.sample.rows import Rows
from frontdesk.sample.seeded import Seeded
from frontdesk.sample.trail import Trail


@dataclass(frozen=True, slots=True)
class House:
    """One dealership in the making: its chance, its rows, its people, its moment, its trail."""

    seeded: Seeded
    rows: Rows
    staff: dict[str, str]
    """Ids by login name."""
    names: dict[str, str]
    """Names by id."""
    now: datetime
    trail: Trail
