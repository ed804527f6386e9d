"""Reading the store without changing a byte of it, also where its last end was no clean one.

The engine tidies up when it closes: it moves what the write-ahead log holds into the file and
deletes the log. Whoever merely looks must not: a damaged, foreign or newer file stays as it is.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from frontdesk.errors import EnvironmentFault
from frontdesk.store.engine import connect_uri
from frontdesk.store.files import DataFolder

_LOOK = ".look-"
_LEFT_BEHIND_S = 3_600


@contextmanager
def looking(path: Path, key: bytes, *, in_use: bool | None = None) -> Iterator[Any]:
    """A keyed driver connection over the file at ``path`` that cannot change anything.

    Args:
        path: the encrypted file; its log ``-wal`` is read along where there is one.
        key: the 32-byte data key.
        in_use: whether somebody works with the file right now (found out when not given); then
            it is read as one more reader among them.

    Raises:
        EnvironmentFault: there is no such file.
        dbapi2.Error: the file cannot be read with this key, found when first read.
    """
    if not path.is_file():
        raise EnvironmentFault("store.missing", path=str(path))
    if is_in_use(DataFolder(path.parent)) if in_use is None else in_use:
        with _reading(path, key, "mode=ro") as connection:
            yield connection
    elif not has_log(path):
        # Everything is in the file: no log and no index beside it need to be made.
        with _reading(path, key, "mode=ro&immutable=1") as connection:
            yield connection
    else:
        with _beside(path) as copy, _reading(copy, key, "mode=ro") as connection:
            yield connection


def log_of(path: Path) -> Path:
    """The write-ahead log that belongs to the file at ``path``."""
    return path.with_name(path.name + "-wal")


def has_log(path: Path) -> bool:
    """Whether work is in the log that is not in the file yet: the last end was no clean one."""
    log = log_of(path)
    return log.is_file() and log.stat().st_size > 0


def is_in_use(folder: DataFolder) -> bool:
    """Whether a window works with ``folder`` now, told by the lock it holds."""
    try:
        with folder.lock.open("rb+") as file:
            owner = int(file.readline() or b"0")
    except PermissionError:
        return os.name == "nt"  # there it is held open by its owner alone
    except (OSError, ValueError):
        return False
    if os.name == "nt" or owner <= 0:
        return False
    try:
        os.kill(owner, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


@contextmanager
def _reading(path: Path, key: bytes, how: str) -> Iterator[Any]:
    connection = connect_uri(f"{path.resolve().as_uri()}?{how}", key)
    try:
        connection.execute("PRAGMA query_only=ON")
        yield connection
    finally:
        connection.close()


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """The file under a second name with a copy of its log, in a folder that is thrown away.

    Opened for reading only, the engine leaves the shared file alone and tidies up in that folder.
    """
    try:
        with TemporaryDirectory(
            prefix=_LOOK, dir=path.parent, ignore_cleanup_errors=True
        ) as folder:
            _sweep(Path(folder))
            second = Path(folder) / path.name
            try:
                second.hardlink_to(path)
            except OSError:  # a file system without second names, such as that of a USB stick
                shutil.copyfile(path, second)
            shutil.copyfile(log_of(path), log_of(second))
            yield second
    except OSError as error:
        from frontdesk.store.glance import unusable

        raise unusable(DataFolder(path.parent), error, writing=True) from error


def _sweep(own: Path) -> None:
    """Take away what a look that was killed has left beside ``own``, an hour ago and more."""
    now = own.stat().st_mtime
    for folder in own.parent.glob(f"{_LOOK}*"):
        with suppress(OSError):
            if now - folder.stat().st_mtime > _LEFT_BEHIND_S:
                shutil.rmtree(folder)
