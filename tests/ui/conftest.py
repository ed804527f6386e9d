"""Every test of the window starts in English, light, at the tests' own hour, with the real font."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock, SystemClock
from frontdesk.language import Language
from frontdesk.ui.kit import language, words
from frontdesk.ui.kit.fonts import FontKeeper
from frontdesk.ui.kit.tasks import Tasks
from frontdesk.ui.kit.theme import Theme, apply_theme

Show = Callable[[QWidget], None]


@pytest.fixture(scope="session")
def _dressed(qapp: QApplication) -> None:
    apply_theme(qapp, Theme.LIGHT)
    fonts = FontKeeper(qapp)
    fonts.install()
    fonts.wait()
    fonts.complete()
    qapp.processEvents()


@pytest.fixture(autouse=True)
def _same_ground(qapp: QApplication, _dressed: None, clock: FixedClock) -> Iterator[None]:
    words.use_clock(clock)
    language.switch().use(Language.EN)
    yield
    language.switch().use(Language.EN)
    words.use_clock(SystemClock())


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    """Workers that are ended with the test."""
    workers = Tasks()
    yield workers
    workers.close()
    workers.deleteLater()


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Show a widget active, so that it has the keyboard."""

    def shown(widget: QWidget) -> None:
        qtbot.addWidget(widget)
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)

    return shown
