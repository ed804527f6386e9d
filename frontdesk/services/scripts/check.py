"""Finds what is wrong with a script before it is read to a customer; each fault names its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from frontdesk.errors import UserError
from frontdesk.models.enums import CallbackKind, IncomingKind, SpotVerdict
from frontdesk.services.scripts.fill import FIELDS, fields_in
from frontdesk.services.scripts.script import QuestionKind, Script, Step, Words
from frontdesk.services.scripts.ways import endings, reachable, silent_loops, ways

MAX_CHOICES = 6
"""Choices are answered by the keys 1 to 6."""
MAX_STEPS = 120
MAX_TEXT = 600
"""What is said in one breath at most, in characters."""
MAX_TITLE = 60
MAX_CUES = 4
"""So many cues of each sort have room beside a step."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: ``code`` of ``frontdesk.texts.scripts``, the step and the part of it meant."""

    code: str
    script: str
    step: str = ""
    part: str = ""
    detail: str = ""

    def as_error(self) -> UserError:
        """The fault as a sentence for the person who edits the script."""
        place = ".".join(part for part in (self.script, self.step, self.part) if part)
        return UserError(self.code, field=self.step or None, place=place, detail=self.detail)


def check(script: Script) -> tuple[Fault, ...]:
    """Every fault of ``script``, in the order of its steps; empty when it may be used."""
    found = [*_words(script.key, "", "title", script.title, MAX_TITLE), *_doubled(script)]
    if len(script.steps) > MAX_STEPS:
        found.append(Fault("scripts.fault_too_many", script.key, "", "steps", str(MAX_STEPS)))
    for step in script.steps:
        found += _step_words(script, step)
        found += _targets(script, step)
        found += _answers(script, step)
    found += _verdicts(script)
    found += _tickets(script)
    found += [Fault("scripts.fault_loop", script.key, key) for key in silent_loops(script)]
    if not any(fault.code in _BROKEN for fault in found):
        found += _ends(script)
    return tuple(found)


_BROKEN = frozenset({"scripts.fault_unknown_step", "scripts.fault_doubled"})
"""While these stand, it cannot be told what is reached."""


def _doubled(script: Script) -> Iterator[Fault]:
    for key, count in Counter(step.key for step in script.steps).items():
        if count > 1:
            yield Fault("scripts.fault_doubled", script.key, key)


def _words(
    script: str, step: str, part: str, words: Words, most: int = MAX_TITLE
) -> Iterator[Fault]:
    for language, text in (("zh", words.zh), ("en", words.en)):
        place = f"{part}.{language}"
        if not text:
            yield Fault("scripts.fault_missing_text", script, step, place)
        if len(text) > most:
            yield Fault("scripts.fault_too_long", script, step, place, str(most))
        for name in fields_in(text):
            if name not in FIELDS:
                yield Fault("scripts.fault_unknown_field", script, step, place, name[:MAX_TITLE])
        if text.count("{") != text.count("}") or "{{" in text:
            yield Fault("scripts.fault_brace", script, step, place)


def _step_words(script: Script, step: Step) -> Iterator[Fault]:
    yield from _words(script.key, step.key, "title", step.title)
    yield from _words(script.key, step.key, "text", step.text, MAX_TEXT)
    for part, cues in (("do", step.cues.do), ("dont", step.cues.dont)):
        if len(cues) > MAX_CUES:
            yield Fault("scripts.fault_too_many", script.key, step.key, part, str(MAX_CUES))
        for number, cue in enumerate(cues, start=1):
            yield from _words(script.key, step.key, f"{part}.{number}", cue, 2 * MAX_TITLE)
    if step.question.is_chosen:
        for option in step.answers:
            yield from _words(script.key, step.key, f"answer.{option.key}", option.text)


def _targets(script: Script, step: Step) -> Iterator[Fault]:
    known = {other.key for other in script.steps}
    for part, target in ways(step):
        if target is not None and target not in known:
            yield Fault("scripts.fault_unknown_step", script.key, step.key, part, target)
    if step.closing:
        if step.only_if is not None:
            yield Fault("scripts.fault_closing_kept", script.key, step.key, "only_if")
        return
    for part, target in ways(step):
        if target is None:
            yield Fault("scripts.fault_dead_end", script.key, step.key, part)


