"""A call on hold: what is waited is not talked, whatever becomes of the program meanwhile."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from frontdesk.clock import FixedClock
from frontdesk.errors import UserError
from frontdesk.models.callback import Callback
from frontdesk.models.enums import CallOutcome, Role
from frontdesk.models.journal import AuditEntry
from frontdesk.services.callbacks.dto import CallSheet, Talk
from frontdesk.services.desk import Desk
from frontdesk.services.registry import Services
from tests.factories import Make
from tests.services.callbacks.conftest import SATISFIED, said

MINUTE = timedelta(minutes=1)


@pytest.fixture
def sheet(specialist: Services, call: str) -> CallSheet:
    """The call, begun."""
    return specialist.callbacks.start(call, specialist.callbacks.open(call).version)


def _stored(desk: Desk, call: str) -> Callback:
    with desk.read() as session:
        return session.get_one(Callback, call)


def _lasted(desk: Desk, call: str) -> timedelta:
    last = _stored(desk, call).attempts[-1]
    return last.ended_at - last.started_at


def _told(desk: Desk, action: str) -> dict[str, object]:
    with desk.read() as session:
        entry = session.query(AuditEntry).filter_by(action=action).one()
        found: dict[str, object] = json.loads(entry.detail)
        return found


def test_the_attempt_lasts_as_long_as_was_talked(
    specialist: Services, sheet: CallSheet, desk: Desk, clock: FixedClock
) -> None:
    calls = specialist.callbacks
    clock.move(MINUTE)
    assert calls.hold(sheet.id).on_hold
    clock.move(12 * MINUTE)
    assert calls.open(sheet.id).talk.waited(desk.now) == 12 * MINUTE
    assert not calls.go_on(sheet.id).on_hold
    clock.move(2 * MINUTE)
    calls.finish(sheet.id, sheet.version, said(sheet, *SATISFIED))
    assert _lasted(desk, sheet.id) == 3 * MINUTE
    assert _stored(desk, sheet.id).attempts[-1].ended_at == desk.now
    assert _told(desk, "callback.finish")["held"] == 12 * 60


def test_a_call_that_ends_on_hold_was_talked_until_then(
    specialist: Services, sheet: CallSheet, desk: Desk, clock: FixedClock
) -> None:
    clock.move(MINUTE)
    specialist.callbacks.hold(sheet.id)
    clock.move(4 * MINUTE)
    specialist.callbacks.attempt(sheet.id, sheet.version, CallOutcome.BUSY)
    assert _lasted(desk, sheet.id) == MINUTE
    assert _told(desk, "callback.attempt")["held"] == 4 * 60
    # The next attempt begins at nothing.
    clock.move(timedelta(hours=1))
    again = specialist.callbacks.start(
        sheet.id, specialist.callbacks.open(sheet.id).version, "约定"
    )
    assert again.talk == Talk(told_at=desk.now)


def test_without_a_hold_the_trail_says_nothing_of_one(
    specialist: Services, sheet: CallSheet, desk: Desk
) -> None:
    specialist.callbacks.attempt(sheet.id, sheet.version, CallOutcome.BUSY)
    assert "held" not in _told(desk, "callback.attempt")


@pytest.mark.parametrize("on_hold", [False, True])
def test_put_aside_and_taken_up_again_it_goes_on_with_the_time_already_talked(
    specialist: Services, sheet: CallSheet, desk: Desk, clock: FixedClock, on_hold: bool
) -> None:
    calls = specialist.callbacks
    progress = said(sheet, "self", "yes")
    clock.move(2 * MINUTE)
    calls.keep(sheet.id, progress)
    if on_hold:
        calls.hold(sheet.id)
    calls.park(sheet.id)
    clock.move(timedelta(hours=1))
    aside = calls.open(sheet.id)
    assert aside.talk.so_far(desk.now) == 2 * MINUTE
    begun = calls.start(sheet.id, aside.version, "接着打")
    assert begun.progress.given == progress.given
    assert not begun.talk.on_hold
    clock.move(MINUTE)
    assert calls.open(sheet.id).talk.so_far(desk.now) == 3 * MINUTE


def test_a_crash_on_hold_leaves_it_on_hold(
    specialist: Services, sheet: CallSheet, desk: Desk, clock: FixedClock
) -> None:
    clock.move(MINUTE)
    specialist.callbacks.hold(sheet.id)
    clock.move(7 * MINUTE)
    now = specialist.callbacks.open(sheet.id)
    assert now.mine
    assert (now.talk.so_far(desk.now), now.talk.waited(desk.now)) == (MINUTE, 7 * MINUTE)
    # Answers kept meanwhile do not end it.
    assert specialist.callbacks.keep(sheet.id, said(sheet, "self")).on_hold


def test_after_a_crash_only_what_was_told_counts_as_talked(
    specialist: Services, sheet: CallSheet, desk: Desk, clock: FixedClock
) -> None:
    clock.move(MINUTE)
    specialist.callbacks.keep(sheet.id, sheet.progress)
    clock.move(20 * MINUTE)
    specialist.callbacks.keep(sheet.id, sheet.progress)
    clock.move(MINUTE)
    specialist.callbacks.finish(sheet.id, sheet.version, said(sheet, *SATISFIED))
    assert _lasted(desk, sheet.id) == 2 * MINUTE


@pytest.mark.parametrize("on_hold", [False, True])
def test_a_clock_set_back_during_the_call_never_makes_it_last_less_than_nothing(
    specialist: Services, sheet: CallSheet, desk: Desk, clock: FixedClock, on_hold: bool
) -> None:
    clock.move(2 * MINUTE)
    if on_hold:
        specialist.callbacks.hold(sheet.id)
    else:
        specialist.callbacks.keep(sheet.id, sheet.progress)
    clock.move(-timedelta(hours=3))
    assert specialist.callbacks.open(sheet.id).talk.waited(desk.now) == timedelta(0)
    specialist.callbacks.go_on(sheet.id)
    clock.move(MINUTE)
    specialist.callbacks.finish(sheet.id, sheet.version, said(sheet, *SATISFIED))
    assert _lasted(desk, sheet.id) == 3 * MINUTE


def test_a_hold_is_a_draft_and_nobody_elses(
    make: Make, specialist: Services, sheet: CallSheet, desk: Desk
) -> None:
    before = _stored(desk, sheet.id).version
    specialist.callbacks.hold(sheet.id)
    specialist.callbacks.go_on(sheet.id)
    assert _stored(desk, sheet.id).version == before
    other = make.services(Role.CS_SPECIALIST)
    for act in (other.callbacks.hold, other.callbacks.go_on):
        with pytest.raises(UserError) as refused:
            act(sheet.id)
        assert refused.value.code == "callbacks.taken"


def test_a_call_begun_by_a_program_that_knew_no_hold_is_timed_from_its_start(
    specialist: Services, sheet: CallSheet, desk: Desk, clock: FixedClock
) -> None:
    with desk.write() as work:
        row = work.session.get_one(Callback, sheet.id)
        kept = json.loads(row.progress or "{}")
        del kept["talk"]
        row.progress = json.dumps(kept)
    clock.move(3 * MINUTE)
    begun = specialist.callbacks.open(sheet.id)
    assert begun.talk.so_far(desk.now) == 3 * MINUTE
    specialist.callbacks.finish(sheet.id, begun.version, said(sheet, *SATISFIED))
    assert _lasted(desk, sheet.id) == 3 * MINUTE


def test_what_is_entered_from_paper_is_never_on_hold(
    specialist: Services, call: str, desk: Desk
) -> None:
    calls = specialist.callbacks
    began = desk.now - 20 * MINUTE
    sheet = calls.enter_from_paper(
        call, calls.open(call).version, specialist.desk.actor.id, began, 4
    )
    assert calls.hold(call) == Talk()
    calls.finish(call, sheet.version, said(sheet, *SATISFIED))
    attempt = _stored(desk, call).attempts[-1]
    assert (attempt.started_at, attempt.ended_at) == (began, began + 4 * MINUTE)
