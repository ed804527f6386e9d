"""Files that may be one person's: found, compared, merged, and parted again."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from frontdesk.errors import NotFound, UserError
from frontdesk.models.change_set import ChangeSet
from frontdesk.models.customer import Customer
from frontdesk.models.enums import ChangeSetKind
from frontdesk.models.staff import StaffMember
from frontdesk.models.values.ids import new_id
from frontdesk.services.change_sets import kept
from frontdesk.services.desk import Desk
from frontdesk.services.merging import acts, cars, following, likely
from frontdesk.services.merging.dto import Head, Merged, MergeInput, MergePreview, Pair
from frontdesk.services.merging.fields import FIELDS, choice
from frontdesk.services.permissions import Permission, requires

_MOST = 200


class MergingService:
    """Nothing is lost by a merge: what was dropped is kept with it and comes back by its undo."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @requires(Permission.MERGE_CUSTOMERS)
    def likely(self, limit: int = _MOST) -> tuple[Pair, ...]:
        """Pairs of files that look like one person's, the surest first."""
        with self.desk.read() as session:
            return likely.pairs(self.desk, session, limit)

    @requires(Permission.MERGE_CUSTOMERS)
    def preview(self, stays_id: str, goes_id: str) -> MergePreview:
        """What merging ``goes_id`` into ``stays_id`` would do, field by field.

        Raises:
            NotFound: one of the files is gone. UserError: ``merging.same_file``, ``.erased``.
        """
        if stays_id == goes_id:
            raise UserError("merging.same_file")
        with self.desk.read() as session:
            stays, goes = _file(session, stays_id), _file(session, goes_id)
            names = _names(session, stays, goes)
            connection = session.connection()
            return MergePreview(
                _head(stays),
                _head(goes),
                tuple(choice(stays, goes, field, names) for field in FIELDS),
                following.counted(connection, stays_id, goes_id),
            )

    @requires(Permission.MERGE_CUSTOMERS)
    def merge(self, given: MergeInput, merge_id: str | None = None) -> str:
        """Make one file of two; returns the merge's id, by which it can be undone.

        Raises:
            Conflict: one of the files was saved since it was seen. UserError: ``merging.*``.
        """
        with self.desk.write() as work:
            return acts.merge(work, given, merge_id or new_id())

    @requires(Permission.MERGE_CUSTOMERS)
    def undo(self, merge_id: str) -> None:
        """Part the two files again, exactly as they were; what came since goes where it hangs.

        Raises:
            UserError: ``change_set.*``, ``merging.*``: which later changes stand in the way.
        """
        with self.desk.write() as work:
            change_set = work.session.get(ChangeSet, merge_id)
            of_cars = change_set is not None and change_set.kind is ChangeSetKind.CAR_MERGE
            (cars.part if of_cars else acts.part)(work, merge_id)

    @requires(Permission.MERGE_CUSTOMERS)
    def preview_cars(self, stays_id: str, goes_id: str) -> MergePreview:
        """What making one car of two cars of one file would do, field by field.

        Raises:
            NotFound: one of them is gone. UserError: ``merging.same_car``, ``.other_owner``.
        """
        with self.desk.read() as session:
            return cars.preview(session, stays_id, goes_id)

    @requires(Permission.MERGE_CUSTOMERS)
    def merge_cars(self, given: MergeInput, merge_id: str | None = None) -> str:
        """Make one car of the same car kept twice in one file; returns the merge's id.

        Raises:
            Conflict: one of the cars was saved since it was seen. UserError: ``merging.*``.
        """
        with self.desk.write() as work:
            return cars.merge(work, given, merge_id or new_id())

    @requires(Permission.MERGE_CUSTOMERS)
    def not_the_same(self, one: str, other: str) -> None:
        """These two are two people: they are offered no more."""
        with self.desk.write() as work:
            acts.not_the_same(work, one, other)

    @requires(Permission.MERGE_CUSTOMERS)
    def made(self, customer_id: str = "", limit: int = _MOST) -> tuple[Merged, ...]:
        """Merges made, the newest first, of files and of cars: all, or those of one file."""
        person, undoer = aliased(StaffMember), aliased(StaffMember)
        wanted = (
            select(ChangeSet, person.name, undoer.name, Customer.number, Customer.name)
            .join(person, person.id == ChangeSet.by)
            .join(undoer, undoer.id == ChangeSet.undone_by, isouter=True)
            .join(Customer, Customer.id == ChangeSet.subject_id, isouter=True)
            .where(ChangeSet.kind.in_((ChangeSetKind.MERGE, ChangeSetKind.CAR_MERGE)))
            .order_by(ChangeSet.at.desc(), ChangeSet.id.desc())
            .limit(limit)
        )
        if customer_id:
            wanted = wanted.where(ChangeSet.subject_id == customer_id)
        with self.desk.read() as session:
            return tuple(_merged(*row) for row in session.execute(wanted))


def _file(session: Session, customer_id: str) -> Customer:
    customer = session.get(Customer, customer_id)
    if customer is None:
        raise NotFound("record.not_found")
    if customer.erased_at is not None:
        raise UserError("merging.erased", number=customer.number)
    return customer


def _head(customer: Customer) -> Head:
    return Head(
        customer.id,
        customer.version,
        customer.number,
        customer.name,
        customer.created_at,
        customer.last_visit_on,
    )


def _names(session: Session, *customers: Customer) -> dict[str, str]:
    """Names of the specialists and referrers of these files, by id."""
    staff = {each.specialist_id for each in customers}
    referrers = {each.referrer_id for each in customers}
    people = select(StaffMember.id, StaffMember.name).where(StaffMember.id.in_(staff))
    files = select(Customer.id, Customer.name, Customer.number).where(Customer.id.in_(referrers))
    return {row.id: row.name for row in session.execute(people)} | {
        row.id: f"{row.name}  {row.number}" for row in session.execute(files)
    }


def _merged(
    change_set: ChangeSet, by: str, undone_by: str | None, number: str | None, name: str | None
) -> Merged:
    told = kept.told(change_set)
    return Merged(
        change_set.id,
        change_set.at,
        by,
        change_set.subject_id,
        number or str(told["stays"]),
        name or "",
        str(told["goes"]),
        change_set.undone_at,
        undone_by or "",
        can_undo=change_set.undone_at is None and change_set.rows is not None,
        of_cars=change_set.kind is ChangeSetKind.CAR_MERGE,
    )
