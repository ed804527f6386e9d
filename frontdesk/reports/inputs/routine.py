"""What the new-car routine sheet (新车例行回访表) shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from frontdesk.models.enums import RoutineState, Satisfaction
from frontdesk.reports.inputs.common import Dealership, Printed


@dataclass(frozen=True, slots=True)
class RoutineLine:
    """One stage. ``result``: how it ended, in words; ``words``: what the customer said."""

    stage: str
    first: date
    last: date
    state: RoutineState
    done_on: date | None = None
    by: str = ""
    number: str = ""
    satisfaction: Satisfaction | None = None
    score: int | None = None
    result: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature given in the program; ``at`` is the desk's wall clock."""

    by: str
    at: datetime
    note: str = ""


@dataclass(frozen=True, slots=True)
class RoutineSheet:
    """Everything on one sheet."""

    customer: str
    customer_number: str
    delivered_on: date
    dealership: Dealership = field(default_factory=Dealership)
    printed: Printed = field(default_factory=Printed)
    phone: str = ""
    plate: str = ""
    vin: str = ""
    car: str = ""
    consultant: str = ""
    lines: tuple[RoutineLine, ...] = ()
    signed: Signed | None = None
    checked: Signed | None = None
