"""What the evidence of a record looks like from outside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from frontdesk.errors import UserError
from frontdesk.models.enums import AttachmentKind
from frontdesk.services.evidence.kinds import TYPES, FileType

Progress = Callable[[int, int, str], None]
"""Told kilobytes done, kilobytes in all, and the name of the file at hand."""
Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Offered:
    """A file that is to be kept: where it lies, or its bytes."""

    name: str
    source: Path | bytes
    kind: AttachmentKind | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: its id, or why it is not kept.

    ``remark``: it is kept, but.
    """

    name: str
    id: str | None = None
    refusal: UserError | None = None
    remark: UserError | None = None


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """When, by whom and why a piece of evidence was withdrawn."""

    at: datetime
    by: str
    why: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """One file of a record: ``size`` in bytes, pixels of a picture, points of a PDF's page."""

    id: str
    kind: AttachmentKind
    name: str
    media_type: str
    size: int
    sha256: bytes
    width: int | None
    height: int | None
    pages: int | None
    thumbnail: bytes | None
    note: str
    added_at: datetime
    added_by: str
    withdrawn: Withdrawn | None
    may_withdraw: bool

    @property
    def type(self) -> FileType:
        """What kind of file it is."""
        return TYPES[self.media_type]


@dataclass(frozen=True, slots=True)
class View:
    """A picture, or one page, made for looking at: a JPEG."""

    picture: bytes
    page: int
    pages: int
