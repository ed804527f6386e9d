"""How long customers stand at the desk, week by week, for managers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy import select

from frontdesk.clock import local
from frontdesk.models.check_in import CheckIn, figures, length_of, week_of
from frontdesk.models.staff import StaffMember
from frontdesk.models.visit import Visit
from frontdesk.services.desk import Desk
from frontdesk.services.permissions import Permission, requires

MOST_WEEKS = 104


@dataclass(frozen=True, slots=True)
class WeekFigure:
    """The check-ins of the week from ``week`` (a Monday) on; ``advisor`` '' stands for all."""

    week: date
    advisor: str
    count: int
    minutes: Decimal


class CheckInService:
    """From the opened form to the agreement: measured, never typed."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @requires(Permission.VIEW_STATISTICS)
    def trend(self, weeks: int = 13) -> tuple[WeekFigure, ...]:
        """Median minutes and n of the last ``weeks`` weeks, this one included; newest first."""
        back = min(max(weeks, 1), MOST_WEEKS) - 1
        first = week_of(self.desk.today) - timedelta(weeks=back)
        with self.desk.read() as session:
            rows = session.execute(
                select(Visit.opened_at, Visit.agreed_at, Visit.advisor_id).where(
                    Visit.arrived_on >= first, Visit.agreed_at.is_not(None)
                )
            )
            measured = [
                CheckIn(local(opened, self.desk.clock).date(), advisor_id, length)
                for opened, agreed, advisor_id in rows
                if agreed and (length := length_of(opened, agreed)) is not None
            ]
            people = session.scalars(select(StaffMember))
            names = {person.id: person.name for person in people}
        return tuple(
            WeekFigure(each.week, names.get(each.advisor_id, ""), each.count, each.minutes)
            for each in figures(measured)
            if each.week >= first
        )
