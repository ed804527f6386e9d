"""The telephone rings at any moment: one key from anywhere, only for who may register."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.models.enums import Role
from frontdesk.ui.complaints.page import ComplaintsPage
from frontdesk.ui.kit.state import MemoryState
from frontdesk.ui.kit.tasks import Tasks
from frontdesk.ui.shell.desk_view import DeskView
from frontdesk.ui.shell.keys import everywhere
from frontdesk.ui.shell.status_bar import DeskStatus
from tests.factories import Make
from tests.ui.conftest import Show
from tests.ui.keys import CTRL, SHIFT, chord


def test_the_key_stands_in_the_overview() -> None:
    assert "Ctrl+Shift+N" in dict(everywhere())


@pytest.mark.parametrize("role", [Role.SERVICE_ADVISOR, Role.CS_SPECIALIST, Role.ADMINISTRATOR])
def test_one_key_asks_who_is_calling(
    role: Role, make: Make, show: Show, tasks: Tasks, clock: FixedClock, qtbot: QtBot
) -> None:
    view = DeskView(make.services(role), tasks, clock, MemoryState(), lambda: DeskStatus(""))
    view.resize(1366, 768)
    show(view)
    qtbot.waitUntil(lambda: tasks.idle)
    view.show_tab("settings").focus_first()
    chord(Qt.Key.Key_N, CTRL | SHIFT)
    if role is Role.ADMINISTRATOR:
        assert view.current_key() == "settings"
        return
    page = view.page("complaints")
    assert isinstance(page, ComplaintsPage)
    assert page.stack.currentWidget() is page.incoming.view
    assert page.incoming.view.caller.search.editor().hasFocus()
    qtbot.waitUntil(lambda: tasks.idle)
