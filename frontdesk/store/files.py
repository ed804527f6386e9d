"""Which files a data folder holds, and how one is written so that a power cut leaves old or new."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The paths inside one dealership's data folder."""

    root: Path

    @property
    def database(self) -> Path:
        """The encrypted store."""
        return self.root / "frontdesk.db"

    @property
    def keys(self) -> Path:
        """The wrapped data key, one slot per account and one for the recovery sheet."""
        return self.root / "keys.json"

    @property
    def head(self) -> Path:
        """The last acknowledged entry of the audit trail (``store.head``)."""
        return self.root / "frontdesk.head"

    @property
    def attempts(self) -> Path:
        """How often each account was refused of late."""
        return self.root / "attempts.json"

    @property
    def lock(self) -> Path:
        """Held by the one running instance."""
        return self.root / "frontdesk.lock"

    @property
    def backups(self) -> Path:
        """Backups made by themselves, by hand and before upgrades."""
        return self.root / "backups"

    @property
    def restoring(self) -> Path:
        """There while a backup is being put in place (``store.replacing``)."""
        return self.root / "restoring.json"

    def exists(self) -> bool:
        """Whether the folder holds a dealership (or what is left of one)."""
        return self.database.exists() or self.keys.exists() or self.restoring.exists()


def write_durably(path: Path, content: bytes) -> None:
    """Replace ``path`` by ``content``: written aside, fsynced, renamed, folder fsynced."""
    aside = path.with_name(path.name + ".new")
    with aside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename in ``folder`` durable. Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
