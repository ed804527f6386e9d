"""What was set aside when an older state was put back: it gave way, and nobody has missed it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from frontdesk.errors import EnvironmentFault
from frontdesk.store.files import DataFolder, sync_folder

STAMP = "%Y%m%dT%H%M%SZ"
"""How the folder of one setting aside is named: after its moment in UTC."""
_FOLDER = "set-aside"


@dataclass(frozen=True, slots=True)
class SetAside:
    """The files that gave way at one time; ``at`` is ``None`` where the name does not tell."""

    path: Path
    at: datetime | None
    size: int


def place_for(folder: DataFolder, stamp: str) -> Path:
    """A folder of that moment that is not there yet."""
    aside, number = folder.root / _FOLDER / stamp, 1
    while aside.exists():
        number += 1
        aside = aside.with_name(f"{stamp}.{number}")
    return aside


def set_aside(folder: DataFolder) -> tuple[SetAside, ...]:
    """All that lies set aside, newest first."""
    found = [
        SetAside(path, _moment(path.name), sum(each.stat().st_size for each in _files(path)))
        for path in (folder.root / _FOLDER).glob("*")
        if path.is_dir() and not path.is_symlink()
    ]
    return tuple(sorted(found, key=lambda one: one.path.name, reverse=True))


def delete(folder: DataFolder) -> None:
    """Delete all that lies set aside, for good; the oldest first.

    Raises:
        EnvironmentFault: something is in use or may not be deleted; what is left is still listed.
    """
    place = folder.root / _FOLDER
    try:
        # The newest is what the trail names: as long as anything is there, that one is.
        for each in reversed(set_aside(folder)):
            shutil.rmtree(each.path)
        sync_folder(place)
    except OSError as error:
        reason = error.strerror or str(error)
        raise EnvironmentFault("backup.aside_stays", path=str(place), reason=reason) from error


def _files(path: Path) -> list[Path]:
    return [each for each in path.rglob("*") if each.is_file() and not each.is_symlink()]


def _moment(name: str) -> datetime | None:
    try:
        return datetime.strptime(name.split(".", maxsplit=1)[0], STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
