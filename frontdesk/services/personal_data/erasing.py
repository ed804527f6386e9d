"""Removes a person: what tells who they are goes, what only counts stays for the statistics.

The rows of visits, calls and complaints stay with their days, kinds, sums and scores. Names,
numbers, addresses, everything anybody said or wrote about them, the car's marks, pictures and
recordings go; so do the undo of merges and imports that hold their data and half-typed forms.
The audit trail cannot be changed; it no longer shows what it holds of them, and nobody finds an
entry by it (``audit.removed``).
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from frontdesk.errors import Conflict, NotFound, UserError
from frontdesk.models.change_set import ChangeSet
from frontdesk.models.complaint import Complaint
from frontdesk.models.customer import Customer
from frontdesk.models.enums import ComplaintState, VisitStatus
from frontdesk.models.visit import Visit
from frontdesk.services.callbacks.deriving.run import derive_of
from frontdesk.services.desk import Change, UnitOfWork
from frontdesk.services.personal_data.dto import ErasePreview
from frontdesk.services.search import index
from frontdesk.texts.personal_data import ERASED_NAME, REMOVED

_OPEN_VISITS = (
    VisitStatus.BOOKED,
    VisitStatus.ARRIVED,
    VisitStatus.ESTIMATED,
    VisitStatus.AGREED,
    VisitStatus.IN_WORKSHOP,
    VisitStatus.READY,
)
_STAY_OF_CUSTOMER = frozenset(
    {
        *("id", "version", "number", "kind", "source", "created_at", "created_by"),
        *("specialist_id", "specialist_since", "last_visit_on", "value_class", "valued_on"),
        *("lost_since", "do_not_call", "opinion_leader", "erased_at", "name", "gender"),
    }
)
_GO: dict[str, tuple[str, ...]] = {
    "vehicle": (
        *("vin", "plate", "engine_number", "gearbox_number", "insurer", "remarks"),
        *("insurance_ends_on", "inspection_due_on"),
    ),
    "visit": (
        *("brought_by", "brought_by_phone", "damage", "belongings", "words", "why"),
        *("when_happens", "where_happens", "who_drives", "what_happens", "how_shown"),
        *("how_much", "advisor_reading", "declined_reason", "replaced_parts", "advice"),
    ),
    "callback": ("progress", "suggestion", "note"),
    "complaint": ("complainant_phone", "remedy"),
    "outbox_message": ("phone_id",),
}
"""Columns that are emptied in rows that stay."""
_REWRITTEN: dict[str, tuple[str, ...]] = {
    "complaint": ("complainant", "words"),
    "outbox_message": ("body",),
}
"""The same where something has to stand."""
_BESIDE: tuple[tuple[str, str, str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("visit_item", "visit_id", "visit", ("declined_why",), ()),
    ("visit_words", "visit_id", "visit", (), ("words",)),
    ("visit_change", "visit_id", "visit", (), ("what", "why", "asked_whom", "asked_how")),
    ("damage_mark", "visit_id", "visit", ("note",), ()),
    ("call_attempt", "callback_id", "callback", ("note", "outside_hours_reason"), ()),
    ("complaint_action", "complaint_id", "complaint", ("result",), ("words",)),
    ("complaint_penalty", "complaint_id", "complaint", ("words", "withdrawn_why"), ()),
)
_LOCKS = (
    "attachment_part_never_goes",
    "complaint_entry_never_changes",
    "complaint_words_locked",
)
_DELETED = ("customer_phone", "customer_note", "family_member", "contact_consent")


def preview(session: Session, customer_id: str) -> ErasePreview:
    """What removing the person does, and what stands in the way.

    Raises:
        NotFound: there is no such customer. UserError: ``personal.erased``.
    """
    customer = session.get(Customer, customer_id)
    if customer is None:
        raise NotFound("record.not_found")
    if customer.erased_at is not None:
        raise UserError("personal.erased", number=customer.number)
    run = session.connection().exec_driver_sql

    def count(table: str) -> int:
        counted: int = run(
            f'SELECT count(*) FROM "{table}" WHERE customer_id = ?',  # noqa: S608 - own names
            (customer_id,),
        ).scalar_one()
        return counted

    visits = select(Visit.number).where(
        Visit.customer_id == customer_id, Visit.status.in_(_OPEN_VISITS)
    )
    complaints = select(Complaint.number).where(
        Complaint.customer_id == customer_id, Complaint.state != ComplaintState.FILED
    )
    return ErasePreview(
        customer.id,
        customer.version,
        customer.number,
        customer.name,
        count("vehicle"),
        count("visit"),
        count("callback"),
        count("complaint"),
        len(_attachments(run, customer_id)),
        tuple(session.scalars(visits)),
        tuple(session.scalars(complaints)),
    )


def erase(work: UnitOfWork, customer_id: str, version: int | None) -> None:
    """Remove the person from everything.

    Raises:
        Conflict: the file was saved since it was seen. UserError: ``personal.*``.
    """
    session = work.session
    seen = preview(session, customer_id)
    if version is not None and seen.version != version:
        raise Conflict("record.changed_meanwhile")
    for number in seen.open_visits:
        raise UserError("personal.open_visit", number=number)
    for number in seen.open_complaints:
        raise UserError("personal.open_complaint", number=number)
    customer = session.get_one(Customer, customer_id)
    run = session.connection().exec_driver_sql
    ids = _ids(run, customer_id)
    index.forget(session, [customer_id])
    _clear_change_sets(work, {customer_id, *ids["vehicle"]})
    for column in Customer.__table__.columns:
        if column.name not in _STAY_OF_CUSTOMER:
            setattr(customer, column.name, None)
    customer.name = ERASED_NAME
    customer.gender = type(customer.gender).UNKNOWN
    customer.opinion_leader = False
    customer.do_not_call = True
    customer.erased_at = work.now
    customer.phones = []
    session.flush()
    for table in _DELETED:
        run(f'DELETE FROM "{table}" WHERE customer_id = ?', (customer_id,))  # noqa: S608
    run(
        "DELETE FROM vehicle_driver WHERE vehicle_id IN "
        "(SELECT id FROM vehicle WHERE customer_id = ?)",
        (customer_id,),
    )
    with _unlocked(run):
        _empty(run, customer_id)
        _answers(run, ids)
        _entries(run, ids)
        _files(work, run, customer_id)
    for each in (customer_id, *ids["vehicle"], *ids["visit"], *ids["callback"]):
        run("DELETE FROM draft WHERE instr(subject_id, ?)", (each,))
    told = run("SELECT id FROM customer WHERE referrer_id = ?", (customer_id,)).all()
    referred: list[tuple[str, dict[str, object]]] = [(row[0], {}) for row in told]
    work.audit_many("customer.referrer", "customer", referred)
    run(
        "UPDATE customer SET referred_by = NULL, referrer_id = NULL, version = version + 1 "
        "WHERE referrer_id = ?",
        (customer_id,),
    )
    session.expire_all()
    derive_of(work, customer_id)
    work.audit("customer.erase", "customer", customer_id, number=seen.number)
    work.changed(Change.CUSTOMERS, Change.VISITS, Change.CALLBACKS, Change.COMPLAINTS)


@contextmanager
def _unlocked(run: Any) -> Iterator[None]:
    """Put the locks aside that keep words and files from being changed, within the transaction.

    Whatever fails, it is rolled back with them in place.
    """
    marks = ", ".join("?" * len(_LOCKS))
    locks = run(
        f"SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name IN ({marks})",  # noqa: S608
        _LOCKS,
    ).all()
    for name, _ in locks:
        run(f'DROP TRIGGER "{name}"')
    yield
    for _, sql in locks:
        run(sql)


def _ids(run: Any, customer_id: str) -> dict[str, list[str]]:
    return {
        table: [
            row[0]
            for row in run(
                f'SELECT id FROM "{table}" WHERE customer_id = ?',  # noqa: S608 - own names
                (customer_id,),
            )
        ]
        for table in ("vehicle", "visit", "callback", "complaint")
    }


def _empty(run: Any, customer_id: str) -> None:
    for table in {**_GO, **_REWRITTEN}:
        parts = [f'"{name}" = NULL' for name in _GO.get(table, ())]
        parts += [f"\"{name}\" = '{REMOVED}'" for name in _REWRITTEN.get(table, ())]
        run(
            f'UPDATE "{table}" SET {", ".join(parts)}, version = version + 1 '  # noqa: S608
            "WHERE customer_id = ?",
            (customer_id,),
        )
    for table, column, parent, gone, rewritten in _BESIDE:
        parts = [f'"{name}" = NULL' for name in gone]
        parts += [f"\"{name}\" = '{REMOVED}'" for name in rewritten]
        run(
            f'UPDATE "{table}" SET {", ".join(parts)} WHERE "{column}" IN '  # noqa: S608
            f'(SELECT id FROM "{parent}" WHERE customer_id = ?)',
            (customer_id,),
        )


def _answers(run: Any, ids: dict[str, list[str]]) -> None:
    """Choices and figures of a questionnaire stay; what was said in words goes."""
    these = (json.dumps(ids["callback"]),)
    rows = run(
        "SELECT id, value FROM call_answer WHERE callback_id IN (SELECT value FROM json_each(?))",
        these,
    ).all()
    for id_, value in rows:
        if not _is_key(value):
            run("UPDATE call_answer SET value = ? WHERE id = ?", (REMOVED, id_))


def _entries(run: Any, ids: dict[str, list[str]]) -> None:
    """The same of the steps of a complaint: keys, days and figures stay, words go."""
    these = (json.dumps(ids["complaint"]),)
    rows = run(
        "SELECT id, said FROM complaint_entry "
        "WHERE complaint_id IN (SELECT value FROM json_each(?))",
        these,
    ).all()
    for id_, said in rows:
        kept = json.dumps(_without_words(json.loads(said)), ensure_ascii=False)
        run("UPDATE complaint_entry SET said = ? WHERE id = ?", (kept, id_))


def _without_words(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_words(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_without_words(each) for each in value]
    if isinstance(value, str) and not _is_key(value):
        return REMOVED
    return value


def _is_key(value: str) -> bool:
    """A key of a closed list, a day, an id or a short figure; a telephone number is none."""
    if not value.isascii() or any(char.isspace() or char == "@" for char in value):
        return False
    digits = sum(char.isdigit() for char in value)
    is_number = digits >= 5 and not any(char.isalpha() for char in value) and "-" not in value
    return len(value) <= 64 and not is_number and not value.startswith("+")


def _attachments(run: Any, customer_id: str) -> list[str]:
    rows = run(
        "SELECT id FROM attachment WHERE (subject = 'visit' AND subject_id IN "
        "(SELECT id FROM visit WHERE customer_id = ?)) OR (subject = 'complaint' AND subject_id IN "
        "(SELECT id FROM complaint WHERE customer_id = ?))",
        (customer_id, customer_id),
    )
    return [row[0] for row in rows]


def _files(work: UnitOfWork, run: Any, customer_id: str) -> None:
    """Content goes; that there was a file, when and by whom it was added, stays."""
    for id_ in _attachments(run, customer_id):
        run("DELETE FROM attachment_part WHERE attachment_id = ?", (id_,))
        run(
            "UPDATE attachment SET name = ?, note = NULL, thumbnail = NULL, withdrawn_at = "
            "coalesce(withdrawn_at, ?), withdrawn_by = coalesce(withdrawn_by, ?), "
            "withdrawn_why = ? WHERE id = ?",
            (REMOVED, _kept(work), work.desk.actor.id, REMOVED, id_),
        )


def _kept(work: UnitOfWork) -> str:
    from frontdesk.models.base import kept_moment

    return kept_moment(work.now)


def _clear_change_sets(work: UnitOfWork, ids: set[str]) -> None:
    """Merges and imports that hold rows of the person can be undone no more."""
    for change_set in work.session.scalars(select(ChangeSet).where(ChangeSet.rows.is_not(None))):
        assert change_set.rows is not None
        held = zlib.decompress(change_set.rows).decode()
        if any(each in held for each in ids):
            change_set.rows = None
