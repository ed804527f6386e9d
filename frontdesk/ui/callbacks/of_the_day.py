"""Lets the calls of a day fall due when it is first looked at what waits, off the GUI thread."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject

from frontdesk.services.callbacks.deriving.run import Derived
from frontdesk.services.permissions import Permission
from frontdesk.ui.kit import errors
from frontdesk.ui.kit.page import Page
from frontdesk.ui.kit.tokens import Tone


class CallsOfTheDay(QObject):
    """``look`` as often as the page is loaded: once a day it does something."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._day: date | None = None

    def look(self) -> None:
        """Derive what is owed, once a day; whoever shows calls hears of it by the change."""
        desk = self._page.context.services.desk
        if self._day == desk.today or not desk.may(Permission.VIEW_CALLS):
            return
        self._day = desk.today
        service = self._page.context.services.callbacks
        self._page.run(service.derive, lambda _: None, self._failed, kind="write")

    def anew(self) -> None:
        """Look at everything, and say what came of it."""
        service = self._page.context.services.callbacks
        self._page.run(lambda: service.derive(whole=True), self._told, kind="write")

    def _told(self, found: Derived) -> None:
        self._page.notice(Tone.OK, self.tr("%n call(s) have fallen due.", "", found.count))

    def _failed(self, error: Exception) -> None:
        self._day = None
        errors.present(self._page, error)
