"""The month's complaints as management reviews them (domain §5, §7)."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, aliased

from frontdesk.models.callback_rules import at_desk
from frontdesk.models.categories import CategoryTree
from frontdesk.models.complaint import Complaint, ComplaintEntry
from frontdesk.models.complaint_after import ComplaintAction, ComplaintPenalty
from frontdesk.models.customer import Customer
from frontdesk.models.enums import (
    ActionState,
    ComplaintLevel,
    ComplaintState,
    ComplaintStep,
    Department,
    Role,
)
from frontdesk.models.journal import AuditEntry
from frontdesk.models.staff import StaffMember
from frontdesk.models.vehicle import Vehicle
from frontdesk.reports.inputs.review import CarriedRow
from frontdesk.services.complaints.after_rights import state_of
from frontdesk.services.complaints.categories import load_categories
from frontdesk.services.desk import Desk

_CHUNK = 500
_WHOLE_HOUSE = frozenset({Role.GENERAL_MANAGER, Role.CS_MANAGER})
_LEADERS = {Role.SERVICE_MANAGER: Department.SERVICE, Role.SALES_MANAGER: Department.SALES}
_SAID_BY = (ComplaintStep.RETURNED, ComplaintStep.FILED)
_Earlier = aliased(Complaint)


@dataclass(frozen=True, slots=True)
class Borne:
    """One penalty in force."""

    person: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One complaint of the month. ``actions`` counts them by state."""

    id: str
    number: str
    registered_at: datetime
    customer: str
    plate: str | None
    category: str
    level: ComplaintLevel
    safety: bool
    state: ComplaintState
    valid: bool | None
    department: Department | None
    responsible: str
    cause: str
    lesson: str
    penalties: tuple[Borne, ...]
    actions: Mapping[ActionState, int]
    repeats: str
    """Number of the earlier ticket it repeats, or ''."""
    repeated_by: int
    """How many later tickets repeat it."""
    satisfied_after: bool | None
    handling_score: int | None
    cost: Decimal


@dataclass(frozen=True, slots=True)
class Review:
    """``lines`` in the order of registration; ``carried``: open actions of earlier months."""

    first: date
    last: date
    scope: Department | None
    lines: tuple[ReviewLine, ...]
    carried: tuple[CarriedRow, ...]
    tree: CategoryTree


def review(desk: Desk, session: Session, month: date) -> Review:
    """The complaints registered in the month of ``month`` by the desk's calendar."""
    first = month.replace(day=1)
    after = (first + timedelta(days=32)).replace(day=1)
    zone = desk.clock.zone()
    start, end = at_desk(first, time(), zone), at_desk(after, time(), zone)
    scope = scope_of(desk.actor.roles)
    wanted = [Complaint.registered_at >= start, Complaint.registered_at < end]
    earlier = [Complaint.registered_at < start]
    if scope is not None:
        wanted.append(Complaint.department == scope)
        earlier.append(Complaint.department == scope)
    found = session.execute(
        select(Complaint, Customer.name, Vehicle.plate, _Earlier.number)
        .join(Customer, Customer.id == Complaint.customer_id)
        .outerjoin(Vehicle, Vehicle.id == Complaint.vehicle_id)
        .outerjoin(_Earlier, _Earlier.id == Complaint.repeats_id)
        .where(*wanted)
        .order_by(Complaint.registered_at, Complaint.number)
    ).all()
    ids = [ticket.id for ticket, *_ in found]
    said = _said(session, ids)
    penalties = _penalties(session, ids)
    actions = _actions(session, ids, desk.today)
    repeated = _repeated(session, ids)
    return Review(
        first=first,
        last=after - timedelta(days=1),
        scope=scope,
        lines=tuple(
            ReviewLine(
                id=ticket.id,
                number=ticket.number,
                registered_at=ticket.registered_at,
                customer=customer,
                plate=plate,
                category=ticket.category,
                level=ticket.level,
                safety=ticket.safety,
                state=ticket.state,
                valid=ticket.valid,
                department=ticket.department,
                responsible=_responsible(ticket, said[ticket.id]),
                cause=_cause(said[ticket.id]),
                lesson=said[ticket.id].get("lesson", ""),
                penalties=tuple(penalties[ticket.id]),
                actions=actions[ticket.id],
                repeats=earlier_number or "",
                repeated_by=repeated.get(ticket.id, 0),
                satisfied_after=ticket.satisfied_after,
                handling_score=ticket.handling_score,
                cost=Decimal(ticket.cost_fen) / 100,
            )
            for ticket, customer, plate, earlier_number in found
        ),
        carried=_carried(session, earlier, desk.today),
        tree=load_categories(session),
    )


