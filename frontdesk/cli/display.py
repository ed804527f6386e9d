"""Whether there is a screen to open a window on."""

from __future__ import annotations

import os
import sys

_WITHOUT_SCREEN = ("offscreen", "minimal", "vnc")


def has_display() -> bool:
    """Windows and macOS always have one; elsewhere X11 or Wayland must be there (or be named)."""
    if sys.platform in {"win32", "darwin"}:
        return True
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform.split(":")[0] in _WITHOUT_SCREEN:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def use_no_display() -> None:
    """Let Qt draw into memory."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
