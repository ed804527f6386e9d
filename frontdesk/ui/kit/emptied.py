"""Empties a line of what was typed into it, for good."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit


def empty(line: QLineEdit) -> None:
    """Leave nothing of what stood in ``line``, also not for undo.

    ``clear`` is an edit like any other: the line goes on keeping each letter that was ever typed
    into it, a password's too, and half a kilobyte more with every search.
    """
    line.setText("")