def scope_of(roles: frozenset[Role]) -> Department | None:
    """The department a manager's figures are limited to; ``None`` for the whole house."""
    own = [department for role, department in _LEADERS.items() if role in roles]
    return own[0] if len(own) == 1 and roles.isdisjoint(_WHOLE_HOUSE) else None


def printed(session: Session, key: str) -> int:
    """How many copies of the list ``key`` were printed so far."""
    return (
        session.scalar(
            select(func.count())
            .select_from(AuditEntry)
            .where(
                AuditEntry.subject == "review",
                AuditEntry.subject_id == key,
                AuditEntry.action == "complaint.review_print",
            )
        )
        or 0
    )


def _chunks(ids: list[str]) -> Iterable[list[str]]:
    return (ids[at : at + _CHUNK] for at in range(0, len(ids), _CHUNK))


def _said(session: Session, ids: list[str]) -> defaultdict[str, dict[str, str]]:
    """What the newest return and filing of each ticket say, together."""
    said: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for some in _chunks(ids):
        entries = session.execute(
            select(ComplaintEntry.complaint_id, ComplaintEntry.said)
            .where(ComplaintEntry.complaint_id.in_(some), ComplaintEntry.step.in_(_SAID_BY))
            .order_by(ComplaintEntry.position)
        )
        for complaint_id, text in entries:
            said[complaint_id] |= json.loads(text)
    return said


def _penalties(session: Session, ids: list[str]) -> defaultdict[str, list[Borne]]:
    """The penalties of each ticket that were not withdrawn."""
    found: defaultdict[str, list[Borne]] = defaultdict(list)
    for some in _chunks(ids):
        rows = session.execute(
            select(
                ComplaintPenalty.complaint_id, ComplaintPenalty.person, ComplaintPenalty.amount_fen
            )
            .where(ComplaintPenalty.complaint_id.in_(some), ComplaintPenalty.withdrawn_at.is_(None))
            .order_by(ComplaintPenalty.set_at, ComplaintPenalty.id)
        )
        for complaint_id, person, fen in rows:
            found[complaint_id].append(Borne(person, Decimal(fen) / 100))
    return found


def _actions(
    session: Session, ids: list[str], today: date
) -> defaultdict[str, Counter[ActionState]]:
    found: defaultdict[str, Counter[ActionState]] = defaultdict(Counter)
    for some in _chunks(ids):
        rows = session.execute(
            select(
                ComplaintAction.complaint_id,
                ComplaintAction.ended_at,
                ComplaintAction.done,
                ComplaintAction.due_on,
            ).where(ComplaintAction.complaint_id.in_(some))
        )
        for complaint_id, ended_at, done, due_on in rows:
            found[complaint_id][state_of(ended_at, done, due_on, today)] += 1
    return found


def _repeated(session: Session, ids: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for some in _chunks(ids):
        rows = session.execute(
            select(Complaint.repeats_id, func.count())
            .where(Complaint.repeats_id.in_(some))
            .group_by(Complaint.repeats_id)
        )
        found |= {repeats_id: number for repeats_id, number in rows if repeats_id}
    return found


def _carried(
    session: Session, earlier: Sequence[ColumnElement[bool]], today: date
) -> tuple[CarriedRow, ...]:
    """Open actions of the tickets that ``earlier`` chooses, the longest overdue first."""
    rows = session.execute(
        select(Complaint.number, ComplaintAction.words, StaffMember.name, ComplaintAction.due_on)
        .join(Complaint, Complaint.id == ComplaintAction.complaint_id)
        .join(StaffMember, StaffMember.id == ComplaintAction.owner_id)
        .where(ComplaintAction.ended_at.is_(None), *earlier)
        .order_by(ComplaintAction.due_on, Complaint.number)
    )
    return tuple(CarriedRow(*row, late=row.due_on < today) for row in rows)


def _responsible(ticket: Complaint, said: Mapping[str, str]) -> str:
    people = (said.get("direct_person") or ticket.responsible, said.get("secondary_person"))
    return "、".join(person for person in people if person)


def _cause(said: Mapping[str, str]) -> str:
    """The root cause as both saw it; the same words are not said twice."""
    causes = (said.get("cause_by_department", ""), said.get("cause_by_cs", ""))
    return "\n".join(dict.fromkeys(cause for cause in causes if cause))
