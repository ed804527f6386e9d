"""Rows waiting to be written, table by table, in the order their references need."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo
from operator import itemgetter
from typing import Any

from sqlalchemy import Dialect
from sqlalchemy.orm import Session
from sqlalchemy.types import TypeEngine

from frontdesk.models.all import (
    Attachment,
    AttachmentPart,
    Base,
    CallAnswer,
    CallAttempt,
    Callback,
    CallList,
    CallListMember,
    Complaint,
    ComplaintAction,
    ComplaintEntry,
    ComplaintPenalty,
    ContactConsent,
    Customer,
    CustomerNote,
    CustomerPhone,
    DamageMark,
    FamilyMember,
    Phrase,
    PriceItem,
    Vehicle,
    VehicleDriver,
    VehicleOwnership,
    Visit,
    VisitItem,
)

_ORDER: tuple[type[Base], ...] = (
    Customer,
    CustomerPhone,
    CustomerNote,
    FamilyMember,
    ContactConsent,
    Vehicle,
    VehicleOwnership,
    VehicleDriver,
    Visit,
    VisitItem,
    DamageMark,
    PriceItem,
    Phrase,
    CallList,
    CallListMember,
    Callback,
    CallAttempt,
    CallAnswer,
    Complaint,
    ComplaintEntry,
    ComplaintAction,
    ComplaintPenalty,
    Attachment,
    AttachmentPart,
)
_NUMBERED: dict[type[Base], tuple[str, str]] = {
    Customer: ("K", "created_at"),
    Visit: ("V", "opened_at"),
    Callback: ("H", "created_at"),
    Complaint: ("C", "registered_at"),
}
"""What has a running number: its prefix, and the moment at which the desk would have given it."""
_HAPPENED: dict[type[Base], str] = {
    **{table: moment for table, (_, moment) in _NUMBERED.items()},
    CallAttempt: "started_at",
    ComplaintEntry: "at",
    ComplaintAction: "set_at",
    ComplaintPenalty: "set_at",
    Attachment: "added_at",
}
"""When a row came to be: a desk writes day after day, not customer after customer."""
_BELONGS: dict[type[Base], str] = {
    VisitItem: "visit_id",
    CallAnswer: "callback_id",
    AttachmentPart: "attachment_id",
}
"""What has no moment of its own stands in the order of what it belongs to."""


class Numbers:
    """Running numbers per kind and year, in the order of time, as the desk would have given them.

    ``zone`` decides in which year a moment lies.
    """

    def __init__(self, zone: tzinfo | None) -> None:
        self.last: dict[tuple[str, int], int] = {}
        self._zone = zone

    def give(self, table: type[Base], rows: Sequence[dict[str, Any]]) -> None:
        """Number ``rows`` of ``table``, sorted by time; nothing where it has no numbers."""
        if table not in _NUMBERED:
            return
        prefix, moment = _NUMBERED[table]
        for row in rows:
            year = row[moment].astimezone(self._zone).year
            count = self.last.get((prefix, year), 0) + 1
            self.last[prefix, year] = count
            row["number"] = f"{prefix}-{year}-{count:06d}"


class Rows:
    """Collects rows as plain mappings; written in bulk, far faster than mapped objects."""

    def __init__(self, numbers: Numbers) -> None:
        self._numbers = numbers
        self._rows: dict[type[Base], list[dict[str, Any]]] = {table: [] for table in _ORDER}

    def add(self, table: type[Base], **values: Any) -> dict[str, Any]:
        """Queue one row; the mapping may still be completed before ``write``."""
        self._rows[table].append(values)
        return values

    def write(self, session: Session) -> None:
        """Insert everything queued, parents before children, and start afresh."""
        session.flush()
        connection = session.connection()
        places: dict[str, int] = {}
        for table, rows in self._rows.items():
            if not rows:
                continue
            if table in _HAPPENED:
                rows.sort(key=itemgetter(_HAPPENED[table]))
                places.update((row["id"], at) for at, row in enumerate(rows))
            elif table in _BELONGS:
                whose = _BELONGS[table]
                rows.sort(key=lambda row: places[row[whose]])
            self._numbers.give(table, rows)
            statement, given = _insert(table, rows, connection.dialect)
            connection.exec_driver_sql(statement, given)
            rows.clear()


def _insert(
    table: type[Base], rows: Sequence[dict[str, Any]], dialect: Dialect
) -> tuple[str, list[tuple[Any, ...]]]:
    """One statement and its values; every row gets the columns any of them has."""
    types = {column.name: column.type for column in table.__table__.columns}
    names = sorted(set().union(*rows))
    places = ", ".join("?" * len(names))
    quoted = ", ".join(f'"{name}"' for name in names)
    statement = f'INSERT INTO "{table.__tablename__}" ({quoted}) VALUES ({places})'  # noqa: S608
    kept = [_stored([row.get(name) for row in rows], types[name], dialect) for name in names]
    return statement, list(zip(*kept, strict=True))


def _stored(values: list[Any], kind: TypeEngine[Any], dialect: Dialect) -> list[Any]:
    """A column's values as its type keeps them."""
    process = kind.dialect_impl(dialect).bind_processor(dialect)
    return values if process is None else [None if v is None else process(v) for v in values]
