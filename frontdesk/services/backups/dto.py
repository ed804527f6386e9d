"""What the service of the backups takes and gives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from frontdesk.errors import FrontdeskError
from frontdesk.models.enums import BackupKind

BACKUPS_FORM = "settings.backups"
"""The name of the form's draft."""


@dataclass(frozen=True, slots=True)
class SecondPlaceSetting:
    """As kept: the folder as typed (empty: none), since when, and when a copy last went there.

    It is the setting ``second_place.SETTING``.
    """

    folder: str = ""
    chosen_at: datetime | None = None
    copied_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SecondPlace:
    """The second place; ``overdue``: for so long nothing went there that it has to be said."""

    folder: str
    copied_at: datetime | None
    overdue: bool


@dataclass(frozen=True, slots=True)
class BackupStatus:
    """When the newest backup here was made, and the second place if one is set."""

    made_at: datetime | None
    second: SecondPlace | None


@dataclass(frozen=True, slots=True)
class KeptBackup:
    """One backup there is; ``path`` names it to ``prove``, ``size`` is in bytes."""

    path: str
    made_at: datetime
    kind: BackupKind
    size: int
    second: bool


@dataclass(frozen=True, slots=True)
class AsideFiles:
    """The files that gave way as older data was put back ``at`` one time; ``size`` in bytes."""

    at: datetime | None
    size: int


@dataclass(frozen=True, slots=True)
class BackupList:
    """All backups, newest first; ``second_there``: whether the second place could be looked at.

    ``aside`` is what was set aside, newest first.
    """

    kept: tuple[KeptBackup, ...]
    status: BackupStatus
    second_there: bool
    same_disk: bool
    aside: tuple[AsideFiles, ...] = ()


class Carried(StrEnum):
    """What became of the copy at the second place."""

    UNSET = "unset"
    DONE = "done"
    AWAY = "away"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class MadeBackup:
    """A backup just made (``None`` for ``path`` where only the second place was brought up)."""

    path: str | None
    size: int
    carried: Carried
    fault: FrontdeskError | None = None
    """Why it did not come to the second place, where ``carried`` is FAILED."""


@dataclass(frozen=True, slots=True)
class ProvedBackup:
    """What proving found: ``faults`` technically, none when every byte and row is right."""

    path: str
    at: datetime
    faults: tuple[str, ...]
