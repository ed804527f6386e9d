"""A small icon that is drawn anew whenever the colours change."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from frontdesk.ui.kit import tokens
from frontdesk.ui.kit.icons import paint_icon


class Sign(QWidget):
    """``colour`` is a token's name."""

    def __init__(self, name: str, colour: str = "muted", size: int = 16) -> None:
        super().__init__()
        self._name, self._colour, self._size = name, colour, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str) -> None:
        """Show another icon."""
        self._name = name
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour: str = getattr(tokens.current(), self._colour)
        paint_icon(painter, QRectF(self.rect()), self._name, colour)
        painter.end()
