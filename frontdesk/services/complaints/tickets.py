"""One ticket as the window shows it: head, strip, clocks, entries, and what may be done next."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session, aliased

from frontdesk.errors import NotFound
from frontdesk.models.callback import Callback
from frontdesk.models.complaint import Complaint
from frontdesk.models.complaint_clocks import clocks, strip
from frontdesk.models.complaint_steps import FIELDS, NEXT_STEPS, steps_from
from frontdesk.models.customer import Customer
from frontdesk.models.enums import ComplaintState, ComplaintStep, Department, PauseReason
from frontdesk.models.staff import StaffMember
from frontdesk.models.values import phone
from frontdesk.models.vehicle import Vehicle
from frontdesk.models.visit import Visit
from frontdesk.services.complaints.dto import NextStep, Paused, Person, Ticket, TicketEntry
from frontdesk.services.complaints.registration import facts_of
from frontdesk.services.complaints.rights import Standing, holders, may_handle, refusal, stand_in
from frontdesk.services.complaints.said import parts
from frontdesk.services.complaints.standing import colleagues
from frontdesk.services.complaints.steps import taken
from frontdesk.services.desk import Desk
from frontdesk.services.permissions import Permission

_Earlier = aliased(Complaint)
# Built once: putting a statement together costs more than running it.
_ABOUT = (
    select(Customer, Vehicle, Visit, Callback.served_by, _Earlier.id, _Earlier.number)
    .select_from(Complaint)
    .join(Customer, Customer.id == Complaint.customer_id)
    .outerjoin(Vehicle, Vehicle.id == Complaint.vehicle_id)
    .outerjoin(Visit, Visit.id == Complaint.visit_id)
    .outerjoin(Callback, Callback.id == Complaint.callback_id)
    .outerjoin(_Earlier, _Earlier.id == Complaint.repeats_id)
    .where(Complaint.id == bindparam("ticket"))
)
_SALES_GROUPS = frozenset({"sales_process", "delivery"})


def find(session: Session, which: str) -> Complaint:
    """The ticket with this id or number.

    Raises:
        NotFound: there is none.
    """
    ticket = session.get(Complaint, which)
    if ticket is None:
        wanted = which.strip().upper()
        ticket = session.scalars(select(Complaint).where(Complaint.number == wanted)).first()
    if ticket is None:
        raise NotFound("complaint.not_found")
    return ticket


def open_ticket(desk: Desk, session: Session, ticket: Complaint) -> Ticket:
    """Everything there is about ``ticket``, for the signed-in person."""
    customer, vehicle, visit, served, repeats = _about(session, ticket)
    said = {entry.position: json.loads(entry.said) for entry in ticket.entries}
    names = _names(session, ticket, said.values(), visit)
    standing = Standing(
        state=ticket.state,
        department=ticket.department,
        handler_id=ticket.handler_id,
        handler=names.get(ticket.handler_id or ""),
        about_id=ticket.about_staff_id,
        served_by=frozenset(
            each for each in (visit.advisor_id if visit else None, served) if each is not None
        ),
        safety=ticket.safety,
        paused=ticket.paused_at is not None,
        people=colleagues(session),
    )
    entries = taken(ticket)
    found = clocks(entries, desk.rules, desk.clock.zone())
    steps = tuple(_next(desk, ticket, standing, step) for step in steps_from(ticket.state))
    dispatch = any(s.step is ComplaintStep.DISPATCHED and s.refusal is None for s in steps)
    number = ticket.complainant_phone or next(
        (p.number for p in customer.phones if not p.wrong), ""
    )
    return Ticket(
        id=ticket.id,
        number=ticket.number,
        version=ticket.version,
        state=ticket.state,
        round=ticket.round,
        level=ticket.level,
        safety=ticket.safety,
        category=ticket.category,
        valid=ticket.valid,
        department=ticket.department,
        channel=ticket.channel,
        customer_id=customer.id,
        customer_number=customer.number,
        customer=customer.name,
        complainant=ticket.complainant,
        phone=shown_phone(desk, number),
        vehicle_id=ticket.vehicle_id,
        plate=vehicle.plate if vehicle else None,
        model=_model(vehicle),
        mileage_km=_mileage(vehicle, visit),
        visit_id=ticket.visit_id,
        visit_number=visit.number if visit else None,
        visit_at=visit.arrived_at if visit else None,
        advisor=names.get(visit.advisor_id) if visit else None,
        callback_id=ticket.callback_id,
        about=names.get(ticket.about_staff_id or ""),
        words=ticket.words,
        remedy=ticket.remedy or "",
        facts=facts_of(next(iter(said.values()), {})),
        registered_at=ticket.registered_at,
        registered_by=names.get(ticket.registered_by, ""),
        handler=standing.handler,
        holders=holders(standing),
        stand_in=_stand_in(ticket, standing),
        repeats=repeats,
        repeated_by=_later(session, ticket),
        satisfied_after=ticket.satisfied_after,
        handling_score=ticket.handling_score,
        cost=Decimal(ticket.cost_fen) / 100,
        prints=ticket.prints,
        clocks=found,
        paused=_pause(ticket, said),
        strip=strip(entries, desk.rules, valid=ticket.valid),
        entries=tuple(
            TicketEntry(
                position=entry.position,
                round=entry.round,
                step=entry.step,
                at=entry.at,
                by_id=entry.by,
                by=names.get(entry.by, ""),
                parts=parts(entry.step, said[entry.position], names),
            )
            for entry in ticket.entries
        ),
        steps=steps,
        handlers=candidates(session, standing) if dispatch else (),
    )


def candidates(session: Session, standing: Standing) -> tuple[Person, ...]:
    """Who may handle the ticket, with how many each has in hand; the least laden first."""
    held = dict(
        session.execute(
            select(Complaint.handler_id, func.count())
            .where(Complaint.state == ComplaintState.TO_RETURN)
            .group_by(Complaint.handler_id)
        ).all()
    )
    people = session.scalars(select(StaffMember).where(StaffMember.active))
    fit = [
        (
            person.department is not standing.department,
            Person(person.id, person.name, held.get(person.id, 0)),
        )
        for person in people
        if may_handle(person.id, person.roles, standing)
    ]
    return tuple(person for _, person in sorted(fit, key=lambda f: (f[0], f[1].open, f[1].name)))


def shown_phone(desk: Desk, number: str) -> str:
    """A telephone number as this person may see it."""
    if not number:
        return ""
    return phone.display(number) if desk.may(Permission.SEE_PHONES) else phone.masked(number)


def _about(
    session: Session, ticket: Complaint
) -> tuple[Customer, Vehicle | None, Visit | None, str | None, tuple[str, str] | None]:
    """Customer, car, visit, who served in the callback it came from, the ticket it repeats."""
    row = session.execute(_ABOUT, {"ticket": ticket.id}).one()
    customer, vehicle, visit, served, repeats_id, repeats_number = row
    return customer, vehicle, visit, served, (repeats_id, repeats_number) if repeats_id else None


def _names(
    session: Session,
    ticket: Complaint,
    said: Iterable[Mapping[str, str]],
    visit: Visit | None,
) -> dict[str, str]:
    wanted = {ticket.registered_by, ticket.handler_id, ticket.about_staff_id}
    wanted |= {entry.by for entry in ticket.entries}
    wanted |= {each[name] for each in said for name in ("handler", "about") if name in each}
    if visit is not None:
        wanted.add(visit.advisor_id)
    rows = session.execute(
        select(StaffMember.id, StaffMember.name).where(
            StaffMember.id.in_([each for each in wanted if each])
        )
    )
    return {row.id: row.name for row in rows}


def _pause(ticket: Complaint, said: Mapping[int, Mapping[str, str]]) -> Paused | None:
    """Since when and for what the clocks stand still, or ``None`` while they run."""
    if ticket.paused_at is None:
        return None
    newest = next(e for e in reversed(ticket.entries) if e.step is ComplaintStep.PAUSED)
    words = said[newest.position]
    return Paused(ticket.paused_at, PauseReason(words["pause_reason"]), words.get("words", ""))


def _stand_in(ticket: Complaint, standing: Standing) -> tuple[str, ...]:
    """The names of who must stand in for the step the ticket waits for; mostly nobody."""
    waited = NEXT_STEPS[ticket.state]
    found = stand_in(waited[0], standing) if waited else None
    return tuple(one.name for one in found.people) if found else ()


def _later(session: Session, ticket: Complaint) -> tuple[tuple[str, str], ...]:
    """Id and number of the tickets that repeat this one, oldest first."""
    rows = session.execute(
        select(Complaint.id, Complaint.number)
        .where(Complaint.repeats_id == ticket.id)
        .order_by(Complaint.registered_at)
    )
    return tuple((row.id, row.number) for row in rows)


def _next(desk: Desk, ticket: Complaint, standing: Standing, step: ComplaintStep) -> NextStep:
    return NextStep(
        step=step,
        fields=FIELDS[step],
        main=step in NEXT_STEPS[ticket.state],
        refusal=refusal(desk.actor, standing, step),
        guesses=_guesses(desk, ticket, step),
    )


def _guesses(desk: Desk, ticket: Complaint, step: ComplaintStep) -> dict[str, object]:
    """What can be known before it is typed."""
    match step:
        case ComplaintStep.ACKNOWLEDGED:
            return {"told_at": desk.now}
        case ComplaintStep.JUDGED:
            group = ticket.category.partition(".")[0]
            department = Department.SALES if group in _SALES_GROUPS else Department.SERVICE
            return {
                "level": ticket.level,
                "category": ticket.category,
                "safety": ticket.safety,
                "department": ticket.department or department,
            }
        case ComplaintStep.RETURNED:
            return {"told_at": desk.now, "told_by": desk.actor.name, "cost": Decimal(0)}
        case _:
            return {}


def _model(vehicle: Vehicle | None) -> str | None:
    if vehicle is None:
        return None
    return " ".join(part for part in (vehicle.brand, vehicle.model) if part) or None


def _mileage(vehicle: Vehicle | None, visit: Visit | None) -> int | None:
    if visit is not None and visit.mileage_km is not None:
        return visit.mileage_km
    return vehicle.last_mileage_km if vehicle else None
