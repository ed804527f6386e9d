"""What the complaint service is given and gives: frozen, filled, nothing mapped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from frontdesk.errors import UserError
from frontdesk.language import Language
from frontdesk.models.categories import Category, CategoryGroup, CategoryTree
from frontdesk.models.complaint_clocks import Clock, Clocks, Planned
from frontdesk.models.complaint_steps import FieldKind, StepField, asked
from frontdesk.models.enums import (
    ComplaintChannel,
    ComplaintLevel,
    ComplaintState,
    ComplaintStep,
    Department,
    PauseReason,
    Role,
)
from frontdesk.models.values.ids import new_id
from frontdesk.services.segments.narrowing_dto import EVERYBODY, Narrowing
from frontdesk.texts.complaints import FIELD_NAMES, WORDS_NAMES

__all__ = [
    "Category",
    "CategoryGroup",
    "CategoryTree",
    "Clock",
    "Clocks",
    "ComplaintFilter",
    "Earlier",
    "Facts",
    "FieldKind",
    "NextStep",
    "Part",
    "Paused",
    "Person",
    "Planned",
    "RegisterComplaint",
    "Start",
    "StartCar",
    "StartVisit",
    "StepField",
    "Ticket",
    "TicketEntry",
    "TicketRow",
    "asked",
    "field_name",
]


@dataclass(frozen=True, slots=True)
class Facts:
    """The seven questions (5W2H) along which a complaint is told."""

    why: str = ""
    when_happens: str = ""
    where_happens: str = ""
    who_drives: str = ""
    what_happens: str = ""
    how_shown: str = ""
    how_much: str = ""


@dataclass(frozen=True, slots=True)
class RegisterComplaint:
    """A complaint as it is taken. ``words`` are the customer's own; ``remedy`` what they ask for.

    ``category`` is a leaf's key. ``complainant`` left empty is the customer. ``id`` is made here,
    so that a registration tried again after a fault is never kept twice.
    """

    customer_id: str
    words: str
    channel: ComplaintChannel | None
    category: str
    level: ComplaintLevel | None
    vehicle_id: str | None = None
    visit_id: str | None = None
    callback_id: str | None = None
    complainant: str = ""
    complainant_phone: str = ""
    remedy: str = ""
    safety: bool = False
    about_staff_id: str | None = None
    facts: Facts = field(default_factory=Facts)
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Person:
    """A colleague to choose: ``open`` counts the tickets they hold now."""

    id: str
    name: str
    open: int = 0


@dataclass(frozen=True, slots=True)
class StartCar:
    """One car of the customer."""

    id: str
    plate: str | None
    model: str | None


@dataclass(frozen=True, slots=True)
class StartVisit:
    """One late visit of the customer."""

    id: str
    number: str
    vehicle_id: str
    arrived_at: datetime | None
    words: str | None
    advisor_id: str
    advisor: str


@dataclass(frozen=True, slots=True)
class Start:
    """What is known before a complaint is written down. Cars and visits newest first."""

    customer_id: str
    customer_number: str
    customer: str
    phone: str
    cars: tuple[StartCar, ...]
    visits: tuple[StartVisit, ...]
    colleagues: tuple[Person, ...]
    open_tickets: tuple[str, ...]
    """Numbers of the customer's tickets that are not filed."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What a complaint would repeat within ``days``: id and number of each, newest first."""

    days: int
    tickets: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ComplaintFilter:
    """Which tickets to list.

    ``mine``: what waits for the signed-in person. ``open``: not filed. ``overdue``: past a clock.
    ``text``: part of number, customer, complainant or plate. ``ids``: only these. ``limit``: rows.
    ``narrowing``: only of these customers.
    """

    mine: bool = False
    open: bool = False
    overdue: bool = False
    states: frozenset[ComplaintState] = frozenset()
    text: str = ""
    customer_id: str | None = None
    ids: tuple[str, ...] | None = None
    limit: int = 500
    narrowing: Narrowing = EVERYBODY


@dataclass(frozen=True, slots=True)
class TicketRow:
    """One ticket of a list. ``clock`` is the one that ends first of those that run."""

    id: str
    number: str
    version: int
    state: ComplaintState
    round: int
    level: ComplaintLevel
    safety: bool
    category: str
    customer_id: str
    customer: str
    plate: str | None
    department: Department | None
    handler: str | None
    holders: tuple[Role, ...]
    clock: Clock
    registered_at: datetime
    acknowledged: bool
    repeated: bool
    mine: bool
    paused: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One thing an entry says. ``value``: text, bool, moment, ``Decimal``, int or closed words."""

    name: str
    kind: FieldKind
    value: object


@dataclass(frozen=True, slots=True)
class TicketEntry:
    """One step taken: never changed afterwards."""

    position: int
    round: int
    step: ComplaintStep
    at: datetime
    by_id: str
    by: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class NextStep:
    """A step of the loop as it stands for the signed-in person.

    ``refusal``: why they may not take it. ``main``: the ticket waits for it; the others are
    corrections and events. ``guesses``: what the program can fill in, by field name.
    """

    step: ComplaintStep
    fields: tuple[StepField, ...]
    main: bool
    refusal: UserError | None = None
    guesses: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Paused:
    """Since when, for what and why the clocks of a ticket stand still."""

    since: datetime
    reason: PauseReason
    words: str


@dataclass(frozen=True, slots=True)
class Ticket:
    """One whole ticket as shown. ``phone`` is masked for roles that do not need it."""

    id: str
    number: str
    version: int
    state: ComplaintState
    round: int
    level: ComplaintLevel
    safety: bool
    category: str
    valid: bool | None
    department: Department | None
    channel: ComplaintChannel
    customer_id: str
    customer_number: str
    customer: str
    complainant: str
    phone: str
    vehicle_id: str | None
    plate: str | None
    model: str | None
    mileage_km: int | None
    visit_id: str | None
    visit_number: str | None
    visit_at: datetime | None
    advisor: str | None
    callback_id: str | None
    about: str | None
    words: str
    remedy: str
    facts: Facts
    registered_at: datetime
    registered_by: str
    handler: str | None
    holders: tuple[Role, ...]
    stand_in: tuple[str, ...]
    """Names of who must stand in, where everyone whose step it is is barred."""
    repeats: tuple[str, str] | None
    """Id and number of the earlier ticket it repeats."""
    repeated_by: tuple[tuple[str, str], ...]
    """Id and number of the later tickets that repeat it."""
    satisfied_after: bool | None
    handling_score: int | None
    cost: Decimal
    prints: int
    clocks: Clocks
    paused: Paused | None
    strip: tuple[Planned, ...]
    entries: tuple[TicketEntry, ...]
    steps: tuple[NextStep, ...]
    handlers: tuple[Person, ...]
    """Whom it can be dispatched to; empty unless a dispatch is possible."""

    @property
    def main_steps(self) -> tuple[NextStep, ...]:
        """What the ticket waits for."""
        return tuple(step for step in self.steps if step.main)


def field_name(step: StrEnum, name: str, language: Language) -> str:
    """What a field of ``step`` is called."""
    text = WORDS_NAMES.get(step.value) if name == "words" else None
    return (text or FIELD_NAMES[name]).in_(language)
