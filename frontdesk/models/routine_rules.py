"""How the stages of a new-car routine sheet stand (domain §4.1). Pure functions over days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from frontdesk.models.callback_rules import OPEN_STATUSES
from frontdesk.models.due_rules import Stage, Withdrawn
from frontdesk.models.enums import CallbackStatus, RoutineState

_TO_COME = (RoutineState.OPEN,)


@dataclass(frozen=True, slots=True)
class StageCall:
    """What the rules need to know of the call of one stage."""

    status: CallbackStatus
    due_until: date
    closed_on: date | None = None
    withdrawn_why: str | None = None
    asked_on: date | None = None
    """Since when the call was there."""

    @property
    def asked_in_time(self) -> bool:
        """Whether it was there while it could be made in time: else nobody has missed it."""
        return self.asked_on is None or self.asked_on <= self.due_until


def state_of(call: StageCall, today: date) -> RoutineState:
    """How a stage stands whose call was made due."""
    if call.status is CallbackStatus.DONE:
        late = call.closed_on is not None and call.closed_on > call.due_until
        return RoutineState.LATE if late else RoutineState.DONE
    if call.status in OPEN_STATUSES:
        missed = call.due_until < today and call.asked_in_time
        return RoutineState.MISSED if missed else RoutineState.OPEN
    if call.withdrawn_why == Withdrawn.MISSED and call.asked_in_time:
        return RoutineState.MISSED
    return RoutineState.EXCUSED


def state_without(stage: Stage, today: date) -> RoutineState:
    """How a stage stands that has no call: yet to come, or past before anyone was asked to."""
    return RoutineState.EXCUSED if stage.window.last < today else RoutineState.OPEN


def is_whole(states: tuple[RoutineState, ...]) -> bool:
    """Whether nothing of the sheet is still to come, so that it can be signed."""
    return bool(states) and not any(state in _TO_COME for state in states)
