"""What customers of the sample answer: whole ways through the shipped scripts, by their mood."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from frontdesk.models.enums import CallbackKind, Satisfaction
from frontdesk.services.scripts import engine
from frontdesk.services.scripts.script import Answer, Fact, QuestionKind, Step, Use, stage_facts
from frontdesk.services.scripts.shipped import shipped_script

VARIANTS = 6
"""So many customers of one mood answer each in their own way."""
_HIGHEST = 10
_NEEDED_FOR = {Satisfaction.SATISFIED: 7, Satisfaction.AVERAGE: 5, Satisfaction.DISSATISFIED: 0}
_BETTER = ("希望一次修好，别让我再跑一趟。", "做之前先把价格讲清楚。", "到点交不了，提前打个电话。")
_WORDS = (
    "问了两个人，说法都不一样，最后还是我自己弄明白的。",
    "等的时间比说好的长，中间没有人过来讲一声。",
    "东西没做到位，回家才发现，还得再来一次。",
)
_NO_TICKET = "客户表示不用登记，下次到店当面说。"
_TROUBLES = frozenset({"delivery", "condition", "papers", "told", "promises"})
"""Steps at which who is not content tells of something."""
_CONTENT: dict[tuple[CallbackKind, str], tuple[str, ...]] = {
    (CallbackKind.AFTER_SERVICE, "condition"): ("fine", "fine", "fine", "not_driven"),
    (CallbackKind.AFTER_SERVICE, "papers"): ("complete", "no_parts", "complete"),
    (CallbackKind.NEW_CAR, "condition"): ("fine", "fine", "fine", "questions"),
    (CallbackKind.NEW_CAR_ROUTINE, "condition"): ("fine", "fine", "fine", "questions"),
}
"""What who is content answers, in turn; else the first answer."""


@dataclass(frozen=True, slots=True)
class Told:
    """A whole call: its answers in order, as (step, value), and what they come to."""

    answers: tuple[tuple[str, str], ...]
    suggests: str | None
    """The step at which something may be suggested, if the way led past one."""
    satisfaction: Satisfaction | None
    score: int | None


def told(
    kind: CallbackKind, mark: int, variant: int, stage: str | None = None, *, ticket: bool = False
) -> Told:
    """What a customer answers who would give ``mark`` of ten; ``ticket``: one is registered."""
    return _through(kind, stage_facts(stage), mark, variant, ticket=ticket)


@cache
def _through(
    kind: CallbackKind, facts: frozenset[Fact], mark: int, variant: int, *, ticket: bool
) -> Told:
    script = shipped_script(kind)
    progress = engine.Progress()
    while (step := engine.position(script, progress, facts).ask) is not None:
        choice, text = _reply(kind, step, mark, variant, ticket=ticket)
        progress = engine.answer(script, progress, choice=choice, text=text, facts=facts)
    found = engine.result(script, progress, facts)
    passed = engine.position(script, progress, facts).passed
    suggests = next((p.step.key for p in passed if p.step.use is Use.SUGGESTION), None)
    answers = tuple((given.step, given.answer or given.text) for given in progress.given)
    return Told(answers, suggests, found.satisfaction, found.score)


def _reply(
    kind: CallbackKind, step: Step, mark: int, variant: int, *, ticket: bool
) -> tuple[str | None, str]:
    if step.question is QuestionKind.TEXT:
        return None, _words(step, variant)
    if step.question.is_scale:
        return None, str(_marked(step, mark, variant))
    return _chosen(kind, step, mark, variant, ticket=ticket).key, ""


def _words(step: Step, variant: int) -> str:
    match step.use:
        case Use.SUGGESTION:
            return ""
        case Use.COMPLAINT_REMEDY:
            return _BETTER[variant % len(_BETTER)]
        case Use.COMPLAINT_WORDS:
            return _WORDS[variant % len(_WORDS)]
        case _:
            return _NO_TICKET


def _marked(step: Step, mark: int, variant: int) -> int:
    """The mark on the step's own scale; not every question of a call gets the same."""
    marks = step.question.marks
    share = (marks[-1] * mark + _HIGHEST // 2) // _HIGHEST
    less = 0 < mark < _HIGHEST and len(step.key) % 3 == variant % 3 and len(marks) < _HIGHEST
    return max(marks[0], min(marks[-1], share - less))


def _chosen(kind: CallbackKind, step: Step, mark: int, variant: int, *, ticket: bool) -> Answer:
    content = mark >= _NEEDED_FOR[Satisfaction.SATISFIED]
    rated = {each.satisfaction: each for each in step.answers if each.satisfaction}
    if rated:
        return rated[next(word for word, least in _NEEDED_FOR.items() if mark >= least)]
    if step.key == "ticket":
        return step.answers[0 if ticket else 1]
    if step.key == "part":
        return step.answers[variant % len(step.answers)]
    if content:
        usual = _CONTENT.get((kind, step.key), ())
        wanted = usual[variant % len(usual)] if usual else step.answers[0].key
        return step.answer(wanted) or step.answers[0]
    if step.key in _TROUBLES and variant % 2:
        return step.answers[1 + variant % (len(step.answers) - 1)]
    return step.answers[0]
