"""What is asked of a customer once and seldom changed: background, family, consent per channel."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from sqlalchemy import BindParameter, RowMapping, bindparam, select
from sqlalchemy.orm import Session, aliased
from sqlalchemy.orm.attributes import flag_modified

from frontdesk.errors import Conflict, NotFound, UserError
from frontdesk.models.change_set import FormerNumber
from frontdesk.models.customer import ContactConsent, Customer, FamilyMember
from frontdesk.models.enums import Channel, Consent
from frontdesk.models.staff import StaffMember
from frontdesk.models.values import names, text
from frontdesk.services.customers.dto import Background, ConsentLine, FamilyLine
from frontdesk.services.customers.inputs import BackgroundInput, FamilyInput
from frontdesk.services.desk import Change, UnitOfWork
from frontdesk.services.intake.checks import Checking
from frontdesk.services.outbox.queueing import drop_for_customer

_THIS: BindParameter[Any] = bindparam("customer")
_TEXTS = (
    "ethnicity",
    "education",
    "income_band",
    "hobbies",
    "employer_address",
    "services_of_interest",
)
_KEPT = ("usual_payment", "preferred_channel", "opinion_leader")
_FILE_NUMBER = re.compile(r"K-\d{4}-\d{6}", re.IGNORECASE)
ASKED_CHANNELS = (Channel.SMS, Channel.WECHAT, Channel.EMAIL, Channel.POST)
"""Those with a word of their own; for the telephone ``do_not_call`` is what counts."""

_referrer = aliased(Customer)
_REFERRER = (
    select(_referrer.name + " " + _referrer.number)
    .where(_referrer.id == Customer.referrer_id)
    .scalar_subquery()
)
BACKGROUND_COLUMNS = (
    *(getattr(Customer, name) for name in (*_TEXTS, *_KEPT, "referred_by")),
    _REFERRER.label("referrer"),
)
"""What the statement of a whole file selects for :func:`background`."""
_FAMILY = (
    select(
        FamilyMember.id,
        FamilyMember.name,
        FamilyMember.tie,
        FamilyMember.birthday,
        FamilyMember.note,
    )
    .where(FamilyMember.customer_id == _THIS)
    .order_by(FamilyMember.position)
)
_CONSENTS = (
    select(ContactConsent.channel, ContactConsent.state, ContactConsent.said_at, StaffMember.name)
    .join(StaffMember, StaffMember.id == ContactConsent.noted_by)
    .where(ContactConsent.customer_id == _THIS)
    .order_by(ContactConsent.channel)
)


def family_field(at: int, what: str) -> str:
    """The name of an input of the family member at place ``at`` (from 0)."""
    return f"family_{at + 1}_{what}"


def background(session: Session, customer_id: str, row: RowMapping) -> Background:
    """The background of a file; ``row`` holds its ``BACKGROUND_COLUMNS``."""
    run, given = session.connection().execute, {"customer": customer_id}
    texts: dict[str, Any] = {name: row[name] or "" for name in _TEXTS}
    chosen: dict[str, Any] = {name: row[name] for name in _KEPT}
    return Background(
        **texts,
        **chosen,
        referrer=row["referrer"] or row["referred_by"] or "",
        consents=tuple(ConsentLine(*each) for each in run(_CONSENTS, given)),
        family=tuple(
            FamilyLine(id_, name, tie, birthday, note or "")
            for id_, name, tie, birthday, note in run(_FAMILY, given)
        ),
    )


def change(work: UnitOfWork, customer_id: str, given: BackgroundInput, version: int) -> None:
    """Save the background of a file that is still at ``version``.

    Raises:
        NotFound: there is no such file. Conflict: somebody saved it meanwhile.
        UserError, InputErrors: what must be mended.
    """
    customer = work.session.get(Customer, customer_id)
    if customer is None:
        raise NotFound("record.not_found")
    if customer.version != version:
        raise Conflict("record.changed_meanwhile")
    values = _values(work.session, given, customer_id)
    beside = (
        ("family", *_put_family(work.session, customer_id, given.family)),
        *_put_consents(work, customer_id, given.consents),
    )
    differ = sorted(name for name, value in values.items() if getattr(customer, name) != value)
    before = {name: getattr(customer, name) for name in differ}
    after = {name: values[name] for name in differ}
    for name in differ:
        setattr(customer, name, values[name])
    for key, was, now in beside:
        if was != now:
            before[key], after[key] = was, now
    if not after:
        return
    # Family and consents are rows of their own: the file's version must move with them.
    flag_modified(customer, "name")
    work.audit("customer.update", "customer", customer_id, before=before, after=after)
    work.changed(Change.CUSTOMERS)
    if after.get("consent_sms") == Consent.REFUSED.value:
        drop_for_customer(work, customer_id)


def _values(session: Session, given: BackgroundInput, customer_id: str) -> dict[str, Any]:
    checking = Checking()
    values: dict[str, Any] = {name: getattr(given, name) for name in _KEPT}
    for name in _TEXTS:
        values[name] = checking.of(text.line, getattr(given, name), name) or None
    referrer = checking.of(_referrer_in, session, given.referrer, customer_id)
    values["referrer_id"] = referrer
    words = checking.of(text.line, given.referrer, "referrer")
    values["referred_by"] = None if referrer else words or None
    for at, each in enumerate(given.family):
        checking.of(names.parse, each.name, family_field(at, "name"))
        checking.of(text.line, each.note, family_field(at, "note"))
    checking.done()
    return values


def _referrer_in(session: Session, typed: str, customer_id: str) -> str | None:
    """The customer whose file number stands in ``typed``; ``None`` where none does.

    Raises:
        UserError: ``customer.referrer_unknown``, ``customer.referrer_self``.
    """
    found = _FILE_NUMBER.search(typed)
    if found is None:
        return None
    number = found[0].upper()
    referrer = session.scalar(select(Customer.id).where(Customer.number == number)) or (
        session.scalar(select(FormerNumber.customer_id).where(FormerNumber.number == number))
    )
    if referrer is None:
        raise UserError("customer.referrer_unknown", "referrer", number=number)
    if referrer == customer_id:
        raise UserError("customer.referrer_self", "referrer")
    return referrer


def _put_family(
    session: Session, customer_id: str, given: tuple[FamilyInput, ...]
) -> tuple[list[str], list[str]]:
    """Keep these and no others; who there was and is, as the trail tells it."""
    kept = {
        row.id: row
        for row in session.scalars(
            select(FamilyMember)
            .where(FamilyMember.customer_id == customer_id)
            .order_by(FamilyMember.position)
        )
    }
    before = [_told(row) for row in kept.values()]
    rows: list[FamilyMember] = []
    for at, each in enumerate(given):
        row = kept.pop(each.id, None) if each.id else None
        if row is None:
            row = FamilyMember(customer_id=customer_id)
            session.add(row)
        row.name, row.tie, row.position = names.parse(each.name), each.tie, at
        row.birthday = each.birthday
        row.note = text.line(each.note, family_field(at, "note")) or None
        rows.append(row)
    for row in kept.values():
        session.delete(row)
    return before, [_told(row) for row in rows]


def _told(row: FamilyMember) -> str:
    day = row.birthday.isoformat() if row.birthday else ""
    return " ".join(part for part in (row.tie.value, row.name, day, row.note) if part)


def _put_consents(
    work: UnitOfWork, customer_id: str, given: Mapping[Channel, Consent]
) -> list[tuple[str, str, str]]:
    """Keep what was said now; what was said before is told by the trail."""
    changes = []
    for channel in ASKED_CHANNELS:
        if channel not in given:
            continue
        state = given[channel]
        row = work.session.get(ContactConsent, (customer_id, channel))
        before = row.state if row is not None else Consent.UNKNOWN
        if state is before:
            continue
        if row is None:
            row = ContactConsent(customer_id=customer_id, channel=channel)
            work.session.add(row)
        row.state, row.said_at, row.noted_by = state, work.now, work.desk.actor.id
        changes.append((f"consent_{channel.value}", before.value, state.value))
    return changes
