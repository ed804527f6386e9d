"""Which answers make the score, and what each is worth."""

from __future__ import annotations

from typing import Any

import pytest

from frontdesk.errors import UserError
from frontdesk.services.scripts import Progress, Script, answer, check, rescored, result

W = {"zh": "您好", "en": "Hello"}


def _script(*steps: dict[str, Any]) -> Script:
    known = [*steps, {"key": "end", "closing": True}]
    for step, after in zip(known, [*known[1:], None], strict=True):
        step |= {"title": W, "text": W}
        if after is not None:
            step.setdefault("next", after["key"])
    return Script.model_validate(
        {"key": "trial", "version": 1, "kind": "special_period", "title": W, "steps": known}
    )


def _score(script: Script, *said: str) -> int | None:
    progress = Progress()
    for one in said:
        progress = answer(script, progress, choice=one)
    return result(script, progress).score


@pytest.mark.parametrize(
    ("question", "mark", "score"),
    [
        ("scale", "1", 10),
        ("scale", "9", 90),
        ("scale_5", "1", 20),
        ("scale_5", "4", 80),
        ("scale_0_10", "0", 0),
        ("scale_0_10", "10", 100),
    ],
)
def test_a_mark_is_worth_its_share_of_the_highest(question: str, mark: str, score: int) -> None:
    script = _script({"key": "ask", "question": question})
    assert check(script) == ()
    assert _score(script, mark) == score


GOOD = [
    {"key": "good", "text": W, "score": 100},
    {"key": "fair", "text": W, "score": 60},
    {"key": "none", "text": W},
]


def test_only_the_steps_that_count_make_the_score() -> None:
    script = _script(
        {"key": "a", "question": "choice", "answers": GOOD, "counts": True},
        {"key": "b", "question": "choice", "answers": GOOD},
        {"key": "c", "question": "scale", "counts": False},
        {"key": "d", "question": "scale_5"},
    )
    assert check(script) == ()
    assert _score(script, "fair", "good", "10", "4") == 70
    assert _score(script, "none", "good", "10", "4") == 80
    assert _score(script, "none") is None


def test_half_a_point_goes_to_the_even_one() -> None:
    script = _script(*({"key": key, "question": "scale"} for key in "abcd"))
    assert _score(script, "8", "8", "8", "9") == 82
    assert _score(script, "8", "9", "9", "9") == 88


def test_a_call_is_rescored_by_its_own_version() -> None:
    script = _script({"key": "a", "question": "scale"})
    assert rescored(script, [("a", "9"), ("gone", "1")]) == 90
    assert rescored(script, [("a", "nine")]) is None


@pytest.mark.parametrize("said", ["0", "6", "", "4.5"])
def test_a_mark_beside_the_scale_is_refused(said: str) -> None:
    script = _script({"key": "a", "question": "scale_5"})
    with pytest.raises(UserError) as refused:
        answer(script, Progress(), choice=said)
    assert refused.value.code == "scripts.mark"
    assert refused.value.params == {"least": 1, "most": 5}


@pytest.mark.parametrize("said", ["", "tomorrow", "2026-02-30", "20261105", "2026-W10-1"])
def test_a_day_is_a_day(said: str) -> None:
    script = _script({"key": "a", "question": "date"})
    with pytest.raises(UserError) as refused:
        answer(script, Progress(), text=said)
    assert refused.value.code == "scripts.day"
    assert answer(script, Progress(), text="2026-11-05").given[0].text == "2026-11-05"
