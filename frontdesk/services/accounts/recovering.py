"""Putting right what keeps a dealership's data from being opened. Nobody is signed in here.

What is found in the way is never deleted: it is set aside, and the trail says who put what back.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2

from frontdesk.clock import Clock
from frontdesk.errors import EnvironmentFault, PermissionDenied, UserError
from frontdesk.models.enums import BackupKind, Role
from frontdesk.services.accounts.passwords import tidy_login
from frontdesk.services.backups.keeping import kind_of
from frontdesk.services.permissions import Permission, granted
from frontdesk.store import archive, backup, head, keys, known, restore, seals, startup
from frontdesk.store.aside import STAMP, place_for
from frontdesk.store.attempts import attempts_of
from frontdesk.store.files import DataFolder, sync_folder, write_durably
from frontdesk.store.first_look import first_look
from frontdesk.store.glance import glance_at_file
from frontdesk.store.looking import has_log, looking
from frontdesk.store.store import Store

RESTORED, ACCEPTED, KEYS_TAKEN = "store.restored", "store.accepted", "store.keys_restored"
_ROLES = """SELECT s.id, r.role FROM staff_member s JOIN staff_role r ON r.staff_id = s.id
    WHERE s.login = ? AND s.active"""

Progress = Callable[[int, int], None]
"""Told ``done`` of ``total`` bytes."""


class Way(StrEnum):
    """What can be done about it."""

    RESTORE = "restore"
    TAKE_KEYS = "take_keys"
    GO_ON = "go_on"
    LOOK_AGAIN = "look_again"
    CHOOSE = "choose"
    FOUND = "found"


_AGAIN = (Way.LOOK_AGAIN, Way.CHOOSE)
WAYS: Mapping[str, tuple[Way, ...]] = MappingProxyType(
    {
        "store.damaged": (Way.RESTORE, Way.LOOK_AGAIN),
        "store.header": (Way.RESTORE, Way.LOOK_AGAIN),
        "store.empty": (Way.RESTORE, Way.LOOK_AGAIN),
        "store.missing": (Way.RESTORE, *_AGAIN),
        "store.foreign": (Way.RESTORE, *_AGAIN),
        "store.rolled_back": (Way.RESTORE, Way.GO_ON, Way.LOOK_AGAIN),
        "store.keys_missing": (Way.TAKE_KEYS, *_AGAIN),
        "store.keys_damaged": (Way.TAKE_KEYS, *_AGAIN),
        "store.gone": (Way.RESTORE, *_AGAIN, Way.FOUND),
        "store.newer": _AGAIN,
        "store.unreadable": _AGAIN,
        "store.read_only_folder": _AGAIN,
        "store.no_room": _AGAIN,
        "restore.unfinished": (Way.LOOK_AGAIN,),
    }
)
"""By the code of the fault; a fault that is not here is no matter for repair."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A backup that could be put back.

    ``missing``: the time between it and the last work known of, ``entries``: how many acts of the
    audit trail that were; ``None`` where it cannot be told.
    """

    path: str
    made_at: datetime
    kind: BackupKind
    size: int
    second: bool
    missing: timedelta | None
    entries: int | None


@dataclass(frozen=True, slots=True)
class Survey:
    """What there is to go by: the moment of the last work, and the backups, newest first."""

    last_work: datetime | None
    offers: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """Who asks: an account with its password, or the code of the recovery sheet alone."""

    login: str = ""
    password: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Restored:
    """``made_at``: of the backup; ``set_aside``: where the files lie that were in the way."""

    made_at: datetime
    set_aside: str | None


def survey(root: Path, chosen: Path | None = None) -> Survey:
    """Look for backups of ``root``: its own, those at the second place, and the ``chosen`` file.

    Raises:
        EnvironmentFault: the chosen file is no backup.
    """
    folder = DataFolder(root)
    last, kept = _last_work(folder), head.read(folder)
    if chosen is not None:
        told = archive.manifest(chosen)
        size = chosen.stat().st_size
        found = [backup.Found(chosen, told.made_at, told.why, size, second=True)]
    else:
        found = list(backup.available(folder, known.second_place(root)))
    return Survey(last, tuple(_offer(each, last, kept) for each in found))


def look_again(root: Path) -> EnvironmentFault | None:
    """What stands against opening ``root`` now."""
    return first_look(DataFolder(root))


def choose(root: Path, other: Path) -> None:
    """Open ``other`` from now on wherever ``root`` is asked for and is not there.

    Raises:
        UserError: there is no dealership's data in ``other``.
    """
    if not DataFolder(other).exists():
        raise UserError("recovering.no_dealership", path=str(other))
    known.take_instead(root, other)


def put_back(
    root: Path, path: Path, proof: Proof, clock: Clock, progress: Progress | None = None
) -> Restored:
    """Prove the backup at ``path`` and put it in the place of what is in ``root``.

    Raises:
        UserError: the proof is not right, or the person may not.
        EnvironmentFault: the backup is not sound, or there is no room; everything is as it was.
    """
    folder = DataFolder(root)
    key = _unlocked(folder, proof, clock, path)
    told = archive.manifest(path)
    root.mkdir(parents=True, exist_ok=True)
    step = _Steps(progress, 2 * sum(part.size for part in told.parts.values()))
    by = _allowed_by_backup(path, key, proof, root, step)
    aside = restore.restore(path, folder, key, clock.now(), step=step)
    detail = {"backup": path.name, "made_at": told.made_at, "aside": aside and aside.name}
    _enter(folder, key, clock, RESTORED, by, detail)
    return Restored(told.made_at, None if aside is None else str(aside))


def take_keys(root: Path, path: Path, proof: Proof, clock: Clock) -> Restored:
    """Take only the key file from the backup at ``path``: no data is lost.

    Names and passwords are those of the moment of the backup.

    Raises:
        UserError: the proof is not right, or the person may not.
        EnvironmentFault: the backup is not sound, or its key is not that of the data.
    """
    folder = DataFolder(root)
    key = _unlocked(folder, proof, clock, path)
    startup.look(folder.database, key, head.read(folder))
    by = _allowed(folder.database, key, proof)
    told, content = archive.manifest(path), archive.read_keys(path)
    aside: Path | None = None
    if folder.keys.exists():
        aside = root / f"keys-set-aside-{clock.now().astimezone(UTC):{STAMP}}.json"
        folder.keys.rename(aside)
    write_durably(folder.keys, content)
    detail = {"backup": path.name, "made_at": told.made_at, "aside": aside and aside.name}
    _enter(folder, key, clock, KEYS_TAKEN, by, detail)
    return Restored(told.made_at, None if aside is None else str(aside))


def go_on(root: Path, proof: Proof, reason: str, clock: Clock) -> None:
    """Accept data that is older than what was acknowledged; only where it is sound in itself.

    Raises:
        UserError: no reason, the proof is not right, or the person may not.
        EnvironmentFault: what is there is damaged as well.
    """
    folder = DataFolder(root)
    if not reason.strip():
        raise UserError("recovering.reason_missing", field="reason")
    key = _unlocked(folder, proof, clock, None)
    expected = head.read(folder)
    if not _sound(folder.database, key):
        raise EnvironmentFault("recovering.not_sound", path=str(root))
    by = _allowed(folder.database, key, proof)
    if expected is not None:
        _set_aside(folder, [folder.head], clock)
    detail = {"reason": reason.strip(), "sequence": expected and expected.sequence}
    _enter(folder, key, clock, ACCEPTED, by, detail)


def set_all_aside(root: Path, clock: Clock) -> str | None:
    """Make room for a new dealership: whatever of an old one is left goes into a folder of its own.

    Nothing there can be opened by anyone any more, hence nobody is asked for a password.
    """
    folder = DataFolder(root)
    known.forget(root)
    beside = (f"{folder.database.name}{end}" for end in ("", "-wal", "-shm"))
    left = [*(root / name for name in beside), folder.keys, folder.head]
    there = [path for path in left if path.exists()]
    return str(_set_aside(folder, there, clock)) if there else None


def _last_work(folder: DataFolder) -> datetime | None:
    """When something was last saved, as the files tell: the head is written after each commit."""
    log = folder.database.with_name(folder.database.name + "-wal")
    for group in ((folder.head,), (folder.database, log)):
        times = []
        for path in group:
            with suppress(OSError):
                times.append(path.stat().st_mtime)
        if times:
            return datetime.fromtimestamp(max(times), UTC)
    return None


def _offer(found: backup.Found, last: datetime | None, kept: head.Head | None) -> Offer:
    missing = None if last is None else max(last - found.made_at, timedelta())
    entries: int | None = None
    with suppress(EnvironmentFault):
        told = archive.manifest(found.path)
        if kept is not None and told.sequence is not None:
            entries = max(0, kept.sequence - told.sequence)
    return Offer(
        str(found.path),
        found.made_at,
        kind_of(found.why),
        found.size,
        found.second,
        missing,
        entries,
    )


def _unlocked(folder: DataFolder, proof: Proof, clock: Clock, backup_file: Path | None) -> bytes:
    """The data key, from the slots in ``backup_file`` or in the folder; failures wait as ever."""
    name = keys.RECOVERY_SLOT if proof.code else tidy_login(proof.login)
    field = "recovery_code" if proof.code else "password"
    attempts = attempts_of(folder, clock.steady())
    left = attempts.wait(name, clock.steady())
    if left:
        raise UserError("sign_in.wait", field=field, seconds=ceil(left), wait=left)
    try:
        key = _opened(folder, proof, name, backup_file)
    except UserError as error:
        wait = attempts.failed(name, clock.now(), clock.steady(), known=False)
        code = "recovery.refused" if proof.code else "sign_in.refused"
        raise UserError(code, field=field, wait=wait) from error
    attempts.succeeded(name)
    return key


def _opened(folder: DataFolder, proof: Proof, name: str, backup_file: Path | None) -> bytes:
    if backup_file is None:
        secret = keys.tidy_recovery_code(proof.code) if proof.code else proof.password
        return keys.KeyFile.load(folder).unlock(name, secret)
    if proof.code:
        return restore.unlock_by_sheet(backup_file, proof.code)
    return restore.unlock(backup_file, name, proof.password)


def _allowed_by_backup(
    path: Path, key: bytes, proof: Proof, root: Path, step: Callable[[int], None]
) -> str | None:
    """Whether the person may, by the roles held when the backup was made."""
    if proof.code:
        return None
    with TemporaryDirectory(prefix=".look-", dir=root, ignore_cleanup_errors=True) as room:
        archive.extract(path, Path(room), step)
        fault = glance_at_file(DataFolder(Path(room)))
        if fault is not None:
            raise EnvironmentFault("backup.damaged", path=str(path))
        try:
            return _allowed(Path(room) / archive.DATABASE, key, proof)
        except EnvironmentFault as error:
            raise EnvironmentFault("backup.damaged", path=str(path)) from error


def _allowed(database: Path, key: bytes, proof: Proof) -> str | None:
    """The id of the person; ``None`` for whoever holds the recovery sheet.

    Raises:
        PermissionDenied: none of the person's roles looks after the data.
        EnvironmentFault: the accounts cannot be read.
    """
    if proof.code:
        return None
    try:
        with looking(database, key) as connection:
            found = connection.execute(_ROLES, (tidy_login(proof.login),)).fetchall()
    except dbapi2.Error as error:
        raise EnvironmentFault("store.damaged", path=str(database)) from error
    roles = frozenset(Role(row[1]) for row in found if row[1] in set(Role))
    if Permission.MANAGE_BACKUPS not in granted(roles):
        raise PermissionDenied("recovering.not_allowed", field="login")
    return str(found[0][0])


def _sound(database: Path, key: bytes) -> bool:
    """Whether pages and trail hold together in themselves, whatever is missing at the end."""
    startup.look(database, key)
    try:
        with looking(database, key) as connection:
            damages = backup.damages(connection, has_log=has_log(database))
            return not (damages or seals.verify(connection, key))
    except dbapi2.Error:
        return False


def _set_aside(folder: DataFolder, there: list[Path], clock: Clock) -> Path:
    aside = place_for(folder, f"{clock.now().astimezone(UTC):{STAMP}}")
    aside.mkdir(parents=True)
    for path in there:
        path.rename(aside / path.name)
    for each in (aside, aside.parent, folder.root):
        sync_folder(each)
    return aside


def _enter(
    folder: DataFolder,
    key: bytes,
    clock: Clock,
    action: str,
    by: str | None,
    detail: Mapping[str, object],
) -> None:
    """Open the store and say in its trail what was done, and by whom."""
    who = {} if by else {"by": "recovery_sheet"}
    told = json.dumps({**detail, **who}, ensure_ascii=False, default=str, sort_keys=True)
    store: Store = startup.open_store(folder, key, clock.now())

    def enter(session: Session) -> head.Head | None:
        note = seals.Note(clock.now(), by, action, "store", "", told)
        return seals.append(session.connection(), store.seal_key, [note])

    try:
        with store.writing(enter):
            pass
    finally:
        store.close()


class _Steps:
    """Adds up the bytes."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress, self._total, self._done = progress, max(1, total), 0

    def __call__(self, more: int) -> None:
        self._done = min(self._total, self._done + more)
        if self._progress is not None:
            self._progress(self._done, self._total)
