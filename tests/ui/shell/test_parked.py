"""Desks of those who left: as many as are of use stay, and what goes leaves nothing behind."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from frontdesk.ui.kit import giving_back
from frontdesk.ui.main_window import MainWindow
from frontdesk.ui.shell.desk_view import DeskView
from frontdesk.ui.shell.parked import MOST_QUIET
from tests.ui.keys import press
from tests.ui.shell.conftest import SignIn
from tests.ui.shell.pages import NotingPage

PEOPLE = ("admin", "li", "wang", "zhang", "chen", "zhao")


def _work_in_turn(window: MainWindow, sign_in: SignIn) -> None:
    for login in PEOPLE:
        desk = sign_in(login)
        desk.search.setFocus()
        press("1234")
        window.change_person()
    _throw_away()


def _throw_away() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()


def _desks(window: MainWindow) -> int:
    return len(window.findChildren(DeskView))


def test_of_those_who_left_nothing_open_the_last_two_desks_stay(
    window: MainWindow, sign_in: SignIn
) -> None:
    desks = []
    for login in PEOPLE[: MOST_QUIET + 1]:
        desks.append(sign_in(login))
        window.change_person()
    _throw_away()
    assert _desks(window) == MOST_QUIET

    assert sign_in(PEOPLE[MOST_QUIET]) is desks[-1]
    window.change_person()
    assert sign_in(PEOPLE[0]) is not desks[0]


def test_the_memory_of_a_desk_that_goes_is_given_back(
    window: MainWindow, sign_in: SignIn, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[bool] = []
    real = giving_back.give_back

    def noted() -> None:
        real()
        given.append(threading.current_thread() is not threading.main_thread())

    monkeypatch.setattr(giving_back, "give_back", noted)
    for login in PEOPLE[:MOST_QUIET]:
        sign_in(login)
        window.change_person()
    assert given == []
    sign_in(PEOPLE[MOST_QUIET])
    window.change_person()
    qtbot.waitUntil(lambda: given == [True])


def test_a_desk_with_something_unsaved_stays_however_many_come(
    window: MainWindow, sign_in: SignIn
) -> None:
    first = sign_in("admin")
    NotingPage.made[0].line.setText("half a sentence")
    window.change_person()
    for login in PEOPLE[1:]:
        sign_in(login)
        window.change_person()

    assert sign_in("admin") is first
    assert NotingPage.made[0].line.text() == "half a sentence"


def test_a_desk_with_an_open_window_stays_however_many_come(
    window: MainWindow, sign_in: SignIn
) -> None:
    first = sign_in("admin")
    preview = QDialog(first)
    preview.open()
    window.change_person()
    for login in PEOPLE[1:]:
        sign_in(login)
        window.change_person()

    assert sign_in("admin") is first
    assert preview.isVisible()
    preview.close()


def test_people_in_turn_leave_as_many_widgets_as_the_first_round(
    window: MainWindow, sign_in: SignIn
) -> None:
    _work_in_turn(window, sign_in)
    before = len(QApplication.allWidgets())

    _work_in_turn(window, sign_in)

    assert len(QApplication.allWidgets()) == before


def test_nothing_keeps_a_desk_that_was_thrown_away(window: MainWindow, sign_in: SignIn) -> None:
    desk = sign_in("admin")
    left = [weakref.ref(each) for each in (desk, desk.search.popup, desk.page("today"))]
    del desk
    window.change_person()
    NotingPage.made.clear()
    for login in PEOPLE[1:]:
        sign_in(login)
        window.change_person()
    _throw_away()

    assert [each() for each in left] == [None] * len(left)


def test_a_window_of_a_desk_that_is_signed_out_goes_with_it(
    qtbot: QtBot, window: MainWindow, sign_in: SignIn
) -> None:
    sign_in("admin")
    preview = QDialog(window)
    preview.open()
    with qtbot.waitSignal(preview.destroyed):
        window.sign_out()
