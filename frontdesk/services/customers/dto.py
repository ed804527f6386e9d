"""What the screen is given of customer files."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from frontdesk.models.enums import (
    Badge,
    CallbackKind,
    CallbackStatus,
    Channel,
    ComplaintState,
    Consent,
    CustomerKind,
    CustomerSource,
    FamilyTie,
    Gender,
    MessageState,
    PayMethod,
    PhoneOwner,
    ValueClass,
    VehicleUse,
    VisitStatus,
)
from frontdesk.models.values.ids import new_id
from frontdesk.models.values.lunar import LunarDay
from frontdesk.services.segments.narrowing_dto import EVERYBODY, Narrowing


class Segment(StrEnum):
    """Which files a list shows."""

    ALL = "all"
    DUE = "due"
    """Next maintenance within 30 days or overdue."""
    LOST = "lost"
    """No visit for ``Rules.lost_after_months``."""
    NEW = "new"
    """Files of the last 30 days."""
    COMPLAINING = "complaining"
    """With a ticket that is not filed yet."""
    WRONG_NUMBER = "wrong_number"
    DO_NOT_CALL = "do_not_call"


class Sort(StrEnum):
    LAST_VISIT = "last_visit"
    NAME = "name"
    NUMBER = "number"
    NEXT_DUE = "next_due"


@dataclass(frozen=True, slots=True)
class CustomerFilter:
    """``text`` is what could be typed into the search box."""

    text: str = ""
    segment: Segment = Segment.ALL
    narrowing: Narrowing = EVERYBODY


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """One line of the list; ``phone`` is as the person may see it."""

    id: str
    number: str
    kind: CustomerKind
    name: str
    phone: str
    cars: str
    """Plates (or models) of the cars, joined."""
    last_visit_on: date | None
    next_due_on: date | None
    member_level: str
    source: CustomerSource
    do_not_call: bool
    value_class: ValueClass | None
    badges: tuple[Badge, ...]


@dataclass(frozen=True, slots=True)
class CustomerPage:
    """The first lines of a list; ``total`` is ``None`` where only 'more' is known."""

    rows: tuple[CustomerRow, ...]
    total: int | None


@dataclass(frozen=True, slots=True)
class PhoneLine:
    id: str
    shown: str
    owner: PhoneOwner
    wrong: bool
    masked: bool


@dataclass(frozen=True, slots=True)
class FamilyLine:
    id: str
    name: str
    tie: FamilyTie
    birthday: date | None
    note: str


@dataclass(frozen=True, slots=True)
class ConsentLine:
    """What the customer said of a channel, when, and who wrote it down."""

    channel: Channel
    state: Consent
    said_at: datetime
    noted_by: str


@dataclass(frozen=True, slots=True)
class Background:
    """What is asked once. ``referrer`` is a name with its file number, or words."""

    ethnicity: str
    education: str
    income_band: str
    hobbies: str
    employer_address: str
    services_of_interest: str
    usual_payment: PayMethod | None
    preferred_channel: Channel | None
    referrer: str
    opinion_leader: bool
    consents: tuple[ConsentLine, ...]
    family: tuple[FamilyLine, ...]


@dataclass(frozen=True, slots=True)
class DriverLine:
    """Who drives a car; ``phone`` is as the person may see it."""

    id: str
    name: str
    phone: str
    note: str
    masked: bool


@dataclass(frozen=True, slots=True)
class Car:
    """A car of today; texts are '' where unknown. ``plate`` is stored form."""

    id: str
    version: int
    plate: str
    vin: str
    brand: str
    model: str
    trim: str
    vehicle_class: str
    engine_number: str
    gearbox_number: str
    colour: str
    use: VehicleUse
    sold_here: bool
    sales_consultant: str
    purchased_on: date | None
    delivered_on: date | None
    first_maintained_on: date | None
    first_maintained_km: int | None
    warranty_months: int | None
    warranty_km: int | None
    warranty_ends_on: date | None
    insurer: str
    insurance_ends_on: date | None
    insured_here_since: date | None
    inspection_due_on: date | None
    inspected_here_since: date | None
    last_mileage_km: int | None
    last_visit_on: date | None
    next_maintenance_on: date | None
    next_maintenance_km: int | None
    remarks: str
    drivers: tuple[DriverLine, ...] = ()
    former_plates: tuple[str, ...] = ()
    """Stored forms, the newest first."""


@dataclass(frozen=True, slots=True)
class FormerCar:
    """A car that changed hands. Whose it is now is nothing this file tells."""

    vehicle_id: str
    plate: str
    model: str
    until: date | None


@dataclass(frozen=True, slots=True)
class CustomerFile:
    """One file whole. ``identity_masked`` is '' without a number; the number itself is revealed."""

    id: str
    version: int
    number: str
    kind: CustomerKind
    name: str
    gender: Gender
    identity_masked: str
    birthday: date | None
    lunar_birthday: LunarDay | None
    email: str
    wechat: str
    occupation: str
    employer: str
    region: str
    region_code: str
    address: str
    source: CustomerSource
    member_number: str
    member_level: str
    member_expires_on: date | None
    preferred_hours: str
    do_not_call: bool
    remarks: str
    specialist: str
    created_at: datetime
    created_by: str
    last_visit_on: date | None
    next_due_on: date | None
    phones: tuple[PhoneLine, ...]
    cars: tuple[Car, ...]
    former_cars: tuple[FormerCar, ...]
    visits: int
    open_complaints: int
    calls_due: int
    background: Background


class EntryKind(StrEnum):
    """What a line of the timeline is about."""

    VISIT = "visit"
    CALL = "call"
    COMPLAINT = "complaint"
    MESSAGE = "message"
    NOTE = "note"
    OWNERSHIP = "ownership"
    WORK_BEFORE = "work_before"
    """Work done on a car of today under an owner before: the car's history, not the person's."""
    IMPORT = "import"
    MERGE = "merge"
    CLASS = "class"
    CREATED = "created"


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One event. ``id`` is the record's of its kind; ``number`` what people call it.

    ``what`` tells events of one kind apart: ``got`` and ``gone`` of a car, the template of a
    message, the two classes of a change, ``flagged`` of a note.
    """

    id: str
    kind: EntryKind
    at: datetime
    number: str
    text: str
    car: str = ""
    by: str = ""
    state: VisitStatus | CallbackStatus | ComplaintState | MessageState | None = None
    call: CallbackKind | None = None
    what: str = ""


@dataclass(frozen=True, slots=True)
class TimelinePlace:
    """Where a page of the timeline goes on: after this event."""

    at: datetime
    id: str


class SameBy(StrEnum):
    """By what another file is the same."""

    PHONE = "phone"
    IDENTITY = "identity"
    PLATE = "plate"
    VIN = "vin"


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A file there is already. ``field`` names the input that gave it away."""

    by: SameBy
    field: str
    value: str
    customer_id: str
    number: str
    name: str
    vehicle_id: str | None = None


@dataclass(frozen=True, slots=True)
class NewFile:
    """Ids of a new file and its car, made before the first try to save them."""

    customer_id: str = field(default_factory=new_id)
    vehicle_id: str = field(default_factory=new_id)
