"""Puts a restored store in the place of whatever lay there: old or new after a kill, never half.

The restored files lie proved and fsynced in ``restoring/`` before a note, ``restoring.json``, is
written. Until then everything is as it was. From then on the change is finished, now or by whoever
opens the folder next: what is in the way goes to ``set-aside/<time>/``, never into nothing.
"""

from __future__ import annotations

import json
import re
from contextlib import suppress
from pathlib import Path

from frontdesk.errors import EnvironmentFault
from frontdesk.store.aside import place_for
from frontdesk.store.files import DataFolder, sync_folder, write_durably

_NEW = ("keys.json", "frontdesk.db")
"""In the order in which they are put in place: with the store there, all is there."""
_IN_THE_WAY = ("frontdesk.db", "frontdesk.db-wal", "frontdesk.db-shm", "frontdesk.head")
_STAMP = re.compile(r"[0-9A-Za-z.]{1,40}\Z")


def clear_stage(folder: DataFolder) -> Path:
    """The empty folder that the restored files are to be put into."""
    stage = folder.root / "restoring"
    if stage.is_dir():
        for leftover in stage.iterdir():
            leftover.unlink()
        stage.rmdir()
    stage.mkdir()
    return stage


def drop_stage(folder: DataFolder) -> None:
    """It came to nothing: everything stays as it was."""
    with suppress(OSError):
        clear_stage(folder).rmdir()


def replace(folder: DataFolder, stamp: str) -> Path | None:
    """Put what lies staged in place; where the old files went, ``None`` if none were in the way.

    Raises:
        EnvironmentFault: a file could not be moved; the next opening goes on with it.
    """
    sync_folder(folder.root / "restoring")
    aside = place_for(folder, stamp)
    write_durably(folder.restoring, json.dumps({"aside": aside.name}).encode())
    finish(folder)
    return aside if aside.exists() else None


def finish(folder: DataFolder) -> bool:
    """Go on with a change that was cut short; ``False`` where there is none.

    Raises:
        EnvironmentFault: ``restore.unfinished``: it could not be finished now either.
    """
    if not folder.restoring.exists():
        return False
    try:
        _finish(folder)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise EnvironmentFault(
            "restore.unfinished", path=str(folder.root), reason=str(error)
        ) from error
    return True


def _finish(folder: DataFolder) -> None:
    stage, root = folder.root / "restoring", folder.root
    stamp = json.loads(folder.restoring.read_bytes())["aside"]
    if not _STAMP.match(stamp):
        raise ValueError("not the name of a folder")
    if (stage / "frontdesk.db").exists():
        old = [root / name for name in _IN_THE_WAY if (root / name).exists()]
        if (stage / "keys.json").exists() and folder.keys.exists():
            old.append(folder.keys)
        if old:
            _put_aside(old, root / "set-aside" / stamp)
            sync_folder(root)
        for name in _NEW:
            if (stage / name).exists():
                (stage / name).rename(root / name)
                sync_folder(root)
    if not (folder.database.exists() and folder.keys.exists()):
        raise FileNotFoundError(str(folder.database))
    if stage.is_dir():
        stage.rmdir()
    folder.restoring.unlink()
    sync_folder(root)


def _put_aside(old: list[Path], aside: Path) -> None:
    for each in (aside.parent, aside):
        if not each.is_dir():
            each.mkdir()
            sync_folder(each.parent)
    for path in old:
        to, number = aside / path.name, 1
        while to.exists():
            number += 1
            to = aside / f"{path.name}.{number}"
        path.rename(to)
    sync_folder(aside)
