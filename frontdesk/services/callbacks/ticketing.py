"""The dissatisfied branch: a complaint ticket out of what the call has brought already."""

from __future__ import annotations

from sqlalchemy import select

from frontdesk.models.callback import Callback
from frontdesk.models.complaint import Complaint
from frontdesk.models.enums import ComplaintChannel
from frontdesk.models.values import text as texts
from frontdesk.services.callbacks.dto import Ticket
from frontdesk.services.complaints.dto import Facts, RegisterComplaint
from frontdesk.services.complaints.registration import register
from frontdesk.services.customers.telephone import number_to_ring
from frontdesk.services.desk import UnitOfWork


def register_from_call(work: UnitOfWork, callback: Callback, ticket: Ticket) -> str:
    """Register the complaint of this call; one call makes one ticket, whose id is returned.

    Customer, car, visit and telephone come from the call; the words, the remedy asked for and what
    went wrong were said in it.

    Raises:
        InputErrors: what has to be mended, each beside its field.
    """
    there = work.session.scalar(select(Complaint.id).where(Complaint.callback_id == callback.id))
    if there is not None:
        return there
    number = work.session.scalar(number_to_ring(callback.customer_id))
    return register(
        work,
        RegisterComplaint(
            customer_id=callback.customer_id,
            vehicle_id=callback.vehicle_id,
            visit_id=callback.visit_id,
            callback_id=callback.id,
            channel=ComplaintChannel.CALLBACK,
            complainant_phone=number or "",
            words=ticket.words,
            remedy=ticket.remedy,
            category=ticket.category,
            level=ticket.level,
            safety=ticket.safety,
            facts=Facts(what_happens=texts.excerpt(ticket.concerns, texts.LINE_LIMIT)),
        ),
    )
