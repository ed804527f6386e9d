"""What is due in one household is asked in one conversation."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from frontdesk.clock import FixedClock
from frontdesk.errors import PermissionDenied, UserError
from frontdesk.models.callback import Callback
from frontdesk.models.enums import CallbackKind, CallbackStatus, CallOutcome, Role
from frontdesk.models.journal import AuditEntry
from frontdesk.services.callbacks.dto import CallSheet
from frontdesk.services.desk import Desk
from frontdesk.services.registry import Services
from frontdesk.services.scripts import position
from tests.factories import Make
from tests.services.callbacks.conftest import SATISFIED, said


@pytest.fixture
def customer(desk: Desk, call: str) -> str:
    """Whom ``call`` is for."""
    with desk.read() as session:
        return session.get_one(Callback, call).customer_id


@pytest.fixture
def second(make: Make, customer: str) -> str:
    """Another call for the same customer, given to somebody else."""
    other = make.staff(Role.CS_SPECIALIST)
    return make.callback(customer, kind=CallbackKind.FIRST_MAINTENANCE, assigned_to=other.id)


def _finish(specialist: Services, call: str) -> CallSheet:
    calls = specialist.callbacks
    sheet = calls.start(call, calls.open(call).version)
    calls.finish(call, sheet.version, said(sheet, *SATISFIED))
    return sheet


def test_what_else_is_due_stands_on_the_sheet(
    make: Make, specialist: Services, call: str, second: str, customer: str, desk: Desk
) -> None:
    spouse = make.callback(make.customer("王芳", phones=["13900139000"]))
    make.callback(make.customer("路人", phones=["13700000000"]))
    make.callback(customer, kind=CallbackKind.LOST_CUSTOMER)
    make.callback(customer, due_from=desk.today + timedelta(days=1))
    make.callback(customer, served_by=specialist.desk.actor.id)
    make.callback(customer, status=CallbackStatus.DONE)
    shown = specialist.callbacks.open(call).household
    assert [due.id for due in shown] == [second, spouse]
    assert (shown[1].customer_name, shown[0].kind) == ("王芳", CallbackKind.FIRST_MAINTENANCE)


def test_who_shares_only_a_wrong_number_is_no_household(
    make: Make, specialist: Services, call: str, desk: Desk
) -> None:
    other = make.customer("王芳", phones=["13900139000"])
    make.callback(other)
    with desk.write() as work:
        from frontdesk.models.customer import Customer

        work.session.get_one(Customer, other).phones[0].wrong = True
    assert specialist.callbacks.open(call).household == ()


def test_the_next_call_is_taken_along_without_dialling_or_greeting(
    specialist: Services, call: str, second: str, desk: Desk
) -> None:
    _finish(specialist, call)
    calls = specialist.callbacks
    sheet = calls.take_along(second, calls.open(second).version, call)
    assert sheet.mine
    where = position(sheet.script, sheet.progress, sheet.facts)
    assert where.ask is not None
    assert not where.ask.greeting
    assert [passed.step.key for passed in where.passed] == ["greet", "who"]
    calls.attempt(second, sheet.version, CallOutcome.BUSY)
    with desk.read() as session:
        row = session.get_one(Callback, second)
        assert row.attempts[0].with_callback_id == call
        assert row.assigned_to == specialist.desk.actor.id
        actions = session.scalars(select(AuditEntry.action)).all()
    assert "callback.take_along" in actions
    assert "phone.reveal" not in actions


def test_another_person_under_the_same_number_is_greeted(
    make: Make, specialist: Services, call: str
) -> None:
    spouse = make.callback(make.customer("王芳", phones=["13900139000"]))
    _finish(specialist, call)
    sheet = specialist.callbacks.take_along(spouse, 1, call)
    where = position(sheet.script, sheet.progress, sheet.facts)
    assert where.ask is not None
    assert where.ask.key == "greet"


def test_it_needs_no_reason_outside_the_hours(
    specialist: Services, call: str, second: str, clock: FixedClock
) -> None:
    clock.move(timedelta(minutes=40))
    calls = specialist.callbacks
    sheet = calls.start(call, calls.open(call).version)
    clock.move(timedelta(minutes=8))
    calls.finish(call, sheet.version, said(sheet, *SATISFIED))
    assert not calls.open(second).may_dial
    assert calls.take_along(second, calls.open(second).version, call).mine


def test_it_is_refused_once_the_conversation_is_over(
    specialist: Services, call: str, second: str, clock: FixedClock, make: Make
) -> None:
    calls = specialist.callbacks
    stranger = make.callback(make.customer("路人", phones=["13700000000"]))

    def refused(which: str) -> str:
        with pytest.raises(UserError) as error:
            calls.take_along(which, calls.open(which).version, call)
        return error.value.code

    assert refused(second) == "callbacks.conversation_over"
    _finish(specialist, call)
    assert refused(stranger) == "callbacks.other_household"
    clock.move(timedelta(minutes=11))
    assert refused(second) == "callbacks.conversation_over"


def test_who_served_the_customer_takes_nothing_along(
    specialist: Services, call: str, customer: str, make: Make
) -> None:
    own = make.callback(customer, served_by=specialist.desk.actor.id)
    _finish(specialist, call)
    with pytest.raises(PermissionDenied):
        specialist.callbacks.take_along(own, 1, call)


def test_taken_along_put_aside_and_dialled_later_it_stands_alone(
    specialist: Services, call: str, second: str, desk: Desk, clock: FixedClock
) -> None:
    _finish(specialist, call)
    calls = specialist.callbacks
    calls.take_along(second, calls.open(second).version, call)
    calls.park(second)
    clock.move(timedelta(hours=5))
    sheet = calls.start(second, calls.open(second).version)
    assert sheet.progress.given
    calls.attempt(second, sheet.version, CallOutcome.NO_ANSWER)
    with desk.read() as session:
        assert session.get_one(Callback, second).attempts[0].with_callback_id is None
