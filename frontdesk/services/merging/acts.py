"""Makes one file of two, and two of one again, inside the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, delete, func, select, update

from frontdesk.errors import Conflict, NotFound, UserError
from frontdesk.models.change_set import ChangeSet, FormerNumber, NotTheSame
from frontdesk.models.customer import ContactConsent, Customer, CustomerPhone, FamilyMember
from frontdesk.models.enums import ChangeSetKind, Consent
from frontdesk.models.journal import Draft
from frontdesk.services.callbacks.deriving.run import derive_of
from frontdesk.services.change_sets import kept
from frontdesk.services.change_sets.naming import in_the_way
from frontdesk.services.change_sets.recording import Event, recording
from frontdesk.services.change_sets.undoing import undo
from frontdesk.services.classes.one import reclass
from frontdesk.services.customers.checks import identity_number
from frontdesk.services.desk import Change, UnitOfWork
from frontdesk.services.merging import following
from frontdesk.services.merging.beside import put_behind
from frontdesk.services.merging.dto import MergeInput, Side
from frontdesk.services.merging.fields import FIELDS, chosen
from frontdesk.services.search import index

_ALL = (Change.CUSTOMERS, Change.VISITS, Change.CALLBACKS, Change.COMPLAINTS)


def merge(work: UnitOfWork, given: MergeInput, id_: str) -> str:
    """All of ``given.goes_id`` goes over to ``given.stays_id``; told twice, it is done once."""
    session = work.session
    if session.get(ChangeSet, id_) is not None:
        return id_
    stays = _still(work, given.stays_id, given.stays_version)
    goes = _still(work, given.goes_id, given.goes_version)
    if stays.id == goes.id:
        raise UserError("merging.same_file")
    refuse_drafts_in_both(work, stays.id, goes.id)
    taken_over = _chosen(stays, goes, given)
    told = {"stays": stays.number, "goes": goes.number, "goes_id": goes.id}
    change_set = kept.add(work, id_, ChangeSetKind.MERGE, stays.id, told)
    connection = session.connection()
    stayed = following.crossing(connection, stays.id, goes.id)
    number, gone_id, gone_by = goes.number, goes.id, stays.id
    index.forget(session, [gone_id])
    with recording(session) as recorded:
        _own_rows(work, stays.id, goes.id)
        move_drafts(connection, stays.id, goes.id)
        for name, value in taken_over.items():
            setattr(stays, name, value)
        _reckon(stays, goes)
        # Whatever was chosen, the file's version moves on: rows beside it have.
        stays.version += 1
        session.flush()
        session.expunge(goes)
        following.follow(connection, gone_by, gone_id)
        session.execute(
            update(Customer)
            .where(Customer.id == gone_by, Customer.referrer_id == gone_by)
            .values(referrer_id=None)
        )
        session.execute(delete(Customer).where(Customer.id == gone_id))
        session.add(FormerNumber(number=number, customer_id=gone_by, change_set_id=id_))
        session.flush()
        session.expire_all()
        reclass(work, gone_by)
        if session.get_one(Customer, gone_by).do_not_call:
            derive_of(work, gone_by)
    change_set.rows = kept.packed(
        kept.Content(tuple(recorded.events), tuple(stayed), frozenset({gone_by, gone_id}))
    )
    taken = sorted(name for name, side in given.choices.items() if side is not Side.STAYS)
    work.audit("customer.merge", "customer", gone_by, number=number, fields=taken)
    work.audit("customer.merged_away", "customer", gone_id, number=number, to=told["stays"])
    _note_beside(work, recorded.events, gone_by, gone_id)
    index.refresh(session, [gone_by])
    work.changed(*_ALL)
    return id_


def part(work: UnitOfWork, id_: str) -> None:
    """Undo a merge: both files are as they were; what came since goes where it hangs.

    Raises:
        NotFound: there is no such merge. UserError: ``merging.*``: what stands in the way.
    """
    session = work.session
    change_set = to_undo(work, id_, ChangeSetKind.MERGE)
    if change_set is None:
        return
    content = kept.unpacked(change_set.rows)
    told = kept.told(change_set)
    stays_id, goes_id = change_set.subject_id, str(told["goes_id"])
    connection = session.connection()
    if session.get(Customer, stays_id) is None:
        raise UserError("merging.file_gone", number=told["stays"])
    obstacles, moved = undo(connection, content.events)
    if obstacles:
        raise in_the_way(connection, obstacles)
    later = following.hand_back(connection, stays_id, goes_id, list(content.stayed))
    kept.mark_undone(work, change_set)
    if later or moved:
        _reckon_anew(work, stays_id, goes_id)
        reclass(work, stays_id, goes_id)
    work.audit("customer.unmerge", "customer", stays_id, number=told["goes"])
    work.audit("customer.unmerge", "customer", goes_id, number=told["stays"])
    _note_beside(work, content.events, stays_id, goes_id)
    index.refresh(session, [stays_id, goes_id])
    work.changed(*_ALL)


def not_the_same(work: UnitOfWork, one: str, other: str) -> None:
    """Two files that look alike are two people: they are offered no more."""
    first, second = sorted((one, other))
    session = work.session
    if first == second or any(session.get(Customer, each) is None for each in (first, second)):
        raise NotFound("record.not_found")
    if session.get(NotTheSame, (first, second)) is None:
        session.add(
            NotTheSame(
                first_id=first,
                second_id=second,
                decided_at=work.now,
                decided_by=work.desk.actor.id,
            )
        )
        work.audit("customer.not_the_same", "customer", one, customer=other)
    work.changed(Change.CUSTOMERS)


# inside ---------------------------------------------------------------------------------------


def _note_beside(work: UnitOfWork, events: Iterable[Event], *known: str) -> None:
    """Files beside the two that were touched: those of customers one of them has referred."""
    beside = {event.key["id"] for event in events if event.table == "customer"} - set(known)
    work.audit_many("customer.referrer", "customer", ((id_, {}) for id_ in sorted(beside)))


def _still(work: UnitOfWork, customer_id: str, version: int) -> Customer:
    customer = work.session.get(Customer, customer_id)
    if customer is None:
        raise NotFound("record.not_found")
    if customer.erased_at is not None:
        raise UserError("merging.erased", number=customer.number)
    if customer.version != version:
        raise Conflict("record.changed_meanwhile")
    return customer


def _chosen(stays: Customer, goes: Customer, given: MergeInput) -> dict[str, object]:
    """The columns of the merged file.

    Raises:
        UserError: a field is named that there is not, or the number fits no such kind of customer.
    """
    found = chosen(stays, goes, FIELDS, given.choices)
    number = found["identity_number"]
    if number is not None:
        try:
            identity_number(str(number), found["kind"])
        except UserError as error:
            raise UserError("merging.other_number", field="identity_number") from error
    return found


def _reckon(stays: Customer, goes: Customer) -> None:
    """What is no choice: the older file's day, the newest visit, every wish to be left alone."""
    if goes.created_at < stays.created_at:
        stays.created_at, stays.created_by = goes.created_at, goes.created_by
    seen = [day for day in (stays.last_visit_on, goes.last_visit_on) if day is not None]
    stays.last_visit_on = max(seen, default=None)
    dues = [day for day in (stays.next_due_on, goes.next_due_on) if day is not None]
    stays.next_due_on = min(dues, default=None)
    stays.do_not_call = stays.do_not_call or goes.do_not_call
    stays.opinion_leader = stays.opinion_leader or goes.opinion_leader
    if stays.lost_since is None or goes.lost_since is None:
        stays.lost_since = None
    else:
        stays.lost_since = max(stays.lost_since, goes.lost_since)
    badges = {
        each for own in (stays.badges, goes.badges) for each in (own or "").split(",") if each
    }
    stays.badges = f",{','.join(sorted(badges))}," if badges else None
    if stays.own_class is not None:
        stays.value_class = stays.own_class


