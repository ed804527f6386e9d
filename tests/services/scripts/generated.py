"""Scripts by chance: sound ones, cyclic ones and damaged ones."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from frontdesk.models.enums import CallbackKind
from frontdesk.services.scripts import Fact, Progress, QuestionKind, Script, Step, Words, answer
from frontdesk.services.scripts.script import Answer

WORDS = Words(zh="您好", en="Hello")
_KEYS = ("one", "two", "three", "four", "five", "six")


@st.composite
def scripts(draw: st.DrawFn) -> Script:
    """Any graph of up to six steps: mostly cyclic, unreachable in parts or without an end."""
    keys = _KEYS[: draw(st.integers(1, len(_KEYS)))]
    targets = st.sampled_from(["gone", *keys * 4]) | st.none()
    steps = tuple(_step(draw, key, targets) for key in keys)
    return Script(
        key="trial", version=1, kind=CallbackKind.SPECIAL_PERIOD, title=WORDS, steps=steps
    )


def _step(draw: st.DrawFn, key: str, targets: st.SearchStrategy[str | None]) -> Step:
    question = draw(st.sampled_from(QuestionKind))
    options: list[Answer] = []
    if question is QuestionKind.CHOICE:
        options = [_option(draw, f"a{at}", targets) for at in range(draw(st.integers(0, 4)))]
    elif question is QuestionKind.YES_NO:
        options = [_option(draw, name, targets) for name in ("yes", "no")]
    more: dict[str, Any] = {
        "required": draw(st.booleans()),
        "only_if": draw(st.none() | st.sampled_from(Fact)),
        "closing": draw(st.booleans()) and question is QuestionKind.SAY,
        "counts": draw(st.none() | st.booleans()),
    }
    return Step(
        key=key,
        title=WORDS,
        text=WORDS,
        question=question,
        answers=tuple(options),
        next=draw(targets),
        **more,
    )


def _option(draw: st.DrawFn, key: str, targets: st.SearchStrategy[str | None]) -> Answer:
    score = draw(st.none() | st.integers(0, 100))
    return Answer(key=key, text=WORDS, next=draw(targets), score=score)


def answered(draw: st.DrawFn, script: Script, progress: Progress, step: Step, facts: Any) -> Any:
    """``progress`` with some proper answer to ``step``; ``None`` where it takes none."""
    kind = step.question
    if not step.required and draw(st.booleans()):
        return answer(script, progress, facts=facts)
    if kind.is_chosen:
        if not step.answers:
            return answer(script, progress, facts=facts) if not step.required else None
        chosen = draw(st.sampled_from([each.key for each in step.answers]))
        return answer(script, progress, choice=chosen, facts=facts)
    text = {QuestionKind.TEXT: "话", QuestionKind.DATE: "2026-11-05"}.get(kind)
    if text is None:
        text = str(draw(st.sampled_from(list(kind.marks))))
    return answer(script, progress, text=text, facts=facts)
