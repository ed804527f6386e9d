"""Labels of the first page. They leave Qt's large ``Qt`` namespace unread until after the paint.

Reading it makes 120 enums and costs a sixth of a bare start. Later pages use ``labels``.
"""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel

from frontdesk.ui.kit.tokens import BASE_POINTS


class FirstLabel(QLabel):
    """Shows text exactly as it is; ``look`` is '', 'muted', 'error' or 'notice'."""

    def __init__(self, look: str = "", points: float = BASE_POINTS, *, bold: bool = False) -> None:
        super().__init__()
        self.setProperty("look", look)
        self.setWordWrap(True)
        font = QFont(self.font())
        font.setPointSizeF(points)
        font.setBold(bold)
        self.setFont(font)

    def set_text(self, text: str) -> None:
        """Say something else; nothing takes no room."""
        if "<" in text or "&" in text:
            # Only such a text could be taken for markup: Qt knows "&lt;" for it as well.
            from PySide6.QtCore import Qt

            self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setVisible(bool(text))
