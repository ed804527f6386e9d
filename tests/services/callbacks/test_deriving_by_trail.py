"""A look at what the trail names and at what time made due leaves nothing for a look at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from frontdesk.clock import FixedClock
from frontdesk.models import due_rules
from frontdesk.models.callback import Callback
from frontdesk.models.enums import (
    CallbackKind,
    CallbackStatus,
    VisitStatus,
)
from frontdesk.services.callbacks.deriving import concerned
from frontdesk.services.callbacks.deriving.run import derive
from frontdesk.services.desk import Desk
from tests.factories import Make
from tests.services.callbacks.history_of_acts import History

_DAY = timedelta(days=1)
_CARS = st.integers(0, 3)


def _act(name: str, *given: st.SearchStrategy[int]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.tuples(st.just(name), *given)


_ACTS = st.lists(
    st.one_of(
        _act("hand over", _CARS, st.integers(-40, 5)),
        _act("maintain", _CARS, st.integers(-3, 0)),
        _act("cancel", st.integers(0, 9)),
        _act("correct hand-over", st.integers(0, 9), st.integers(-40, 5)),
        _act("correct arrival", st.integers(0, 9), st.integers(-400, 5)),
        _act("member", st.integers(0, 1), st.integers(0, 1)),
        _act("do not call", st.integers(0, 1), st.integers(0, 1)),
        _act("seen last", st.integers(0, 1), st.integers(-260, 0)),
        _act("deliver", _CARS, st.integers(-100, 20)),
        _act("no delivery", _CARS),
        _act("take over", _CARS),
        _act("mileage", _CARS, st.integers(0, 12_000)),
        _act("named day", _CARS, st.integers(-20, 60)),
        _act("returned", st.integers(0, 1)),
        _act("followed up", st.integers(0, 1)),
        _act("list", st.sampled_from([CallbackKind.LOST_CUSTOMER, CallbackKind.SPECIAL_PERIOD])),
        _act("close list"),
        _act("speak", st.integers(0, 9)),
        _act("agree an hour", st.integers(0, 9)),
        _act("not reached", st.integers(0, 9)),
        _act("figures", st.integers(0, 4)),
        _act("wait", st.integers(1, 20)),
        _act("wait", st.integers(20, 130)),
        _act("hours", st.integers(1, 30)),
        _act("clock back", st.integers(1, 40)),
        _act("look"),
        _act("look"),
    ),
    max_size=24,
)


@given(acts=_ACTS, rest=st.integers(1, 40))
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_after_any_history_a_look_at_all_finds_nothing_more(
    make: Make, desk: Desk, clock: FixedClock, acts: list[tuple[Any, ...]], rest: int
) -> None:
    start, figures = clock.now(), desk.rules
    history = History(make, desk, clock)
    for act, *figures_of in acts:
        getattr(history, act.replace(" ", "_").replace("-", "_"))(*figures_of)
    history.look()
    clock.move(rest * _DAY)  # nobody speaks any more, and nothing happens
    history.look()
    before = _states(desk)
    assert not derive(desk, whole=True)
    assert _states(desk) == before
    clock.set(start)
    desk.rules = figures


def test_a_usual_look_reads_only_what_is_named(
    make: Make, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    history = History(make, desk, FixedClock(desk.now))
    history.hand_over(0, 0)
    make.visit(status=VisitStatus.HANDED_OVER)  # written past the services: no entry names it
    assert _visits(_look(desk)) == 1
    for most in ("MOST_ENTRIES", "MOST_CUSTOMERS"):
        with monkeypatch.context() as patched:
            patched.setattr(concerned, most, 0)
            history.member(0, 1)
            found = _look(desk)
        assert _visits(found) == (1 if most == "MOST_ENTRIES" else 0)


def test_a_call_spoken_in_is_ended_later_though_nothing_happens_then(
    make: Make, desk: Desk, clock: FixedClock
) -> None:
    history = History(make, desk, clock)
    history.hand_over(0, 0)
    history.look()
    for call in range(2):
        history.speak(call)
    history.cancel(0)
    history.look()
    assert _open(desk) == 2
    clock.move(_DAY)
    history.look()
    assert _open(desk) == 0


@pytest.mark.parametrize("days", [1, 3, 14, 40, 75])
def test_what_time_alone_makes_due_is_found(
    make: Make, desk: Desk, clock: FixedClock, days: int
) -> None:
    history = History(make, desk, clock)
    history.deliver(0, 0)
    history.deliver(1, 2)
    history.deliver(2, -10)
    history.mileage(2, 900)
    history.look()
    for _ in range(3):
        clock.move(days * _DAY)
        history.look()
        assert not derive(desk, whole=True)


def test_who_is_lost_again_is_owed_the_call_of_the_list_again(
    make: Make, desk: Desk, clock: FixedClock
) -> None:
    history = History(make, desk, clock)
    desk.rules = replace(desk.rules, lost_after_months=1)
    history.list(CallbackKind.LOST_CUSTOMER)
    history.look()
    assert _open(desk) == 2
    history.seen_last(0, -20)
    history.look()
    assert _open(desk) == 1
    clock.move(15 * _DAY)
    history.look()
    assert _open(desk) == 2


def test_a_customer_is_lost_again_on_the_very_day_and_not_before(
    make: Make, desk: Desk, clock: FixedClock
) -> None:
    history = History(make, desk, clock)
    desk.rules = replace(desk.rules, lost_after_months=1)
    history.list(CallbackKind.LOST_CUSTOMER)
    history.look()
    history.seen_last(0, -20)
    history.look()
    seen = desk.today - 20 * _DAY
    while due_rules.lost_before(desk.today + _DAY, desk.rules) < seen:
        clock.move(_DAY)
    history.look()
    assert _open(desk) == 1
    clock.move(_DAY)
    assert due_rules.lost_before(desk.today, desk.rules) == seen
    history.look()
    assert _open(desk) == 2


@pytest.mark.parametrize(("act", "left"), [("not_reached", 0), ("agree_an_hour", 1)])
def test_a_stage_passes_by_also_of_who_was_not_reached(
    make: Make, desk: Desk, clock: FixedClock, act: str, left: int
) -> None:
    history = History(make, desk, clock)
    history.deliver(0, 0)
    history.look()
    # Of the calls of that day, that of the stage is the one that is spoken of.
    with desk.write() as work:
        work.session.execute(delete(Callback).where(Callback.stage.is_(None)))
    getattr(history, act)(0)
    history.look()
    clock.move(3 * _DAY)
    history.look()
    assert _open_at(desk, "d0") == left


def test_a_car_passed_on_twice_is_called_about_for_its_owner(
    make: Make, desk: Desk, clock: FixedClock
) -> None:
    history = History(make, desk, clock)
    history.deliver(0, 0)
    history.look()
    mine = _open(desk)
    history.take_over(0)
    history.look()
    assert _open(desk) == mine
    history.take_over(0)
    history.look()
    assert not derive(desk, whole=True)


def _open_at(desk: Desk, stage: str) -> int:
    """How many routine calls of a stage are open."""
    states = (CallbackStatus.DUE, CallbackStatus.AGREED_TIME, CallbackStatus.RETRY)
    with desk.read() as session:
        wanted = select(Callback.id).where(Callback.stage == stage, Callback.status.in_(states))
        return len(session.scalars(wanted).all())


def _open(desk: Desk) -> int:
    states = (CallbackStatus.DUE, CallbackStatus.AGREED_TIME, CallbackStatus.RETRY)
    with desk.read() as session:
        found = session.scalars(select(Callback.id).where(Callback.status.in_(states)))
        return len(found.all())


def _visits(made: dict[CallbackKind, int]) -> int:
    return made.get(CallbackKind.AFTER_SERVICE, 0)


def _look(desk: Desk) -> dict[CallbackKind, int]:
    return dict(derive(desk).made)


def _states(desk: Desk) -> set[tuple[object, ...]]:
    with desk.read() as session:
        return {
            (call.number, call.status, call.due_from, call.due_until, call.version)
            for call in session.scalars(select(Callback))
        }
