"""The second place of the backups: a stick or a share, with a folder for each dealership on it.

The folder's name ends in whose data it holds, so that two dealerships, even of one name, may share
a stick, and neither thins the other's.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import secrets
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Any

from frontdesk.errors import EnvironmentFault, UserError
from frontdesk.store import archive
from frontdesk.store.archive import Step, unwritable
from frontdesk.store.files import sync_folder

SETTING = "backups"
"""The setting that says where it is, as ``folder``."""
_MARK = 8  # hexadecimal digits of whose it is
_NAME_LENGTH = 40
_HOME = re.compile(r"frontdesk-.*-[0-9a-f]{8}\Z", re.DOTALL)
_SPARE = 16 << 20
_CHUNK = 1 << 20


def probe(place: Path) -> None:
    """Prove that backups can be kept at ``place``, by writing a file and reading it back.

    Raises:
        UserError: it is no folder (``backup.place_missing``) or not a whole path.
        EnvironmentFault: it cannot be written or does not give back what was written.
    """
    if not place.is_absolute():
        raise UserError("backup.place_relative", field="second_place")
    if not place.is_dir():
        raise UserError("backup.place_missing", field="second_place", path=str(place))
    told = secrets.token_bytes(4096)
    file = place / f".frontdesk-probe-{secrets.token_hex(8)}"
    try:
        with archive.writing(file) as out:
            out.write(told)
        if file.read_bytes() != told:
            raise EnvironmentFault("backup.unwritable", path=str(place), reason="")
    except OSError as error:
        raise unwritable(error, place) from error
    finally:
        with suppress(OSError):
            file.unlink(missing_ok=True)


def chosen(connection: Any) -> Path | None:
    """The second place set in the store of a driver connection; ``None`` where there is none."""
    row = connection.execute("SELECT value FROM setting WHERE key = ?", (SETTING,)).fetchone()
    folder = json.loads(row[0]).get("folder") if row is not None else ""
    return Path(folder) if folder else None


def homes(place: Path, identity: str | None) -> list[Path]:
    """The folders at ``place`` that hold the dealership's backups; all, where it is not known."""
    mark = None if identity is None else f"-{identity[:_MARK]}"
    try:
        return sorted(
            Path(entry.path)
            for entry in os.scandir(place)
            if _HOME.match(entry.name)
            and (mark is None or entry.name.endswith(mark))
            and entry.is_dir(follow_symlinks=False)
        )
    except OSError:
        return []


def carry(
    backup: Path, place: Path, identity: str, dealership: str, step: Step = lambda _: None
) -> Path:
    """Copy a finished backup to the dealership's folder at ``place``; read back before it counts.

    ``step`` is told each byte twice, written and read, and may raise to stop.

    Raises:
        EnvironmentFault: no room there, not writable, or not what was written; the backup itself
            and what lies there already are untouched.
    """
    home = (homes(place, identity) or [place / _home_name(identity, dealership)])[0]
    path = home / backup.name
    part = home / f".{backup.name}.part"
    try:
        home.mkdir(exist_ok=True)
        for leftover in home.glob(".frontdesk-*.part"):
            leftover.unlink(missing_ok=True)
        if path.exists():
            return path
        size = backup.stat().st_size
        free = shutil.disk_usage(home).free
        if free < size + _SPARE:
            raise EnvironmentFault(
                "backup.no_room", path=str(place), reason=f"{free / 1_000_000:,.0f} MB"
            )
        sha = hashlib.sha256()
        with backup.open("rb") as source, archive.writing(part) as out:
            while piece := source.read(_CHUNK):
                out.write(piece)
                sha.update(piece)
                step(len(piece))
        if archive.measure(part, step) != archive.Part(size, sha.hexdigest()):
            raise EnvironmentFault("backup.unwritable", path=str(place), reason="")
        part.rename(path)
        sync_folder(home)
    except OSError as error:
        raise unwritable(error, place) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return path


def _home_name(identity: str, dealership: str) -> str:
    """A name any file system takes: of the dealership's name only letters and digits are used."""
    plain = "".join(ch for ch in dealership if ch.isalnum())[:_NAME_LENGTH]
    return f"frontdesk-{plain}-{identity[:_MARK]}"
