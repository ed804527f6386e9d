"""The look at the data folder before anything is shown: by what it tells, another page opens."""

from __future__ import annotations

from frontdesk.errors import EnvironmentFault
from frontdesk.store import known
from frontdesk.store.files import DataFolder
from frontdesk.store.glance import glance, probe


def first_look(folder: DataFolder) -> EnvironmentFault | None:
    """What stands against opening ``folder``; ``None`` for a sound one and for a true first start.

    Touches nothing: a folder that is not there is not made, for it may be on a disk that is not
    plugged in.
    """
    missed = known.dealership_gone(folder.root)
    if missed is not None:
        return EnvironmentFault("store.gone", path=str(folder.root), dealership=missed)
    return glance(folder) or (probe(folder) if folder.exists() else None)
