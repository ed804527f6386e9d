"""A specialist's callbacks tab over a dealership with calls that are due."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.models.enums import Role
from frontdesk.services.registry import Services
from frontdesk.ui.callbacks.page import CallbacksPage
from frontdesk.ui.kit.page import Place, UiContext
from frontdesk.ui.kit.tasks import Tasks
from tests.factories import Make
from tests.services.callbacks.conftest import advisor, call

__all__ = ["advisor", "call"]

Show = Callable[[CallbacksPage], None]


@pytest.fixture
def specialist(make: Make) -> Services:
    """A CS specialist."""
    return make.services(Role.CS_SPECIALIST, name="李丽")


@pytest.fixture
def places() -> list[Place]:
    """Where the page has asked to go."""
    return []


@pytest.fixture
def page(
    specialist: Services,
    call: str,
    tasks: Tasks,
    clock: FixedClock,
    places: list[Place],
    show: Show,
    qtbot: QtBot,
) -> CallbacksPage:
    """The tab on screen with its queue."""
    page = CallbacksPage(UiContext(specialist, tasks, places.append, clock))
    page.resize(1366, 630)
    show(page)
    page.refresh(frozenset())
    qtbot.waitUntil(lambda: tasks.idle and bool(page.queue.table.rows()))
    page.focus_first()
    return page
