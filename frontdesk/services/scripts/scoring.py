"""The 0–100 score of a call: which answers make it, and how. The one place of it. Pure.

A mark on a scale is worth its share of the highest one (9 of 10 is 90, 4 of 5 is 80); a choice is
worth what the script gives it. The score is the mean of the steps that count and were answered.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from frontdesk.services.scripts.script import Script, Step

Kept = tuple[str, str]
"""A step's key with its answer as it is kept: the key of the choice, the mark, or the words."""


def score_of(answers: Iterable[tuple[Step, str]]) -> int | None:
    """The score of answered steps, each with its value as it is kept; ``None`` where none counts.

    Half a point is rounded to the even one.
    """
    found = [points_of(step, value) for step, value in answers]
    counted = [points for points in found if points is not None]
    return round(sum(counted, Fraction()) / len(counted)) if counted else None


def points_of(step: Step, value: str) -> Fraction | None:
    """What one answer is worth, from 0 to 100; ``None`` when it does not count."""
    if not step.is_scored:
        return None
    if step.question.is_scale:
        marks = step.question.marks
        mark = int(value) if value.isascii() and value.isdigit() and len(value) < 3 else -1
        return Fraction(100 * mark, marks[-1]) if mark in marks else None
    chosen = step.answer(value)
    return None if chosen is None or chosen.score is None else Fraction(chosen.score)


def rescored(script: Script, kept: Iterable[Kept]) -> int | None:
    """The score computed anew from the answers of a finished call, in the order they were kept.

    ``script`` is the version the call was made with. What is true of the visit meanwhile does not
    matter: the steps that were answered are those that were asked.
    """
    steps = ((script.step(key), value) for key, value in kept)
    return score_of((step, value) for step, value in steps if step is not None)
