"""What the change slip and the hand-over sheet show (domain §3, points 5 and 7)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from frontdesk.models.enums import Payer, PayMethod, Satisfaction, WorkKind
from frontdesk.reports.inputs.common import Dealership, Printed
from frontdesk.reports.inputs.intake import ChangeLine, WorkLine


@dataclass(frozen=True, slots=True)
class WhoseCar:
    """Customer, car and advisor as every sheet of a visit names them."""

    customer: str = ""
    customer_number: str = ""
    phone: str = ""
    plate: str = ""
    vin: str = ""
    car: str = ""
    advisor: str = ""
    mileage_km: int | None = None


@dataclass(frozen=True, slots=True)
class ChangeSlip:
    """One change record of a visit. ``work`` is what holds after it."""

    dealership: Dealership = field(default_factory=Dealership)
    printed: Printed = field(default_factory=Printed)
    number: str = ""
    whose: WhoseCar = field(default_factory=WhoseCar)
    change: ChangeLine = field(default_factory=ChangeLine)
    total_before: Decimal | None = None
    promised_before: datetime | None = None
    work: tuple[WorkLine, ...] = ()


@dataclass(frozen=True, slots=True)
class HandOverSheet:
    """The settlement of a visit. Money in yuan; ``charged`` of a line is in its ``total``.

    Without ``handed_over_at`` it is the settlement beforehand, at the agreed amounts.
    """

    dealership: Dealership = field(default_factory=Dealership)
    printed: Printed = field(default_factory=Printed)
    number: str = ""
    whose: WhoseCar = field(default_factory=WhoseCar)
    arrived_at: datetime | None = None
    promised_at: datetime | None = None
    ready_at: datetime | None = None
    handed_over_at: datetime | None = None
    work: tuple[WorkLine, ...] = ()
    by_kind: tuple[tuple[WorkKind, Decimal], ...] = ()
    by_payer: tuple[tuple[Payer, Decimal], ...] = ()
    agreed: Decimal | None = None
    charged: Decimal | None = None
    customer_pays: Decimal | None = None
    pay_method: PayMethod | None = None
    replaced_parts: str = ""
    advice: str = ""
    next_on: date | None = None
    next_km: int | None = None
    satisfaction: Satisfaction | None = None
