"""What a customer form hands in. Texts may be empty; numbers are as typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from frontdesk.models.enums import (
    Channel,
    Consent,
    CustomerKind,
    CustomerSource,
    FamilyTie,
    Gender,
    PayMethod,
    PhoneOwner,
    VehicleUse,
)
from frontdesk.models.values.lunar import LunarDay


@dataclass(frozen=True, slots=True)
class PhoneInput:
    """One number and whose it is. With the ``id`` of a kept one, ``number`` ``None`` keeps it."""

    number: str | None
    owner: PhoneOwner = PhoneOwner.SELF
    id: str | None = None


@dataclass(frozen=True, slots=True)
class CustomerInput:
    """The daily fields. ``identity_number`` ``None`` keeps what is stored, '' empties it.

    ``region`` is the place in words, as ``models.values.region`` reads them.
    """

    name: str
    phones: tuple[PhoneInput, ...] = ()
    kind: CustomerKind = CustomerKind.PERSON
    gender: Gender = Gender.UNKNOWN
    identity_number: str | None = None
    birthday: date | None = None
    lunar_birthday: LunarDay | None = None
    email: str = ""
    wechat: str = ""
    occupation: str = ""
    employer: str = ""
    region: str = ""
    address: str = ""
    source: CustomerSource = CustomerSource.WALK_IN
    member_number: str = ""
    member_level: str = ""
    member_expires_on: date | None = None
    preferred_hours: str = ""
    do_not_call: bool = False
    remarks: str = ""


@dataclass(frozen=True, slots=True)
class FamilyInput:
    """Somebody of the family; with the ``id`` of a line that is kept already."""

    name: str
    tie: FamilyTie = FamilyTie.OTHER
    birthday: date | None = None
    note: str = ""
    id: str | None = None


@dataclass(frozen=True, slots=True)
class BackgroundInput:
    """What is asked once and seldom changed. ``referrer`` may hold a file number: K-2026-000123.

    ``consents`` names what was said of a channel; one that is not named stays as it is. For the
    telephone it is ``CustomerInput.do_not_call`` that counts.
    """

    ethnicity: str = ""
    education: str = ""
    income_band: str = ""
    hobbies: str = ""
    employer_address: str = ""
    services_of_interest: str = ""
    usual_payment: PayMethod | None = None
    preferred_channel: Channel | None = None
    referrer: str = ""
    opinion_leader: bool = False
    consents: Mapping[Channel, Consent] = field(default_factory=dict)
    family: tuple[FamilyInput, ...] = ()


@dataclass(frozen=True, slots=True)
class DriverInput:
    """Who drives a car. With the ``id`` of a kept line, ``phone`` ``None`` keeps its number."""

    name: str
    phone: str | None = ""
    note: str = ""
    id: str | None = None


@dataclass(frozen=True, slots=True)
class VehicleInput:
    """A car's fields; it needs a plate, a VIN or at least its model.

    ``drivers`` ``None`` leaves them as they are.
    """

    plate: str = ""
    vin: str = ""
    brand: str = ""
    model: str = ""
    trim: str = ""
    vehicle_class: str = ""
    engine_number: str = ""
    gearbox_number: str = ""
    colour: str = ""
    use: VehicleUse = VehicleUse.PRIVATE
    sold_here: bool = False
    sales_consultant: str = ""
    purchased_on: date | None = None
    delivered_on: date | None = None
    first_maintained_on: date | None = None
    first_maintained_km: int | None = None
    warranty_months: int | None = None
    warranty_km: int | None = None
    warranty_ends_on: date | None = None
    insurer: str = ""
    insurance_ends_on: date | None = None
    insured_here_since: date | None = None
    inspection_due_on: date | None = None
    inspected_here_since: date | None = None
    last_mileage_km: int | None = None
    remarks: str = ""
    drivers: tuple[DriverInput, ...] | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What is compared with the files there are; each as typed, unreadable ones are left out."""

    phones: tuple[str, ...] = ()
    identity_number: str = ""
    plate: str = ""
    vin: str = ""
