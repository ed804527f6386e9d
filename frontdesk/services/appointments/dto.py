"""What the appointment board shows: frozen; moments are UTC, days the desk's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from frontdesk.models.enums import VisitStatus


@dataclass(frozen=True, slots=True)
class Advisor:
    """Somebody appointments are given with."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class FreeSlot:
    """An empty place on the board: its moment, and whose it is (nobody's on a board of days)."""

    at: datetime
    advisor: Advisor | None = None


@dataclass(frozen=True, slots=True)
class Appointment:
    """One appointment, also one that came true or was missed."""

    visit_id: str
    version: int
    number: str
    status: VisitStatus
    at: datetime
    day: date
    time: time
    """``day`` and ``time`` on the desk's wall clock."""
    minutes: int
    slots: range
    """Places of the day's slots it takes."""
    vehicle_id: str
    customer_id: str
    plate: str
    car: str
    customer: str
    advisor_id: str
    advisor: str
    words: str
    missed: bool
    """Nobody has come so long after its time that it is offered as a no-show."""
    aside: bool = False
    """Not of the customers the board is narrowed to; it takes its place all the same."""


@dataclass(frozen=True, slots=True)
class Board:
    """``days`` days from ``first`` on; ``capacity`` appointments fit into each slot."""

    first: date
    days: int
    slots: tuple[time, ...]
    minutes: int
    capacity: int
    advisors: tuple[Advisor, ...]
    appointments: tuple[Appointment, ...]
    loads: tuple[tuple[int, ...], ...]
    """By day, then by slot: how many appointments lie in it, missed ones apart."""
