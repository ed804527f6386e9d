"""The restore drill: every row is as it was; what is not sound, or not ours, changes nothing."""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import struct
import zipfile
from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from frontdesk.errors import EnvironmentFault, UserError
from frontdesk.store import backup, keys, restore, startup
from frontdesk.store.files import DataFolder
from tests.store.drill import KEY, NOW, PASSWORD, SHEET, filled, row_hashes

Parts = dict[str, bytes]


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return filled(tmp_path / "数据 of 100%")


@pytest.fixture
def made(folder: DataFolder) -> Path:
    return backup.make(folder, KEY, NOW, "by-hand")


def _snapshot(root: Path) -> dict[str, str]:
    return {
        str(path.relative_to(root)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def test_every_row_is_back_in_a_new_folder(folder: DataFolder, made: Path, tmp_path: Path) -> None:
    before = row_hashes(folder)
    new = DataFolder(tmp_path / "new pc" / "data")

    assert restore.restore(made, new, KEY, NOW) is None

    assert row_hashes(new) == before
    assert new.keys.read_bytes() == folder.keys.read_bytes()
    assert {path.name for path in new.root.iterdir()} == {"frontdesk.db", "keys.json"}
    startup.open_store(new, KEY, NOW).close()


def test_what_was_in_the_way_is_set_aside_whole(folder: DataFolder, made: Path) -> None:
    before = row_hashes(folder)
    store = startup.open_store(folder, KEY, NOW)
    store.close()
    for name in ("frontdesk.db-wal", "frontdesk.db-shm", "frontdesk.head"):
        (folder.root / name).write_bytes(b"old " + name.encode())
    (folder.root / "window.ini").write_text("stays")
    folder.database.write_bytes(b"damaged")

    aside = restore.restore(made, folder, KEY, NOW + timedelta(days=1))

    assert aside == folder.root / "set-aside" / "20261122T080000Z"
    assert {path.name for path in aside.iterdir()} == {
        "frontdesk.db",
        "frontdesk.db-wal",
        "frontdesk.db-shm",
        "frontdesk.head",
        "keys.json",
    }
    assert (aside / "frontdesk.db").read_bytes() == b"damaged"
    assert (folder.root / "window.ini").read_text() == "stays"
    assert row_hashes(folder) == before
    assert made.exists()


def test_two_restores_in_one_second_keep_both_old_ones(folder: DataFolder, made: Path) -> None:
    first, second = (restore.restore(made, folder, KEY, NOW) for _ in range(2))
    assert first is not None
    assert second is not None
    assert first != second
    assert (first / "frontdesk.db").exists()


def test_an_older_password_opens_the_older_backup(folder: DataFolder, made: Path) -> None:
    slots = keys.KeyFile.load(folder)
    slots.add("admin", "a newer password", KEY)
    slots.add(keys.RECOVERY_SLOT, keys.new_recovery_code(), KEY)
    slots.save(folder)
    newer = backup.make(folder, KEY, NOW + timedelta(hours=1), "by-hand")

    assert restore.unlock(made, "admin", PASSWORD) == KEY
    assert restore.unlock_by_sheet(made, SHEET.lower().replace("-", " ")) == KEY
    assert restore.unlock(newer, "admin", "a newer password") == KEY
    with pytest.raises(UserError) as refused:
        restore.unlock(newer, "admin", PASSWORD)
    assert refused.value.code == "sign_in.refused"
    with pytest.raises(UserError) as refused:
        restore.unlock_by_sheet(newer, SHEET)
    assert (refused.value.code, refused.value.field) == ("recovery.refused", "recovery_code")


def test_a_key_that_does_not_fit_is_told_from_damage(
    folder: DataFolder, made: Path, tmp_path: Path
) -> None:
    other = keys.new_data_key()
    before = _snapshot(folder.root)

    with pytest.raises(EnvironmentFault) as proved:
        restore.prove(made, other)
    with pytest.raises(EnvironmentFault) as restored:
        restore.restore(made, folder, other, NOW)

    assert proved.value.code == restored.value.code == "backup.other_key"
    assert _snapshot(folder.root) == before


def test_every_torn_backup_is_found(made: Path, tmp_path: Path) -> None:
    whole = made.read_bytes()
    torn = tmp_path / "torn.fdbackup"
    for length in [*range(0, 200, 13), *range(200, len(whole), len(whole) // 25), len(whole) - 1]:
        torn.write_bytes(whole[:length])
        assert restore.prove(torn, KEY), f"cut off at {length}"


def test_every_flipped_bit_is_found_or_harmless(made: Path, tmp_path: Path) -> None:
    """Bits no one reads (a time stamp in the zip's directory) may go unnoticed, nothing else."""
    whole, random = made.read_bytes(), Random(7)
    sound = _parts(whole)
    flipped = tmp_path / "flipped.fdbackup"
    places = [random.randrange(len(whole)) for _ in range(24)]
    places += range(len(whole) - 400, len(whole), 16)
    for place in places:
        content = bytearray(whole)
        content[place] ^= 1 << random.randrange(8)
        flipped.write_bytes(bytes(content))
        if _found_sound(flipped):
            manifest = backup.manifest(flipped)
            assert {name: hashlib.sha256(part).hexdigest() for name, part in sound.items()} == {
                name: part.sha256 for name, part in manifest.parts.items()
            }


def test_what_is_not_sound_changes_nothing(folder: DataFolder, made: Path) -> None:
    content = bytearray(made.read_bytes())
    content[len(content) // 2] ^= 1
    made.write_bytes(bytes(content))
    before = _snapshot(folder.root)

    with pytest.raises(EnvironmentFault) as said:
        restore.restore(made, folder, KEY, NOW)

    assert said.value.code == "backup.damaged"
    assert _snapshot(folder.root) == before
    assert not (folder.root / "restoring").exists()


def test_a_wrong_manifest_is_believed_in_nothing(made: Path, tmp_path: Path) -> None:
    parts = _all(made.read_bytes())
    manifest = json.loads(parts["manifest.json"])
    manifest["rows"]["setting"] = 7
    manifest["revision"] = "0000"
    parts["manifest.json"] = json.dumps(manifest).encode()
    forged = _zipped(tmp_path, parts)

    assert restore.prove(forged, KEY) == [
        f"schema {backup.manifest(made).revision}, stated 0000",
        "setting: 200 rows, stated 7",
    ]


def test_a_backup_of_a_later_program_is_said_to_be_one(made: Path, tmp_path: Path) -> None:
    parts = _all(made.read_bytes())
    parts["manifest.json"] = json.dumps({"format": 2}).encode()

    with pytest.raises(EnvironmentFault) as said:
        restore.prove(_zipped(tmp_path, parts), KEY)

    assert said.value.code == "store.newer"


def _path_trick(parts: Parts) -> Parts:
    return {**parts, "../../evil.txt": b"evil"}


def _renamed(parts: Parts) -> Parts:
    return {
        ("/etc/frontdesk.db" if name == "frontdesk.db" else name): parts[name] for name in parts
    }


def _other_size(parts: Parts) -> Parts:
    return {**parts, "frontdesk.db": parts["frontdesk.db"] + b"more"}


def _no_keys(parts: Parts) -> Parts:
    return {name: parts[name] for name in parts if name != "keys.json"}


def _other_keys(parts: Parts) -> Parts:
    return {**parts, "keys.json": parts["keys.json"].replace(b"admin", b"enemy")}


def _manifest(change: Mapping[str, object]) -> Callable[[Parts], Parts]:
    def changed(parts: Parts) -> Parts:
        manifest = json.loads(parts["manifest.json"]) | change
        return {**parts, "manifest.json": json.dumps(manifest).encode()}

    return changed


TRICKS: dict[str, Callable[[Parts], Parts]] = {
    "path": _path_trick,
    "absolute name": _renamed,
    "other size": _other_size,
    "no keys": _no_keys,
    "other keys": _other_keys,
    "no parts": _manifest({"parts": {}}),
    "parts are a list": _manifest({"parts": []}),
    "negative rows": _manifest({"rows": {"setting": -1}}),
    "no time": _manifest({"made_at": "yesterday"}),
    "no zone": _manifest({"made_at": "2026-11-21T08:00:00"}),
    "no hex": _manifest({"dealership": "../.."}),
    "format is a word": _manifest({"format": "one"}),
    "no audit": _manifest({"audit": None}),
    "no text": lambda parts: {**parts, "manifest.json": b"\xff\xfe"},
    "no object": lambda parts: {**parts, "manifest.json": b"[]"},
    "deep": lambda parts: {**parts, "manifest.json": b"[" * 100_000},
    "long": lambda parts: {**parts, "manifest.json": b" " * (5 << 20)},
}


@pytest.mark.parametrize("trick", TRICKS)
def test_hostile_zips_are_refused_and_write_nothing(
    folder: DataFolder, made: Path, tmp_path: Path, trick: str
) -> None:
    forged = _zipped(tmp_path, TRICKS[trick](_all(made.read_bytes())))
    before = _snapshot(tmp_path)

    assert restore.prove(forged, KEY)
    with pytest.raises(EnvironmentFault) as said:
        restore.restore(forged, folder, KEY, NOW)

    assert said.value.code == "backup.damaged"
    assert _snapshot(tmp_path) == before


def test_a_bomb_is_refused_unread(made: Path, tmp_path: Path) -> None:
    parts = _all(made.read_bytes())
    bomb = tmp_path / "bomb.fdbackup"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("manifest.json", parts["manifest.json"])
        archive.writestr("keys.json", parts["keys.json"])
        archive.writestr("frontdesk.db", b"\0" * 50_000_000, compress_type=zipfile.ZIP_DEFLATED)

    assert restore.prove(bomb, KEY)


def test_a_directory_of_many_entries_is_never_read(made: Path, tmp_path: Path) -> None:
    parts = _all(made.read_bytes())
    crowd = {**parts, **{f"{n:05d}": b"" for n in range(20_000)}}
    assert restore.prove(_zipped(tmp_path, crowd), KEY)


def test_doubled_names_are_refused(made: Path, tmp_path: Path) -> None:
    parts = _all(made.read_bytes())
    doubled = tmp_path / "doubled.fdbackup"
    with zipfile.ZipFile(doubled, "w") as archive:
        for name in ("manifest.json", "keys.json"):
            archive.writestr(name, parts[name])
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("keys.json", parts["keys.json"])

    assert restore.prove(doubled, KEY)


def test_a_directory_that_lies_about_sizes_is_refused(made: Path, tmp_path: Path) -> None:
    whole = bytearray(made.read_bytes())
    place = whole.rindex(b"PK\x01\x02")
    for offset in (20, 24):  # both sizes of the store, in the zip's directory
        struct.pack_into("<I", whole, place + offset, 7)
    lying = tmp_path / "lying.fdbackup"
    lying.write_bytes(bytes(whole))

    assert restore.prove(lying, KEY)


@pytest.mark.parametrize(
    "content",
    [b"", b"PK", b"MZ" * 500, b"PK\x03\x04" + b"\0" * 300],
    ids=["empty", "short", "program", "other zip"],
)
def test_foreign_files_are_said_to_be_foreign(tmp_path: Path, content: bytes) -> None:
    foreign = tmp_path / "holiday.zip"
    foreign.write_bytes(content)

    for act in (
        lambda: backup.manifest(foreign),
        lambda: restore.unlock(foreign, "admin", PASSWORD),
        lambda: restore.restore(foreign, DataFolder(tmp_path / "new"), KEY, NOW),
    ):
        with pytest.raises(EnvironmentFault) as said:
            act()
        assert said.value.code == "backup.foreign"
    assert not (tmp_path / "new").exists()


def test_a_backup_that_is_not_there_is_said(tmp_path: Path) -> None:
    for path in (tmp_path / "none.fdbackup", tmp_path):
        with pytest.raises(EnvironmentFault) as said:
            restore.prove(path, KEY)
        assert said.value.code == "backup.unreadable"


def test_no_room_to_restore_changes_nothing(
    folder: DataFolder, made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _snapshot(folder.root)
    real = shutil.disk_usage
    monkeypatch.setattr(shutil, "disk_usage", lambda path: real(path)._replace(free=1000))

    with pytest.raises(EnvironmentFault) as said:
        restore.restore(made, folder, KEY, NOW)

    assert said.value.code == "backup.no_room"
    assert _snapshot(folder.root) == before


def _found_sound(path: Path) -> bool:
    try:
        return restore.prove(path, KEY) == []
    except EnvironmentFault as said:
        # The manifest's own words: whose it is, of which format.
        if said.code in {"backup.other_key", "store.newer"}:
            return False
        raise


def _all(content: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _parts(content: bytes) -> Parts:
    return {name: part for name, part in _all(content).items() if name != "manifest.json"}


def _zipped(where: Path, parts: Parts) -> Path:
    path = where / "forged.fdbackup"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return path
