"""What a ticket's rights depend on, read from the store."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from frontdesk.models.callback import Callback
from frontdesk.models.complaint import Complaint
from frontdesk.models.staff import StaffMember
from frontdesk.models.visit import Visit
from frontdesk.services.complaints.rights import Colleague, Standing


def standing_of(session: Session, ticket: Complaint) -> Standing:
    """The standing of one ticket."""
    served: set[str] = set()
    if ticket.visit_id is not None:
        served |= set(session.scalars(select(Visit.advisor_id).where(Visit.id == ticket.visit_id)))
    if ticket.callback_id is not None:
        who = select(Callback.served_by).where(Callback.id == ticket.callback_id)
        served |= {each for each in session.scalars(who) if each is not None}
    handler = None
    if ticket.handler_id is not None:
        handler = session.scalar(
            select(StaffMember.name).where(StaffMember.id == ticket.handler_id)
        )
    return Standing(
        state=ticket.state,
        department=ticket.department,
        handler_id=ticket.handler_id,
        handler=handler,
        about_id=ticket.about_staff_id,
        served_by=frozenset(served),
        safety=ticket.safety,
        paused=ticket.paused_at is not None,
        people=colleagues(session),
    )


def colleagues(session: Session) -> tuple[Colleague, ...]:
    """Everyone with an open account, by name."""
    staff = session.scalars(
        select(StaffMember).where(StaffMember.active).order_by(StaffMember.name)
    )
    return tuple(Colleague(one.id, one.name, one.roles) for one in staff)
