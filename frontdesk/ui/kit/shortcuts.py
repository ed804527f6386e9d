"""Keys that do something wherever in a widget the cursor is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def bind_key(
    where: QWidget,
    keys: str | Qt.Key | QKeySequence.StandardKey,
    act: Callable[[], Any] | SignalInstance,
) -> QShortcut:
    """Let ``keys`` do ``act`` while the cursor is in ``where`` or in what it holds."""
    shortcut = QShortcut(QKeySequence(keys), where)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(act)
    return shortcut
