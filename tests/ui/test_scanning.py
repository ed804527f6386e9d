"""A scanner's keys over the real window and its real tabs, through the window system's own path."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.models.enums import Role
from frontdesk.ui.complaints.page import ComplaintsPage
from frontdesk.ui.kit.page import Page
from frontdesk.ui.kit.state import FileState
from frontdesk.ui.kit.tasks import Tasks
from frontdesk.ui.main_window import Doors, MainWindow
from frontdesk.ui.shell.desk_view import DeskView
from frontdesk.ui.shell.status_bar import DeskStatus
from tests.factories import Make
from tests.services.complaints.loop import Loop
from tests.ui.conftest import Show

_times = count(1_000_000, 10_000)


@pytest.fixture
def loop(make: Make, clock: FixedClock) -> Loop:
    made = Loop(make, clock)
    made.register()
    return made


@pytest.fixture
def desk_view(
    qtbot: QtBot, show: Show, tasks: Tasks, clock: FixedClock, tmp_path: Path, loop: Loop
) -> Iterator[DeskView]:
    """The general manager's desk in the real window."""
    services = loop.people[Role.GENERAL_MANAGER]
    doors = Doors(
        lambda *_: services,
        lambda *_: services,
        lambda _: DeskStatus("/data", clock.now()),
        lambda: None,
        "/data",
    )
    window = MainWindow(tasks, clock, FileState(tmp_path / "w.ini"), doors)
    show(window)
    window.open_desk(services)
    qtbot.waitUntil(lambda: tasks.idle)
    assert window.desk is not None
    yield window.desk
    qtbot.waitUntil(lambda: tasks.idle)


def scan(desk: DeskView, number: str) -> None:
    """A scanner's keys and Enter to the window in front, pressed 1 ms apart.

    With times of their own: however slow the machine is, it is a scanner that types.
    """
    handle = (QApplication.activeModalWidget() or desk.window()).windowHandle()
    codes = [*(Qt.Key(ord(char)) for char in number), Qt.Key.Key_Return]
    for at, (code, text) in enumerate(zip(codes, [*number, "\r"], strict=True), start=next(_times)):
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, text)
            event.setTimestamp(at)
            QCoreApplication.sendEvent(handle, event)


def complaints(desk: DeskView) -> ComplaintsPage:
    page = desk.page("complaints")
    assert isinstance(page, ComplaintsPage)
    return page


def shown_number(desk: DeskView) -> str:
    page = complaints(desk)
    at_ticket = page.stack.currentWidget() is page.ticket and page.ticket.ticket is not None
    on_top = desk.current_key() == "complaints"
    return page.ticket.ticket.number if at_ticket and on_top and page.ticket.ticket else ""


def text_of(field: QWidget) -> str:
    if isinstance(field, QLineEdit):
        return field.text()
    assert isinstance(field, QPlainTextEdit | QTextEdit)
    return field.toPlainText()


def said(desk: DeskView) -> str:
    page = desk.stack.currentWidget()
    assert isinstance(page, Page)
    return " ".join(banner.text for banner in page.banners.shown())


def test_from_every_tab_a_scan_opens_the_ticket(
    qtbot: QtBot, desk_view: DeskView, tasks: Tasks
) -> None:
    for key in desk_view.tab_keys():
        desk_view.show_tab(key).focus_first()
        qtbot.waitUntil(lambda: tasks.idle)
        scan(desk_view, "C-2026-000001")
        qtbot.waitUntil(lambda: shown_number(desk_view) == "C-2026-000001")
        complaints(desk_view).show_list()
        qtbot.waitUntil(lambda: tasks.idle)


def note(qtbot: QtBot, desk_view: DeskView, tasks: Tasks) -> QWidget:
    """The first text field of the form of a ticket's next step, with the cursor in it."""
    page = complaints(desk_view)
    desk_view.show_tab("complaints")
    page.open_ticket(page._complaints.open("C-2026-000001").id)
    qtbot.waitUntil(lambda: page.ticket.steps.form is not None and tasks.idle)
    form = page.ticket.steps.form
    assert form is not None
    field = next(
        each
        for kind in (QPlainTextEdit, QTextEdit, QLineEdit)
        for each in form.findChildren(kind)
        if each.isVisible()
    )
    field.setFocus()
    assert QApplication.focusWidget() is field
    return field


def test_a_scan_over_a_form_opens_the_ticket_and_leaves_the_form_as_it_was(
    qtbot: QtBot, desk_view: DeskView, tasks: Tasks, loop: Loop
) -> None:
    second = loop.register()
    field = note(qtbot, desk_view, tasks)
    scan(desk_view, "C-2026-000002")
    assert text_of(field) == ""
    qtbot.waitUntil(lambda: shown_number(desk_view) == "C-2026-000002")
    assert loop.open(second).number == "C-2026-000002"
    assert "2026" not in desk_view.search.text()


def test_an_unknown_number_is_said_and_the_cursor_stays(
    qtbot: QtBot, desk_view: DeskView, tasks: Tasks
) -> None:
    field = note(qtbot, desk_view, tasks)
    scan(desk_view, "C-2026-999999")
    qtbot.waitUntil(lambda: "C-2026-999999" in said(desk_view))
    assert text_of(field) == ""
    assert QApplication.focusWidget() is field


def test_a_scan_over_an_open_window_does_nothing_there(
    qtbot: QtBot, desk_view: DeskView, tasks: Tasks
) -> None:
    note(qtbot, desk_view, tasks)
    complaints(desk_view).print_ticket()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    window = QApplication.activeModalWidget()
    assert window is not None
    qtbot.waitUntil(lambda: QApplication.focusWindow() is window.windowHandle())
    scan(desk_view, "C-2026-000001")
    qtbot.waitUntil(lambda: "C-2026-000001" in said(desk_view))
    assert window.isVisible()
    window.close()
