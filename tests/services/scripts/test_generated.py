"""Whatever a script looks like: it runs, or it is refused with the place named."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from frontdesk.errors import UserError
from frontdesk.services.scripts import (
    Fact,
    Given,
    Progress,
    Script,
    check,
    missing,
    position,
    rescored,
    result,
)
from frontdesk.services.scripts.engine import answers
from tests.services.scripts.generated import answered, scripts

FACTS = st.frozensets(st.sampled_from(Fact))
_PLACES = {"scripts.damaged_loop", "scripts.damaged_way"}


@given(script=scripts(), facts=FACTS, data=st.data())
def test_a_walk_ends_or_names_the_place_of_the_damage(
    script: Script, facts: frozenset[Fact], data: st.DataObject
) -> None:
    progress = Progress()
    sound = not check(script)
    try:
        for _ in range(12):
            where = position(script, progress, facts)
            if where.ask is None:
                assert not sound or where.say[-1].closing
                break
            progress = data.draw(st.composite(answered)(script, progress, where.ask, facts))
            if progress is None:
                assert not sound
                return
    except UserError as damage:
        _names_its_place(damage, script)
        if sound:
            raise  # a script without a fault never fails in a call


def _names_its_place(damage: UserError, script: Script) -> None:
    assert damage.code in _PLACES
    assert script.step(str(damage.params["place"]).removeprefix("trial.")) is not None


_GIVEN = st.builds(
    Given,
    step=st.sampled_from(("one", "two", "three", "four")),
    answer=st.none() | st.sampled_from(("a0", "a1", "yes", "no", "gone")),
    text=st.sampled_from(("", "话", "7", "0", "11", "2026-11-05", "2026-13-05")),
)


@given(script=scripts(), facts=FACTS, given_=st.lists(_GIVEN, max_size=8))
def test_no_set_of_answers_passes_by_a_required_one(
    script: Script, facts: frozenset[Fact], given_: list[Given]
) -> None:
    """Also a forged one: what is no answer of its step counts as not given."""
    progress = Progress(given=tuple(given_))
    try:
        where = position(script, progress, facts)
        open_ = missing(script, progress, facts)
    except UserError as damage:
        _names_its_place(damage, script)
        return
    for taken in where.passed:
        assert answers(taken.step, taken.given)
        if taken.step.required and taken.step.question.is_chosen:
            assert taken.answer is not None
        elif taken.step.required:
            assert taken.words != ""
    if where.ask is not None and where.ask.required:
        assert where.ask in open_


@given(script=scripts(), facts=FACTS, data=st.data())
def test_the_score_is_computed_anew_from_what_is_kept(
    script: Script, facts: frozenset[Fact], data: st.DataObject
) -> None:
    progress = Progress()
    try:
        while (ask := position(script, progress, facts).ask) is not None:
            further = data.draw(st.composite(answered)(script, progress, ask, facts))
            if further is None or len(progress.given) > 8:
                break
            progress = further
        found = result(script, progress, facts)
        passed = position(script, progress, facts).passed
    except UserError:
        return
    kept = [(taken.step.key, taken.value) for taken in passed]
    assert rescored(script, kept) == found.score
    assert found.score is None or 0 <= found.score <= 100


@given(st.data())
def test_a_fact_turning_up_in_a_call_loses_no_answer(data: st.DataObject) -> None:
    script = data.draw(scripts())
    facts = data.draw(FACTS)
    progress = Progress()
    try:
        for _ in range(4):
            ask = position(script, progress, facts).ask
            if ask is None:
                break
            further = data.draw(st.composite(answered)(script, progress, ask, facts))
            if further is None:
                return
            progress = further
        later = data.draw(FACTS)
        ask = position(script, progress, later).ask
        if ask is None:
            return
        after = data.draw(st.composite(answered)(script, progress, ask, later))
        if after is None:
            return
    except UserError as damage:
        _names_its_place(damage, script)
        return
    both = (*after.given, *after.remembered)
    kept = {each.step for each in both}
    assert {each.step for each in progress.given} <= kept
    assert position(script, after, later).passed[-1].given == after.given[-1]
