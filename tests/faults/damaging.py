"""Damages done to a real data folder, and what the program makes of each.

The folder is that of a sample dealership whose last end was no clean one: work lies in the log.
"""

from __future__ import annotations

import hashlib
import logging
import random
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from frontdesk.clock import Clock
from frontdesk.errors import EnvironmentFault, UserError
from frontdesk.models.enums import Role
from frontdesk.sample.dealership import build_sample
from frontdesk.sample.staff import ADMIN, PASSWORD
from frontdesk.services.accounts.checking import check_store
from frontdesk.services.accounts.dto import AccountInput
from frontdesk.services.accounts.opening import FirstManager, found_dealership, sign_in
from frontdesk.services.desk import Profile
from frontdesk.store import keys
from frontdesk.store.engine import APPLICATION_ID, connect
from frontdesk.store.files import DataFolder
from frontdesk.store.glance import glance
from frontdesk.store.looking import looking

PAGE = 4096
_FRAME = 24 + PAGE
_FILES = ("frontdesk.db", "frontdesk.db-wal", "frontdesk.db-shm", "keys.json", "frontdesk.head")

Damage = Callable[[random.Random, DataFolder, "Ground"], str]


@dataclass(frozen=True, slots=True)
class Ground:
    """The sound folders damages are done to: ``now``, an ``older`` state, and ``another``'s."""

    now: DataFolder
    older: DataFolder
    another: DataFolder
    key: bytes
    rows: str


@dataclass(slots=True)
class Outcome:
    """What came of all damages."""

    found_by: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    crashed: list[str] = field(default_factory=list)
    touched: list[str] = field(default_factory=list)


def lay_ground(at: Path, clock: Clock) -> Ground:
    """Build the sound folders once."""
    now, older, another = (DataFolder(at / name) for name in ("now", "older", "another"))
    working = DataFolder(at / "working")
    build_sample(working, clock, customers=12).desk.store.close()
    _copy(working, older)
    services = sign_in(working, ADMIN, PASSWORD, clock)
    for number in range(6):
        services.accounts.create(
            AccountInput(f"extra{number}", f"加班{number}", _ROLES), "Leuchtturm-7-x"
        )
    key = services.desk.store.key
    # As a process leaves it that is killed: with a log, and an index to it.
    _copy(working, now)
    services.desk.store.close()
    other = found_dealership(another, Profile("别家"), FirstManager("admin", "李", PASSWORD), clock)
    # Its log is copied while it is open, the file beside it is then as young as can be.
    (at / "another.log").write_bytes(_log(another).read_bytes())
    other.services.desk.store.close()
    _log(another).write_bytes((at / "another.log").read_bytes())
    if check_store(now, ADMIN, PASSWORD):
        raise RuntimeError("the ground is not sound")
    return Ground(now, older, another, key, rows_of(now, key))


_ROLES = frozenset({Role.SERVICE_ADVISOR})


def rows_of(folder: DataFolder, key: bytes) -> str:
    """A hash over every row of every table."""
    sha = hashlib.sha256()
    with looking(folder.database, key) as connection:
        named = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        for (table,) in connection.execute(named).fetchall():
            sha.update(str(table).encode())
            for row in connection.execute(f'SELECT * FROM "{table}"'):
                sha.update(repr(tuple(row)).encode("utf-8", "surrogatepass"))
    return sha.hexdigest()


def figures(
    count: int, seed: int, at: Path | None = None, clock: Clock | None = None
) -> dict[str, object]:
    """Do ``count`` damages, chosen by ``seed``, and count what the program made of them.

    Besides the counts, ``missed`` ``crashed`` and ``touched`` list what must not be.
    """
    from tests.faults.dealership import clock as usual

    began = perf_counter()
    with tempfile.TemporaryDirectory(prefix="frontdesk-damages-") as folder, _quiet():
        place = at or Path(folder)
        time = clock or usual()
        ground = lay_ground(place / "ground", time)
        outcome = Outcome()
        for number in range(count):
            dice = random.Random(f"{seed}-{number}")
            _one(dice, number, place / "trial", ground, outcome, time)
    return {
        "what": "damages",
        "seed": seed,
        "tries": count,
        "kinds": dict(outcome.kinds.most_common()),
        "found": dict(outcome.found_by.most_common()),
        "missed": outcome.missed,
        "crashed": outcome.crashed,
        "touched": outcome.touched,
        "seconds": round(perf_counter() - began, 1),
    }


