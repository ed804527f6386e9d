"""The class of a customer in the head of the file, and setting another one by keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from frontdesk.models.enums import Badge, Role, ValueClass
from frontdesk.services.registry import Services
from frontdesk.ui.customers.class_window import ClassWindow
from frontdesk.ui.customers.page import CustomersPage
from frontdesk.ui.kit.tasks import Tasks
from tests.factories import Make

Open = Callable[..., CustomersPage]
_KEYS = Qt.KeyboardModifier


def _window(page: CustomersPage) -> ClassWindow:
    (window,) = page.findChildren(ClassWindow)
    return window


def _opened(page: CustomersPage, customer: str, tasks: Tasks, qtbot: QtBot) -> None:
    page.show_customer(customer, focus=True)
    qtbot.waitUntil(lambda: tasks.idle and page.pane.head.standing.why.isVisible())


def test_a_manager_sets_a_class_with_a_reason_by_keys(
    open_page: Open, services: Services, make: Make, zhang: str, tasks: Tasks, qtbot: QtBot
) -> None:
    services.classes.night()
    page = open_page(make.services(Role.CS_MANAGER))
    _opened(page, zhang, tasks, qtbot)
    QTest.keyClick(page.window(), Qt.Key.Key_F2, _KEYS.ShiftModifier)
    window = _window(page)
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_2)  # A
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return, _KEYS.ControlModifier)
    qtbot.waitUntil(lambda: bool(window.reason.error()))
    QTest.keyClicks(window.reason.line, "neighbour")
    QTest.keyClick(window.reason.line, Qt.Key.Key_Return, _KEYS.ControlModifier)
    qtbot.waitUntil(lambda: services.classes.of(zhang).own is ValueClass.A)
    qtbot.waitUntil(lambda: page.pane.head.standing.chip.text == "A loyal (by hand)")


def test_an_opinion_leader_is_marked(
    open_page: Open, services: Services, zhang: str, tasks: Tasks, qtbot: QtBot
) -> None:
    page = open_page()
    _opened(page, zhang, tasks, qtbot)
    page.pane.head.standing.why.click()
    window = _window(page)
    window.leader.box.click()
    window.do.click()
    qtbot.waitUntil(lambda: services.classes.of(zhang).badges == (Badge.OPINION_LEADER,))
    qtbot.waitUntil(lambda: page.pane.head.standing.valued.text == "Opinion leader")


def test_who_may_not_classify_only_reads_why(
    open_page: Open, services: Services, make: Make, zhang: str, tasks: Tasks, qtbot: QtBot
) -> None:
    services.classes.set_class(zhang, ValueClass.C, "spare parts only")
    page = open_page(make.services(Role.SERVICE_ADVISOR))
    _opened(page, zhang, tasks, qtbot)
    page.pane.head.standing.why.click()
    window = _window(page)
    assert not window.form.isVisible()
    assert "spare parts only" in window.reasons.text()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
