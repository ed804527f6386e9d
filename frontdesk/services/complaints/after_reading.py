"""Reads what follows from complaints, as it stands today for the person signed in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from frontdesk.models.complaint import Complaint, ComplaintEntry
from frontdesk.models.complaint_after import ComplaintAction, ComplaintPenalty
from frontdesk.models.customer import Customer
from frontdesk.models.enums import ActionKind, ComplaintState, ComplaintStep, PenaltyPart
from frontdesk.models.staff import StaffMember
from frontdesk.services.complaints import after_rights as rights
from frontdesk.services.complaints.after_dto import (
    Action,
    After,
    Penalty,
    Person,
    Proposal,
    Responsible,
    Which,
)
from frontdesk.services.complaints.rights import Colleague, Standing, barred
from frontdesk.services.complaints.standing import standing_of
from frontdesk.services.desk import Desk
from frontdesk.services.permissions import Permission
from frontdesk.services.segments import narrowing
from frontdesk.services.segments.narrowing_dto import Narrowing

_FIELDS = {ActionKind.CORRECTIVE: "corrective", ActionKind.PREVENTIVE: "preventive"}
_NAMED = {PenaltyPart.DIRECT: "direct_person", PenaltyPart.SECONDARY: "secondary_person"}
_Owner = aliased(StaffMember)
_Setter = aliased(StaffMember)
_Ender = aliased(StaffMember)


def me(desk: Desk) -> Colleague:
    """The person signed in, as far as rights go."""
    return Colleague(desk.actor.id, desk.actor.name, desk.actor.roles)


def after(desk: Desk, session: Session, ticket: Complaint) -> After:
    """All that follows from ``ticket``."""
    standing = standing_of(session, ticket)
    person = me(desk)
    refusal = rights.deciding(person, standing)
    entry, said = newest_return(session, ticket.id)
    taken = kinds_since(session, ticket.id, entry)
    due_on = desk.today + timedelta(days=desk.rules.action_days)
    offered = refusal is None and ticket.state is not ComplaintState.FILED
    return After(
        complaint_id=ticket.id,
        actions=of_ticket(desk, session, ticket, standing),
        penalties=penalties(desk, session, ticket, standing),
        proposals=tuple(
            Proposal(kind, said[name], _fit_owner(standing), due_on)
            for kind, name in _FIELDS.items()
            if offered and said.get(name) and kind not in taken
        ),
        responsible=tuple(
            Responsible(part, said[name]) for part, name in _NAMED.items() if said.get(name)
        ),
        owners=owners(session, standing),
        due_on=due_on,
        refusal=refusal,
        penalty_refusal=rights.punishing(person, standing, ticket.valid),
    )


def of_ticket(
    desk: Desk, session: Session, ticket: Complaint, standing: Standing
) -> tuple[Action, ...]:
    """The actions of ``ticket``: open ones by their day, then those that were ended."""
    person = me(desk)
    rows = _rows(session, ComplaintAction.complaint_id == ticket.id)
    return tuple(
        _action(
            desk,
            row,
            may_end=rights.ending(person, standing, row[0]) is None,
            may_give_up=rights.giving_up(person, standing, row[0]) is None,
            may_change=rights.changing(person, standing, row[0]) is None,
        )
        for row in rows
    )


def open_actions(
    desk: Desk, session: Session, which: Which, narrowed: Narrowing
) -> tuple[Action, ...]:
    """Open actions: the person's own first, the longest overdue on top."""
    wanted = narrowing.of_theirs(desk, session, narrowed, Complaint.customer_id)
    wanted.append(ComplaintAction.ended_at.is_(None))
    if which is Which.MINE:
        wanted.append(ComplaintAction.owner_id == desk.actor.id)
    if which is Which.OVERDUE:
        wanted.append(ComplaintAction.due_on < desk.today)
    found = [_action(desk, row) for row in _rows(session, *wanted)]
    return tuple(sorted(found, key=lambda each: not each.mine))


