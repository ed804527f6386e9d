"""What the screen is given of classes, and the figures of a month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from frontdesk.errors import UserError
from frontdesk.models.enums import Badge, ValueClass


@dataclass(frozen=True, slots=True)
class Changed:
    """A customer went from one class to another; ``by`` is '' where the rules said so."""

    on: date
    before: ValueClass | None
    after: ValueClass | None
    by: str
    reasons: tuple[UserError, ...]


@dataclass(frozen=True, slots=True)
class ClassOf:
    """How a customer stands. ``reasons`` carry sentences; ``own`` is the class set by a manager."""

    customer_id: str
    value_class: ValueClass | None
    computed: ValueClass | None
    reasons: tuple[UserError, ...]
    own: ValueClass | None
    own_why: str
    lost_since: date | None
    badges: tuple[Badge, ...]
    opinion_leader: bool
    changes: tuple[Changed, ...]


@dataclass(frozen=True, slots=True)
class Measures:
    """What is done for customers of each class, in both languages."""

    a_zh: str
    a_en: str
    b_zh: str
    b_en: str
    c_zh: str
    c_en: str
    d_zh: str
    d_en: str


@dataclass(frozen=True, slots=True)
class Churn:
    """Who was lost in a month, in both usages (domain §7).

    ``lost`` of the ``active`` at its start: as the months without a visit were full. ``seen``: who
    came in the same month a year before; ``not_since`` of them came no more until its end.
    """

    month: date
    active: int
    lost: int
    won_back: int
    seen: int
    not_since: int


@dataclass(frozen=True, slots=True)
class ClassFigures:
    """How many customers are in each class and carry each badge, and how many left."""

    on: date | None
    """When all were last gone over."""
    classes: tuple[tuple[ValueClass | None, int], ...]
    badges: tuple[tuple[Badge, int], ...]
    lost: int
    months: tuple[Churn, ...]
