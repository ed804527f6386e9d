"""Opening: look, touching nothing → refuse what is not sound or newer → back up → migrate."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from frontdesk.errors import EnvironmentFault
from frontdesk.models.journal import AuditHead
from frontdesk.store import backup, head, migrate, seals
from frontdesk.store.engine import APPLICATION_ID, connect, make_engine, tune
from frontdesk.store.files import DataFolder
from frontdesk.store.glance import glance_at_file, probe
from frontdesk.store.head import Head
from frontdesk.store.looking import looking
from frontdesk.store.restored import note_restored
from frontdesk.store.store import Store, fault_of

Told = Callable[[int, int], None]
"""Hears how many of how many steps of an upgrade are done."""


def create_store(folder: DataFolder, key: bytes) -> Store:
    """Make a new, empty store in ``folder``; an existing one is never overwritten.

    Raises:
        EnvironmentFault: there is a store already, or the folder cannot be written.
    """
    if folder.database.exists():
        raise EnvironmentFault("store.exists", path=str(folder.root))
    connection = connect(folder.database, key, create=True)
    try:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        tune(connection)
    finally:
        connection.close()
    engine = make_engine(folder.database, key)
    migrate.upgrade(engine, then=lambda connection: seals.begin(connection, key))
    return Store(folder, engine, key)


def open_store(folder: DataFolder, key: bytes, now: datetime, told: Told | None = None) -> Store:
    """Open the store with its data key, bringing an older one up to date after a checked backup.

    Args:
        folder: where the dealership's data lies.
        key: the 32-byte data key.
        now: names the backup made before an upgrade.
        told: hears how far an upgrade is; of an ordinary day it hears nothing.

    Raises:
        EnvironmentFault: what stands against it, by code: ``store.missing`` ``empty`` ``header``
            ``foreign`` ``newer`` ``damaged`` ``rolled_back`` ``unreadable`` ``read_only_folder``
            ``no_room``; in each case nothing was written.
    """
    fault = glance_at_file(folder)
    if fault is not None:
        raise fault
    revision = look(folder.database, key, head.read(folder))
    if revision not in migrate.known():
        raise EnvironmentFault("store.newer", path=str(folder.database))
    fault = probe(folder)
    if fault is not None:
        raise fault
    steps = _Steps(1 + migrate.steps(revision), told)
    old = revision != migrate.head()
    if old:
        steps.tell()
        backup.make(folder, key, now, why=f"before-upgrade-{revision or 'empty'}")
        steps.one_more()
    engine = make_engine(folder.database, key)
    if old:
        migrate.upgrade(
            engine,
            then=lambda connection: seals.begin(connection, key),
            applied=steps.one_more,
        )
    store = Store(folder, engine, key)
    note_restored(store, now)
    return store


class _Steps:
    """The backup and each revision, told as they are done."""

    def __init__(self, all_of_them: int, told: Told | None) -> None:
        self._all, self._told, self._done = all_of_them, told, 0

    def tell(self) -> None:
        if self._told is not None:
            self._told(self._done, self._all)

    def one_more(self) -> None:
        self._done += 1
        self.tell()


def look(path: Path, key: bytes, kept: Head | None = None) -> str | None:
    """The schema revision of the file, read without writing a byte of it.

    Costs a few pages, whatever the size: head, schema, end of the audit trail. The whole is read
    by ``check``.

    Args:
        path: the encrypted file.
        key: its data key.
        kept: the newest entry of the audit trail as remembered beside the file; it must be there.

    Raises:
        EnvironmentFault: the file is missing, damaged, not this program's, or lacks work that was
            acknowledged.
    """
    try:
        with looking(path, key) as connection:
            if _single(connection, "PRAGMA application_id") != APPLICATION_ID:
                raise EnvironmentFault("store.foreign", path=str(path))
            tables = {
                str(row[0])
                for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            }
            if not tables:
                # It got its tables before anyone got a key: they were in a log that is gone.
                raise EnvironmentFault("store.damaged", path=str(path))
            revision = _single(connection, "SELECT max(version_num) FROM alembic_version")
            if kept is not None:
                _prove_head(connection, kept, path, sealed=AuditHead.__tablename__ in tables)
            return None if revision is None else str(revision)
    except dbapi2.Error as error:
        raise fault_of(error) or EnvironmentFault("store.damaged", path=str(path)) from error


def _prove_head(connection: Any, kept: Head, path: Path, *, sealed: bool) -> None:
    if sealed and seals.anchored(connection, kept):
        return
    newest = seals.head_of(connection) if sealed else None
    raise EnvironmentFault(
        "store.rolled_back",
        path=str(path),
        sequence=kept.sequence,
        newest=0 if newest is None else newest.sequence,
    )


def _single(connection: Any, statement: str) -> Any:
    row = connection.execute(statement).fetchone()
    return None if row is None else row[0]
