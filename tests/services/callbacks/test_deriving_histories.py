"""Whatever happens, in whatever order and on whatever clock: each call is owed once."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select, update

from frontdesk.clock import FixedClock
from frontdesk.models.callback import Callback
from frontdesk.models.callback_rules import OPEN_STATUSES
from frontdesk.models.customer import Customer
from frontdesk.models.enums import CallbackKind, CallbackStatus, VisitStatus
from frontdesk.models.vehicle import Vehicle
from frontdesk.models.visit import Visit
from frontdesk.services.callbacks.deriving.run import derive
from frontdesk.services.callbacks.falls_due import due_after_service
from frontdesk.services.desk import Desk
from tests.factories import Make

_DAY = timedelta(days=1)
_ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("hand over"), st.integers(0, 2)),
        st.tuples(st.just("told at the event"), st.integers(0, 2)),
        st.tuples(st.just("cancel"), st.integers(0, 9)),
        st.tuples(st.just("correct"), st.integers(-9, 2)),
        st.tuples(st.just("do not call"), st.integers(0, 1)),
        st.tuples(st.just("deliver"), st.integers(0, 2)),
        st.tuples(st.just("wait"), st.integers(0, 70)),
        st.tuples(st.just("clock back"), st.integers(1, 40)),
        st.tuples(st.just("derive"), st.integers(0, 1)),
    ),
    max_size=14,
)


@given(acts=_ACTS)
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_every_history_owes_each_call_once(
    make: Make, desk: Desk, clock: FixedClock, acts: list[tuple[str, int]]
) -> None:
    with desk.write() as work:
        for model in (Callback, Visit):
            work.session.execute(delete(model))
        work.session.execute(update(Vehicle).values(sold_here=False))
    start = clock.now()
    customer = make.customer(member_level="金卡")
    cars = [make.vehicle(customer) for _ in range(3)]
    visits: list[str] = []
    for act, n in acts:
        _do(make, desk, clock, cars, visits, customer, act, n)
    _derive(desk)
    _check(desk)
    before = _states(desk)
    assert not derive(desk, whole=True)
    assert _states(desk) == before
    clock.set(start)


def _do(
    make: Make,
    desk: Desk,
    clock: FixedClock,
    cars: list[str],
    visits: list[str],
    customer: str,
    act: str,
    n: int,
) -> None:
    if act in ("hand over", "told at the event"):
        visits.append(make.visit(cars[n], status=VisitStatus.HANDED_OVER))
        if act == "told at the event":
            with desk.write() as work:
                due_after_service(work, visits[-1])
    elif act == "wait":
        clock.move(n * _DAY)
    elif act == "clock back":
        clock.move(-n * _DAY)
    elif act == "derive":
        _derive(desk)
    elif act == "do not call":
        _set(desk, Customer, customer, do_not_call=bool(n))
    elif act == "deliver":
        _set(desk, Vehicle, cars[n], sold_here=True, delivered_on=desk.today)
    elif visits and act == "cancel":
        _set(desk, Visit, visits[n % len(visits)], status=VisitStatus.DECLINED)
    elif visits:
        _set(desk, Visit, visits[-1], handed_over_on=desk.today + n * _DAY)


def _check(desk: Desk) -> None:
    with desk.read() as session:
        calls = list(session.scalars(select(Callback)))
        visits = {visit.id: visit for visit in session.scalars(select(Visit))}
        refuse = set(session.scalars(select(Customer.id).where(Customer.do_not_call.is_(True))))
    by_visit: dict[str, Callback] = {}
    for call in calls:
        if call.status in OPEN_STATUSES:
            assert call.customer_id not in refuse
        if call.kind is CallbackKind.AFTER_SERVICE and call.visit_id is not None:
            assert call.visit_id not in by_visit
            by_visit[call.visit_id] = call
    oldest = desk.today - desk.rules.late_hand_over_days * _DAY
    for visit in visits.values():
        found = by_visit.get(visit.id)
        if visit.customer_id in refuse or visit.handed_over_on is None:
            continue
        if visit.status is not VisitStatus.HANDED_OVER:
            assert found is None or found.status is CallbackStatus.WITHDRAWN
        elif visit.handed_over_on >= oldest:
            assert found is not None
            assert found.status is CallbackStatus.DUE
            assert found.due_from == visit.handed_over_on + _DAY
            assert found.due_until == visit.handed_over_on + 3 * _DAY


def _states(desk: Desk) -> set[tuple[object, ...]]:
    with desk.read() as session:
        return {
            (call.number, call.status, call.due_from, call.version)
            for call in session.scalars(select(Callback))
        }


def _derive(desk: Desk) -> None:
    derive(desk, whole=True)


def _set(desk: Desk, model: type[Customer | Vehicle | Visit], id_: str, **values: object) -> None:
    with desk.write() as work:
        work.session.execute(update(model).where(model.id == id_).values(**values))
