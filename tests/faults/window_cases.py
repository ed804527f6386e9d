"""The forms over a device that fails; run by ``test_failing_window`` in a process of its own."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from frontdesk.services.registry import Services
from frontdesk.ui.complaints.page import ComplaintsPage
from frontdesk.ui.customers.page import CustomersPage
from frontdesk.ui.kit.banner import Banner
from frontdesk.ui.kit.page import Page, Place, Subject, UiContext
from frontdesk.ui.kit.tasks import Tasks
from tests.factories import Make
from tests.faults.shim import Calls, Shim
from tests.ui.conftest import _dressed, _same_ground, show, tasks
from tests.ui.intake.conftest import Desk, desk_view, open_desk
from tests.ui.keys import CTRL, ENTER, chord, press

__all__ = ["_dressed", "_same_ground", "desk_view", "open_desk", "show", "tasks"]

DEVICE = [(errno.ENOSPC, True), (errno.EIO, False)]
_LINE = 20_000


@pytest.fixture
def shim(services: Services) -> Iterator[Shim]:
    """The device below the store of the test."""
    made = Shim()
    services.desk.store.engine.dispose()  # what is open already is not looked at
    made.watch(services.desk.store.folder.root)
    yield made
    made.rest()


def _rows(services: Services, table: str) -> int:
    with services.desk.read() as session:
        return int(session.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())


def _says_disk(page: QWidget) -> bool:
    return any("disk" in banner.text.lower() for banner in page.findChildren(Banner))


def _fails_and_keeps(
    qtbot: QtBot, tasks: Tasks, shim: Shim, window: QWidget, how: tuple[int, bool]
) -> None:
    """Save while the device is out of order: it is said, in words, and nothing else happens."""
    error, for_ever = how
    qtbot.waitUntil(lambda: tasks.idle)
    shim.fail_at(1, error, Calls.CHANGING, for_ever=for_ever)
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: tasks.idle and _says_disk(window), timeout=_LINE)
    shim.rest()


@pytest.mark.expects_warnings
@pytest.mark.parametrize("how", DEVICE)
def test_intake(
    desk_view: Desk,
    services: Services,
    make: Make,
    shim: Shim,
    tasks: Tasks,
    qtbot: QtBot,
    how: tuple[int, bool],
) -> None:
    vehicle_id = make.vehicle()
    desk_view.page.begin(vehicle_id)
    desk_view.until(lambda: desk_view.page.view.shows(desk_view.page.view.desk))
    desk_view.settle()
    desk_view.press("12000", ENTER, "李娜", ENTER, "13800138000", ENTER, "4", ENTER)
    desk_view.press("划痕", ENTER, "座椅", ENTER, "刹车响", ENTER)
    desk_view.press("为", ENTER, "时", ENTER, "处", ENTER, "谁", ENTER, "何", ENTER, "怎", ENTER)
    desk_view.press(
        "五百", ENTER, "片磨损", ENTER, "2", "修刹车", ENTER, "150", ENTER, "刹车片", ENTER
    )
    desk_view.press("2", ENTER, "88.5", ENTER, ENTER, "18:30", ENTER, Qt.Key.Key_Space)
    form = desk_view.page.view.desk.form
    typed = form.typed()

    _fails_and_keeps(qtbot, tasks, shim, desk_view.view, how)

    assert form.typed() == typed
    assert _rows(services, "visit") == 0
    desk_view.ctrl(ENTER)
    desk_view.until(lambda: _rows(services, "visit") == 1)
    desk_view.settle()
    assert services.drafts.offered("intake", vehicle_id) is None


@pytest.mark.expects_warnings
@pytest.mark.parametrize("how", DEVICE)
def test_customer(
    services: Services,
    make: Make,
    shim: Shim,
    tasks: Tasks,
    qtbot: QtBot,
    show: Callable[[QWidget], None],
    how: tuple[int, bool],
) -> None:
    page = CustomersPage(UiContext(services, tasks, lambda _place: None, services.desk.clock))
    _shown(page, tasks, qtbot, show)
    chord(Qt.Key.Key_N, CTRL)
    press("王小明", ENTER, "2", ENTER, ENTER, ENTER, "13812345678")
    typed = page.pane.customer.typed()

    _fails_and_keeps(qtbot, tasks, shim, page, how)

    assert page.pane.customer.typed() == typed
    assert _rows(services, "customer") == 0
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: tasks.idle and _rows(services, "customer") == 1, timeout=_LINE)
    assert services.drafts.offered("customer") is None


@pytest.mark.expects_warnings
@pytest.mark.parametrize("how", DEVICE)
def test_complaint(
    services: Services,
    make: Make,
    shim: Shim,
    tasks: Tasks,
    qtbot: QtBot,
    show: Callable[[QWidget], None],
    how: tuple[int, bool],
) -> None:
    customer_id = make.customer("王芳")
    page = ComplaintsPage(UiContext(services, tasks, lambda _place: None, services.desk.clock))
    _shown(page, tasks, qtbot, show)
    page.open_place(Place("complaints", None, "new", Subject(customer_id)))
    qtbot.waitUntil(lambda: tasks.idle and page.register.start is not None)
    press("修了两次还是不凉")
    page.register.form.channel.setFocus()
    press("3", ENTER, "r", "1", ENTER, "4")
    typed = page.register.form.typed()

    _fails_and_keeps(qtbot, tasks, shim, page, how)

    assert page.register.form.typed() == typed
    assert _rows(services, "complaint") == 0
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: tasks.idle and _rows(services, "complaint") == 1, timeout=_LINE)
    assert _rows(services, "draft") == 0


def _shown(page: Page, tasks: Tasks, qtbot: QtBot, show: Callable[[QWidget], None]) -> None:
    page.resize(1366, 640)
    show(page)
    page.refresh(frozenset())
    qtbot.waitUntil(lambda: tasks.idle)
    page.focus_first()


def test_the_store_of_the_tests_is_watched(make: Make, shim: Shim) -> None:
    shim.count(Calls.CHANGING)
    make.customer()
    assert shim.rest() > 3
