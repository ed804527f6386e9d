"""Reads the past of a file page by page: more of it as soon as its end is in sight."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from frontdesk.services.customers.dto import TimelineEntry, TimelinePlace
from frontdesk.ui.customers.past import PAGE, Past
from frontdesk.ui.kit import errors
from frontdesk.ui.kit.page import Page


class PastLoader(QObject):
    """``wanted`` tells the id of the file to be shown, '' for none."""

    def __init__(self, page: Page, past: Past, wanted: Callable[[], str]) -> None:
        super().__init__(page)
        self._page, self._past, self._wanted = page, past, wanted
        self._service = page.context.services.customers
        self._loading = False
        past.more_asked.connect(self.load_earlier)
        past.kinds_chosen.connect(self.load)

    def load(self) -> None:
        """The newest page of what is asked for."""
        customer_id, kinds = self._wanted(), self._past.kinds()
        if not customer_id:
            return

        def show(entries: tuple[TimelineEntry, ...]) -> None:
            if self._wanted() == customer_id and self._past.kinds() == kinds:
                self._past.show_entries(entries, more=len(entries) == PAGE)

        self._page.run(lambda: self._service.timeline(customer_id, PAGE, kinds=kinds), show)

    def load_earlier(self) -> None:
        """The page after what is shown."""
        customer_id, shown, kinds = self._wanted(), self._past.entries, self._past.kinds()
        if not customer_id or not shown or self._loading:
            return
        last = TimelinePlace(shown[-1].at, shown[-1].id)
        self._loading = True

        def show(entries: tuple[TimelineEntry, ...]) -> None:
            self._loading = False
            if self._wanted() == customer_id and self._past.entries == shown:
                self._past.add_entries(entries, more=len(entries) == PAGE)

        def failed(error: Exception) -> None:
            self._loading = False
            errors.present(self._page, error)

        self._page.run(lambda: self._service.timeline(customer_id, PAGE, last, kinds), show, failed)
