"""Two or more tables of a part in one another's place, turned by Ctrl+Tab."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget, QWidget

from frontdesk.ui.kit.shortcuts import bind_key


class TurningTabs(QTabWidget):
    """``section`` is where Ctrl+Tab turns; each page comes with what takes the focus in it."""

    def __init__(self, section: QWidget, *pages: tuple[QWidget, QWidget]) -> None:
        super().__init__()
        self.setDocumentMode(True)  # its own frame would stand around that of the table
        self._first: list[QWidget] = []
        for page, first in pages:
            self.addTab(page, "")
            self._first.append(first)
        bind_key(section, "Ctrl+Tab", self.turn)

    def name(self, *titles: str) -> None:
        """Say what the pages are called."""
        for at, title in enumerate(titles):
            self.setTabText(at, title)

    def turn(self) -> None:
        """Bring the next page to the front."""
        self.setCurrentIndex((self.currentIndex() + 1) % self.count())
        self.focus_shown()

    def focus_shown(self) -> None:
        """Go to where work begins in the page in front."""
        self._first[self.currentIndex()].setFocus(Qt.FocusReason.OtherFocusReason)
