"""The printed list of a segment, filled."""

from __future__ import annotations

from collections.abc import Iterable

from frontdesk.clock import local
from frontdesk.language import Language
from frontdesk.reports.inputs.common import Printed
from frontdesk.reports.inputs.segment import SegmentList, SegmentRow
from frontdesk.services.desk import Desk
from frontdesk.services.printed import letterhead
from frontdesk.services.segments.dto import Member
from frontdesk.services.segments.inputs import Criteria
from frontdesk.services.segments.telling import told
from frontdesk.texts import term


def list_of(
    desk: Desk,
    name: str,
    wanted: Criteria,
    members: Iterable[Member],
    language: Language,
    copy: int,
) -> SegmentList:
    """The list of ``members`` as its ``copy``-th print."""
    between = "、" if language is Language.ZH_CN else ", "
    return SegmentList(
        name=name,
        criteria=told(wanted, language),
        dealership=letterhead(desk.profile),
        printed=Printed(copy, desk.actor.name, local(desk.now, desk.clock)),
        rows=tuple(
            SegmentRow(
                number=each.number,
                name=each.name,
                phone=each.phone,
                cars=tuple(car for car in each.cars.split("  ") if car),
                value_class=each.value_class,
                last_visit_on=each.last_visit_on,
                badges=between.join(term(badge, language) for badge in each.badges),
            )
            for each in members
        ),
    )
