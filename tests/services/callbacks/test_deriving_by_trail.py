"""A look at what the trail names and at what time made due leaves nothing for a look at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select, update

from frontdesk.clock import FixedClock
from frontdesk.models import due_rules
from frontdesk.models.callback import Callback
from frontdesk.models.callback_programme import CallList, CallListMember
from frontdesk.models.complaint import Complaint
from frontdesk.models.customer import Customer
from frontdesk.models.enums import (
    CallbackKind,
    CallbackStatus,
    ComplaintState,
    VisitStatus,
    WorkKind,
)
from frontdesk.models.values.ids import new_id
from frontdesk.models.vehicle import Vehicle, VehicleOwnership
from frontdesk.models.visit import Visit, VisitItem
from frontdesk.services.callbacks.deriving import concerned
from frontdesk.services.callbacks.deriving.run import derive
from frontdesk.services.desk import Desk
from tests.factories import Make

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
    history = _History(make, desk, clock)
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
    history = _History(make, desk, FixedClock(desk.now))
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
    history = _History(make, desk, clock)
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
    history = _History(make, desk, clock)
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
    history = _History(make, desk, clock)
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
    history = _History(make, desk, clock)
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
    history = _History(make, desk, clock)
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
    history = _History(make, desk, clock)
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


class _History:
    """What people do, each act with its entry in the trail, as the services leave it."""

    def __init__(self, make: Make, desk: Desk, clock: FixedClock) -> None:
        self.make, self.desk, self.clock = make, desk, clock
        with desk.write() as work:
            for model in (VisitItem, CallListMember, CallList, Callback, Visit):
                work.session.execute(delete(model))
            work.session.execute(update(Vehicle).values(sold_here=False))
            work.session.execute(update(Complaint).values(state=ComplaintState.TO_SIGN_OFF))
        self.customers = [make.customer() for _ in range(2)]
        self.cars = [make.vehicle(self.customers[n % 2]) for n in range(4)]
        self.visits: list[str] = []
        self.tickets: dict[int, str] = {}
        derive(desk, whole=True)

    def look(self) -> None:
        _look(self.desk)

    def hand_over(self, car: int, ago: int, items: tuple[VisitItem, ...] = ()) -> None:
        day = self._day(ago)
        visit = self.make.visit(
            self.cars[car],
            status=VisitStatus.HANDED_OVER,
            arrived_at=self.desk.now + ago * _DAY,
            handed_over_on=day,
            items=list(items),
        )
        self.visits.append(visit)
        self._told("visit.hand_over", "visit", visit)

    def maintain(self, car: int, ago: int) -> None:
        nothing = Decimal(0)
        item = VisitItem(
            position=1,
            kind=WorkKind.MAINTENANCE,
            description="首保",
            labour=nothing,
            quantity=Decimal(1),
            unit_price=nothing,
        )
        self.hand_over(car, ago, (item,))

    def cancel(self, n: int) -> None:
        self._visit(n, status=VisitStatus.DECLINED)

    def correct_hand_over(self, n: int, ago: int) -> None:
        self._visit(n, handed_over_on=self._day(ago))

    def correct_arrival(self, n: int, ago: int) -> None:
        self._visit(n, arrived_on=self._day(ago))

    def member(self, who: int, level: int) -> None:
        self._customer(who, member_level="金卡" if level else None)

    def do_not_call(self, who: int, refuses: int) -> None:
        self._customer(who, do_not_call=bool(refuses))

    def seen_last(self, who: int, ago: int) -> None:
        self._customer(who, last_visit_on=self._day(ago))

    def deliver(self, car: int, ago: int) -> None:
        self._car(car, sold_here=True, delivered_on=self._day(ago))

    def no_delivery(self, car: int) -> None:
        self._car(car, delivered_on=None)

    def take_over(self, car: int) -> None:
        with self.desk.read() as session:
            owner = session.get_one(Vehicle, self.cars[car]).customer_id
        buyer = next(one for one in self.customers if one != owner)
        with self.desk.write() as work:
            work.session.add(VehicleOwnership(vehicle_id=self.cars[car], customer_id=buyer))
        self._car(car, customer_id=buyer)

    def mileage(self, car: int, km: int) -> None:
        self._car(car, last_mileage_km=km, last_visit_on=self.desk.today)

    def named_day(self, car: int, ahead: int) -> None:
        self._car(car, next_maintenance_on=self._day(ahead))

    def returned(self, who: int) -> None:
        if who not in self.tickets:
            self.tickets[who] = self.make.complaint(self.customers[who])
        self._ticket(who, ComplaintState.TO_FOLLOW_UP)

    def followed_up(self, who: int) -> None:
        if who in self.tickets:
            self._ticket(who, ComplaintState.TO_SIGN_OFF)

    def list(self, kind: CallbackKind) -> None:
        made = new_id()
        with self.desk.write() as work:
            work.session.add(
                CallList(
                    id=made,
                    kind=kind,
                    name="名单",
                    occasion="中秋",
                    first=self.desk.today,
                    last=self.desk.today + 60 * _DAY,
                    criteria="{}",
                    made_at=work.now,
                    made_by=self.desk.actor.id,
                )
            )
            work.session.flush()
            for one in self.customers:
                work.session.add(CallListMember(call_list_id=made, customer_id=one))
        self._told("call_list.make", "call_list", made)

    def close_list(self) -> None:
        with self.desk.read() as session:
            found = session.scalars(select(CallList.id).where(CallList.closed_at.is_(None))).first()
        if found is not None:
            self._change(CallList, found, "call_list.close", closed_at=self.desk.now)

    def speak(self, n: int) -> None:
        self._call(n, "callback.start", started_at=self.desk.now)

    def agree_an_hour(self, n: int) -> None:
        at = self.desk.now + 3 * _DAY
        agreed = CallbackStatus.AGREED_TIME
        self._call(n, "callback.attempt", status=agreed, next_try_at=at, started_at=None)

    def not_reached(self, n: int) -> None:
        at = self.desk.now + _DAY
        again = CallbackStatus.RETRY
        self._call(n, "callback.attempt", status=again, next_try_at=at, started_at=None)

    def figures(self, n: int) -> None:
        others: dict[str, Any] = (
            {},
            {"after_service_percent": 20},
            {"routine_months": 2},
            {"first_maintenance_km": 3_000},
            {"due_ahead_days": 6},
        )[n]
        self.desk.rules = replace(self.desk.rules, **others)

    def wait(self, days: int) -> None:
        self.clock.move(days * _DAY)

    def hours(self, minutes: int) -> None:
        self.clock.move(timedelta(minutes=minutes))

    def clock_back(self, days: int) -> None:
        self.clock.move(-days * _DAY)

    def _day(self, ago: int) -> date:
        return self.desk.today + ago * _DAY

    def _visit(self, n: int, **values: object) -> None:
        if self.visits:
            self._change(Visit, self.visits[n % len(self.visits)], "visit.change", **values)

    def _customer(self, who: int, **values: object) -> None:
        self._change(Customer, self.customers[who], "customer.update", **values)

    def _car(self, n: int, **values: object) -> None:
        self._change(Vehicle, self.cars[n], "vehicle.update", **values)

    def _ticket(self, who: int, state: ComplaintState) -> None:
        self._change(Complaint, self.tickets[who], "complaint.returned", state=state)

    def _call(self, n: int, action: str, **values: object) -> None:
        states = (CallbackStatus.DUE, CallbackStatus.AGREED_TIME, CallbackStatus.RETRY)
        with self.desk.read() as session:
            wanted = select(Callback.id).where(Callback.status.in_(states))
            calls = session.scalars(wanted.order_by(Callback.number)).all()
        if calls:
            self._change(Callback, calls[n % len(calls)], action, **values)

    def _change(self, model: Any, id_: str, action: str, **values: object) -> None:
        with self.desk.write() as work:
            work.session.execute(update(model).where(model.id == id_).values(**values))
            work.audit(action, model.__tablename__, id_)

    def _told(self, action: str, subject: str, id_: str) -> None:
        with self.desk.write() as work:
            work.audit(action, subject, id_)


def _states(desk: Desk) -> set[tuple[object, ...]]:
    with desk.read() as session:
        return {
            (call.number, call.status, call.due_from, call.due_until, call.version)
            for call in session.scalars(select(Callback))
        }
