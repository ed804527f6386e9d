"""Finds what is wrong with a script before it is read to a customer; each fault names its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from frontdesk.errors import UserError
from frontdesk.services.scripts.fill import FIELDS, fields_in
from frontdesk.services.scripts.script import SCALE, QuestionKind, Script, Step, Words

MAX_CHOICES = 6
"""Choices are answered by the keys 1 to 6."""


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
    found = [*_words(script.key, "", "title", script.title), *_doubled(script)]
    for step in script.steps:
        found += _step_words(script, step)
        found += _targets(script, step)
        found += _answers(script, step)
    if not any(fault.code == "scripts.fault_unknown_step" for fault in found):
        found += _unreachable(script)
        found += _loops(script)
    return tuple(found)


def _doubled(script: Script) -> Iterator[Fault]:
    for key, count in Counter(step.key for step in script.steps).items():
        if count > 1:
            yield Fault("scripts.fault_doubled", script.key, key)


def _words(script: str, step: str, part: str, words: Words) -> Iterator[Fault]:
    for language, text in (("zh", words.zh), ("en", words.en)):
        if not text:
            yield Fault("scripts.fault_missing_text", script, step, f"{part}.{language}")
        for name in fields_in(text):
            if name not in FIELDS:
                yield Fault("scripts.fault_unknown_field", script, step, f"{part}.{language}", name)
        if text.count("{") != text.count("}") or "{{" in text:
            yield Fault("scripts.fault_brace", script, step, f"{part}.{language}")


def _step_words(script: Script, step: Step) -> Iterator[Fault]:
    yield from _words(script.key, step.key, "title", step.title)
    yield from _words(script.key, step.key, "text", step.text)
    for part, cues in (("do", step.cues.do), ("dont", step.cues.dont)):
        for number, cue in enumerate(cues, start=1):
            yield from _words(script.key, step.key, f"{part}.{number}", cue)
    if step.question is not QuestionKind.SCALE:
        for option in step.answers:
            yield from _words(script.key, step.key, f"answer.{option.key}", option.text)


def _targets(script: Script, step: Step) -> Iterator[Fault]:
    known = {other.key for other in script.steps}
    for part, target in _ways(step):
        if target is not None and target not in known:
            yield Fault("scripts.fault_unknown_step", script.key, step.key, part, target)
    if step.closing:
        return
    for part, target in _ways(step):
        if target is None:
            yield Fault("scripts.fault_dead_end", script.key, step.key, part)


def _answers(script: Script, step: Step) -> Iterator[Fault]:
    for key, count in Counter(option.key for option in step.answers).items():
        if count > 1:
            yield Fault("scripts.fault_doubled", script.key, step.key, f"answer.{key}")
    if step.question is QuestionKind.CHOICE and not 2 <= len(step.answers) <= MAX_CHOICES:
        yield Fault(
            "scripts.fault_choices", script.key, step.key, "answers", str(len(step.answers))
        )
    if step.question in (QuestionKind.SAY, QuestionKind.TEXT) and step.answers:
        yield Fault("scripts.fault_needless_answers", script.key, step.key, "answers")
    if step.closing and step.asks:
        yield Fault("scripts.fault_closing_asks", script.key, step.key)
    if step.question is QuestionKind.SCALE:
        yield from _bands(script, step)


def _bands(script: Script, step: Step) -> Iterator[Fault]:
    counts = Counter(
        mark
        for option in step.answers
        if option.band is not None
        for mark in range(option.band[0], option.band[1] + 1)
    )
    if not counts:
        return
    for mark in SCALE:
        if counts[mark] != 1:
            yield Fault("scripts.fault_bands", script.key, step.key, "answers", str(mark))


def _ways(step: Step) -> Iterable[tuple[str, str | None]]:
    """Every way out of a step as (part, key of the step it leads to)."""
    ways = [(f"answer.{option.key}", option.next or step.next) for option in step.answers]
    if not ways or step.only_if is not None or not step.required:
        ways.append(("next", step.next))
    return ways


def _unreachable(script: Script) -> Iterator[Fault]:
    by_key = {step.key: step for step in script.steps}
    seen: set[str] = set()
    waiting = [script.start.key]
    while waiting:
        key = waiting.pop()
        if key in seen or key not in by_key:
            continue
        seen.add(key)
        if not by_key[key].closing:
            waiting += [target for _, target in _ways(by_key[key]) if target]
    for step in script.steps:
        if step.key not in seen:
            yield Fault("scripts.fault_unreachable", script.key, step.key)


def _loops(script: Script) -> Iterator[Fault]:
    """Steps that can come round to themselves without a question in between.

    A step kept for certain visits can be passed over, so it does not break a loop.
    """
    by_key = {step.key: step for step in script.steps}

    def silent_next(step: Step) -> str | None:
        flows = not step.asks or step.only_if is not None
        return step.next if flows and not step.closing else None

    for step in script.steps:
        seen: set[str] = set()
        at: str | None = silent_next(step)
        while at is not None and at in by_key and at not in seen:
            if at == step.key:
                yield Fault("scripts.fault_loop", script.key, step.key)
                break
            seen.add(at)
            at = silent_next(by_key[at])
