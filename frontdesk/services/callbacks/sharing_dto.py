"""What the manager sees of how calls are shared out: frozen, nothing mapped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from frontdesk.models.callback_rules import Urgency
from frontdesk.models.enums import CallbackKind, Role

EVERYONE = ""
"""In place of a person's id: the calls that are nobody's, hence anyone's."""


@dataclass(frozen=True, slots=True)
class AbsenceSpan:
    """Days on which somebody is given no calls, both ends within."""

    id: str
    version: int
    staff_id: str
    name: str
    first: date
    last: date
    why: str


@dataclass(frozen=True, slots=True)
class Share:
    """How many open calls are one person's; ``id`` is ``EVERYONE`` for those that are nobody's."""

    id: str
    name: str
    roles: frozenset[Role]
    capacity: int
    away_until: date | None
    """Last day of an absence that has begun."""
    open: int
    due: int
    """Of the open ones, those to be made today or overdue."""
    overdue: int
    kinds: Mapping[CallbackKind, int]
    """Open ones by kind."""
    done_today: int


@dataclass(frozen=True, slots=True)
class SharedCall:
    """One open call, to be moved."""

    id: str
    number: str
    kind: CallbackKind
    customer_id: str
    customer_name: str
    plate: str | None
    due_until: date
    urgency: Urgency
    next_try_at: datetime | None
    assigned_at: datetime | None


@dataclass(frozen=True, slots=True)
class Uncontacted:
    """A customer newly given to a specialist who has not spoken to them in time."""

    id: str
    number: str
    name: str
    staff_id: str
    staff_name: str
    since: date
    days: int
    """So many days ago."""


@dataclass(frozen=True, slots=True)
class Keeper:
    """Who looks after customers, and how many; ``may_take``: can be given more."""

    id: str
    name: str
    customers: int
    may_take: bool


@dataclass(frozen=True, slots=True)
class SharingLook:
    """All of it at one moment."""

    shares: tuple[Share, ...]
    absences: tuple[AbsenceSpan, ...]
    uncontacted: tuple[Uncontacted, ...]
    keepers: tuple[Keeper, ...]
    waiting_customers: int
    """New customers nobody looks after yet."""


@dataclass(frozen=True, slots=True)
class AbsenceInput:
    """Days off as they are typed."""

    staff_id: str
    first: date
    last: date
    why: str = ""


@dataclass(frozen=True, slots=True)
class SharedOut:
    """What sharing out came to."""

    calls: int
    customers: int = 0
