"""What the list of calls not made (回访考核清单) shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from frontdesk.models.enums import CallbackKind, Role
from frontdesk.reports.inputs.common import Dealership, Printed


@dataclass(frozen=True, slots=True)
class FineRow:
    """One call not made; ``found`` says what tells so."""

    kind: CallbackKind
    number: str
    customer: str
    plate: str
    found: str
    person: str
    person_role: Role
    amount: Decimal
    manager: str
    manager_role: Role
    manager_amount: Decimal


@dataclass(frozen=True, slots=True)
class PersonSum:
    """What one person bears in the month."""

    name: str
    role: Role
    calls: int
    amount: Decimal


@dataclass(frozen=True, slots=True)
class ConsequenceList:
    """One month. ``judged``: what became of its spot checks, in one sentence."""

    first: date
    last: date
    judged: str
    dealership: Dealership = field(default_factory=Dealership)
    printed: Printed = field(default_factory=Printed)
    rows: tuple[FineRow, ...] = ()
    people: tuple[PersonSum, ...] = ()
