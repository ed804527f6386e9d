"""The shell around pages that note what is asked of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.errors import UserError
from frontdesk.models.enums import Role
from frontdesk.services.desk import Actor, Desk
from frontdesk.services.registry import Services
from frontdesk.ui import tabs
from frontdesk.ui.kit.state import FileState
from frontdesk.ui.kit.tasks import Tasks
from frontdesk.ui.main_window import Doors, MainWindow
from frontdesk.ui.shell.desk_view import DeskView
from frontdesk.ui.shell.status_bar import DeskStatus
from tests.ui.conftest import Show
from tests.ui.keys import ENTER, press
from tests.ui.shell.pages import NotingPage

PASSWORD = "right horse"
SignIn = Callable[[str], DeskView]


@pytest.fixture(autouse=True)
def _noting_pages(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    noting = "tests.ui.shell.pages:NotingPage"
    monkeypatch.setattr(tabs, "TABS", tuple(replace(tab, factory=noting) for tab in tabs.TABS))
    NotingPage.made.clear()
    yield
    NotingPage.made.clear()


@pytest.fixture
def state(tmp_path: Path) -> FileState:
    return FileState(tmp_path / "window.ini")


@pytest.fixture
def shut() -> list[str]:
    """Filled each time the window gives the store back."""
    return []


@pytest.fixture
def window(
    qtbot: QtBot,
    show: Show,
    tasks: Tasks,
    clock: FixedClock,
    state: FileState,
    services: Services,
    shut: list[str],
) -> MainWindow:
    def unlock(login: str, password: str, new_password: str = "", told: object = None) -> Services:
        if password != PASSWORD:
            raise UserError("sign_in.refused", field="password")
        return services if login == services.desk.actor.login else Services(_other(services, login))

    def recover(code: str, login: str, password: str) -> Services:
        raise UserError("recovery.refused", field="recovery_code")

    def status(of: Services) -> DeskStatus:
        return DeskStatus("/data/desk", clock.now())

    doors = Doors(unlock, recover, status, lambda: shut.append("shut"), "/data/desk")
    made = MainWindow(tasks, clock, state, doors)
    show(made)
    return made


@pytest.fixture
def sign_in(qtbot: QtBot, window: MainWindow) -> SignIn:
    """Sign a person in by keys; their desk."""

    def by_keys(login: str = "admin") -> DeskView:
        window.sign_in.login.clear()
        window.sign_in.login.setFocus()
        press(login, ENTER, PASSWORD, ENTER)
        qtbot.waitUntil(lambda: window.desk is not None)
        assert window.desk is not None
        return window.desk

    return by_keys


def _other(services: Services, login: str) -> Desk:

    desk = services.desk
    roles = frozenset({Role.SERVICE_ADVISOR})
    actor = Actor(f"00000000-0000-7000-8000-{login.encode().hex():0>12}", login, "李顾问", roles)
    return Desk(desk.store, actor, desk.clock, desk.rules, desk.profile)
