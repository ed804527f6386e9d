"""The work list of the day: tickets, actions, calls, promises, expected cars; urgent ones first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from frontdesk.clock import local
from frontdesk.models.callback_rules import Urgency, at_desk
from frontdesk.models.enums import (
    CallbackKind,
    CallbackStatus,
    ClockColour,
    ComplaintClock,
    ComplaintState,
    DeskAlert,
    Role,
    VisitStatus,
)
from frontdesk.models.values import plate
from frontdesk.services.callbacks.dto import QueueFilter, QueueRow
from frontdesk.services.callbacks.service import CallbackService
from frontdesk.services.classes.service import ClassService
from frontdesk.services.complaints.after import AfterService
from frontdesk.services.complaints.after_dto import Action, ActionState, Which
from frontdesk.services.complaints.dto import Clock, ComplaintFilter, TicketRow
from frontdesk.services.complaints.service import ComplaintService
from frontdesk.services.desk import Desk
from frontdesk.services.intake.service import IntakeService
from frontdesk.services.intake.views import VisitRow
from frontdesk.services.permissions import Permission, requires

_MOST = 100
"""Of one kind; what does not fit is found in its tab."""
_EVERY = 100_000


class Waits(StrEnum):
    """What kind of thing waits."""

    TICKET = "ticket"
    ACTION = "action"
    CALL = "call"
    CAR = "car"
    EXPECTED = "expected"
    DELIVERY = "delivery"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class Waiting:
    """One line of the work list.

    ``word``: what is to be done or where it stands, a member of a closed list. ``due``: when it is
    over; ``colour``: how that deadline stands now; ``mine``: the next act is this person's, not
    only to be seen. Of a ticket, ``clock`` tells which of its deadlines it is, ``paused`` that it
    stands still. ``subject_id``: the ticket an action follows from.
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
    clock: ComplaintClock | None = None
    paused: bool = False
    safety: bool = False
    subject_id: str = ""


class TodayService:
    """Reads the other activities' lists; keeps nothing of its own."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @requires(Permission.SIGNED_IN)
    def waiting(self) -> tuple[Waiting, ...]:
        """Everything that waits for the signed-in person.

        Overdue first, tickets before all else (domain §5.1); then safety matters; then by deadline.
        """
        found = [
            *self._tickets(),
            *self._actions(),
            *self._calls(),
            *self._cars(),
            *self._days(),
            *self._returned(),
        ]
        latest = self.desk.now + timedelta(days=3650)
        order = (ClockColour.OVER, ClockColour.SOON, ClockColour.OK, ClockColour.STOPPED)
        return tuple(
            sorted(
                found,
                key=lambda line: (
                    line.colour is not ClockColour.OVER,
                    line.kind is not Waits.TICKET and line.colour is ClockColour.OVER,
                    not line.safety,
                    order.index(line.colour),
                    line.due or latest,
                    line.id,
                ),
            )
        )

    @requires(Permission.VIEW_COMPLAINTS)
    def overdue_tickets(self) -> int:
        """How many tickets are past one of their clocks, whoever holds them."""
        wanted = ComplaintFilter(overdue=True, limit=_EVERY)
        return len(ComplaintService(self.desk).list(wanted))

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
        now = self.desk.now
        paused = clock.standing_since is not None
        return Waiting(
            id=row.id,
            kind=Waits.TICKET,
            customer=row.customer,
            car=_plate(row.plate),
            word=row.state,
            number=row.number,
            # While it stands still the end moves with the clock on the wall.
            due=now + clock.left(now) if paused else clock.due,
            colour=clock.colour(now, self.desk.rules.amber_percent),
            mine=row.mine,
            clock=clock.kind,
            paused=paused,
            safety=row.safety,
        )

    def _actions(self) -> Iterator[Waiting]:
        """The person's own open actions that follow from complaints."""
        if not self.desk.may(Permission.VIEW_COMPLAINTS):
            return
        for action in AfterService(self.desk).open_actions(Which.MINE)[:_MOST]:
            yield self._action(action)

    def _action(self, action: Action) -> Waiting:
        """Due by the end of its day; amber in the last part of its time, as a clock is."""
        midnight = at_desk(action.due_on + timedelta(days=1), time(), self.desk.clock.zone())
        clock = Clock(action.set_at, midnight)
        late = action.state is ActionState.LATE
        colour = clock.colour(self.desk.now, self.desk.rules.amber_percent)
        return Waiting(
            id=action.id,
            kind=Waits.ACTION,
            customer=action.customer,
            car=action.words,
            word=action.kind,
            number=action.number,
            due=midnight - timedelta(minutes=1),
            colour=ClockColour.OVER if late else colour,
            subject_id=action.complaint_id,
        )

    def _calls(self) -> Iterator[Waiting]:
        if not self.desk.may(Permission.MAKE_CALLS):
            return
        for row in CallbackService(self.desk).queue(QueueFilter(mine=True, limit=_MOST)):
            # The ticket itself stands here with this deadline.
            if row.kind is not CallbackKind.COMPLAINT_FOLLOW_UP:
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

    def _days(self) -> Iterator[Waiting]:
        """Days of which the sales department has told nothing; ``number`` is the day itself."""
        if not self.desk.may(Permission.IMPORT_DELIVERIES):
            return
        from frontdesk.services.exchange.service import ExchangeService

        closes = time(min(self.desk.rules.desk_closes_hour, 23))
        for told in reversed(ExchangeService(self.desk).missing_days()):
            due = at_desk(told.day, closes, self.desk.clock.zone())
            late = told.day < self.desk.today
            yield Waiting(
                id=told.day.isoformat(),
                kind=Waits.DELIVERY,
                customer="",
                car="",
                word=told.state,
                number=told.day.isoformat(),
                due=due,
                colour=ClockColour.OVER if late else ClockColour.OK,
            )

    def _returned(self) -> Iterator[Waiting]:
        """Lost customers who came back today: their supervisor hears of it at once (domain §3)."""
        if self.desk.actor.roles.isdisjoint(_SEE_ALL_CARS):
            return
        for customer_id, number, name, plates in ClassService(self.desk).returned_today():
            yield Waiting(
                id=customer_id,
                kind=Waits.RETURNED,
                customer=name,
                car=plates,
                word=DeskAlert.LOST_RETURNED,
                number=number,
                due=None,
                colour=ClockColour.SOON,
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
