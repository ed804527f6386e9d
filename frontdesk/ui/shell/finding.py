"""Searching while typing: one search at a time, the newest wish only."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from frontdesk.services.search.results import SearchResult
from frontdesk.ui.kit.tasks import Task, Tasks

Find = Callable[[str, int], SearchResult]
_MOST_FILES = 20


class Finding:
    """Looks for what is typed into one box and has ``show`` show what was found."""

    def __init__(
        self, tasks: Tasks, find: Find, show: Callable[[SearchResult], None], owner: QObject
    ) -> None:
        self._tasks, self._find, self._show, self._owner = tasks, find, show, owner
        self._task: Task | None = None
        self.shown_for = ""
        """What the hits shown were found for; empty where none are."""

    @property
    def is_under_way(self) -> bool:
        """Whether hits are still to come."""
        return self._task is not None

    def look_for(self, wanted: str) -> bool:
        """Search for ``wanted`` in place of what was searched for; nothing wanted, no search."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        if not wanted:
            self.shown_for = ""
            return False
        self._task = self._tasks.run(
            lambda: self._find(wanted, _MOST_FILES),
            lambda result: self._found(wanted, result),
            kind="search",
            owner=self._owner,
        )
        return True

    def _found(self, wanted: str, result: SearchResult) -> None:
        self._task = None
        self.shown_for = wanted
        self._show(result)
