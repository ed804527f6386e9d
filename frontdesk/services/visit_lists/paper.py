"""The printed list of visits, filled."""

from __future__ import annotations

from sqlalchemy.orm import Session

from frontdesk.clock import local
from frontdesk.language import Language
from frontdesk.models.values import plate as plates
from frontdesk.reports.inputs.common import Printed
from frontdesk.reports.inputs.visit_list import VisitListRow, VisitSheet
from frontdesk.services.desk import Desk
from frontdesk.services.intake import fixed
from frontdesk.services.printed import letterhead
from frontdesk.services.segments import narrowing
from frontdesk.services.segments.narrowing_dto import EVERYBODY
from frontdesk.services.visit_lists.dto import (
    OF_THE_FIGURE,
    WITH_OTHER,
    WITH_REASONS,
    ListedVisit,
    VisitList,
)
from frontdesk.texts.visit_lists import SORTS


def sheet_of(
    desk: Desk,
    session: Session,
    wanted: VisitList,
    rows: tuple[ListedVisit, ...],
    language: Language,
    copy: int,
) -> VisitSheet:
    """The list of ``rows`` as its ``copy``-th print."""
    repairs, held = None, 0
    if wanted.sort in OF_THE_FIGURE and wanted.narrowing == EVERYBODY:
        figure = fixed.figures(session, wanted.first, wanted.last).all
        repairs, held = figure.repairs, figure.repairs - figure.repeated
    return VisitSheet(
        sort=SORTS[wanted.sort.value].in_(language),
        first=wanted.first,
        last=wanted.last,
        whose=narrowing.told(session, wanted.narrowing, language),
        reasons=wanted.sort in WITH_REASONS,
        others=wanted.sort in WITH_OTHER,
        repairs=repairs,
        held=held,
        dealership=letterhead(desk.profile),
        printed=Printed(copy, desk.actor.name, local(desk.now, desk.clock)),
        rows=tuple(_row(each) for each in rows),
    )


def _row(each: ListedVisit) -> VisitListRow:
    return VisitListRow(
        number=each.number,
        on=each.on,
        status=each.status,
        plate=plates.display(each.plate) if each.plate else "",
        car=each.car,
        customer=each.customer,
        phone=each.phone,
        value_class=each.value_class,
        advisor=each.advisor,
        total=each.total,
        told=each.reasons,
        worth=each.worth,
        other=each.other,
        days=each.days,
    )
