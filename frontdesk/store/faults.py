"""What the surroundings did wrong, as the driver tells it, and what must not be used again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from frontdesk.errors import EnvironmentFault
from frontdesk.store.engine import connect

_CHUNK = 1 << 20

_FAULTS = {
    "SQLITE_FULL": "store.disk_full",
    "disk is full": "store.disk_full",
    "SQLITE_IOERR": "store.io_error",
    "disk I/O error": "store.io_error",
    "SQLITE_BUSY": "store.busy",
    "database is locked": "store.busy",
    "SQLITE_READONLY": "store.read_only",
    "readonly database": "store.read_only",
    "SQLITE_CORRUPT": "store.damaged",
    "malformed": "store.damaged",
    "SQLITE_NOTADB": "store.damaged",
    "not a database": "store.damaged",
    "SQLITE_CANTOPEN": "store.io_error",
    "unable to open": "store.io_error",
}


def fault_of(error: BaseException | None) -> EnvironmentFault | None:
    """The fault of the surroundings behind a driver error, or ``None`` where it is our own."""
    name = str(getattr(error, "sqlite_errorname", "")) or str(error)
    for sign, code in _FAULTS.items():
        if sign in name:
            return EnvironmentFault(code)
    return None


def drop_spoilt(context: Any) -> None:
    """For the engine's ``handle_error``: a connection that met a fault of the device is closed.

    The cipher refuses every page on a connection once one page could not be read on it, also when
    the device is long well again; only a new connection reads them.
    """
    fault = fault_of(context.original_exception)
    if fault is not None and fault.code != "store.busy":
        context.is_disconnect = True
        context.invalidate_pool_on_disconnect = True


def second_look(path: Path, key: bytes) -> EnvironmentFault:
    """What is behind a page that did not pass its check: damage, or a device that failed to read.

    To the cipher both look alike. All is read again: only what is then still wrong is damaged.
    """
    try:
        with path.open("rb") as file:
            while file.read(_CHUNK):
                pass
        connection = connect(path, key)
        try:
            # Page by page as they are in force: the log may hide some of the file's.
            found = connection.execute("PRAGMA quick_check(1)").fetchone()
        finally:
            connection.close()
    except OSError:
        return EnvironmentFault("store.io_error")
    except dbapi2.Error as error:
        return fault_of(error) or EnvironmentFault("store.damaged")
    return EnvironmentFault("store.io_error" if found[0] == "ok" else "store.damaged")
