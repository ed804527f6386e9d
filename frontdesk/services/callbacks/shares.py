"""Reads who has which open calls."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from frontdesk.models.callback import Callback
from frontdesk.models.callback_rules import (
    CALLERS,
    OPEN_STATUSES,
    Urgency,
    Waiting,
    may_make,
    queue_key,
    ranked,
    urgency,
)
from frontdesk.models.customer import Customer
from frontdesk.models.enums import CallbackKind, CallbackStatus
from frontdesk.models.sharing_rules import Person
from frontdesk.models.staff import StaffMember
from frontdesk.models.vehicle import Vehicle
from frontdesk.services.callbacks.sharing import read_persons
from frontdesk.services.callbacks.sharing_dto import EVERYONE, Share, SharedCall
from frontdesk.services.desk import Desk

_CHUNK = 500
_MOST = 500
_MAKERS = frozenset().union(*CALLERS.values())
_TODAYS = (Urgency.OVERDUE, Urgency.AGREED, Urgency.LAST_DAY, Urgency.DUE)


class _Sort(NamedTuple):
    """Open calls that are alike, and how many there are."""

    kind: CallbackKind
    status: CallbackStatus
    due_from: date
    due_until: date
    next_try_at: datetime | None
    assigned_to: str | None
    calls: int

    @property
    def call(self) -> Waiting:
        """As the rules look at it."""
        return Waiting(self.kind, self.status, self.due_from, self.due_until, self.next_try_at)


def read_shares(session: Session, desk: Desk) -> tuple[Share, ...]:
    """Everybody who makes calls, and at the end what is nobody's."""
    by_owner: defaultdict[str, list[tuple[_Sort, Urgency]]] = defaultdict(list)
    sorts = [
        _Sort(*row)
        for row in session.execute(
            select(
                Callback.kind,
                Callback.status,
                Callback.due_from,
                Callback.due_until,
                Callback.next_try_at,
                Callback.assigned_to,
                func.count(),
            )
            .where(Callback.status.in_(OPEN_STATUSES))
            .group_by(
                Callback.kind,
                Callback.status,
                Callback.due_from,
                Callback.due_until,
                Callback.next_try_at,
                Callback.assigned_to,
            )
        )
    ]
    weighed = ranked((sort.call for sort in sorts), desk.now, desk.clock.zone(), desk.rules)
    for sort, (_, state) in zip(sorts, weighed, strict=True):
        by_owner[sort.assigned_to or EVERYONE].append((sort, state))
    done = _done_today(session, desk)
    names = dict(session.execute(select(StaffMember.id, StaffMember.name)).all())
    people = {one.id: one for one in read_persons(session, desk)}
    shown = [one for one in people.values() if one.roles & _MAKERS and one.capacity > 0] + [
        Person(id_, frozenset(), 0) for id_ in by_owner if id_ and id_ not in people
    ]
    extra = [one for one in people.values() if one.id in by_owner and one not in shown]
    shares = [
        _share(one, names.get(one.id, ""), by_owner.get(one.id, ()), done, desk)
        for one in (*shown, *extra)
    ]
    nobody = Person(EVERYONE, frozenset(), 0)
    return (*shares, _share(nobody, "", by_owner.get(EVERYONE, ()), done, desk))


def read_calls(session: Session, desk: Desk, staff_id: str | None) -> tuple[SharedCall, ...]:
    """The open calls of one person (``None``: of nobody), most urgent first."""
    rows = session.execute(
        select(
            Callback.id,
            Callback.number,
            Callback.kind,
            Callback.status,
            Callback.due_from,
            Callback.due_until,
            Callback.next_try_at,
            Callback.assigned_at,
            Customer.id,
            Customer.name,
            Vehicle.plate,
        )
        .join(Customer, Customer.id == Callback.customer_id)
        .outerjoin(Vehicle, Vehicle.id == Callback.vehicle_id)
        .where(
            Callback.status.in_(OPEN_STATUSES),
            Callback.assigned_to.is_(None)
            if staff_id is None
            else Callback.assigned_to == staff_id,
        )
    )
    now, zone = desk.now, desk.clock.zone()
    found = []
    for id_, number, kind, status, first, until, next_try, assigned_at, owner, name, plate in rows:
        call = Waiting(kind, status, first, until, next_try)
        shown = SharedCall(
            id=id_,
            number=number,
            kind=kind,
            customer_id=owner,
            customer_name=name,
            plate=plate,
            due_until=until,
            urgency=urgency(call, now, zone),
            next_try_at=next_try,
            assigned_at=assigned_at,
        )
        found.append((queue_key(call, now, zone, desk.rules), shown))
    found.sort(key=lambda pair: (pair[0], pair[1].id))
    return tuple(call for _, call in found[:_MOST])


def read_takers(
    session: Session, desk: Desk, callback_ids: Sequence[str]
) -> tuple[tuple[str, str], ...]:
    """Who may make all of these calls and is there today: (id, name), least burdened first."""
    asked: list[tuple[CallbackKind, str | None]] = []
    for at in range(0, len(callback_ids), _CHUNK):
        some = callback_ids[at : at + _CHUNK]
        asked += session.execute(
            select(Callback.kind, Callback.served_by).where(Callback.id.in_(some)).distinct()
        ).all()
    if not asked:
        return ()
    names = dict(session.execute(select(StaffMember.id, StaffMember.name)).all())
    fit = [
        one
        for one in read_persons(session, desk)
        if one.there_on(desk.today)
        and all(may_make(kind, one.roles, one.id, served) for kind, served in asked)
    ]
    fit.sort(key=lambda one: (one.load, one.id))
    return tuple((one.id, names[one.id]) for one in fit)


def _done_today(session: Session, desk: Desk) -> Mapping[str, int]:
    rows = session.execute(
        select(Callback.closed_by, func.count())
        .where(Callback.closed_on == desk.today, Callback.status == CallbackStatus.DONE)
        .group_by(Callback.closed_by)
    )
    return {who: count for who, count in rows if who is not None}


def _share(
    person: Person,
    name: str,
    calls: Iterable[tuple[_Sort, Urgency]],
    done: Mapping[str, int],
    desk: Desk,
) -> Share:
    kinds: Counter[CallbackKind] = Counter()
    states: Counter[Urgency] = Counter()
    for sort, state in calls:
        kinds[sort.kind] += sort.calls
        states[state] += sort.calls
    away = [span.last for span in person.away if desk.today in span]
    return Share(
        id=person.id,
        name=name,
        roles=person.roles,
        capacity=person.capacity,
        away_until=max(away, default=None),
        open=kinds.total(),
        due=sum(states[state] for state in _TODAYS),
        overdue=states[Urgency.OVERDUE],
        kinds=kinds,
        done_today=done.get(person.id, 0),
    )
