"""Making backups: whole, of one moment, never in anybody's way."""

from __future__ import annotations

import os
import shutil
import zipfile
from collections import namedtuple
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread

import pytest
from sqlalchemy import text

from frontdesk.errors import EnvironmentFault, UserError
from frontdesk.sample.staff import PASSWORD as SAMPLE_PASSWORD
from frontdesk.store import backup, keys, restore, startup
from frontdesk.store.files import DataFolder
from tests.store.drill import KEY, NOW, filled


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return filled(tmp_path / "数据 of 100%")


def _files(folder: DataFolder) -> set[str]:
    return {path.name for path in folder.backups.iterdir()}


def test_a_backup_is_one_file_of_three_parts_that_tells_what_it_is(folder: DataFolder) -> None:
    path = backup.make(folder, KEY, NOW, "by-hand")

    assert path == folder.backups / "frontdesk-20261121T080000Z-by-hand.fdbackup"
    assert _files(folder) == {path.name}
    with zipfile.ZipFile(path) as archive:
        assert archive.namelist() == ["manifest.json", "keys.json", "frontdesk.db"]
        assert {entry.compress_type for entry in archive.infolist()} == {zipfile.ZIP_STORED}
    told = backup.manifest(path)
    assert told.made_at == NOW
    assert told.why == "by-hand"
    assert told.dealership == keys.check_value(KEY).hex()
    assert told.rows["setting"] == 200


def test_nothing_readable_lies_in_a_backup(folder: DataFolder) -> None:
    content = backup.make(folder, KEY, NOW, "by-hand").read_bytes()

    assert "粤B12345".encode() not in content
    assert b"SQLite format 3" not in content


def test_two_in_one_second_do_not_overwrite_each_other(folder: DataFolder) -> None:
    first, second, third = (backup.make(folder, KEY, NOW, "by-hand") for _ in range(3))

    assert len({first, second, third}) == 3
    assert {each.path for each in backup.available(folder)} == {first, second, third}


def test_a_named_file_is_made_once_and_never_overwritten(
    folder: DataFolder, tmp_path: Path
) -> None:
    target = tmp_path / "我的备份.fdbackup"
    assert backup.make(folder, KEY, NOW, "by-hand", target) == target
    before = target.read_bytes()

    with pytest.raises(UserError) as refused:
        backup.make(folder, KEY, NOW, "by-hand", target)

    assert refused.value.code == "backup.exists"
    assert target.read_bytes() == before
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted(
        [target.name, folder.root.name]
    )


def test_the_newest_come_first_and_foreign_names_are_not_listed(folder: DataFolder) -> None:
    older = backup.make(folder, KEY, NOW - timedelta(days=3), "automatic")
    newer = backup.make(folder, KEY, NOW, "closing")
    for name in ("holiday.fdbackup", "frontdesk-now-automatic.fdbackup", "frontdesk.db", ".x.part"):
        (folder.backups / name).write_bytes(b"?")
    (folder.backups / "frontdesk-20261121T090000Z-automatic.fdbackup").mkdir()

    assert [each.path for each in backup.available(folder)] == [newer, older]
    assert [each.why for each in backup.available(folder)] == ["closing", "automatic"]
    assert backup.newest(folder) == NOW


def test_where_there_is_none_none_is_found(tmp_path: Path) -> None:
    assert backup.available(DataFolder(tmp_path), tmp_path / "unplugged") == ()
    assert backup.newest(DataFolder(tmp_path)) is None


def test_the_copy_is_of_one_moment_while_others_write(folder: DataFolder) -> None:
    """The writer keeps two tables equal in each act; a copy of two moments would tell."""
    store = startup.open_store(folder, KEY, NOW)
    over, acts = Event(), 0

    def write() -> None:
        nonlocal acts
        while not over.is_set():
            acts += 1
            with store.writing() as session:
                filler = "x" * 20_000
                session.execute(
                    text("INSERT INTO setting VALUES (:key, :filler)"),
                    {"key": f"act {acts}", "filler": f'"{filler}"'},
                )
                session.execute(
                    text("INSERT INTO number_sequence VALUES (:prefix, 2026, 1)"),
                    {"prefix": f"act {acts}"},
                )

    writer = Thread(target=write)
    writer.start()
    try:
        made = [backup.make(folder, KEY, NOW, "automatic") for _ in range(5)]
    finally:
        over.set()
        writer.join()
        store.close()

    counts = []
    for path in made:
        rows = backup.manifest(path).rows
        assert rows["setting"] - 200 == rows["number_sequence"]
        counts.append(rows["number_sequence"])
        assert restore.prove(path, KEY) == []
    assert counts == sorted(counts)
    assert acts > counts[0]


