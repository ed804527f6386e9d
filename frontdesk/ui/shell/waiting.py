"""What is shown while the program prepares something before anyone can sign in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from frontdesk.ui.kit.labels import plain, sized
from frontdesk.ui.kit.tokens import ROOM, SECTION_POINTS
from frontdesk.ui.shell.mark import Mark


class WaitingPage(QWidget):
    """The mark, a sentence, a bar."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(320)
        self.bar.setAccessibleName(text)
        label = sized(plain(text, wrap=True), SECTION_POINTS)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setSpacing(ROOM)
        column.addStretch(2)
        for widget in (Mark(), label, self.bar):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def show_progress(self, done: int, total: int) -> None:
        """``done`` of ``total`` pieces."""
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)
