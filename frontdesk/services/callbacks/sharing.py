"""Shares out calls among those who make them, inside the transaction of whoever asks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.orm import Session

from frontdesk.models.callback import Callback
from frontdesk.models.callback_programme import Absence
from frontdesk.models.callback_rules import OPEN_STATUSES, is_held
from frontdesk.models.customer import Customer
from frontdesk.models.sharing_rules import Days, Person, Unshared, share_calls
from frontdesk.models.staff import StaffMember
from frontdesk.services.desk import Change, Desk, UnitOfWork
from frontdesk.store.functions import as_list, handed_in, unsought


class HasToday(Protocol):
    """The desk, or a unit of work."""

    @property
    def today(self) -> date:
        """The calendar day at the desk."""


_GIVEN_AT_ONCE = 200
"""Calls given in one short act."""
_CALL = Callback.__table__.c
_GIVE = (
    update(Callback)
    .where(_CALL.id == bindparam("call"), _CALL.assigned_to.is_(None))
    .values(assigned_to=bindparam("to"), assigned_at=bindparam("at"), version=_CALL.version + 1)
)


def share_out(work: UnitOfWork, callback_ids: Sequence[str] | None = None) -> int:
    """Give each open call that is nobody's to somebody; returns how many were given.

    ``callback_ids``: only these (those of them that are given or ended already stay as they are);
    ``None``: all. Who is given what is told by ``sharing_rules.share_calls``: the customer's own
    specialist first, else evenly by capacity, never who served the customer or is away. A call
    nobody may be given stays everyone's.
    """
    work.session.flush()
    given = _shared(work.session, work.desk, callback_ids)
    return _give(work, list(given.items())) if given else 0


def share_in_short_acts(desk: Desk, stopped: Callable[[], bool] = lambda: False) -> int:
    """The same with all calls, some in each act, so that nobody's save waits; returns how many.

    Broken off (``stopped``), the rest is nobody's until the next time.
    """
    with desk.read() as session:
        given = list(_shared(session, desk, None).items())
    count = 0
    for at in range(0, len(given), _GIVEN_AT_ONCE):
        if stopped():
            break
        with desk.write() as work:
            count += _give(work, given[at : at + _GIVEN_AT_ONCE])
    return count


def _shared(session: Session, desk: Desk, callback_ids: Sequence[str] | None) -> dict[str, str]:
    """Whom each open call that is nobody's is to be given."""
    calls = list(_unshared(session, desk, callback_ids))
    if not calls:
        return {}
    return share_calls(calls, read_persons(session, desk), desk.today, desk.rules)


def _give(work: UnitOfWork, wanted: Sequence[tuple[str, str]]) -> int:
    """Give those of them that are still nobody's and open; returns how many."""
    ids = [call for call, _ in wanted]
    free = {call.id for call in _unshared(work.session, work.desk, ids)}
    given = {call: to for call, to in wanted if call in free}
    if not given:
        return 0
    work.session.connection().execute(
        _GIVE, [{"call": call, "to": to, "at": work.now} for call, to in given.items()]
    )
    _forget(work.session, given)
    work.audit_many(
        "callback.share", "callback", ((call, {"to": to}) for call, to in given.items())
    )
    work.changed(Change.CALLBACKS)
    return len(given)


def read_persons(
    session: Session, day: HasToday, load: Mapping[str, int] | None = None
) -> tuple[Person, ...]:
    """Everybody active, with the absences still to come and how many open calls are theirs.

    ``day`` is the desk or the unit of work; ``load`` is given where something else is counted.
    """
    away = _away(session, day.today)
    loads = _open_calls(session) if load is None else load
    return tuple(
        Person(
            id=one.id,
            roles=one.roles,
            capacity=one.capacity,
            away=tuple(away.get(one.id, ())),
            load=loads.get(one.id, 0),
        )
        for one in session.scalars(
            select(StaffMember).where(StaffMember.active.is_(True)).order_by(StaffMember.id)
        )
    )


def _away(session: Session, today: date) -> Mapping[str, list[Days]]:
    found: defaultdict[str, list[Days]] = defaultdict(list)
    rows = session.execute(
        select(Absence.staff_id, Absence.first, Absence.last).where(
            Absence.last >= today, Absence.withdrawn_at.is_(None)
        )
    )
    for staff_id, first, last in rows:
        found[staff_id].append(Days(first, last))
    return found


def _open_calls(session: Session) -> dict[str, int]:
    rows = session.execute(
        select(Callback.assigned_to, func.count())
        .where(Callback.status.in_(OPEN_STATUSES), Callback.assigned_to.is_not(None))
        .group_by(Callback.assigned_to)
    )
    return {staff_id: count for staff_id, count in rows if staff_id is not None}


def _forget(session: Session, changed: Container[str]) -> None:
    """Let what is loaded of the changed calls be read again."""
    for loaded in session.identity_map.values():
        if isinstance(loaded, Callback) and loaded.id in changed:
            session.expire(loaded)


def _unshared(
    session: Session, desk: Desk, callback_ids: Sequence[str] | None
) -> Iterator[Unshared]:
    now = desk.now
    for started_at, call in _rows(session, callback_ids):
        # Somebody may be speaking: theirs until they hang up or put it back.
        if not is_held(started_at, now, desk.rules):
            yield call


def _rows(
    session: Session, callback_ids: Sequence[str] | None
) -> Iterator[tuple[datetime | None, Unshared]]:
    statement = (
        select(
            Callback.started_at,
            Callback.id,
            Callback.kind,
            Callback.due_from,
            Callback.due_until,
            Callback.served_by,
            Customer.specialist_id,
        )
        .join(Customer, Customer.id == Callback.customer_id)
        .where(Callback.assigned_to.is_(None))
    )
    if callback_ids is None:
        found = session.execute(statement.where(Callback.status.in_(OPEN_STATUSES)))
    else:
        named = statement.where(
            Callback.id.in_(handed_in("ids")),
            unsought(Callback.status).in_([one.value for one in OPEN_STATUSES]),
        )
        found = session.execute(named, {"ids": as_list(callback_ids)})
    for started_at, id_, kind, first, last, served_by, specialist in found:
        yield started_at, Unshared(id_, kind, first, last, served_by, specialist)
