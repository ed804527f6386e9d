"""What the desk hands in. Texts may be empty, moments are aware, money is yuan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from frontdesk.models.enums import (
    AskedHow,
    DefectArea,
    Payer,
    PayMethod,
    Satisfaction,
    WorkKind,
)
from frontdesk.models.values.ids import new_id
from frontdesk.services.intake.walk import NOTHING_SEEN, WalkAround


@dataclass(frozen=True, slots=True)
class WorkItem:
    """One work item as promised: ``labour`` for the whole item, parts by the piece.

    ``labour_hours`` at ``labour_rate`` (yuan an hour) made ``labour``, or both are ``None``;
    ``discount`` is what is taken off the line. ``declined_why``: advised, and not wanted.
    """

    kind: WorkKind
    description: str
    labour: Decimal = Decimal(0)
    part: str = ""
    quantity: Decimal = Decimal(1)
    unit_price: Decimal = Decimal(0)
    id: str = field(default_factory=new_id)
    code: str = ""
    part_number: str = ""
    labour_hours: Decimal | None = None
    labour_rate: Decimal | None = None
    discount: Decimal = Decimal(0)
    payer: Payer = Payer.CUSTOMER
    declined_why: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """The customer's own words, and the same by 5W2H (domain §3, point 3)."""

    words: str = ""
    why: str = ""
    when_happens: str = ""
    where_happens: str = ""
    who_drives: str = ""
    what_happens: str = ""
    how_shown: str = ""
    how_much: str = ""


@dataclass(frozen=True, slots=True)
class Arrival:
    """The car as it stands before the desk. ``fuel_eighths`` is 0 (empty) to 8 (full)."""

    brought_by: str = ""
    brought_by_phone: str = ""
    mileage_km: int | None = None
    fuel_eighths: int | None = None
    damage: str = ""
    belongings: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """Where the fault lies as the advisor sees it; what 三包 and repeat repairs are counted by.

    ``repeat_of_id`` is the earlier visit of the same car whose repair did not hold (返修).
    """

    defect: DefectArea | None = None
    safety_fault: bool = False
    repeat_of_id: str = ""


@dataclass(frozen=True, slots=True)
class IntakeInput:
    """Everything said at the desk in one save.

    ``id`` is the visit: made here for a new one, so that saving again can never double it; the id
    of a booking or of a visit not agreed yet (then with its ``version``) goes on with that one.
    Without items the car has arrived, with items there is an estimate, with ``agreed`` an order.
    """

    vehicle_id: str
    arrival: Arrival = Arrival()
    told: Told = Told()
    reading: str = ""
    """What the advisor makes of it, apart from the customer's words."""
    fault: Fault = Fault()
    walk: WalkAround = NOTHING_SEEN
    items: tuple[WorkItem, ...] = ()
    promised_at: datetime | None = None
    read_back: bool = False
    agreed: bool = False
    opened_at: datetime | None = None
    """When the form was begun; the present moment if not given."""
    id: str = field(default_factory=new_id)
    version: int | None = None


@dataclass(frozen=True, slots=True)
class BookingInput:
    """An appointment for a car of a known customer."""

    vehicle_id: str
    booked_for: datetime
    words: str = ""
    minutes: int | None = None
    """How long it takes at the desk; the usual time if not said."""
    advisor_id: str = ""
    """Who is to receive the car; whoever writes the appointment down if not said."""
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class ChangeInput:
    """A later change of items, price or time, with who asked the customer (domain §3, point 5).

    ``items`` and ``promised_at`` are the values proposed, ``None`` where they stay. They come into
    force only if the customer ``agreed``.
    """

    what: str
    why: str
    asked_whom: str
    asked_how: AskedHow | None
    agreed: bool | None
    items: tuple[WorkItem, ...] | None = None
    promised_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class HandOverInput:
    """What was really charged and said at hand-over (domain §3, point 7).

    ``amounts``: item id → yuan charged for labour and parts together; all items are named.
    """

    amounts: Mapping[str, Decimal]
    pay_method: PayMethod | None = None
    replaced_parts: str = ""
    advice: str = ""
    next_maintenance_on: date | None = None
    next_maintenance_km: int | None = None
    satisfaction: Satisfaction | None = None
