"""A drop-down that is seen to be one, and that the wheel does not turn by accident."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from frontdesk.ui.kit import tokens
from frontdesk.ui.kit.icons import paint_icon


class DropDown(QComboBox):
    """Turning the wheel over it scrolls what is behind."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        place = QRectF(self.width() - 24, (self.height() - 14) / 2, 14, 14)
        paint_icon(painter, place, "caret-down", tokens.current().muted)
        painter.end()
