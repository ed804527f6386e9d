"""The kinds of damage: each takes the dice, the folder to damage and the sound folders."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from frontdesk.store.engine import APPLICATION_ID, connect
from frontdesk.store.files import DataFolder

PAGE = 4096
_FRAME = 24 + PAGE

Damage = Callable[[random.Random, DataFolder, "Ground"], str]
"""Damages the folder; says what it did."""


@dataclass(frozen=True, slots=True)
class Ground:
    """The sound folders damages are done to: ``now``, an ``older`` state, and ``another``'s."""

    now: DataFolder
    older: DataFolder
    another: DataFolder
    key: bytes
    rows: str


def _flip(path: Path, dice: random.Random, bits: int = 1) -> str:
    content = bytearray(path.read_bytes())
    places = []
    for _ in range(bits):
        at = dice.randrange(len(content))
        content[at] ^= 1 << dice.randrange(8)
        places.append(at)
    path.write_bytes(bytes(content))
    return f"{path.name} at {places}"


def _bit_of_the_store(dice: random.Random, folder: DataFolder, ground: Ground) -> str:
    return _flip(folder.database, dice)


def _bits_of_the_store(dice: random.Random, folder: DataFolder, ground: Ground) -> str:
    return _flip(folder.database, dice, dice.randint(2, 40))


def _bit_of_the_log(dice: random.Random, folder: DataFolder, ground: Ground) -> str:
    return _flip(log_of_store(folder), dice)


def _bit_of_the_keys(dice: random.Random, folder: DataFolder, ground: Ground) -> str:
    return _flip(folder.keys, dice)


def _bit_of_the_head(dice: random.Random, folder: DataFolder, ground: Ground) -> str:
    return _flip(folder.head, dice)


