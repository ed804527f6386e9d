"""Whether the store is sound, for ``frontdesk check``."""

from __future__ import annotations

from sqlcipher3 import dbapi2

from frontdesk.errors import EnvironmentFault
from frontdesk.store.backup import damages
from frontdesk.store.engine import connect
from frontdesk.store.files import DataFolder
from frontdesk.store.startup import look


def check(folder: DataFolder, key: bytes) -> list[str]:
    """Everything found wrong with the store of ``folder``, technically; empty means sound."""
    if not folder.database.exists():
        raise EnvironmentFault("store.missing", path=str(folder.database))
    try:
        look(folder.database, key)
        connection = connect(folder.database, key)
        try:
            return damages(connection)
        finally:
            connection.close()
    except dbapi2.Error as error:
        return [str(error)]
    except EnvironmentFault as fault:
        if fault.code != "store.damaged":
            raise
        return [str(fault)]
