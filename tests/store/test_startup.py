from __future__ import annotations

import hashlib
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from frontdesk.errors import EnvironmentFault
from frontdesk.sample.staff import ADMIN, PASSWORD
from frontdesk.store import backup, keys, migrate, restore, startup
from frontdesk.store.check import check
from frontdesk.store.engine import connect, make_engine
from frontdesk.store.files import DataFolder

NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)
_FIRST_RELEASE = Path(__file__).parents[1] / "migrations" / "fixtures" / "0001"


@pytest.fixture
def key() -> bytes:
    return keys.new_data_key()


@pytest.fixture
def folder(tmp_path: Path, key: bytes) -> DataFolder:
    folder = DataFolder(tmp_path / "数据 of 100%")
    folder.root.mkdir()
    keys.KeyFile(check=keys.check_value(key)).save(folder)
    startup.create_store(folder, key).close()
    return folder


def _hashes(folder: DataFolder) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.root.iterdir()
        if path.is_file()
    }


def _set_revision(folder: DataFolder, key: bytes, revision: str) -> None:
    connection = connect(folder.database, key)
    connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))
    connection.close()


def test_nothing_readable_lies_on_disk(folder: DataFolder, key: bytes) -> None:
    store = startup.open_store(folder, key, NOW)
    with store.writing() as session:
        session.execute(text("INSERT INTO setting VALUES ('shop', '\"粤B12345\"')"))
    store.close()

    content = folder.database.read_bytes()

    assert not content.startswith(b"SQLite format 3")
    assert "粤B12345".encode() not in content
    assert b"setting" not in content


def test_a_file_of_a_newer_program_is_refused_untouched(folder: DataFolder, key: bytes) -> None:
    _set_revision(folder, key, "9999")
    before = _hashes(folder)

    with pytest.raises(EnvironmentFault) as fault:
        startup.open_store(folder, key, NOW)

    assert fault.value.code == "store.newer"
    assert _hashes(folder) == before


def test_a_foreign_file_is_refused_untouched(folder: DataFolder, key: bytes) -> None:
    connection = connect(folder.database, key)
    connection.execute("PRAGMA application_id = 7")
    connection.close()
    before = _hashes(folder)

    with pytest.raises(EnvironmentFault) as fault:
        startup.open_store(folder, key, NOW)

    assert fault.value.code == "store.foreign"
    assert _hashes(folder) == before


@pytest.mark.parametrize("content", [b"", b"not a database" * 400, b"\0" * 8192])
def test_a_broken_file_is_refused_untouched(folder: DataFolder, key: bytes, content: bytes) -> None:
    folder.database.write_bytes(content)
    before = _hashes(folder)

    with pytest.raises(EnvironmentFault):
        startup.open_store(folder, key, NOW)

    assert _hashes(folder) == before


def test_a_missing_file_never_becomes_an_empty_one(folder: DataFolder, key: bytes) -> None:
    folder.database.unlink()

    with pytest.raises(EnvironmentFault) as fault:
        startup.open_store(folder, key, NOW)

    assert fault.value.code == "store.missing"
    assert not folder.database.exists()


def test_a_wrong_key_opens_nothing(folder: DataFolder) -> None:
    with pytest.raises(EnvironmentFault) as fault:
        startup.open_store(folder, keys.new_data_key(), NOW)

    assert fault.value.code == "store.damaged"


def test_existing_data_is_never_overwritten(folder: DataFolder, key: bytes) -> None:
    before = _hashes(folder)

    with pytest.raises(EnvironmentFault) as fault:
        startup.create_store(folder, key)

    assert fault.value.code == "store.exists"
    assert _hashes(folder) == before


def test_an_older_file_is_backed_up_and_then_upgraded(folder: DataFolder, key: bytes) -> None:
    engine = make_engine(folder.database, key)
    migrate.downgrade(engine, "base")
    engine.dispose()

    startup.open_store(folder, key, NOW).close()

    (kept,) = backup.available(folder)
    assert kept.path.name == "frontdesk-20261121T080000Z-before-upgrade-empty.fdbackup"
    assert backup.manifest(kept.path).revision is None
    assert restore.prove(kept.path, key) == []
    assert startup.look(folder.database, key) == migrate.head()


def test_an_upgrade_tells_how_far_it_is_and_an_ordinary_day_nothing(tmp_path: Path) -> None:
    shutil.copytree(_FIRST_RELEASE, tmp_path / "desk")
    folder = DataFolder(tmp_path / "desk")
    key = keys.KeyFile.load(folder).unlock(ADMIN, PASSWORD)
    heard: list[tuple[int, int]] = []

    def hear(done: int, steps: int) -> None:
        heard.append((done, steps))

    startup.open_store(folder, key, NOW, hear).close()
    steps = migrate.steps("0001") + 1
    assert heard == [(done, steps) for done in range(steps + 1)]

    heard.clear()
    startup.open_store(folder, key, NOW, hear).close()
    assert heard == []


def test_every_flipped_page_is_found(folder: DataFolder, key: bytes) -> None:
    assert check(folder, key) == []
    size = folder.database.stat().st_size
    for page in range(0, size // 4096, 7):
        sound = folder.database.read_bytes()
        damaged = bytearray(sound)
        damaged[page * 4096 + 99] ^= 1
        folder.database.write_bytes(bytes(damaged))

        assert check(folder, key), f"a flipped bit on page {page} was missed"

        folder.database.write_bytes(sound)


def test_pragmas_make_a_commit_durable(folder: DataFolder, key: bytes) -> None:
    store = startup.open_store(folder, key, NOW)
    with store.reading() as session:
        found = {
            name: session.scalar(text(f"PRAGMA {name}"))
            for name in ("journal_mode", "synchronous", "foreign_keys", "trusted_schema")
        }
    store.close()

    assert found == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
    }
