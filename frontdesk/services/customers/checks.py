"""Inputs as they are stored; every fault is told at once, beside its own field."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from frontdesk.errors import UserError
from frontdesk.models.enums import CustomerKind
from frontdesk.models.months import plus_months
from frontdesk.models.values import identity, names, phone, plate, region, text, vin
from frontdesk.services.customers.inputs import CustomerInput, PhoneInput, VehicleInput
from frontdesk.services.intake.checks import MOST_KM, Checking

_MAIL = re.compile(r"[^\s@]+@[^\s@.]+(\.[^\s@.]+)+")
_EARLIEST_BIRTHDAY = date(1900, 1, 1)
_LINES = (
    "wechat",
    "occupation",
    "employer",
    "address",
    "member_number",
    "member_level",
    "preferred_hours",
)
CAR_REMARKS = "car_remarks"
"""The input of a car's remarks, told apart from the customer's own."""
_CAR_LINES = (
    "brand",
    "model",
    "trim",
    "vehicle_class",
    "engine_number",
    "gearbox_number",
    "colour",
    "sales_consultant",
    "insurer",
)
_CAR_DAYS = (
    "purchased_on",
    "delivered_on",
    "first_maintained_on",
    "warranty_ends_on",
    "insurance_ends_on",
    "insured_here_since",
    "inspection_due_on",
    "inspected_here_since",
)
_CAR_KM = ("last_mileage_km", "first_maintained_km", "warranty_km")
_MOST_MONTHS = 240


def customer_values(given: CustomerInput, today: date) -> dict[str, Any]:
    """The columns of ``given``; the ID number is left out where it stays as it is.

    Raises:
        UserError: one fault. InputErrors: several.
    """
    checking = Checking()
    values: dict[str, Any] = {
        "kind": given.kind,
        "name": checking.of(names.parse, given.name),
        "gender": given.gender,
        "source": given.source,
        "do_not_call": given.do_not_call,
        "birthday": checking.of(_birthday, given.birthday, today),
        "email": checking.of(email, given.email),
        "region_code": checking.of(region.parse, given.region),
        "member_expires_on": given.member_expires_on,
        **_lunar(given),
        "remarks": checking.of(text.note, given.remarks, "remarks") or None,
    }
    for name in _LINES:
        values[name] = checking.of(text.line, getattr(given, name), name) or None
    if given.identity_number is not None:
        values["identity_number"] = checking.of(identity_number, given.identity_number, given.kind)
    checking.need(given.phones, "customer.phone_missing", phone_field(0))
    seen: set[str] = set()
    for at, each in enumerate(given.phones):
        number = checking.of(_phone, each, at)
        if number is not None:
            checking.need(number not in seen, "customer.phone_twice", phone_field(at))
            seen.add(number)
    checking.done()
    return values


def phone_field(at: int) -> str:
    """The name of the input of the phone at place ``at`` (from 0)."""
    return f"phone_{at + 1}"


def identity_number(value: str, kind: CustomerKind) -> str | None:
    """The stored form of a person's ID number or a company's code; ``None`` when empty.

    Raises:
        UserError: ``id_number.*`` or ``company_code.*``.
    """
    if not value.strip():
        return None
    if kind is CustomerKind.PERSON:
        return identity.normalise(value, "identity_number")
    return identity.company_code(value, "identity_number")


def email(value: str) -> str | None:
    """The address in ``value``; ``None`` when empty.

    Raises:
        UserError: ``customer.email``.
    """
    address = text.line(text.half_width(value), "email")
    if not address:
        return None
    if not _MAIL.fullmatch(address):
        raise UserError("customer.email", field="email")
    return address


def vehicle_values(given: VehicleInput) -> dict[str, Any]:
    """The columns of ``given``.

    Raises:
        UserError: one fault. InputErrors: several.
    """
    checking = Checking()
    values: dict[str, Any] = {
        "plate": checking.of(vehicle_plate, given.plate),
        "vin": checking.of(vehicle_vin, given.vin),
        "use": given.use,
        "sold_here": given.sold_here,
        "warranty_months": given.warranty_months,
        "remarks": checking.of(text.note, given.remarks, CAR_REMARKS) or None,
    }
    for name in _CAR_LINES:
        values[name] = checking.of(text.line, getattr(given, name), name) or None
    for name in _CAR_DAYS:
        values[name] = getattr(given, name)
    for name in _CAR_KM:
        values[name] = km = getattr(given, name)
        checking.need(km is None or 0 <= km <= MOST_KM, "vehicle.mileage", name, most=MOST_KM)
    months = given.warranty_months
    checking.need(
        months is None or 0 <= months <= _MOST_MONTHS,
        "vehicle.warranty_months",
        "warranty_months",
        most=_MOST_MONTHS,
    )
    checking.need(
        given.plate.strip() or given.vin.strip() or given.model.strip(), "vehicle.unnamed", "plate"
    )
    checking.done()
    return values


def warranty_end(purchased: date, months: int) -> date:
    """When a warranty of so many months ends that began with the purchase."""
    return plus_months(purchased, months)


def vehicle_plate(value: str) -> str | None:
    """The stored plate; ``None`` for none yet, in whatever words that is said."""
    if plate.is_none_yet(value):
        return None
    return plate.normalise(value)


def vehicle_vin(value: str) -> str | None:
    """The stored VIN; ``None`` when empty."""
    return vin.normalise(value) if value.strip() else None


def _birthday(value: date | None, today: date) -> date | None:
    if value is not None and not _EARLIEST_BIRTHDAY <= value <= today:
        raise UserError("customer.birthday", field="birthday")
    return value


def _lunar(given: CustomerInput) -> dict[str, int | bool | None]:
    day = given.lunar_birthday
    return {
        "lunar_month": day.month if day else None,
        "lunar_day": day.day if day else None,
        "lunar_leap": day.leap if day else None,
    }


def _phone(given: PhoneInput, at: int) -> str | None:
    if given.number is None and given.id is not None:
        return None
    return phone.normalise(given.number or "", phone_field(at))
