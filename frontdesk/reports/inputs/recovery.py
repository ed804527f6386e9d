"""What the recovery sheet shows: the one key that opens the data when every password is lost."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from frontdesk.reports.inputs.common import Dealership


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """``key`` as the store reads it back; groups parted by ``-`` or blanks are kept as groups.

    The key never shows in a log or a trace: it is left out of the repr.
    """

    dealership: Dealership = field(default_factory=Dealership)
    key: str = field(default="", repr=False)
    made_at: datetime | None = None
    made_by: str = ""
