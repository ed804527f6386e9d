"""A store of every released schema is brought up to date, and killed while it is."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from frontdesk.clock import FixedClock
from frontdesk.sample.staff import ADMIN, PASSWORD
from frontdesk.store import migrate, restore
from frontdesk.store.check import check
from frontdesk.store.engine import connect, make_engine
from frontdesk.store.files import DataFolder
from frontdesk.store.keys import KeyFile
from frontdesk.store.startup import look, open_store
from tests.faults.dealership import clock
from tests.faults.figures import Figures, roomy, timed

if TYPE_CHECKING:
    from tests.faults.shim import Shim

RELEASED = Path(__file__).parents[1] / "migrations" / "fixtures"
Rows = dict[str, tuple[tuple[str, ...], str]]
"""By table: its columns, and a hash of every row's values in them."""


def released() -> list[Path]:
    """The frozen data folders, the oldest first."""
    return sorted(path for path in RELEASED.iterdir() if path.is_dir())


def older() -> list[Path]:
    """Those that today's program has to upgrade."""
    return [path for path in released() if path.name != migrate.head()]


@dataclass(frozen=True, slots=True)
class Released:
    """A copy of a released store, unlocked."""

    folder: DataFolder
    key: bytes
    revision: str

    @classmethod
    def copy(cls, fixture: Path, into: Path) -> Released:
        """Copy ``fixture``; the frozen one is never opened."""
        shutil.copytree(fixture, into)
        folder = DataFolder(into)
        return cls(folder, KeyFile.load(folder).unlock(ADMIN, PASSWORD), fixture.name)

    def at(self) -> str | None:
        """The schema it is at now."""
        return look(self.folder.database, self.key)

    def rows(self, like: Rows | None = None) -> Rows:
        """What it holds; with ``like`` only of the tables and columns named there."""
        return rows_of(self.folder.database, self.key, like)

    def open(self, at: FixedClock | None = None) -> None:
        """Open it as the program does, and close it again."""
        open_store(self.folder, self.key, (at or clock()).now()).close()

    def down(self) -> None:
        """Take it back to the schema it was released with."""
        engine = make_engine(self.folder.database, self.key)
        migrate.downgrade(engine, self.revision)
        engine.dispose()


def rows_of(path: Path, key: bytes, like: Rows | None = None) -> Rows:
    """What the tables of the file at ``path`` hold, whatever their order on disk."""
    connection = connect(path, key)
    try:
        found: Rows = {}
        for table in like or _tables(connection):
            columns = like[table][0] if like else _columns(connection, table)
            listed = ", ".join(f'"{column}"' for column in columns)
            lines = sorted(
                repr(row) for row in connection.execute(f'SELECT {listed} FROM "{table}"')
            )
            found[table] = columns, hashlib.sha256("\n".join(lines).encode()).hexdigest()
        return found
    finally:
        connection.close()


def figures(kills: int, seed: int) -> Figures:
    """Kill ``kills`` upgrades of each released store that is not of today's schema."""
    from tests.faults.hosted import hosting

    counted = Figures("kill -9 while upgrading", seed)
    with timed(counted), roomy() as folder, hosting() as host:
        for fixture in older():
            whole = Released.copy(fixture, folder / f"{fixture.name}-whole")
            before = whole.rows()
            calls = host.run("upgrade", root=whole.folder.root, key=whole.key.hex()).last("calls")
            random = Random(seed)
            for nth in range(kills):
                place = folder / f"{fixture.name}-{nth}"
                copy = Released.copy(fixture, place)
                at = random.randint(1, calls)
                heard = host.run("upgrade", root=place, key=copy.key.hex(), kill_at=at)
                where = f"{fixture.name}, killed at {at} of {calls}"
                if not heard.killed:
                    counted.fault("ended by itself", [str(heard.ended)], where)
                old = copy.at() == fixture.name
                counted.tried(left_old=old, left_new=not old)
                for kind, said in faults(copy, before, old=old).items():
                    counted.fault(kind, said, where)
                shutil.rmtree(place)
    return counted


def faults(copy: Released, before: Rows, *, old: bool) -> dict[str, Iterable[str]]:
    """What is wrong with a store whose upgrade was killed: it is whole, and old or new."""
    found: dict[str, Iterable[str]] = {}
    at = copy.at()
    if at not in (copy.revision, migrate.head()):
        found["half"] = [f"at revision {at}"]
    kept = list(copy.folder.backups.glob("*before-upgrade*.fdbackup"))
    if not old:
        good = [path for path in kept if not restore.prove(path, copy.key)]
        found["no backup"] = [] if good else ["upgraded without a good backup"]
    # Opened as ever: the upgrade is made, or was made.
    copy.open()
    found["half"] = [*found.get("half", ()), *([] if copy.at() == migrate.head() else ["not new"])]
    after = copy.rows(before)
    found["lost"] = [table for table in before if before[table] != after[table]]
    found["corrupt"] = check(copy.folder, copy.key)
    kept = list(copy.folder.backups.glob("*before-upgrade*.fdbackup"))
    found["no backup"] = [
        *found.get("no backup", ()),
        *(f"{path.name}: {fault}" for path in kept for fault in restore.prove(path, copy.key)),
        *([] if kept else ["no backup after the upgrade"]),
    ]
    return found


def upgrade(say: Callable[..., None], shim: Shim, *, root: str, key: str, kill_at: int = 0) -> None:
    """Open the released store below ``root``, as a job; it is killed at its nth change."""
    from tests.faults.shim import Calls

    folder = DataFolder(Path(root))
    shim.watch(folder.root)
    if kill_at:
        shim.kill_at(kill_at)
    else:
        shim.count(Calls.CHANGING)
    open_store(folder, bytes.fromhex(key), clock().now()).close()
    say(calls=shim.rest())


def _tables(connection: object) -> list[str]:
    # The revision is what changes; how the index lies in its tables is its own affair.
    query = """SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'alembic_version'
        AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_%' ORDER BY name"""
    return [str(row[0]) for row in connection.execute(query)]  # type: ignore[attr-defined]


def _columns(connection: object, table: str) -> tuple[str, ...]:
    info = connection.execute(f'PRAGMA table_info("{table}")')  # type: ignore[attr-defined]
    return tuple(str(row[1]) for row in info)
