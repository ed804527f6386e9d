"""Prices as they are handed in and shown. Money is yuan, labour is hours of work."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from frontdesk.errors import UserError
from frontdesk.models.enums import WorkKind
from frontdesk.models.visit_rules import labour_of
from frontdesk.services.intake.inputs import WorkItem


@dataclass(frozen=True, slots=True)
class PriceInput:
    """One line of the list as it is typed or imported.

    ``labour_rate`` is yuan an hour where it differs from the house's; ``car_model`` names the only
    model it is for, empty for all.
    """

    code: str
    kind: WorkKind
    name: str
    labour_hours: Decimal = Decimal(0)
    labour_rate: Decimal | None = None
    part_number: str = ""
    part: str = ""
    quantity: Decimal = Decimal(1)
    unit_price: Decimal = Decimal(0)
    car_model: str = ""
    active: bool = True


@dataclass(frozen=True, slots=True)
class PriceLine:
    """A line of the list; ``rate`` is the one in force for it, ``total`` what it comes to."""

    id: str
    version: int
    given: PriceInput
    rate: Decimal
    total: Decimal

    def as_work(self) -> WorkItem:
        """The work item it makes at the desk."""
        given = self.given
        hours = given.labour_hours
        return WorkItem(
            given.kind,
            given.name,
            labour_of(hours, self.rate),
            given.part,
            given.quantity if given.part else Decimal(1),
            given.unit_price if given.part else Decimal(0),
            code=given.code,
            part_number=given.part_number,
            labour_hours=hours or None,
            labour_rate=self.rate if hours else None,
        )


@dataclass(frozen=True, slots=True)
class PriceFilter:
    """``words`` as in the search; without ``retired`` only what is offered at the desk."""

    words: str = ""
    kind: WorkKind | None = None
    retired: bool = False


@dataclass(frozen=True, slots=True)
class PricePage:
    """The first lines of the list that fit, and how many there are."""

    lines: tuple[PriceLine, ...]
    total: int


@dataclass(frozen=True, slots=True)
class RowFault:
    """Why a row of the sheet cannot be taken; ``row`` as the sheet numbers it."""

    row: int
    said: tuple[UserError, ...]


@dataclass(frozen=True, slots=True)
class PricePreview:
    """What an import would do; nothing is kept yet. ``token`` proves it is the same file."""

    path: Path
    token: str
    sheet: str
    rows: int
    new: tuple[str, ...]
    """Codes."""
    changed: tuple[str, ...]
    same: int
    missing: tuple[str, ...]
    """Codes of the list that the sheet does not name."""
    faults: tuple[RowFault, ...]


@dataclass(frozen=True, slots=True)
class PriceOutcome:
    """What an import did."""

    added: int
    changed: int
    retired: int
