from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, text
from sqlalchemy.exc import IntegrityError

from frontdesk.models.all import Base
from frontdesk.store import keys, migrate
from frontdesk.store.engine import connect, make_engine


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    path, key = tmp_path / "frontdesk.db", keys.new_data_key()
    connect(path, key, create=True).execute("PRAGMA user_version = 0").connection.close()
    engine = make_engine(path, key)
    yield engine
    engine.dispose()


def _ours(_: object, name: str | None, kind: str, *_rest: object) -> bool:
    # The search index has tables the models do not map.
    return not (kind == "table" and name is not None and name.startswith("search_"))


def test_the_migrations_make_what_the_models_say(engine: Engine) -> None:
    migrate.upgrade(engine)

    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": _ours})
        assert compare_metadata(context, Base.metadata) == []


def test_the_files_tell_the_revisions_as_alembic_does() -> None:
    scripts = ScriptDirectory.from_config(migrate.config())

    assert scripts.get_heads() == [migrate.head()]
    assert {script.revision for script in scripts.walk_revisions()} | {None} == migrate.known()


def test_down_and_up_again_gives_the_same_schema(engine: Engine) -> None:
    migrate.upgrade(engine)
    first = _schema(engine)

    migrate.downgrade(engine, "base")
    assert [name for name in inspect(engine).get_table_names() if name != "alembic_version"] == []
    migrate.upgrade(engine)

    assert _schema(engine) == first


def test_every_table_is_strict(engine: Engine) -> None:
    migrate.upgrade(engine)

    with engine.connect() as connection:
        loose = connection.execute(
            text(
                "SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict "
                "AND name NOT LIKE 'sqlite_%' AND name <> 'alembic_version'"
            )
        ).scalars()
        assert list(loose) == []


@pytest.mark.parametrize(
    "statement", ["UPDATE audit_entry SET action = 'x'", "DELETE FROM audit_entry"]
)
def test_the_store_refuses_to_change_the_audit_trail(engine: Engine, statement: str) -> None:
    migrate.upgrade(engine)
    with engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO audit_entry (at, action, subject, subject_id, detail, seal) "
                "VALUES ('2026-01-01T00:00:00.000000Z', 'a', 'b', 'c', '{}', x'00')"
            )
        )

    with pytest.raises(IntegrityError, match="never"), engine.begin() as connection:
        connection.execute(text(statement))


def _schema(engine: Engine) -> list[tuple[str, str | None]]:
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT name, sql FROM sqlite_master ORDER BY name"))
        return [(row.name, row.sql) for row in rows]
