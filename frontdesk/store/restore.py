"""From a backup back to a store: proved first, then put in place so that nothing is ever half."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlcipher3 import dbapi2

from frontdesk.errors import EnvironmentFault, UserError
from frontdesk.store import archive, keys, migrate, replacing
from frontdesk.store.archive import Manifest, manifest, unwritable
from frontdesk.store.aside import STAMP
from frontdesk.store.backup import damages, rows
from frontdesk.store.engine import connect
from frontdesk.store.files import DataFolder
from frontdesk.store.replacing import finish
from frontdesk.store.startup import look

__all__ = ["finish", "prove", "restore", "unlock", "unlock_by_sheet"]

_SPARE = 16 << 20
Step = Callable[[int], None]


def unlock(path: Path, login: str, password: str) -> bytes:
    """The data key, by an account and the password it had when the backup was made.

    Raises:
        UserError: not that account's password.
        EnvironmentFault: the file is foreign, damaged or cannot be read.
    """
    return _keys_inside(path).unlock(login, password)


def unlock_by_sheet(path: Path, code: str) -> bytes:
    """The data key, by the code of the recovery sheet that was valid when the backup was made.

    Raises:
        UserError: ``recovery.refused``: the code is not of this backup.
        EnvironmentFault: the file is foreign, damaged or cannot be read.
    """
    try:
        return _keys_inside(path).unlock(keys.RECOVERY_SLOT, keys.tidy_recovery_code(code))
    except UserError as error:
        raise UserError("recovery.refused", field="recovery_code") from error


def prove(
    path: Path, key: bytes, *, scratch: Path | None = None, step: Step | None = None
) -> list[str]:
    """Unpack the backup, open the store inside and check all of it; what is wrong, empty if sound.

    ``scratch`` is a folder with room for the whole store (the system's own without it). ``step``
    is told bytes and may raise to stop.

    Raises:
        EnvironmentFault: ``backup.other_key`` (another dealership's, or of another key: nothing is
            wrong with it), ``store.newer``, or a place that cannot be read or written.
    """
    told = _fitting(path, key)
    if isinstance(told, str):
        return [told]
    try:
        with TemporaryDirectory(prefix="frontdesk-prove-", dir=scratch) as room:
            return _unpacked_faults(path, Path(room), told, key, step)
    except OSError as error:
        raise unwritable(error, scratch or Path()) from error


def restore(
    path: Path, into: DataFolder, key: bytes, now: datetime, *, step: Step | None = None
) -> Path | None:
    """Put the store of the backup into the data folder; nobody may have that folder open.

    Whatever is in the way is moved to ``set-aside/<time>/`` below the folder.

    Returns:
        Where the old files lie now, ``None`` if there were none.

    Raises:
        EnvironmentFault: the backup is not sound (``backup.damaged``, ``backup.foreign``), does not
            fit the key, or the folder cannot be written; the folder is as it was. After
            ``restore.unfinished`` the next opening finishes it.
    """
    told = manifest(path)
    if told.dealership != keys.check_value(key).hex():
        raise EnvironmentFault("backup.other_key", path=str(path))
    try:
        into.root.mkdir(parents=True, exist_ok=True)
        finish(into)
        stage = replacing.clear_stage(into)
    except OSError as error:
        raise unwritable(error, into.root) from error
    try:
        if _unpacked_faults(path, stage, told, key, step):
            raise EnvironmentFault("backup.damaged", path=str(path))
    except BaseException:
        replacing.drop_stage(into)
        raise
    try:
        return replacing.replace(into, now.astimezone(UTC).strftime(STAMP))
    except OSError as error:
        raise unwritable(error, into.root) from error


def _fitting(path: Path, key: bytes) -> Manifest | str:
    try:
        told = manifest(path)
    except EnvironmentFault as fault:
        if fault.code in {"backup.damaged", "backup.foreign"}:
            return str(fault)
        raise
    if told.dealership != keys.check_value(key).hex():
        raise EnvironmentFault("backup.other_key", path=str(path))
    return told


def _unpacked_faults(
    path: Path, room: Path, told: Manifest, key: bytes, step: Step | None
) -> list[str]:
    """Unpack into ``room`` and look at everything there."""
    needed = sum(part.size for part in told.parts.values())
    free = shutil.disk_usage(room).free
    if free < needed + _SPARE:
        raise EnvironmentFault(
            "backup.no_room", path=str(room), reason=f"{free / 1_000_000:,.0f} MB"
        )
    try:
        archive.extract(path, room, step or (lambda _: None))
        if keys.KeyFile.load(DataFolder(room)).check != keys.check_value(key):
            return ["keys.json is of another store"]
        revision = look(room / archive.DATABASE, key)
    except EnvironmentFault as fault:
        if fault.code in {"backup.damaged", "store.damaged", "store.foreign", "store.keys_damaged"}:
            return [str(fault)]
        raise
    if revision not in migrate.known():
        raise EnvironmentFault("store.newer", path=str(path))
    faults = [] if revision == told.revision else [f"schema {revision}, stated {told.revision}"]
    try:
        with closing(connect(room / archive.DATABASE, key)) as connection:
            connection.execute("PRAGMA query_only = ON")
            faults += damages(connection)
            counts = rows(connection)
            faults += _miscounted(counts, told)
            if "audit_head" in counts:
                from frontdesk.store import seals

                faults += seals.verify(connection, key)
    except dbapi2.Error as error:
        faults.append(str(error))
    return faults


def _miscounted(found: dict[str, int], told: Manifest) -> list[str]:
    return [
        f"{table}: {found.get(table)} rows, stated {told.rows.get(table)}"
        for table in sorted({*found, *told.rows})
        if found.get(table) != told.rows.get(table)
    ]


def _keys_inside(path: Path) -> keys.KeyFile:
    content = archive.read_keys(path)
    with TemporaryDirectory(prefix="frontdesk-keys-") as room:
        holder = DataFolder(Path(room))
        holder.keys.write_bytes(content)
        return keys.KeyFile.load(holder)
