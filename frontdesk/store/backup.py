"""Backups: copied by the engine's online backup into one file, checked, fsynced, only then named.

A backup is ``frontdesk-<UTC time>-<why>.fdbackup``; what is inside is told by ``archive``.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from frontdesk.errors import EnvironmentFault, UserError
from frontdesk.store import archive, keys, second_place
from frontdesk.store.archive import DATABASE, KEYS, Manifest, manifest, unwritable
from frontdesk.store.engine import connect
from frontdesk.store.faults import fault_of, second_look
from frontdesk.store.files import DataFolder, sync_folder

__all__ = ["SUFFIX", "Found", "Manifest", "available", "damages", "make", "manifest", "newest"]

SUFFIX = ".fdbackup"
_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"frontdesk-(\d{8}T\d{6}Z)(?:\.\d+)?-([a-z0-9-]+)\.fdbackup\Z")
_PAGES = 512  # of 4 KB in one step: the window is told, and a cancel heard, that often
_SPARE = 16 << 20  # bytes that are to be left free
_WHOLE = 100
_LEFT_BEHIND_S = 3_600

Progress = Callable[[int, int], None]
"""Told ``done`` of ``total``."""


@dataclass(frozen=True, slots=True)
class Found:
    """A backup by its name: ``made_at`` (UTC), ``size`` in bytes, ``second``: from that place."""

    path: Path
    made_at: datetime
    why: str
    size: int
    second: bool


def make(
    folder: DataFolder,
    key: bytes,
    now: datetime,
    why: str,
    target: Path | None = None,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Path:
    """Copy store and key file into one file, which is read and checked before it gets its name.

    The store may be written meanwhile: the copy is of one moment. ``target`` is a folder or the
    name of a new file; without it the backup goes to the data folder's own ``backups``.

    Raises:
        EnvironmentFault: no room, a place that cannot be written, a store that is damaged or
            missing, a missing key file; nothing was named and nothing else touched.
        UserError: ``backup.cancelled``, or ``backup.exists`` for a ``target`` that is a file.
    """
    where, name = _place(folder, target)
    telling = _Telling(progress, cancelled)
    aside = folder.backups / f".making-{os.getpid()}.db"
    part: Path | None = None
    try:
        folder.backups.mkdir(parents=True, exist_ok=True)
        _require_room(folder, where)
        # Of one that could not tidy up after itself, since the disk failed for that as well.
        for leftover in (aside, _keys_beside(aside), *_companions(aside)):
            leftover.unlink(missing_ok=True)
        aside.touch()
        _sweep(aside)
        found = _copied(folder, key, now, why, aside, telling)
        path = name or _unused(where, now, why)
        part = path.with_name(f".{path.name}.part")
        part.unlink(missing_ok=True)
        files = {KEYS: _keys_beside(aside), DATABASE: aside}
        telling.phase(70, 100, sum(each.size for each in found.parts.values()))
        with archive.writing(part) as out:
            archive.write(out, found, files, telling.step)
        _name(part, path)
    except OSError as error:
        raise unwritable(error, where) from error
    except EnvironmentFault as fault:
        if fault.code == "store.damaged" and not _is_damaged(folder, key):
            # The copy could not be read again; the store can.
            raise EnvironmentFault(
                "store.backup_failed", path=str(where), reason=str(fault.__cause__ or fault)
            ) from fault
        raise
    finally:
        leftovers: tuple[Path | None, ...] = (aside, _keys_beside(aside), *_companions(aside), part)
        for rest in leftovers:
            if rest is not None:
                with suppress(OSError):
                    rest.unlink(missing_ok=True)
    return path


def available(folder: DataFolder, second: Path | None = None) -> tuple[Found, ...]:
    """The backups of this dealership here and at the second place, newest first.

    A place that is not there (a stick not plugged in) has none.
    """
    found = _listed(folder.backups, second=False)
    if second is not None:
        for home in second_place.homes(second, identity(folder)):
            found += _listed(home, second=True)
    return tuple(sorted(found, key=lambda each: (each.made_at, each.path.name), reverse=True))


def newest(folder: DataFolder) -> datetime | None:
    """When the newest backup in the data folder was made (UTC), ``None`` where there is none."""
    return max((each.made_at for each in _listed(folder.backups, second=False)), default=None)


def identity(folder: DataFolder) -> str | None:
    """Whose data it is, as backups name it; ``None`` where the key file cannot tell."""
    try:
        return keys.KeyFile.load(folder).check.hex()
    except (EnvironmentFault, OSError):
        return None


def damages(connection: dbapi2.Connection, *, has_log: bool = False) -> list[str]:
    """What is wrong with the open file: page HMACs, structure, foreign keys. Empty means sound.

    ``has_log``: pages in the write-ahead log hide those of the file, which a power cut may have
    torn; then only what is in force is proved, page by page as the structure is read.
    """
    found: list[str] = []
    if not has_log:
        found += [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check")]
    found += [
        str(row[0]) for row in connection.execute("PRAGMA integrity_check(100)") if row[0] != "ok"
    ]
    found += [
        f"foreign key of {row[0]} row {row[1]}"
        for row in connection.execute("PRAGMA foreign_key_check")
    ]
    return found


def rows(connection: dbapi2.Connection) -> dict[str, int]:
    """How many rows each table holds."""
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
    ).fetchall()
    counts = {}
    for (table,) in tables:
        quoted = str(table).replace('"', '""')
        counted = connection.execute(f'SELECT count(*) FROM "{quoted}"').fetchone()  # noqa: S608
        counts[str(table)] = int(counted[0])
    return counts


def _is_damaged(folder: DataFolder, key: bytes) -> bool:
    return second_look(folder.database, key).code == "store.damaged"


class _Telling:
    """Turns the steps of several phases into one percentage, and a cancel into an error."""

    def __init__(self, progress: Progress | None, cancelled: Callable[[], bool] | None) -> None:
        self._progress, self._cancelled = progress, cancelled
        self._from, self._to, self._total, self._done = 0, _WHOLE, 1, 0

    def phase(self, begin: int, end: int, total: int) -> None:
        """From now on ``total`` steps lead from ``begin`` to ``end`` per cent."""
        self._from, self._to, self._total, self._done = begin, end, max(1, total), 0
        self.step(0)

    def step(self, by: int) -> None:
        """So many more are done."""
        self.at(self._done + by)

    def at(self, done: int) -> None:
        """So many are done by now."""
        self.heed()
        self._done = min(done, self._total)
        if self._progress is not None:
            share = (self._to - self._from) * self._done // self._total
            self._progress(self._from + share, _WHOLE)

    def stopped(self) -> bool:
        """Whether nobody waits for it any more."""
        return self._cancelled is not None and self._cancelled()

    def heed(self) -> None:
        """Stop here if nobody waits for it any more."""
        if self.stopped():
            raise UserError("backup.cancelled")


def _copied(
    folder: DataFolder, key: bytes, now: datetime, why: str, aside: Path, telling: _Telling
) -> Manifest:
    """A checked copy of store and key file at ``aside``, and what there is to say of it."""
    try:
        key_bytes = folder.keys.read_bytes()
    except FileNotFoundError as error:
        raise EnvironmentFault("store.keys_missing", path=str(folder.keys)) from error
    if not folder.database.exists():
        raise EnvironmentFault("store.missing", path=str(folder.database))
    try:
        with (
            closing(connect(folder.database, key)) as source,
            closing(connect(aside, key, create=True)) as copy,
        ):
            _copy(source, copy, telling)
            telling.phase(40, 60, 1)
            copy.set_progress_handler(telling.stopped, 100_000)
            if damages(copy):
                raise EnvironmentFault("store.damaged", path=str(folder.database))
            told = _told(copy)
    except dbapi2.Error as error:
        telling.heed()
        fault = fault_of(error)
        if fault is not None and fault.code in {"store.damaged", "store.busy"}:
            raise fault from error
        code = "backup.no_room" if _is_full(fault) else "store.backup_failed"
        raise EnvironmentFault(code, path=str(folder.backups), reason=str(error)) from error
    with archive.writing(_keys_beside(aside)) as out:
        out.write(key_bytes)
    parts = {KEYS: archive.Part(len(key_bytes), hashlib.sha256(key_bytes).hexdigest())}
    telling.phase(60, 70, aside.stat().st_size)
    parts[DATABASE] = archive.measure(aside, telling.step)
    return Manifest(
        made_at=now.astimezone(UTC),
        why=why,
        revision=told.revision,
        dealership=keys.check_value(key).hex(),
        rows=told.rows,
        parts=parts,
        sequence=told.sequence,
        seal=told.seal,
    )


def _copy(source: dbapi2.Connection, copy: dbapi2.Connection, telling: _Telling) -> None:
    """Copy every page of one moment.

    The read transaction holds that moment: whoever writes meanwhile neither waits nor makes the
    copying begin again.
    """
    for pragma in ("journal_mode=OFF", "synchronous=OFF"):  # it is fsynced when it is whole
        copy.execute(f"PRAGMA {pragma}")
    source.execute("PRAGMA busy_timeout = 5000")
    source.execute("BEGIN")
    source.execute("SELECT count(*) FROM sqlite_master").fetchone()

    def told(_status: int, remaining: int, total: int) -> None:
        telling.phase(0, 40, total)
        telling.at(total - remaining)

    source.backup(copy, pages=_PAGES, progress=told, sleep=0.05)
    source.execute("ROLLBACK")
    # One file, with no companions when it is opened.
    copy.execute("PRAGMA journal_mode=DELETE")


@dataclass(frozen=True, slots=True)
class _Told:
    revision: str | None
    rows: dict[str, int]
    sequence: int | None
    seal: str | None


def _told(copy: dbapi2.Connection) -> _Told:
    counts = rows(copy)
    revision = None
    if counts.get("alembic_version"):
        revision = str(copy.execute("SELECT version_num FROM alembic_version").fetchone()[0])
    sequence, seal = _audit_head(copy, counts)
    return _Told(revision, counts, sequence, seal)


def _audit_head(copy: dbapi2.Connection, tables: dict[str, int]) -> tuple[int | None, str | None]:
    """Sequence and seal (hex) of the last entry; stores of the first schema have no seals."""
    if tables.get("audit_head"):
        head: Any = copy.execute("SELECT sequence, seal, at FROM audit_head").fetchone()
        if head[2] is not None:
            return int(head[0]), bytes(head[1]).hex()
    if tables.get("audit_entry"):
        last: Any = copy.execute("SELECT max(sequence) FROM audit_entry").fetchone()
        return int(last[0]), None
    return None, None


def _place(folder: DataFolder, target: Path | None) -> tuple[Path, Path | None]:
    """The folder to write into, and the name if one was given."""
    if target is None:
        return folder.backups, None
    if target.is_dir():
        return target, None
    if target.exists() or target.is_symlink():
        raise UserError("backup.exists", field="target", path=str(target))
    if not target.parent.is_dir():
        raise EnvironmentFault("backup.unwritable", path=str(target.parent), reason=os.strerror(2))
    return target.parent, target


def _unused(where: Path, now: datetime, why: str) -> Path:
    stamp, again = now.astimezone(UTC).strftime(_STAMP), ""
    number = 1
    while (path := where / f"frontdesk-{stamp}{again}-{why}{SUFFIX}").exists():
        number += 1
        again = f".{number}"
    return path


def _name(part: Path, path: Path) -> None:
    """Give the finished file its name, unless another has it by now."""
    if path.exists():
        raise UserError("backup.exists", field="target", path=str(path))
    part.rename(path)
    sync_folder(path.parent)


def _require_room(folder: DataFolder, where: Path) -> None:
    """Twice the store for a moment: the copy, and the file it is packed into."""
    if not folder.database.exists():
        return  # said by whoever opens it
    size = folder.database.stat().st_size
    wal = folder.database.with_name(folder.database.name + "-wal")
    size += wal.stat().st_size if wal.exists() else 0
    same = folder.backups.stat().st_dev == where.stat().st_dev
    for place, needed in ((folder.backups, size * (2 if same else 1)), (where, size)):
        free = shutil.disk_usage(place).free
        if free < needed + _SPARE:
            raise EnvironmentFault(
                "backup.no_room", path=str(place), reason=f"{free / 1_000_000:,.0f} MB"
            )


def _sweep(aside: Path) -> None:
    """Remove what a killed predecessor left unfinished, but not what another is working at."""
    long_ago = aside.stat().st_mtime - _LEFT_BEHIND_S
    for pattern in (".making-*", f".frontdesk-*{SUFFIX}.part"):
        for leftover in aside.parent.glob(pattern):
            if leftover.stat().st_mtime < long_ago:
                leftover.unlink(missing_ok=True)


def _listed(where: Path, *, second: bool) -> list[Found]:
    found = []
    with suppress(OSError):
        for entry in os.scandir(where):
            match = _NAME.match(entry.name)
            if match is None or not entry.is_file(follow_symlinks=False):
                continue
            with suppress(ValueError, OSError):
                made_at = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
                size = entry.stat().st_size
                found.append(Found(Path(entry.path), made_at, match[2], size, second))
    return found


def _keys_beside(aside: Path) -> Path:
    return aside.with_suffix(".keys")


def _companions(aside: Path) -> list[Path]:
    return [aside.with_name(aside.name + tail) for tail in ("-journal", "-wal", "-shm")]


def _is_full(fault: EnvironmentFault | None) -> bool:
    return fault is not None and fault.code == "store.disk_full"
