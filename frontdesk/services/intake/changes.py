"""Change records: after the agreement nothing changes silently (domain §3, point 5)."""

from __future__ import annotations

from sqlalchemy.orm.attributes import flag_modified

from frontdesk.errors import UserError
from frontdesk.models.visit import Visit, VisitChange
from frontdesk.models.visit_rules import BOUND, total
from frontdesk.services.desk import Change, UnitOfWork
from frontdesk.services.intake import checks, record
from frontdesk.services.intake.inputs import ChangeInput


def change(work: UnitOfWork, visit: Visit, given: ChangeInput) -> None:
    """Keep who was asked and what they said; put the new values in force if they agreed."""
    if visit.status not in BOUND:
        raise UserError("intake.change_too_early", status=visit.status)
    clean = checks.change(given, work.now)
    agreed = bool(clean.agreed)
    total_after = visit.estimate_total if clean.items is None else total(clean.items)
    promised_after = clean.promised_at or visit.promised_at
    work.session.add(
        VisitChange(
            visit_id=visit.id,
            at=work.now,
            by=work.desk.actor.id,
            what=clean.what,
            why=clean.why,
            asked_whom=clean.asked_whom,
            asked_how=clean.asked_how.value if clean.asked_how else "",
            agreed=agreed,
            promised_before=visit.promised_at,
            promised_after=promised_after,
            total_before=visit.estimate_total,
            total_after=total_after,
        )
    )
    work.audit(
        "visit.change",
        "visit",
        visit.id,
        number=visit.number,
        what=clean.what,
        agreed=agreed,
        total_before=visit.estimate_total,
        total_after=total_after,
        items_before=_short(visit) if clean.items is not None else None,
    )
    # Also where nothing but the record is added: whoever saves second is told.
    flag_modified(visit, "number")
    if agreed:
        visit.promised_at = promised_after
        if clean.items is not None:
            record.replace_items(visit, clean.items)
    work.changed(Change.VISITS)


def _short(visit: Visit) -> list[str]:
    """The items before, so that the change can be read without guessing."""
    return [
        f"{item.kind.value}: {item.description}; {item.labour} + {item.quantity} × "
        f"{item.unit_price} {item.part or ''} − {item.discount}; {item.payer.value}"
        for item in visit.items
    ]
