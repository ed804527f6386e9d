"""Says what an entry is about in the words people use, for a page of entries at once."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from frontdesk.models.callback import Callback
from frontdesk.models.change_set import ChangeSet
from frontdesk.models.complaint import Complaint
from frontdesk.models.customer import Customer
from frontdesk.models.enums import ChangeSetKind
from frontdesk.models.journal import ImportBatch
from frontdesk.models.staff import StaffMember
from frontdesk.models.vehicle import Vehicle
from frontdesk.models.visit import Visit

_CHUNK = 500
_NAMES: Mapping[str, tuple[Any, ...]] = {
    "callback": (Callback.id, Callback.number),
    "complaint": (Complaint.id, Complaint.number),
    "customer": (Customer.id, Customer.number, Customer.name),
    "import_batch": (ImportBatch.id, ImportBatch.file_name),
    "staff": (StaffMember.id, StaffMember.name),
    "vehicle": (Vehicle.id, Vehicle.plate, Vehicle.vin),
    "visit": (Visit.id, Visit.number),
}
Named = Callable[[str, str], str]


def names_of(session: Session, subjects: Iterable[tuple[str, str]]) -> Named:
    """Names every ``(subject, id)`` of ``subjects``; one without a name goes by its id."""
    asked: dict[str, set[str]] = defaultdict(set)
    for subject, subject_id in subjects:
        asked[subject].add(subject_id)
    found: dict[tuple[str, str], str] = {}
    for subject, columns in _NAMES.items():
        ids = sorted(asked.get(subject, ()))
        for start in range(0, len(ids), _CHUNK):
            some = columns[0].in_(ids[start : start + _CHUNK])
            for row in session.execute(select(*columns).where(some)):
                found[subject, row[0]] = "  ".join(str(part) for part in row[1:] if part)
    found |= _merged_away(session, asked.get("customer", set()) - {id_ for _, id_ in found})

    def named(subject: str, subject_id: str) -> str:
        if subject == "statistics":
            return " – ".join(_DAY.findall(subject_id)) or subject_id
        return found.get((subject, subject_id), subject_id)

    return named


def _merged_away(session: Session, ids: set[str]) -> dict[tuple[str, str], str]:
    """Files that were merged into another one go by the number they had."""
    if not ids:
        return {}
    gone = func.json_extract(ChangeSet.told, "$.goes_id")
    rows = session.execute(
        select(gone, func.json_extract(ChangeSet.told, "$.goes")).where(
            ChangeSet.kind == ChangeSetKind.MERGE, gone.in_(sorted(ids)[:_CHUNK])
        )
    )
    return {("customer", id_): number for id_, number in rows}


def people(session: Session) -> dict[str, str]:
    """Names of everyone who has or had an account, by id."""
    rows = session.execute(select(StaffMember.id, StaffMember.name).order_by(StaffMember.name))
    return {row.id: row.name for row in rows}


def lines_of(detail: str, at_desk: Callable[[datetime], datetime]) -> tuple[tuple[str, str], ...]:
    """The details of an entry, one pair a line; what changed reads ``old → new``.

    Moments are kept in UTC; ``at_desk`` turns them into the desk's wall clock.
    """

    def shown(match: re.Match[str]) -> str:
        try:
            return f"{at_desk(datetime.fromisoformat(match[0])):%Y-%m-%d %H:%M:%S}"
        except (ValueError, OverflowError):
            return match[0]  # typed by someone, and no moment at all

    return tuple((key, _MOMENT.sub(shown, said)) for key, said in _lines(detail))


def _lines(detail: str) -> tuple[tuple[str, str], ...]:
    try:
        kept = json.loads(detail)
    except ValueError:
        return (("", detail),)
    if not isinstance(kept, dict):
        return (("", detail),)
    before, after = kept.get("before"), kept.get("after")
    lines: list[tuple[str, str]] = []
    if isinstance(before, dict) and isinstance(after, dict):
        lines += [
            (key, f"{_said(before.get(key))} → {_said(after.get(key))}")
            for key in after
            if before.get(key) != after.get(key)
        ]
        kept = {key: value for key, value in kept.items() if key not in {"before", "after"}}
    for key, value in kept.items():
        if isinstance(value, dict):
            lines += [(name, _said(part)) for name, part in value.items() if part not in _EMPTY]
        elif value not in _EMPTY:
            lines.append((key, _said(value)))
    return tuple(lines)


_MOMENT = re.compile(r"\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:\d\d)(?!\d)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_EMPTY: tuple[object, ...] = (None, "", [], {})


def _said(value: object) -> str:
    if value in _EMPTY:
        return "—"
    if isinstance(value, list):
        return ", ".join(_said(part) for part in value)
    if isinstance(value, dict):
        return ", ".join(f"{key} {_said(part)}" for key, part in value.items())
    return str(value)
