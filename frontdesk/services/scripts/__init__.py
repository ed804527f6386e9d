"""Call scripts: the data model, the engine that runs them, the check and the filling-in of names.

Usage::

    script = shipped_script(CallbackKind.AFTER_SERVICE)
    progress = Progress()
    where = position(script, progress, facts)
    sentences = [fill(step.text, values, language) for step in where.say]
    progress = answer(script, progress, choice="yes", facts=facts)
"""

from __future__ import annotations

from frontdesk.services.scripts.check import Fault, check
from frontdesk.services.scripts.engine import (
    Given,
    Passed,
    Position,
    Progress,
    Result,
    answer,
    back,
    greeted,
    half_typed,
    meant,
    missing,
    position,
    remembered,
    result,
    tidied,
)
from frontdesk.services.scripts.fill import FIELDS, Value, fill
from frontdesk.services.scripts.scoring import points_of, rescored, score_of
from frontdesk.services.scripts.script import (
    Answer,
    Cues,
    Fact,
    QuestionKind,
    Script,
    Step,
    Use,
    Words,
    stage_facts,
)
from frontdesk.services.scripts.shipped import script_key, shipped_script

__all__ = [
    "FIELDS",
    "Answer",
    "Cues",
    "Fact",
    "Fault",
    "Given",
    "Passed",
    "Position",
    "Progress",
    "QuestionKind",
    "Result",
    "Script",
    "Step",
    "Use",
    "Value",
    "Words",
    "answer",
    "back",
    "check",
    "fill",
    "greeted",
    "half_typed",
    "meant",
    "missing",
    "points_of",
    "position",
    "remembered",
    "rescored",
    "result",
    "score_of",
    "script_key",
    "shipped_script",
    "stage_facts",
    "tidied",
]
