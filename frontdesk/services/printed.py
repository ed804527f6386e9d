"""What a service gives back when it prints: the paper itself and the name it is kept under."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from frontdesk.models.journal import AuditEntry
from frontdesk.reports.inputs.common import Dealership
from frontdesk.services.desk import Profile


@dataclass(frozen=True, slots=True)
class PrintedForm:
    """An A4 document ready to be shown, printed or saved."""

    pdf: bytes
    file_name: str


def letterhead(house: Profile) -> Dealership:
    """The dealership as it stands at the head of every form."""
    return Dealership(
        name=house.name,
        address=house.address,
        service_phone=house.service_phone,
        booking_phone=house.booking_phone,
        rescue_phone=house.rescue_phone,
    )


def copies(session: Session, action: str, subject: str, subject_id: str, **detail: str) -> int:
    """How often ``action`` was done to a subject before; where named, with this ``detail``."""
    printed = select(func.count()).where(
        AuditEntry.subject == subject,
        AuditEntry.subject_id == subject_id,
        AuditEntry.action == action,
        *(
            func.json_extract(AuditEntry.detail, f"$.{key}") == value
            for key, value in detail.items()
        ),
    )
    return session.scalar(printed) or 0
