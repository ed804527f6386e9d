"""The program's mark: the bell on a reception desk, made of four frames of the style sheet.

So it is sharp at every scale, follows the theme, and costs the first paint nothing.
"""

from __future__ import annotations

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QWidget

# Left, top, width, height on a ground of 48: dome, foot, button.
_PARTS = {"mark-dome": (11, 17, 26, 14), "mark-foot": (8, 33, 32, 4), "mark-knob": (21, 11, 6, 5)}
_SIDE = 48


class Mark(QFrame):
    """The mark, 48 pixels square."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "mark")
        self.setFixedSize(_SIDE, _SIDE)
        for look, (left, top, width, height) in _PARTS.items():
            part = QFrame(self)
            part.setProperty("look", look)
            part.setGeometry(left, top, width, height)


def window_icon() -> QIcon:
    """The mark as the window's icon."""
    mark = Mark()
    icon = QIcon(mark.grab())
    mark.deleteLater()
    return icon
