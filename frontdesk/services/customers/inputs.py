"""What a customer form hands in. Texts may be empty; numbers are as typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from frontdesk.models.enums import CustomerKind, CustomerSource, Gender, PhoneOwner, VehicleUse


@dataclass(frozen=True, slots=True)
class PhoneInput:
    """One number and whose it is. With the ``id`` of a kept one, ``number`` ``None`` keeps it."""

    number: str | None
    owner: PhoneOwner = PhoneOwner.SELF
    id: str | None = None


@dataclass(frozen=True, slots=True)
class CustomerInput:
    """A customer's own fields. ``identity_number`` ``None`` keeps what is stored, '' empties it."""

    name: str
    phones: tuple[PhoneInput, ...] = ()
    kind: CustomerKind = CustomerKind.PERSON
    gender: Gender = Gender.UNKNOWN
    identity_number: str | None = None
    birthday: date | None = None
    email: str = ""
    wechat: str = ""
    occupation: str = ""
    employer: str = ""
    address: str = ""
    source: CustomerSource = CustomerSource.WALK_IN
    member_number: str = ""
    member_level: str = ""
    preferred_hours: str = ""
    do_not_call: bool = False
    remarks: str = ""


@dataclass(frozen=True, slots=True)
class VehicleInput:
    """A car's fields; it needs a plate, a VIN or at least its model."""

    plate: str = ""
    vin: str = ""
    brand: str = ""
    model: str = ""
    engine_number: str = ""
    colour: str = ""
    use: VehicleUse = VehicleUse.PRIVATE
    sold_here: bool = False
    sales_consultant: str = ""
    purchased_on: date | None = None
    delivered_on: date | None = None
    warranty_ends_on: date | None = None
    insurer: str = ""
    insurance_ends_on: date | None = None
    inspection_due_on: date | None = None
    last_mileage_km: int | None = None
    remarks: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What is compared with the files there are; each as typed, unreadable ones are left out."""

    phones: tuple[str, ...] = ()
    identity_number: str = ""
    plate: str = ""
    vin: str = ""
