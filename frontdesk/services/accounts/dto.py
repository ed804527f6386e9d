"""What the staff page is given and gives back."""

from __future__ import annotations

from dataclasses import dataclass

from frontdesk.models.enums import Department, Role


@dataclass(frozen=True, slots=True)
class Account:
    """One staff member as the administrator sees them."""

    id: str
    version: int
    login: str
    name: str
    roles: frozenset[Role]
    department: Department | None
    active: bool


@dataclass(frozen=True, slots=True)
class AccountInput:
    """What the administrator types about a staff member."""

    login: str
    name: str
    roles: frozenset[Role]
    department: Department | None = None
    active: bool = True


@dataclass(frozen=True, slots=True)
class Colleague:
    """A staff member as everyone may see them: for lists of advisors, handlers, callers."""

    id: str
    name: str
    roles: frozenset[Role]
    department: Department | None
