"""What else matters now: flagged notes, work advised and not wanted, how the last promise went."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from frontdesk.clock import local
from frontdesk.errors import UserError
from frontdesk.models.customer import CustomerNote
from frontdesk.models.enums import VisitStatus
from frontdesk.models.staff import StaffMember
from frontdesk.models.visit import Visit, VisitItem
from frontdesk.services.desk import Desk
from frontdesk.services.intake.views import Notice, Weight

_NOTES = 5
_LONGEST = 120
"""A longer note is cut here and read in the file."""


def flagged_notes(desk: Desk, session: Session, customer_id: str) -> Iterator[Notice]:
    """Notes somebody marked to be seen at once, the newest first."""
    rows = session.execute(
        select(CustomerNote.text, CustomerNote.written_at, StaffMember.name)
        .join(StaffMember, StaffMember.id == CustomerNote.written_by)
        .where(CustomerNote.customer_id == customer_id, CustomerNote.flagged)
        .order_by(CustomerNote.written_at.desc())
        .limit(_NOTES)
    )
    for text, at, name in rows:
        line = " ".join(text.split())
        short = line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
        on = local(at, desk.clock).date()
        yield Notice(Weight.CARE, UserError("intake.flagged_note", on=on, by=name, text=short))


def declined_work(session: Session, vehicle_id: str) -> Iterator[Notice]:
    """Items of the car's newest finished visit that were advised and not wanted."""
    newest = (
        select(Visit.id)
        .where(Visit.vehicle_id == vehicle_id, Visit.status == VisitStatus.HANDED_OVER)
        .order_by(Visit.arrived_on.desc(), Visit.arrived_at.desc())
        .limit(1)
        .scalar_subquery()
    )
    rows = session.execute(
        select(VisitItem.description, VisitItem.declined_why, Visit.arrived_on, Visit.id)
        .join(Visit, Visit.id == VisitItem.visit_id)
        .where(VisitItem.visit_id == newest, VisitItem.declined_why.is_not(None))
        .order_by(VisitItem.position)
    )
    for what, why, on, visit_id in rows:
        said = UserError("intake.declined_item", on=on, what=what, reason=why)
        yield Notice(Weight.CARE, said, visit_id=visit_id)


def last_promise(desk: Desk, visit: Visit) -> Iterator[Notice]:
    """A promise that was kept; a broken one is told with more weight elsewhere."""
    ready = visit.ready_at or visit.handed_over_at
    if visit.promised_at is None or ready is None or ready > visit.promised_at:
        return
    at = f"{local(visit.promised_at, desk.clock):%m-%d %H:%M}"
    said = UserError("intake.last_promise", on=visit.arrived_on, at=at)
    yield Notice(Weight.KNOW, said, visit_id=visit.id)
