"""What the search box is given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from frontdesk.models.enums import ComplaintState, VisitStatus
from frontdesk.services.search.marks import Mark


class HitKind(StrEnum):
    """The groups of results, in the order they are shown."""

    VEHICLE = "vehicle"
    CUSTOMER = "customer"
    ORDER = "order"
    TICKET = "ticket"


@dataclass(frozen=True, slots=True)
class Hit:
    """One result. ``id`` is the record's of its kind; marks are (start, length) in characters."""

    kind: HitKind
    id: str
    customer_id: str
    vehicle_id: str | None
    """The car an intake would be for: the car found, or the customer's only one."""
    title: str
    title_marks: tuple[Mark, ...]
    subtitle: str
    subtitle_marks: tuple[Mark, ...]
    state: VisitStatus | ComplaintState | None = None
    day: date | None = None
    """Arrival of a visit, registration of a ticket, last visit of a car or customer."""


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What was found for ``typed``; ``more`` says that the limit cut off files."""

    typed: str
    hits: tuple[Hit, ...] = ()
    more: bool = False

    @property
    def groups(self) -> tuple[tuple[HitKind, tuple[Hit, ...]], ...]:
        """The hits by kind, empty kinds left out."""
        by_kind = ((kind, tuple(hit for hit in self.hits if hit.kind is kind)) for kind in HitKind)
        return tuple((kind, hits) for kind, hits in by_kind if hits)
