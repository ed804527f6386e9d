"""The chain over the audit trail: each entry is sealed over its content and the seal before it.

A seal is an HMAC-SHA256 under a key derived from the data key. Changing, deleting, inserting,
swapping or renumbering entries breaks the chain at that place; cutting its tail is told by the head
kept in the store, beside it (``store.head``), in every backup and on every printed daily sheet.
Entries written before there were seals are covered by the seal the chain begins with.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, insert, select, update

from frontdesk.errors import EnvironmentFault
from frontdesk.models.base import kept_moment
from frontdesk.models.journal import AuditEntry, AuditHead
from frontdesk.store.head import Head

BACKWARD = "clock.backward"
"""Noted before an act whose clock stands behind the entry before it."""
RESTORED = "store.restore"
"""Noted when a store is opened after an older state was put back."""
TOLERATED = timedelta(minutes=2)
"""A clock set right by so much is no jump."""
_MOST_FAULTS = 50
_TOLD_EVERY = 5_000

Told = Callable[[int, int], None]
"""Told (entries read, entries there are); may raise to stop."""
Row = tuple[Any, ...]
"""What is sealed, as kept: sequence, at, staff_id, action, subject, subject_id, detail."""

_BEYOND = 2**63 - 1
_ROWS_BEFORE = """SELECT sequence, at, staff_id, action, subject, subject_id, detail
    FROM audit_entry WHERE sequence < ? ORDER BY sequence"""
_SEALED_ROWS = """SELECT seal, sequence, at, staff_id, action, subject, subject_id, detail
    FROM audit_entry WHERE sequence >= ? ORDER BY sequence"""
_FIRST_SEALED = "SELECT sequence FROM audit_entry WHERE seal IS NOT NULL ORDER BY sequence LIMIT 1"
_HEAD = select(
    AuditHead.sequence,
    AuditHead.seal,
    AuditHead.at,
    select(func.max(AuditEntry.sequence)).scalar_subquery().label("newest"),
)
GUARDS = {
    name: " ".join(sql.split())
    for name, sql in {
        "audit_entry_never_changes": """CREATE TRIGGER audit_entry_never_changes
            BEFORE UPDATE ON audit_entry
            BEGIN SELECT RAISE(ABORT, 'an audit entry is never changed'); END""",
        "audit_entry_never_goes": """CREATE TRIGGER audit_entry_never_goes
            BEFORE DELETE ON audit_entry
            BEGIN SELECT RAISE(ABORT, 'an audit entry is never deleted'); END""",
        "audit_entry_is_sealed": """CREATE TRIGGER audit_entry_is_sealed
            BEFORE INSERT ON audit_entry WHEN new.seal IS NULL
            BEGIN SELECT RAISE(ABORT, 'an audit entry is never unsealed'); END""",
        "audit_head_never_goes": """CREATE TRIGGER audit_head_never_goes
            BEFORE DELETE ON audit_head
            BEGIN SELECT RAISE(ABORT, 'the head of the audit trail is never deleted'); END""",
        "audit_head_only_forward": """CREATE TRIGGER audit_head_only_forward
            BEFORE UPDATE ON audit_head WHEN new.sequence <= old.sequence
            BEGIN SELECT RAISE(ABORT, 'the head of the audit trail never goes back'); END""",
    }.items()
}
"""The triggers that hold the trail, as the store must have them, by name."""


class Note(NamedTuple):
    """One act to be entered; ``detail`` is a JSON object."""

    at: datetime
    staff_id: str | None
    action: str
    subject: str
    subject_id: str
    detail: str


def seal_key(data_key: bytes) -> bytes:
    """The key of the seals: derived, so that no seal ever says anything about the data key."""
    return hmac.digest(data_key, b"frontdesk audit seal 1", "sha256")


def seal_of(key: bytes, before: bytes, row: Row) -> bytes:
    """The seal of one entry; ``key`` is that of :func:`seal_key`."""
    return hmac.digest(key, before + json.dumps(row).encode(), "sha256")


def begin(connection: Connection, data_key: bytes) -> None:
    """Begin the chain, over all entries that were written before there were seals."""
    if connection.scalar(select(func.count()).select_from(AuditHead)):
        return
    older = connection.exec_driver_sql(_ROWS_BEFORE, (_BEYOND,))
    last, seal = _beginning(seal_key(data_key), older)
    connection.execute(insert(AuditHead).values(id=1, sequence=last, seal=seal, at=None))


def append(connection: Connection, key: bytes, notes: Sequence[Note]) -> Head | None:
    """Enter ``notes`` sealed, in one statement, and move the head; ``None`` if there are none.

    Runs inside the writer's transaction, just before its commit: nobody else can append meanwhile.

    Raises:
        EnvironmentFault: the store has no head to go on from; it was taken away.
    """
    if not notes:
        return None
    found = connection.execute(_HEAD).one_or_none()
    if found is None:
        raise EnvironmentFault("store.damaged", detail="audit_head")
    if found.at is not None and notes[0].at < found.at - TOLERATED:
        notes = [_set_back(found.at, notes[0]), *notes]
    # A number somebody smuggled in is never taken twice: the check tells of it, work goes on.
    last, seal = max(found.sequence, found.newest or 0), found.seal
    rows: list[dict[str, Any]] = []
    for note in notes:
        last += 1
        seal = seal_of(key, seal, _row(last, note))
        rows.append({"sequence": last, **note._asdict(), "seal": seal})
    connection.execute(insert(AuditEntry), rows)
    connection.execute(update(AuditHead).values(sequence=last, seal=seal, at=notes[-1].at))
    return Head(last, seal.hex())


def newest(connection: Connection) -> Head | None:
    """The newest sealed entry, inside a transaction; ``None`` before the first."""
    found = connection.execute(select(AuditHead)).one_or_none()
    return None if found is None or found.at is None else Head(found.sequence, found.seal.hex())


def verify(connection: Any, data_key: bytes, told: Told | None = None) -> list[str]:
    """Everything wrong with the chain, technically; empty means not one entry was touched.

    Args:
        connection: a driver connection to the store.
        data_key: the store's data key.
        told: see :data:`Told`.
    """
    key = seal_key(data_key)
    faults = _guards_gone(connection)
    head = connection.execute("SELECT sequence, seal, at FROM audit_head").fetchone()
    if head is None:
        return [*faults, "audit_head is missing"]
    (total,) = connection.execute("SELECT count(*) FROM audit_entry").fetchone()
    (first,) = connection.execute(_FIRST_SEALED).fetchone() or (_BEYOND,)
    last, seal = _beginning(key, connection.execute(_ROWS_BEFORE, (first,)))
    at: str | None = None
    for done, (kept, *content) in enumerate(connection.execute(_SEALED_ROWS, (first,)), 1):
        row = tuple(content)
        if row[0] != last + 1:
            faults.append(f"audit entry {row[0]} follows {last}")
        if kept != seal_of(key, seal, row):
            faults.append(f"audit entry {row[0]} is not as it was sealed")
        if len(faults) >= _MOST_FAULTS:
            return [*faults, "…"]
        last, at, seal = row[0], row[1], kept or b""
        if told is not None and done % _TOLD_EVERY == 0:
            told(done, total)
    if tuple(head) != (last, seal, at):
        faults.append(f"the audit trail ends with {last}, its head is {head[0]}")
    return faults


def anchored(connection: Any, head: Head) -> bool:
    """Whether the chain holds ``head``: what was acknowledged then is all still there."""
    row = connection.execute(
        "SELECT seal FROM audit_entry WHERE sequence = ?", (head.sequence,)
    ).fetchone()
    return row is not None and row[0] is not None and bytes(row[0]).hex() == head.seal


def head_of(connection: Any) -> Head | None:
    """The head kept in the store of a driver connection; ``None`` before the first sealed entry."""
    row = connection.execute("SELECT sequence, seal, at FROM audit_head").fetchone()
    return None if row is None or row[2] is None else Head(row[0], bytes(row[1]).hex())


def _beginning(key: bytes, older: Iterable[Sequence[Any]]) -> tuple[int, bytes]:
    """The number the chain goes on from, and the seal it begins with."""
    digest = hmac.new(key, b"frontdesk audit begin", "sha256")
    last = 0
    for row in older:
        last = int(row[0])
        digest.update(json.dumps(tuple(row)).encode() + b"\n")
    return last, digest.digest()


def _row(sequence: int, note: Note) -> Row:
    return sequence, kept_moment(note.at), *note[1:]


def _set_back(newest: datetime, note: Note) -> Note:
    detail = json.dumps({"from": kept_moment(newest), "to": kept_moment(note.at)})
    return Note(note.at, note.staff_id, BACKWARD, "store", "", detail)


def _guards_gone(connection: Any) -> list[str]:
    found = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    there = {str(name): " ".join(str(sql).split()) for name, sql in found}
    return [
        f"trigger {name} is missing or altered"
        for name, sql in GUARDS.items()
        if there.get(name) != sql
    ]
