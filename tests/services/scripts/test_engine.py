"""Answers lead on, lead back and are never lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.errors import UserError
from frontdesk.models.enums import CallbackKind
from frontdesk.services.scripts import (
    Progress,
    QuestionKind,
    Script,
    answer,
    back,
    missing,
    position,
    remembered,
    result,
    shipped_script,
)

NEW_CAR = shipped_script(CallbackKind.NEW_CAR)


def _run(script: Script, *choices: str) -> Progress:
    progress = Progress()
    for choice in choices:
        progress = answer(script, progress, choice=choice)
    return progress


@pytest.mark.parametrize("mark", ["0", "11", "-1", "7.5", "七", "", "１"])
def test_a_mark_is_a_whole_number_from_1_to_10(mark: str) -> None:
    progress = _run(NEW_CAR, "self", "yes", "complete", "fine")
    with pytest.raises(UserError) as refused:
        answer(NEW_CAR, progress, text=mark)
    assert refused.value.code == "scripts.mark"


def test_marks_become_a_score_out_of_100() -> None:
    progress = _run(NEW_CAR, "self", "yes", "complete", "fine")
    progress = answer(NEW_CAR, progress, text="9")
    assert result(NEW_CAR, progress).score == 90


def test_an_answer_of_another_step_is_refused() -> None:
    with pytest.raises(UserError) as refused:
        answer(NEW_CAR, Progress(), choice="dissatisfied")
    assert refused.value.code == "scripts.choice_required"


def test_required_words_must_be_given() -> None:
    progress = _run(NEW_CAR, "self", "yes", "complete", "fine", "8", "dissatisfied", "sales")
    with pytest.raises(UserError) as refused:
        answer(NEW_CAR, progress, text="  \n ")
    assert refused.value.code == "scripts.words_required"


def test_optional_words_may_be_left_out() -> None:
    progress = _run(NEW_CAR, "self", "yes", "complete", "fine", "8", "satisfied")
    assert position(NEW_CAR, answer(NEW_CAR, progress)).finished


def test_back_remembers_what_was_said_and_offers_it_again() -> None:
    progress = _run(NEW_CAR, "self", "yes", "complete", "fine", "8", "dissatisfied", "sales")
    progress = answer(NEW_CAR, progress, text="多讲一讲")
    gone = back(progress)
    step = position(NEW_CAR, gone).ask
    assert step is not None
    assert step.key == "better"
    kept = remembered(gone, step)
    assert kept is not None
    assert kept.text == "多讲一讲"
    again = answer(NEW_CAR, gone, text=kept.text)
    assert again.given == progress.given
    assert remembered(again, step) is None


def test_back_at_the_start_stays() -> None:
    assert back(Progress()) == Progress()


def test_changing_an_answer_takes_the_other_branch() -> None:
    progress = _run(NEW_CAR, "self", "yes", "complete", "fine", "8", "dissatisfied")
    progress = answer(NEW_CAR, back(progress), choice="satisfied")
    assert [taken.step.key for taken in position(NEW_CAR, progress).passed][-1] == "satisfied"
    ask = position(NEW_CAR, progress).ask
    assert ask is not None
    assert ask.key == "suggestion"


def test_what_is_missing_is_named_up_to_the_next_branch() -> None:
    progress = _run(NEW_CAR, "self", "yes")
    assert [step.key for step in missing(NEW_CAR, progress)] == [
        "delivery",
        "condition",
        "mark",
        "satisfied",
    ]
    done = answer(
        NEW_CAR, _run(NEW_CAR, "self", "yes", "complete", "fine", "8", "satisfied"), text=""
    )
    assert missing(NEW_CAR, done) == ()


def test_nothing_can_be_answered_after_the_end() -> None:
    progress = _run(NEW_CAR, "wrong")
    with pytest.raises(UserError) as refused:
        answer(NEW_CAR, progress, choice="self")
    assert refused.value.code == "scripts.nothing_asked"


@given(kind=st.sampled_from(CallbackKind), data=st.data())
def test_any_run_of_answers_and_steps_back_survives_storing(
    kind: CallbackKind, data: st.DataObject
) -> None:
    script = shipped_script(kind)
    progress = Progress()
    for _ in range(data.draw(st.integers(0, 25))):
        ask = position(script, progress).ask
        if ask is None or data.draw(st.integers(0, 4)) == 0:
            progress = back(progress)
        elif ask.question is QuestionKind.TEXT:
            words = data.draw(
                st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=60)
            )
            progress = answer(script, progress, text=words)
        elif ask.question is QuestionKind.SCALE:
            progress = answer(script, progress, choice=str(data.draw(st.integers(1, 10))))
        else:
            choice = data.draw(st.sampled_from([option.key for option in ask.answers]))
            progress = answer(script, progress, choice=choice)
        where = position(script, progress)
        assert [taken.given for taken in where.passed] == list(progress.given)
        assert where.say
    assert Progress.model_validate_json(progress.model_dump_json()) == progress
