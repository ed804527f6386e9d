"""Changes of a script, each giving a new one. Pure; what no longer fits is told by the check."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any, TypeVar

from frontdesk.services.scripts import Answer, QuestionKind, Script, Step, Words

T = TypeVar("T", Step, Answer)
_STEP, _ANSWER = "step", "answer"


def with_step(script: Script, step: Step) -> Script:
    """``step`` in the place of the one of its key."""
    return _with(script, (step if old.key == step.key else old for old in script.steps))


def add_step(script: Script, after: str) -> tuple[Script, str]:
    """A blank sentence behind the step ``after``, on its way; the new script and step's key."""
    key = new_key([step.key for step in script.steps], _STEP)
    at = _at(script, after)
    before = script.steps[at]
    blank = Step(key=key, title=Words(), text=Words(), next=None if before.closing else before.next)
    lead = before if before.closing else before.model_copy(update={"next": key})
    steps = (*script.steps[:at], lead, blank, *script.steps[at + 1 :])
    return _with(script, steps), key


def duplicate_step(script: Script, key: str) -> tuple[Script, str]:
    """A copy behind the step ``key`` that nothing leads to yet."""
    copied = new_key([step.key for step in script.steps], _STEP)
    at = _at(script, key)
    # A ticket is registered in one place of a script only.
    twin = script.steps[at].model_copy(update={"key": copied, "opens_complaint": False})
    return _with(script, (*script.steps[: at + 1], twin, *script.steps[at + 1 :])), copied


def remove_step(script: Script, key: str) -> Script:
    """Without the step ``key``: what led to it leads to where it went on. The last one stays."""
    gone = script.steps[_at(script, key)]
    if len(script.steps) == 1:
        return script
    onward = None if gone.closing or gone.next == key else gone.next

    def mended(step: Step) -> Step:
        answers = tuple(
            answer.model_copy(update={"next": onward}) if answer.next == key else answer
            for answer in step.answers
        )
        on = onward if step.next == key else step.next
        return step.model_copy(update={"next": on, "answers": answers})

    return _with(script, (mended(step) for step in script.steps if step.key != key))


def move_step(script: Script, key: str, by: int) -> Script:
    """The step ``key`` so many places further down; where its answers lead stays."""
    return _with(script, _moved(script.steps, _at(script, key), by))


def asked_as(step: Step, question: QuestionKind) -> Step:
    """``step`` asking in another way; answers that cannot stay go."""
    answers: tuple[Answer, ...] = ()
    if question is QuestionKind.CHOICE:
        answers = step.answers if step.question.is_chosen else ()
        keys = [answer.key for answer in answers]
        while len(keys) < 2:
            keys.append(new_key(keys, _ANSWER))
            answers = (*answers, Answer(key=keys[-1]))
    elif question is QuestionKind.YES_NO:
        # Named by the model itself.
        kept = {answer.key: answer for answer in step.answers}
        answers = tuple(kept.get(key) or Answer(key=key) for key in ("yes", "no"))
    changed: dict[str, Any] = {"question": question, "answers": answers, "counts": None}
    if question is not QuestionKind.SAY:
        changed["closing"] = False
    return Step.model_validate(step.model_copy(update=changed).model_dump())


def add_answer(step: Step) -> tuple[Step, str]:
    """``step`` with a blank answer behind the others; the answer's key."""
    key = new_key([answer.key for answer in step.answers], _ANSWER)
    return step.model_copy(update={"answers": (*step.answers, Answer(key=key))}), key


def with_answer(step: Step, answer: Answer) -> Step:
    """``answer`` in the place of the one of its key."""
    answers = tuple(answer if old.key == answer.key else old for old in step.answers)
    return step.model_copy(update={"answers": answers})


def remove_answer(step: Step, key: str) -> Step:
    """``step`` without the answer ``key``."""
    kept = tuple(answer for answer in step.answers if answer.key != key)
    return step.model_copy(update={"answers": kept})


def move_answer(step: Step, key: str, by: int) -> Step:
    """The answer ``key`` so many places further down: its key on the keyboard changes."""
    at = [answer.key for answer in step.answers].index(key)
    return step.model_copy(update={"answers": tuple(_moved(step.answers, at, by))})


def new_key(taken: Collection[str], stem: str) -> str:
    """A key nobody has."""
    number = len(taken) + 1
    while f"{stem}_{number}" in taken:
        number += 1
    return f"{stem}_{number}"


def cues_of(zh: str, en: str) -> tuple[Words, ...]:
    """Cues typed one a line, the languages side by side; blank lines between them go."""
    left, right = zh.splitlines(), en.splitlines()
    count = max(len(left), len(right))
    left += [""] * (count - len(left))
    right += [""] * (count - len(right))
    pairs = (Words(zh=a.strip(), en=b.strip()) for a, b in zip(left, right, strict=True))
    return tuple(pair for pair in pairs if pair != Words())


def _with(script: Script, steps: Iterable[Step]) -> Script:
    return script.model_copy(update={"steps": tuple(steps)})


def _at(script: Script, key: str) -> int:
    return [step.key for step in script.steps].index(key)


def _moved(items: Sequence[T], at: int, by: int) -> list[T]:
    kept = list(items)
    kept.insert(max(0, min(len(kept) - 1, at + by)), kept.pop(at))
    return kept
