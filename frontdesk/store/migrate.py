"""Alembic run in process: the migrations are part of the package."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Engine


@cache
def _script() -> ScriptDirectory:
    return ScriptDirectory.from_config(config())


def config() -> Config:
    """Alembic's settings for the packaged migrations; they need a ``connection`` attribute."""
    config = Config()
    # Percent signs of a path would be read as interpolation.
    location = str(Path(__file__).parent / "migrations").replace("%", "%%")
    config.set_main_option("script_location", location)
    config.set_main_option("path_separator", "os")
    return config


def head() -> str:
    """The revision this program writes."""
    revision = _script().get_current_head()
    if revision is None:
        raise RuntimeError("no migrations are packaged")
    return revision


def known() -> frozenset[str | None]:
    """Every revision this program can bring up to date; ``None`` is a store with no tables yet."""
    return frozenset({None, *(script.revision for script in _script().walk_revisions())})


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Bring the store up to ``revision`` in one transaction."""
    _run(engine, command.upgrade, revision)


def downgrade(engine: Engine, revision: str) -> None:
    """Take the store back to ``revision`` (tests, and a person who must go back)."""
    _run(engine, command.downgrade, revision)


def _run(engine: Engine, act: object, revision: str) -> None:
    configuration = config()
    with engine.execution_options(writes=True).connect() as connection, connection.begin():
        configuration.attributes["connection"] = connection
        act(configuration, revision)  # type: ignore[operator]
