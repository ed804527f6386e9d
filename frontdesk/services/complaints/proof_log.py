"""The change log of a ticket: its entries of the audit trail with their seals."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from frontdesk.language import Language
from frontdesk.models.base import kept_moment
from frontdesk.models.journal import AuditEntry
from frontdesk.reports.inputs.proof import Logged
from frontdesk.services.audit import naming
from frontdesk.store.head import Head
from frontdesk.texts.audit import ACTS, DETAILS

_Before = aliased(AuditEntry)


@dataclass(frozen=True, slots=True)
class Sealed:
    """One entry exactly as it is sealed, with the seal before it; seals in hexadecimal."""

    sequence: int
    at: str
    staff_id: str | None
    action: str
    subject: str
    subject_id: str
    detail: str
    seal: str
    seal_before: str


def sealed_entries(session: Session, subjects: Mapping[str, Iterable[str]]) -> tuple[Sealed, ...]:
    """Every entry about these records (ids by subject), in the order of the chain."""
    found: list[Sealed] = []
    for subject, ids in subjects.items():
        rows = session.execute(
            select(AuditEntry, _Before.seal)
            .outerjoin(_Before, _Before.sequence == AuditEntry.sequence - 1)
            .where(AuditEntry.subject == subject, AuditEntry.subject_id.in_(list(ids)))
        )
        found += [_sealed(entry, before) for entry, before in rows]
    return tuple(sorted(found, key=lambda one: one.sequence))


def as_json(entries: Iterable[Sealed], names: Mapping[str, str], head: Head | None) -> bytes:
    """The log for machines: entries as sealed, who the ids are, the head of the chain."""
    kept = [asdict(entry) for entry in entries]
    staff = {each["staff_id"] for each in kept}
    told = {
        "entries": kept,
        "people": {key: name for key, name in names.items() if key in staff},
        "head": None if head is None else {"sequence": head.sequence, "seal": head.seal},
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def in_words(
    entry: Sealed,
    names: Mapping[str, str],
    language: Language,
    at_desk: Callable[[datetime], datetime],
) -> Logged:
    """The entry as a person reads it."""
    act = ACTS.get(entry.action)
    return Logged(
        sequence=entry.sequence,
        at=at_desk(datetime.fromisoformat(entry.at)),
        by=names.get(entry.staff_id or "", entry.staff_id or ""),
        act=act.in_(language) if act else entry.action,
        detail="\n".join(
            _line(key, said, language) for key, said in naming.lines_of(entry.detail, at_desk)
        ),
        seal=entry.seal,
    )


def _line(key: str, said: str, language: Language) -> str:
    name = DETAILS.get(key)
    shown = name.in_(language) if name else key
    return f"{shown}: {said}" if key else said


def _sealed(entry: AuditEntry, before: bytes | None) -> Sealed:
    return Sealed(
        sequence=entry.sequence,
        at=kept_moment(entry.at),
        staff_id=entry.staff_id,
        action=entry.action,
        subject=entry.subject,
        subject_id=entry.subject_id,
        detail=entry.detail,
        seal=(entry.seal or b"").hex(),
        seal_before=(before or b"").hex(),
    )
