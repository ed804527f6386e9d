"""Who saved the record behind a form last: said to whoever comes back to it with a draft."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from frontdesk.models.journal import AuditEntry
from frontdesk.models.staff import StaffMember
from frontdesk.models.visit import Visit

_SUBJECTS = {
    "customer": "customer",
    "vehicle": "vehicle",
    "visit_change": "visit",
    "visit_decline": "visit",
    "visit_words": "visit",
    "hand_over": "visit",
    "intake": "visit",
    "price": "price",
    "complaint.step": "complaint",
    "complaint.after": "complaint",
    "callback": "callback",
    "script": "script",
    "settings.account": "staff",
    "settings.rules": "setting",
    "settings.profile": "setting",
    "settings.messages": "setting",
    "statistics.measures": "statistics",
    "class_measures": "setting",
    "segment": "segment",
}
"""Beginning of a form's name → the audit trail's subject."""

_LOOKS = (
    "visit.print",
    "complaint.print",
    "complaint.proof",
    "statistics.print",
    "customer.reveal_identity",
    "customer.reveal_phones",
    "customer.note",
    "phone.reveal",
    "script.export",
    "account.sign_in",
)
"""Entries of acts that leave the record as it was."""


@dataclass(frozen=True, slots=True)
class LastChange:
    """Who saved a record, and when."""

    name: str
    at: datetime


def last_change(
    session: Session, form: str, subject_id: str, since: datetime | None = None
) -> LastChange | None:
    """The newest change of the record behind ``form`` (after ``since``), if it has one."""
    subject = next((kind for name, kind in _SUBJECTS.items() if _is_of(form, name)), None)
    record = _record(session, form, subject_id)
    if subject is None or not record:
        return None
    wanted = (
        select(StaffMember.name, AuditEntry.at)
        .join(StaffMember, StaffMember.id == AuditEntry.staff_id)
        .where(AuditEntry.subject == subject, AuditEntry.action.not_in(_LOOKS))
        .order_by(AuditEntry.sequence.desc())
        .limit(1)
    )
    if subject == "statistics":
        # The key goes on with the department the figures are limited to.
        wanted = wanted.where(AuditEntry.subject_id.startswith(record, autoescape=True))
    else:
        wanted = wanted.where(AuditEntry.subject_id == record)
    if since is not None:
        wanted = wanted.where(AuditEntry.at > since)
    found = session.execute(wanted).one_or_none()
    return None if found is None else LastChange(found.name, found.at)


def _is_of(form: str, name: str) -> bool:
    return form == name or form.startswith(f"{name}.")


def _record(session: Session, form: str, subject_id: str) -> str:
    """The id under which the audit trail knows the record."""
    match form.split(".")[:2]:
        case ["settings", "rules"]:
            return "rules"
        case ["settings", "profile"]:
            return "profile"
        case ["settings", "messages"]:
            return "message_texts"
        case ["class_measures"]:
            return "class_measures"
        case ["statistics", "measures"]:
            return f"complaint_measures:{subject_id}:"
        case ["intake"]:
            newest = (
                select(Visit.id)
                .where(Visit.vehicle_id == subject_id)
                .order_by(Visit.opened_at.desc())
                .limit(1)
            )
            return session.scalar(newest) or ""
        case _:
            return subject_id