def test_progress_goes_up_to_the_end(folder: DataFolder) -> None:
    told: list[tuple[int, int]] = []

    backup.make(folder, KEY, NOW, "by-hand", progress=lambda done, of: told.append((done, of)))

    assert told == sorted(told)
    assert told[0] == (0, 100)
    assert told[-1] == (100, 100)


@pytest.mark.parametrize("after", range(6))
def test_cancelled_anywhere_nothing_is_left(folder: DataFolder, after: int) -> None:
    told: list[int] = []

    with pytest.raises(UserError) as stopped:
        backup.make(
            folder,
            KEY,
            NOW,
            "by-hand",
            progress=lambda done, _: told.append(done),
            cancelled=lambda: len(told) > after,
        )

    assert stopped.value.code == "backup.cancelled"
    assert _files(folder) == set()


def test_a_disk_that_is_nearly_full_is_said_before_anything_is_written(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = backup.make(folder, KEY, NOW, "automatic")
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(1, 1, 1_000_000))

    with pytest.raises(EnvironmentFault) as said:
        backup.make(folder, KEY, NOW + timedelta(hours=1), "automatic")

    assert said.value.code == "backup.no_room"
    assert _files(folder) == {kept.name}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_disk_that_fills_up_on_the_way_is_said(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.open

    def full(self: Path, mode: str = "r", *more: object, **named: object) -> object:
        if self.name.endswith(".part"):
            return real(Path("/dev/full"), "r+b", buffering=0)
        return real(self, mode, *more, **named)  # type: ignore[call-overload]

    kept = backup.make(folder, KEY, NOW, "automatic")
    monkeypatch.setattr(Path, "open", full)

    with pytest.raises(EnvironmentFault) as said:
        backup.make(folder, KEY, NOW + timedelta(hours=1), "automatic")

    assert said.value.code == "backup.no_room"
    assert _files(folder) == {kept.name}


def test_a_damaged_store_is_never_backed_up(folder: DataFolder) -> None:
    content = bytearray(folder.database.read_bytes())
    content[len(content) // 2] ^= 1
    folder.database.write_bytes(bytes(content))

    with pytest.raises(EnvironmentFault) as said:
        backup.make(folder, KEY, NOW, "automatic")

    assert said.value.code == "store.damaged"
    assert _files(folder) == set()


@pytest.mark.parametrize(
    ("taken", "code"), [("frontdesk.db", "store.missing"), ("keys.json", "store.keys_missing")]
)
def test_what_is_missing_is_said_and_never_made(folder: DataFolder, taken: str, code: str) -> None:
    (folder.root / taken).unlink()

    with pytest.raises(EnvironmentFault) as said:
        backup.make(folder, KEY, NOW, "automatic")

    assert said.value.code == code
    assert not (folder.root / taken).exists()


def test_what_a_killed_predecessor_left_is_swept_but_not_what_is_being_made(
    folder: DataFolder,
) -> None:
    folder.backups.mkdir()
    old, young = folder.backups / ".making-1.db", folder.backups / ".making-2.db"
    torn = folder.backups / ".frontdesk-20261121T070000Z-closing.fdbackup.part"
    theirs = folder.backups / ".somebody-elses.part"
    for each in (old, young, torn, theirs):
        each.write_bytes(b"half")
    for each in (old, torn, theirs):
        os.utime(each, (1_000_000, 1_000_000))

    path = backup.make(folder, KEY, NOW, "automatic")

    assert _files(folder) == {path.name, young.name, theirs.name}


def test_a_store_of_the_first_schema_is_backed_up_without_seals(tmp_path: Path) -> None:
    source = Path(__file__).parents[1] / "migrations" / "fixtures" / "0001"
    folder = DataFolder(shutil.copytree(source, tmp_path / "old"))
    key = keys.KeyFile.load(folder).unlock("admin", SAMPLE_PASSWORD)

    path = backup.make(folder, key, NOW, "before-upgrade-0001")

    told = backup.manifest(path)
    assert (told.revision, told.seal) == ("0001", None)
    assert told.sequence == told.rows["audit_entry"]
    assert restore.prove(path, key) == []
