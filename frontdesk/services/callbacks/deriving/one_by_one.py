"""What is told call by call: other days for first maintenance, complaints to follow up."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import tzinfo
from functools import cache
from typing import Any

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from frontdesk.models.callback import Callback
from frontdesk.models.complaint import Complaint, ComplaintEntry
from frontdesk.models.enums import CallbackKind, ComplaintState
from frontdesk.services.callbacks.deriving.look import Look
from frontdesk.services.callbacks.deriving.new_cars import first_maintenance, told_cars
from frontdesk.services.callbacks.deriving.weighing import Moved
from frontdesk.services.callbacks.falls_due import Due, follow_up_of
from frontdesk.store.functions import handed_in


def moved_maintenance(
    session: Session, look: Look, calls: Iterable[str], again: Collection[str]
) -> list[Moved]:
    """Those of the open first-maintenance calls with these ids whose day has changed.

    ``again``: calls that will have been opened again by then, which counts their version on.
    """
    found = []
    for told in told_cars(session, tuple(calls)):
        window = first_maintenance(told.car, look.rules)
        if (told.due_from, told.due_until) != (window.first.isoformat(), window.last.isoformat()):
            version = told.version + (told.call in again)
            found.append(Moved(told.call, version, told.customer_id, window))
    return found


def follow_ups(session: Session, look: Look, zone: tzinfo | None) -> list[Due]:
    """Complaints that wait for their follow-up; due on the day their handling was returned."""
    given = {"whose": look.whose} if look.scoped else {}
    waiting = session.connection().execute(_waiting(look.scoped), given).all()
    found = []
    for (complaint_id,) in waiting:
        newest = select(func.max(ComplaintEntry.at)).where(
            ComplaintEntry.complaint_id == complaint_id,
            ComplaintEntry.step.in_(("returned", "opinion")),
        )
        at = session.scalar(newest)
        on = look.today if at is None else at.astimezone(zone).date()
        ticket = session.get_one(Complaint, complaint_id)
        found.append(follow_up_of(ticket, on, look.rules))
    return found


@cache
def _waiting(scoped: bool) -> Any:
    call = exists().where(
        Callback.kind == CallbackKind.COMPLAINT_FOLLOW_UP,
        Callback.occasion == Complaint.id.concat(":").concat(Complaint.round),
    )
    wanted = select(Complaint.id).where(Complaint.state == ComplaintState.TO_FOLLOW_UP, ~call)
    return wanted.where(Complaint.customer_id.in_(handed_in("whose"))) if scoped else wanted
