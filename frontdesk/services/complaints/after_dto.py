"""What follows from a complaint, as the window is given it: actions and penalties."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from frontdesk.errors import UserError
from frontdesk.models.enums import ActionKind, ActionState, PenaltyPart
from frontdesk.models.values.ids import new_id
from frontdesk.services.complaints.dto import Person

__all__ = [
    "Action",
    "ActionKind",
    "ActionState",
    "After",
    "NewAction",
    "NewPenalty",
    "Penalty",
    "PenaltyPart",
    "Person",
    "Proposal",
    "Responsible",
    "Which",
    "new_id",
]


class Which(StrEnum):
    """Which open actions to list."""

    MINE = "mine"
    ALL = "all"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class NewAction:
    """An action to be set. ``id`` is made here: tried again after a fault, it is kept once."""

    kind: ActionKind | None
    words: str
    owner_id: str | None
    due_on: date | None
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class NewPenalty:
    """A penalty to be set. ``person``: a colleague's name, or anyone's; ``amount`` in yuan."""

    person: str
    part: PenaltyPart | None
    amount: Decimal | None
    words: str = ""
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Action:
    """One action and how it stands today. ``may_end``, ``may_change``: for the person signed in."""

    id: str
    version: int
    complaint_id: str
    number: str
    customer: str
    kind: ActionKind
    words: str
    owner_id: str
    owner: str
    due_on: date
    set_at: datetime
    set_by: str
    state: ActionState
    mine: bool
    ended_at: datetime | None = None
    ended_by: str = ""
    result: str = ""
    may_end: bool = False
    may_give_up: bool = False
    may_change: bool = False


@dataclass(frozen=True, slots=True)
class Penalty:
    """What somebody bears; ``withdrawn_at`` once it is taken back, with the reason."""

    id: str
    version: int
    person: str
    part: PenaltyPart
    amount: Decimal
    words: str
    set_at: datetime
    set_by: str
    withdrawn_at: datetime | None = None
    withdrawn_by: str = ""
    withdrawn_why: str = ""
    may_withdraw: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the newest return says is to be done, and no action was made of yet."""

    kind: ActionKind
    words: str
    owner_id: str | None
    due_on: date


@dataclass(frozen=True, slots=True)
class Responsible:
    """Whom the newest return names, and as what."""

    part: PenaltyPart
    person: str


@dataclass(frozen=True, slots=True)
class After:
    """All that follows from one ticket, for the person signed in.

    ``refusal``: why they may set no action; ``penalty_refusal``: why no penalty.
    ``owners``: whom an action can be given to, with how many each has open.
    """

    complaint_id: str
    actions: tuple[Action, ...]
    penalties: tuple[Penalty, ...]
    proposals: tuple[Proposal, ...]
    responsible: tuple[Responsible, ...]
    owners: tuple[Person, ...]
    due_on: date
    refusal: UserError | None = None
    penalty_refusal: UserError | None = None
