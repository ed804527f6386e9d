"""One round: make a backup, carry it to the second place, let go of what is no longer needed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select

from frontdesk.errors import EnvironmentFault, FrontdeskError, UserError
from frontdesk.models.enums import BackupKind
from frontdesk.models.journal import AuditEntry
from frontdesk.services.backups.dto import (
    Carried,
    MadeBackup,
    SecondPlaceSetting,
)
from frontdesk.services.desk import Change, Desk
from frontdesk.services.settings import load_setting, store_setting
from frontdesk.store import backup, second_place
from frontdesk.store.backup import Found, Progress
from frontdesk.store.thinning import Spans, superfluous

Cancelled = Callable[[], bool]
_THINNED = {BackupKind.AUTOMATIC, BackupKind.CLOSING}
"""Those nobody asked for; the others stay until somebody takes them away."""
_OWN = "backup.%"
_HERE = 70  # per cent of the work, where a second place follows


def kind_of(why: str) -> BackupKind:
    """The kind of a backup by the end of its name."""
    if why.startswith(BackupKind.BEFORE_UPGRADE):
        return BackupKind.BEFORE_UPGRADE
    return BackupKind(why) if why in set(BackupKind) else BackupKind.BY_HAND


def setting(desk: Desk) -> SecondPlaceSetting:
    """The second place as it is set."""
    with desk.read() as session:
        return load_setting(session, second_place.SETTING, SecondPlaceSetting, SecondPlaceSetting())


def newest(desk: Desk) -> Found | None:
    """The newest backup here; one of a clock that ran ahead only where there is no other."""
    found = backup.available(desk.store.folder)
    now = desk.now
    return next((each for each in found if each.made_at <= now), found[0] if found else None)


def something_changed(desk: Desk, since: Found | None) -> bool:
    """Whether the store holds anything the backup ``since`` does not.

    Told by the audit trail, which every change leaves an entry in; times of files prove nothing.
    """
    if since is None:
        return True
    try:
        told = backup.manifest(since.path)
    except EnvironmentFault:
        return True
    sequence = told.sequence or 0
    later = select(func.count()).where(
        AuditEntry.sequence > sequence, AuditEntry.action.not_like(_OWN)
    )
    there = select(AuditEntry.seal).where(AuditEntry.sequence == sequence)
    with desk.read() as session:
        if session.scalar(later):
            return True
        seal = session.scalar(there)
    # Another line of history: the store was restored to an older state since.
    return (None if seal is None else seal.hex()) != told.seal


def run(
    desk: Desk,
    kind: BackupKind,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    *,
    again: Found | None = None,
) -> MadeBackup:
    """Make a backup (or take ``again``), carry it, thin both places, note all of it.

    Raises:
        EnvironmentFault: no backup could be made; what there was is untouched.
        UserError: ``backup.cancelled``.
    """
    store, kept = desk.store, setting(desk)
    second = kept.folder != ""
    telling = progress or _silent
    if again is None:
        end = _HERE if second else 100
        path = backup.make(
            store.folder,
            store.key,
            desk.now,
            kind.value,
            progress=lambda done, total: telling(done * end // total, 100),
            cancelled=cancelled,
        )
    else:
        path = again.path
    size = path.stat().st_size
    carried, fault = _carry(desk, kept, path, size, telling, cancelled)
    gone = _thin(desk, Path(kept.folder) if carried is Carried.DONE else None)
    with desk.write() as work:
        work.audit(
            "backup.make" if again is None else "backup.copy",
            "backup",
            path.name,
            kind=kind.value,
            size=size,
            second=carried.value,
            thinned=gone,
        )
        if carried is Carried.DONE:
            # Read anew: another place may have been chosen meanwhile.
            now_kept = load_setting(work.session, second_place.SETTING, SecondPlaceSetting, kept)
            if now_kept.folder == kept.folder:
                store_setting(
                    work.session, second_place.SETTING, replace(now_kept, copied_at=work.now)
                )
        work.changed(Change.BACKUPS)
    return MadeBackup(None if again else str(path), size, carried, fault)


def lies_at_second(desk: Desk, found: Found) -> bool:
    """Whether there is no need to carry ``found``: it is there, or no second place can be had."""
    kept = setting(desk)
    if not kept.folder or not Path(kept.folder).is_dir():
        return True
    homes = second_place.homes(Path(kept.folder), backup.identity(desk.store.folder))
    return any((home / found.path.name).exists() for home in homes)


def overdue(desk: Desk, kept: SecondPlaceSetting) -> bool:
    """Whether nothing has come to the second place for longer than the rules bear."""
    since = kept.copied_at or kept.chosen_at
    days = timedelta(days=desk.rules.second_place_warn_days)
    return bool(kept.folder) and since is not None and desk.now - since >= days


def _carry(
    desk: Desk,
    kept: SecondPlaceSetting,
    path: Path,
    size: int,
    telling: Progress,
    cancelled: Cancelled | None,
) -> tuple[Carried, FrontdeskError | None]:
    if not kept.folder:
        return Carried.UNSET, None
    place, done = Path(kept.folder), 0
    if not place.is_dir():
        return Carried.AWAY, None
    identity = backup.identity(desk.store.folder)
    if identity is None:
        return Carried.FAILED, EnvironmentFault(
            "store.keys_missing", path=str(desk.store.folder.keys)
        )

    def step(by: int) -> None:
        nonlocal done
        if cancelled is not None and cancelled():
            raise UserError("backup.cancelled")
        done += by
        telling(_HERE + (100 - _HERE) * done // max(1, 2 * size), 100)

    try:
        second_place.carry(path, place, identity, desk.profile.name, step)
    except (EnvironmentFault, UserError) as fault:
        # The backup itself is made; that its copy is not is told, and tried again next time.
        return Carried.FAILED, fault
    return Carried.DONE, None


def _thin(desk: Desk, second: Path | None) -> list[str]:
    """Remove what the rules let go of; only files whose names this program gave."""
    rules, now, zone = desk.rules, desk.now, desk.clock.zone()
    spans = Spans(rules.backup_hours, rules.backup_days, rules.backup_weeks, rules.backup_months)
    gone: list[str] = []
    for there in (False, True) if second is not None else (False,):
        found = [
            each
            for each in backup.available(desk.store.folder, second)
            if each.second is there and kind_of(each.why) in _THINNED
        ]
        drop = superfluous([each.made_at for each in found], now, spans, zone)
        for each in found:
            if each.made_at in drop:
                with suppress(OSError):  # held by another program: it goes next time
                    each.path.unlink()
                    gone.append(each.path.name)
    return gone


def _silent(_done: int, _total: int) -> None:
    """Nobody watches."""


def due(desk: Desk, since: Found | None, at: datetime) -> bool:
    """Whether the newest backup is old enough for another; a clock set back makes it so at once."""
    if since is None or since.made_at > at:
        return True
    return at - since.made_at >= timedelta(minutes=desk.rules.backup_minutes)
