"""The open store: sessions for reading and for writing."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from threading import Lock
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2

from frontdesk.store import head, seals
from frontdesk.store.engine import connect, tune
from frontdesk.store.faults import drop_spoilt, fault_of, second_look
from frontdesk.store.files import DataFolder
from frontdesk.store.head import Head

__all__ = ["Ending", "Store", "fault_of"]

_log = logging.getLogger(__name__)

Ending = Callable[[Session], Head | None]
"""Called once before the commit: enters and seals what was noted, and answers the new head."""


class Store:
    """One dealership's data, unlocked. Thread-safe: every call takes a connection of its own."""

    def __init__(self, folder: DataFolder, engine: Engine, key: bytes) -> None:
        self.folder = folder
        self.engine = engine
        self.key = key
        event.listen(engine, "handle_error", drop_spoilt)
        self._writer = engine.execution_options(writes=True)
        self._last: Head | None = None
        self._heads = Lock()

    @cached_property
    def seal_key(self) -> bytes:
        """The key the audit trail is sealed with."""
        return seals.seal_key(self.key)

    @property
    def head(self) -> Head | None:
        """The newest entry of the audit trail; ``None`` before the first."""
        with self._faults_named(), self._fresh() as connection:
            return seals.head_of(connection)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session over one consistent moment of the store; whatever it changes is dropped."""
        with self._faults_named(), Session(self.engine, autoflush=False) as session:
            yield session

    @contextmanager
    def writing(self, ending: Ending | None = None) -> Iterator[Session]:
        """A session in one ``BEGIN IMMEDIATE`` transaction: commits at the end, or not at all.

        A commit that fails may have become durable all the same. With ``ending`` the store is
        asked, on a fresh connection, for the act's last seal: if it is there the act is kept.
        """
        sealed: Head | None = None
        with self._faults_named():
            try:
                with Session(self._writer) as session, session.begin():
                    yield session
                    session.flush()
                    sealed = None if ending is None else ending(session)
            except DatabaseError:
                if sealed is None or not self._kept(sealed):
                    raise
        if sealed is not None:
            self._remember(sealed)

    def close(self) -> None:
        """Give the file back."""
        self.engine.dispose()
        if self._last is not None:
            self._write_head(self._last, durable=True)

    def _remember(self, sealed: Head) -> None:
        with self._heads:
            # Two writers commit in order but may come here in another.
            if self._last is None or sealed.sequence > self._last.sequence:
                self._last = sealed
                self._write_head(sealed)

    def _write_head(self, sealed: Head, *, durable: bool = False) -> None:
        try:
            head.write(self.folder, sealed, durable=durable)
        except OSError as error:
            # The act itself is kept and was acknowledged; an older head still holds.
            _log.info("the head of the audit trail was not written: %s", error)

    def _kept(self, sealed: Head) -> bool:
        """Whether the act is in the store, and durable: it may be read and not be on the disk."""
        with suppress(dbapi2.Error), self._fresh() as connection:
            if seals.anchored(connection, sealed):
                # What could not be synced may be forgotten by a later sync that succeeds. What was
                # moved into the file has been written anew, and synced there.
                moving = connection.execute("PRAGMA wal_checkpoint(FULL)").fetchone()
                busy, pages, moved = moving
                return not busy and pages == moved
        return False

    @contextmanager
    def _faults_named(self) -> Iterator[None]:
        """Turn what the surroundings did wrong into words; what we did wrong stays a bug."""
        try:
            yield
        except (DatabaseError, dbapi2.Error) as error:
            fault = fault_of(error.orig if isinstance(error, DatabaseError) else error)
            if fault is None:
                raise
            if fault.code == "store.damaged":
                fault = second_look(self.folder.database, self.key)
            raise fault from error

    @contextmanager
    def _fresh(self) -> Iterator[Any]:
        """A driver connection of its own, outside the pool."""
        connection = connect(self.folder.database, self.key)
        try:
            tune(connection)
            yield connection
        finally:
            connection.close()
