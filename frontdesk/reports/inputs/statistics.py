"""What the complaint category statistics form (顾客投诉分类统计表) shows (domain §5.2)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from frontdesk.reports.inputs.common import Dealership, Printed


@dataclass(frozen=True, slots=True)
class StatisticsRow:
    """One category, department, month, or the total.

    Shares lie in 0..1 and are ``None`` where nothing was counted. Each figure has its n beside it:
    ``in_time`` of ``closed`` tickets were closed within the limit, ``mean_hours`` is the mean of
    those ``closed``, ``satisfied`` of ``asked`` customers were satisfied after the handling.
    """

    name: str
    count: int = 0
    valid: int = 0
    share: float | None = None
    cumulative_share: float | None = None
    closed: int = 0
    in_time: int = 0
    mean_hours: float | None = None
    asked: int = 0
    satisfied: int = 0
    repeated: int = 0
    cost: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class StatisticsForm:
    """One period. ``categories`` come in the order of the table: most frequent first."""

    dealership: Dealership = field(default_factory=Dealership)
    printed: Printed = field(default_factory=Printed)
    first_day: date | None = None
    last_day: date | None = None
    categories: tuple[StatisticsRow, ...] = ()
    total: StatisticsRow = field(default_factory=lambda: StatisticsRow(""))
    departments: tuple[StatisticsRow, ...] = ()
    months: tuple[StatisticsRow, ...] = ()
    limit_hours: int = 24
    measures: str = ""
    prepared_by: str = ""
    approved_by: str = ""
