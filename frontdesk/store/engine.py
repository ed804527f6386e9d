"""Opens the encrypted file as an SQLAlchemy engine with the pragmas that make a save durable."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from frontdesk.errors import UserError

APPLICATION_ID = 0x46444553
"""'FDES': tells this program's files from any other SQLite file."""

# WAL + FULL: in power-cut replays NORMAL lost acknowledged saves, FULL lost none.
_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "busy_timeout=5000",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "cache_size=-32000",
)


def connect(path: Path, key: bytes, *, create: bool = False) -> Any:
    """A raw driver connection with the key set and nothing read yet.

    A raw key costs nothing; a passphrase would cost 107 ms a connection. Without ``create`` a
    missing file is an error, never an empty new store.
    """
    mode = "rwc" if create else "rw"
    return connect_uri(f"{path.resolve().as_uri()}?mode={mode}", key)


def connect_uri(uri: str, key: bytes) -> Any:
    """As :func:`connect`, with the engine's own options of opening in ``uri``."""
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(
        uri,
        uri=True,
        check_same_thread=False,
        isolation_level=None,  # transactions are begun below, in so many words
        cached_statements=512,
    )
    # A wrong key or a damaged page is said in our words, not on stderr in the library's.
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    return connection


def tune(connection: Any) -> None:
    """Set the pragmas. Reads the file, hence raises where the key is wrong or the file damaged."""
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def make_engine(path: Path, key: bytes) -> Engine:
    """An engine over the store; every connection is keyed and tuned."""
    from sqlcipher3 import dbapi2

    def creator() -> Any:
        connection = connect(path, key)
        tune(connection)
        return connection

    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=creator,
        poolclass=QueuePool,
        pool_size=5,
        pool_use_lifo=True,  # the connection used last has the pages in its cache
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        # A deferred writer that has read first cannot wait its turn: it fails under contention.
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    @event.listens_for(engine, "handle_error")
    def _refuse_what_is_no_text(context: Any) -> None:
        # A lone surrogate (a cut barcode, an argument with broken bytes) is in no record.
        if isinstance(context.original_exception, UnicodeEncodeError):
            raise UserError("value.no_text") from context.original_exception

    return engine
