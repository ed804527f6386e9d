"""The scripts that come with the program, one for each kind of call."""

from __future__ import annotations

from functools import cache

from frontdesk.config import resource_dir
from frontdesk.models.enums import CallbackKind
from frontdesk.services.scripts.script import Script


@cache
def shipped_script(kind: CallbackKind) -> Script:
    """The shipped script for calls of ``kind``."""
    path = resource_dir() / "scripts" / f"{kind.value}.json"
    return Script.model_validate_json(path.read_text("utf-8"))
