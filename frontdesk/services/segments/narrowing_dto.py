"""Whose records a list shows: everybody's, or those of one class, badge or kept segment."""

from __future__ import annotations

from dataclasses import dataclass

from frontdesk.models.enums import Badge, ValueClass


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What is left empty asks for nothing.

    ``segment`` is the id of one kept by name; one that has ended since holds nobody.
    """

    value_class: ValueClass | None = None
    badge: Badge | None = None
    segment: str = ""


EVERYBODY = Narrowing()