def _zeroed_page(dice: random.Random, folder: DataFolder, ground: Ground) -> str:
    at = dice.randrange(folder.database.stat().st_size // PAGE)
    return _overwrite(folder.database, at * PAGE, bytes(PAGE))


def _zeroed_sector(dice: random.Random, folder: DataFolder, ground: Ground) -> str:
    path = dice.choice((folder.database, log_of_store(folder)))
    at = dice.randrange(path.stat().st_size // 512)
    return _overwrite(path, at * 512, bytes(512))


def _garbled_sector(dice: random.Random, folder: DataFolder, ground: Ground) -> str:
    path = dice.choice((folder.database, log_of_store(folder)))
    at = dice.randrange(path.stat().st_size // 512)
    return _overwrite(path, at * 512, dice.randbytes(512))


def _cut_store(dice: random.Random, folder: DataFolder, ground: Ground) -> str:
    return _cut(folder.database, dice)


def _cut_store_at_a_page(dice: random.Random, folder: DataFolder, ground: Ground) -> str:
    pages = dice.randrange(1, folder.database.stat().st_size // PAGE)
    return _cut_to(folder.database, pages * PAGE)


def _cut_log(dice: random.Random, folder: DataFolder, ground: Ground) -> str:
    return _cut(log_of_store(folder), dice)


def _cut_keys(dice: random.Random, folder: DataFolder, ground: Ground) -> str:
    return _cut(folder.keys, dice)


def _wrong_head(dice: random.Random, folder: DataFolder, ground: Ground) -> str:
    return _overwrite(
        folder.database,
        0,
        dice.choice((b"SQLite format 3\0" + bytes(84), b"%PDF-1.7\n" * 20, dice.randbytes(100))),
    )


def _emptied(dice: random.Random, folder: DataFolder, ground: Ground) -> str:
    path = dice.choice((folder.database, log_of_store(folder), folder.keys, folder.head))
    return _cut_to(path, 0)


def _taken_away(dice: random.Random, folder: DataFolder, ground: Ground) -> str:
    path = dice.choice((folder.database, log_of_store(folder), folder.keys, folder.head))
    path.unlink()
    return path.name


def _log_taken_away(dice: random.Random, folder: DataFolder, ground: Ground) -> str:
    log_of_store(folder).unlink()
    if dice.random() < 0.5:
        index_of_store(folder).unlink(missing_ok=True)
    return log_of_store(folder).name


def _log_of_another(dice: random.Random, folder: DataFolder, ground: Ground) -> str:
    content = log_of_store(ground.another).read_bytes()
    if dice.random() < 0.3:
        content = dice.randbytes(32 + _FRAME * dice.randint(1, 5))
    log_of_store(folder).write_bytes(content)
    return "log of another store"


def _index_garbage(dice: random.Random, folder: DataFolder, ground: Ground) -> str:
    index_of_store(folder).write_bytes(dice.randbytes(dice.choice((3, 32_768, 65_536))))
    return "index"


def _pages_swapped(dice: random.Random, folder: DataFolder, ground: Ground) -> str:
    content = bytearray(folder.database.read_bytes())
    one, two = dice.sample(range(len(content) // PAGE), 2)
    first, second = (slice(each * PAGE, each * PAGE + PAGE) for each in (one, two))
    content[first], content[second] = content[second], content[first]
    folder.database.write_bytes(bytes(content))
    return f"pages {one} and {two}"


def _frames_swapped(dice: random.Random, folder: DataFolder, ground: Ground) -> str:
    content = bytearray(log_of_store(folder).read_bytes())
    one, two = dice.sample(range((len(content) - 32) // _FRAME), 2)
    first, second = (slice(32 + each * _FRAME, 32 + (each + 1) * _FRAME) for each in (one, two))
    content[first], content[second] = content[second], content[first]
    log_of_store(folder).write_bytes(bytes(content))
    return f"frames {one} and {two}"


def _older_store(dice: random.Random, folder: DataFolder, ground: Ground) -> str:
    shutil.copyfile(ground.older.database, folder.database)
    if dice.random() < 0.5:
        log_of_store(folder).unlink()
        return "without the log"
    return "with the log of now"


def _store_of_another(dice: random.Random, folder: DataFolder, ground: Ground) -> str:
    shutil.copyfile(ground.another.database, folder.database)
    if dice.random() < 0.5:
        shutil.copyfile(ground.another.keys, folder.keys)
        return "with its keys"
    if dice.random() < 0.5:
        log_of_store(folder).unlink()
    return "with the keys of this"


def _store_without_its_tables(dice: random.Random, folder: DataFolder, ground: Ground) -> str:
    """The log is lost before anything of it came into the file."""
    folder.database.unlink()
    log_of_store(folder).unlink()
    create_empty(folder, ground.key)
    if dice.random() < 0.5:
        folder.head.unlink()
    return "one page"


def _garbage_after_the_end(dice: random.Random, folder: DataFolder, ground: Ground) -> str:
    path = dice.choice((folder.database, log_of_store(folder)))
    with path.open("ab") as file:
        file.write(dice.randbytes(dice.choice((1, 512, PAGE, 3 * PAGE))))
    return path.name


def _something_else_in_its_place(dice: random.Random, folder: DataFolder, ground: Ground) -> str:
    path = dice.choice((folder.database, folder.keys))
    path.unlink()
    if dice.random() < 0.5:
        path.mkdir()
        return f"a folder as {path.name}"
    path.write_text("客户名单\n" * dice.randint(1, 4000), "utf-8")
    return f"a text as {path.name}"


DAMAGES: tuple[Damage, ...] = (
    _bit_of_the_store,
    _bits_of_the_store,
    _bit_of_the_log,
    _bit_of_the_store,
    _bit_of_the_keys,
    _bit_of_the_log,
    _bit_of_the_head,
    _zeroed_page,
    _zeroed_sector,
    _garbled_sector,
    _cut_store,
    _cut_store_at_a_page,
    _cut_log,
    _cut_keys,
    _wrong_head,
    _emptied,
    _taken_away,
    _log_taken_away,
    _log_of_another,
    _index_garbage,
    _pages_swapped,
    _frames_swapped,
    _older_store,
    _store_of_another,
    _store_without_its_tables,
    _garbage_after_the_end,
    _something_else_in_its_place,
)


def log_of_store(folder: DataFolder) -> Path:
    """The write-ahead log."""
    return folder.root / "frontdesk.db-wal"


def index_of_store(folder: DataFolder) -> Path:
    """The index to the log."""
    return folder.root / "frontdesk.db-shm"


def _overwrite(path: Path, at: int, content: bytes) -> str:
    with path.open("rb+") as file:
        file.seek(at)
        file.write(content)
    return f"{path.name} at {at}"


def create_empty(folder: DataFolder, key: bytes) -> None:
    """A store with its first page only."""
    connection = connect(folder.database, key, create=True)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.close()


def _cut(path: Path, dice: random.Random) -> str:
    return _cut_to(path, dice.randrange(path.stat().st_size))


def _cut_to(path: Path, size: int) -> str:
    with path.open("rb+") as file:
        file.truncate(size)
    return f"{path.name} to {size}"