def _one(
    dice: random.Random, number: int, at: Path, ground: Ground, outcome: Outcome, clock: Clock
) -> None:
    folder = DataFolder(at)
    _copy(ground.now, folder)
    damage = DAMAGES[number % len(DAMAGES)]
    told = f"{number} {damage.__name__.strip('_')}: {damage(dice, folder, ground)}"
    outcome.kinds[damage.__name__.strip("_")] += 1
    before = hashes(folder)
    found = _looked(folder, told, outcome)
    if hashes(folder) != before:
        outcome.touched.append(f"{told} (looking)")
    refused = _opened(folder, told, outcome, clock, before)
    if found is None and refused is None:
        _harmless(ground, folder, told, outcome, before)
    else:
        outcome.found_by[found or f"opening: {refused}"] += 1


def _looked(folder: DataFolder, told: str, outcome: Outcome) -> str | None:
    """What the first glance and ``frontdesk check`` find."""
    try:
        fault = glance(folder)
        if fault is not None:
            return f"glance: {fault.code}"
        faults = check_store(folder, ADMIN, PASSWORD)
    except (EnvironmentFault, UserError) as error:
        return f"check: {error.code}"
    except Exception as error:  # noqa: BLE001 - what must not be is counted
        outcome.crashed.append(f"{told}: check: {error!r}")
        return "crash"
    if not faults:
        return None
    code = faults[0].split(" ")[0]
    return f"check: {code}" if code.startswith("store.") else "check: pages or entries"


def _opened(
    folder: DataFolder, told: str, outcome: Outcome, clock: Clock, before: dict[str, str]
) -> str | None:
    """Sign in as a person does; the code where it is refused, and nothing changed then."""
    rescue = folder.root.with_name("sound")
    _copy(folder, DataFolder(rescue))
    try:
        sign_in(folder, ADMIN, PASSWORD, clock).desk.store.close()
    except (EnvironmentFault, UserError) as error:
        # Damage deep inside is met while working, after the file was taken into use.
        early = error.code not in {"store.damaged", "store.io_error"} or _refused_at_once(error)
        if early and hashes(folder) != before:
            outcome.touched.append(f"{told} (opening: {error.code})")
        return error.code
    except Exception as error:  # noqa: BLE001 - what must not be is counted
        outcome.crashed.append(f"{told}: opening: {error!r}")
        return "crash"
    finally:
        _copy(DataFolder(rescue), folder)
    return None


def _refused_at_once(error: Exception) -> bool:
    """Whether the refusal came from looking, before the file was opened for work."""
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_name == "look":
            return True
        trace = trace.tb_next
    return False


def _harmless(
    ground: Ground, folder: DataFolder, told: str, outcome: Outcome, before: dict[str, str]
) -> None:
    """Nothing was found: then every row must be as it was."""
    if rows_of(folder, ground.key) == ground.rows:
        outcome.found_by["harmless: all rows equal"] += 1
    else:
        outcome.missed.append(told)


def hashes(folder: DataFolder) -> dict[str, str]:
    """Every file of the folder by content and time."""
    return {
        path.name: f"{hashlib.sha256(path.read_bytes()).hexdigest()} {path.stat().st_mtime_ns}"
        if path.is_file()
        else "folder"
        for path in sorted(folder.root.iterdir())
    }


def _copy(source: DataFolder, to: DataFolder) -> None:
    shutil.rmtree(to.root, ignore_errors=True)
    shutil.copytree(source.root, to.root, ignore=shutil.ignore_patterns("logs", "backups"))


# the damages ----------------------------------------------------------------------------


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
    return _flip(_log(folder), dice)


def _bit_of_the_keys(dice: random.Random, folder: DataFolder, ground: Ground) -> str:
    return _flip(folder.keys, dice)


def _bit_of_the_head(dice: random.Random, folder: DataFolder, ground: Ground) -> str:
    return _flip(folder.head, dice)


