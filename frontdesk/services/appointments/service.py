"""Appointments as a board: moved, missed, and warned of where a slot is full (预约)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

from frontdesk.clock import local
from frontdesk.errors import NotFound, UserError
from frontdesk.models.appointment_rules import check_minutes, within_hours
from frontdesk.models.enums import VisitStatus
from frontdesk.models.staff import StaffMember
from frontdesk.models.visit import Visit
from frontdesk.services.appointments import already, board
from frontdesk.services.appointments.dto import Advisor, Appointment, Board
from frontdesk.services.desk import Change, Desk, UnitOfWork
from frontdesk.services.intake import progress, record
from frontdesk.services.permissions import Permission, requires
from frontdesk.services.segments.narrowing_dto import EVERYBODY, Narrowing

MOST_DAYS = 31


class AppointmentService:
    """Day and week of appointments by advisor and hour."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @requires(Permission.VIEW_VISITS)
    def board(self, first: date, days: int = 1, narrowed: Narrowing = EVERYBODY) -> Board:
        """The appointments of ``days`` days (at most 31) from ``first`` on.

        Those of other customers than ``narrowed`` asks for take their places, but stand aside.
        """
        with self.desk.read() as session:
            shown = min(max(days, 1), MOST_DAYS)
            return board.board(self.desk, session, first, shown, narrowed)

    @requires(Permission.VIEW_VISITS)
    def missed(self) -> tuple[Appointment, ...]:
        """Appointments nobody came to, to be marked as no-shows; the oldest first."""
        with self.desk.read() as session:
            return board.missed(self.desk, session)

    @requires(Permission.DO_INTAKE)
    def advisors(self) -> tuple[Advisor, ...]:
        """Whom an appointment may be given with: service advisors, and who asks."""
        with self.desk.read() as session:
            found = board.advisors(session, ())
        me = self.desk.actor
        return (
            found if any(each.id == me.id for each in found) else (*found, Advisor(me.id, me.name))
        )

    @requires(Permission.DO_INTAKE)
    def remarks(
        self, vehicle_id: str, at: datetime, minutes: int | None = None, without: str = ""
    ) -> tuple[UserError, ...]:
        """What speaks against an appointment of the car then; never a refusal.

        Full, outside the hours, or at the same time as another of the car or of its owner.
        ``without``: the visit that is being moved.
        """
        rules, here = self.desk.rules, local(at, self.desk.clock)
        length = minutes or rules.appointment_minutes
        with self.desk.read() as session:
            count = board.count_at(self.desk, session, at, length, without)
            twice = already.overlap(self.desk, session, vehicle_id, at, length, without)
        found = [twice] if twice is not None else []
        said = f"{here:%m-%d %H:%M}"
        if not within_hours(here.time(), length, rules):
            hours = {"opens": rules.desk_opens_hour, "closes": rules.desk_closes_hour}
            found.append(UserError("appointment.closed", field="booked_for", at=said, **hours))
        elif count >= rules.appointments_per_slot:
            most = rules.appointments_per_slot
            full = UserError(
                "appointment.full", field="booked_for", at=said, count=count, most=most
            )
            found.append(full)
        return tuple(found)

    @requires(Permission.DO_INTAKE)
    def already(self, vehicle_id: str) -> tuple[Appointment, ...]:
        """Appointments still to come of the car, then of its owner's other cars.

        Raises:
            NotFound: there is no such car.
        """
        with self.desk.read() as session:
            return already.booked(self.desk, session, vehicle_id)

    @requires(Permission.DO_INTAKE)
    def move(
        self,
        visit_id: str,
        version: int,
        at: datetime,
        advisor_id: str = "",
        minutes: int | None = None,
    ) -> int:
        """Another time, advisor or length; what is not given stays. The version it has now.

        Raises:
            UserError: the time has passed, or this is no appointment any more.
            Conflict: someone else changed it in between.
        """
        check_minutes(minutes)
        with self.desk.write() as work:
            visit = record.to_change(work.session, visit_id, version)
            if visit.status is not VisitStatus.BOOKED:
                raise UserError("appointment.not_booked", status=visit.status)
            if at <= work.now:
                raise UserError("intake.booking_past", field="booked_for")
            before: dict[str, object] = {"at": visit.booked_for, "advisor": visit.advisor_id}
            if advisor_id:
                person = work.session.get(StaffMember, advisor_id)
                if person is None or not person.active:
                    raise NotFound("appointment.no_advisor", field="advisor_id")
                visit.advisor_id = advisor_id
            visit.booked_for = at
            visit.booked_minutes = minutes or visit.booked_minutes
            work.audit(
                "visit.move",
                "visit",
                visit.id,
                number=visit.number,
                before=before,
                after={"at": at, "advisor": visit.advisor_id},
            )
            work.changed(Change.VISITS)
            work.session.flush()
            return visit.version

    @requires(Permission.DO_INTAKE)
    def mark_missed(self, versions: Mapping[str, int]) -> dict[str, int]:
        """Mark these appointments (id → version) as no-shows at once; the versions they have now.

        Raises:
            UserError: the time of one has not come yet, or it is no appointment any more.
            Conflict: someone else changed one in between; none is marked.
        """
        return self._each(versions, progress.no_show)

    @requires(Permission.DO_INTAKE)
    def expect_again(self, versions: Mapping[str, int]) -> dict[str, int]:
        """Take back that these (id → version) are no-shows; the versions they have now.

        Raises:
            UserError: one is no no-show, its car has come meanwhile.
            Conflict: someone else changed one in between; none is taken back.
        """
        return self._each(versions, progress.expect_again)

    def _each(
        self, versions: Mapping[str, int], act: Callable[[UnitOfWork, Visit], None]
    ) -> dict[str, int]:
        with self.desk.write() as work:
            visits = [record.to_change(work.session, *each) for each in versions.items()]
            for visit in visits:
                act(work, visit)
            work.session.flush()
            return {visit.id: visit.version for visit in visits}
