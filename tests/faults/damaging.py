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
from frontdesk.store.files import DataFolder
from frontdesk.store.glance import glance
from frontdesk.store.looking import looking
from tests.faults.damages import DAMAGES, Ground, log_of_store

_FILES = ("frontdesk.db", "frontdesk.db-wal", "frontdesk.db-shm", "keys.json", "frontdesk.head")


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
    (at / "another.log").write_bytes(log_of_store(another).read_bytes())
    other.services.desk.store.close()
    log_of_store(another).write_bytes((at / "another.log").read_bytes())
    if check_store(now, ADMIN, PASSWORD, clock):
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
    found = _looked(folder, told, outcome, clock)
    if hashes(folder) != before:
        outcome.touched.append(f"{told} (looking)")
    refused = _opened(folder, told, outcome, clock, before)
    if found is None and refused is None:
        _harmless(ground, folder, told, outcome, before)
    else:
        outcome.found_by[found or f"opening: {refused}"] += 1


def _looked(folder: DataFolder, told: str, outcome: Outcome, clock: Clock) -> str | None:
    """What the first glance and ``frontdesk check`` find."""
    try:
        fault = glance(folder)
        if fault is not None:
            return f"glance: {fault.code}"
        faults = check_store(folder, ADMIN, PASSWORD, clock)
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
        if path.name != "attempts.json"  # a refused password is counted
    }


def _copy(source: DataFolder, to: DataFolder) -> None:
    shutil.rmtree(to.root, ignore_errors=True)
    shutil.copytree(source.root, to.root, ignore=shutil.ignore_patterns("logs", "backups"))


class _quiet:  # noqa: N801 - reads as the word it is
    """Keeps the log out of the way and passwords cheap: a thousand sign-ins are to be done."""

    def __enter__(self) -> None:
        self._level = logging.getLogger().level
        logging.getLogger("alembic").setLevel(logging.WARNING)
        self._cost = keys.USUAL_COST
        keys.USUAL_COST = keys.Cost(passes=1, memory_kib=64, lanes=1)

    def __exit__(self, *_: object) -> None:
        keys.USUAL_COST = self._cost
