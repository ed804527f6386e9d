"""The check of a script with what only the dealership knows, and its places in words. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from frontdesk.errors import UserError
from frontdesk.language import Language
from frontdesk.services.complaints.dto import CategoryTree
from frontdesk.services.scripts import Fault, Script, Step, check
from frontdesk.texts import sentence
from frontdesk.texts.scripts import PARTS


@dataclass(frozen=True, slots=True)
class Named:
    """A fault in words, and where to go to mend it: step and part of it ('' for the script)."""

    step: str
    part: str
    said: str


def faults_of(script: Script, tree: CategoryTree) -> tuple[Fault, ...]:
    """Every fault of ``script``, those against the categories of complaints among them."""
    return (*check(script), *_categories(script, tree))


def named(script: Script, fault: Fault, language: Language) -> Named:
    """``fault`` as the editor says it."""
    error = UserError(fault.code, place=place_of(script, fault, language), detail=fault.detail)
    return Named(fault.step, fault.part, sentence(error, language))


def place_of(script: Script, fault: Fault, language: Language) -> str:
    """Where the fault is, by the number and title of its step."""
    between = "，" if language is Language.ZH_CN else ", "
    words = []
    step = script.step(fault.step) if fault.step else None
    if step is not None:
        words.append(_step(script, step, language))
    words += _part(step, fault.part, language)
    return between.join(words) or script.title.in_(language)


def _step(script: Script, step: Step, language: Language) -> str:
    number = script.steps.index(step) + 1
    title = step.title.in_(language) or step.title.zh or step.title.en or "…"
    return PARTS["step"].in_(language).format(number=number, title=title)


def _part(step: Step | None, part: str, language: Language) -> list[str]:
    """'answer.a2.en' as 'answer 2', 'English'."""
    words = part.split(".")
    if not part:
        return []
    said = []
    if words[0] == "answer" and step is not None and len(words) > 1:
        at = next((n for n, each in enumerate(step.answers, 1) if each.key == words[1]), 0)
        said.append(PARTS["answer"].in_(language).format(number=at))
    elif words[0] in ("do", "dont") and len(words) > 1:
        said.append(f"{PARTS[words[0]].in_(language)} {words[1]}")
    elif words[0] in PARTS:
        said.append(PARTS[words[0]].in_(language))
    if words[-1] in ("zh", "en"):
        said.append(PARTS[words[-1]].in_(language))
    return said


def _categories(script: Script, tree: CategoryTree) -> Iterator[Fault]:
    for step in script.steps:
        for option in step.answers:
            if option.category is not None and tree.find(option.category) is None:
                yield Fault(
                    "scripts.fault_category",
                    script.key,
                    step.key,
                    f"answer.{option.key}",
                    option.category[:40],
                )
