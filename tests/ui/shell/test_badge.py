"""The number of overdue complaints on their tab: refreshed by changes and by the minute."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QTabBar
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.language import Language
from frontdesk.services.desk import Change
from frontdesk.services.registry import Services
from frontdesk.ui.kit import language
from frontdesk.ui.kit.tasks import Tasks
from frontdesk.ui.kit.theme import Theme, apply_theme
from frontdesk.ui.shell.badge import OverdueBadge
from frontdesk.ui.shell.desk_view import DeskView
from tests.factories import Make
from tests.ui.shell.conftest import SignIn

_AFTER = 10
LONG_AGO = timedelta(hours=30)


def _badge(desk: DeskView) -> OverdueBadge:
    assert desk.badge is not None
    return desk.badge


def _tab_name(desk: DeskView) -> str:
    return desk.bar.accessibleTabName(desk.tab_keys().index("complaints"))


@pytest.fixture
def make(services: Services) -> Make:
    return Make(services.desk)


def test_nothing_overdue_shows_nothing(sign_in: SignIn, tasks: Tasks, qtbot: QtBot) -> None:
    desk = sign_in("admin")
    qtbot.waitUntil(lambda: tasks.idle)
    assert not _badge(desk).isVisible()
    assert _badge(desk).width() == 0
    assert _tab_name(desk) == "Complaints"


def test_a_change_and_the_minute_move_the_number(
    sign_in: SignIn, tasks: Tasks, qtbot: QtBot, make: Make, clock: FixedClock
) -> None:
    desk = sign_in("admin")
    make.complaint(registered_at=clock.now() - LONG_AGO)
    make.complaint()
    desk.heed(frozenset({Change.COMPLAINTS}))
    qtbot.waitUntil(lambda: _badge(desk).overdue == 1)
    assert _badge(desk).isVisible()
    assert _tab_name(desk) == "Complaints, 1 complaint overdue"
    clock.move(timedelta(hours=25))
    _badge(desk).look()  # what its timer does each minute
    qtbot.waitUntil(lambda: _badge(desk).overdue == 2)
    assert _badge(desk).text() == "2"


def test_it_is_said_in_both_languages_and_wide_enough(
    sign_in: SignIn, tasks: Tasks, qtbot: QtBot
) -> None:
    desk = sign_in("admin")
    qtbot.waitUntil(lambda: tasks.idle)
    badge = _badge(desk)
    badge.show_number(128)
    assert badge.text() == "99+"
    assert badge.width() - _AFTER > badge.fontMetrics().horizontalAdvance("99+")
    language.switch().use(Language.ZH_CN)
    qtbot.waitUntil(lambda: _tab_name(desk) == "投诉，128 件投诉已超时")
    place = desk.bar.tabRect(desk.tab_keys().index("complaints"))
    assert place.contains(badge.geometry())


@pytest.mark.parametrize("wanted", Theme)
def test_it_can_be_read_in_light_and_dark(
    sign_in: SignIn, tasks: Tasks, qtbot: QtBot, qapp: QApplication, wanted: Theme
) -> None:
    desk = sign_in("admin")
    qtbot.waitUntil(lambda: tasks.idle)
    apply_theme(qapp, wanted)
    try:
        _badge(desk).show_number(3)
        picture = _badge(desk).grab().toImage()
        colours = {
            picture.pixelColor(x, y).name()
            for x in range(picture.width())
            for y in range(picture.height())
        }
        assert len(colours) > 2  # the pill, the number, and what lies between
    finally:
        apply_theme(qapp, Theme.LIGHT)


def test_the_tabs_title_makes_room(sign_in: SignIn, tasks: Tasks, qtbot: QtBot) -> None:
    desk = sign_in("admin")
    qtbot.waitUntil(lambda: tasks.idle)
    at = desk.tab_keys().index("complaints")
    before = desk.bar.tabRect(at).width()
    _badge(desk).show_number(3)
    assert desk.bar.tabRect(at).width() > before
    assert desk.bar.tabButton(at, QTabBar.ButtonPosition.RightSide) is _badge(desk)
    _badge(desk).show_number(0)
    assert desk.bar.tabRect(at).width() == before
