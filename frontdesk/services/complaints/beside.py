"""What stands beside a ticket's entries on paper: the car, what is attached, what follows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session, aliased

from frontdesk.models.attachment import Attachment
from frontdesk.models.complaint import Complaint
from frontdesk.models.complaint_after import ComplaintAction, ComplaintPenalty
from frontdesk.models.staff import StaffMember
from frontdesk.models.vehicle import Vehicle
from frontdesk.reports.inputs.complaint import Action, Penalty
from frontdesk.services.evidence.signed import COMPLAINT

_owner = aliased(StaffMember)
# Built once: putting a statement together costs more than running it.
_VIN = (
    select(Vehicle.vin)
    .join(Complaint, Complaint.vehicle_id == Vehicle.id)
    .where(Complaint.id == bindparam("ticket"))
)
_ATTACHED = select(func.count()).where(
    Attachment.subject == COMPLAINT,
    Attachment.subject_id == bindparam("ticket"),
    Attachment.withdrawn_at.is_(None),
)
_PENALTIES = (
    select(ComplaintPenalty)
    .where(
        ComplaintPenalty.complaint_id == bindparam("ticket"),
        ComplaintPenalty.withdrawn_at.is_(None),
    )
    .order_by(ComplaintPenalty.set_at, ComplaintPenalty.id)
)
_ACTIONS = (
    select(ComplaintAction, _owner.name)
    .join(_owner, _owner.id == ComplaintAction.owner_id)
    .where(ComplaintAction.complaint_id == bindparam("ticket"))
    .order_by(ComplaintAction.due_on, ComplaintAction.id)
)


@dataclass(frozen=True, slots=True)
class Beside:
    """Read with the ticket, in the same moment of the store."""

    vin: str = ""
    attachments: int = 0
    penalties: tuple[Penalty, ...] = ()
    actions: tuple[Action, ...] = ()


def read_beside(session: Session, ticket_id: str, day_of: Callable[[datetime], date]) -> Beside:
    """All that stands beside a ticket; ``day_of`` is the desk's day of a moment."""
    given = {"ticket": ticket_id}
    return Beside(
        vin=session.scalar(_VIN, given) or "",
        attachments=session.scalar(_ATTACHED, given) or 0,
        penalties=tuple(
            Penalty(each.person, each.part, Decimal(each.amount_fen) / 100, each.words or "")
            for each in session.scalars(_PENALTIES, given)
        ),
        actions=tuple(
            Action(
                each.kind,
                each.words,
                owner,
                each.due_on,
                each.done,
                None if each.ended_at is None else day_of(each.ended_at),
                each.result or "",
            )
            for each, owner in session.execute(_ACTIONS, given)
        ),
    )