def _own_rows(work: UnitOfWork, stays_id: str, goes_id: str) -> None:
    """Telephones and family go behind those there are; the same number once; a refusal wins."""
    session = work.session
    kinds: tuple[tuple[Any, tuple[str, ...]], ...] = (
        (CustomerPhone, ("number",)),
        (FamilyMember, ("name", "tie", "birthday")),
    )
    for kind, same in kinds:
        put_behind(session, kind, "customer_id", same, stays_id, goes_id)
    said = {
        (row.customer_id, row.channel): row
        for row in session.scalars(
            select(ContactConsent).where(ContactConsent.customer_id.in_((stays_id, goes_id)))
        )
    }
    for (customer_id, channel), row in said.items():
        own_row = said.get((stays_id, channel))
        if customer_id != goes_id or own_row is None:
            continue
        weaker = own_row if _weight(row.state) > _weight(own_row.state) else row
        session.execute(
            delete(ContactConsent).where(
                ContactConsent.customer_id == weaker.customer_id,
                ContactConsent.channel == channel,
            )
        )
    first, second = sorted((stays_id, goes_id))
    session.execute(
        delete(NotTheSame).where(NotTheSame.first_id == first, NotTheSame.second_id == second)
    )
    _order_pairs(work, stays_id, goes_id)
    session.expire_all()


