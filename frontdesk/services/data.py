"""The data itself: where it lies, how old its newest backup is, whether it is sound."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from frontdesk.models.values import text
from frontdesk.services.desk import Desk
from frontdesk.services.permissions import Act, Permission, confirmed, requires
from frontdesk.store import backup, places
from frontdesk.store.check import check
from frontdesk.store.places import Doubt


@dataclass(frozen=True, slots=True)
class DataPlace:
    """``size`` of the store in bytes; ``backup_at`` (UTC) is ``None`` while there is none."""

    folder: str
    size: int
    backup_at: datetime | None
    doubt: Doubt | None = None


def doubt_about(folder: str) -> Doubt | None:
    """Whether ``folder`` lies where an open store does not belong; needs nobody signed in."""
    return places.doubt_about(Path(folder))


@dataclass(frozen=True, slots=True)
class DataCheck:
    """What a check found: ``faults`` in the engine's own words, none when sound."""

    at: datetime
    faults: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults


class DataService:
    """For everyone: whoever doubts the data may look, and nothing of it is shown."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @requires(Permission.SIGNED_IN)
    def place(self) -> DataPlace:
        """Where the data lies and how it is kept safe."""
        folder = self.desk.store.folder
        return DataPlace(
            str(folder.root),
            folder.database.stat().st_size,
            backup.newest(folder),
            doubt_about(str(folder.root)),
        )

    @requires(Permission.SIGNED_IN)
    @confirmed(Act.EXPORT)
    def note_export(self, file_name: str) -> None:
        """A form on screen is about to be saved to a file, out of the program's hands.

        Raises:
            ConfirmationNeeded: the password was not typed lately.
        """
        with self.desk.write() as work:
            # A name with broken bytes is a name of a file all the same, and no text.
            name = text.storable(file_name[: text.LINE_LIMIT])
            work.audit("form.export", "form", "", file=name)

    @requires(Permission.SIGNED_IN)
    def check(self) -> DataCheck:
        """Read the whole store and prove every page; takes seconds for each gigabyte.

        Raises:
            EnvironmentFault: the store is gone or cannot be read.
        """
        store = self.desk.store
        faults = check(store.folder, store.key)
        if faults:
            # A page that was being written while it was read is whole the second time.
            faults = check(store.folder, store.key)
        return DataCheck(self.desk.now, tuple(faults))
