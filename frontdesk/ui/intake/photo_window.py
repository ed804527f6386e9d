"""Opens a photo of a visit large."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from frontdesk.services.evidence.dto import View
from frontdesk.ui.kit.page import Page
from frontdesk.ui.kit.picture_view import PictureWindow


class PhotoWindow(QObject):
    """One window at a time; looking at a photo is noted in the trail."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._service = page.context.services.evidence
        self.window: PictureWindow | None = None

    def open(self, photo_id: str, name: str) -> None:
        """Show a photo."""

        def done(view: View) -> None:
            if self.window is None:
                self.window = PictureWindow(self._page, name)
                self.window.destroyed.connect(self._closed)
                self.window.open()
            self.window.show_page(view.picture, view.page, view.pages)

        self._page.run(lambda: self._service.view(photo_id), done, kind="files")

    @Slot()
    def _closed(self) -> None:
        self.window = None
