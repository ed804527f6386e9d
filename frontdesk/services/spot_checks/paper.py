"""The list of calls not made as the printed form wants it."""

from __future__ import annotations

from frontdesk.clock import local
from frontdesk.language import Language
from frontdesk.models.enums import CallbackKind
from frontdesk.models.values import plate as plates
from frontdesk.reports.formats import day
from frontdesk.reports.inputs.common import Printed
from frontdesk.reports.inputs.consequences import ConsequenceList, FineRow, PersonSum
from frontdesk.reports.labels_routine import Consequences as Labels
from frontdesk.services.desk import Desk
from frontdesk.services.printed import letterhead
from frontdesk.services.spot_checks.dto import Consequences, Fine
from frontdesk.texts import term
from frontdesk.texts.routine import stage_name


def list_input(desk: Desk, found: Consequences, language: Language) -> ConsequenceList:
    """The month's list for signature."""
    counted = {verdict.value: count for verdict, count in found.judged}
    return ConsequenceList(
        first=found.first,
        last=found.last,
        judged=Labels.JUDGED.in_(language).format(all=sum(counted.values()), **counted),
        dealership=letterhead(desk.profile),
        printed=Printed(0, desk.actor.name, local(desk.now, desk.clock)),
        rows=tuple(_row(fine, language) for fine in found.fines),
        people=tuple(PersonSum(*person) for person in found.people),
    )


def found_by(fine: Fine, language: Language) -> str:
    """What tells that the call was not made."""
    if not fine.stage:
        return Labels.BY_CHECK.in_(language).format(day=day(fine.on))
    if fine.kind is CallbackKind.FIRST_MAINTENANCE:
        return term(fine.kind, language)
    return Labels.BY_SHEET.in_(language).format(stage=stage_name(fine.stage).in_(language))


def _row(fine: Fine, language: Language) -> FineRow:
    return FineRow(
        kind=fine.kind,
        number=fine.number,
        customer=fine.customer_name,
        plate=plates.display(fine.plate) if fine.plate else "",
        found=found_by(fine, language),
        person=fine.person,
        person_role=fine.person_role,
        amount=fine.amount,
        manager=fine.manager,
        manager_role=fine.manager_role,
        manager_amount=fine.manager_amount,
    )
