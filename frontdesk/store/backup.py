"""Backups: copied by the engine's online backup, checked, fsynced and only then named."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from sqlcipher3 import dbapi2

from frontdesk.errors import EnvironmentFault
from frontdesk.store.engine import connect
from frontdesk.store.files import DataFolder, sync_folder


def make(folder: DataFolder, key: bytes, now: datetime, why: str) -> Path:
    """Copy store and key file into ``backups/``; the copy is opened and checked before it counts.

    Returns:
        The backup's database file, ``frontdesk-<UTC time>-<why>.db``; its key file lies beside it.

    Raises:
        EnvironmentFault: the copy could not be made or did not prove sound; nothing was named.
    """
    folder.backups.mkdir(parents=True, exist_ok=True)
    stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    target = folder.backups / f"frontdesk-{stamp}-{why}.db"
    aside = target.with_suffix(".part")
    aside.unlink(missing_ok=True)
    try:
        source = connect(folder.database, key)
        copy = connect(aside, key, create=True)
        try:
            source.backup(copy)
            faults = damages(copy)
        finally:
            copy.close()
            source.close()
        if faults:
            raise EnvironmentFault("store.damaged", path=str(folder.database))
        with aside.open("rb+") as file:
            os.fsync(file.fileno())
        target.with_suffix(".keys.json").write_bytes(folder.keys.read_bytes())
        aside.replace(target)
        sync_folder(folder.backups)
    except (OSError, dbapi2.Error) as error:
        aside.unlink(missing_ok=True)
        raise EnvironmentFault("store.backup_failed", path=str(folder.backups)) from error
    return target


def newest(folder: DataFolder) -> datetime | None:
    """When the newest backup was made (UTC), or ``None`` where there is none."""
    times = [path.stat().st_mtime for path in folder.backups.glob("frontdesk-*.db")]
    return datetime.fromtimestamp(max(times), UTC) if times else None


def damages(connection: dbapi2.Connection) -> list[str]:
    """What is wrong with the open file: page HMACs, structure, foreign keys. Empty means sound."""
    found = [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check")]
    found += [
        str(row[0]) for row in connection.execute("PRAGMA integrity_check(100)") if row[0] != "ok"
    ]
    found += [
        f"foreign key of {row[0]} row {row[1]}"
        for row in connection.execute("PRAGMA foreign_key_check")
    ]
    return found
