"""Wrong passwords at the sign-in page: said, counted down, nothing typed is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.language import Language
from frontdesk.models.enums import Role
from frontdesk.services.accounts.dto import AccountInput
from frontdesk.services.accounts.opening import FirstManager, change_person, found_dealership
from frontdesk.services.desk import Profile
from frontdesk.services.registry import Services
from frontdesk.store.files import DataFolder
from frontdesk.ui.kit import language
from frontdesk.ui.kit.state import MemoryState
from frontdesk.ui.kit.tasks import Tasks
from frontdesk.ui.shell.sign_in import SignInPage
from tests.ui.conftest import Show
from tests.ui.keys import ENTER, press

PASSWORD = "frontdesk-demo"


@pytest.fixture
def founded(tmp_path: Path, clock: FixedClock) -> Iterator[Services]:
    first = FirstManager("admin", "韩总", PASSWORD)
    made = found_dealership(DataFolder(tmp_path / "d"), Profile(name="远航"), first, clock).services
    lin = AccountInput("lin", "林晓峰", frozenset({Role.SERVICE_ADVISOR}))
    made.accounts.create(lin, "until monday")
    yield made
    made.desk.store.close()


@pytest.fixture
def page(founded: Services, tasks: Tasks, show: Show) -> SignInPage:
    def unlock(login: str, password: str, new_password: str = "", told: object = None) -> Services:
        return change_person(founded, login, password, new_password)

    made = SignInPage(tasks, unlock, MemoryState())
    made.resize(900, 600)
    show(made)
    return made


def _try(qtbot: QtBot, page: SignInPage, tasks: Tasks, password: str) -> None:
    page.password.selectAll()
    press(password, ENTER)
    qtbot.waitUntil(lambda: tasks.idle)


def test_the_fourth_wrong_password_counts_down_and_keeps_the_field(
    qtbot: QtBot, page: SignInPage, tasks: Tasks, clock: FixedClock
) -> None:
    press("admin", ENTER)
    for _ in range(3):
        _try(qtbot, page, tasks, "wrong one")
        assert page.enter.isEnabled()
        assert "Wait" not in page.error.text()
    _try(qtbot, page, tasks, "wrong one")
    assert page.error.text().endswith("Wait 2 s before the next try.")
    assert not page.enter.isEnabled()
    assert page.password.text() == "wrong one"

    language.switch().use(Language.ZH_CN)
    QApplication.processEvents()
    assert "秒后再试" in page.error.text()
    assert page.enter.text() == "登录"
    assert not page.enter.isEnabled()

    qtbot.waitUntil(page.enter.isEnabled, timeout=10_000)
    assert "秒后再试" not in page.error.text()
    assert page.password.text() == "wrong one"


def test_somebody_else_need_not_wait(qtbot: QtBot, page: SignInPage, tasks: Tasks) -> None:
    press("lin", ENTER)
    for _ in range(4):
        _try(qtbot, page, tasks, "wrong one")
    assert not page.enter.isEnabled()

    page.login.setFocus()
    page.login.selectAll()
    press("admin", ENTER)
    page.password.selectAll()
    with qtbot.waitSignal(page.signed_in):
        press(PASSWORD, ENTER)


def test_a_temporary_password_asks_for_ones_own_twice(
    qtbot: QtBot, page: SignInPage, tasks: Tasks, founded: Services
) -> None:
    press("lin", ENTER)
    _try(qtbot, page, tasks, "until monday")
    own = page.own
    assert own is not None
    qtbot.waitUntil(own.new.line.hasFocus)
    press("12345678")
    assert own.new.hint().startswith("Guessed first")
    press(ENTER, "12345679", ENTER)
    assert own.repeated.error() == "The two passwords differ; type it again."
    own.repeated.line.selectAll()
    press("12345678", ENTER)
    qtbot.waitUntil(lambda: "guessed first" in own.new.error())
    assert own.new.line.hasFocus()

    own.new.line.selectAll()
    press("kept to oneself")
    assert own.new.hint() == "Strong."
    own.repeated.line.setFocus()
    own.repeated.line.selectAll()
    with qtbot.waitSignal(page.signed_in):
        press("kept to oneself", ENTER)
    assert not own.isVisible()
    assert own.new.line.text() == ""
    change_person(founded, "lin", "kept to oneself")


def test_another_name_is_not_asked_for_a_new_password(
    qtbot: QtBot, page: SignInPage, tasks: Tasks
) -> None:
    press("lin", ENTER)
    _try(qtbot, page, tasks, "until monday")
    assert page.own is not None
    qtbot.waitUntil(page.own.isVisible)

    page.login.setFocus()
    page.login.selectAll()
    press("admin")

    assert not page.own.isVisible()
