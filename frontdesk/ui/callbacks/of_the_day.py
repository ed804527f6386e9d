"""Lets the calls of a day fall due when it is first looked at what waits, beside all other work."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject

from frontdesk.services.callbacks.deriving.run import Derived
from frontdesk.services.permissions import Permission
from frontdesk.ui.kit import errors
from frontdesk.ui.kit.page import Page
from frontdesk.ui.kit.progress import run_with_progress
from frontdesk.ui.kit.tasks import Task
from frontdesk.ui.kit.tokens import Tone


class CallsOfTheDay(QObject):
    """``look`` as often as the page is loaded: once a day it does something.

    On the worker of long work, in short acts: a save never waits for it, and closing the window
    breaks it off between two of them.
    """

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._day: date | None = None
        self._task: Task | None = None

    def look(self) -> None:
        """Derive what is owed, once a day; whoever shows calls hears of it by the change."""
        desk = self._page.context.services.desk
        if self._day == desk.today or not desk.may(Permission.VIEW_CALLS):
            return
        self._day = desk.today
        service = self._page.context.services.callbacks
        stopped = self._is_stopped
        self._task = self._page.run(
            lambda: service.derive(stopped=stopped), self._done, self._failed, kind="long"
        )

    def anew(self) -> None:
        """Look at everything, and say what came of it; it can be broken off."""
        service = self._page.context.services.callbacks
        run_with_progress(
            self._page.context.tasks,
            self._page,
            lambda progress, stopped: service.derive(progress, stopped, whole=True),
            self.tr("Looking for what has fallen due"),
            self._told,
        )

    def _is_stopped(self) -> bool:
        return self._task is not None and self._task.unheard

    def _done(self, found: Derived) -> None:
        self._task = None
        if not found.finished:
            self._day = None

    def _told(self, found: Derived) -> None:
        if found.finished:
            said = self.tr("%n call(s) have fallen due.", "", found.count)
            self._page.notice(Tone.OK, said)
        else:
            said = self.tr("Broken off. %n call(s) have fallen due so far.", "", found.count)
            self._page.notice(Tone.WARN, said)

    def _failed(self, error: Exception) -> None:
        self._task, self._day = None, None
        errors.present(self._page, error)
