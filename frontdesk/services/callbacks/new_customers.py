"""Gives new customers to specialists, and tells which were not contacted in time (domain §2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import Update, bindparam, func, select, update
from sqlalchemy.orm import Session

from frontdesk.errors import NotFound, UserError
from frontdesk.models.call_outcomes import by_outcome
from frontdesk.models.callback import CallAttempt, Callback
from frontdesk.models.customer import Customer
from frontdesk.models.enums import Role
from frontdesk.models.sharing_rules import share_customers
from frontdesk.models.staff import StaffMember
from frontdesk.services.callbacks.sharing import read_persons
from frontdesk.services.callbacks.sharing_dto import Keeper, Uncontacted
from frontdesk.services.desk import Change, Desk, UnitOfWork

_NEWEST = 200
"""Files looked at to tell who was given how many of late."""
_LATELY = 5_000
"""Files looked at for those nobody looks after: older ones are not new any more."""
_FOLLOWED_DAYS = 90
_CHUNK = 500
"""Ids asked for in one statement."""
_KEEPERS = frozenset({Role.CS_SPECIALIST, Role.CS_MANAGER})
"""Who may look after customers."""
_MOST = 200
_FILE = Customer.__table__.c
_GIVE = (
    update(Customer)
    .where(_FILE.id == bindparam("file"))
    .values(specialist_id=bindparam("to"), specialist_since=bindparam("since"))
)
_GIVE_KNOWN = _GIVE.values(version=_FILE.version + 1)


def share_new_customers(work: UnitOfWork, customer_ids: Sequence[str]) -> int:
    """Give files just made to specialists, evenly by capacity; returns how many were given.

    A file stays nobody's while no specialist is there: ``share_waiting`` gives it out later.
    """
    return _share(work, customer_ids, _GIVE)


def share_waiting(work: UnitOfWork) -> int:
    """Give out the newest files that are nobody's; returns how many were given."""
    waiting = _waiting(work.session)
    return _share(work, waiting, _GIVE_KNOWN) if waiting else 0


def _share(work: UnitOfWork, customer_ids: Sequence[str], statement: Update) -> int:
    work.session.flush()
    lately = Counter(
        work.session.scalars(
            select(Customer.specialist_id).order_by(Customer.id.desc()).limit(_NEWEST)
        )
    )
    load = {staff_id: count for staff_id, count in lately.items() if staff_id is not None}
    given = share_customers(customer_ids, read_persons(work.session, work, load), work.today)
    _give(work, given, statement)
    return len(given)


def count_waiting(session: Session) -> int:
    """How many new files are nobody's."""
    return len(_waiting(session))


def give(work: UnitOfWork, customer_ids: Sequence[str], staff_id: str) -> None:
    """These customers are this specialist's from today on.

    Raises:
        NotFound: there is no such customer, or no such specialist at work.
        UserError: the person is no CS specialist or manager.
    """
    staff = work.session.get(StaffMember, staff_id)
    if staff is None or not staff.active:
        raise NotFound("callbacks.staff_not_found")
    if staff.roles.isdisjoint(_KEEPERS):
        raise UserError("sharing.no_specialist", name=staff.name)
    parts = (customer_ids[at : at + _CHUNK] for at in range(0, len(customer_ids), _CHUNK))
    known = sum(
        work.session.scalar(select(func.count()).where(Customer.id.in_(part))) or 0
        for part in parts
    )
    if known < len(set(customer_ids)):
        raise NotFound("record.not_found")
    _give(work, dict.fromkeys(customer_ids, staff_id), _GIVE_KNOWN)


def pass_on(work: UnitOfWork, from_id: str, to_id: str | None) -> int:
    """All customers of one person become another's, or are shared out evenly; how many.

    ``to_id`` ``None``: by capacity among the specialists who are there, the one they were with
    left out.

    Raises:
        NotFound: nobody active is called so.
        UserError: it is the same person, no specialist, or nobody is there to take them.
    """
    if from_id == to_id:
        raise UserError("sharing.same_person", "to_id")
    ids = work.session.scalars(
        select(Customer.id).where(Customer.specialist_id == from_id).order_by(Customer.id)
    ).all()
    if to_id is not None:
        give(work, ids, to_id)
        return len(ids)
    others = [one for one in read_persons(work.session, work, {}) if one.id != from_id]
    given = share_customers(ids, others, work.today)
    if ids and not given:
        raise UserError("sharing.nobody_there", "to_id")
    _give(work, given, _GIVE_KNOWN)
    return len(given)


def keepers(session: Session) -> tuple[Keeper, ...]:
    """Who has customers or could have some, by name; those who left while they still have any."""
    counts = {
        staff_id: count
        for staff_id, count in session.execute(
            select(Customer.specialist_id, func.count()).group_by(Customer.specialist_id)
        )
        if staff_id is not None
    }
    found = (
        Keeper(
            one.id,
            one.name,
            counts.get(one.id, 0),
            one.active and not one.roles.isdisjoint(_KEEPERS),
        )
        for one in session.scalars(select(StaffMember).order_by(StaffMember.name, StaffMember.id))
    )
    return tuple(one for one in found if one.customers or one.may_take)


def uncontacted(session: Session, desk: Desk) -> tuple[Uncontacted, ...]:
    """Customers newly given to a specialist who has not spoken to them within the days.

    Oldest first; given within the days the rules allow, they are not late yet.
    """
    day = desk.today
    latest = day - timedelta(days=desk.rules.contact_days)
    reached = [row.outcome for row in by_outcome(desk.rules.call_outcomes).values() if row.reached]
    spoken = (
        select(CallAttempt.id)
        .join(Callback, Callback.id == CallAttempt.callback_id)
        .where(
            Callback.customer_id == Customer.id,
            CallAttempt.by == Customer.specialist_id,
            CallAttempt.outcome.in_(reached),
        )
        .correlate(Customer)
    )
    rows = session.execute(
        select(
            Customer.id,
            Customer.number,
            Customer.name,
            StaffMember.id,
            StaffMember.name,
            Customer.specialist_since,
        )
        .join(StaffMember, StaffMember.id == Customer.specialist_id)
        .where(
            Customer.specialist_since < latest,
            Customer.specialist_since >= day - timedelta(days=_FOLLOWED_DAYS),
            Customer.do_not_call.is_(False),
            ~spoken.exists(),
        )
        .order_by(Customer.specialist_since, Customer.id)
        .limit(_MOST)
    )
    return tuple(
        Uncontacted(id_, number, name, staff_id, staff, since, (day - since).days)
        for id_, number, name, staff_id, staff, since in rows
        if since is not None
    )


def _waiting(session: Session) -> list[str]:
    """Among the newest files, those nobody looks after."""
    rows = session.execute(
        select(Customer.id, Customer.specialist_id).order_by(Customer.id.desc()).limit(_LATELY)
    )
    return [id_ for id_, specialist in rows if specialist is None]


def _give(work: UnitOfWork, given: dict[str, str], statement: Update) -> None:
    if not given:
        return
    work.session.flush()
    work.session.connection().execute(
        statement, [{"file": id_, "to": to, "since": work.today} for id_, to in given.items()]
    )
    for loaded in work.session.identity_map.values():
        if isinstance(loaded, Customer) and loaded.id in given:
            work.session.expire(loaded)
    work.audit_many("customer.given", "customer", ((id_, {"to": to}) for id_, to in given.items()))
    work.changed(Change.CUSTOMERS)