def _weight(state: Consent) -> int:
    return (Consent.UNKNOWN, Consent.GIVEN, Consent.REFUSED).index(state)


def _order_pairs(work: UnitOfWork, stays_id: str, goes_id: str) -> None:
    """Pairs found to be two people go over with the lesser id first, as they are kept."""
    session = work.session
    pairs = session.execute(
        select(NotTheSame).where(
            (NotTheSame.first_id == goes_id) | (NotTheSame.second_id == goes_id)
        )
    ).scalars()
    for pair in pairs.all():
        other = pair.second_id if pair.first_id == goes_id else pair.first_id
        first, second = sorted((stays_id, other))
        where = (NotTheSame.first_id == pair.first_id, NotTheSame.second_id == pair.second_id)
        known = session.scalar(
            select(func.count()).where(NotTheSame.first_id == first, NotTheSame.second_id == second)
        )
        session.expunge(pair)
        if known:
            session.execute(delete(NotTheSame).where(*where))
        else:
            session.execute(
                update(NotTheSame).where(*where).values(first_id=first, second_id=second)
            )


def refuse_drafts_in_both(work: UnitOfWork, stays_id: str, goes_id: str) -> None:
    """Two half-typed forms of one person cannot become one; nothing typed is thrown away."""
    rows = work.session.execute(select(Draft.owner_id, Draft.form, Draft.subject_id)).all()
    known = {tuple(row) for row in rows}
    for owner, form, subject in known:
        named = _renamed(subject, stays_id, goes_id)
        if named != subject and (owner, form, named) in known:
            raise UserError("merging.drafts_in_both")


def move_drafts(connection: Connection, stays_id: str, goes_id: str) -> None:
    """Forms half typed about the one that goes are about the one that stays."""
    run = connection.exec_driver_sql
    rows = run("SELECT id, subject_id FROM draft WHERE instr(subject_id, ?)", (goes_id,)).all()
    for id_, subject in rows:
        named = _renamed(subject, stays_id, goes_id)
        if named != subject:
            run("UPDATE draft SET subject_id = ? WHERE id = ?", (named, id_))


def _renamed(subject: str, stays_id: str, goes_id: str) -> str:
    """The same form's subject (``ID`` or ``new:ID``) for the file that stays."""
    return ":".join(stays_id if part == goes_id else part for part in subject.split(":"))


def to_undo(work: UnitOfWork, id_: str, kind: ChangeSetKind) -> ChangeSet | None:
    """The merge that is to be undone; ``None`` where it is undone already.

    Raises:
        NotFound: there is no such merge. UserError: a later one has to be undone first.
    """
    change_set = work.session.get(ChangeSet, id_)
    if change_set is None or change_set.kind is not kind:
        raise NotFound("record.not_found")
    if change_set.undone_at is not None:
        return None
    _refuse_later(work, change_set)
    return change_set


def _refuse_later(work: UnitOfWork, change_set: ChangeSet) -> None:
    """Merges into one file are undone the last one first."""
    later = work.session.scalars(
        select(ChangeSet)
        .where(
            ChangeSet.kind.in_((ChangeSetKind.MERGE, ChangeSetKind.CAR_MERGE)),
            ChangeSet.subject_id == change_set.subject_id,
            ChangeSet.undone_at.is_(None),
            ChangeSet.id != change_set.id,
            (ChangeSet.at > change_set.at)
            | ((ChangeSet.at == change_set.at) & (ChangeSet.id > change_set.id)),
        )
        .order_by(ChangeSet.at.desc(), ChangeSet.id.desc())
        .limit(1)
    ).one_or_none()
    if later is not None and later.kind is ChangeSetKind.CAR_MERGE:
        raise UserError("merging.cars_first", car=kept.told(later)["goes"])
    if later is not None:
        raise UserError("merging.later_first", number=kept.told(later)["goes"])


def _reckon_anew(work: UnitOfWork, *customer_ids: str) -> None:
    """Newest visit and next maintenance from the visits and cars each file has now."""
    run = work.session.connection().exec_driver_sql
    for customer_id in customer_ids:
        run(
            "UPDATE customer SET version = version + 1, last_visit_on = "
            "(SELECT max(arrived_on) FROM visit WHERE customer_id = customer.id), next_due_on = "
            "(SELECT min(next_maintenance_on) FROM vehicle WHERE customer_id = customer.id) "
            "WHERE id = ?",
            (customer_id,),
        )
    work.session.expire_all()
