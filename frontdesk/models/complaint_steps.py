"""The closed loop of a complaint as one table: state x step -> next state (domain §5.1).

Pure functions. What a step says is a mapping of field names to text, as its entry keeps it: yes and
no as ``yes`` and ``no``, moments as ISO text in UTC, money as yuan, closed lists by value, several
choices joined by commas.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum
from types import MappingProxyType

from frontdesk.models.enums import (
    ComplaintLevel,
    ComplaintState,
    ComplaintStep,
    Department,
    PauseReason,
    ResponseKind,
    Satisfaction,
)

YES = "yes"
NO = "no"
SEPARATOR = ","
LEAST_SCORE = 1
MOST_SCORE = 10

_State = ComplaintState
_Step = ComplaintStep


class FieldKind(Enum):
    """How a field of a step is asked for."""

    LINE = "line"
    NOTE = "note"
    YES_NO = "yes_no"
    MOMENT = "moment"
    MONEY = "money"
    SCORE = "score"
    HANDLER = "handler"
    """A staff member who may handle this ticket."""
    CHOICE = "choice"
    CHOICES = "choices"
    CATEGORY = "category"
    """A leaf of the category tree."""


@dataclass(frozen=True, slots=True)
class Condition:
    """Holds when what is said under ``name`` is one of ``values``."""

    name: str
    values: tuple[str, ...]

    def holds(self, said: Mapping[str, str]) -> bool:
        """Whether it holds for ``said``."""
        return said.get(self.name, "") in self.values


@dataclass(frozen=True, slots=True)
class StepField:
    """One thing a step has to say, or may say; asked for only while ``when`` holds."""

    name: str
    kind: FieldKind
    options: type[StrEnum] | None = None
    required: bool = True
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """One cell of the table. Of several for one state and step the first that holds counts."""

    state: ComplaintState
    step: ComplaintStep
    to: ComplaintState
    when: Condition | None = None


_VALID = Condition("valid", (YES,))
_NOT_VALID = Condition("valid", (NO,))
_SATISFIED = Condition("satisfaction", (Satisfaction.SATISFIED.value,))
_NOT_SATISFIED = Condition(
    "satisfaction", (Satisfaction.AVERAGE.value, Satisfaction.DISSATISFIED.value)
)
_BEFORE_SIGN_OFF = (
    _State.TO_JUDGE,
    _State.TO_OPINE,
    _State.TO_APPROVE,
    _State.TO_DISPATCH,
    _State.TO_RETURN,
    _State.TO_FOLLOW_UP,
)

MOVES: tuple[Move, ...] = (
    Move(_State.TO_JUDGE, _Step.JUDGED, _State.TO_OPINE),
    # A judgement or an opinion may be said anew until the next step is taken: a new entry.
    Move(_State.TO_OPINE, _Step.JUDGED, _State.TO_OPINE),
    # A complaint that is not valid still has the manager's confirmation and a follow-up call.
    Move(_State.TO_OPINE, _Step.OPINION, _State.TO_FOLLOW_UP, _NOT_VALID),
    Move(_State.TO_OPINE, _Step.OPINION, _State.TO_APPROVE),
    Move(_State.TO_APPROVE, _Step.OPINION, _State.TO_APPROVE),
    Move(_State.TO_APPROVE, _Step.APPROVED, _State.TO_DISPATCH),
    Move(_State.TO_APPROVE, _Step.SENT_BACK, _State.TO_OPINE),
    Move(_State.TO_DISPATCH, _Step.DISPATCHED, _State.TO_RETURN),
    # Given to another handler; the 12 hours of the first dispatch go on.
    Move(_State.TO_RETURN, _Step.DISPATCHED, _State.TO_RETURN),
    Move(_State.TO_RETURN, _Step.RETURNED, _State.TO_FOLLOW_UP),
    Move(_State.TO_FOLLOW_UP, _Step.FOLLOWED_UP, _State.TO_SIGN_OFF, _SATISFIED),
    Move(_State.TO_FOLLOW_UP, _Step.FOLLOWED_UP, _State.TO_OPINE),
    Move(_State.TO_SIGN_OFF, _Step.SIGNED_OFF, _State.TO_FILE),
    Move(_State.TO_FILE, _Step.FILED, _State.FILED),
    *(Move(state, _Step.ACKNOWLEDGED, state) for state in _BEFORE_SIGN_OFF),
    # Both clocks stand still and go on again; any other step of the way ends a pause by itself.
    *(Move(state, _Step.PAUSED, state) for state in _BEFORE_SIGN_OFF),
    *(Move(state, _Step.RESUMED, state) for state in _BEFORE_SIGN_OFF),
    *(Move(state, _Step.ADDED, state) for state in _State),
)
"""Every move there is. What is not here cannot happen."""

NEXT_STEPS: Mapping[ComplaintState, tuple[ComplaintStep, ...]] = MappingProxyType(
    {
        _State.TO_JUDGE: (_Step.JUDGED,),
        _State.TO_OPINE: (_Step.OPINION,),
        _State.TO_APPROVE: (_Step.APPROVED, _Step.SENT_BACK),
        _State.TO_DISPATCH: (_Step.DISPATCHED,),
        _State.TO_RETURN: (_Step.RETURNED,),
        _State.TO_FOLLOW_UP: (_Step.FOLLOWED_UP,),
        _State.TO_SIGN_OFF: (_Step.SIGNED_OFF,),
        _State.TO_FILE: (_Step.FILED,),
        _State.FILED: (),
    }
)
"""What a ticket waits for; the other moves are corrections and events beside the way."""

IMPARTIAL: frozenset[ComplaintStep] = frozenset(
    {
        _Step.JUDGED,
        _Step.OPINION,
        _Step.APPROVED,
        _Step.SENT_BACK,
        _Step.DISPATCHED,
        _Step.RETURNED,
        _Step.FOLLOWED_UP,
        _Step.SIGNED_OFF,
        _Step.PAUSED,
    }
)
"""Steps never taken by whom it is about, nor by who served the customer (domain §4.2)."""

_K = FieldKind

FIELDS: Mapping[ComplaintStep, tuple[StepField, ...]] = MappingProxyType(
    {
        _Step.REGISTERED: (),  # has a form of its own: RegisterComplaint
        _Step.ACKNOWLEDGED: (
            StepField("told_at", _K.MOMENT),
            StepField("how", _K.LINE),
        ),
        _Step.JUDGED: (
            StepField("level", _K.CHOICE, ComplaintLevel),
            StepField("category", _K.CATEGORY, required=False),
            StepField("safety", _K.YES_NO),
            StepField("valid", _K.YES_NO),
            StepField("department", _K.CHOICE, Department, when=_VALID),
            StepField("explained", _K.NOTE, when=_NOT_VALID),
            StepField("reaction", _K.LINE, when=_NOT_VALID),
            StepField("words", _K.NOTE, required=False),
        ),
        _Step.OPINION: (StepField("words", _K.NOTE),),
        _Step.APPROVED: (StepField("words", _K.NOTE, required=False),),
        _Step.SENT_BACK: (StepField("words", _K.NOTE),),
        _Step.DISPATCHED: (
            StepField("handler", _K.HANDLER),
            StepField("words", _K.NOTE, required=False),
        ),
        _Step.RETURNED: (
            StepField("investigation", _K.NOTE),
            StepField("cause_by_department", _K.NOTE),
            StepField("cause_by_cs", _K.NOTE),
            StepField("direct_person", _K.LINE),
            StepField("secondary_person", _K.LINE, required=False),
            StepField("penalties", _K.LINE, required=False),
            StepField("responses", _K.CHOICES, ResponseKind),
            StepField("corrective", _K.NOTE),
            StepField("preventive", _K.NOTE),
            StepField("cost", _K.MONEY),
            StepField("told_at", _K.MOMENT),
            StepField("told_by", _K.LINE),
            StepField("reaction", _K.LINE),
            StepField("accepted", _K.YES_NO),
        ),
        _Step.FOLLOWED_UP: (
            StepField("satisfaction", _K.CHOICE, Satisfaction),
            StepField("handling_score", _K.SCORE),
            StepField("words", _K.NOTE),
            StepField("further_routes", _K.LINE, when=_NOT_SATISFIED),
        ),
        _Step.SIGNED_OFF: (StepField("words", _K.NOTE, required=False),),
        _Step.FILED: (
            StepField("evaluation", _K.NOTE),
            StepField("lesson", _K.NOTE),
            # Asked for where no signed sheet is attached (services.complaints.steps).
            StepField("no_sheet", _K.LINE, required=False),
        ),
        _Step.ADDED: (StepField("words", _K.NOTE),),
        _Step.PAUSED: (
            StepField("pause_reason", _K.CHOICE, PauseReason),
            StepField("words", _K.NOTE),
        ),
        _Step.RESUMED: (StepField("words", _K.NOTE, required=False),),
    }
)
"""What each step says, in the order of speech."""


def allowed(state: ComplaintState, step: ComplaintStep) -> bool:
    """Whether the loop knows ``step`` in ``state``, whoever takes it."""
    return any(move.state is state and move.step is step for move in MOVES)


def steps_from(state: ComplaintState) -> tuple[ComplaintStep, ...]:
    """Every step there is from ``state``: what it waits for first, then what stands beside."""
    waited = NEXT_STEPS[state]
    beside = (move.step for move in MOVES if move.state is state and move.step not in waited)
    return waited + tuple(dict.fromkeys(beside))


def next_state(
    state: ComplaintState, step: ComplaintStep, known: Mapping[str, str]
) -> ComplaintState:
    """Where ``step`` leads from ``state``.

    ``known``: what the step says, and under ``valid`` what the last judgement said.

    Raises:
        LookupError: the table has no such move.
    """
    for move in MOVES:
        fits = move.state is state and move.step is step
        if fits and (move.when is None or move.when.holds(known)):
            return move.to
    raise LookupError(f"{step} cannot be taken in {state}")


def opens_round(step: ComplaintStep, said: Mapping[str, str]) -> bool:
    """Whether the loop begins again: a follow-up that found the customer not satisfied."""
    return step is _Step.FOLLOWED_UP and not _SATISFIED.holds(said)


def asked(step: ComplaintStep, said: Mapping[str, str]) -> tuple[StepField, ...]:
    """The fields of ``step`` that are asked for, given what is said so far."""
    return tuple(each for each in FIELDS[step] if each.when is None or each.when.holds(said))


def missing(step: ComplaintStep, said: Mapping[str, str]) -> tuple[str, ...]:
    """Names of the required fields of ``step`` that ``said`` leaves empty."""
    return tuple(
        each.name
        for each in asked(step, said)
        if each.required and not said.get(each.name, "").strip()
    )
