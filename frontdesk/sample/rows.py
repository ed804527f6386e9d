"""Rows waiting to be written, table by table, in the order their references need."""

from __future__ import annotations

from datetime import tzinfo
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from frontdesk.models.all import (
    Base,
    CallAnswer,
    CallAttempt,
    Callback,
    Complaint,
    ComplaintEntry,
    Customer,
    CustomerNote,
    CustomerPhone,
    Vehicle,
    VehicleOwnership,
    Visit,
    VisitItem,
)

_ORDER: tuple[type[Base], ...] = (
    Customer,
    CustomerPhone,
    CustomerNote,
    Vehicle,
    VehicleOwnership,
    Visit,
    VisitItem,
    Callback,
    CallAttempt,
    CallAnswer,
    Complaint,
    ComplaintEntry,
)
_NUMBERED: dict[type[Base], tuple[str, str]] = {
    Customer: ("K", "created_at"),
    Visit: ("V", "opened_at"),
    Callback: ("H", "created_at"),
    Complaint: ("C", "registered_at"),
}
"""What has a running number: its prefix, and the moment at which the desk would have given it."""


class Numbers:
    """Running numbers per kind and year, in the order of time, as the desk would have given them.

    ``zone`` decides in which year a moment lies.
    """

    def __init__(self, zone: tzinfo | None) -> None:
        self.last: dict[tuple[str, int], int] = {}
        self._zone = zone

    def give(self, table: type[Base], rows: list[dict[str, Any]]) -> None:
        """Number ``rows`` of ``table``; nothing where it has no numbers."""
        if table not in _NUMBERED:
            return
        prefix, moment = _NUMBERED[table]
        for row in sorted(rows, key=lambda row: row[moment]):
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
        for table, rows in self._rows.items():
            if not rows:
                continue
            self._numbers.give(table, rows)
            # One statement needs the same columns in every row.
            columns = sorted(set().union(*rows))
            session.connection().execute(
                insert(table), [{name: row.get(name) for name in columns} for row in rows]
            )
            rows.clear()
