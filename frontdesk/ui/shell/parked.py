"""The desks of those who left: kept as they were left, so that changing person is quick."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from frontdesk.ui.kit import giving_back
from frontdesk.ui.kit.tasks import Tasks

if TYPE_CHECKING:
    from frontdesk.services.registry import Services
    from frontdesk.ui.shell.curtain import Curtain
    from frontdesk.ui.shell.desk_view import DeskView

MOST_QUIET = 2
"""Desks kept only for the sake of speed. A whole one holds 2,000 widgets and 25 MB."""


def _nobody_waits(_: None) -> None:
    """For work whose end changes nothing on screen."""


class ParkedDesks:
    """Each person's desk with the curtain before it, the one left last at the end.

    A desk with something unsaved or with an open window stays until its person is back. Of the
    others, with which nothing is lost, the last ``MOST_QUIET`` stay.
    """

    def __init__(self, window: QWidget, stack: QStackedWidget, tasks: Tasks) -> None:
        self._window, self._stack, self._tasks = window, stack, tasks
        self._desks: dict[str, DeskView] = {}
        self._curtains: dict[str, Curtain] = {}

    def __len__(self) -> int:
        return len(self._desks)

    def __iter__(self) -> Iterator[DeskView]:
        return iter(self._desks.values())

    def park(self, desk: DeskView) -> None:
        """Put a desk away with all its windows."""
        from frontdesk.ui.shell.curtain import Curtain

        desk.park()
        person = desk.services.desk.actor.id
        self._desks[person] = desk
        self._curtains[person] = Curtain(self._window, desk, self._tasks)
        self._curtains[person].draw()

    def take(self, services: Services) -> DeskView | None:
        """The desk of whoever has signed in, with the settings now in force, if it is kept.

        One whose person has other roles by now is not: it would keep the old rights. What was
        typed there is kept as drafts.
        """
        now = services.desk
        desk = self._desks.get(now.actor.id)
        if desk is None:
            return None
        if desk.services.desk.actor != now.actor:
            self.drop(now.actor.id)
            return None
        del self._desks[now.actor.id]
        kept = desk.services.desk
        kept.store, kept.rules, kept.profile = now.store, now.rules, now.profile
        return desk

    def open_curtain(self, person: str) -> None:
        """Bring back what was put aside with the desk that is shown again."""
        curtain = self._curtains.pop(person, None)
        if curtain is not None:
            curtain.open()
            curtain.deleteLater()

    def work_on_store_of(self, services: Services) -> None:
        """Another store may lie there by now, put back from a backup."""
        for desk in self._desks.values():
            desk.services.desk.store = services.desk.store

    def drop(self, person: str) -> None:
        """Throw a desk away with all its windows."""
        curtain, desk = self._curtains.pop(person, None), self._desks.pop(person, None)
        if curtain is not None:
            curtain.throw_away()
        if desk is not None:
            self._stack.removeWidget(desk)
            desk.deleteLater()

    def thin_out(self) -> None:
        """Throw the quiet desks away that were left longest ago."""
        quiet = [person for person in self._desks if self._is_quiet(person)]
        gone = quiet[:-MOST_QUIET]
        for person in gone:
            self.drop(person)
        if gone:
            self._tasks.run(giving_back.give_back, _nobody_waits, kind="long", owner=self._window)

    def _is_quiet(self, person: str) -> bool:
        return not (self._curtains[person].holds_windows or self._desks[person].has_unsaved())
