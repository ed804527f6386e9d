"""The work list of the day: tickets, calls, promises and expected cars, most urgent first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from frontdesk.clock import local
from frontdesk.models.callback_rules import Urgency
from frontdesk.models.enums import CallbackStatus, ClockColour, ComplaintState, Role, VisitStatus
from frontdesk.models.values import plate
from frontdesk.services.callbacks.dto import QueueFilter, QueueRow
from frontdesk.services.callbacks.service import CallbackService
from frontdesk.services.complaints.dto import Clock, ComplaintFilter, TicketRow
from frontdesk.services.complaints.service import ComplaintService
from frontdesk.services.desk import Desk
from frontdesk.services.intake.service import IntakeService
from frontdesk.services.intake.views import VisitRow
from frontdesk.services.permissions import Permission, requires

_MOST = 100
"""Of one kind; what does not fit is found in its tab."""


class Waits(StrEnum):
    """What kind of thing waits."""

    TICKET = "ticket"
    CALL = "call"
    CAR = "car"
    EXPECTED = "expected"


@dataclass(frozen=True, slots=True)
class Waiting:
    """One line of the work list.

    ``word``: what is to be done or where it stands, a member of a closed list. ``due``: when it is
    over; ``colour``: how that deadline stands now; ``mine``: the next act is this person's, not
    only to be seen.
    """

    id: str
    kind: Waits
    customer: str
    car: str
    word: StrEnum
    number: str
    due: datetime | None
    colour: ClockColour
    mine: bool = True


class TodayService:
    """Reads the other activities' lists; keeps nothing of its own."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @requires(Permission.SIGNED_IN)
    def waiting(self) -> tuple[Waiting, ...]:
        """Everything that waits for the signed-in person, overdue first, then by deadline."""
        found = [*self._tickets(), *self._calls(), *self._cars()]
        latest = self.desk.now + timedelta(days=3650)
        order = (ClockColour.OVER, ClockColour.SOON, ClockColour.OK, ClockColour.STOPPED)
        return tuple(
            sorted(found, key=lambda line: (order.index(line.colour), line.due or latest, line.id))
        )

    def _tickets(self) -> Iterator[Waiting]:
        """Tickets this person holds, and overdue ones up to the general manager (domain §5.1)."""
        if not self.desk.may(Permission.VIEW_COMPLAINTS):
            return
        service = ComplaintService(self.desk)
        rows = {row.id: row for row in service.list(ComplaintFilter(mine=True, limit=_MOST))}
        for row in service.list(ComplaintFilter(overdue=True, limit=_MOST)):
            rows.setdefault(row.id, row)
        for row in rows.values():
            yield self._ticket(row)

    def _ticket(self, row: TicketRow) -> Waiting:
        clock = row.clock
        if row.state is ComplaintState.TO_FILE and clock.ended is not None:
            # The loop's clock has stopped; filing has hours of its own.
            filing = timedelta(hours=self.desk.rules.filing_hours)
            clock = Clock(clock.ended, clock.ended + filing)
        return Waiting(
            id=row.id,
            kind=Waits.TICKET,
            customer=row.customer,
            car=_plate(row.plate),
            word=row.state,
            number=row.number,
            due=clock.due,
            colour=clock.colour(self.desk.now, self.desk.rules.amber_percent),
            mine=row.mine,
        )

    def _calls(self) -> Iterator[Waiting]:
        if not self.desk.may(Permission.MAKE_CALLS):
            return
        for row in CallbackService(self.desk).queue(QueueFilter(mine=True, limit=_MOST)):
            yield self._call(row)

    def _call(self, row: QueueRow) -> Waiting:
        agreed = row.next_try_at if row.status is CallbackStatus.AGREED_TIME else None
        due = agreed or self._end_of_calls(row)
        over = due < self.desk.now
        return Waiting(
            id=row.id,
            kind=Waits.CALL,
            customer=row.customer_name,
            car=" ".join(filter(None, (_plate(row.plate), row.model))),
            word=row.kind,
            number=row.number,
            due=due,
            colour=ClockColour.OVER if over else _CALL_COLOURS[row.urgency],
        )

    def _end_of_calls(self, row: QueueRow) -> datetime:
        """The last permitted minute of the last day on which the call is in time."""
        zone = self.desk.clock.zone()
        spans = self.desk.rules.call_hours
        noon = local(self.desk.now, self.desk.clock).replace(hour=12, minute=0, second=0)
        end = max((span.end for span in spans), default=noon.time())
        wall = datetime.combine(row.due_until, end, zone)
        return wall if zone else wall.astimezone()

    def _cars(self) -> Iterator[Waiting]:
        """The advisor's own cars with a promise, and appointments of today; managers see all."""
        if not self.desk.may(Permission.DO_INTAKE):
            return
        sees_all = not self.desk.actor.roles.isdisjoint(_SEE_ALL_CARS)
        for row in IntakeService(self.desk).board():
            if not sees_all and row.advisor_id != self.desk.actor.id:
                continue
            if row.status in _IN_THE_HOUSE or row.status is VisitStatus.BOOKED:
                yield self._car(row)

    def _car(self, row: VisitRow) -> Waiting:
        expected = row.status is VisitStatus.BOOKED
        due = row.booked_for if expected else row.promised_at
        return Waiting(
            id=row.id,
            kind=Waits.EXPECTED if expected else Waits.CAR,
            customer=row.customer,
            car=_plate(row.plate),
            word=row.status,
            number=row.number,
            due=due,
            colour=self._promise_colour(due, expected=expected),
        )

    def _promise_colour(self, due: datetime | None, *, expected: bool) -> ClockColour:
        if due is None:
            return ClockColour.OK
        left = due - self.desk.now
        if left < timedelta(0):
            # A customer who is late for an appointment has broken nothing.
            return ClockColour.SOON if expected else ClockColour.OVER
        at_risk = timedelta(minutes=self.desk.rules.promise_at_risk_minutes)
        return ClockColour.SOON if left <= at_risk else ClockColour.OK


def _plate(stored: str | None) -> str:
    return plate.display(stored) if stored else ""


_SEE_ALL_CARS = frozenset({Role.SERVICE_MANAGER, Role.GENERAL_MANAGER})
_IN_THE_HOUSE = frozenset(
    {
        VisitStatus.ARRIVED,
        VisitStatus.ESTIMATED,
        VisitStatus.AGREED,
        VisitStatus.IN_WORKSHOP,
        VisitStatus.READY,
    }
)
_CALL_COLOURS = {
    Urgency.OVERDUE: ClockColour.OVER,
    Urgency.AGREED: ClockColour.SOON,
    Urgency.LAST_DAY: ClockColour.SOON,
    Urgency.DUE: ClockColour.OK,
    Urgency.WAITING: ClockColour.OK,
}
