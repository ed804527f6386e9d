"""What calls that were not made cost, by person, for one month (domain §4.3)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from frontdesk.clock import local
from frontdesk.models.callback import CallAttempt, Callback
from frontdesk.models.callback_programme import SpotCheck
from frontdesk.models.callback_rules import OPEN_STATUSES
from frontdesk.models.customer import Customer
from frontdesk.models.due_rules import Withdrawn, stage_told
from frontdesk.models.enums import CallbackKind, CallbackStatus, Role, SpotVerdict
from frontdesk.models.months import plus_months
from frontdesk.models.rules import Rules
from frontdesk.models.staff import StaffMember
from frontdesk.models.vehicle import Vehicle
from frontdesk.services.desk import Desk
from frontdesk.services.spot_checks.dto import Consequences, Fine


class _Tariff(NamedTuple):
    role: Role
    amount: int
    manager: Role
    manager_amount: int


def tariff(kind: CallbackKind, rules: Rules) -> _Tariff:
    """Whom a call of ``kind`` costs how much when it was not made."""
    if kind is CallbackKind.NEW_CAR_ROUTINE:
        return _Tariff(
            Role.SALES_CONSULTANT,
            rules.fine_routine_consultant,
            Role.SALES_MANAGER,
            rules.fine_routine_manager,
        )
    if kind is CallbackKind.FIRST_MAINTENANCE:
        return _Tariff(
            Role.SALES_CONSULTANT,
            rules.fine_first_consultant,
            Role.SALES_MANAGER,
            rules.fine_first_manager,
        )
    return _Tariff(
        Role.CS_SPECIALIST, rules.fine_call_specialist, Role.CS_MANAGER, rules.fine_call_manager
    )


def consequences(desk: Desk, session: Session, month: date) -> Consequences:
    """All found not made in the month that ``month`` lies in.

    By a spot check judged in it, whatever the kind; and routine and first-maintenance calls whose
    last day lies in it and that nobody has so much as tried to make by then.
    """
    first = month.replace(day=1)
    last = plus_months(first, 1) - timedelta(days=1)
    managers = _managers(session)
    fines = [
        *_checked(desk, session, first, last, managers),
        *_missed(desk, session, first, last, managers),
    ]
    fines.sort(key=lambda fine: (fine.on, fine.number))
    return Consequences(first, last, tuple(fines), _judged(session, first, last), _people(fines))


def _checked(
    desk: Desk, session: Session, first: date, last: date, managers: dict[Role, str]
) -> Iterator[Fine]:
    rows = session.execute(
        select(
            Callback.kind,
            Callback.number,
            Customer.name.label("customer"),
            Vehicle.plate,
            SpotCheck.judged_on,
            StaffMember.name.label("caller"),
        )
        .join(SpotCheck, SpotCheck.callback_id == Callback.id)
        .join(Customer, Customer.id == Callback.customer_id)
        .join(StaffMember, StaffMember.id == Callback.closed_by)
        .outerjoin(Vehicle, Vehicle.id == Callback.vehicle_id)
        .where(SpotCheck.verdict == SpotVerdict.NOT_MADE, SpotCheck.judged_on.between(first, last))
    )
    for row in rows:
        found = (row.kind, row.number, row.customer, row.plate or "", row.judged_on, "")
        yield _fine(desk.rules, found, row.caller, managers)


def _missed(
    desk: Desk, session: Session, first: date, last: date, managers: dict[Role, str]
) -> Iterator[Fine]:
    """Stages whose last day has passed without an attempt; closed later they stay so.

    A call that came to be after its last day (a sheet brought in late) nobody could have made.
    """
    first_try = (
        select(CallAttempt.started_at)
        .where(CallAttempt.callback_id == Callback.id)
        .order_by(CallAttempt.started_at)
        .limit(1)
        .scalar_subquery()
    )
    whose = func.coalesce(Callback.assigned_to, Vehicle.sales_consultant_id)
    rows = session.execute(
        select(
            Callback.kind,
            Callback.number,
            Callback.stage,
            Callback.due_from,
            Callback.due_until,
            Callback.status,
            Callback.withdrawn_why,
            Callback.closed_on,
            Callback.created_at,
            Customer.name.label("customer"),
            Vehicle.plate,
            Vehicle.delivered_on,
            Vehicle.sales_consultant,
            StaffMember.name.label("person"),
            first_try.label("tried_at"),
        )
        .join(Customer, Customer.id == Callback.customer_id)
        .outerjoin(Vehicle, Vehicle.id == Callback.vehicle_id)
        .outerjoin(StaffMember, StaffMember.id == whose)
        .where(
            Callback.kind.in_([CallbackKind.NEW_CAR_ROUTINE, CallbackKind.FIRST_MAINTENANCE]),
            Callback.due_until.between(first, min(last, desk.today - timedelta(days=1))),
        )
    )
    for row in rows:
        missed = row.status in OPEN_STATUSES or row.withdrawn_why == Withdrawn.MISSED
        if row.status is CallbackStatus.DONE:
            missed = row.closed_on is not None and row.closed_on > row.due_until
        tried_at = row.tried_at
        tried = tried_at and local(tried_at, desk.clock).date() <= row.due_until
        asked = local(row.created_at, desk.clock).date() <= row.due_until
        if not missed or tried or not asked:
            continue
        stage = stage_told(row.stage or row.kind.value, row.due_from, row.delivered_on)
        found = (row.kind, row.number, row.customer, row.plate or "", row.due_until, stage)
        yield _fine(desk.rules, found, row.person or row.sales_consultant or "", managers)


def _fine(
    rules: Rules,
    found: tuple[CallbackKind, str, str, str, date, str],
    person: str,
    managers: dict[Role, str],
) -> Fine:
    costs = tariff(found[0], rules)
    return Fine(
        *found,
        person=person,
        person_role=costs.role,
        amount=Decimal(costs.amount),
        manager=managers.get(costs.manager, ""),
        manager_role=costs.manager,
        manager_amount=Decimal(costs.manager_amount),
    )


def _managers(session: Session) -> dict[Role, str]:
    """By role, who holds it; several share it."""
    names: defaultdict[Role, list[str]] = defaultdict(list)
    people = session.scalars(
        select(StaffMember).where(StaffMember.active.is_(True)).order_by(StaffMember.name)
    )
    for person in people:
        for role in (Role.SALES_MANAGER, Role.CS_MANAGER):
            if role in person.roles:
                names[role].append(person.name)
    return {role: "、".join(found) for role, found in names.items()}


def _judged(session: Session, first: date, last: date) -> tuple[tuple[SpotVerdict, int], ...]:
    rows = session.execute(
        select(SpotCheck.verdict, func.count())
        .where(SpotCheck.verdict.is_not(None), SpotCheck.judged_on.between(first, last))
        .group_by(SpotCheck.verdict)
    )
    counted = {row[0]: row[1] for row in rows}
    return tuple((verdict, counted.get(verdict, 0)) for verdict in SpotVerdict)


def _people(fines: Iterable[Fine]) -> tuple[tuple[str, Role, int, Decimal], ...]:
    sums: defaultdict[tuple[str, Role], Decimal] = defaultdict(Decimal)
    calls: Counter[tuple[str, Role]] = Counter()
    for fine in fines:
        for who, amount in (
            ((fine.person, fine.person_role), fine.amount),
            ((fine.manager, fine.manager_role), fine.manager_amount),
        ):
            sums[who] += amount
            calls[who] += 1
    found = [(*who, calls[who], amount) for who, amount in sums.items()]
    return tuple(sorted(found, key=lambda each: (-each[3], each[0])))
