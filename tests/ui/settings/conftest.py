"""The settings of a founded dealership, by keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.models.enums import Role
from frontdesk.services.accounts.dto import AccountInput
from frontdesk.services.accounts.opening import FirstManager, change_person, found_dealership
from frontdesk.services.desk import Profile
from frontdesk.services.registry import Services
from frontdesk.store.files import DataFolder
from frontdesk.ui.kit.page import UiContext
from frontdesk.ui.kit.tasks import Tasks
from frontdesk.ui.settings.page import SettingsPage
from tests.ui.conftest import Show

PASSWORD = "frontdesk-demo"
FIRST_PASSWORD = "until the first day"
Open = Callable[[Services], SettingsPage]


@pytest.fixture
def founded(tmp_path: Path, clock: FixedClock) -> Iterator[Services]:
    """An administrator and general manager, and an advisor."""
    first = FirstManager("admin", "韩总", PASSWORD)
    profile = Profile(name="Yuanhang", service_phone="0719-8123456")
    services = found_dealership(DataFolder(tmp_path / "店"), profile, first, clock).services
    lin = AccountInput("lin", "林晓峰", frozenset({Role.SERVICE_ADVISOR}))
    services.accounts.create(lin, FIRST_PASSWORD)
    change_person(services, "lin", FIRST_PASSWORD, PASSWORD)
    yield services
    services.desk.store.close()


@pytest.fixture
def open_page(qtbot: QtBot, show: Show, tasks: Tasks, clock: FixedClock) -> Open:
    """The settings tab of a person, loaded, with the list under the cursor."""

    kept: list[SettingsPage] = []

    def opened(services: Services) -> SettingsPage:
        page = SettingsPage(UiContext(services, tasks, lambda place: None, clock))
        kept.append(page)
        page.resize(1366, 680)
        show(page)
        page.focus_first()
        qtbot.waitUntil(lambda: tasks.idle)
        return page

    return opened


@pytest.fixture
def page(open_page: Open, founded: Services) -> SettingsPage:
    """The administrator's settings."""
    return open_page(founded)


@pytest.fixture
def advisor(founded: Services) -> Services:
    """The advisor, signed in over the same store."""
    return change_person(founded, "lin", PASSWORD)
