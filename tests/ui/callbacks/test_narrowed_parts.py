"""The parts beside the queue are narrowed by class, badge or segment, by keys and by mouse."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.language import Language
from frontdesk.models.enums import (
    CallbackKind,
    CallbackStatus,
    MessageChannel,
    Role,
    SpotRule,
    ValueClass,
)
from frontdesk.models.outbox import OutboxMessage
from frontdesk.services.callbacks.list_dto import ListInput
from frontdesk.services.customers.dto import CustomerFilter
from frontdesk.services.registry import Services
from frontdesk.services.segments.inputs import Criteria
from frontdesk.services.spot_checks.dto import Draw
from frontdesk.ui.callbacks.checks_part import ChecksSection
from frontdesk.ui.callbacks.page import CallbacksPage
from frontdesk.ui.kit import language
from frontdesk.ui.kit.narrowing import NarrowingBox
from frontdesk.ui.kit.page import Place, UiContext
from frontdesk.ui.kit.section import Section
from frontdesk.ui.kit.table import RecordTable
from frontdesk.ui.kit.tasks import Tasks
from tests.factories import Make
from tests.ui.keys import CTRL, ENTER, chord, press

NAMED = {"customer", "name"}
PARTS = ("lists", "messages", "routine", "checks")
DOWN = Qt.Key.Key_Down
BOTH = {"张伟", "李娜"}
Open = Callable[[str], tuple[NarrowingBox, RecordTable[Any]]]


@pytest.fixture(autouse=True)
def _of_two(services: Services, make: Make) -> None:
    """One of class A and one of class B, each on every list."""
    today, caller = services.desk.today, make.staff(Role.CS_SPECIALIST, name="李丽")
    for name, value_class in (("张伟", ValueClass.A), ("李娜", ValueClass.B)):
        customer = make.customer(name, value_class=value_class)
        make.vehicle(customer, sold_here=True, delivered_on=today)
        make.callback(
            customer,
            status=CallbackStatus.DONE,
            closed_on=today,
            closed_at=services.desk.now,
            closed_by=caller.id,
        )
        with services.desk.write() as work:
            work.session.add(
                OutboxMessage(
                    template="callback.thanks",
                    customer_id=customer,
                    channel=MessageChannel.SMS,
                    language="zh_CN",
                    body="谢谢",
                    queued_at=work.now,
                    queued_by=work.desk.actor.id,
                )
            )
    services.spot_checks.draw(Draw(SpotRule.RANDOM, today, today, number=2))
    given = ListInput(CallbackKind.SPECIAL_PERIOD, "春节", today, today, "春节")
    services.call_lists.make(given)


@pytest.fixture
def open_part(
    services: Services,
    tasks: Tasks,
    clock: FixedClock,
    show: Callable[[QWidget], None],
    qtbot: QtBot,
) -> Open:
    """One part in front: its box, and the table that is narrowed."""

    def opened(part: str) -> tuple[NarrowingBox, RecordTable[Any]]:
        page = CallbacksPage(UiContext(services, tasks, lambda _: None, clock))
        page.resize(1366, 660)
        show(page)
        page.open_place(Place("callbacks", None, f"part.{part}"))
        section = page.section(part)
        qtbot.waitUntil(lambda: tasks.idle)
        table = section.members if part == "lists" else section.table  # type: ignore[attr-defined]
        qtbot.waitUntil(lambda: _names(table) == BOTH)
        return section.whose, table  # type: ignore[attr-defined]

    return opened


def _names(table: RecordTable[Any]) -> set[str]:
    at = next(n for n, c in enumerate(table.model.columns) if c.key in NAMED)
    return {table.model.columns[at].text(row) for row in table.rows()}


def part_of(box: QWidget) -> QWidget:
    """The part a box stands in."""
    at: QWidget | None = box
    while at is not None and not isinstance(at, Section):
        at = at.parentWidget()
    assert at is not None
    return at


@pytest.mark.parametrize("part", PARTS)
def test_a_class_is_chosen_by_keys_and_everybody_shown_again(
    part: str, open_part: Open, tasks: Tasks, qtbot: QtBot
) -> None:
    box, table = open_part(part)
    box.setFocus()
    press(DOWN)
    assert box.currentText() == "A loyal"
    qtbot.waitUntil(lambda: _names(table) == {"张伟"})
    press(DOWN)
    qtbot.waitUntil(lambda: _names(table) == {"李娜"})
    press(DOWN, DOWN)
    qtbot.waitUntil(lambda: table.rows() == [])
    assert table.empty.isVisible()
    # What stands in the way is told, and a click puts it away.
    assert table.empty.accessibleName() == "Nothing here of these customers."
    QTest.mouseClick(table.empty.action, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: _names(table) == BOTH)
    assert box.currentText() == "All customers"
    qtbot.waitUntil(lambda: tasks.idle)
    assert QApplication.focusWidget() is table.view


def test_calls_are_drawn_of_a_class_alone(
    services: Services, make: Make, open_part: Open, tasks: Tasks, qtbot: QtBot
) -> None:
    today, caller = services.desk.today, make.staff(Role.CS_SPECIALIST, name="王芳")
    for each in services.customers.list(CustomerFilter()).rows:
        make.callback(
            each.id,
            status=CallbackStatus.DONE,
            closed_on=today,
            closed_at=services.desk.now,
            closed_by=caller.id,
        )
    box, _ = open_part("checks")
    section = part_of(box)
    assert isinstance(section, ChecksSection)
    section.focus_first()
    chord(Qt.Key.Key_N, CTRL)
    drawing = section.drawing
    qtbot.waitUntil(lambda: _names(drawing.table) == BOTH)
    drawing.whose.setFocus()
    press(DOWN)
    qtbot.waitUntil(lambda: _names(drawing.table) == {"张伟"})
    assert drawing.found.text() == "1 call to draw from"
    before = len(services.spot_checks.list())
    drawing.form.focus_first()
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: tasks.idle and len(services.spot_checks.list()) == before + 1)
    assert services.spot_checks.list()[0].call.customer_name == "张伟"
    # The next draw begins with everybody's calls.
    chord(Qt.Key.Key_N, CTRL)
    qtbot.waitUntil(lambda: tasks.idle and _names(drawing.table) == {"李娜"})
    assert drawing.whose.currentText() == "All customers"


@pytest.mark.parametrize("part", PARTS)
def test_a_segment_kept_meanwhile_is_offered_and_one_that_ends_narrows_no_more(
    part: str, services: Services, open_part: Open, tasks: Tasks, qtbot: QtBot
) -> None:
    kept = services.segments.make("教师", Criteria(occupation="教师"))
    box, table = open_part(part)
    qtbot.waitUntil(lambda: box.findText("教师") > 0)
    box.setCurrentIndex(box.findText("教师"))
    qtbot.waitUntil(lambda: table.rows() == [])
    services.segments.end(kept, 1)
    box.window().refresh(frozenset())  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: _names(table) == BOTH)
    qtbot.waitUntil(lambda: tasks.idle)


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("speech", [Language.ZH_CN, Language.EN])
def test_nothing_is_cut_off_in_a_narrow_window(
    part: str, speech: Language, open_part: Open, tasks: Tasks, qtbot: QtBot
) -> None:
    box, table = open_part(part)
    page = box.window()
    # As the window: what is in it does not make it wider.
    page.setMinimumSize(960, 600)
    for wide in (1366, 960):
        page.resize(wide, 660)
        language.switch().use(speech)
        qtbot.waitUntil(lambda: tasks.idle)
        QApplication.processEvents()
        assert page.width() == wide
        qtbot.waitUntil(lambda: not _cut(part_of(box)))
        named = next(n for n, c in enumerate(table.model.columns) if c.key in NAMED)
        assert table.view.columnWidth(named) >= 80, wide


def _cut(section: QWidget) -> list[str]:
    """The texts of what can be clicked and is not seen whole."""
    wide = section.window().width()
    return [
        act.text()
        for act in section.findChildren(QAbstractButton)
        if act.isVisible()
        and act.text()
        and (
            act.width() < act.sizeHint().width() - 2
            or act.mapTo(section.window(), act.rect().topRight()).x() >= wide
            or act.visibleRegion().isEmpty()
        )
    ]
