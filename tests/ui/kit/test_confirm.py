"""The question for the password before a weighty act, by keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.language import Language
from frontdesk.services.accounts.opening import FirstManager, found_dealership
from frontdesk.services.confirmed import Act
from frontdesk.services.desk import Profile
from frontdesk.services.registry import Services
from frontdesk.store.files import DataFolder
from frontdesk.ui.kit import errors, language
from frontdesk.ui.kit.confirm import ConfirmWindow
from frontdesk.ui.kit.page import Page, UiContext
from frontdesk.ui.kit.tasks import Tasks
from tests.ui.conftest import Show
from tests.ui.keys import ENTER, confirm, press

PASSWORD = "frontdesk-demo"


@pytest.fixture
def founded(tmp_path: Path, clock: FixedClock) -> Iterator[Services]:
    first = FirstManager("lan", "郑岚", PASSWORD)
    made = found_dealership(DataFolder(tmp_path / "d"), Profile(name="店"), first, clock).services
    yield made
    made.desk.store.close()


class _Exporting(Page):
    """A page like any other: it knows nothing of passwords."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self.line = QLineEdit()
        self.body.addWidget(self.line)
        self.done: list[str] = []
        self.failed: list[Exception] = []

    def export(self) -> None:
        def act() -> str:
            self.context.services.desk.confirm_fresh(Act.EXPORT)
            return "exported"

        def failed(error: Exception) -> None:
            self.failed.append(error)
            errors.present(self, error)

        self.run(act, self.done.append, failed, kind="write")


@pytest.fixture
def page(founded: Services, tasks: Tasks, clock: FixedClock, show: Show) -> _Exporting:
    made = _Exporting(UiContext(founded, tasks, lambda place: None, clock))
    show(made)
    made.line.setFocus()
    return made


def _asked(qtbot: QtBot, page: _Exporting) -> ConfirmWindow:
    qtbot.waitUntil(lambda: bool(page.findChildren(ConfirmWindow)))
    window = page.findChildren(ConfirmWindow)[0]
    qtbot.waitUntil(window.password.line.hasFocus)
    return window


def test_the_act_runs_again_by_itself(qtbot: QtBot, page: _Exporting) -> None:
    page.export()
    window = _asked(qtbot, page)
    assert window._question.text().startswith("郑岚, please type your password to export.")
    press(PASSWORD, ENTER)

    qtbot.waitUntil(lambda: page.done == ["exported"])
    assert page.failed == []
    page.export()
    qtbot.waitUntil(lambda: len(page.done) == 2)
    assert page.findChildren(ConfirmWindow) == [], "it holds for some minutes"


def test_esc_leaves_everything_as_it_was(qtbot: QtBot, page: _Exporting) -> None:
    page.export()
    _asked(qtbot, page)
    press(Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: len(page.failed) == 1)
    assert page.done == []
    assert not page.banners.shown(), "whoever says no is not told off"
    page.export()
    confirm(qtbot, PASSWORD)
    qtbot.waitUntil(lambda: page.done == ["exported"])


def test_a_wrong_password_is_said_beside_the_field_and_waits_longer_each_time(
    qtbot: QtBot, page: _Exporting
) -> None:
    page.export()
    window = _asked(qtbot, page)
    for _ in range(3):
        press("wrong one", ENTER)
        qtbot.waitUntil(lambda: bool(window.password.error()) and window.go_on.isEnabled())
        assert window.password.error() == "This is not your password; type it again."
        assert window.password.line.selectedText() != ""
    press("wrong one", ENTER)
    qtbot.waitUntil(lambda: "Wait 2 s" in window.password.error())
    assert not window.go_on.isEnabled()
    assert window.password.line.isEnabled()
    language.switch().use(Language.ZH_CN)
    QApplication.processEvents()
    assert "密码不正确" in window.password.error()
    assert "秒后再试" in window.password.error()
    assert page.done == []


def test_a_desk_out_of_sight_is_not_asked(qtbot: QtBot, page: _Exporting) -> None:
    page.hide()
    page.export()

    qtbot.waitUntil(lambda: len(page.failed) == 1)
    assert page.findChildren(ConfirmWindow) == []
