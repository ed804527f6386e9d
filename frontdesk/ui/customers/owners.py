"""A car of the file shown changes hands, and comes back if that was a mistake."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from frontdesk.services.customers.dto import Car
from frontdesk.services.permissions import Permission
from frontdesk.ui.customers.file_pane import FilePane
from frontdesk.ui.customers.owner_window import OwnerWindow
from frontdesk.ui.kit.page import Page
from frontdesk.ui.kit.tokens import Tone


class Owners(QObject):
    """Ctrl+H asks to whom the car shown goes; for some seconds it can be taken back."""

    def __init__(self, page: Page, pane: FilePane) -> None:
        super().__init__(page)
        self._page, self._pane = page, pane
        self._service = page.context.services.customers
        self._may = page.context.services.desk.may(Permission.EDIT_CUSTOMERS)
        pane.owner_asked.connect(self.ask)

    def ask(self) -> None:
        """Ask to whom the car shown goes."""
        file, car = self._pane.file, self._pane.car()
        if file is None or car is None or not self._may:
            return
        if self._pane.is_dirty():
            self._page.notice(Tone.WARN, self.tr("Please save what was typed first."))
            return
        window = OwnerWindow(self._page, self._page.context, file.id, car)
        window.moved.connect(partial(self._moved, car))
        window.open()

    def take_back(self, vehicle_id: str) -> None:
        """It was a mistake."""
        self._page.run(
            lambda: self._service.take_back(vehicle_id),
            lambda _: self._page.refresh(frozenset()),
            kind="write",
        )

    def _moved(self, car: Car) -> None:
        text = self.tr("The car has another owner now.")
        self._page.offer_undo(text, partial(self.take_back, car.id))
        self._page.refresh(frozenset())
