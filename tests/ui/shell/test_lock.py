"""The lock: nothing of a desk stays in sight, and all of it comes back with its person."""

from __future__ import annotations

import sys
from datetime import timedelta
from types import FrameType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QVBoxLayout
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.services.confirmed import Act, needed
from frontdesk.services.registry import Services
from frontdesk.ui.kit.confirm import ConfirmWindow
from frontdesk.ui.kit.labels import ask
from frontdesk.ui.kit.tasks import Tasks
from frontdesk.ui.main_window import MainWindow
from frontdesk.ui.shell import curtain
from frontdesk.ui.shell.desk_view import DeskView
from tests.ui.keys import CTRL, SHIFT, chord, press
from tests.ui.shell.conftest import SignIn


def _above(window: MainWindow) -> list[str]:
    return [
        type(each).__name__
        for each in QApplication.topLevelWidgets()
        if each.isVisible() and each is not window
    ]


def _lock(qtbot: QtBot, window: MainWindow) -> None:
    window._idle.start(1)
    qtbot.waitUntil(lambda: window.desk is None)


class _Preview(QDialog):
    """Stands for a form on screen: a customer's name in it."""

    def __init__(self, desk: DeskView) -> None:
        super().__init__(desk)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.line = QLineEdit("王芳 13800138000")
        QVBoxLayout(self).addWidget(self.line)


def test_dialogs_are_put_aside_as_they_are_and_come_back(
    qtbot: QtBot, window: MainWindow, sign_in: SignIn
) -> None:
    preview = _Preview(sign_in("admin"))
    preview.open()
    preview.line.setText("half a sentence")

    _lock(qtbot, window)
    assert _above(window) == []
    assert window.sign_in.isVisible()

    sign_in("li")
    assert _above(window) == [], "somebody else sees nothing of it"
    window.change_person()
    sign_in("admin")
    qtbot.waitUntil(preview.isVisible)
    assert preview.line.text() == "half a sentence"
    assert preview.isModal()
    preview.close()


def test_menus_and_lists_close(qtbot: QtBot, window: MainWindow, sign_in: SignIn) -> None:
    desk = sign_in("admin")
    menu = QMenu(desk)
    menu.addAction("王芳")
    menu.popup(window.mapToGlobal(window.rect().center()))
    qtbot.waitUntil(menu.isVisible)

    _lock(qtbot, window)

    assert _above(window) == []
    sign_in("admin")
    assert not menu.isVisible()


def test_a_question_is_answered_with_no(qtbot: QtBot, window: MainWindow, sign_in: SignIn) -> None:
    desk = sign_in("admin")
    window._idle.start(30)

    assert not ask(desk, "Delete", "Delete the file of 王芳?", yes="Delete")

    assert window.desk is None
    assert _above(window) == []


def test_what_a_worker_opens_late_waits_for_its_person(
    qtbot: QtBot, window: MainWindow, sign_in: SignIn
) -> None:
    desk = sign_in("admin")
    _lock(qtbot, window)
    late = _Preview(desk)
    late.open()

    qtbot.waitUntil(lambda: not late.isVisible())
    window.activateWindow()  # as a window manager does when a window closes
    qtbot.waitUntil(window.isActiveWindow)
    sign_in("admin")
    qtbot.waitUntil(late.isVisible)
    late.close()


def test_what_comes_with_an_answer_and_takes_no_focus_waits_as_well(
    qtbot: QtBot, window: MainWindow, sign_in: SignIn, tasks: Tasks
) -> None:
    desk = sign_in("admin")
    late = _Preview(desk)
    late.setModal(False)
    late.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    _lock(qtbot, window)

    tasks.run(lambda: None, lambda _: late.show(), owner=desk)

    qtbot.waitUntil(lambda: late.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide))
    qtbot.waitUntil(lambda: not late.isVisible())
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    sign_in("admin")
    qtbot.waitUntil(late.isVisible)
    late.close()


def test_a_parked_desk_hears_nothing_of_what_another_person_does(
    qtbot: QtBot, window: MainWindow, sign_in: SignIn
) -> None:
    sign_in("admin")
    window.change_person()
    desk = sign_in("li")
    heard = []

    def listen(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code.co_filename == curtain.__file__:
            heard.append(frame.f_code.co_name)

    sys.setprofile(listen)
    try:
        desk.repaint()
        press("1", "2", "3")
    finally:
        sys.setprofile(None)
    assert not heard


def test_the_question_for_the_password_ends_and_so_does_what_it_gave(
    qtbot: QtBot, window: MainWindow, sign_in: SignIn, services: Services
) -> None:
    desk = sign_in("admin")
    services.desk.confirmation.give()
    question = ConfirmWindow(window, desk.context, needed(Act.EXPORT, "店长"))
    question.open()
    with qtbot.waitSignal(question.declined):
        _lock(qtbot, window)

    assert not services.desk.confirmation.use()
    sign_in("admin")
    assert _above(window) == []


def test_the_title_names_nobody_while_locked(
    qtbot: QtBot, window: MainWindow, sign_in: SignIn
) -> None:
    sign_in("admin")
    _lock(qtbot, window)

    assert window.windowTitle() == "Frontdesk – locked"
    sign_in("admin")
    assert window.windowTitle() == "远航汽车服务 – Frontdesk"


def test_keys_in_a_dialog_keep_the_desk_open(
    qtbot: QtBot, window: MainWindow, sign_in: SignIn
) -> None:
    preview = _Preview(sign_in("admin"))
    preview.open()
    preview.activateWindow()
    qtbot.waitUntil(preview.isActiveWindow)
    window._idle.setTimerType(Qt.TimerType.PreciseTimer)
    window._idle.start(10_000)
    qtbot.waitUntil(lambda: window._idle.remainingTime() < 9_900)

    QTest.keyClick(preview.windowHandle(), Qt.Key.Key_A)

    assert window._idle.remainingTime() > 9_900
    preview.close()


def test_a_pc_that_slept_locks_at_the_first_key(
    qtbot: QtBot, window: MainWindow, sign_in: SignIn, clock: FixedClock
) -> None:
    sign_in("admin")
    clock.move(timedelta(minutes=6))

    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)

    assert window.desk is None
    assert window.sign_in.notice.text().startswith("Locked")


@pytest.mark.parametrize("minutes", [1, 4])
def test_a_pc_that_slept_shorter_goes_on(
    qtbot: QtBot, window: MainWindow, sign_in: SignIn, clock: FixedClock, minutes: int
) -> None:
    sign_in("admin")
    clock.move(timedelta(minutes=minutes))

    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)

    assert window.desk is not None


def test_changing_person_by_key_hides_as_much(
    qtbot: QtBot, window: MainWindow, sign_in: SignIn
) -> None:
    preview = _Preview(sign_in("admin"))
    preview.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    chord(Qt.Key.Key_L, CTRL | SHIFT)

    assert window.desk is None
    assert _above(window) == []
