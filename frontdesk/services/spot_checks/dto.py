"""What the window is shown of spot checks: frozen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from frontdesk.models.callback_rules import OPEN_STATUSES
from frontdesk.models.enums import (
    CallbackKind,
    CallbackStatus,
    Role,
    Satisfaction,
    SpotRule,
    SpotVerdict,
)
from frontdesk.services.scripts import Words
from frontdesk.services.segments.narrowing_dto import EVERYBODY, Narrowing


@dataclass(frozen=True, slots=True)
class Draw:
    """Which calls to draw from: done on ``first`` to ``last``, both within.

    ``rule``: at random ``number`` of them, all with a low score, or all of ``caller_id``.
    ``kind``: of one kind only. ``narrowing``: only calls to these customers. ``seed`` makes a
    random draw come out the same again.
    """

    rule: SpotRule
    first: date
    last: date
    kind: CallbackKind | None = None
    caller_id: str | None = None
    number: int = 0
    seed: int | None = None
    narrowing: Narrowing = EVERYBODY


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a draw brought: how many there were to draw from, and the spot checks made."""

    of: int
    ids: tuple[str, ...]
    seed: int | None = None


@dataclass(frozen=True, slots=True)
class DoneCall:
    """A finished call that can be drawn by hand."""

    id: str
    number: str
    kind: CallbackKind
    customer_name: str
    plate: str
    caller_id: str
    caller: str
    done_at: datetime
    minutes: int
    """How long the conversation took."""
    satisfaction: Satisfaction | None
    score: int | None


@dataclass(frozen=True, slots=True)
class Caller:
    """Who has finished calls in a period, and how many."""

    id: str
    name: str
    calls: int


@dataclass(frozen=True, slots=True)
class Heard:
    """One answer of a recall, in the words of its script; ``verdict``: what it tells."""

    question: Words
    answer: Words
    verdict: SpotVerdict | None


@dataclass(frozen=True, slots=True)
class Check:
    """One spot check: the call looked at, the call made about it, and what was found."""

    id: str
    version: int
    rule: SpotRule
    drawn_at: datetime
    call: DoneCall
    suggestion: str
    note: str
    """What the checked call had brought in words."""
    recall_id: str | None
    recall_number: str
    recall_status: CallbackStatus | None
    heard: tuple[Heard, ...]
    """What was chosen in the recall, in its order."""
    recall_words: str
    suggested: SpotVerdict | None
    """What the answers of the recall amount to; ``None`` before it, and where its script does not
    say what its answers tell.
    """
    verdict: SpotVerdict | None
    verdict_note: str
    judged_at: datetime | None
    judged_by: str

    @property
    def was_called(self) -> bool:
        """Whether the customer has been asked."""
        return self.recall_status is CallbackStatus.DONE

    @property
    def to_call(self) -> bool:
        """Whether the customer is still to be asked."""
        return self.verdict is None and self.recall_status in OPEN_STATUSES


@dataclass(frozen=True, slots=True)
class CheckFilter:
    """``open``: not judged yet; else those judged on ``first`` to ``last``.

    ``narrowing``: only calls to these customers.
    """

    open: bool = True
    first: date | None = None
    last: date | None = None
    narrowing: Narrowing = EVERYBODY


@dataclass(frozen=True, slots=True)
class Fine:
    """What one call not made costs: whose it was, and the manager's part, in yuan."""

    kind: CallbackKind
    number: str
    customer_name: str
    plate: str
    on: date
    stage: str
    """The stage of a routine sheet that was missed; '' where a spot check has found it."""
    person: str
    person_role: Role
    amount: Decimal
    manager: str
    manager_role: Role
    manager_amount: Decimal


@dataclass(frozen=True, slots=True)
class Consequences:
    """All that was found not made in one month, and how many checks were judged how."""

    first: date
    last: date
    fines: tuple[Fine, ...]
    judged: tuple[tuple[SpotVerdict, int], ...]
    people: tuple[tuple[str, Role, int, Decimal], ...]
    """Person, role, calls, sum in yuan; the highest sum first."""
