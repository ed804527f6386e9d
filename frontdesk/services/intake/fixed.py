"""一次修复率: how many repairs held, and how many came back for the same fault (domain §3, §7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.orm import Session, aliased

from frontdesk.models.enums import WorkKind
from frontdesk.models.repeat_repair import FirstTimeFix
from frontdesk.models.staff import StaffMember
from frontdesk.models.visit import Visit, VisitItem

_REPAIRING = (WorkKind.REPAIR, WorkKind.WARRANTY)


@dataclass(frozen=True, slots=True)
class FixedBy:
    """The figure of one service advisor."""

    advisor_id: str
    advisor: str
    figure: FirstTimeFix


@dataclass(frozen=True, slots=True)
class FixFigures:
    """Repairs handed over from ``first`` to ``last``, all together and by advisor.

    A repair counts as repeated from the day a later visit names it, whenever that is: the newest
    ones can still come back.
    """

    first: date
    last: date
    all: FirstTimeFix
    by_advisor: tuple[FixedBy, ...]


def is_repair() -> ColumnElement[bool]:
    """Whether a visit counts for the figure: something was repaired, and not declined."""
    return exists().where(
        VisitItem.visit_id == Visit.id,
        VisitItem.kind.in_(_REPAIRING),
        VisitItem.declined_why.is_(None),
    )


def came_back() -> ColumnElement[bool]:
    """Whether a later visit names it as a repair that did not hold."""
    again = aliased(Visit)
    return exists().where(again.repeat_of_id == Visit.id)


def figures(session: Session, first: date, last: date) -> FixFigures:
    """Both days count."""
    rows = session.execute(
        select(
            Visit.advisor_id,
            StaffMember.name,
            func.count(),
            func.count().filter(came_back()),
        )
        .join(StaffMember, StaffMember.id == Visit.advisor_id)
        .where(Visit.handed_over_on.between(first, last), is_repair())
        .group_by(Visit.advisor_id)
        .order_by(StaffMember.name)
    )
    by_advisor = tuple(
        FixedBy(key, name, FirstTimeFix(count, back)) for key, name, count, back in rows
    )
    whole = FirstTimeFix(
        sum(each.figure.repairs for each in by_advisor),
        sum(each.figure.repeated for each in by_advisor),
    )
    return FixFigures(first, last, whole, by_advisor)
