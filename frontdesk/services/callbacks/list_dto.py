"""Call lists: what is asked for, and what is shown of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from frontdesk.models.enums import CallbackKind, CallbackStatus


@dataclass(frozen=True, slots=True)
class Criteria:
    """Who is to be on a list; what is left empty asks for nothing.

    ``lost_in``: any day of the month in which the customers became lost; the only one that counts
    for a list of the lost. ``visited_from`` and ``visited_until``: the newest visit lies between.
    ``birthday_month``: 1–12. ``model`` and ``area``: part of a car's model, of the address.
    ``segment``: the id of a segment kept by name.
    """

    lost_in: date | None = None
    members: bool = False
    visited_from: date | None = None
    visited_until: date | None = None
    delivered_from: date | None = None
    delivered_until: date | None = None
    birthday_month: int | None = None
    model: str = ""
    area: str = ""
    segment: str = ""


@dataclass(frozen=True, slots=True)
class ListInput:
    """A list as it is asked for. ``occasion``: why we call, as it is spoken in the call."""

    kind: CallbackKind
    name: str
    first: date | None
    last: date | None
    occasion: str = ""
    criteria: Criteria = field(default_factory=Criteria)


@dataclass(frozen=True, slots=True)
class Counted:
    """Whom a list would hold: ``found`` fit.

    Of them ``refuse`` want no calls, and ``listed`` have a call of the kind still to come.
    """

    found: int
    refuse: int
    listed: int

    @property
    def to_call(self) -> int:
        """How many calls it would make."""
        return self.found - self.refuse - self.listed


@dataclass(frozen=True, slots=True)
class ListRow:
    """One list with how far its calls are."""

    id: str
    version: int
    kind: CallbackKind
    name: str
    occasion: str
    first: date
    last: date
    members: int
    open: int
    done: int
    made_at: datetime
    made_by: str
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class MemberRow:
    """One customer of a list and the call that springs from it; without one they want no calls."""

    customer_id: str
    number: str
    name: str
    plate: str
    model: str
    last_visit_on: date | None
    callback_id: str | None
    status: CallbackStatus | None
    caller: str
