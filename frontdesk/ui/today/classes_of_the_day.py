"""Goes over the customers' classes when a day is first looked at, on the worker of long work."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject

from frontdesk.services.classes.night import Classed
from frontdesk.ui.kit import errors
from frontdesk.ui.kit.page import Page
from frontdesk.ui.kit.tasks import Task


class ClassesOfTheDay(QObject):
    """``look`` as often as the page is loaded: once a day it does something."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._day: date | None = None
        self._task: Task | None = None

    def look(self) -> None:
        """Compute them once a day; whoever shows customers hears of it by the change."""
        today = self._page.context.services.desk.today
        if self._day == today:
            return
        self._day = today
        classes = self._page.context.services.classes
        stopped = self._is_stopped
        self._task = self._page.run(
            lambda: classes.night(stopped=stopped), self._done, self._failed, kind="long"
        )

    def _is_stopped(self) -> bool:
        return self._task is not None and self._task.unheard

    def _done(self, found: Classed | None) -> None:
        self._task = None

    def _failed(self, error: Exception) -> None:
        self._task, self._day = None, None
        errors.present(self._page, error)
