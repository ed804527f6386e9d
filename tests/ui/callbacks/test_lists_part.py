"""Call lists by keyboard: asked for, counted while typed, made, closed after a question."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.models.callback_rules import OPEN_STATUSES
from frontdesk.models.enums import CallbackKind, Role
from frontdesk.services.registry import Services
from frontdesk.services.rule_figures import with_values
from frontdesk.ui.callbacks.lists_part import ListsSection
from frontdesk.ui.kit.page import Place, UiContext
from frontdesk.ui.kit.tasks import Tasks
from tests.factories import Make

_KEYS = Qt.KeyboardModifier


@pytest.fixture
def manager(make: Make) -> Services:
    """Who makes lists."""
    return make.services(Role.CS_MANAGER, name="赵敏")


@pytest.fixture
def part(
    manager: Services,
    make: Make,
    tasks: Tasks,
    clock: FixedClock,
    show: Callable[[QWidget], None],
    qtbot: QtBot,
) -> ListsSection:
    """The part on screen, with three customers and no list."""
    make.vehicle(make.customer("张伟", member_level="金卡"))
    make.customer("李娜", member_level="银卡")
    make.customer("王芳")
    places: list[Place] = []
    section = ListsSection(UiContext(manager, tasks, places.append, clock), lambda: "Call lists")
    section.resize(1366, 630)
    show(section)
    section.refresh(frozenset())
    qtbot.waitUntil(lambda: tasks.idle)
    section.focus_first()
    return section


def _press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = _KEYS.NoModifier) -> None:
    at: QWidget | None = widget.window().focusWidget()
    QTest.keyClick(widget if at is None else at, key, modifier)


def test_a_festival_is_asked_for_counted_and_made(
    part: ListsSection, tasks: Tasks, qtbot: QtBot, manager: Services
) -> None:
    _press(part, Qt.Key.Key_Insert)
    assert part.asking
    form = part.form
    qtbot.waitUntil(lambda: bool(form.found.text()))
    QTest.keyClick(part.window().focusWidget(), Qt.Key.Key_2)
    assert form.kind.value() == CallbackKind.SPECIAL_PERIOD.value
    assert not form.lost_in.isVisible()
    form.name.line.setFocus()
    QTest.keyClicks(form.name.line, "Spring")
    QTest.keyClick(form.name.line, Qt.Key.Key_Return)
    QTest.keyClick(part.window().focusWidget(), Qt.Key.Key_Return, _KEYS.ControlModifier)
    qtbot.waitUntil(lambda: bool(form.occasion.error()))
    QTest.keyClicks(form.occasion.line, "Spring Festival")
    form.members.box.setFocus()
    QTest.keyClick(form.members.box, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: form.found.text().startswith("2 "))
    QTest.keyClick(form.members.box, Qt.Key.Key_Return, _KEYS.ControlModifier)
    qtbot.waitUntil(lambda: not part.asking and tasks.idle)
    (row,) = part.table.rows()
    assert (row.name, row.members, row.open) == ("Spring", 2, 2)
    qtbot.waitUntil(lambda: len(part.members.rows()) == 2)
    assert all(each.status in OPEN_STATUSES for each in part.members.rows())
    assert not part.has_unsaved()


def test_the_last_day_is_that_of_the_kind_until_another_is_typed(
    part: ListsSection, manager: Services
) -> None:
    manager.desk.rules = with_values(
        manager.desk.rules, {"window_lost_customer": 20, "window_special_period": 5}
    )
    part.begin_new()
    form, now = part.form, manager.desk.today
    assert form.last.value() == now + timedelta(days=20)
    QTest.keyClick(part.window().focusWidget(), Qt.Key.Key_2)
    assert form.last.value() == now + timedelta(days=5)

    form.last.set_value(now + timedelta(days=9))
    form.kind.set_value(CallbackKind.LOST_CUSTOMER.value)
    form.first.set_value(now + timedelta(days=1))

    assert form.last.value() == now + timedelta(days=9)


def test_a_list_half_asked_for_is_offered_again(
    part: ListsSection, tasks: Tasks, qtbot: QtBot
) -> None:
    part.begin_new()
    QTest.keyClick(part.window().focusWidget(), Qt.Key.Key_2)
    part.form.name.line.setFocus()
    QTest.keyClicks(part.form.name.line, "Half")
    assert part.has_unsaved()
    QTest.keyClick(part.form.name.line, Qt.Key.Key_Escape)
    assert not part.asking
    qtbot.waitUntil(lambda: tasks.idle)
    part.begin_new()
    qtbot.waitUntil(lambda: bool(part.banners.shown()))


def test_a_list_is_closed_after_a_question(
    part: ListsSection, tasks: Tasks, qtbot: QtBot, manager: Services
) -> None:
    part.begin_new()
    QTest.keyClick(part.window().focusWidget(), Qt.Key.Key_2)
    part.form.name.line.setText("Autumn")
    part.form.occasion.line.setText("Autumn")
    part.make()
    qtbot.waitUntil(lambda: not part.asking and tasks.idle and bool(part.table.rows()))
    part.focus_first()
    _press(part, Qt.Key.Key_Delete)
    question = part.banners.shown()[-1]
    assert "3 open calls" in question.text
    yes = next(each for each in question.findChildren(QPushButton) if each.text())
    QTest.mouseClick(yes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tasks.idle and part.banners.shown()[-1] is not question)
    part.refresh(frozenset())
    qtbot.waitUntil(lambda: tasks.idle and not part.table.rows())
