"""Opening: look at the version → refuse what is newer → back up → migrate → only then write."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from frontdesk.errors import EnvironmentFault
from frontdesk.store import backup, migrate, seals
from frontdesk.store.engine import APPLICATION_ID, connect, make_engine, tune
from frontdesk.store.files import DataFolder
from frontdesk.store.store import Store, fault_of


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


def open_store(folder: DataFolder, key: bytes, now: datetime) -> Store:
    """Open the store with its data key, bringing an older one up to date after a checked backup.

    Args:
        folder: where the dealership's data lies.
        key: the 32-byte data key.
        now: names the backup made before an upgrade.

    Raises:
        EnvironmentFault: missing, damaged, not this program's, or written by a newer program; in
            each case nothing was written.
    """
    if not folder.database.exists():
        raise EnvironmentFault("store.missing", path=str(folder.database))
    revision = look(folder.database, key)
    if revision != migrate.head():
        if revision not in migrate.known():
            raise EnvironmentFault("store.newer", path=str(folder.database))
        backup.make(folder, key, now, why=f"before-upgrade-{revision or 'empty'}")
    engine = make_engine(folder.database, key)
    if revision != migrate.head():
        migrate.upgrade(engine, then=lambda connection: seals.begin(connection, key))
    return Store(folder, engine, key)


def look(path: Path, key: bytes) -> str | None:
    """The schema revision of the file, read without writing a byte of it.

    Raises:
        EnvironmentFault: the file is damaged or not this program's.
    """
    try:
        connection = connect(path, key)
    except dbapi2.Error as error:
        raise fault_of(error) or EnvironmentFault("store.damaged") from error
    try:
        connection.execute("PRAGMA query_only=ON")
        if _single(connection, "PRAGMA application_id") != APPLICATION_ID:
            raise EnvironmentFault("store.foreign", path=str(path))
        found = _single(
            connection, "SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'"
        )
        if not found:
            return None
        revision = _single(connection, "SELECT max(version_num) FROM alembic_version")
        return None if revision is None else str(revision)
    except dbapi2.Error as error:
        raise fault_of(error) or EnvironmentFault("store.damaged") from error
    finally:
        connection.close()


def _single(connection: Any, statement: str) -> Any:
    row = connection.execute(statement).fetchone()
    return None if row is None else row[0]
