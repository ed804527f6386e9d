"""The same car twice in a file: offered, compared and made one by keys, and two again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from frontdesk.models.enums import Role
from frontdesk.services.registry import Services
from frontdesk.ui.customers.cars_window import CarsWindow
from frontdesk.ui.customers.page import CustomersPage
from frontdesk.ui.kit.page import Place
from frontdesk.ui.kit.tasks import Tasks
from tests.factories import Make, vin_of
from tests.ui.customers.conftest import Open
from tests.ui.keys import CTRL, ENTER, chord, press


def _open(page: CustomersPage, customer_id: str, tasks: Tasks, qtbot: QtBot) -> None:
    page.open_place(Place("customers", customer_id, "open"))
    qtbot.waitUntil(
        lambda: tasks.idle and page.pane.file is not None and page.pane.file.id == customer_id
    )


def _offered(page: CustomersPage) -> bool:
    return any("in this file twice" in each.text for each in page.banners.shown())


def test_one_plate_twice_is_offered_and_made_one_by_keys(
    page: CustomersPage, services: Services, make: Make, tasks: Tasks, qtbot: QtBot
) -> None:
    customer = make.customer("王芳")
    sheet = make.vehicle(customer, vin=vin_of(90), plate="粤B90909", model="X5")
    desk = make.vehicle(customer, vin=None, plate="粤B90909", model=None, colour="白色")
    _open(page, customer, tasks, qtbot)
    assert _offered(page)
    chord(Qt.Key.Key_D, CTRL)
    window = QApplication.activeModalWidget()
    assert isinstance(window, CarsWindow)
    qtbot.waitUntil(lambda: window.panel.preview is not None and tasks.idle)
    assert window.panel.preview is not None
    if window.panel.preview.stays.id != sheet:
        press("s")
        qtbot.waitUntil(lambda: tasks.idle)
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: len(services.customers.open(customer).cars) == 1)
    [car] = services.customers.open(customer).cars
    assert (car.id, car.model, car.colour) == (sheet, "X5", "白色")
    qtbot.waitUntil(lambda: tasks.idle and not _offered(page))
    banner = next(each for each in page.banners.shown() if "are one" in each.text)
    banner.action.click()
    qtbot.waitUntil(lambda: len(services.customers.open(customer).cars) == 2)
    assert {each.id for each in services.customers.open(customer).cars} == {sheet, desk}


def test_a_file_with_one_car_is_asked_nothing(file: CustomersPage) -> None:
    assert not _offered(file)
    chord(Qt.Key.Key_D, CTRL)
    assert QApplication.activeModalWidget() is None


def test_who_may_not_merge_is_offered_nothing(
    open_page: Open, make: Make, tasks: Tasks, qtbot: QtBot
) -> None:
    customer = make.customer("王芳")
    for n in (91, 92):
        make.vehicle(customer, vin=vin_of(n), plate="粤B90909")
    page = open_page(make.services(Role.SERVICE_ADVISOR))
    _open(page, customer, tasks, qtbot)
    assert not _offered(page)
    chord(Qt.Key.Key_D, CTRL)
    assert QApplication.activeModalWidget() is None
