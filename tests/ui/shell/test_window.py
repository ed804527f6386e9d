"""Signing in, the desk and its tabs, changing person, locking: by real keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from frontdesk.language import Language
from frontdesk.services.desk import Change
from frontdesk.services.registry import Services
from frontdesk.ui.kit import language, theme
from frontdesk.ui.kit.page import Place
from frontdesk.ui.kit.state import FileState
from frontdesk.ui.kit.tasks import Tasks
from frontdesk.ui.kit.theme import Theme
from frontdesk.ui.main_window import MainWindow
from frontdesk.ui.shell.keys import KeysWindow
from tests.ui.keys import CTRL, ENTER, SHIFT, chord, press
from tests.ui.shell.conftest import PASSWORD, SignIn
from tests.ui.shell.pages import NotingPage


def test_a_wrong_password_is_said_beside_it_and_the_right_one_opens(
    qtbot: QtBot, window: MainWindow, tasks: Tasks
) -> None:
    press("admin", ENTER, "wrong", ENTER)
    qtbot.waitUntil(lambda: bool(window.sign_in.error.text()))
    assert window.desk is None
    assert window.sign_in.password.hasFocus()
    press(PASSWORD, ENTER)
    qtbot.waitUntil(lambda: window.desk is not None)
    assert window.windowTitle() == "远航汽车服务 – Frontdesk"
    assert window.sign_in.password.text() == ""


def test_nothing_typed_is_said_without_asking_the_store(window: MainWindow) -> None:
    press("admin", ENTER, ENTER)
    assert window.sign_in.error.text() == "Type your name and your password."


def test_the_last_name_and_the_dealership_are_remembered(
    qtbot: QtBot, window: MainWindow, sign_in: SignIn, state: FileState
) -> None:
    sign_in("admin")
    assert state.get("login") == "admin"
    window.sign_out()
    assert window.sign_in.dealership.text() == "远航汽车服务"
    qtbot.waitUntil(window.sign_in.password.hasFocus)


def test_tabs_are_built_when_first_shown_and_reached_by_key(
    window: MainWindow, sign_in: SignIn
) -> None:
    desk = sign_in("admin")
    assert desk.tab_keys() == (
        "today",
        "customers",
        "intake",
        "callbacks",
        "complaints",
        "statistics",
        "settings",
    )
    assert len(NotingPage.made) == 1
    assert NotingPage.made[0].refreshed == [frozenset()]
    chord(Qt.Key.Key_5, CTRL)
    assert desk.current_key() == "complaints"
    assert len(NotingPage.made) == 2
    assert NotingPage.made[1].line.hasFocus()


def test_a_tab_is_there_for_whom_it_concerns(window: MainWindow, sign_in: SignIn) -> None:
    desk = sign_in("li")
    assert "statistics" not in desk.tab_keys()
    desk.go(Place("statistics"))
    assert desk.current_key() == "today"


def test_going_to_a_place_opens_it_there(window: MainWindow, sign_in: SignIn) -> None:
    desk = sign_in("admin")
    place = Place("intake", "v-1", "open")
    desk.go(place)
    page = desk.page("intake")
    assert isinstance(page, NotingPage)
    assert page.places == [place]
    assert page.isVisible()


def test_changes_refresh_what_is_seen_and_the_rest_when_shown(
    qtbot: QtBot, window: MainWindow, sign_in: SignIn, services: Services
) -> None:
    desk = sign_in("admin")
    chord(Qt.Key.Key_2, CTRL)
    chord(Qt.Key.Key_1, CTRL)
    today, customers = NotingPage.made
    with services.desk.write() as work:
        work.changed(Change.CUSTOMERS)
    qtbot.waitUntil(lambda: len(today.refreshed) == 2)
    assert today.refreshed[-1] == {Change.CUSTOMERS}
    assert customers.refreshed == [frozenset()]
    desk.show_tab("customers")
    assert customers.refreshed[-1] == {Change.CUSTOMERS}
    chord(Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier)
    assert customers.refreshed[-1] == frozenset()


def test_signing_out_closes_the_desk_and_the_store(
    qtbot: QtBot, window: MainWindow, sign_in: SignIn, shut: list[str]
) -> None:
    desk = sign_in("admin")
    with qtbot.waitSignal(desk.destroyed):
        chord(Qt.Key.Key_Q, CTRL | SHIFT)
    assert window.desk is None
    assert window.sign_in.isVisible()
    assert shut == ["shut"]


def test_signing_out_with_something_unsaved_parks_it(
    window: MainWindow, sign_in: SignIn, shut: list[str]
) -> None:
    sign_in("admin")
    NotingPage.made[0].line.setText("half a sentence")
    window.sign_out()
    assert shut == []
    desk = sign_in("admin")
    assert desk.page("today") is NotingPage.made[0]
    assert NotingPage.made[0].line.text() == "half a sentence"
    assert NotingPage.made[0].parked == 1


def test_changing_person_keeps_each_desk_as_it_was(window: MainWindow, sign_in: SignIn) -> None:
    first = sign_in("admin")
    first.go(Place("complaints"))
    chord(Qt.Key.Key_L, CTRL | SHIFT)
    second = sign_in("li")
    assert second is not first
    window.change_person()
    assert sign_in("admin") is first
    assert first.current_key() == "complaints"


def test_an_idle_desk_locks_itself(qtbot: QtBot, window: MainWindow, sign_in: SignIn) -> None:
    sign_in("admin")
    window._idle.start(20)
    qtbot.waitUntil(lambda: window.desk is None)
    assert NotingPage.made[0].parked == 1
    assert window.sign_in.notice.text().startswith("Locked after 5 minutes")


def test_keys_keep_the_desk_open(qtbot: QtBot, window: MainWindow, sign_in: SignIn) -> None:
    sign_in("admin")
    window._idle.setTimerType(Qt.TimerType.PreciseTimer)
    window._idle.start(10_000)
    qtbot.waitUntil(lambda: window._idle.remainingTime() < 9_900)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    assert window._idle.remainingTime() > 9_900


def test_the_status_bar_says_who_where_and_how_safe(
    qtbot: QtBot, window: MainWindow, sign_in: SignIn
) -> None:
    desk = sign_in("admin")
    qtbot.waitUntil(lambda: desk.status._place.text() == "/data/desk")
    assert desk.status._who.text() == "店长 · General manager, Administrator"
    assert desk.status._backup.text() == "Last backup just now"
    assert desk.status._unsent.isHidden() or not desk.status._unsent.isVisible()


def test_the_language_is_switched_live_everywhere(
    qtbot: QtBot, window: MainWindow, sign_in: SignIn
) -> None:
    desk = sign_in("admin")
    window.speak(Language.ZH_CN)
    QApplication.processEvents()
    assert desk.bar.tabText(1) == "客户档案"
    assert desk.status._who.text() == "店长 · 总经理、系统管理员"
    assert desk.account._out.text() == "退出登录"
    window.sign_out()
    assert window.sign_in.enter.text() == "登录"
    assert language.current() is Language.ZH_CN


def test_the_language_is_chosen_before_signing_in(window: MainWindow) -> None:
    chinese = window.sign_in.languages[Language.ZH_CN]
    QTest.mouseClick(chinese, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert window.sign_in.enter.text() == "登录"
    assert not chinese.isEnabled()


def test_the_theme_is_switched_and_remembered(
    window: MainWindow, sign_in: SignIn, state: FileState
) -> None:
    sign_in("admin")
    window.dress(Theme.DARK)
    assert theme.chosen() is Theme.DARK
    assert state.get("theme") == "dark"
    window.dress(Theme.LIGHT)


def test_the_keys_are_shown_by_f1_with_those_of_the_tab(
    qtbot: QtBot, window: MainWindow, sign_in: SignIn
) -> None:
    sign_in("admin")
    chord(Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)
    shown = window.findChild(KeysWindow)
    assert shown is not None
    texts = {label.text() for label in shown.findChildren(QLabel)}
    assert {"Search from anywhere", "Note <b>this</b>", "Ctrl+D"} <= texts
    with qtbot.waitSignal(shown.destroyed):
        QTest.keyClick(shown, Qt.Key.Key_Escape)


def test_the_window_comes_back_as_it_was_left(
    window: MainWindow, sign_in: SignIn, state: FileState
) -> None:
    sign_in("admin")
    window.resize(1100, 700)
    window.close()
    assert state.get("geometry")
    assert NotingPage.made[0].parked >= 1
