"""What the complaint category statistics form (顾客投诉分类统计表) shows (domain §5.2)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from frontdesk.models.enums import Comparison, Department
from frontdesk.reports.inputs.common import Dealership, Printed


@dataclass(frozen=True, slots=True)
class StatisticsRow:
    """One category, department, person, channel, month, or the total.

    Shares lie in 0..1 and are ``None`` where nothing was counted. Each figure has its n beside it:
    ``in_time`` of ``closed`` tickets were closed within the limit, ``in_time_gross`` with pauses
    counted as time gone by; hours are those of the ``closed``, ``gross`` ones with the pauses;
    ``satisfied`` of ``asked`` customers were satisfied after the handling and ``scored`` of them
    gave it ``score``. ``before`` is the row it is compared with.
    """

    name: str
    count: int = 0
    valid: int = 0
    share: float | None = None
    cumulative_share: float | None = None
    closed: int = 0
    in_time: int = 0
    in_time_gross: int = 0
    mean_hours: float | None = None
    median_hours: float | None = None
    mean_gross_hours: float | None = None
    median_gross_hours: float | None = None
    asked: int = 0
    satisfied: int = 0
    scored: int = 0
    score: float | None = None
    repeated: int = 0
    cost: Decimal = Decimal(0)
    before: StatisticsRow | None = None


@dataclass(frozen=True, slots=True)
class StatisticsForm:
    """One period. ``categories`` come in the order of the table: most frequent first.

    ``scope`` is the one department it is about. A form that was approved is no numbered print.
    """

    dealership: Dealership = field(default_factory=Dealership)
    printed: Printed = field(default_factory=Printed)
    first_day: date | None = None
    last_day: date | None = None
    scope: Department | None = None
    compared: Comparison = Comparison.NONE
    before_first: date | None = None
    before_last: date | None = None
    categories: tuple[StatisticsRow, ...] = ()
    total: StatisticsRow = field(default_factory=lambda: StatisticsRow(""))
    departments: tuple[StatisticsRow, ...] = ()
    people: tuple[StatisticsRow, ...] = ()
    channels: tuple[StatisticsRow, ...] = ()
    months: tuple[StatisticsRow, ...] = ()
    limit_hours: int = 24
    measures: str = ""
    prepared_by: str = ""
    prepared_at: datetime | None = None
    approved_by: str = ""
    approved_at: datetime | None = None
