"""Patterns in scores: found by the rule as it is said, and only from enough calls."""

from __future__ import annotations

from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from frontdesk.models.enums import CallbackKind
from frontdesk.models.rules import Rules
from frontdesk.models.score_flags import FlagRule, ToldCall, flags

_RULES = Rules(flag_least_calls=5, flag_gap_points=5, flag_short_percent=40, flag_same_in_row=4)
_ids = count()


def _calls(caller: str, number: int, **told: object) -> list[ToldCall]:
    kind = CallbackKind.NEW_CAR
    return [
        ToldCall(f"{next(_ids)}", kind, caller, **told)  # type: ignore[arg-type]
        for _ in range(number)
    ]


def _found(calls: list[ToldCall]) -> list[tuple[FlagRule, str]]:
    return [(flag.rule, flag.caller) for flag in flags(calls, _RULES)]


def test_all_hundred_where_the_others_are_lower() -> None:
    calls = [*_calls("a", 5, score=100), *_calls("b", 5, score=95)]
    [flag] = flags(calls, _RULES)
    assert (flag.rule, flag.caller, flag.n, flag.others) == (FlagRule.ALL_TOP, "a", 5, 95.0)
    assert flag.calls == tuple(call.id for call in calls[:5])


def test_no_flag_when_the_others_are_as_good_or_too_few() -> None:
    assert _found([*_calls("a", 5, score=100), *_calls("b", 5, score=96)]) == []
    assert _found([*_calls("a", 4, score=100), *_calls("b", 9, score=50)]) == []
    assert _found([*_calls("a", 9, score=100), *_calls("b", 4, score=50)]) == []
    one_lower = [*_calls("a", 9, score=100), *_calls("a", 1, score=90), *_calls("b", 9, score=50)]
    assert _found(one_lower) == []


def test_conversations_far_under_the_median_of_their_kind() -> None:
    usual = _calls("b", 10, seconds=100.0)
    short = _calls("a", 3, seconds=39.0)
    long = _calls("a", 3, seconds=100.0)
    [flag] = flags([*usual, *short, *long], _RULES)
    assert (flag.rule, flag.n, flag.count, flag.others) == (FlagRule.SHORT, 6, 3, 100.0)
    assert flag.calls == tuple(call.id for call in short)
    assert _found([*usual, *_calls("a", 2, seconds=39.0), *_calls("a", 3, seconds=99.0)]) == []
    # What stood on paper has no length; alone with a kind there is nothing to be shorter than.
    assert _found(_calls("a", 9) + usual) == []
    assert _found([*_calls("a", 5, seconds=10.0), *_calls("a", 5, seconds=100.0)]) == []


def test_the_same_answers_in_a_row_of_one_kind() -> None:
    same = [*_calls("a", 1, answers="x=1"), *_calls("a", 4, answers="x=2")]
    [flag] = flags(same, _RULES)
    assert (flag.rule, flag.count, flag.n) == (FlagRule.SAME_ANSWERS, 4, 5)
    assert flag.calls == tuple(call.id for call in same[1:])
    broken = [
        *_calls("a", 3, answers="x=2"),
        *_calls("a", 1, answers="y"),
        *_calls("a", 3, answers="x=2"),
    ]
    assert _found(broken) == []
    assert _found(_calls("a", 9)) == []


def test_what_a_spot_check_did_not_bear_out() -> None:
    calls = [*_calls("a", 3, rechecked=True), *_calls("a", 1, rechecked=False), *_calls("a", 5)]
    [flag] = flags(calls, _RULES)
    assert (flag.rule, flag.n, flag.count) == (FlagRule.RECHECKED, 4, 1)
    assert _found(_calls("a", 5, rechecked=True)) == []


_TOLD = st.builds(
    ToldCall,
    id=st.integers().map(str),
    kind=st.sampled_from([CallbackKind.NEW_CAR, CallbackKind.AFTER_SERVICE]),
    caller=st.sampled_from(["a", "b", "c"]),
    score=st.none() | st.integers(0, 100),
    seconds=st.none() | st.floats(0, 900),
    answers=st.sampled_from(["", "x=1", "x=2"]),
    rechecked=st.none() | st.booleans(),
)


@given(st.lists(_TOLD, max_size=60))
def test_a_flag_names_calls_of_its_caller_and_its_figures_hold(calls: list[ToldCall]) -> None:
    for flag in flags(calls, _RULES):
        own = {call.id for call in calls if call.caller == flag.caller}
        assert set(flag.calls) <= own
        assert len(flag.calls) == flag.count <= flag.n
        assert flag.rule is FlagRule.RECHECKED or flag.n >= _RULES.flag_same_in_row
