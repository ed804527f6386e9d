"""Backups as people and the program itself ask for them."""

from __future__ import annotations

from pathlib import Path

from frontdesk.errors import EnvironmentFault, UserError
from frontdesk.models.enums import BackupKind
from frontdesk.services.backups import keeping
from frontdesk.services.backups.dto import (
    BACKUPS_FORM,
    AsideFiles,
    BackupList,
    BackupStatus,
    KeptBackup,
    MadeBackup,
    ProvedBackup,
    SecondPlace,
    SecondPlaceSetting,
)
from frontdesk.services.backups.keeping import Cancelled
from frontdesk.services.desk import Change, Desk
from frontdesk.services.drafts import drop_draft
from frontdesk.services.permissions import Act, Permission, confirmed, requires
from frontdesk.services.settings import load_setting, store_setting
from frontdesk.store import aside, backup, restore, second_place
from frontdesk.store.backup import Progress

_PATH_LIMIT = 1_000


class BackupService:
    """Made by themselves for everyone who works here; looked after by who may."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    # by itself --------------------------------------------------------------------------

    @requires(Permission.SIGNED_IN)
    def status(self) -> BackupStatus:
        """How old the backups are. Asks no medium that might not answer."""
        kept, found = keeping.setting(self.desk), keeping.newest(self.desk)
        second = None
        if kept.folder:
            overdue = keeping.overdue(self.desk, kept)
            second = SecondPlace(kept.folder, kept.copied_at, overdue)
        return BackupStatus(None if found is None else found.made_at, second)

    @requires(Permission.SIGNED_IN)
    def automatic(
        self, progress: Progress | None = None, cancelled: Cancelled | None = None
    ) -> MadeBackup | None:
        """Make a backup if one is due and something changed; ``None`` if there was nothing to do.

        Where nothing changed, a second place that is back gets what it missed.

        Raises:
            EnvironmentFault: no room, or a medium that fails; what there was is untouched.
            UserError: ``backup.cancelled``.
        """
        newest = keeping.newest(self.desk)
        if keeping.due(self.desk, newest, self.desk.now) and keeping.something_changed(
            self.desk, newest
        ):
            return keeping.run(self.desk, BackupKind.AUTOMATIC, progress, cancelled)
        if newest is not None and not keeping.lies_at_second(self.desk, newest):
            kind = keeping.kind_of(newest.why)
            return keeping.run(self.desk, kind, progress, cancelled, again=newest)
        return None

    @requires(Permission.SIGNED_IN)
    def needed_on_closing(self) -> bool:
        """Whether something changed since the newest backup, however young that is."""
        return keeping.something_changed(self.desk, keeping.newest(self.desk))

    @requires(Permission.SIGNED_IN)
    def on_closing(
        self, progress: Progress | None = None, cancelled: Cancelled | None = None
    ) -> MadeBackup | None:
        """The last backup of the day, if something changed. Raises as ``automatic``."""
        if not self.needed_on_closing():
            return None
        return keeping.run(self.desk, BackupKind.CLOSING, progress, cancelled)

    # by hand ----------------------------------------------------------------------------

    @requires(Permission.MANAGE_BACKUPS)
    def listing(self) -> BackupList:
        """All backups here and at the second place. May wait for a slow medium."""
        folder, kept = self.desk.store.folder, keeping.setting(self.desk)
        second = Path(kept.folder) if kept.folder else None
        there = second is not None and second.is_dir()
        found = backup.available(folder, second if there else None)
        return BackupList(
            tuple(
                KeptBackup(
                    str(each.path),
                    each.made_at,
                    keeping.kind_of(each.why),
                    each.size,
                    each.second,
                )
                for each in found
            ),
            self.status(),
            there,
            same_disk=there and second is not None and _one_disk(second, folder.root),
            aside=tuple(AsideFiles(each.at, each.size) for each in aside.set_aside(folder)),
        )

    @requires(Permission.MANAGE_BACKUPS)
    def make_now(
        self, progress: Progress | None = None, cancelled: Cancelled | None = None
    ) -> MadeBackup:
        """A backup at once, changed or not. Raises as ``automatic``."""
        return keeping.run(self.desk, BackupKind.BY_HAND, progress, cancelled)

    @requires(Permission.MANAGE_BACKUPS)
    @confirmed(Act.EXPORT)
    def export(
        self, target: Path, progress: Progress | None = None, cancelled: Cancelled | None = None
    ) -> Path:
        """A backup at a place of one's own: into the folder ``target``, or as the new file of it.

        Raises:
            UserError: the file is there already (``field`` is ``target``).
            EnvironmentFault: no room, or a place that cannot be written.
        """
        desk = self.desk
        path = backup.make(
            desk.store.folder,
            desk.store.key,
            desk.now,
            BackupKind.BY_HAND.value,
            target,
            progress=progress,
            cancelled=cancelled,
        )
        with desk.write() as work:
            detail = {"kind": BackupKind.BY_HAND.value, "place": str(path.parent)}
            work.audit("backup.make", "backup", path.name, size=path.stat().st_size, **detail)
        return path

    @requires(Permission.MANAGE_BACKUPS)
    def prove(self, path: str, cancelled: Cancelled | None = None) -> ProvedBackup:
        """Unpack a listed backup, open it and check every page and row; nothing is changed by it.

        Raises:
            UserError: it is not among the backups (any more), or cancelled.
            EnvironmentFault: it is another dealership's, or there is no room to unpack it.
        """
        desk = self.desk
        known = {each.path for each in self.listing().kept}
        if path not in known:
            raise UserError("backup.unknown")

        def step(_: int) -> None:
            if cancelled is not None and cancelled():
                raise UserError("backup.cancelled")

        chosen = Path(path)
        faults = restore.prove(chosen, desk.store.key, scratch=desk.store.folder.backups, step=step)
        with desk.write() as work:
            work.audit("backup.prove", "backup", chosen.name, faults=len(faults))
        return ProvedBackup(path, desk.now, tuple(faults))

    @requires(Permission.MANAGE_BACKUPS)
    @confirmed(Act.DELETE)
    def delete_set_aside(self) -> None:
        """Delete for good what gave way when older data was put back.

        Raises:
            EnvironmentFault: ``backup.aside_stays``: something is in use or may not be deleted.
        """
        folder = self.desk.store.folder
        before, fault = aside.set_aside(folder), None
        with self.desk.write() as work:
            try:
                aside.delete(folder)
            except EnvironmentFault as stays:
                fault = stays
            gone = [each for each in before if not each.path.exists()]
            if gone:
                names = ", ".join(each.path.name for each in gone)
                size = sum(each.size for each in gone)
                work.audit("backup.aside_delete", "backup", "", file=names, size=size)
            work.changed(Change.BACKUPS)
        if fault is not None:
            raise fault

    @requires(Permission.MANAGE_BACKUPS)
    def choose_second_place(self, typed: str) -> SecondPlace | None:
        """Keep copies in the folder ``typed`` from now on; empty: nowhere. Tried out at once.

        Raises:
            UserError: no folder, no whole path, or inside the data folder (``second_place``).
            EnvironmentFault: it cannot be written.
        """
        folder = typed.strip()
        if folder:
            _check_place(folder, self.desk.store.folder.root)
        with self.desk.write() as work:
            before = load_setting(
                work.session, second_place.SETTING, SecondPlaceSetting, SecondPlaceSetting()
            )
            if before.folder != folder:
                chosen = SecondPlaceSetting(folder, work.now if folder else None)
                store_setting(work.session, second_place.SETTING, chosen)
                work.audit(
                    "setting.change",
                    "setting",
                    second_place.SETTING,
                    before={"folder": before.folder},
                    after={"folder": folder},
                )
            drop_draft(work, BACKUPS_FORM)
            work.changed(Change.BACKUPS)
        return self.status().second


def _check_place(folder: str, data: Path) -> None:
    if len(folder) > _PATH_LIMIT or not folder.isprintable():
        raise UserError("backup.place_missing", field="second_place", path=ascii(folder[:80]))
    place = Path(folder)
    second_place.probe(place)
    inside = place.resolve()
    root = data.resolve()
    if inside == root or root in inside.parents:
        raise UserError("backup.place_inside", field="second_place")


def _one_disk(one: Path, other: Path) -> bool:
    try:
        return one.stat().st_dev == other.stat().st_dev
    except OSError:
        return False
