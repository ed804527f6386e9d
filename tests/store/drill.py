"""A small store to back up and restore, and the hash of every row in it."""

from __future__ import annotations

import hashlib
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from frontdesk.store import keys, startup
from frontdesk.store.engine import connect
from frontdesk.store.files import DataFolder

KEY = bytes(range(32))
NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)
PASSWORD, SHEET = "right horse battery", keys.new_recovery_code()


def filled(root: Path, *, rows: int = 200, said: str = "粤B12345") -> DataFolder:
    """A store with some rows, an account ``admin`` and a recovery sheet."""
    folder = DataFolder(root)
    root.mkdir()
    startup.create_store(folder, KEY).close()
    slots = keys.KeyFile(check=keys.check_value(KEY))
    slots.add("admin", PASSWORD, KEY)
    slots.add(keys.RECOVERY_SLOT, SHEET, KEY)
    slots.save(folder)
    with closing(connect(folder.database, KEY)) as connection:
        connection.execute("BEGIN")
        connection.executemany(
            "INSERT INTO setting VALUES (?, ?)", [(f"{said} {n}", f'"{said}"') for n in range(rows)]
        )
        connection.execute("COMMIT")
    return folder


def row_hashes(folder: DataFolder, key: bytes = KEY) -> dict[str, str]:
    """Every table of the store (search indexes too) with one hash over all of its rows."""
    hashes = {}
    with closing(connect(folder.database, key)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        for (table,) in tables.fetchall():
            sha = hashlib.sha256()
            lines = sorted(repr(row) for row in connection.execute(f'SELECT * FROM "{table}"'))
            for line in lines:
                sha.update(line.encode() + b"\n")
            hashes[str(table)] = f"{len(lines)} {sha.hexdigest()}"
    return hashes
