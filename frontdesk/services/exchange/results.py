"""What the import answers: the preview before, the counts after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from frontdesk.errors import UserError
from frontdesk.models.enums import DeliveryState, SheetColumn
from frontdesk.services.exchange.delivery import DeliveryRow, RowFault, RowNotice, SkippedRow


@dataclass(frozen=True, slots=True)
class SheetMapping:
    """Which sheet to import and what its columns (by position from 0) hold."""

    sheet: str
    columns: Mapping[int, SheetColumn]


class Origin(StrEnum):
    """How a column's meaning was found."""

    NONE = "none"
    HEADING = "heading"
    CONTENT = "content"
    REMEMBERED = "remembered"
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True)
class ColumnPreview:
    """One column of the sheet: its heading, some of its cells, what it is taken for."""

    position: int
    title: str
    samples: tuple[str, ...]
    column: SheetColumn | None
    origin: Origin


@dataclass(frozen=True, slots=True)
class SheetPreview:
    """One sheet of the file."""

    name: str
    rows: int
    visible: bool
    fits: bool


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A row as it will be stored, and whether its car is new."""

    delivery: DeliveryRow
    is_new: bool


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What an import would do. Nothing is stored yet."""

    path: Path
    sheets: tuple[SheetPreview, ...]
    mapping: SheetMapping
    heading_row: int
    """The last row of the heading; 0 where none was found."""
    columns: tuple[ColumnPreview, ...]
    problems: tuple[UserError, ...]
    """Why it cannot be imported yet; empty when it can."""
    rows: tuple[PreviewRow, ...]
    """The first rows that will be stored."""
    faults: tuple[RowFault, ...]
    skipped: tuple[SkippedRow, ...]
    notices: tuple[RowNotice, ...]
    created: int
    updated: int

    @property
    def read(self) -> int:
        """All rows that are deliveries, right or wrong."""
        return self.created + self.updated + self.rejected

    @property
    def rejected(self) -> int:
        """Rows at fault."""
        return len(self.faults)


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did. After a cancel all counts are 0 and nothing was stored."""

    read: int
    created: int
    updated: int
    rejected: int
    rejected_sheet: Path | None
    batch_id: str | None
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Imported:
    """One sheet that was imported. ``can_undo``: it is recent, and what it did is still kept."""

    batch_id: str
    file_name: str
    at: datetime
    by: str
    created: int
    updated: int
    rejected: int
    undone_at: datetime | None
    undone_by: str
    can_undo: bool


@dataclass(frozen=True, slots=True)
class ToldDay:
    """What the sales department told of one day. ``file_name``, ``by`` and ``at`` may be empty."""

    day: date
    state: DeliveryState
    cars: int
    """Delivered on that day, as the files have it."""
    file_name: str = ""
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class FoundSheet:
    """A sheet that lies in the watched folder and was not imported yet."""

    path: Path
    changed_at: datetime
