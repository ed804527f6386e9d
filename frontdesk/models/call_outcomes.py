"""The table of call outcomes (domain §4.2): what follows when an attempt ends so. A setting."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from frontdesk.models.enums import CallbackStatus, CallOutcome


class CallFlag(StrEnum):
    """What an outcome marks in the customer's file."""

    WRONG_NUMBER = "wrong_number"
    CAR_SOLD = "car_sold"
    DO_NOT_CALL = "do_not_call"


@dataclass(frozen=True, slots=True)
class OutcomeRule:
    """One row of the table.

    ``retry_minutes``: earliest next attempt after this one, ``None`` when none is owed.
    ``closes``: the state the call ends in, ``None`` when it stays open.
    ``needs_time``: the next moment is agreed with the customer.
    ``reached``: the attempt counts as a conversation with the customer.
    """

    outcome: CallOutcome
    retry_minutes: int | None = None
    needs_note: bool = False
    needs_time: bool = False
    reached: bool = False
    closes: CallbackStatus | None = None
    flag: CallFlag | None = None

    @property
    def asks(self) -> bool:
        """Whether something is to be given or said yes to, before the attempt is kept.

        That somebody is never called again is not left to one key.
        """
        return self.needs_note or self.needs_time or self.flag is CallFlag.DO_NOT_CALL


_ROWS = (
    OutcomeRule(CallOutcome.REACHED, reached=True, closes=CallbackStatus.DONE),
    OutcomeRule(CallOutcome.NOT_CONVENIENT, needs_time=True, reached=True),
    OutcomeRule(CallOutcome.NO_ANSWER, retry_minutes=180),
    OutcomeRule(CallOutcome.BUSY, retry_minutes=30),
    OutcomeRule(CallOutcome.REJECTED, retry_minutes=24 * 60),
    OutcomeRule(CallOutcome.SWITCHED_OFF, retry_minutes=180),
    OutcomeRule(CallOutcome.SUSPENDED, retry_minutes=3 * 24 * 60),
    OutcomeRule(
        CallOutcome.WRONG_NUMBER, closes=CallbackStatus.UNREACHED, flag=CallFlag.WRONG_NUMBER
    ),
    OutcomeRule(
        CallOutcome.CAR_SOLD,
        needs_note=True,
        reached=True,
        closes=CallbackStatus.DONE,
        flag=CallFlag.CAR_SOLD,
    ),
    OutcomeRule(
        CallOutcome.USED_ELSEWHERE,
        needs_note=True,
        reached=True,
        closes=CallbackStatus.DONE,
    ),
    OutcomeRule(
        CallOutcome.REFUSES_CALLS,
        reached=True,
        closes=CallbackStatus.DO_NOT_CALL,
        flag=CallFlag.DO_NOT_CALL,
    ),
)


UNASKED = frozenset(
    row.outcome
    for row in _ROWS
    if row.closes is CallbackStatus.DONE and row.outcome is not CallOutcome.REACHED
)
"""The call was made and is done, but its questions were never asked: nobody has it any more whose
answers would count. Such a call is due, done, in time and reached, yet nothing was told in it."""


def by_outcome(rows: Iterable[OutcomeRule]) -> Mapping[CallOutcome, OutcomeRule]:
    """The table by outcome; an outcome without a row of its own keeps the shipped one.

    Of ``rows`` only what can be set counts: when next, whether a note is needed, whether it is a
    talk. How an outcome ends the call and what it marks belongs to the trade, also where an older
    table was kept.
    """
    kept = {row.outcome: row for row in rows}
    return MappingProxyType(
        {row.outcome: _as_set(row, kept.get(row.outcome, row)) for row in _ROWS}
    )


def _as_set(shipped: OutcomeRule, kept: OutcomeRule) -> OutcomeRule:
    return replace(
        shipped,
        retry_minutes=kept.retry_minutes,
        needs_note=kept.needs_note,
        reached=kept.reached,
    )


DEFAULT_OUTCOMES: tuple[OutcomeRule, ...] = _ROWS
"""The shipped table."""
