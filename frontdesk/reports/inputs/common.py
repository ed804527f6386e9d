"""What every printed form is given: whose sheet it is and which copy."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Dealership:
    """The head of every sheet. Empty texts leave no gap."""

    name: str = ""
    address: str = ""
    service_phone: str = ""
    booking_phone: str = ""
    rescue_phone: str = ""


@dataclass(frozen=True, slots=True)
class Printed:
    """The foot of every sheet: which copy it is, who printed it, and when.

    ``copy`` counts from 1; 0 stands for a blank form that is not counted. ``at`` is the wall clock
    at the desk, like every time on a form: forms print times as they are given.
    """

    copy: int = 0
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class FiveWTwoH:
    """The customer's words along the seven questions (5W2H, domain §3 point 3)."""

    why: str = ""
    when: str = ""
    where: str = ""
    who: str = ""
    what: str = ""
    how: str = ""
    how_much: str = ""

    def said(self) -> bool:
        """Whether any of the questions was answered."""
        return any(getattr(self, field.name) for field in fields(self))
