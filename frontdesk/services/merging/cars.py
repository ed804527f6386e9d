"""Makes one car of the same car kept twice in one file, and two again (domain §2).

Two files of one person often hold the car twice: with its VIN from the delivery sheet, and with its
plate from the desk. Once the files are one, so can the cars be. All that hangs on the one that goes
hangs on the one that stays; what came after the merge stays with that one when it is undone.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import delete, func, or_, select, update
from sqlalchemy.orm import Session

from frontdesk.errors import Conflict, NotFound, UserError
from frontdesk.models.change_set import ChangeSet
from frontdesk.models.customer import Customer
from frontdesk.models.enums import ChangeSetKind
from frontdesk.models.values import plate
from frontdesk.models.vehicle import Vehicle, VehicleDriver, VehicleOwnership
from frontdesk.services.change_sets import kept
from frontdesk.services.change_sets.naming import in_the_way
from frontdesk.services.change_sets.recording import recording
from frontdesk.services.change_sets.undoing import undo
from frontdesk.services.classes.one import reclass
from frontdesk.services.desk import Change, UnitOfWork
from frontdesk.services.merging import following
from frontdesk.services.merging.acts import move_drafts, refuse_drafts_in_both, to_undo
from frontdesk.services.merging.beside import put_behind
from frontdesk.services.merging.dto import (
    FieldChoice,
    Head,
    MergeInput,
    MergePreview,
    Shown,
)
from frontdesk.services.merging.fields import CAR_FIELDS, Field, chosen, same, usual
from frontdesk.services.search import index

_ALL = (Change.CUSTOMERS, Change.VISITS, Change.CALLBACKS, Change.COMPLAINTS)
_YES, _UNNAMED = "✓", "—"


def preview(session: Session, stays_id: str, goes_id: str) -> MergePreview:
    """What merging would do; the heads carry plate and model as name, the VIN as number."""
    stays, goes = _pair(session, stays_id, goes_id)
    return MergePreview(
        _head(stays),
        _head(goes),
        tuple(_choice(stays, goes, field) for field in CAR_FIELDS),
        following.counted(session.connection(), stays_id, goes_id, "vehicle"),
    )


def merge(work: UnitOfWork, given: MergeInput, id_: str) -> str:
    """All of ``given.goes_id`` goes over to ``given.stays_id``; told twice, it is done once."""
    session = work.session
    if session.get(ChangeSet, id_) is not None:
        return id_
    stays, goes = _pair(session, given.stays_id, given.goes_id)
    if (stays.version, goes.version) != (given.stays_version, given.goes_version):
        raise Conflict("record.changed_meanwhile")
    refuse_drafts_in_both(work, stays.id, goes.id)
    taken_over = chosen(stays, goes, CAR_FIELDS, given.choices)
    reckoned = _reckoned(stays, goes)
    stays_id, goes_id, owner = stays.id, goes.id, stays.customer_id
    owners = _owners(session, goes_id)
    plates = {each for each in (stays.plate, goes.plate) if each} - {taken_over["plate"]}
    # No plate: what it was called stays readable once the person is removed.
    called = " ".join(filter(None, (goes.brand, goes.model))) or _UNNAMED
    told = {"stays_id": stays_id, "goes": called, "goes_id": goes_id}
    told["stays"] = session.get_one(Customer, owner).number
    change_set = kept.add(work, id_, ChangeSetKind.CAR_MERGE, owner, told)
    connection = session.connection()
    with recording(session) as recorded:
        put_behind(session, VehicleDriver, "vehicle_id", ("name", "phone"), stays_id, goes_id)
        session.expire_all()
        _owned(session, stays_id, goes_id, owner)
        move_drafts(connection, stays_id, goes_id)
        session.expunge(goes)
        following.follow(connection, stays_id, goes_id, "vehicle")
        # Before the chosen values: a VIN stands in the store once.
        session.execute(delete(Vehicle).where(Vehicle.id == goes_id))
        for name, value in (taken_over | reckoned).items():
            setattr(stays, name, value)
        stays.version += 1
        session.flush()
        session.expire_all()
        _dues(session, owner)
        reclass(work, owner)
    people = frozenset({owner, stays_id, goes_id, *owners})
    change_set.rows = kept.packed(kept.Content(tuple(recorded.events), (), people))
    for former in sorted(plates):
        # As a change of plate is told: by the trail the former one is found.
        before, after = {"plate": former}, {"plate": taken_over["plate"]}
        work.audit("vehicle.merge", "vehicle", stays_id, before=before, after=after)
    if not plates:
        work.audit("vehicle.merge", "vehicle", stays_id)
    work.audit("vehicle.merged_away", "vehicle", goes_id, vehicle=stays_id)
    _look_anew(work, owner)
    return id_


def part(work: UnitOfWork, id_: str) -> None:
    """Undo it: both cars are as they were; what came since stays with the one that stayed.

    Raises:
        NotFound: there is no such merge. UserError: ``merging.*``: what stands in the way.
    """
    session = work.session
    change_set = to_undo(work, id_, ChangeSetKind.CAR_MERGE)
    if change_set is None:
        return
    content = kept.unpacked(change_set.rows)
    told = kept.told(change_set)
    stays = session.get(Vehicle, str(told["stays_id"]))
    if stays is None or stays.customer_id != change_set.subject_id:
        raise UserError("merging.car_moved")
    owner, stays_id, goes_id = stays.customer_id, stays.id, str(told["goes_id"])
    connection = session.connection()
    obstacles, moved = undo(connection, content.events)
    if obstacles:
        raise in_the_way(connection, obstacles)
    kept.mark_undone(work, change_set)
    if moved:
        _dues(session, owner)
        reclass(work, owner)
    work.audit("vehicle.unmerge", "vehicle", stays_id, vehicle=goes_id)
    work.audit("vehicle.unmerge", "vehicle", goes_id, vehicle=stays_id)
    _look_anew(work, owner)


# inside ---------------------------------------------------------------------------------------


def _pair(session: Session, stays_id: str, goes_id: str) -> tuple[Vehicle, Vehicle]:
    stays, goes = session.get(Vehicle, stays_id), session.get(Vehicle, goes_id)
    if stays is None or goes is None:
        raise NotFound("record.not_found")
    if stays.id == goes.id:
        raise UserError("merging.same_car")
    if stays.customer_id != goes.customer_id:
        raise UserError("merging.other_owner")
    owner = session.get_one(Customer, stays.customer_id)
    if owner.erased_at is not None:
        raise UserError("merging.erased", number=owner.number)
    return stays, goes


def _head(car: Vehicle) -> Head:
    sign = plate.display(car.plate) if car.plate else ""
    name = " ".join(filter(None, (sign, car.model)))
    return Head(car.id, car.version, car.vin or "", name, None, car.last_visit_on)


def _choice(stays: Vehicle, goes: Vehicle, field: Field) -> FieldChoice:
    side = usual(stays, goes, field)
    alike = same(stays, goes, field)
    return FieldChoice(
        field.name, _shown(stays, field), _shown(goes, field), side, not alike, field.both
    )


def _shown(car: Vehicle, field: Field) -> Shown:
    columns = field.columns[:1] if field.name == "consultant" else field.columns
    parts = [getattr(car, column) for column in columns]
    first = parts[0]
    if field.name == "plate":
        return plate.display(first) if first else None
    if isinstance(first, bool):
        return _YES if first else None
    if len(parts) == 1 and isinstance(first, str | StrEnum | date | None):
        return first
    texts = [each.isoformat() if isinstance(each, date) else str(each) for each in parts if each]
    return "  ".join(texts) or None


def _reckoned(stays: Vehicle, goes: Vehicle) -> dict[str, Any]:
    """What is no choice: the newest visit, and what was reckoned from the newer one's visits."""
    newer, other = stays, goes
    if (goes.last_visit_on or date.min) > (stays.last_visit_on or date.min):
        newer, other = goes, stays
    names = ("next_maintenance_on", "next_maintenance_km", "last_visit_on")
    found: dict[str, Any] = {
        name: getattr(newer, name) if getattr(newer, name) is not None else getattr(other, name)
        for name in names
    }
    km = [each for each in (stays.last_mileage_km, goes.last_mileage_km) if each is not None]
    found["last_mileage_km"] = max(km, default=None)
    return found


