"""A call made from the printed sheet and entered afterwards."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from frontdesk.clock import FixedClock
from frontdesk.errors import FrontdeskError, PermissionDenied
from frontdesk.models.callback import Callback
from frontdesk.models.enums import CallbackStatus, CallOutcome, Role
from frontdesk.services.callbacks.dto import CallSheet
from frontdesk.services.desk import Desk
from frontdesk.services.registry import Services
from tests.factories import Make
from tests.services.callbacks.conftest import SATISFIED, said


def _at(clock: FixedClock, text: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-05T{text}").replace(tzinfo=clock.zone())


@pytest.fixture
def evening(clock: FixedClock, call: str) -> str:
    """The power is back; it is after the hours for calls."""
    clock.set(_at(clock, "19:30"))
    return call


def _enter(services: Services, call: str, at: datetime, by: str, minutes: int = 3) -> CallSheet:
    version = services.callbacks.open(call).version
    return services.callbacks.enter_from_paper(call, version, by, at, minutes)


def _stored(desk: Desk, call: str) -> Callback:
    with desk.read() as session:
        found = session.get_one(Callback, call)
        session.expunge(found)
        return found


def test_it_bears_the_moment_and_the_caller_of_the_paper(
    make: Make, desk: Desk, clock: FixedClock, specialist: Services, evening: str
) -> None:
    manager = make.services(Role.CS_MANAGER, name="客服主管乙")
    by, at = specialist.desk.actor.id, _at(clock, "15:20")
    sheet = _enter(manager, evening, at, by)
    calls = manager.callbacks
    calls.finish(evening, sheet.version, said(sheet, *SATISFIED), "停电时打的")
    kept = _stored(desk, evening)
    assert kept.status is CallbackStatus.DONE
    assert (kept.closed_by, kept.closed_at) == (by, at + timedelta(minutes=3))
    assert kept.closed_on == at.date()
    [attempt] = kept.attempts
    assert (attempt.by, attempt.started_at, attempt.ended_at) == (by, at, kept.closed_at)
    assert attempt.entered_at == clock.now()


def test_an_attempt_that_reached_nobody_is_tried_again_after_its_own_hour(
    desk: Desk, clock: FixedClock, specialist: Services, evening: str
) -> None:
    at = _at(clock, "10:35")
    sheet = _enter(specialist, evening, at, specialist.desk.actor.id, 1)
    found = specialist.callbacks.attempt(evening, sheet.version, CallOutcome.NO_ANSWER)
    assert found.status is CallbackStatus.RETRY
    assert found.next_try_at == _at(clock, "15:00")
    assert _stored(desk, evening).attempts[0].entered_at == clock.now()


def test_what_the_sales_consultant_or_manager_called_others_may_enter(
    make: Make, specialist: Services, clock: FixedClock, evening: str
) -> None:
    adviser = make.services(Role.SERVICE_ADVISOR, name="陈晨")
    sheet = _enter(adviser, evening, _at(clock, "15:20"), specialist.desk.actor.id)
    adviser.callbacks.finish(evening, sheet.version, said(sheet, *SATISFIED))
    assert adviser.callbacks.open(evening).closed


def test_who_served_the_customer_is_refused_as_caller(
    advisor: Services, specialist: Services, clock: FixedClock, evening: str
) -> None:
    with pytest.raises(PermissionDenied) as refused:
        _enter(specialist, evening, _at(clock, "15:20"), advisor.desk.actor.id)
    assert refused.value.code == "callbacks.cannot_assign"


@pytest.mark.parametrize(
    ("at", "minutes", "code"),
    [
        ("19:29", 5, "callbacks.paper_ahead"),
        ("15:20", 0, "callbacks.paper_minutes"),
        ("15:20", 181, "callbacks.paper_minutes"),
    ],
)
def test_a_moment_that_cannot_be_is_refused(
    specialist: Services, clock: FixedClock, evening: str, at: str, minutes: int, code: str
) -> None:
    with pytest.raises(FrontdeskError) as refused:
        _enter(specialist, evening, _at(clock, at), specialist.desk.actor.id, minutes)
    assert refused.value.code == code


def test_one_before_a_later_attempt_or_of_long_ago_is_refused(
    specialist: Services, clock: FixedClock, evening: str
) -> None:
    me = specialist.desk.actor.id
    sheet = _enter(specialist, evening, _at(clock, "15:20"), me)
    specialist.callbacks.attempt(evening, sheet.version, CallOutcome.BUSY)
    for at, code in (
        (_at(clock, "15:00"), "callbacks.paper_before_attempt"),
        (clock.now() - timedelta(days=32), "callbacks.paper_too_old"),
    ):
        with pytest.raises(FrontdeskError) as refused:
            _enter(specialist, evening, at, me)
        assert refused.value.code == code


def test_put_back_and_called_anew_it_is_of_today(
    desk: Desk, specialist: Services, clock: FixedClock, evening: str
) -> None:
    _enter(specialist, evening, _at(clock, "15:20"), specialist.desk.actor.id)
    specialist.callbacks.park(evening)
    sheet = specialist.callbacks.open(evening)
    sheet = specialist.callbacks.start(evening, sheet.version, "客户约定")
    specialist.callbacks.finish(evening, sheet.version, said(sheet, *SATISFIED))
    [attempt] = _stored(desk, evening).attempts
    assert (attempt.entered_at, attempt.ended_at) == (None, clock.now())
