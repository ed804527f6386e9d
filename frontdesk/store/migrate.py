"""Alembic run in process: the migrations are part of the package.

Alembic itself is imported only to migrate. Which revisions there are is told by their files, so
that an ordinary day, which opens a store of today's schema, is spared its time and memory.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine

if TYPE_CHECKING:
    from alembic.config import Config

_MIGRATIONS = Path(__file__).parent / "migrations"


@cache
def _revisions() -> tuple[str, ...]:
    """The revisions from the first to the newest, one after the other: ``v0001_….py`` is 0001."""
    files = (_MIGRATIONS / "versions").glob("v[0-9][0-9][0-9][0-9]_*.py")
    return tuple(sorted(file.name[1:5] for file in files))


def config() -> Config:
    """Alembic's settings for the packaged migrations; they need a ``connection`` attribute."""
    from alembic.config import Config

    config = Config()
    # Percent signs of a path would be read as interpolation.
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def head() -> str:
    """The revision this program writes."""
    if not _revisions():
        raise RuntimeError("no migrations are packaged")
    return _revisions()[-1]


def known() -> frozenset[str | None]:
    """Every revision this program can bring up to date; ``None`` is a store with no tables yet."""
    return frozenset({None, *_revisions()})


def steps(revision: str | None) -> int:
    """How many revisions bring a store of ``revision`` up to date."""
    return len(_revisions()) - (0 if revision is None else _revisions().index(revision) + 1)


def upgrade(
    engine: Engine,
    revision: str = "head",
    then: Callable[[Connection], None] | None = None,
    applied: Callable[[], None] | None = None,
) -> None:
    """Bring the store up to ``revision`` in one transaction, and do ``then`` in the same one.

    ``applied`` is called after each revision: with many customers one takes half a minute.
    """
    from alembic import command

    _run(engine, command.upgrade, revision, then, applied)


def downgrade(engine: Engine, revision: str) -> None:
    """Take the store back to ``revision`` (tests, and a person who must go back)."""
    from alembic import command

    _run(engine, command.downgrade, revision)


def _run(
    engine: Engine,
    act: Callable[[Config, str], Any],
    revision: str,
    then: Callable[[Connection], None] | None = None,
    applied: Callable[[], None] | None = None,
) -> None:
    configuration = config()
    configuration.attributes["applied"] = applied
    with engine.execution_options(writes=True).connect() as connection, connection.begin():
        configuration.attributes["connection"] = connection
        act(configuration, revision)
        if then is not None:
            then(connection)