def _zeroed_page(dice: random.Random, folder: DataFolder, ground: Ground) -> str:
    at = dice.randrange(folder.database.stat().st_size // PAGE)
    return _overwrite(folder.database, at * PAGE, bytes(PAGE))


def _zeroed_sector(dice: random.Random, folder: DataFolder, ground: Ground) -> str:
    path = dice.choice((folder.database, _log(folder)))
    at = dice.randrange(path.stat().st_size // 512)
    return _overwrite(path, at * 512, bytes(512))


def _garbled_sector(dice: random.Random, folder: DataFolder, ground: Ground) -> str:
    path = dice.choice((folder.database, _log(folder)))
    at = dice.randrange(path.stat().st_size // 512)
    return _overwrite(path, at * 512, dice.randbytes(512))


def _cut_store(dice: random.Random, folder: DataFolder, ground: Ground) -> str:
    return _cut(folder.database, dice)


def _cut_store_at_a_page(dice: random.Random, folder: DataFolder, ground: Ground) -> str:
    pages = dice.randrange(1, folder.database.stat().st_size // PAGE)
    return _cut_to(folder.database, pages * PAGE)


def _cut_log(dice: random.Random, folder: DataFolder, ground: Ground) -> str:
    return _cut(_log(folder), dice)


def _cut_keys(dice: random.Random, folder: DataFolder, ground: Ground) -> str:
    return _cut(folder.keys, dice)


def _wrong_head(dice: random.Random, folder: DataFolder, ground: Ground) -> str:
    return _overwrite(
        folder.database,
        0,
        dice.choice((b"SQLite format 3\0" + bytes(84), b"%PDF-1.7\n" * 20, dice.randbytes(100))),
    )


def _emptied(dice: random.Random, folder: DataFolder, ground: Ground) -> str:
    path = dice.choice((folder.database, _log(folder), folder.keys, folder.head))
    return _cut_to(path, 0)


def _taken_away(dice: random.Random, folder: DataFolder, ground: Ground) -> str:
    path = dice.choice((folder.database, _log(folder), folder.keys, folder.head))
    path.unlink()
    return path.name


def _log_taken_away(dice: random.Random, folder: DataFolder, ground: Ground) -> str:
    _log(folder).unlink()
    if dice.random() < 0.5:
        _index(folder).unlink(missing_ok=True)
    return _log(folder).name


def _log_of_another(dice: random.Random, folder: DataFolder, ground: Ground) -> str:
    content = _log(ground.another).read_bytes()
    if dice.random() < 0.3:
        content = dice.randbytes(32 + _FRAME * dice.randint(1, 5))
    _log(folder).write_bytes(content)
    return "log of another store"


def _index_garbage(dice: random.Random, folder: DataFolder, ground: Ground) -> str:
    _index(folder).write_bytes(dice.randbytes(dice.choice((3, 32_768, 65_536))))
    return "index"


def _pages_swapped(dice: random.Random, folder: DataFolder, ground: Ground) -> str:
    content = bytearray(folder.database.read_bytes())
    one, two = dice.sample(range(len(content) // PAGE), 2)
    first, second = (slice(each * PAGE, each * PAGE + PAGE) for each in (one, two))
    content[first], content[second] = content[second], content[first]
    folder.database.write_bytes(bytes(content))
    return f"pages {one} and {two}"


def _frames_swapped(dice: random.Random, folder: DataFolder, ground: Ground) -> str:
    content = bytearray(_log(folder).read_bytes())
    one, two = dice.sample(range((len(content) - 32) // _FRAME), 2)
    first, second = (slice(32 + each * _FRAME, 32 + (each + 1) * _FRAME) for each in (one, two))
    content[first], content[second] = content[second], content[first]
    _log(folder).write_bytes(bytes(content))
    return f"frames {one} and {two}"


def _older_store(dice: random.Random, folder: DataFolder, ground: Ground) -> str:
    shutil.copyfile(ground.older.database, folder.database)
    if dice.random() < 0.5:
        _log(folder).unlink()
        return "without the log"
    return "with the log of now"


def _store_of_another(dice: random.Random, folder: DataFolder, ground: Ground) -> str:
    shutil.copyfile(ground.another.database, folder.database)
    if dice.random() < 0.5:
        shutil.copyfile(ground.another.keys, folder.keys)
        return "with its keys"
    if dice.random() < 0.5:
        _log(folder).unlink()
    return "with the keys of this"


def _store_without_its_tables(dice: random.Random, folder: DataFolder, ground: Ground) -> str:
    """The log is lost before anything of it came into the file."""
    folder.database.unlink()
    _log(folder).unlink()
    create_empty(folder, ground.key)
    if dice.random() < 0.5:
        folder.head.unlink()
    return "one page"


def _garbage_after_the_end(dice: random.Random, folder: DataFolder, ground: Ground) -> str:
    path = dice.choice((folder.database, _log(folder)))
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


def _log(folder: DataFolder) -> Path:
    return folder.root / "frontdesk.db-wal"


def _index(folder: DataFolder) -> Path:
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


class _quiet:  # noqa: N801 - reads as the word it is
    """Keeps the log out of the way and passwords cheap: a thousand sign-ins are to be done."""

    def __enter__(self) -> None:
        self._level = logging.getLogger().level
        logging.getLogger("alembic").setLevel(logging.WARNING)
        self._cost = keys.USUAL_COST
        keys.USUAL_COST = keys.Cost(passes=1, memory_kib=64, lanes=1)

    def __exit__(self, *_: object) -> None:
        keys.USUAL_COST = self._cost
