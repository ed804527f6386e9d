"""The table of the closed loop: what leads where, what each step has to say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.models.complaint_steps import (
    FIELDS,
    MOVES,
    NEXT_STEPS,
    allowed,
    asked,
    missing,
    next_state,
    opens_round,
    steps_from,
)
from frontdesk.models.enums import ComplaintState as State
from frontdesk.models.enums import ComplaintStep as Step

_TO = {
    (State.TO_JUDGE, Step.JUDGED): State.TO_OPINE,
    (State.TO_OPINE, Step.JUDGED): State.TO_OPINE,
    (State.TO_OPINE, Step.OPINION): State.TO_APPROVE,
    (State.TO_APPROVE, Step.OPINION): State.TO_APPROVE,
    (State.TO_APPROVE, Step.APPROVED): State.TO_DISPATCH,
    (State.TO_APPROVE, Step.SENT_BACK): State.TO_OPINE,
    (State.TO_DISPATCH, Step.DISPATCHED): State.TO_RETURN,
    (State.TO_RETURN, Step.DISPATCHED): State.TO_RETURN,
    (State.TO_RETURN, Step.RETURNED): State.TO_FOLLOW_UP,
    (State.TO_FOLLOW_UP, Step.FOLLOWED_UP): State.TO_SIGN_OFF,
    (State.TO_SIGN_OFF, Step.SIGNED_OFF): State.TO_FILE,
    (State.TO_FILE, Step.FILED): State.FILED,
}
_KNOWN = {"valid": "yes", "satisfaction": "satisfied"}


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("step", Step)
def test_every_cell_of_a_valid_satisfied_complaint(state: State, step: Step) -> None:
    expected = _TO.get((state, step))
    if step is Step.ADDED:
        expected = state
    if step in (Step.ACKNOWLEDGED, Step.PAUSED, Step.RESUMED) and state not in (
        State.TO_SIGN_OFF,
        State.TO_FILE,
        State.FILED,
    ):
        expected = state
    assert allowed(state, step) is (expected is not None)
    if expected is None:
        with pytest.raises(LookupError):
            next_state(state, step, _KNOWN)
    else:
        assert next_state(state, step, _KNOWN) is expected


def test_a_complaint_that_is_not_valid_goes_to_the_follow_up_call() -> None:
    assert next_state(State.TO_OPINE, Step.OPINION, {"valid": "no"}) is State.TO_FOLLOW_UP


@pytest.mark.parametrize("word", ["average", "dissatisfied"])
def test_a_customer_not_satisfied_brings_the_opinion_back(word: str) -> None:
    said = {"satisfaction": word}
    assert next_state(State.TO_FOLLOW_UP, Step.FOLLOWED_UP, said) is State.TO_OPINE
    assert opens_round(Step.FOLLOWED_UP, said)
    assert not opens_round(Step.FOLLOWED_UP, {"satisfaction": "satisfied"})


def test_every_state_can_be_reached_and_left_until_it_is_filed() -> None:
    reached = {move.to for move in MOVES} | {State.TO_JUDGE}
    assert reached == set(State)
    for state in State:
        assert bool(NEXT_STEPS[state]) is (state is not State.FILED)
        assert all(allowed(state, step) for step in steps_from(state))


def test_what_is_waited_for_comes_first() -> None:
    assert steps_from(State.TO_APPROVE) == (
        Step.APPROVED,
        Step.SENT_BACK,
        Step.OPINION,
        Step.ACKNOWLEDGED,
        Step.PAUSED,
        Step.RESUMED,
        Step.ADDED,
    )


def test_a_valid_complaint_needs_its_department_an_invalid_one_its_explanation() -> None:
    said = {"level": "complaint_normal", "safety": "no"}
    assert missing(Step.JUDGED, said) == ("valid",)
    assert missing(Step.JUDGED, said | {"valid": "yes"}) == ("department",)
    assert missing(Step.JUDGED, said | {"valid": "no"}) == ("explained", "reaction")
    assert missing(Step.JUDGED, said | {"valid": "yes", "department": "sales"}) == ()


def test_blanks_are_no_answer() -> None:
    assert missing(Step.OPINION, {"words": " \n "}) == ("words",)


def test_further_routes_are_asked_only_of_the_unsatisfied() -> None:
    names = {field.name for field in asked(Step.FOLLOWED_UP, {"satisfaction": "satisfied"})}
    assert "further_routes" not in names
    said = {"satisfaction": "average", "handling_score": "3", "words": "仍有异响"}
    assert missing(Step.FOLLOWED_UP, said) == ("further_routes",)


def test_a_return_has_to_say_everything_but_the_second_person_and_penalties() -> None:
    optional = {field.name for field in FIELDS[Step.RETURNED] if not field.required}
    assert optional == {"secondary_person", "penalties"}
    assert len(missing(Step.RETURNED, {})) == len(FIELDS[Step.RETURNED]) - 2


@given(st.lists(st.tuples(st.sampled_from(Step), st.booleans(), st.booleans()), max_size=40))
def test_no_way_leads_out_of_the_table(way: list[tuple[Step, bool, bool]]) -> None:
    state = State.TO_JUDGE
    for step, valid, satisfied in way:
        known = {
            "valid": "yes" if valid else "no",
            "satisfaction": "satisfied" if satisfied else "average",
        }
        if allowed(state, step):
            after = next_state(state, step, known)
            assert any(m.state is state and m.step is step and m.to is after for m in MOVES)
            state = after
        else:
            with pytest.raises(LookupError):
                next_state(state, step, known)
