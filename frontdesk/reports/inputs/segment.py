"""What the printed list of a segment shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from frontdesk.models.enums import ValueClass
from frontdesk.reports.inputs.common import Dealership, Printed


@dataclass(frozen=True, slots=True)
class SegmentRow:
    """One customer; ``phone`` is as the person who prints may see it."""

    number: str
    name: str
    phone: str
    cars: tuple[str, ...]
    value_class: ValueClass | None
    last_visit_on: date | None
    badges: str = ""


@dataclass(frozen=True, slots=True)
class SegmentList:
    """A segment with its customers. ``criteria`` says in words what was asked for."""

    name: str
    criteria: str
    dealership: Dealership = field(default_factory=Dealership)
    printed: Printed = field(default_factory=Printed)
    rows: tuple[SegmentRow, ...] = ()
