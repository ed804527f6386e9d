"""What the window is shown of routine sheets: frozen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from frontdesk.models.enums import CallbackStatus, CallOutcome, RoutineState, Satisfaction
from frontdesk.services.segments.narrowing_dto import EVERYBODY, Narrowing


@dataclass(frozen=True, slots=True)
class RoutineFilter:
    """Which cars to list.

    ``consultant_id``: of one sales consultant. ``missing``: only with a stage missed.
    ``unsigned``: only sheets that are whole and not signed. ``narrowing``: only cars of these
    customers. ``days``: delivered so many days ago at most.
    """

    consultant_id: str | None = None
    missing: bool = False
    unsigned: bool = False
    narrowing: Narrowing = EVERYBODY
    days: int = 180


@dataclass(frozen=True, slots=True)
class RoutineStage:
    """One call of a sheet. Without ``callback_id`` it is not due yet, or was never made due."""

    key: str
    first: date
    last: date
    state: RoutineState
    callback_id: str | None = None
    number: str = ""
    status: CallbackStatus | None = None
    done_on: date | None = None
    by: str = ""
    attempts: int = 0
    outcome: CallOutcome | None = None
    """Of the last attempt."""
    satisfaction: Satisfaction | None = None
    score: int | None = None
    words: str = ""
    """What the customer suggested and what the caller noted."""
    withdrawn_why: str | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """Who has put their name to a sheet, when, and what they wrote."""

    by: str
    at: datetime
    note: str


@dataclass(frozen=True, slots=True)
class RoutineCar:
    """A delivered car with its sheet; ``id`` is the vehicle's, ``version`` 0 before it is kept."""

    id: str
    version: int
    customer_id: str
    customer_number: str
    customer_name: str
    phone: str
    plate: str
    vin: str
    model: str
    consultant_id: str | None
    consultant: str
    delivered_on: date
    stages: tuple[RoutineStage, ...]
    signed: Signature | None
    checked: Signature | None
    whole: bool
    """Nothing is still to come: it can be signed."""

    @property
    def missed(self) -> int:
        """How many stages were missed."""
        return sum(stage.state is RoutineState.MISSED for stage in self.stages)
