"""The calls of a day on paper, for a desk without power: whom to call, why, and at which number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from frontdesk.clock import local
from frontdesk.language import Language
from frontdesk.models.callback import CallAttempt, Callback
from frontdesk.models.callback_rules import CALLERS, OPEN_STATUSES, Urgency, at_desk, ranked
from frontdesk.models.customer import Customer, CustomerPhone
from frontdesk.models.enums import CallbackStatus
from frontdesk.models.staff import StaffMember
from frontdesk.models.values import phone, plate
from frontdesk.models.vehicle import Vehicle
from frontdesk.models.visit import Visit
from frontdesk.reports.inputs import callbacks as paper
from frontdesk.reports.inputs.common import Printed
from frontdesk.services.call_figures.dto import PaperCall
from frontdesk.services.call_figures.records import between
from frontdesk.services.callbacks.sheet import waiting
from frontdesk.services.desk import Desk
from frontdesk.services.permissions import Permission
from frontdesk.services.printed import letterhead

MOST_OF_ONE = 120
"""More than anyone calls on a day; what is left out is counted."""


def on(desk: Desk, day: date) -> list[ColumnElement[bool]]:
    """Open calls that may be made on ``day``, of whom the signed-in person looks after."""
    end = at_desk(day + timedelta(days=1), time(), desk.clock.zone())
    agreed = Callback.status == CallbackStatus.AGREED_TIME
    where = [
        Callback.status.in_(OPEN_STATUSES),
        or_(
            and_(agreed, Callback.next_try_at < end),
            and_(
                Callback.status != CallbackStatus.AGREED_TIME,
                Callback.due_from <= day,
                or_(Callback.next_try_at.is_(None), Callback.next_try_at < end),
            ),
        ),
    ]
    if not desk.may(Permission.ASSIGN_CALLS):
        me = desk.actor
        kinds = [kind for kind, roles in CALLERS.items() if roles & me.roles]
        where += [
            Callback.kind.in_(kinds),
            or_(Callback.assigned_to == me.id, Callback.assigned_to.is_(None)),
            or_(Callback.served_by.is_(None), Callback.served_by != me.id),
        ]
    return where


def sheet(
    desk: Desk, session: Session, day: date, copy: int, language: Language
) -> paper.CallSheetForm:
    """The calls of ``day``, by caller, most urgent first."""
    reading = desk.may(Permission.SEE_PHONES)
    found: Sequence[Any] = session.execute(
        select(Callback, Customer, Vehicle, Visit, StaffMember.name)
        .join(Customer, Customer.id == Callback.customer_id)
        .outerjoin(Vehicle, Vehicle.id == Callback.vehicle_id)
        .outerjoin(Visit, Visit.id == Callback.visit_id)
        .outerjoin(StaffMember, StaffMember.id == Callback.assigned_to)
        .where(*on(desk, day))
    ).all()
    noon = at_desk(day, time(12), desk.clock.zone())
    keys = list(ranked((waiting(row[0]) for row in found), noon, desk.clock.zone(), desk.rules))
    tries = dict(
        session.execute(
            select(CallAttempt.callback_id, func.count())
            .join(Callback, Callback.id == CallAttempt.callback_id)
            .where(*on(desk, day))
            .group_by(CallAttempt.callback_id)
        ).all()
    )
    by_caller: defaultdict[str, list[tuple[Any, paper.ToCall]]] = defaultdict(list)
    for (call, customer, car, visit, caller), (key, urgency) in zip(found, keys, strict=True):
        row = paper.ToCall(
            number=call.number,
            kind=call.kind,
            customer=customer.name,
            phone=_phones(customer.phones, in_full=reading),
            plate=plate.display(car.plate) if car is not None and car.plate else "",
            model=(car.model or "") if car is not None else "",
            about=_about(visit, car, language),
            due_until=call.due_until,
            overdue=urgency is Urgency.OVERDUE,
            agreed_at=(
                local(call.next_try_at, desk.clock)
                if call.status is CallbackStatus.AGREED_TIME and call.next_try_at is not None
                else None
            ),
            hours=customer.preferred_hours or "",
            attempts=tries.get(call.id, 0),
        )
        by_caller[caller or ""].append((key, row))
    callers = []
    for name in sorted(by_caller, key=lambda name: (not name, name)):
        rows = [row for _, row in sorted(by_caller[name], key=lambda each: each[0])]
        left = max(0, len(rows) - MOST_OF_ONE)
        callers.append(paper.CallerSheet(name, tuple(rows[:MOST_OF_ONE]), left))
    spans = between(language).join(f"{s.start:%H:%M}–{s.end:%H:%M}" for s in desk.rules.call_hours)
    return paper.CallSheetForm(
        day=day,
        hours=spans,
        dealership=letterhead(desk.profile),
        printed=Printed(copy, desk.actor.name, local(desk.now, desk.clock)),
        callers=tuple(callers),
    )


def open_calls(desk: Desk, session: Session) -> tuple[PaperCall, ...]:
    """The open calls a sheet of the past days may hold, by number."""
    found = session.execute(
        select(Callback, Customer.name, Vehicle.plate)
        .join(Customer, Customer.id == Callback.customer_id)
        .outerjoin(Vehicle, Vehicle.id == Callback.vehicle_id)
        .where(*on(desk, desk.today))
        .order_by(Callback.number)
    )
    return tuple(
        PaperCall(
            call.id,
            call.number,
            call.version,
            call.kind,
            customer,
            plate.display(number_plate) if number_plate else "",
            call.due_until,
            call.assigned_to,
            call.served_by,
        )
        for call, customer, number_plate in found
    )


def _phones(lines: list[CustomerPhone], *, in_full: bool) -> str:
    right = [line.number for line in lines if not line.wrong][:2]
    return "\n".join(phone.display(n) if in_full else phone.masked(n) for n in right)


def _about(visit: Visit | None, car: Vehicle | None, language: Language) -> str:
    """What the call is about: the day of the hand-over and its work, or of the delivery."""
    if visit is not None:
        items = between(language).join(item.description for item in visit.items[:4])
        return f"{visit.handed_over_on or visit.arrived_on or ''} {items}".strip()
    return f"{car.delivered_on}" if car is not None and car.delivered_on else ""
