"""What the editor of scripts is shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from frontdesk.services.complaints.dto import CategoryTree
from frontdesk.services.scripts import Script


@dataclass(frozen=True, slots=True)
class ScriptLine:
    """One script of the list: the version in force, since when it is kept, whether begun anew."""

    script: Script
    published_at: datetime | None
    begun_at: datetime | None
    """When the signed-in person last worked on a draft of it."""


@dataclass(frozen=True, slots=True)
class Published:
    """One version there is or was; ``by`` is '' for what came with the program."""

    script: Script
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class OpenScript:
    """A script to be edited: in force, as it came with the program, and all there was before."""

    script: Script
    shipped: Script
    history: tuple[Published, ...]
    """Newest first."""
    tree: CategoryTree


@dataclass(frozen=True, slots=True)
class ScriptFile:
    """A script as a file, under the name it is kept by."""

    content: bytes
    file_name: str
