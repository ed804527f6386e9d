"""Whether the store is sound, for ``frontdesk check``: every page, and every entry of the trail."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlcipher3 import dbapi2

from frontdesk.errors import EnvironmentFault
from frontdesk.store import backup, head, keys, seals, second_place
from frontdesk.store.files import DataFolder
from frontdesk.store.glance import glance_at_file
from frontdesk.store.head import Head
from frontdesk.store.looking import has_log, looking
from frontdesk.store.startup import look

_TOLD = {
    "store.damaged": "a page is not as it was written",
    "store.rolled_back": "audit entry {sequence} had been kept, the newest there is {newest}",
}
_RESTORED = "SELECT max(at) FROM audit_entry WHERE action = ?"


def check(folder: DataFolder, key: bytes, told: seals.Told | None = None) -> list[str]:
    """Everything found wrong with the store of ``folder``, technically; empty means sound.

    The audit trail is compared with the anchors in the backups here and at the second place.

    Args:
        folder: where the dealership's data lies; not a byte of it is changed.
        key: the 32-byte data key.
        told: told how much of the audit trail is read.

    Raises:
        EnvironmentFault: there is nothing to look at (missing, foreign, newer, unreadable).
    """
    seen = glance_at_file(folder)
    if seen is not None:
        raise seen
    try:
        look(folder.database, key, head.read(folder))
        with looking(folder.database, key) as connection:
            faults = backup.damages(connection, has_log=has_log(folder.database))
            if _is_sealed(connection):
                faults += seals.verify(connection, key, told)
                faults += unanchored(connection, folder, key)
            return faults
    except dbapi2.Error as error:
        return [str(error)]
    except EnvironmentFault as fault:
        if fault.code not in _TOLD:
            raise
        return [_TOLD[fault.code].format(**fault.params)]


def trail(folder: DataFolder, key: bytes, told: seals.Told | None = None) -> list[str]:
    """What is wrong with the audit trail of a store that is open; empty means nothing.

    Raises:
        dbapi2.Error: the store cannot be read.
    """
    with looking(folder.database, key, in_use=True) as connection:
        faults = seals.verify(connection, key, told)
        kept = head.read(folder)
        if kept is not None and not seals.anchored(connection, kept):
            faults.append(f"audit entry {kept.sequence}, remembered beside the store, is gone")
        return faults + unanchored(connection, folder, key)


def unanchored(connection: Any, folder: DataFolder, key: bytes) -> list[str]:
    """Backups whose newest audit entry is not in the trail: its end was cut off since.

    Those at the second place are asked too where it is there. Those made before an older state was
    put back on purpose say nothing.
    """
    (restored,) = connection.execute(_RESTORED, (seals.RESTORED,)).fetchone()
    since = None if restored is None else datetime.fromisoformat(restored)
    ours = keys.check_value(key).hex()
    faults = []
    for found in backup.available(folder, second_place.chosen(connection)):
        try:
            stated = backup.manifest(found.path)
        except EnvironmentFault:
            continue  # a damaged backup is told of where backups are proved
        if stated.dealership != ours or stated.sequence is None or stated.seal is None:
            continue
        if since is not None and stated.made_at <= since:
            continue
        if not seals.anchored(connection, Head(stated.sequence, stated.seal)):
            faults.append(f"audit entry {stated.sequence}, held by {found.path.name}, is gone")
    return faults


def _is_sealed(connection: Any) -> bool:
    found = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'audit_head'")
    return bool(found.fetchone()[0])
