"""Penalties and actions that follow a complaint, as boxes of its form, where there are any."""

from __future__ import annotations

from frontdesk.language import Language
from frontdesk.reports.cells import Text
from frontdesk.reports.flow import Row, Section
from frontdesk.reports.formats import day, money
from frontdesk.reports.inputs import Action, ComplaintForm
from frontdesk.reports.labels import Complaint as Labels
from frontdesk.texts import term

_PENALTY_SHARES = (26, 26, 24, 93)
_ACTION_SHARES = (21, 79, 24, 24, 21)


def after_rows(form: ComplaintForm, language: Language) -> list[Section]:
    """A section for the penalties and one for the actions."""
    sections = []
    if form.penalties:
        rows = [
            Row(
                [
                    Text(each.person),
                    Text(term(each.part, language) if each.part else ""),
                    Text(_yuan(money(each.amount), language)),
                    Text(each.words),
                ],
                _PENALTY_SHARES,
            )
            for each in form.penalties
        ]
        sections.append(Section(rows, Labels.PENALTY_PART.in_(language)))
    if form.actions:
        rows = [_action(each, language) for each in form.actions]
        sections.append(Section(rows, Labels.ACTION_PART.in_(language)))
    return sections


def _action(action: Action, language: Language) -> Row:
    due = Labels.DUE_BY.in_(language).format(day=day(action.due)) if action.due else ""
    states = {
        None: Labels.ACTION_OPEN,
        True: Labels.ACTION_DONE,
        False: Labels.ACTION_GIVEN_UP,
    }
    state = [states[action.done].in_(language), day(action.ended)]
    words = [action.words, action.result]
    cells = [
        Text(term(action.kind, language)),
        Text("\n".join(part for part in words if part)),
        Text(action.owner),
        Text(due),
        Text("\n".join(part for part in state if part)),
    ]
    return Row(cells, _ACTION_SHARES)


def _yuan(amount: str, language: Language) -> str:
    return Labels.YUAN.in_(language).format(amount=amount) if amount else ""