def _owners(session: Session, vehicle_id: str) -> set[str]:
    return set(
        session.scalars(
            select(VehicleOwnership.customer_id).where(VehicleOwnership.vehicle_id == vehicle_id)
        )
    )


def _owned(session: Session, stays_id: str, goes_id: str, owner: str) -> None:
    """The owner has the car since the earlier day, once; who had either before stays told."""
    now = (
        VehicleOwnership.customer_id == owner,
        VehicleOwnership.until.is_(None),
    )
    both = VehicleOwnership.vehicle_id.in_((stays_id, goes_id))
    since = session.scalar(select(func.min(VehicleOwnership.since)).where(both, *now))
    has_own = session.scalar(
        select(func.count()).where(VehicleOwnership.vehicle_id == stays_id, *now)
    )
    if not has_own:
        return
    session.execute(delete(VehicleOwnership).where(VehicleOwnership.vehicle_id == goes_id, *now))
    if since is not None:
        later = or_(VehicleOwnership.since.is_(None), VehicleOwnership.since > since)
        session.execute(
            update(VehicleOwnership)
            .where(VehicleOwnership.vehicle_id == stays_id, *now, later)
            .values(since=since)
        )
    session.expire_all()


def _dues(session: Session, owner: str) -> None:
    """The next maintenance of any of the owner's cars."""
    nearest = select(func.min(Vehicle.next_maintenance_on)).where(Vehicle.customer_id == owner)
    customer = session.get_one(Customer, owner)
    due = session.scalar(nearest)
    if customer.next_due_on != due:
        customer.next_due_on = due
        session.flush()


def _look_anew(work: UnitOfWork, owner: str) -> None:
    work.seal()  # former plates are read from the trail
    index.refresh(work.session, [owner])
    work.changed(*_ALL)
