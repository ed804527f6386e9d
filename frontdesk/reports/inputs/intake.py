"""What the intake sheet (接车单) shows: domain §3, what the customer agrees to and signs."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from frontdesk.models.enums import CarSide, DamageKind, DamageSize, Payer, WarningLamp, WorkKind
from frontdesk.reports.inputs.common import Dealership, FiveWTwoH, Printed


@dataclass(frozen=True, slots=True)
class WorkLine:
    """One work item. Money in yuan; ``total`` is labour and parts less the discount."""

    what: str = ""
    kind: WorkKind | None = None
    labour: Decimal | None = None
    part: str = ""
    quantity: Decimal | None = None
    unit_price: Decimal | None = None
    total: Decimal | None = None
    hours: Decimal | None = None
    part_number: str = ""
    discount: Decimal | None = None
    payer: Payer | None = None
    declined_why: str = ""


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A later change of items, price or time: who asked whom, how, and the answer."""

    at: datetime | None = None
    by: str = ""
    what: str = ""
    why: str = ""
    asked_whom: str = ""
    asked_how: str = ""
    agreed: bool | None = None
    total_after: Decimal | None = None
    promised_after: datetime | None = None


@dataclass(frozen=True, slots=True)
class MarkLine:
    """A damage on the outline; ``x`` and ``y`` in thousandths of the view of ``side``."""

    side: CarSide
    x: int
    y: int
    kind: DamageKind
    size: DamageSize
    note: str = ""
    known: bool = False
    """It was there last time."""


@dataclass(frozen=True, slots=True)
class AddedLine:
    """What the customer said after the words were read back; ``at`` on the desk's clock."""

    at: datetime
    words: str


@dataclass(frozen=True, slots=True)
class PhotoLine:
    """A photo of the car: a JPEG small enough for its box, ``None`` where none could be made."""

    at: datetime
    marks: tuple[int, ...] = ()
    """Numbers of the marks it shows."""
    picture: bytes | None = None


@dataclass(frozen=True, slots=True)
class IntakeSheet:
    """Everything on one 接车单. Left at its defaults it prints the blank form.

    ``fuel_eighths`` is 0 (empty) to 8 (full). ``terms`` left empty prints the usual terms.
    ``photos_left_out`` more photos are kept than are printed, and ``photos_unseen`` more are of a
    kind that cannot be printed.
    """

    dealership: Dealership = field(default_factory=Dealership)
    printed: Printed = field(default_factory=Printed)
    number: str = ""
    customer: str = ""
    customer_number: str = ""
    phone: str = ""
    brought_by: str = ""
    brought_by_phone: str = ""
    plate: str = ""
    vin: str = ""
    car: str = ""
    colour: str = ""
    advisor: str = ""
    arrived_at: datetime | None = None
    by_appointment: bool | None = None
    booked_for: datetime | None = None
    mileage_km: int | None = None
    last_mileage_km: int | None = None
    last_visit: date | None = None
    fuel_eighths: int | None = None
    belongings: str = ""
    damage: str = ""
    marks: tuple[MarkLine, ...] = ()
    lamps: tuple[WarningLamp, ...] = ()
    words: str = ""
    added: tuple[AddedLine, ...] = ()
    reading: str = ""
    facts: FiveWTwoH = field(default_factory=FiveWTwoH)
    work: tuple[WorkLine, ...] = ()
    estimate: Decimal | None = None
    promised_at: datetime | None = None
    changes: tuple[ChangeLine, ...] = ()
    payers: tuple[tuple[Payer, Decimal], ...] = ()
    """Who pays how much of the estimate; nothing where the customer pays all of it."""
    repeat_of: str = ""
    """Number of the visit whose repair did not hold (返修)."""
    signed: bytes | None = None
    """The customer's signature as a picture (JPEG), where it was drawn on a tablet."""
    terms: tuple[str, ...] = ()
    photos: tuple[PhotoLine, ...] = ()
    photos_left_out: int = 0
    photos_unseen: int = 0
