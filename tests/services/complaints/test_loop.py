"""A ticket from registration to filed, by the right people, in order."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from frontdesk.clock import FixedClock
from frontdesk.errors import Conflict, InputErrors, NotFound, UserError
from frontdesk.models.enums import (
    ClockColour,
    ComplaintLevel,
    Department,
    ResponseKind,
    Role,
    Satisfaction,
)
from frontdesk.models.journal import AuditEntry
from tests.services.complaints.loop import STATES, TAKER, WAY, Loop, State, Step


def _faults(error: InputErrors) -> dict[str | None, str]:
    return {fault.field: fault.code for fault in error.errors}


def test_the_whole_loop_with_who_when_and_what(loop: Loop, clock: FixedClock) -> None:
    ticket_id = loop.register()
    began = clock.now()
    assert loop.open(ticket_id).number == "C-2026-000001"
    for step, state in zip(WAY, STATES[1:], strict=True):
        clock.move(timedelta(hours=2))
        assert loop.take(ticket_id, step) is state
    ticket = loop.open(ticket_id)
    assert [entry.step for entry in ticket.entries] == [Step.REGISTERED, *WAY]
    assert [entry.by for entry in ticket.entries][1:] == [TAKER[step].value for step in WAY]
    assert [entry.at for entry in ticket.entries] == [
        began + timedelta(hours=2 * n) for n in range(9)
    ]
    said = {part.name: part.value for part in ticket.entries[5].parts}
    assert said["responses"] == (ResponseKind.REWORK, ResponseKind.APOLOGY)
    assert said["cost"] == Decimal("380.50")
    assert said["accepted"] is True
    assert (ticket.level, ticket.department) == (
        ComplaintLevel.COMPLAINT_URGENT,
        Department.SERVICE,
    )
    assert ticket.cost == Decimal("380.50")
    assert (ticket.satisfied_after, ticket.handling_score) == (True, 9)
    assert ticket.clocks.loop.in_time is True
    assert ticket.steps[0].step is Step.ADDED
    assert ticket.main_steps == ()


def test_each_step_leaves_its_audit_entry(loop: Loop) -> None:
    ticket_id = loop.at(State.FILED)
    with loop.make.desk.read() as session:
        actions = [
            row.action
            for row in session.query(AuditEntry).filter_by(subject="complaint")
            if row.subject_id == ticket_id
        ]
    way = (Step.ACKNOWLEDGED, *WAY)
    assert actions == ["complaint.register", *(f"complaint.{step.value}" for step in way)]


def test_sent_back_with_a_reason_the_opinion_is_written_anew(loop: Loop) -> None:
    ticket_id = loop.at(State.TO_APPROVE)
    with pytest.raises(InputErrors) as refused:
        loop.take(ticket_id, Step.SENT_BACK, words=" ")
    assert _faults(refused.value) == {"words": "complaint.field_missing"}
    assert loop.take(ticket_id, Step.SENT_BACK) is State.TO_OPINE
    assert loop.take(ticket_id, Step.OPINION, words="另加补偿 200 元") is State.TO_APPROVE
    assert loop.open(ticket_id).round == 1


def test_an_unsatisfied_customer_opens_a_new_round(loop: Loop, clock: FixedClock) -> None:
    ticket_id = loop.at(State.TO_FOLLOW_UP)
    first_due = loop.open(ticket_id).clocks.loop.due
    state = loop.take(
        ticket_id,
        Step.FOLLOWED_UP,
        satisfaction=Satisfaction.AVERAGE,
        handling_score="4",
        further_routes="可向厂家 400 热线反映",
    )
    assert state is State.TO_OPINE
    ticket = loop.open(ticket_id)
    assert (ticket.round, ticket.satisfied_after) == (2, False)
    clock.move(timedelta(hours=1))
    for step in (Step.OPINION, Step.APPROVED, Step.DISPATCHED):
        loop.take(ticket_id, step)
    again = loop.open(ticket_id)
    assert again.clocks.loop.due == first_due
    assert again.clocks.handling is not None
    assert again.clocks.handling.started == clock.now()
    loop.take(ticket_id, Step.RETURNED, cost="19.50")
    loop.take(ticket_id, Step.FOLLOWED_UP)
    done = loop.open(ticket_id)
    assert done.state is State.TO_SIGN_OFF
    assert done.cost == Decimal(400)
    assert done.satisfied_after is True


def test_a_complaint_not_valid_is_explained_confirmed_and_followed_up(loop: Loop) -> None:
    ticket_id = loop.register()
    with pytest.raises(InputErrors) as refused:
        loop.take(ticket_id, Step.JUDGED, valid=False)
    assert _faults(refused.value) == {
        "explained": "complaint.field_missing",
        "reaction": "complaint.field_missing",
    }
    loop.take(ticket_id, Step.JUDGED, valid=False, explained="属正常现象", reaction="理解")
    assert loop.open(ticket_id).department is None
    assert loop.take(ticket_id, Step.OPINION, words="确认不成立") is State.TO_FOLLOW_UP
    assert loop.take(ticket_id, Step.FOLLOWED_UP) is State.TO_SIGN_OFF
    steps = [planned.step for planned in loop.open(ticket_id).strip]
    assert Step.RETURNED not in steps


def test_acknowledging_is_an_event_of_its_own(loop: Loop, clock: FixedClock) -> None:
    ticket_id = loop.register()
    told = clock.now()
    clock.move(timedelta(minutes=20))
    assert loop.take(ticket_id, Step.ACKNOWLEDGED, told_at=told) is State.TO_JUDGE
    planned = {each.step: each for each in loop.open(ticket_id).strip}
    assert planned[Step.ACKNOWLEDGED].actual == told
    loop.take(ticket_id, Step.JUDGED)
    clock.move(timedelta(minutes=20))
    loop.take(ticket_id, Step.ACKNOWLEDGED)
    planned = {each.step: each for each in loop.open(ticket_id).strip}
    assert planned[Step.ACKNOWLEDGED].actual == told


def test_times_said_lie_between_registration_and_now(loop: Loop, clock: FixedClock) -> None:
    ticket_id = loop.register()
    for moved, code in {
        timedelta(minutes=5): "complaint.in_future",
        timedelta(minutes=-5): "complaint.before_registration",
    }.items():
        with pytest.raises(InputErrors) as refused:
            loop.take(ticket_id, Step.ACKNOWLEDGED, told_at=clock.now() + moved)
        assert _faults(refused.value) == {"told_at": code}


@pytest.mark.parametrize(
    ("step", "state", "name", "value", "code"),
    [
        (Step.FOLLOWED_UP, State.TO_FOLLOW_UP, "handling_score", 11, "complaint.score_range"),
        (Step.FOLLOWED_UP, State.TO_FOLLOW_UP, "handling_score", "x", "complaint.score_range"),
        (Step.FOLLOWED_UP, State.TO_FOLLOW_UP, "satisfaction", "", "complaint.choice_missing"),
        (Step.RETURNED, State.TO_RETURN, "cost", "-1", "complaint.cost_range"),
        (Step.RETURNED, State.TO_RETURN, "cost", "1.005", "complaint.cost_range"),
        (Step.RETURNED, State.TO_RETURN, "cost", "NaN", "complaint.cost_range"),
        (Step.RETURNED, State.TO_RETURN, "cost", "abc", "complaint.not_read"),
        (Step.RETURNED, State.TO_RETURN, "responses", "bribe", "complaint.not_read"),
        (Step.JUDGED, State.TO_JUDGE, "valid", "perhaps", "complaint.not_read"),
        (Step.JUDGED, State.TO_JUDGE, "category", "none.such", "complaint.category_unknown"),
        (Step.OPINION, State.TO_OPINE, "words", "长" * 4001, "value.too_long"),
    ],
)
def test_what_cannot_be_read_is_said_beside_its_field(
    loop: Loop, step: Step, state: State, name: str, value: object, code: str
) -> None:
    ticket_id = loop.at(state)
    with pytest.raises(InputErrors) as refused:
        loop.take(ticket_id, step, None, **{name: value})
    assert _faults(refused.value)[name] == code
    assert loop.open(ticket_id).state is state


def test_a_step_on_an_old_version_is_refused(loop: Loop) -> None:
    ticket_id = loop.at(State.TO_OPINE)
    seen = loop.open(ticket_id).version
    manager = loop.people[Role.CS_MANAGER].complaints
    manager.take(ticket_id, Step.OPINION, loop.said(Step.OPINION), seen)
    with pytest.raises(Conflict):
        manager.take(ticket_id, Step.OPINION, loop.said(Step.OPINION), seen)


def test_words_added_stand_in_nobodys_way(loop: Loop) -> None:
    ticket_id = loop.at(State.TO_OPINE)
    seen = loop.open(ticket_id).version
    loop.people[Role.SALES_CONSULTANT].complaints.add_words(ticket_id, "顾客下午会再来")
    manager = loop.people[Role.CS_MANAGER].complaints
    assert manager.take(ticket_id, Step.OPINION, loop.said(Step.OPINION), seen) is State.TO_APPROVE


def test_a_filed_ticket_takes_words_only(loop: Loop) -> None:
    ticket_id = loop.at(State.FILED)
    with pytest.raises(UserError, match="not_now"):
        loop.take(ticket_id, Step.FILED)
    assert loop.take(ticket_id, Step.ADDED) is State.FILED
    assert loop.open(ticket_id).entries[-1].parts[0].value == "顾客再次来电询问"


def test_a_safety_matter_is_on_the_general_managers_list_at_once(loop: Loop) -> None:
    ticket_id = loop.register(safety=True)
    waiting = loop.people[Role.GENERAL_MANAGER].complaints.waiting()
    assert [row.id for row in waiting] == [ticket_id]


def test_judgement_may_correct_level_and_category(loop: Loop) -> None:
    ticket_id = loop.register(category="other.other")
    loop.take(ticket_id, Step.JUDGED, category="repeat_repair.same_fault")
    assert loop.open(ticket_id).category == "repeat_repair.same_fault"
    assert loop.take(ticket_id, Step.JUDGED, department="sales") is State.TO_OPINE
    assert loop.open(ticket_id).department is Department.SALES
    assert len(loop.open(ticket_id).entries) == 3


def test_colours_and_time_left(loop: Loop, clock: FixedClock) -> None:
    ticket_id = loop.register()
    clock.move(timedelta(hours=18))
    loop_clock = loop.open(ticket_id).clocks.loop
    assert loop_clock.colour(clock.now(), 75) is ClockColour.SOON
    assert loop_clock.left(clock.now()) == timedelta(hours=6)


def test_unknown_tickets_are_named(loop: Loop) -> None:
    with pytest.raises(NotFound):
        loop.open("C-1999-000001")
    with pytest.raises(NotFound):
        loop.people[Role.CS_SPECIALIST].complaints.add_words("nothing", "x")


def test_a_ticket_opens_by_its_number_too(loop: Loop) -> None:
    ticket_id = loop.register()
    assert loop.open("c-2026-000001").id == ticket_id
