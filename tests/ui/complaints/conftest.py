"""The complaints tab of any of the loop's people."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.services.registry import Services
from frontdesk.ui.complaints.page import ComplaintsPage
from frontdesk.ui.kit.page import Place, UiContext
from frontdesk.ui.kit.tasks import Tasks
from tests.factories import Make
from tests.services.complaints.loop import Loop

Desk = Callable[[Services], ComplaintsPage]


@pytest.fixture
def loop(make: Make, clock: FixedClock) -> Loop:
    return Loop(make, clock)


@pytest.fixture
def places() -> list[Place]:
    """Where a page has asked to go."""
    return []


@pytest.fixture
def desk_of(
    tasks: Tasks,
    clock: FixedClock,
    places: list[Place],
    show: Callable[[QWidget], None],
    qtbot: QtBot,
) -> Iterator[Desk]:
    """Shows the tab of one person, in the place of whoever's was shown before."""
    shown: list[ComplaintsPage] = []

    def sit_down(services: Services) -> ComplaintsPage:
        for before in shown:
            before.close()
        # That the password is asked for is the matter of tests/ui/kit/test_confirm.py.
        services.desk.confirmation.give()
        page = ComplaintsPage(UiContext(services, tasks, places.append, clock))
        page.resize(1366, 640)
        show(page)
        page.refresh(frozenset())
        qtbot.waitUntil(lambda: tasks.idle)
        page.focus_first()
        shown.append(page)
        return page

    yield sit_down
    qtbot.waitUntil(lambda: tasks.idle)
