"""Reads the appointments of days; a missed one frees its slot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from frontdesk.clock import local
from frontdesk.models.appointment_rules import covered, loads, slots
from frontdesk.models.customer import Customer
from frontdesk.models.enums import Role, VisitStatus
from frontdesk.models.staff import StaffMember
from frontdesk.models.visit import Visit
from frontdesk.services.appointments.dto import Advisor, Appointment, Board
from frontdesk.services.desk import Desk
from frontdesk.services.intake.listed import make_of, midnight, with_names
from frontdesk.services.segments import narrowing
from frontdesk.services.segments.narrowing_dto import EVERYBODY, Narrowing

_GONE = frozenset({VisitStatus.NO_SHOW})


def board(
    desk: Desk, session: Session, first: date, days: int, narrowed: Narrowing = EVERYBODY
) -> Board:
    """The appointments of ``days`` days from ``first`` on; others than ``narrowed`` are aside."""
    begins, ends = midnight(desk, first), midnight(desk, first + timedelta(days=days))
    rows = session.execute(_rows().where(Visit.booked_for >= begins, Visit.booked_for < ends))
    found = _narrowed(desk, session, tuple(_shown(desk, row) for row in rows), narrowed)
    rules = desk.rules
    taken = [
        loads(
            [
                (each.time, each.minutes)
                for each in found
                if each.day == first + timedelta(days=at) and each.status not in _GONE
            ],
            rules,
        )
        for at in range(days)
    ]
    return Board(
        first=first,
        days=days,
        slots=slots(rules),
        minutes=rules.appointment_minutes,
        capacity=rules.appointments_per_slot,
        advisors=advisors(session, found),
        appointments=found,
        loads=tuple(taken),
    )


def missed(desk: Desk, session: Session) -> tuple[Appointment, ...]:
    """Appointments whose time has passed by so much that nobody will come, the oldest first."""
    late = Visit.booked_for < missed_before(desk)
    return listed(desk, session, Visit.status == VisitStatus.BOOKED, late)


def listed(desk: Desk, session: Session, *asked: ColumnElement[bool]) -> tuple[Appointment, ...]:
    """The appointments that are as ``asked``, the oldest first."""
    return tuple(_shown(desk, row) for row in session.execute(_rows().where(*asked)))


def missed_before(desk: Desk) -> datetime:
    """Appointments before this moment count as missed."""
    return desk.now - timedelta(minutes=desk.rules.no_show_minutes)


def count_at(desk: Desk, session: Session, at: datetime, minutes: int, without: str) -> int:
    """The fullest slot an appointment at ``at`` would touch, itself (``without``) apart."""
    here = local(at, desk.clock)
    shown = board(desk, session, here.date(), 1)
    others = [
        (each.time, each.minutes)
        for each in shown.appointments
        if each.visit_id != without and each.status not in _GONE
    ]
    by_slot = loads(others, desk.rules)
    return max((by_slot[at] for at in covered(here.time(), minutes, desk.rules)), default=0)


def advisors(session: Session, found: Sequence[Appointment]) -> tuple[Advisor, ...]:
    """Service advisors at work, and whoever has one of the appointments, by name."""
    people = session.scalars(select(StaffMember).where(StaffMember.active)).all()
    named = {
        person.id: person.name for person in people if Role.SERVICE_ADVISOR in person.roles
    } | {each.advisor_id: each.advisor for each in found}
    return tuple(
        Advisor(key, name) for key, name in sorted(named.items(), key=lambda each: each[1])
    )


def _narrowed(
    desk: Desk, session: Session, found: tuple[Appointment, ...], narrowed: Narrowing
) -> tuple[Appointment, ...]:
    """A slot that is taken stays taken: the others are not left out, they stand aside."""
    whose = narrowing.customers(desk, session, narrowed)
    if whose is None:
        return found
    theirs = {each.customer_id for each in found}
    wanted = set(session.scalars(whose.where(Customer.id.in_(theirs))))
    return tuple(replace(each, aside=each.customer_id not in wanted) for each in found)


def _rows() -> Select[*tuple[Any, ...]]:
    return (
        with_names(Visit.version, Visit.booked_minutes, Visit.words)
        .where(Visit.by_appointment, Visit.booked_for.is_not(None))
        .order_by(Visit.booked_for, Visit.id)
    )


def _shown(desk: Desk, row: Any) -> Appointment:
    here = local(row.booked_for, desk.clock)
    minutes = row.booked_minutes or desk.rules.appointment_minutes
    waits = row.status is VisitStatus.BOOKED
    return Appointment(
        visit_id=row.id,
        version=row.version,
        number=row.number,
        status=row.status,
        at=row.booked_for,
        day=here.date(),
        time=here.time(),
        minutes=minutes,
        slots=covered(here.time(), minutes, desk.rules),
        vehicle_id=row.vehicle_id,
        customer_id=row.customer_id,
        plate=row.plate or "",
        car=make_of(row),
        customer=row.customer,
        advisor_id=row.advisor_id,
        advisor=row.advisor,
        words=row.words or "",
        missed=waits and row.booked_for < missed_before(desk),
    )
