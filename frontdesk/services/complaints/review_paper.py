"""The monthly review list filled from the month's complaints."""

from __future__ import annotations

from frontdesk.clock import local
from frontdesk.language import Language
from frontdesk.models.enums import ActionState
from frontdesk.models.values import plate
from frontdesk.reports.inputs.common import Printed
from frontdesk.reports.inputs.review import ReviewList, ReviewRow
from frontdesk.services.complaints.review import Review, ReviewLine
from frontdesk.services.desk import Desk
from frontdesk.services.printed import letterhead
from frontdesk.texts import term


def list_of(desk: Desk, found: Review, language: Language, copy: int) -> ReviewList:
    """The list of ``found`` as its ``copy``-th print; days are the desk's calendar."""
    return ReviewList(
        first=found.first,
        last=found.last,
        dealership=letterhead(desk.profile),
        printed=Printed(copy, desk.actor.name, local(desk.now, desk.clock)),
        scope=term(found.scope, language) if found.scope else "",
        rows=tuple(_row(desk, found, line, language) for line in found.lines),
        carried=found.carried,
    )


def _row(desk: Desk, found: Review, line: ReviewLine, language: Language) -> ReviewRow:
    return ReviewRow(
        number=line.number,
        day=local(line.registered_at, desk.clock).date(),
        customer=line.customer,
        plate=plate.display(line.plate) if line.plate else "",
        category=found.tree.path(line.category, language),
        level=line.level,
        state=line.state,
        department=term(line.department, language) if line.department else "",
        responsible=line.responsible,
        cause=line.cause,
        lesson=line.lesson,
        safety=line.safety,
        valid=line.valid,
        penalties=tuple((each.person, each.amount) for each in line.penalties),
        actions=tuple(
            (state, line.actions[state]) for state in ActionState if line.actions.get(state)
        ),
        repeats=line.repeats,
        repeated_by=line.repeated_by,
        cost=line.cost,
    )
