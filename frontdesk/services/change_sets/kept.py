"""A change set as it lies in the store: compressed JSON, and what to call it."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass, field
from typing import Any

from frontdesk.errors import UserError
from frontdesk.models.change_set import ChangeSet
from frontdesk.models.enums import ChangeSetKind
from frontdesk.services.change_sets.recording import Event, Row
from frontdesk.services.desk import UnitOfWork

_FORMAT = 1
_QUICK = 1
"""Names of columns come back again and again: more work makes little of it smaller."""


@dataclass(frozen=True, slots=True)
class Content:
    """The rows of a change set; ``stayed`` names rows that were there and were left alone."""

    events: tuple[Event, ...]
    stayed: tuple[tuple[str, Row], ...] = ()
    people: frozenset[str] = field(default_factory=frozenset)
    """Ids of the customers whose data it holds."""


def add(
    work: UnitOfWork, id_: str, kind: ChangeSetKind, subject_id: str, told: dict[str, Any]
) -> ChangeSet:
    """A change set of the act under way, its rows to be filled in at the act's end."""
    kept = ChangeSet(
        id=id_,
        kind=kind,
        at=work.now,
        by=work.desk.actor.id,
        subject_id=subject_id,
        told=json.dumps(told, ensure_ascii=False, sort_keys=True),
    )
    work.session.add(kept)
    work.session.flush()
    return kept


def mark_undone(work: UnitOfWork, kept: ChangeSet) -> None:
    """It is taken back now: its rows are let go, what was read before is read anew."""
    kept.undone_at, kept.undone_by = work.now, work.desk.actor.id
    kept.rows = None
    work.session.flush()
    work.session.expire_all()


def packed(content: Content) -> bytes:
    """``content`` as it is kept."""
    plain = {
        "format": _FORMAT,
        "events": content.events,
        "stayed": [list(each) for each in content.stayed],
        "people": sorted(content.people),
    }
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode(), _QUICK)


def unpacked(rows: bytes | None) -> Content:
    """What :func:`packed` kept.

    Raises:
        UserError: ``change_set.gone``, when it cannot be taken back any more.
    """
    if rows is None:
        raise UserError("change_set.gone")
    plain = json.loads(zlib.decompress(rows))
    return Content(
        tuple(Event(*each) for each in plain["events"]),
        tuple((table, key) for table, key in plain["stayed"]),
        frozenset(plain["people"]),
    )


def told(kept: ChangeSet) -> dict[str, Any]:
    """What to call it."""
    found: dict[str, Any] = json.loads(kept.told)
    return found
