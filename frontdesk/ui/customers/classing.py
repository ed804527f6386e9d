"""Looks up how the customer of the file stands, and opens the window that says why."""

from __future__ import annotations

from PySide6.QtCore import QObject

from frontdesk.services.classes.dto import ClassOf
from frontdesk.ui.customers.class_window import ClassWindow
from frontdesk.ui.customers.file_pane import FilePane
from frontdesk.ui.kit.page import Page


class Classing(QObject):
    """Shift+F2 says why a customer is in the class, and lets a manager set another one."""

    def __init__(self, page: Page, pane: FilePane) -> None:
        super().__init__(page)
        self._page, self._pane = page, pane
        self._file: object = None
        self._standing: ClassOf | None = None
        pane.tab_shown.connect(self.look)
        pane.head.standing.asked.connect(self.ask)

    def look(self) -> None:
        """Read it where another file is shown, or the same one anew."""
        file = self._pane.file
        if file is self._file:
            return
        self._file = file
        if self._standing is not None and (file is None or file.id != self._standing.customer_id):
            self._show(None)
        if file is None:
            return
        classes = self._page.context.services.classes

        def show(found: ClassOf) -> None:
            if self._pane.file is not None and self._pane.file.id == found.customer_id:
                self._show(found)

        self._page.run(lambda: classes.of(file.id), show)

    def ask(self) -> None:
        """Say why; a manager sets another class there."""
        if self._standing is None or self._pane.file is None:
            return
        window = ClassWindow(self._page, self._page.context, self._standing)
        window.kept.connect(self._again)
        window.open()

    def _again(self) -> None:
        self._file = None
        self.look()

    def _show(self, standing: ClassOf | None) -> None:
        self._standing = standing
        self._pane.head.standing.show_standing(standing)
