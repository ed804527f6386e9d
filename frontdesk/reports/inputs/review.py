"""What the monthly review list (投诉月度评审表) shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from frontdesk.models.enums import ActionState, ComplaintLevel, ComplaintState
from frontdesk.reports.inputs.common import Dealership, Printed


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One complaint. ``actions``: how many stand how; ``penalties``: person and yuan."""

    number: str
    day: date
    customer: str
    plate: str
    category: str
    level: ComplaintLevel
    state: ComplaintState
    department: str
    responsible: str
    cause: str
    lesson: str
    safety: bool = False
    valid: bool | None = None
    penalties: tuple[tuple[str, Decimal], ...] = ()
    actions: tuple[tuple[ActionState, int], ...] = ()
    repeats: str = ""
    repeated_by: int = 0
    cost: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class CarriedRow:
    """One action of an earlier month that is still open."""

    number: str
    words: str
    owner: str
    due_on: date
    late: bool


@dataclass(frozen=True, slots=True)
class ReviewList:
    """One month; ``scope`` names the department where it is one department's list."""

    first: date
    last: date
    dealership: Dealership = field(default_factory=Dealership)
    printed: Printed = field(default_factory=Printed)
    scope: str = ""
    rows: tuple[ReviewRow, ...] = ()
    carried: tuple[CarriedRow, ...] = ()
