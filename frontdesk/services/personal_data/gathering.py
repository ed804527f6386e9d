"""Reads everything the store holds of one person, as typed values, table by table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from frontdesk.errors import NotFound
from frontdesk.models.base import Base
from frontdesk.models.staff import StaffMember

Record = Mapping[str, Any]

_OWN: tuple[tuple[str, str], ...] = (
    ("customer_phone", "customer_id"),
    ("contact_consent", "customer_id"),
    ("family_member", "customer_id"),
    ("customer_note", "customer_id"),
    ("former_number", "customer_id"),
    ("class_change", "customer_id"),
    ("customer_loss", "customer_id"),
    ("vehicle", "customer_id"),
    ("vehicle_ownership", "customer_id"),
    ("visit", "customer_id"),
    ("callback", "customer_id"),
    ("complaint", "customer_id"),
    ("outbox_message", "customer_id"),
    ("call_list_member", "customer_id"),
    ("routine_sheet", "customer_id"),
)
_BESIDE: tuple[tuple[str, str, str], ...] = (
    ("vehicle_driver", "vehicle_id", "vehicle"),
    ("visit_item", "visit_id", "visit"),
    ("visit_words", "visit_id", "visit"),
    ("visit_change", "visit_id", "visit"),
    ("damage_mark", "visit_id", "visit"),
    ("call_attempt", "callback_id", "callback"),
    ("call_answer", "callback_id", "callback"),
    ("complaint_entry", "complaint_id", "complaint"),
    ("complaint_action", "complaint_id", "complaint"),
)
_NO_DATA_OF_THE_PERSON = frozenset({"version", "progress", "thumbnail", "sha256", "payload"})
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Gathered:
    """One person's records by table, the customer's own first; ``files`` names what is attached."""

    number: str
    name: str
    tables: Mapping[str, tuple[Record, ...]]
    files: tuple[Record, ...]
    staff: Mapping[str, str]

    @property
    def records(self) -> int:
        """How many records there are."""
        return sum(map(len, self.tables.values())) + len(self.files)


def gather(session: Session, customer_id: str) -> Gathered:
    """All of one customer.

    Raises:
        NotFound: there is no such customer.
    """
    found: dict[str, tuple[Record, ...]] = {
        "customer": _rows(session, "customer", "id", (customer_id,))
    }
    if not found["customer"]:
        raise NotFound("record.not_found")
    for table, column in _OWN:
        found[table] = _rows(session, table, column, (customer_id,))
    for table, column, parent in _BESIDE:
        ids = [row["id"] for row in found[parent]]
        found[table] = _rows(session, table, column, ids)
    subjects = [row["id"] for parent in ("visit", "complaint") for row in found[parent]]
    files = tuple(
        row
        for row in _rows(session, "attachment", "subject_id", subjects)
        if row["withdrawn_at"] is None
    )
    staff = {row.id: row.name for row in session.execute(select(StaffMember.id, StaffMember.name))}
    [own] = found["customer"]
    tables = {table: rows for table, rows in found.items() if rows}
    return Gathered(own["number"], own["name"], tables, files, staff)


def _rows(session: Session, name: str, column: str, ids: Sequence[str]) -> tuple[Record, ...]:
    table = Base.metadata.tables[name]
    wanted = [each for each in table.columns if each.name not in _NO_DATA_OF_THE_PERSON]
    found: list[Record] = []
    for start in range(0, len(ids), _CHUNK):
        some = table.c[column].in_(ids[start : start + _CHUNK])
        rows = session.execute(select(*wanted).where(some).order_by(*table.primary_key.columns))
        found += [dict(row._mapping) for row in rows]
    return tuple(found)
