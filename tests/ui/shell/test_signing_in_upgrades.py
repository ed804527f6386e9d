"""While an older store is brought up to date the sign-in page says how far it is."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from frontdesk.errors import UserError
from frontdesk.language import Language
from frontdesk.services.registry import Services
from frontdesk.ui.kit import language
from frontdesk.ui.kit.state import MemoryState
from frontdesk.ui.kit.tasks import Tasks
from frontdesk.ui.shell.sign_in import SignInPage
from tests.ui.conftest import Show
from tests.ui.keys import ENTER, press


def test_the_step_is_said_in_both_languages_and_goes_with_the_answer(
    qtbot: QtBot, tasks: Tasks, show: Show
) -> None:
    upgraded = Event()

    def unlock(
        login: str,
        password: str,
        new_password: str = "",
        told: Callable[[int, int], None] | None = None,
    ) -> Services:
        assert told is not None
        told(0, 4)
        told(1, 4)
        assert upgraded.wait(30)
        raise UserError("sign_in.refused", field="password")

    page = SignInPage(tasks, unlock, MemoryState())
    page.resize(900, 600)
    show(page)
    press("admin", ENTER, "a password", ENTER)
    qtbot.waitUntil(lambda: "Step 2 of 4" in page.notice.text())
    assert page.notice.isVisible()

    language.switch().use(Language.ZH_CN)
    QApplication.processEvents()
    assert "第 2 步，共 4 步" in page.notice.text()

    upgraded.set()
    qtbot.waitUntil(lambda: tasks.idle)
    assert page.notice.text() == ""
    assert page.error.text()