def penalties(
    desk: Desk, session: Session, ticket: Complaint, standing: Standing
) -> tuple[Penalty, ...]:
    """The penalties of ``ticket``, oldest first; who decides none sees only their own."""
    person = me(desk)
    sees_all = desk.may(Permission.DECIDE_MEASURES)
    found = session.execute(
        select(ComplaintPenalty, _Setter.name, _Ender.name)
        .join(_Setter, _Setter.id == ComplaintPenalty.set_by)
        .outerjoin(_Ender, _Ender.id == ComplaintPenalty.withdrawn_by)
        .where(ComplaintPenalty.complaint_id == ticket.id)
        .order_by(ComplaintPenalty.set_at, ComplaintPenalty.id)
    ).all()
    return tuple(
        Penalty(
            id=row.id,
            version=row.version,
            person=row.person,
            part=row.part,
            amount=Decimal(row.amount_fen) / 100,
            words=row.words or "",
            set_at=row.set_at,
            set_by=setter,
            withdrawn_at=row.withdrawn_at,
            withdrawn_by=ender or "",
            withdrawn_why=row.withdrawn_why or "",
            may_withdraw=rights.withdrawing(person, standing, row) is None,
        )
        for row, setter, ender in found
        if sees_all or row.staff_id == person.id
    )


def owners(session: Session, standing: Standing) -> tuple[Person, ...]:
    """Whom an action can be given to, with how many each has open."""
    counted = session.execute(
        select(ComplaintAction.owner_id, func.count())
        .where(ComplaintAction.ended_at.is_(None))
        .group_by(ComplaintAction.owner_id)
    ).all()
    held = {row[0]: row[1] for row in counted}
    fit = (one for one in standing.people if rights.may_own(one))
    return tuple(Person(one.id, one.name, held.get(one.id, 0)) for one in fit)


def newest_return(
    session: Session, complaint_id: str
) -> tuple[ComplaintEntry | None, Mapping[str, str]]:
    """The newest return of a ticket and what it says."""
    entry = session.scalars(
        select(ComplaintEntry)
        .where(
            ComplaintEntry.complaint_id == complaint_id,
            ComplaintEntry.step == ComplaintStep.RETURNED,
        )
        .order_by(ComplaintEntry.position.desc())
        .limit(1)
    ).first()
    return entry, json.loads(entry.said) if entry is not None else {}


def kinds_since(
    session: Session, complaint_id: str, entry: ComplaintEntry | None
) -> frozenset[ActionKind]:
    """The kinds of actions that were set since ``entry``."""
    if entry is None:
        return frozenset()
    found = session.scalars(
        select(ComplaintAction.kind).where(
            ComplaintAction.complaint_id == complaint_id, ComplaintAction.set_at >= entry.at
        )
    )
    return frozenset(found)


def _fit_owner(standing: Standing) -> str | None:
    """The handler, unless the complaint touches them or they have left."""
    handler = standing.handler_id
    if handler is None or barred(handler, standing) is not None:
        return None
    return handler if any(one.id == handler for one in standing.people) else None


_Row = tuple[ComplaintAction, str, str, str, str, str | None]


def _rows(session: Session, *wanted: object) -> list[_Row]:
    found = session.execute(
        select(
            ComplaintAction,
            Complaint.number,
            Customer.name,
            _Owner.name,
            _Setter.name,
            _Ender.name,
        )
        .join(Complaint, Complaint.id == ComplaintAction.complaint_id)
        .join(Customer, Customer.id == Complaint.customer_id)
        .join(_Owner, _Owner.id == ComplaintAction.owner_id)
        .join(_Setter, _Setter.id == ComplaintAction.set_by)
        .outerjoin(_Ender, _Ender.id == ComplaintAction.ended_by)
        .where(*wanted)  # type: ignore[arg-type]
        .order_by(
            ComplaintAction.ended_at.is_not(None),
            ComplaintAction.due_on,
            ComplaintAction.set_at,
            ComplaintAction.id,
        )
    )
    return [tuple(row) for row in found.all()]  # type: ignore[misc]


def _action(
    desk: Desk,
    row: _Row,
    *,
    may_end: bool = False,
    may_give_up: bool = False,
    may_change: bool = False,
) -> Action:
    kept, number, customer, owner, setter, ender = row
    return Action(
        id=kept.id,
        version=kept.version,
        complaint_id=kept.complaint_id,
        number=number,
        customer=customer,
        kind=kept.kind,
        words=kept.words,
        owner_id=kept.owner_id,
        owner=owner,
        due_on=kept.due_on,
        set_at=kept.set_at,
        set_by=setter,
        state=rights.state_of(kept.ended_at, kept.done, kept.due_on, desk.today),
        mine=kept.owner_id == desk.actor.id,
        ended_at=kept.ended_at,
        ended_by=ender or "",
        result=kept.result or "",
        may_end=may_end,
        may_give_up=may_give_up,
        may_change=may_change,
    )
