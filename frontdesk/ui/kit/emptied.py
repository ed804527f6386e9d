"""Empties a line of what was typed into it, and a layout of what stands in it, for good."""

from __future__ import annotations

import shiboken6
from PySide6.QtWidgets import QLayout, QLineEdit


def empty(line: QLineEdit) -> None:
    """Leave nothing of what stood in ``line``, also not for undo.

    ``clear`` is an edit like any other: the line goes on keeping each letter that was ever typed
    into it, a password's too, and half a kilobyte more with every search.
    """
    line.setText("")


def empty_layout(layout: QLayout, *, but_last: int = 0) -> None:
    """Throw all widgets of ``layout`` away, up to the last items; the rows and columns stay.

    What ``takeAt`` gives belongs to whoever took it, and Qt for Python throws it away for nobody:
    a hundred bytes for every line of every sheet that is shown.
    """
    while layout.count() > but_last:
        item = layout.takeAt(0)
        if item is None:
            return
        widget = item.widget()
        shiboken6.delete(item)
        if widget is not None:
            widget.hide()
            widget.deleteLater()
