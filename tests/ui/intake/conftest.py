"""The intake tab in its desk, on a store of its own, worked by keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.services.registry import Services
from frontdesk.ui.intake.page import IntakePage
from frontdesk.ui.kit.state import MemoryState
from frontdesk.ui.kit.tasks import Tasks
from frontdesk.ui.shell.desk_view import DeskView
from frontdesk.ui.shell.status_bar import DeskStatus
from tests.ui.keys import CTRL, press

Open = Callable[[Services], "Desk"]


@dataclass
class Desk:
    """A desk on the screen. ``keys`` counts what is pressed, the customer's own words apart."""

    view: DeskView
    page: IntakePage
    tasks: Tasks
    qtbot: QtBot
    keys: int = field(default=0)

    def press(self, *keys: str | Qt.Key) -> None:
        """Texts and keys, each to whatever has the focus."""
        for key in keys:
            self.keys += len(key) if isinstance(key, str) else 1
            press(key)
            QApplication.processEvents()

    def ctrl(self, key: Qt.Key) -> None:
        """A key with Ctrl."""
        self.keys += 1
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, key, CTRL)
        QApplication.processEvents()

    def say(self, words: str) -> None:
        """The customer's own words: not counted."""
        press(words)

    def settle(self) -> None:
        """Until nothing is under way."""
        self.qtbot.waitUntil(lambda: self.tasks.idle)
        QApplication.processEvents()

    def until(self, holds: Callable[[], object]) -> None:
        """Until ``holds``."""
        self.qtbot.waitUntil(lambda: bool(holds()))


@pytest.fixture
def open_desk(qtbot: QtBot, tasks: Tasks, clock: FixedClock) -> Open:
    """Opens the desk of whoever is given, with the intake tab in front."""

    def opened(services: Services) -> Desk:
        view = DeskView(services, tasks, clock, MemoryState(), lambda: DeskStatus(""))
        qtbot.addWidget(view)
        view.resize(1366, 768)
        view.show()
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        page = view.show_tab("intake")
        assert isinstance(page, IntakePage)
        page.focus_first()
        desk = Desk(view, page, tasks, qtbot)
        desk.settle()
        return desk

    return opened


@pytest.fixture
def desk_view(open_desk: Open, services: Services) -> Desk:
    """The desk of one who may do everything."""
    return open_desk(services)
