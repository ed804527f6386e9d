"""What falls due by other figures than the shipped: nothing is doubled and nothing lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select, update

from frontdesk.clock import FixedClock
from frontdesk.models import due_rules
from frontdesk.models.callback import Callback
from frontdesk.models.callback_rules import OPEN_STATUSES
from frontdesk.models.due_rules import Withdrawn
from frontdesk.models.enums import (
    CallbackKind,
    CallbackStatus,
    ComplaintState,
    Role,
    RoutineState,
    VisitStatus,
)
from frontdesk.models.vehicle import Vehicle
from frontdesk.services.callbacks.deriving.run import derive
from frontdesk.services.callbacks.falls_due import due_after_return, due_after_service
from frontdesk.services.callbacks.sharing import share_out
from frontdesk.services.desk import Desk
from frontdesk.services.registry import Services
from frontdesk.services.rule_figures import with_values
from frontdesk.services.scripts import Fact, stage_facts
from tests.factories import Make

_K = CallbackKind
_DAY = timedelta(days=1)
_STAGES = st.lists(st.integers(1, 27), min_size=3, max_size=3, unique=True).map(sorted)


def _set(desk: Desk, **values: object) -> None:
    desk.rules = with_values(desk.rules, values)


def _stages(desk: Desk, second: int, questionnaire: int, last: int) -> None:
    _set(
        desk,
        routine_second_day=second,
        routine_questionnaire_day=questionnaire,
        routine_last_day=last,
    )


def _calls(desk: Desk, kind: CallbackKind = _K.NEW_CAR_ROUTINE) -> list[Callback]:
    with desk.read() as session:
        wanted = select(Callback).where(Callback.kind == kind).order_by(Callback.number)
        return list(session.scalars(wanted))


def _by_stage(desk: Desk) -> dict[str | None, Callback]:
    calls = _calls(desk)
    found = {call.stage: call for call in calls}
    assert len(found) == len(calls)
    return found


def _change(desk: Desk, call: Callback, **values: object) -> None:
    with desk.write() as work:
        work.session.execute(update(Callback).where(Callback.id == call.id).values(**values))


def _done(desk: Desk, call: Callback) -> None:
    _change(desk, call, status=CallbackStatus.DONE, closed_on=desk.today, closed_at=desk.now)


def _sold(make: Make, ago: int, seller: str | None = None) -> str:
    day = make.desk.today - ago * _DAY
    return make.vehicle(sold_here=True, delivered_on=day, sales_consultant_id=seller)


@pytest.mark.parametrize(
    ("kind", "days", "first", "last"),
    [
        (_K.AFTER_SERVICE, 5, 1, 5),
        (_K.NEW_CAR, 6, 1, 6),
        (_K.NEW_CAR_ROUTINE, 1, 0, 1),
    ],
)
def test_the_days_of_a_kind_hold_for_its_calls_from_then_on(
    make: Make, desk: Desk, kind: CallbackKind, days: int, first: int, last: int
) -> None:
    def made() -> None:
        make.visit(status=VisitStatus.HANDED_OVER)
        _sold(make, 0)
        derive(desk, whole=True)

    made()
    before = {(call.id, call.due_from, call.due_until) for call in _calls(desk, kind)}
    name = "routine_window_days" if kind is _K.NEW_CAR_ROUTINE else f"window_{kind}"
    _set(desk, **{name: days})
    assert not derive(desk)

    made()

    calls = [call for call in _calls(desk, kind) if call.stage in (None, "d0")]
    assert before <= {(call.id, call.due_from, call.due_until) for call in _calls(desk, kind)}
    assert (calls[-1].due_from, calls[-1].due_until) == (
        desk.today + first * _DAY,
        desk.today + last * _DAY,
    )


def test_the_days_of_thanks_returns_and_follow_ups(make: Make, desk: Desk) -> None:
    _set(desk, thanks_months=2, window_returned_customer=9, window_complaint_follow_up=1)
    day = date(2026, 11, 5)
    assert due_rules.thanks(day, desk.rules).last == date(2026, 12, 31)
    assert due_rules.returned(day, desk.rules).last == day + 9 * _DAY

    ticket = make.complaint(state=ComplaintState.TO_FOLLOW_UP)
    with desk.write() as work:
        due_after_return(work, ticket)
    (call,) = _calls(desk, _K.COMPLAINT_FOLLOW_UP)
    assert (call.due_from, call.due_until) == (desk.today, desk.today + _DAY)


def test_with_another_day_an_open_call_moves_and_one_made_is_not_made_again(
    make: Make, desk: Desk, clock: FixedClock
) -> None:
    _sold(make, 0)
    sold = desk.today
    clock.move(3 * _DAY)
    derive(desk)
    _done(desk, _by_stage(desk)["d3"])
    clock.move(4 * _DAY)
    derive(desk)
    assert _by_stage(desk)["d7"].due_from == sold + 7 * _DAY

    _stages(desk, 5, 9, 20)
    assert derive(desk).moved == 1
    calls = _by_stage(desk)
    assert calls["d3"].status is CallbackStatus.DONE
    assert (calls["d7"].due_from, calls["d7"].due_until) == (sold + 9 * _DAY, sold + 11 * _DAY)
    assert not derive(desk, whole=True)

    # Day 16 was that of the next call by the shipped figures: the questionnaire still stands.
    clock.move(9 * _DAY)
    derive(desk)
    assert _by_stage(desk).keys() == {"d3", "d7"}
    assert _by_stage(desk)["d7"].status is CallbackStatus.DUE
    clock.move(4 * _DAY)
    derive(desk)
    calls = _by_stage(desk)
    assert calls["d7"].withdrawn_why == Withdrawn.MISSED
    assert calls["d15"].due_from == sold + 20 * _DAY


def test_a_missed_call_whose_time_is_again_comes_back(
    make: Make, desk: Desk, clock: FixedClock
) -> None:
    _sold(make, 7)
    derive(desk)
    clock.move(9 * _DAY)
    derive(desk)
    assert _by_stage(desk)["d7"].withdrawn_why == Withdrawn.MISSED

    _stages(desk, 3, 14, 20)

    assert derive(desk).brought_back == 1
    call = _by_stage(desk)["d7"]
    assert (call.status, call.due_from) == (CallbackStatus.DUE, desk.today - 2 * _DAY)


def test_a_call_moved_far_ahead_is_missed_also_when_nobody_looked_meanwhile(
    make: Make, desk: Desk, clock: FixedClock
) -> None:
    _sold(make, 9)
    derive(desk, whole=True)
    _stages(desk, 13, 19, 25)
    assert derive(desk).moved == 1
    clock.move(17 * _DAY)

    derive(desk)

    assert _by_stage(desk)["d7"].withdrawn_why == Withdrawn.MISSED
    assert not derive(desk, whole=True)


@given(
    acts=st.lists(
        st.one_of(
            st.tuples(st.just("wait"), st.integers(1, 12)),
            st.tuples(st.just("stages"), _STAGES),
            st.tuples(st.just("late"), st.integers(0, 7)),
            st.tuples(st.just("done"), st.integers(0, 3)),
            st.tuples(st.just("derive"), st.just(0)),
        ),
        max_size=12,
    )
)
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_whatever_the_figures_become_each_stage_is_owed_once(
    make: Make, desk: Desk, clock: FixedClock, acts: list[tuple[str, object]]
) -> None:
    with desk.write() as work:
        work.session.execute(delete(Callback))
        work.session.execute(update(Vehicle).values(sold_here=False))
    start, rules = clock.now(), desk.rules
    _sold(make, 0)
    derive(desk, whole=True)
    sold, done = desk.today, set[str]()
    try:
        for act, n in acts:
            _do(desk, clock, act, n, done)
            derive(desk)
            _check(desk, sold, done)
        assert not derive(desk, whole=True)
    finally:
        clock.set(start)
        desk.rules = rules


def _do(desk: Desk, clock: FixedClock, act: str, n: object, done: set[str]) -> None:
    if act == "wait" and isinstance(n, int):
        clock.move(n * _DAY)
    elif act == "stages" and isinstance(n, list):
        _stages(desk, *n)
    elif act == "late":
        _set(desk, routine_window_days=n)
    elif act == "done" and isinstance(n, int):
        owed = [call for call in _calls(desk) if call.status in OPEN_STATUSES]
        for call in owed[n : n + 1]:
            _done(desk, call)
            done.add(call.id)


def _check(desk: Desk, sold: date, done: set[str]) -> None:
    calls = _by_stage(desk)
    assert {call.id for call in calls.values() if call.status is CallbackStatus.DONE} == done
    ahead = desk.today + desk.rules.due_ahead_days * _DAY
    for stage in due_rules.routine_stages(sold, desk.rules):
        call = calls.get(stage.key)
        its_time = stage.window.first <= ahead and desk.today < stage.passed_on
        if call is None:
            assert not its_time
        elif call.id not in done:
            assert (call.status is CallbackStatus.DUE) is (desk.today < stage.passed_on)
            if call.status is CallbackStatus.DUE:
                assert call.due_from == stage.window.first


def test_a_sheet_calls_each_stage_by_its_day_and_asks_the_questionnaire_in_its_own(
    make: Make, desk: Desk, services: Services
) -> None:
    car = _sold(make, 9)
    _stages(desk, 5, 9, 20)
    derive(desk)
    shown = make.services_of(make.staff(Role.SALES_MANAGER)).routine.open(car)
    assert [stage.key for stage in shown.stages] == ["d0", "d5", "d9", "d20", "m1", "m2", "m3"]
    assert shown.stages[2].state is RoutineState.OPEN
    (call,) = [each for each in _calls(desk) if each.status in OPEN_STATUSES]
    assert stage_facts(call.stage) == {Fact.QUESTIONNAIRE}


def test_calls_go_to_the_role_that_is_set(make: Make, desk: Desk) -> None:
    seller = make.staff(Role.SALES_CONSULTANT)
    manager = make.staff(Role.SALES_MANAGER)
    specialist, head = make.staff(Role.CS_SPECIALIST), make.staff(Role.CS_MANAGER)
    car = make.vehicle(
        make.customer(specialist_id=specialist.id),
        sold_here=True,
        delivered_on=desk.today,
        sales_consultant_id=seller.id,
    )
    shipped = desk.rules
    for values, routine, after in (
        ({}, seller, specialist),
        (
            {"role_new_car_routine": "sales_consultant", "role_after_service": "cs_specialist"},
            seller,
            specialist,
        ),
        (
            {"role_new_car_routine": "sales_manager", "role_after_service": "cs_manager"},
            manager,
            head,
        ),
    ):
        desk.rules = replace(shipped)
        _set(desk, **values)
        visit = make.visit(car, status=VisitStatus.HANDED_OVER)
        derive(desk, whole=True)
        with desk.write() as work:
            due_after_service(work, visit)
            share_out(work)
        assert {call.assigned_to for call in _calls(desk)} == {routine.id}
        assert {call.assigned_to for call in _calls(desk, _K.AFTER_SERVICE)} == {after.id}
        with desk.write() as work:
            work.session.execute(delete(Callback))
