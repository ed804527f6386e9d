"""The scripts that come with the program are sound and run along domain §4.2."""

from __future__ import annotations

import pytest

from frontdesk.language import Language
from frontdesk.models.categories import DEFAULT_TREE
from frontdesk.models.enums import CallbackKind, CallOutcome, IncomingKind, Satisfaction
from frontdesk.services.scripts import (
    Fact,
    Progress,
    QuestionKind,
    answer,
    check,
    fill,
    position,
    result,
    shipped_script,
    stage_facts,
)

KINDS = (*CallbackKind, *IncomingKind)
AFTER_SERVICE = shipped_script(CallbackKind.AFTER_SERVICE)


@pytest.mark.parametrize("kind", KINDS)
def test_has_no_fault(kind: CallbackKind | IncomingKind) -> None:
    script = shipped_script(kind)
    assert check(script) == ()
    assert script.kind is kind
    prefix = "incoming_" if isinstance(kind, IncomingKind) else ""
    assert script.key == f"{prefix}{kind.value}"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", Language)
def test_can_be_spoken_without_knowing_anything(
    kind: CallbackKind | IncomingKind, language: Language
) -> None:
    for step in shipped_script(kind).steps:
        spoken = fill(step.text, {}, language)
        assert spoken
        assert not {"{", "}"} & set(spoken)
        assert "None" not in spoken


@pytest.mark.parametrize("kind", KINDS)
def test_every_asking_step_has_a_cue_to_do_and_the_script_ends_with_a_closing(
    kind: CallbackKind | IncomingKind,
) -> None:
    script = shipped_script(kind)
    assert all(step.cues.do for step in script.steps)
    assert any(step.closing for step in script.steps)


def _say(progress: Progress, facts: frozenset[Fact] = frozenset()) -> list[str]:
    return [step.key for step in position(AFTER_SERVICE, progress, facts).say]


def test_after_service_runs_in_the_order_of_the_trade() -> None:
    progress = Progress()
    said = [_say(progress)]
    for choice in ("self", "yes", "fine", "complete", "satisfied"):
        progress = answer(AFTER_SERVICE, progress, choice=choice)
        said.append(_say(progress))
    progress = answer(AFTER_SERVICE, progress, text="")
    said.append(_say(progress))
    assert said == [
        ["greet"],
        ["who"],
        ["thank", "condition"],
        ["papers"],
        ["satisfied"],
        ["suggestion"],
        ["reminder", "closing_satisfied"],
    ]
    assert position(AFTER_SERVICE, progress).finished
    assert result(AFTER_SERVICE, progress).satisfaction is Satisfaction.SATISFIED


@pytest.mark.parametrize("word", ["average", "dissatisfied"])
def test_a_customer_not_satisfied_leads_to_a_ticket_with_what_was_said(word: str) -> None:
    progress = Progress()
    for choice in ("self", "yes", "not_fixed", "complete", word, "waiting"):
        progress = answer(AFTER_SERVICE, progress, choice=choice)
    progress = answer(AFTER_SERVICE, progress, text="下次请提前通知")
    assert _say(progress) == ["apology", "words"]
    progress = answer(AFTER_SERVICE, progress, text="等了三个小时没人管")
    where = position(AFTER_SERVICE, progress)
    assert where.ask is not None
    assert where.ask.opens_complaint
    found = result(AFTER_SERVICE, progress)
    assert found.satisfaction is Satisfaction(word)
    assert found.complaint_words == "等了三个小时没人管"
    assert found.complaint_remedy == "下次请提前通知"
    assert found.category == "waiting"


def test_a_broken_promise_is_asked_about_only_where_it_was_broken() -> None:
    progress = Progress()
    for choice in ("self", "yes", "fine", "complete"):
        progress = answer(AFTER_SERVICE, progress, choice=choice)
    assert _say(progress) == ["satisfied"]
    assert _say(progress, frozenset({Fact.PROMISE_BROKEN})) == ["promise"]


def test_not_convenient_ends_the_call_with_an_outcome() -> None:
    progress = answer(AFTER_SERVICE, Progress(), choice="self")
    progress = answer(AFTER_SERVICE, progress, choice="later")
    where = position(AFTER_SERVICE, progress)
    assert where.finished
    assert where.outcome is CallOutcome.NOT_CONVENIENT
    assert [step.key for step in where.say] == ["when"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_category_proposed_is_one_of_the_tree(kind: CallbackKind | IncomingKind) -> None:
    groups = {group.key for group in DEFAULT_TREE.groups}
    for step in shipped_script(kind).steps:
        for option in step.answers:
            if option.category is not None:
                assert option.category in groups or DEFAULT_TREE.has(option.category)


def test_the_leaf_named_before_refines_the_group_named_last() -> None:
    progress = Progress()
    for choice in ("self", "yes", "not_fixed", "complete", "dissatisfied", "repair"):
        progress = answer(AFTER_SERVICE, progress, choice=choice)
    assert result(AFTER_SERVICE, progress).category == "repair_quality.not_fixed"


@pytest.mark.parametrize("kind", KINDS)
def test_every_way_through_reaches_a_closing(kind: CallbackKind | IncomingKind) -> None:
    script = shipped_script(kind)
    waiting = [Progress()]
    endings = 0
    while waiting:
        progress = waiting.pop()
        where = position(script, progress)
        if where.ask is None:
            assert where.say[-1].closing
            endings += 1
            continue
        if where.ask.question is QuestionKind.TEXT:
            waiting.append(answer(script, progress, text="话"))
        elif where.ask.question is QuestionKind.SCALE:
            waiting.append(answer(script, progress, text="7"))
        else:
            waiting += [answer(script, progress, choice=a.key) for a in where.ask.answers]
    assert endings >= 3


def test_the_questionnaire_is_asked_in_the_routine_call_of_the_seventh_day_alone() -> None:
    routine = shipped_script(CallbackKind.NEW_CAR_ROUTINE)
    marked = {step.key for step in routine.steps if step.is_scored}
    for stage in ("d0", "d3", "d7", "d15", "m1", "m2", None):
        progress, facts = Progress(), stage_facts(stage)
        asked = set()
        while (ask := position(routine, progress, facts).ask) is not None:
            asked.add(ask.key)
            said = {
                QuestionKind.SCALE_5: "4",
                QuestionKind.SCALE_0_10: "10",
                QuestionKind.TEXT: "",
            }
            choice = ask.answers[0].key if ask.question.is_chosen else None
            words = said.get(ask.question, "")
            progress = answer(routine, progress, choice=choice, text=words, facts=facts)
        assert asked & marked == (marked if stage == "d7" else set())
        score = result(routine, progress, facts).score
        # Three times four of five, a promise kept whole, and ten of ten.
        assert score == (88 if stage == "d7" else None)


def test_a_returned_customer_not_satisfied_leads_to_a_ticket() -> None:
    script = shipped_script(CallbackKind.RETURNED_CUSTOMER)
    progress = Progress()
    for said in ("self", "yes", "no", "attitude", "=先道歉", "=没人理我"):
        words = said[1:] if said.startswith("=") else ""
        progress = answer(script, progress, choice=None if words else said, text=words)
    ask = position(script, progress).ask
    assert ask is not None
    assert ask.opens_complaint
    assert result(script, progress).satisfaction is Satisfaction.DISSATISFIED
