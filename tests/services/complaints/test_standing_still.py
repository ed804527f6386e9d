"""Pauses of a ticket's clocks: said why, always visible, ended by whoever goes on."""

from __future__ import annotations

from datetime import timedelta

import pytest

from frontdesk.clock import FixedClock
from frontdesk.errors import InputErrors, PermissionDenied, UserError
from frontdesk.models.complaint import Complaint
from frontdesk.models.enums import PauseReason, Role
from tests.services.complaints.loop import Loop, State, Step


def test_a_pause_moves_both_deadlines_and_is_told_with_and_without(
    loop: Loop, clock: FixedClock
) -> None:
    ticket_id = loop.at(State.TO_RETURN)
    before = loop.open(ticket_id).clocks
    assert before.handling is not None
    loop.take(ticket_id, Step.PAUSED)
    clock.move(timedelta(hours=30))
    paused = loop.open(ticket_id).paused
    assert paused is not None
    assert (paused.reason, paused.words) == (PauseReason.PARTS, "等待膨胀阀到货")
    loop.take(ticket_id, Step.RESUMED)
    after = loop.open(ticket_id).clocks
    assert after.handling is not None
    assert after.loop.due - before.loop.due == timedelta(hours=30)
    assert after.handling.due - before.handling.due == timedelta(hours=30)
    for step in (Step.RETURNED, Step.FOLLOWED_UP, Step.SIGNED_OFF):
        clock.move(timedelta(hours=1))
        loop.take(ticket_id, step)
    ended = loop.open(ticket_id).clocks.loop
    assert ended.in_time is True
    assert ended.in_time_with_pauses is False
    assert ended.gone_by(clock.now()) - ended.used(clock.now()) == timedelta(hours=30)


def test_whoever_goes_on_with_the_work_ends_the_pause(loop: Loop, clock: FixedClock) -> None:
    ticket_id = loop.at(State.TO_RETURN)
    loop.take(ticket_id, Step.PAUSED)
    clock.move(timedelta(hours=2))
    loop.take(ticket_id, Step.RETURNED)
    ticket = loop.open(ticket_id)
    assert ticket.paused is None
    assert [entry.step for entry in ticket.entries][-3:] == [
        Step.PAUSED,
        Step.RESUMED,
        Step.RETURNED,
    ]
    with loop.make.desk.read() as session:
        kept = session.get_one(Complaint, ticket_id)
        assert (kept.paused_at, kept.paused_seconds) == (None, 7200)


def test_adding_words_leaves_the_pause(loop: Loop) -> None:
    ticket_id = loop.at(State.TO_RETURN)
    loop.take(ticket_id, Step.PAUSED)
    loop.take(ticket_id, Step.ADDED)
    assert loop.open(ticket_id).paused is not None


def test_a_pause_needs_its_reason_and_is_not_doubled(loop: Loop) -> None:
    ticket_id = loop.at(State.TO_RETURN)
    with pytest.raises(UserError, match="not_paused"):
        loop.take(ticket_id, Step.RESUMED)
    with pytest.raises(InputErrors) as refused:
        loop.take(ticket_id, Step.PAUSED, pause_reason="", words="")
    assert {error.field for error in refused.value.errors} == {"pause_reason", "words"}
    loop.take(ticket_id, Step.PAUSED)
    with pytest.raises(UserError, match="paused_already"):
        loop.take(ticket_id, Step.PAUSED)


def test_only_who_holds_the_ticket_and_the_managers_pause_it(loop: Loop) -> None:
    ticket_id = loop.at(State.TO_RETURN)
    for role in (Role.SALES_CONSULTANT, Role.CS_SPECIALIST, Role.SALES_MANAGER):
        with pytest.raises(PermissionDenied, match="others_pause"):
            loop.take(ticket_id, Step.PAUSED, by=loop.people[role])
    with pytest.raises(PermissionDenied, match="you_served"):
        loop.take(ticket_id, Step.PAUSED, by=loop.advisor)
    loop.take(ticket_id, Step.PAUSED, by=loop.handler)
    assert loop.open(ticket_id).paused is not None


def test_a_clock_set_back_during_a_pause_takes_no_time_away(loop: Loop, clock: FixedClock) -> None:
    ticket_id = loop.at(State.TO_RETURN)
    due = loop.open(ticket_id).clocks.loop.due
    loop.take(ticket_id, Step.PAUSED)
    clock.move(timedelta(hours=-5))
    loop.take(ticket_id, Step.RESUMED)
    assert loop.open(ticket_id).clocks.loop.due == due


def test_filing_asks_for_the_signed_sheet_or_the_reason(loop: Loop) -> None:
    ticket_id = loop.at(State.TO_FILE)
    with pytest.raises(UserError, match="sheet_missing") as refused:
        loop.take(ticket_id, Step.FILED, no_sheet="")
    assert refused.value.field == "no_sheet"
    assert loop.take(ticket_id, Step.FILED, no_sheet="顾客在外地，邮寄中") is State.FILED
