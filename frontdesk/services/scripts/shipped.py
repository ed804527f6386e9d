"""The scripts that come with the program, one for each kind of call."""

from __future__ import annotations

from functools import cache

from frontdesk.config import resource_dir
from frontdesk.models.enums import CallbackKind, IncomingKind
from frontdesk.services.scripts.script import Script


def script_key(kind: CallbackKind | IncomingKind) -> str:
    """Under which key the script for calls of ``kind`` is kept."""
    return f"incoming_{kind.value}" if isinstance(kind, IncomingKind) else kind.value


@cache
def shipped_script(kind: CallbackKind | IncomingKind) -> Script:
    """The shipped script for calls of ``kind``."""
    path = resource_dir() / "scripts" / f"{script_key(kind)}.json"
    return Script.model_validate_json(path.read_text("utf-8"))