def _answers(script: Script, step: Step) -> Iterator[Fault]:
    def fault(code: str, detail: str = "", part: str = "answers") -> Fault:
        return Fault(code, script.key, step.key, part, detail)

    for key, count in Counter(option.key for option in step.answers).items():
        if count > 1:
            yield fault("scripts.fault_doubled", part=f"answer.{key}")
    if step.closing and step.asks:
        yield fault("scripts.fault_closing_asks", part="question")
    match step.question:
        case QuestionKind.CHOICE if not step.answers:
            yield fault("scripts.fault_no_answers")
        case QuestionKind.CHOICE if not 2 <= len(step.answers) <= MAX_CHOICES:
            yield fault("scripts.fault_choices", str(len(step.answers)))
        case QuestionKind.YES_NO if {each.key for each in step.answers} != {"yes", "no"}:
            yield fault("scripts.fault_yes_no", str(len(step.answers)))
        case QuestionKind.SAY | QuestionKind.TEXT | QuestionKind.DATE if step.answers:
            yield fault("scripts.fault_needless_answers")
        case _:
            pass
    if step.question.is_scale:
        yield from _bands(script, step)
    elif step.is_scored and all(each.score is None for each in step.answers):
        yield fault("scripts.fault_no_score", part="counts")


def _verdicts(script: Script) -> Iterator[Fault]:
    """Only a spot check judges a call, and it has to be able to."""
    spot = script.kind is CallbackKind.SPOT_CHECK
    told = [(step, each) for step in script.steps for each in step.answers if each.verdict]
    if spot and all(each.verdict is not SpotVerdict.NOT_MADE for _, each in told):
        yield Fault("scripts.fault_no_verdict", script.key, "", "verdict")
    for step, each in told if not spot else ():
        yield Fault(
            "scripts.fault_verdict_elsewhere", script.key, step.key, f"answer.{each.key}.verdict"
        )


def _tickets(script: Script) -> Iterator[Fault]:
    """A ticket is registered in one place, in the way the kind of call has for it.

    In a callback somebody says that it is registered, by the first of the answers; at the end of an
    incoming call the form beside it is saved.
    """

    def fault(code: str, step: Step, part: str = "opens_complaint") -> Fault:
        return Fault(code, script.key, step.key, part)

    opening = [step for step in script.steps if step.opens_complaint]
    yield from (fault("scripts.fault_ticket_twice", step) for step in opening[1:])
    for step in opening[:1]:
        if isinstance(script.kind, IncomingKind) and not step.closing:
            yield fault("scripts.fault_ticket_no_closing", step)
        elif isinstance(script.kind, CallbackKind) and not step.question.is_chosen:
            yield fault("scripts.fault_ticket_no_choice", step)
    for step in script.steps if not opening else ():
        for option in step.answers:
            if option.level is not None or option.safety:
                part = "level" if option.level is not None else "safety"
                yield fault("scripts.fault_no_ticket", step, f"answer.{option.key}.{part}")


def _bands(script: Script, step: Step) -> Iterator[Fault]:
    if not step.answers:
        return
    counts = Counter(
        mark
        for option in step.answers
        if option.band is not None
        for mark in range(option.band[0], option.band[1] + 1)
    )
    marks = step.question.marks
    wrong = [mark for mark in marks if counts[mark] != 1]
    wrong += [mark for mark in sorted(counts) if mark not in marks]
    for mark in wrong:
        yield Fault("scripts.fault_bands", script.key, step.key, "answers", str(mark))


def _ends(script: Script) -> Iterator[Fault]:
    """What is never reached, and from where no closing is."""
    seen = reachable(script)
    ending = endings(script)
    if not ending & seen:
        yield Fault("scripts.fault_no_closing", script.key, "", "steps")
        return
    for step in script.steps:
        if step.key not in seen:
            yield Fault("scripts.fault_unreachable", script.key, step.key)
        elif step.key not in ending:
            yield Fault("scripts.fault_never_ends", script.key, step.key)
