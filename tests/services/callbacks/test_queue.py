"""The queue shows each person the calls they may make, most urgent first."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest
from sqlalchemy import text

from frontdesk.clock import FixedClock
from frontdesk.errors import PermissionDenied
from frontdesk.models.callback import CallAttempt, Callback
from frontdesk.models.callback_rules import Urgency
from frontdesk.models.enums import CallbackKind, CallbackStatus, CallOutcome, Role
from frontdesk.models.rules import CallHours
from frontdesk.models.values.ids import new_id
from frontdesk.services.callbacks import queue
from frontdesk.services.callbacks.dto import QueueFilter
from frontdesk.services.desk import Desk
from frontdesk.services.registry import Services
from tests.factories import Make


def test_a_row_says_whom_to_call_about_what(specialist: Services, call: str) -> None:
    (row,) = specialist.callbacks.queue()
    assert row.id == call
    assert row.customer_name == "张伟"
    assert row.plate == "粤B12345"
    assert row.phone == "138****8000"
    assert row.urgency is Urgency.DUE
    assert row.attempts == 0
    assert not row.in_call


def test_it_is_never_offered_to_who_served_the_customer(advisor: Services, call: str) -> None:
    assert advisor.callbacks.queue(QueueFilter(mine=False)) == ()


def test_overdue_first_then_agreed_then_last_day_then_by_priority(
    make: Make, desk: Desk, specialist: Services
) -> None:
    today = desk.today
    due = make.callback(due_from=today)
    new_car_last_day = make.callback(kind=CallbackKind.NEW_CAR, due_from=today - timedelta(days=2))
    last_day = make.callback(due_from=today - timedelta(days=2))
    agreed = make.callback(
        status=CallbackStatus.AGREED_TIME, next_try_at=desk.now + timedelta(hours=5)
    )
    overdue = make.callback(due_from=today - timedelta(days=9))
    tomorrow = make.callback(due_from=today + timedelta(days=1))
    waiting = make.callback(status=CallbackStatus.RETRY, next_try_at=desk.now + timedelta(hours=5))
    make.callback(status=CallbackStatus.DONE)
    rows = specialist.callbacks.queue()
    assert [row.id for row in rows] == [overdue, agreed, last_day, new_car_last_day, due]
    everything = specialist.callbacks.queue(QueueFilter(waiting=True))
    assert [row.id for row in everything] == [*(row.id for row in rows), waiting]
    assert tomorrow not in {row.id for row in everything}
    assert len(specialist.callbacks.queue(QueueFilter(limit=2))) == 2


def test_a_specialist_sees_own_calls_and_everyones_overdue_ones(
    make: Make, desk: Desk, specialist: Services
) -> None:
    other = make.staff(Role.CS_SPECIALIST, name="赵敏")
    mine = make.callback(assigned_to=specialist.desk.actor.id)
    theirs = make.callback(assigned_to=other.id)
    overdue = make.callback(assigned_to=other.id, due_from=desk.today - timedelta(days=5))
    assert [row.id for row in specialist.callbacks.queue()] == [overdue, mine]
    everyone = specialist.callbacks.queue(QueueFilter(mine=False))
    assert {row.id for row in everyone} == {overdue, mine, theirs}
    assert everyone[0].assigned_name == "赵敏"


def test_each_role_sees_the_kinds_it_makes(make: Make) -> None:
    made = {kind: make.callback(kind=kind) for kind in CallbackKind}
    consultant = make.services(Role.SALES_CONSULTANT)
    assert {row.id for row in consultant.callbacks.queue()} == {
        made[CallbackKind.NEW_CAR_ROUTINE],
        made[CallbackKind.FIRST_MAINTENANCE],
        made[CallbackKind.SPECIAL_PERIOD],
    }
    manager = make.services(Role.CS_MANAGER)
    assert made[CallbackKind.COMPLAINT_FOLLOW_UP] in {r.id for r in manager.callbacks.queue()}
    only = QueueFilter(kinds=frozenset({CallbackKind.NEW_CAR}))
    assert [row.id for row in manager.callbacks.queue(only)] == [made[CallbackKind.NEW_CAR]]


def test_the_administrator_sees_no_calls(make: Make) -> None:
    with pytest.raises(PermissionDenied):
        make.services(Role.ADMINISTRATOR).callbacks.queue()


def test_a_call_becomes_due_with_the_day(
    make: Make, desk: Desk, clock: FixedClock, specialist: Services
) -> None:
    make.callback(due_from=desk.today + timedelta(days=1))
    assert specialist.callbacks.queue() == ()
    clock.move(timedelta(hours=14))
    assert len(specialist.callbacks.queue()) == 1


def test_only_overdue_ones_are_shown_when_asked_for(
    make: Make, specialist: Services, call: str, desk: Desk
) -> None:
    late = make.callback(due_from=desk.today - timedelta(days=9))
    shown = specialist.callbacks.queue(QueueFilter(overdue=True))
    assert [row.id for row in shown] == [late]


def test_the_hour_a_customer_answered_at_is_told_and_filtered_by(
    make: Make, specialist: Services, call: str, desk: Desk
) -> None:
    morning, afternoon = CallHours(time(10, 30), time(11, 30)), CallHours(time(15), time(17, 30))
    early, never, agreed = (make.callback() for _ in range(3))
    with desk.write() as work:
        rows = {id_: work.session.get_one(Callback, id_) for id_ in (call, early, agreed)}
        before = desk.now - timedelta(days=90)
        for id_, hour in ((call, 16), (early, 11), (agreed, 11)):
            past = _answered(rows[id_].customer_id, before.replace(hour=hour - 8, minute=5))
            work.session.add(past)
        rows[agreed].status = CallbackStatus.AGREED_TIME
        rows[agreed].next_try_at = desk.now.replace(hour=8, minute=0)

    def shown(hours: CallHours | None) -> set[str]:
        return {row.id for row in specialist.callbacks.queue(QueueFilter(hours=hours))}

    assert shown(None) == {call, early, never, agreed}
    assert shown(morning) == {early, never}
    assert shown(afternoon) == {call, never, agreed}
    row = next(row for row in specialist.callbacks.queue() if row.id == call)
    assert row.answered_at == time(16, 5)


def _answered(customer: str, at: datetime) -> Callback:
    """A call to this customer that ended in a conversation."""
    id_ = new_id()
    return Callback(
        id=id_,
        number=f"H-2025-{id_[-6:]}",
        kind=CallbackKind.SPECIAL_PERIOD,
        occasion=id_,
        customer_id=customer,
        status=CallbackStatus.DONE,
        due_from=at.date(),
        due_until=at.date(),
        script_key="special_period",
        script_version=1,
        created_at=at,
        attempts=[
            CallAttempt(
                position=1,
                started_at=at,
                ended_at=at,
                by="00000000-0000-7000-8000-000000000001",
                outcome=CallOutcome.REACHED,
            )
        ],
    )


def test_calls_are_searched_by_what_names_the_customer(
    make: Make, specialist: Services, call: str
) -> None:
    other = make.callback(make.customer("王芳", phones=["13612345678"]))
    number = next(row.number for row in specialist.callbacks.queue() if row.id == other)

    def found(typed: str) -> set[str]:
        return {row.id for row in specialist.callbacks.queue(QueueFilter(search=typed))}

    for typed in ("王芳", "wf", "5678", number, number.lower()[-6:]):
        assert found(typed) == {other}
    assert found("粤B12345") == {call}
    assert found(" ") == {call, other}
    assert found("%") == set()


def test_what_is_open_is_told_by_an_index_in_its_order(make: Make, desk: Desk) -> None:
    make.callback()
    with desk.read() as session:
        asked = queue._OPEN.compile(session.connection(), compile_kwargs={"literal_binds": True})
        plan = session.execute(text(f"EXPLAIN QUERY PLAN {asked}")).all()
    steps = " / ".join(row.detail for row in plan)
    assert "COVERING INDEX ix_callback_queue" in steps
    assert "TEMP B-TREE" not in steps
