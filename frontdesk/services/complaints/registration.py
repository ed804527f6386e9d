"""Step 1, 受理: the ticket is made, with its number, first entry and clock (domain §5.1)."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import Session

from frontdesk.errors import InputErrors, UserError
from frontdesk.models.complaint import Complaint, ComplaintEntry
from frontdesk.models.complaint_steps import NO, YES
from frontdesk.models.customer import Customer
from frontdesk.models.enums import ComplaintChannel, ComplaintLevel, ComplaintState, ComplaintStep
from frontdesk.models.values import phone, text
from frontdesk.models.vehicle import Vehicle
from frontdesk.models.visit import Visit
from frontdesk.services.classes.one import reclass
from frontdesk.services.complaints.categories import load_categories
from frontdesk.services.complaints.dto import Facts, RegisterComplaint
from frontdesk.services.desk import Change, UnitOfWork

NUMBER_PREFIX = "C"
"""Complaints are numbered ``C-2026-000123``."""


def register(work: UnitOfWork, given: RegisterComplaint) -> str:
    """Register a complaint inside the caller's act; the id of the ticket.

    Registering the same ``given.id`` again changes nothing.

    Raises:
        InputErrors: what has to be mended, each beside its field.
    """
    session = work.session
    session.flush()
    if session.get(Complaint, given.id) is not None:
        return given.id
    customer = session.get(Customer, given.customer_id) if given.customer_id else None
    channel, level, said = _checked(session, given, customer)
    hours = work.desk.rules.complaint_hours
    earlier = repeated(
        session, given, work.now - timedelta(days=work.desk.rules.repeat_complaint_days)
    )
    ticket = Complaint(
        id=given.id,
        number=work.number(NUMBER_PREFIX),
        state=ComplaintState.TO_JUDGE,
        customer_id=given.customer_id,
        vehicle_id=given.vehicle_id,
        visit_id=given.visit_id,
        callback_id=given.callback_id,
        channel=channel,
        complainant=said["complainant"],
        complainant_phone=said["complainant_phone"] or None,
        words=said["words"],
        remedy=said["remedy"] or None,
        category=given.category,
        level=level,
        safety=given.safety,
        about_staff_id=given.about_staff_id,
        registered_at=work.now,
        registered_by=work.desk.actor.id,
        due_at=work.now + timedelta(hours=hours),
        repeats_id=earlier,
    )
    said["limit_hours"] = str(hours)
    ticket.entries = [
        ComplaintEntry(
            position=1,
            round=1,
            step=ComplaintStep.REGISTERED,
            at=work.now,
            by=work.desk.actor.id,
            said=json.dumps(said, ensure_ascii=False),
        )
    ]
    session.add(ticket)
    work.audit(
        "complaint.register",
        "complaint",
        ticket.id,
        number=ticket.number,
        customer_id=ticket.customer_id,
        category=ticket.category,
        level=ticket.level.value,
    )
    reclass(work, ticket.customer_id)
    work.changed(Change.COMPLAINTS)
    return ticket.id


def repeated(session: Session, given: RegisterComplaint, since: datetime) -> str | None:
    """The newest ticket from ``since`` of the same customer, or of the same car and category."""
    found = repeats(given.customer_id, given.vehicle_id, given.category, since)
    return session.scalar(found.with_only_columns(Complaint.id).limit(1))


def repeats(
    customer_id: str, vehicle_id: str | None, category: str, since: datetime
) -> Select[str, str]:
    """Id and number of what a complaint would repeat (domain §5.1), newest first."""
    same = [Complaint.customer_id == customer_id]
    if vehicle_id is not None:
        same.append(and_(Complaint.vehicle_id == vehicle_id, Complaint.category == category))
    return (
        select(Complaint.id, Complaint.number)
        .where(or_(*same), Complaint.registered_at >= since)
        .order_by(Complaint.registered_at.desc(), Complaint.number.desc())
    )


def _checked(
    session: Session, given: RegisterComplaint, customer: Customer | None
) -> tuple[ComplaintChannel, ComplaintLevel, dict[str, str]]:
    """Channel, level and what the first entry says, tidied. Raises ``InputErrors``."""
    faults: list[UserError] = []
    if customer is None:
        code = "complaint.customer_not_found" if given.customer_id else "complaint.customer_missing"
        faults.append(UserError(code, "customer"))
    if given.vehicle_id is not None and session.get(Vehicle, given.vehicle_id) is None:
        faults.append(UserError("complaint.vehicle_not_found", "vehicle"))
    if given.visit_id is not None:
        visit = session.get(Visit, given.visit_id)
        if visit is None or visit.customer_id != given.customer_id:
            faults.append(UserError("complaint.visit_not_of_customer", "visit"))
    if not given.category:
        faults.append(UserError("complaint.category_missing", "category"))
    elif not load_categories(session).offered().has(given.category):
        faults.append(UserError("complaint.category_unknown", "category"))
    said = _tidied(given, customer, faults)
    if not said.get("words") and not any(fault.field == "words" for fault in faults):
        faults.append(UserError("complaint.words_missing", "words"))
    if given.channel is None:
        faults.append(UserError("complaint.channel_missing", "channel"))
    if given.level is None:
        faults.append(UserError("complaint.level_missing", "level"))
    if faults or given.channel is None or given.level is None:
        raise InputErrors(faults)
    return given.channel, given.level, {"channel": given.channel, "level": given.level} | said


def _tidied(
    given: RegisterComplaint, customer: Customer | None, faults: list[UserError]
) -> dict[str, str]:
    facts = asdict(given.facts)
    known = customer.name if customer else ""
    lines = {"complainant": given.complainant.strip() or known} | facts
    said = {
        "category": given.category,
        "safety": YES if given.safety else NO,
    }
    if given.about_staff_id:
        said["about"] = given.about_staff_id
    for name, value in lines.items():
        _keep(said, name, partial(text.line, value, name), faults)
    for name, value in {"words": given.words, "remedy": given.remedy}.items():
        _keep(said, name, partial(text.note, value, name), faults)
    said["complainant_phone"] = ""
    if given.complainant_phone.strip():
        _keep(
            said,
            "complainant_phone",
            lambda: phone.normalise(given.complainant_phone, "complainant_phone"),
            faults,
        )
    return {name: value for name, value in said.items() if value or name not in facts}


def _keep(
    said: dict[str, str], name: str, tidy: Callable[[], str], faults: list[UserError]
) -> None:
    try:
        said[name] = tidy()
    except UserError as fault:
        faults.append(fault)


def facts_of(said: dict[str, str]) -> Facts:
    """The seven answers an entry of registration holds."""
    return Facts(**{name: said.get(name, "") for name in Facts.__dataclass_fields__})
