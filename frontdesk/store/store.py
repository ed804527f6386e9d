"""The open store: sessions for reading and for writing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from frontdesk.errors import EnvironmentFault
from frontdesk.store.files import DataFolder


class Store:
    """One dealership's data, unlocked. Thread-safe: every call takes a connection of its own."""

    def __init__(self, folder: DataFolder, engine: Engine, key: bytes) -> None:
        self.folder = folder
        self.engine = engine
        self.key = key
        self._writer = engine.execution_options(writes=True)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session over one consistent moment of the store; whatever it changes is dropped."""
        with _faults_named(), Session(self.engine, autoflush=False) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session in one ``BEGIN IMMEDIATE`` transaction: commits at the end, or not at all."""
        with _faults_named(), Session(self._writer) as session, session.begin():
            yield session

    def close(self) -> None:
        """Give the file back."""
        self.engine.dispose()


@contextmanager
def _faults_named() -> Iterator[None]:
    """Turn what the surroundings did wrong into words; what we did wrong stays a bug."""
    try:
        yield
    except DatabaseError as error:
        fault = fault_of(error.orig)
        if fault is None:
            raise
        raise fault from error


def fault_of(error: BaseException | None) -> EnvironmentFault | None:
    """The fault of the surroundings behind a driver error, or ``None`` where it is our own."""
    name = str(getattr(error, "sqlite_errorname", "")) or str(error)
    for sign, code in _FAULTS.items():
        if sign in name:
            return EnvironmentFault(code)
    return None


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
