"""What the printed list of visits shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from frontdesk.models.enums import ValueClass, VisitStatus
from frontdesk.reports.inputs.common import Dealership, Printed


@dataclass(frozen=True, slots=True)
class VisitListRow:
    """One visit; ``phone`` is as the person who prints may see it, sums are in yuan.

    ``told``: a line for each piece of work not wanted, or the reason why nothing was ordered.
    ``other`` and ``days``: the order it belongs with, and how many days lie between.
    """

    number: str
    on: date | None
    status: VisitStatus
    plate: str
    car: str
    customer: str
    phone: str
    value_class: ValueClass | None
    advisor: str
    total: Decimal | None
    told: tuple[str, ...] = ()
    worth: Decimal | None = None
    other: str = ""
    days: int | None = None


@dataclass(frozen=True, slots=True)
class VisitSheet:
    """Visits of a period. ``sort`` and ``whose`` say in words which and of whom.

    ``reasons``: whether it tells what was not wanted; ``others``: whether it tells the other order.
    ``held`` of ``repairs`` did not come back; ``None`` where the list is not of that figure.
    """

    sort: str
    first: date
    last: date
    whose: str = ""
    reasons: bool = False
    others: bool = False
    repairs: int | None = None
    held: int = 0
    dealership: Dealership = field(default_factory=Dealership)
    printed: Printed = field(default_factory=Printed)
    rows: tuple[VisitListRow, ...] = ()
