"""What the screen is given of segments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from frontdesk.models.enums import Badge, CustomerKind, ValueClass
from frontdesk.services.segments.inputs import Criteria


@dataclass(frozen=True, slots=True)
class KeptSegment:
    """A segment with its name; who is in it is found anew each time."""

    id: str
    version: int
    name: str
    criteria: Criteria
    made_at: datetime
    made_by: str


@dataclass(frozen=True, slots=True)
class Member:
    """One customer of a segment; ``phone`` is as the person may see it."""

    id: str
    number: str
    kind: CustomerKind
    name: str
    phone: str
    cars: str
    value_class: ValueClass | None
    badges: tuple[Badge, ...]
    lost_since: date | None
    last_visit_on: date | None
    next_due_on: date | None
    occupation: str
    address: str
    member_level: str
    do_not_call: bool


@dataclass(frozen=True, slots=True)
class Exported:
    """A workbook and what to call it."""

    content: bytes
    file_name: str
    count: int
