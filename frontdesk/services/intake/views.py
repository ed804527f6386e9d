"""What the desk is shown: frozen, free of mapped objects. Moments are UTC, money is yuan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from frontdesk.errors import UserError
from frontdesk.models.enums import (
    ClockColour,
    DefectArea,
    Payer,
    PayMethod,
    PhoneOwner,
    Satisfaction,
    VisitStatus,
    WorkKind,
)
from frontdesk.services.intake.inputs import Arrival, Fault, Told, WorkItem
from frontdesk.services.intake.walk import NEVER_WALKED, NOTHING_SEEN, LastWalk, WalkAround


class Weight(StrEnum):
    """How much a notice matters: say it at once, take care, good to know."""

    URGENT = "urgent"
    CARE = "care"
    KNOW = "know"


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing that matters now. ``said`` carries the sentence; the ids say what to open."""

    weight: Weight
    said: UserError
    complaint_id: str = ""
    visit_id: str = ""


@dataclass(frozen=True, slots=True)
class PhoneLine:
    """A number as this person may see it."""

    number: str
    owner: PhoneOwner
    wrong: bool
    id: str = ""


@dataclass(frozen=True, slots=True)
class CarHead:
    """Which car, and whose."""

    vehicle_id: str
    plate: str
    vin: str
    car: str
    """Brand and model."""
    colour: str
    purchased_on: date | None
    warranty_ends_on: date | None
    customer_id: str
    customer_number: str
    customer: str
    member_level: str
    phones: tuple[PhoneLine, ...]


@dataclass(frozen=True, slots=True)
class LastVisit:
    """The newest visit that is over."""

    visit_id: str
    number: str
    on: date
    mileage_km: int | None
    words: str
    advice: str


class BroughtBy(StrEnum):
    """Who is taken to have brought the car: as last time, the car's driver, or its owner."""

    LAST = "last"
    DRIVER = "driver"
    OWNER = "owner"


@dataclass(frozen=True, slots=True)
class Guesses:
    """What the program fills in and marks as its own guess."""

    mileage_km: int | None = None
    brought_by: str = ""
    brought_by_phone: str = ""
    brought: BroughtBy = BroughtBy.LAST
    promised_at: datetime | None = None
    usual: tuple[WorkItem, ...] = ()
    """At most one work item of each kind, as this car or one like it had it last."""


@dataclass(frozen=True, slots=True)
class CarChoice:
    """One of a customer's cars, to choose from."""

    vehicle_id: str
    plate: str
    car: str
    last_visit_on: date | None


@dataclass(frozen=True, slots=True)
class Booking:
    """Today's appointment, or a visit begun and not agreed yet: the intake goes on with it."""

    visit_id: str
    number: str
    status: VisitStatus
    booked_for: datetime | None


@dataclass(frozen=True, slots=True)
class EarlierRepair:
    """A repair of this car lately: the same concern again is its repeat (返修)."""

    visit_id: str
    number: str
    on: date
    km: int | None
    defect: DefectArea | None
    words: str


@dataclass(frozen=True, slots=True)
class IntakeStart:
    """Everything the intake form begins with."""

    head: CarHead
    last: LastVisit | None
    last_mileage_km: int | None
    last_mileage_on: date | None
    guesses: Guesses
    notices: tuple[Notice, ...]
    booking: Booking | None
    repairs: tuple[EarlierRepair, ...]
    last_walk: LastWalk = NEVER_WALKED


@dataclass(frozen=True, slots=True)
class ItemLine:
    """A work item of a saved visit with its line total."""

    id: str
    kind: WorkKind
    description: str
    labour: Decimal
    part: str
    quantity: Decimal
    unit_price: Decimal
    total: Decimal
    """Labour and parts less the discount; 0 for declined work."""
    actual_amount: Decimal | None
    code: str = ""
    part_number: str = ""
    labour_hours: Decimal | None = None
    labour_rate: Decimal | None = None
    discount: Decimal = Decimal(0)
    payer: Payer = Payer.CUSTOMER
    declined_why: str = ""

    def as_input(self) -> WorkItem:
        """The same item to be changed."""
        return WorkItem(
            self.kind,
            self.description,
            self.labour,
            self.part,
            self.quantity,
            self.unit_price,
            self.id,
            self.code,
            self.part_number,
            self.labour_hours,
            self.labour_rate,
            self.discount,
            self.payer,
            self.declined_why,
        )


@dataclass(frozen=True, slots=True)
class ChangeEntry:
    """A kept change record; ``asked_how`` is an ``AskedHow`` value or older words."""

    at: datetime
    by: str
    what: str
    why: str
    asked_whom: str
    asked_how: str
    agreed: bool
    promised_before: datetime | None
    promised_after: datetime | None
    total_before: Decimal | None
    total_after: Decimal | None
    id: str
    prints: int


@dataclass(frozen=True, slots=True)
class AddedWords:
    """What the customer said after the words were locked."""

    at: datetime
    by: str
    words: str


@dataclass(frozen=True, slots=True)
class VisitSheet:
    """One visit in full."""

    id: str
    version: int
    number: str
    status: VisitStatus
    next_steps: frozenset[VisitStatus]
    head: CarHead
    advisor: str
    by_appointment: bool
    booked_for: datetime | None
    opened_at: datetime
    arrived_at: datetime | None
    arrival: Arrival
    told: Told
    items: tuple[ItemLine, ...]
    estimate_total: Decimal
    promised_at: datetime | None
    promise: ClockColour
    read_back: bool
    agreed_at: datetime | None
    declined_reason: str
    ready_at: datetime | None
    handed_over_at: datetime | None
    actual_total: Decimal | None
    pay_method: PayMethod | None
    replaced_parts: str
    advice: str
    next_maintenance_on: date | None
    next_maintenance_km: int | None
    satisfaction: Satisfaction | None
    prints: int
    changes: tuple[ChangeEntry, ...]
    fault: Fault
    repeat_of: str
    """Number of the visit whose repair did not hold."""
    reading: str = ""
    words_locked_at: datetime | None = None
    added: tuple[AddedWords, ...] = ()
    walk: WalkAround = NOTHING_SEEN
    last_walk: LastWalk = NEVER_WALKED


@dataclass(frozen=True, slots=True)
class VisitRow:
    """A visit as a line of the board or of a list."""

    id: str
    number: str
    status: VisitStatus
    plate: str
    car: str
    customer: str
    advisor: str
    advisor_id: str
    arrived_at: datetime | None
    booked_for: datetime | None
    promised_at: datetime | None
    promise: ClockColour
    total: Decimal | None
    vehicle_id: str
    customer_id: str
    repeat: bool
    """A repair that did not hold is done again (返修)."""


@dataclass(frozen=True, slots=True)
class HandOverStart:
    """What the hand-over form begins with; all of it guesses to be confirmed."""

    sheet: VisitSheet
    pay_method: PayMethod | None
    replaced_parts: str
    next_maintenance_on: date
    next_maintenance_km: int | None
    daily_km: Decimal | None


@dataclass(frozen=True, slots=True)
class VisitFilter:
    """Which visits a list shows; everything empty shows the newest of all."""

    statuses: frozenset[VisitStatus] = frozenset()
    arrived_from: date | None = None
    arrived_until: date | None = None
    vehicle_id: str = ""
    customer_id: str = ""
    advisor_id: str = ""
    limit: int = 200
