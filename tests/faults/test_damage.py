"""Damages of every kind: found or harmless, never a crash, and nothing changed by looking."""

from __future__ import annotations

from pathlib import Path

import pytest

from frontdesk.clock import FixedClock
from frontdesk.errors import EnvironmentFault
from frontdesk.services.accounts.opening import FirstManager, found_dealership, sign_in
from frontdesk.services.desk import Profile
from frontdesk.store.check import check
from frontdesk.store.engine import connect, tune
from frontdesk.store.files import DataFolder
from frontdesk.store.glance import glance, probe
from frontdesk.store.looking import has_log, is_in_use, looking
from tests.faults.damages import DAMAGES
from tests.faults.damaging import figures, hashes

PASSWORD = "right horse battery"
SHORT, SEED = 6 * len(DAMAGES), 20_261_121


@pytest.fixture
def folder(tmp_path: Path, clock: FixedClock) -> DataFolder:
    """A dealership just founded and closed."""
    made = DataFolder(tmp_path / "desk 100%")
    founded = found_dealership(made, Profile("远航"), FirstManager("admin", "韩", PASSWORD), clock)
    founded.services.desk.store.close()
    return made


def key_of(folder: DataFolder) -> bytes:
    from frontdesk.store.keys import KeyFile

    return KeyFile.load(folder).unlock("admin", PASSWORD)


def refused(folder: DataFolder, clock: FixedClock) -> str:
    """The code an opening is refused with; not one byte, file or time of the folder changes."""
    before = hashes(folder)
    with pytest.raises(EnvironmentFault) as fault:
        sign_in(folder, "admin", PASSWORD, clock)
    assert hashes(folder) == before
    return fault.value.code


def test_every_damage_is_found_or_harmless(tmp_path: Path) -> None:
    came = figures(SHORT, SEED, tmp_path)
    assert came["missed"] == []
    assert came["crashed"] == []
    assert came["touched"] == []
    assert came["tries"] == SHORT
    kinds = came["kinds"]
    assert isinstance(kinds, dict)
    assert len(kinds) == len(set(DAMAGES)), "every kind of damage was done"


def _revised(folder: DataFolder, statement: str, *, with_log: bool) -> None:
    """Change the store as another program would; ``with_log``: and leave without tidying up."""
    connection = connect(folder.database, key_of(folder))
    tune(connection)
    connection.execute(statement)
    if with_log:
        kept = {path.name: path.read_bytes() for path in folder.root.iterdir() if path.is_file()}
        connection.close()
        for name, content in kept.items():
            (folder.root / name).write_bytes(content)
        (folder.root / "frontdesk.db-shm").unlink()
        assert has_log(folder.database)
    else:
        connection.close()


@pytest.mark.parametrize("with_log", [False, True])
@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE alembic_version SET version_num = '9999'", "store.newer"),
        ("PRAGMA application_id = 7", "store.foreign"),
    ],
)
def test_newer_and_foreign_stores_are_refused_untouched(
    folder: DataFolder, clock: FixedClock, statement: str, code: str, with_log: bool
) -> None:
    _revised(folder, statement, with_log=with_log)
    assert refused(folder, clock) == code


def test_a_plain_sqlite_file_is_refused_untouched(folder: DataFolder, clock: FixedClock) -> None:
    from sqlcipher3 import dbapi2

    folder.database.unlink()
    plain = dbapi2.connect(str(folder.database))
    plain.execute("CREATE TABLE customer (name)")
    plain.close()
    assert refused(folder, clock) == "store.foreign"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "store.empty"),
        ("姓名,电话\n".encode() * 2000, "store.foreign"),
        (b"a note", "store.foreign"),
        (bytes(8192), "store.header"),
        (b"\0\1\2", "store.header"),
    ],
)
def test_what_is_no_store_is_named(
    folder: DataFolder, clock: FixedClock, content: bytes, code: str
) -> None:
    folder.database.write_bytes(content)
    assert refused(folder, clock) == code
    found = glance(folder)
    assert found is not None
    assert found.code == code, "told before anybody's key"


def test_a_folder_in_its_place_is_refused(folder: DataFolder, clock: FixedClock) -> None:
    folder.database.unlink()
    folder.database.mkdir()
    assert refused(folder, clock) == "store.foreign"


def test_missing_parts_are_told_apart(folder: DataFolder, clock: FixedClock) -> None:
    assert glance(folder) is None
    store, keys = folder.database.read_bytes(), folder.keys.read_bytes()
    folder.database.unlink()
    assert refused(folder, clock) == "store.missing"
    folder.database.write_bytes(store)
    folder.keys.unlink()
    assert refused(folder, clock) == "store.keys_missing"
    folder.keys.write_bytes(keys.replace(b'"check"', b'"chick"'))
    assert refused(folder, clock) == "store.keys_damaged"


def test_a_torn_slot_is_no_wrong_password(folder: DataFolder, clock: FixedClock) -> None:
    content = bytearray(folder.keys.read_bytes())
    at = content.index(b'"wrapped"') + 14
    content[at] = ord("A") if content[at] != ord("A") else ord("B")
    folder.keys.write_bytes(bytes(content))
    assert refused(folder, clock) == "store.keys_damaged"


def test_an_older_copy_over_the_store_is_told(folder: DataFolder, clock: FixedClock) -> None:
    older = folder.database.read_bytes()
    sign_in(folder, "admin", PASSWORD, clock).desk.store.close()
    folder.database.write_bytes(older)
    assert refused(folder, clock) == "store.rolled_back"
    assert any("had been kept" in fault for fault in check(folder, key_of(folder)))


def test_looking_sees_what_is_in_the_log(folder: DataFolder) -> None:
    _revised(folder, "INSERT INTO setting VALUES ('seen', '1')", with_log=True)
    before = hashes(folder)
    with looking(folder.database, key_of(folder)) as connection:
        row = connection.execute("SELECT value FROM setting WHERE key = 'seen'").fetchone()
    assert row[0] == "1"
    assert hashes(folder) == before


def test_looking_beside_somebody_at_work_is_reading(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    import os

    services = sign_in(folder, "admin", PASSWORD, clock)
    folder.lock.write_text(f"{os.getpid()}\nfrontdesk\nhost\n", "ascii")
    assert is_in_use(folder)
    assert check(folder, services.desk.store.key) == []
    with services.desk.write() as work:
        work.audit("test.after", "store", "")
    services.desk.store.close()
    folder.lock.write_text("2147483646\nfrontdesk\nhost\n", "ascii")
    assert not is_in_use(folder), "left by a process that is gone"
    assert check(folder, services.desk.store.key) == []


def test_a_folder_that_cannot_be_written_is_told(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    import errno

    from frontdesk.store import glance as glancing

    for number, code in (
        (errno.EROFS, "store.read_only_folder"),
        (errno.EACCES, "store.read_only_folder"),
        (errno.ENOSPC, "store.no_room"),
    ):

        def fails(number: int = number, **_: object) -> None:
            raise OSError(number, "no")

        monkeypatch.setattr(glancing, "TemporaryFile", fails)
        assert refused(folder, clock) == code
    monkeypatch.undo()
    assert probe(folder) is None
