"""What can be told about a data folder before anybody's key: by names, sizes and first bytes.

Cheap and without the engine, so that it runs before the first paint. Nothing is written.
"""

from __future__ import annotations

import errno
import json
import stat
from tempfile import TemporaryFile

from frontdesk.errors import EnvironmentFault
from frontdesk.store.files import DataFolder

_FIRST_PAGE = 4096
_PLAIN_SQLITE = b"SQLite format 3\0"
# A page of the store is ciphertext: about 256 different bytes in any order, never so few.
_LEAST_DIFFERENT_BYTES = 180
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}


def glance(folder: DataFolder) -> EnvironmentFault | None:
    """What keeps the dealership in ``folder`` from being opened; ``None`` where nothing is seen.

    A folder without a dealership is no fault here: whether one is expected is known elsewhere.
    """
    try:
        # A restore that was cut short is finished first, by whoever reads the key file.
        if folder.restoring.exists() or not folder.exists():
            return None
        return glance_at_file(folder) or _of_keys(folder)
    except OSError as error:
        return unusable(folder, error)


def probe(folder: DataFolder) -> EnvironmentFault | None:
    """Whether something can be written into ``folder`` now; tried with a file that vanishes."""
    try:
        with TemporaryFile(dir=folder.root) as file:
            file.write(bytes(_FIRST_PAGE))
            file.flush()
    except OSError as error:
        return unusable(folder, error, writing=True)
    return None


def unusable(folder: DataFolder, error: OSError, *, writing: bool = False) -> EnvironmentFault:
    """The fault of the surroundings behind ``error``, met in ``folder``."""
    where = str(folder.root)
    if error.errno in _NO_ROOM:
        return EnvironmentFault("store.no_room", path=where)
    if writing or error.errno == errno.EROFS:
        return EnvironmentFault("store.read_only_folder", path=where)
    return EnvironmentFault("store.unreadable", path=where, reason=error.strerror or str(error))


def glance_at_file(folder: DataFolder) -> EnvironmentFault | None:
    """The same for the encrypted file alone, which has to be there."""
    try:
        return _of_file(folder)
    except OSError as error:
        return unusable(folder, error)


def _of_file(folder: DataFolder) -> EnvironmentFault | None:
    path = str(folder.database)
    try:
        found = folder.database.stat()
    except FileNotFoundError:
        return EnvironmentFault("store.missing", path=path)
    if not stat.S_ISREG(found.st_mode):
        return EnvironmentFault("store.foreign", path=path)
    if found.st_size == 0:
        return EnvironmentFault("store.empty", path=path)
    with folder.database.open("rb") as file:
        code = code_of_head(file.read(_FIRST_PAGE))
    return EnvironmentFault(code, path=path) if code else None


def code_of_head(first: bytes) -> str | None:
    """What the first bytes give away: no store of this program, one with its head destroyed."""
    if first.startswith(_PLAIN_SQLITE):
        return "store.foreign"
    if len(first) < _FIRST_PAGE:
        return "store.foreign" if _is_text(first) else "store.header"
    if len(set(first)) >= _LEAST_DIFFERENT_BYTES:
        return None
    return "store.foreign" if _is_text(first) else "store.header"


def _is_text(content: bytes) -> bool:
    if b"\0" in content:
        return False
    # The last character may be cut in two.
    return any(_decodes(content[: len(content) - cut]) for cut in range(4))


def _decodes(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _of_keys(folder: DataFolder) -> EnvironmentFault | None:
    path = str(folder.keys)
    try:
        raw = json.loads(folder.keys.read_bytes())
    except FileNotFoundError:
        return EnvironmentFault("store.keys_missing", path=path)
    except IsADirectoryError:
        return EnvironmentFault("store.keys_damaged", path=path)
    except (ValueError, RecursionError):
        return EnvironmentFault("store.keys_damaged", path=path)
    if not isinstance(raw, dict) or not isinstance(raw.get("slots"), dict) or not raw["slots"]:
        return EnvironmentFault("store.keys_damaged", path=path)
    return None
