"""What was done can be taken back for ten seconds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from frontdesk.ui.kit.banner import Banner, BannerArea
from frontdesk.ui.kit.shortcuts import bind_key
from frontdesk.ui.kit.tokens import Tone

UNDO_MS = 10_000


def show_undo(
    page: QWidget, area: BannerArea, text: str, undo: Callable[[], Any], *, for_ms: int = UNDO_MS
) -> Banner:
    """A banner with 'Undo' (Ctrl+Z while the focus is in ``page``, outside a text being typed)."""
    action = QCoreApplication.translate("undo", "Undo (Ctrl+Z)")
    banner = area.show_banner(
        Tone.OK, text, action, lambda: undo() and None, key="undo", for_ms=for_ms
    )
    shortcut = bind_key(page, QKeySequence.StandardKey.Undo, banner.action.click)
    banner.destroyed.connect(shortcut.deleteLater)
    return banner
