"""The scripts that come with the program, one for each kind of call."""

from __future__ import annotations

from functools import cache

from frontdesk.config import resource_dir
from frontdesk.models.enums import CallbackKind, IncomingKind
from frontdesk.services.scripts.script import Script


@cache
def shipped_script(kind: CallbackKind | IncomingKind) -> Script:
    """The shipped script for calls of ``kind``."""
    name = f"incoming_{kind.value}" if isinstance(kind, IncomingKind) else kind.value
    path = resource_dir() / "scripts" / f"{name}.json"
    return Script.model_validate_json(path.read_text("utf-8"))
