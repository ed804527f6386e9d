"""In time: by the last day, or on the day the customer asked for; told of whom it was owed by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

import pytest

from frontdesk.clock import FixedClock
from frontdesk.language import Language
from frontdesk.models.callback import CallAttempt, Callback
from frontdesk.models.callback_rules import at_desk
from frontdesk.models.due_rules import Withdrawn
from frontdesk.models.enums import CallbackKind, CallbackStatus, CallOutcome, Role
from frontdesk.services.call_figures import records
from frontdesk.services.call_figures.dto import By, Cell, Measure
from tests.factories import Make

FIRST, LAST = date(2026, 10, 1), date(2026, 10, 31)
FROM, UNTIL = 7, 9
"""Wednesday to Friday of October: the window of every call here."""
LI, ZHOU, NOBODY = "李丽", "周洁", ""


@dataclass(frozen=True)
class Example:
    """A call of the window, by days of October, and what it comes to worked out by hand."""

    name: str
    whose: str
    in_time: bool
    assigned: str | None = LI
    given_on: int | None = FROM
    given_at: int = 9
    agreed: tuple[tuple[int, int], ...] = ()
    """Days on which a time was agreed, and for which."""
    made_on: int | None = None
    by: str = LI


EXAMPLES = (
    Example("inside", LI, True, made_on=8),
    Example("on the last day", LI, True, made_on=9),
    Example("the day after", LI, False, made_on=10),
    Example("never made", LI, False),
    Example("agreed for later and kept", LI, True, agreed=((8, 14),), made_on=14),
    Example("before the agreed day, after the window", LI, True, agreed=((9, 14),), made_on=12),
    Example("the agreed day missed", LI, False, agreed=((8, 14),), made_on=15),
    Example("agreed anew in time", LI, True, agreed=((8, 12), (12, 20)), made_on=20),
    Example("agreed anew too late", LI, False, agreed=((8, 12), (13, 20)), made_on=20),
    Example("agreed only after the window", LI, False, agreed=((12, 14),), made_on=14),
    Example("agreed for sooner: the window still counts", LI, True, agreed=((7, 8),), made_on=9),
    Example("late, by somebody else: still the first one's", LI, False, made_on=13, by=ZHOU),
    Example("in time, by somebody else", LI, True, made_on=9, by=ZHOU),
    Example("everyone's, made in time", ZHOU, True, None, None, made_on=8, by=ZHOU),
    Example("everyone's, made late", NOBODY, False, None, None, made_on=11, by=ZHOU),
    Example("everyone's, never made", NOBODY, False, None, None),
    Example("passed on when it was late", NOBODY, False, ZHOU, 12, made_on=12, by=ZHOU),
    Example("given at the last minute of the last day", ZHOU, False, ZHOU, 9, 23, by=ZHOU),
    Example("given in the first minute after it", NOBODY, False, ZHOU, 10, 0, by=ZHOU),
)


class _Told:
    """Makes the examples' calls along the real acts."""

    def __init__(self, make: Make, clock: FixedClock) -> None:
        self.make, self.clock = make, clock
        self.people = {name: make.services(Role.CS_SPECIALIST, name=name) for name in (LI, ZHOU)}

    def at(self, day: int, hour: int = 15) -> datetime:
        return at_desk(date(2026, 10, day), time(hour), self.clock.zone())

    def call(self, example: Example) -> str:
        given = example.given_on
        self.clock.set(self.at(FROM, 9))
        call = self.make.callback(
            due_from=date(2026, 10, FROM),
            assigned_to=self._id(example.assigned),
            assigned_at=None if given is None else self.at(given, example.given_at),
        )
        for on, until in example.agreed:
            self.clock.set(self.at(on))
            callbacks = self.people[example.by].callbacks
            begun = callbacks.start(call, callbacks.open(call).version, "客户要求")
            callbacks.attempt(
                call, begun.version, CallOutcome.NOT_CONVENIENT, agreed_at=self.at(until, 16)
            )
        if example.made_on is not None:
            self._made(call, example)
        return call

    def _made(self, call: str, example: Example) -> None:
        assert example.made_on is not None
        at = self.at(example.made_on, 16)
        by = self._id(example.by)
        assert by is not None
        with self.make.desk.write() as work:
            kept = work.session.get_one(Callback, call)
            kept.status, kept.next_try_at = CallbackStatus.DONE, None
            kept.closed_at, kept.closed_on, kept.closed_by = at, date(2026, 10, example.made_on), by
            made = CallAttempt(
                position=1 + len(kept.attempts),
                started_at=at,
                ended_at=at,
                by=by,
                outcome=CallOutcome.REACHED,
            )
            kept.attempts.append(made)

    def _id(self, name: str | None) -> str | None:
        return None if name is None else self.people[name].desk.actor.id


def test_every_example_counts_as_worked_out_by_hand(make: Make, clock: FixedClock) -> None:
    told = _Told(make, clock)
    calls = {example.name: told.call(example) for example in EXAMPLES}
    clock.set(told.at(31))
    figures = make.services(Role.CS_MANAGER).call_figures
    found = figures.summary(FIRST, LAST)
    assert found.total.due == len(EXAMPLES)
    names = {services.desk.actor.id: name for name, services in told.people.items()} | {"": NOBODY}

    def ids(key: str, measure: Measure) -> set[str]:
        return {row.id for row in figures.behind(FIRST, LAST, Cell(By.CALLER, key, measure))}

    for line in found.callers:
        theirs = [example for example in EXAMPLES if example.whose == names[line.key]]
        kept = [example for example in theirs if example.in_time]
        assert ids(line.key, Measure.DUE) == {calls[each.name] for each in theirs}
        assert ids(line.key, Measure.IN_TIME) == {calls[each.name] for each in kept}
        assert (line.due, line.in_time) == (len(theirs), len(kept))
    told_by = {names[line.key]: line.told for line in found.callers}
    made = [each for each in EXAMPLES if each.made_on is not None]
    assert told_by[ZHOU] == sum(each.by == ZHOU for each in made)
    assert told_by[LI] == sum(each.by == LI for each in made)


@pytest.mark.parametrize(
    "example", [each for each in EXAMPLES if each.agreed], ids=lambda each: each.name
)
def test_the_record_of_the_call_says_the_same(
    make: Make, clock: FixedClock, example: Example
) -> None:
    call = _Told(make, clock).call(example)
    with make.desk.read() as session:
        kept = session.get_one(Callback, call)
        form = records.record(make.desk, session, kept, Language.EN, 1)
    assert form.in_time is example.in_time


def test_the_record_of_a_call_not_made_says_nothing_of_time(make: Make) -> None:
    call = make.callback(
        status=CallbackStatus.WITHDRAWN, closed_at=make.desk.now, closed_on=make.desk.today
    )
    with make.desk.read() as session:
        kept = session.get_one(Callback, call)
        assert records.record(make.desk, session, kept, Language.EN, 1).in_time is None


def test_a_routine_call_that_was_missed_was_due(make: Make, clock: FixedClock) -> None:
    told = _Told(make, clock)
    clock.set(told.at(FROM, 9))
    for why in (Withdrawn.MISSED, Withdrawn.MAINTAINED):
        make.callback(
            due_from=date(2026, 10, FROM),
            kind=CallbackKind.NEW_CAR_ROUTINE,
            status=CallbackStatus.WITHDRAWN,
            withdrawn_why=why.value,
            closed_on=date(2026, 10, FROM),
        )
    clock.set(told.at(31))
    total = make.services(Role.CS_MANAGER).call_figures.summary(FIRST, LAST).total
    assert (total.due, total.done, total.in_time) == (1, 0, 0)
