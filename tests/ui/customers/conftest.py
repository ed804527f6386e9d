"""The customers tab over a small dealership, driven by keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.services.registry import Services
from frontdesk.ui.customers.page import CustomersPage
from frontdesk.ui.kit.page import Place, UiContext
from frontdesk.ui.kit.tasks import Tasks
from tests.factories import Make, vin_of

Show = Callable[[QWidget], None]
Open = Callable[..., CustomersPage]


@pytest.fixture
def places() -> list[Place]:
    """Where the page has asked to go."""
    return []


@pytest.fixture
def zhang(make: Make) -> str:
    """张伟 with one car, reached under two numbers."""
    customer = make.customer(
        "张伟", phones=["13800138000", "075588886666"], identity_number="11010519491231002X"
    )
    make.vehicle(customer, plate="粤BD12345", vin=vin_of(1), model="X5")
    return customer


@pytest.fixture
def open_page(
    services: Services,
    tasks: Tasks,
    clock: FixedClock,
    places: list[Place],
    show: Show,
    qtbot: QtBot,
) -> Open:
    """Shows the tab of whoever ``who`` is, with its list."""

    def opened(who: Services | None = None) -> CustomersPage:
        page = CustomersPage(UiContext(who or services, tasks, places.append, clock))
        page.resize(1366, 640)
        show(page)
        page.refresh(frozenset())
        qtbot.waitUntil(lambda: tasks.idle)
        page.focus_first()
        return page

    return opened


@pytest.fixture
def page(open_page: Open, zhang: str, make: Make) -> CustomersPage:
    """The tab with two files in its list."""
    make.customer("李四", phones=["13900001111"])
    return open_page()


@pytest.fixture
def file(page: CustomersPage, zhang: str, tasks: Tasks, qtbot: QtBot) -> CustomersPage:
    """The tab with 张伟 open."""
    page.open_place(Place("customers", zhang, "open"))
    qtbot.waitUntil(
        lambda: tasks.idle and page.pane.file is not None and page.pane.file.id == zhang
    )
    return page
