"""What a segment asks for; what is left empty asks for nothing. Kept as JSON under a name."""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel, ConfigDict

from frontdesk.models.enums import AgeBand, Badge, CustomerKind, ValueClass, VehicleUse

PART = 40
"""The longest part of a word that is looked for."""
TEXTS = ("occupation", "region", "address", "vehicle_class", "model")


class Criteria(BaseModel):
    """All of them have to fit; of a list, any.

    ``region``: the beginning of a GB/T 2260 code (province, city or district). ``address``,
    ``model``, ``occupation``: a part of it. Cars: one car of the customer fits all that is asked of
    cars. ``due_within``: days until the next maintenance, insurance's end or inspection at most.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    classes: tuple[ValueClass, ...] = ()
    badges: tuple[Badge, ...] = ()
    lost: bool | None = None
    kinds: tuple[CustomerKind, ...] = ()
    ages: tuple[AgeBand, ...] = ()
    uses: tuple[VehicleUse, ...] = ()
    occupation: str = ""
    region: str = ""
    address: str = ""
    vehicle_class: str = ""
    model: str = ""
    visited_from: date | None = None
    visited_until: date | None = None
    never_here: bool = False
    maintenance_due: int | None = None
    insurance_due: int | None = None
    inspection_due: int | None = None
    members: bool = False
    may_call: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether everybody fits."""
        return self == Criteria()
