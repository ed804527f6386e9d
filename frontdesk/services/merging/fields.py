"""The fields of a file that are chosen one by one when two are merged, and what is usual."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from frontdesk.errors import UserError
from frontdesk.models.customer import Customer
from frontdesk.models.enums import CustomerSource, Gender, VehicleUse
from frontdesk.models.values import identity, region
from frontdesk.models.vehicle import Vehicle
from frontdesk.services.merging.dto import FieldChoice, Shown, Side

Merging = Customer | Vehicle
"""What is merged with one of its kind."""
_EMPTY: tuple[Any, ...] = (None, "", Gender.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Field:
    """``columns`` go together: the first says whether the file has a value at all."""

    name: str
    columns: tuple[str, ...]
    both: bool = False


def _one(*names: str) -> tuple[Field, ...]:
    return tuple(Field(name, (name,)) for name in names)


FIELDS: tuple[Field, ...] = (
    *_one("name", "kind", "gender", "identity_number", "birthday"),
    Field("lunar", ("lunar_month", "lunar_day", "lunar_leap")),
    *_one("email", "wechat", "occupation", "education", "income_band", "ethnicity"),
    Field("hobbies", ("hobbies",), both=True),
    *_one("employer", "employer_address"),
    Field("address", ("address", "region_code")),
    *_one("source"),
    Field("referrer", ("referrer_id", "referred_by")),
    Field("member", ("member_number", "member_level", "member_expires_on")),
    Field("services_of_interest", ("services_of_interest",), both=True),
    *_one("usual_payment", "preferred_channel", "preferred_hours"),
    Field("specialist", ("specialist_id", "specialist_since")),
    Field("own_class", ("own_class", "own_class_why", "own_class_by", "own_class_at")),
    Field("remarks", ("remarks",), both=True),
)
_WEAK: dict[str, tuple[Any, ...]] = {
    "source": (CustomerSource.WALK_IN,),
    "sold_here": (False,),
    "use": (VehicleUse.PRIVATE,),
}
"""What a record is given when nothing else is known: the other one's word weighs more."""
CAR_FIELDS: tuple[Field, ...] = (
    *_one("vin", "plate", "brand", "model", "trim", "vehicle_class", "colour", "use"),
    *_one("engine_number", "gearbox_number", "sold_here"),
    Field("consultant", ("sales_consultant", "sales_consultant_id")),
    *_one("purchased_on", "delivered_on"),
    Field("first_maintained", ("first_maintained_on", "first_maintained_km")),
    Field("warranty", ("warranty_months", "warranty_km", "warranty_ends_on")),
    Field("insurance", ("insurer", "insurance_ends_on")),
    *_one("insured_here_since", "inspection_due_on", "inspected_here_since"),
    Field("remarks", ("remarks",), both=True),
)
_JOINTS = {"remarks": "\n"}


def has(record: Merging, field: Field) -> bool:
    """Whether the file says anything of the field."""
    return any(getattr(record, column) not in _EMPTY for column in field.columns)


def usual(stays: Merging, goes: Merging, field: Field) -> Side:
    """What the file that stays says; of what it leaves open, what the other says."""
    if field.both and has(stays, field) and has(goes, field):
        return Side.STAYS if same(stays, goes, field) else Side.BOTH
    if field.name in _WEAK and getattr(stays, field.name) in _WEAK[field.name]:
        # What a file is given when nothing else is known.
        return Side.GOES
    return Side.STAYS if has(stays, field) or not has(goes, field) else Side.GOES


def values(stays: Merging, goes: Merging, field: Field, side: Side) -> dict[str, Any]:
    """The columns of ``field`` in the merged file."""
    if side is Side.BOTH:
        [column] = field.columns
        parts = [getattr(each, column) for each in (stays, goes) if getattr(each, column)]
        return {column: _JOINTS.get(field.name, "；").join(dict.fromkeys(parts)) or None}
    given = stays if side is Side.STAYS else goes
    return {column: getattr(given, column) for column in field.columns}


def chosen(
    stays: Merging, goes: Merging, fields: Sequence[Field], choices: Mapping[str, Side]
) -> dict[str, Any]:
    """The columns of what is made of the two.

    Raises:
        UserError: a field is named that there is not, or of which both cannot be kept.
    """
    known = {field.name: field for field in fields}
    for name, side in choices.items():
        field = known.get(name)
        if field is None or (side is Side.BOTH and not field.both):
            raise UserError("merging.field", name=name)
    found: dict[str, Any] = {}
    for field in fields:
        side = choices.get(field.name, usual(stays, goes, field))
        found |= values(stays, goes, field, side)
    return found


def choice(stays: Customer, goes: Customer, field: Field, names: dict[str, str]) -> FieldChoice:
    """``field`` of both as shown; ``names`` are those of staff and customers by id."""
    return FieldChoice(
        field.name,
        _shown(stays, field, names),
        _shown(goes, field, names),
        usual(stays, goes, field),
        not same(stays, goes, field),
        field.both,
    )


def same(stays: Merging, goes: Merging, field: Field) -> bool:
    """Whether both say the same of the field."""
    return all(getattr(stays, column) == getattr(goes, column) for column in field.columns)


def _shown(customer: Customer, field: Field, names: dict[str, str]) -> Shown:
    parts = [getattr(customer, column) for column in field.columns]
    if field.name == "identity_number":
        return identity.masked(parts[0]) if parts[0] else None
    if field.name == "lunar":
        month, day, leap = parts
        return f"{'闰' if leap else ''}{month}/{day}" if month else None
    if field.name == "address":
        return region.name_of(parts[1]) + (parts[0] or "") or None
    if field.name == "referrer":
        return names.get(parts[0] or "") or parts[1]
    if field.name == "specialist":
        return names.get(parts[0] or "")
    if len(parts) == 1 or isinstance(parts[0], StrEnum):
        value: Shown = parts[0]
        return value
    texts = [part.isoformat() if isinstance(part, date) else part for part in parts if part]
    return "  ".join(texts) or None
