"""The seven questions (5W2H) as rows of a form."""

from __future__ import annotations

from frontdesk.language import Language
from frontdesk.reports.cells import Field
from frontdesk.reports.flow import Row
from frontdesk.reports.inputs import FiveWTwoH
from frontdesk.reports.labels import Facts

_BLANK_GROW = 0.3
_LONG_ANSWER = 40
"""Characters from which on an answer gets a row of its own."""


def facts_rows(facts: FiveWTwoH, language: Language) -> list[Row]:
    """The seven questions: in two rows, or one under the other where an answer is long."""
    pairs = (
        (Facts.WHY, facts.why),
        (Facts.WHEN, facts.when),
        (Facts.WHERE, facts.where),
        (Facts.WHO, facts.who),
        (Facts.WHAT, facts.what),
        (Facts.HOW, facts.how),
        (Facts.HOW_MUCH, facts.how_much),
    )
    cells = [Field(label.in_(language), text) for label, text in pairs]
    grow = 0.0 if facts.said() else _BLANK_GROW
    if max(len(text) for _, text in pairs) > _LONG_ANSWER:
        return [Row([cell]) for cell in cells]
    return [Row(cells[:4], (5, 4, 4, 4), grow), Row(cells[4:], (5, 8, 4), grow)]
