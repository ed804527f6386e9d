"""What is changed in the settings holds in every desk of the window, open or parked."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.errors import UserError
from frontdesk.models.enums import Role
from frontdesk.services.accounts.dto import AccountInput
from frontdesk.services.accounts.opening import change_person
from frontdesk.services.desk import Profile
from frontdesk.services.registry import Services
from frontdesk.ui.kit.state import FileState
from frontdesk.ui.kit.tasks import Tasks
from frontdesk.ui.main_window import Doors, MainWindow
from frontdesk.ui.shell.desk_view import DeskView
from frontdesk.ui.shell.status_bar import DeskStatus
from tests.ui.conftest import Show
from tests.ui.keys import CTRL, ENTER, chord, press
from tests.ui.settings.conftest import PASSWORD


@pytest.fixture
def window(
    show: Show, tasks: Tasks, clock: FixedClock, founded: Services, tmp_path: Path
) -> MainWindow:
    """The window over the store that is open already."""

    def unlock(login: str, password: str, new_password: str = "", told: object = None) -> Services:
        return change_person(founded, login, password, new_password)

    def recover(code: str, login: str, password: str) -> Services:
        raise UserError("recovery.refused", field="recovery_code")

    doors = Doors(unlock, recover, lambda of: DeskStatus("/data"), lambda: None, "/data")
    made = MainWindow(tasks, clock, FileState(tmp_path / "window.ini"), doors)
    show(made)
    return made


def _sign_in(qtbot: QtBot, window: MainWindow, login: str, password: str = PASSWORD) -> DeskView:
    window.sign_in.login.setText(login)
    window.sign_in.password.setFocus()
    press(password, ENTER)
    qtbot.waitUntil(lambda: window.desk is not None)
    desk = window.desk
    assert desk is not None
    assert desk.services.desk.actor.login == login
    return desk


def test_an_account_made_in_the_settings_opens_a_desk(
    qtbot: QtBot, window: MainWindow, founded: Services, tasks: Tasks
) -> None:
    desk = _sign_in(qtbot, window, "admin")
    desk.show_tab("settings").focus_first()
    chord(Qt.Key.Key_N, CTRL)
    press("liang", ENTER, "梁静", ENTER, "4", ENTER, ENTER, "long enough", ENTER, "long enough")
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: len(founded.accounts.list()) == 3)
    qtbot.waitUntil(lambda: tasks.idle)

    chord(Qt.Key.Key_L, CTRL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: window.desk is None)
    window.sign_in.login.setText("liang")
    window.sign_in.password.setFocus()
    press("long enough", ENTER)
    qtbot.waitUntil(lambda: window.sign_in.own is not None and window.sign_in.own.isVisible())
    press("kept to oneself", ENTER, "kept to oneself", ENTER)
    qtbot.waitUntil(lambda: window.desk is not None)
    theirs = window.desk
    assert theirs is not None

    assert "statistics" in theirs.tab_keys()
    qtbot.waitUntil(lambda: tasks.idle)


def test_a_new_name_stands_in_the_window_at_once(
    qtbot: QtBot, window: MainWindow, tasks: Tasks
) -> None:
    desk = _sign_in(qtbot, window, "admin")
    assert window.windowTitle() == "Yuanhang – Frontdesk"

    desk.services.settings.save_profile(Profile(name="远航"))

    qtbot.waitUntil(lambda: window.windowTitle() == "远航 – Frontdesk")
    qtbot.waitUntil(lambda: tasks.idle)


def test_figures_hold_at_a_desk_that_was_parked(
    qtbot: QtBot, window: MainWindow, founded: Services, tasks: Tasks
) -> None:
    theirs = _sign_in(qtbot, window, "lin")
    window.change_person()
    founded.settings.change_rules({"complaint_hours": 30})

    again = _sign_in(qtbot, window, "lin")

    assert again is theirs
    assert again.services.desk.rules.complaint_hours == 30
    qtbot.waitUntil(lambda: tasks.idle)


def test_other_roles_open_another_desk(
    qtbot: QtBot, window: MainWindow, founded: Services, tasks: Tasks
) -> None:
    theirs = _sign_in(qtbot, window, "lin")
    assert "statistics" not in theirs.tab_keys()
    window.change_person()
    lin = next(row for row in founded.accounts.list() if row.login == "lin")
    raised = AccountInput("lin", lin.name, frozenset({Role.SERVICE_MANAGER}))
    founded.accounts.update(lin.id, raised, lin.version)

    again = _sign_in(qtbot, window, "lin")

    assert "statistics" in again.tab_keys()
    qtbot.waitUntil(lambda: tasks.idle)
