"""One delivery as a sheet tells it, checked: what the import stores."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pydantic import BaseModel, ConfigDict

from frontdesk.errors import UserError
from frontdesk.models.enums import CustomerKind, Gender, SheetColumn, VehicleUse
from frontdesk.services.exchange.sheet import Value


class DeliveryRow(BaseModel):
    """One car and its owner in stored form; what the sheet does not tell is ``None``."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    row: int
    """The row of the sheet, as the sheet numbers it."""
    name: str
    kind: CustomerKind = CustomerKind.PERSON
    phones: tuple[str, ...]
    vin: str | None = None
    plate: str | None = None
    model: str | None = None
    brand: str | None = None
    colour: str | None = None
    engine_number: str | None = None
    gearbox_number: str | None = None
    vehicle_class: str | None = None
    delivered_on: date | None = None
    purchased_on: date | None = None
    sales_consultant: str | None = None
    insurance_ends_on: date | None = None
    insurer: str | None = None
    warranty_ends_on: date | None = None
    inspection_due_on: date | None = None
    identity_number: str | None = None
    gender: Gender = Gender.UNKNOWN
    birthday: date | None = None
    address: str | None = None
    employer: str | None = None
    occupation: str | None = None
    email: str | None = None
    wechat: str | None = None
    member_number: str | None = None
    member_level: str | None = None
    use: VehicleUse | None = None
    remarks: str | None = None


@dataclass(frozen=True, slots=True)
class RowFault:
    """A row that cannot be taken in: every reason, and its cells as they stand."""

    row: int
    errors: tuple[UserError, ...]
    """Each error's ``field`` is the value of its :class:`SheetColumn`."""
    cells: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A row that is no delivery: a total, a heading said again, a note."""

    row: int
    text: str


@dataclass(frozen=True, slots=True)
class RowNotice:
    """Something to look at again in a row that is taken in."""

    row: int
    warning: UserError


@dataclass(frozen=True, slots=True)
class SheetContent:
    """All rows below the heading, each in exactly one of the lists; blank rows in none."""

    good: tuple[DeliveryRow, ...]
    faults: tuple[RowFault, ...]
    skipped: tuple[SkippedRow, ...]
    notices: tuple[RowNotice, ...]
    columns: Mapping[int, SheetColumn]
