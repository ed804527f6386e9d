"""Segments by keyboard: asked for, counted while typed, kept, ended after a question, printed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.models.enums import Role, ValueClass
from frontdesk.services.registry import Services
from frontdesk.services.segments.inputs import Criteria
from frontdesk.ui.customers.page import CustomersPage
from frontdesk.ui.customers.segments_part import SegmentsSection
from frontdesk.ui.kit.page import Place, UiContext
from frontdesk.ui.kit.tasks import Tasks
from tests.factories import Make

_KEYS = Qt.KeyboardModifier


@pytest.fixture
def manager(make: Make) -> Services:
    """Who keeps segments."""
    return make.services(Role.CS_MANAGER, name="赵敏")


@pytest.fixture
def places() -> list[Place]:
    """Where the part has asked to go."""
    return []


@pytest.fixture
def part(
    manager: Services,
    make: Make,
    tasks: Tasks,
    clock: FixedClock,
    places: list[Place],
    show: Callable[[QWidget], None],
    qtbot: QtBot,
) -> SegmentsSection:
    """The part on screen, with three customers and no segment."""
    make.vehicle(make.customer("张伟", value_class=ValueClass.A), plate="粤B12345")
    make.customer("李娜", value_class=ValueClass.B)
    make.customer("王芳")
    section = SegmentsSection(UiContext(manager, tasks, places.append, clock), lambda: "Segments")
    section.resize(1334, 600)
    show(section)
    section.refresh(frozenset())
    qtbot.waitUntil(lambda: tasks.idle)
    section.focus_first()
    return section


def _press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = _KEYS.NoModifier) -> None:
    at: QWidget | None = widget.window().focusWidget()
    QTest.keyClick(widget if at is None else at, key, modifier)


def test_a_segment_is_asked_for_counted_and_kept(
    part: SegmentsSection, tasks: Tasks, qtbot: QtBot, manager: Services
) -> None:
    qtbot.waitUntil(lambda: part.count.text().startswith("3"))
    _press(part, Qt.Key.Key_Insert)
    QTest.keyClicks(part.window().focusWidget(), "Loyal ones")
    _press(part, Qt.Key.Key_Return)
    _press(part, Qt.Key.Key_1)  # class A
    qtbot.waitUntil(lambda: part.count.text().startswith("1"))
    qtbot.waitUntil(lambda: [row.name for row in part.members.rows()] == ["张伟"])
    _press(part, Qt.Key.Key_Return, _KEYS.ControlModifier)
    qtbot.waitUntil(lambda: len(part.table.rows()) == 1)
    (kept,) = manager.segments.kept()
    assert (kept.name, kept.criteria) == ("Loyal ones", Criteria(classes=(ValueClass.A,)))
    assert not part.has_unsaved()


def test_a_name_that_is_missing_is_said_beside_it_and_nothing_is_lost(
    part: SegmentsSection, tasks: Tasks, qtbot: QtBot
) -> None:
    part.begin_new()
    part.form.model.line.setFocus()
    QTest.keyClicks(part.form.model.line, "S7")
    _press(part, Qt.Key.Key_Return, _KEYS.ControlModifier)
    qtbot.waitUntil(lambda: bool(part.form.name.error()))
    assert part.form.model.typed() == "S7"


def test_a_kept_segment_is_shown_changed_and_ended(
    part: SegmentsSection, tasks: Tasks, qtbot: QtBot, manager: Services, places: list[Place]
) -> None:
    made = manager.segments.make("B 类", Criteria(classes=(ValueClass.B,)))
    part.refresh(frozenset())
    qtbot.waitUntil(lambda: len(part.table.rows()) == 1)
    part.table.setFocus()
    part.table.select(made)
    qtbot.waitUntil(lambda: [row.name for row in part.members.rows()] == ["李娜"])
    assert part.form.name.typed() == "B 类"
    _press(part, Qt.Key.Key_Return)
    QTest.keyClicks(part.window().focusWidget(), "!")
    _press(part, Qt.Key.Key_Return, _KEYS.ControlModifier)
    qtbot.waitUntil(lambda: manager.segments.kept()[0].version == 2)
    qtbot.waitUntil(lambda: tasks.idle)
    part.table.setFocus()
    _press(part.table.view, Qt.Key.Key_Delete)
    banner = part.banners
    (yes,) = (each for each in banner.findChildren(QPushButton) if each.text() == "End the segment")
    QTest.mouseClick(yes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: manager.segments.kept() == ())
    qtbot.waitUntil(lambda: not part.table.rows())


def test_who_fits_is_opened(
    part: SegmentsSection, tasks: Tasks, qtbot: QtBot, places: list[Place]
) -> None:
    qtbot.waitUntil(lambda: len(part.members.rows()) == 3)
    part.members.setFocus()
    part.members.select_first()
    _press(part.members.view, Qt.Key.Key_Return)
    assert places[-1].tab == "customers"
    assert places[-1].record_id in {row.id for row in part.members.rows()}


def test_who_may_not_keep_nor_take_out_only_looks(
    make: Make, tasks: Tasks, clock: FixedClock, show: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    advisor = make.services(Role.SERVICE_ADVISOR)
    section = SegmentsSection(UiContext(advisor, tasks, lambda _: None, clock), lambda: "Segments")
    show(section)
    section.refresh(frozenset())
    qtbot.waitUntil(lambda: tasks.idle)
    assert not section.keep.isVisible()
    assert not section.export.isVisible()
    section.save()
    section.take_out()
    section.print_list()
    assert tasks.idle


def test_the_list_of_files_is_narrowed_by_a_kept_segment(
    open_page: Callable[..., CustomersPage],
    services: Services,
    make: Make,
    tasks: Tasks,
    qtbot: QtBot,
) -> None:
    make.customer("张伟", value_class=ValueClass.A)
    make.customer("李娜", occupation="教师")
    made = services.segments.make("教师", Criteria(occupation="教师"))
    page = open_page()
    box = page.list.segment
    qtbot.waitUntil(lambda: box.findData(made) >= 0)
    box.setCurrentIndex(box.findText("A loyal"))
    qtbot.waitUntil(lambda: [row.name for row in page.list.shown().rows] == ["张伟"])
    box.setCurrentIndex(box.findData(made))
    qtbot.waitUntil(lambda: [row.name for row in page.list.shown().rows] == ["李娜"])
    services.segments.end(made, 1)
    page.refresh(frozenset())
    qtbot.waitUntil(lambda: len(page.list.shown().rows) == 2)


def test_what_was_typed_is_offered_when_the_part_is_opened_again(
    part: SegmentsSection,
    manager: Services,
    tasks: Tasks,
    clock: FixedClock,
    show: Callable[[QWidget], None],
    qtbot: QtBot,
) -> None:
    part.begin_new()
    QTest.keyClicks(part.form.model.line, "S7")
    part.park()
    qtbot.waitUntil(lambda: tasks.idle)
    again = SegmentsSection(UiContext(manager, tasks, lambda _: None, clock), lambda: "Segments")
    show(again)
    again.refresh(frozenset())
    qtbot.waitUntil(lambda: bool(again.banners.shown()))
    again.banners.shown()[0].action.click()
    qtbot.waitUntil(lambda: again.form.model.typed() == "S7")


def test_what_is_counted_no_more_does_not_begin(
    part: SegmentsSection, tasks: Tasks, qtbot: QtBot
) -> None:
    part.form.model.setFocus()
    QTest.keyClicks(part.window().focusWidget(), "S7")
    qtbot.waitUntil(lambda: part._asked == Criteria(model="S7"))
    earlier = part._counting
    QTest.keyClicks(part.window().focusWidget(), "x")
    qtbot.waitUntil(lambda: part._asked == Criteria(model="S7x"))
    assert earlier
    assert all(each.cancelled.is_set() for each in earlier)
    assert not any(each.cancelled.is_set() for each in part._counting)
    qtbot.waitUntil(lambda: tasks.idle)


def test_nothing_of_the_form_is_cut_in_a_narrow_window(
    part: SegmentsSection, tasks: Tasks, qtbot: QtBot
) -> None:
    # As the window: what is in it does not make it wider.
    part.setMinimumSize(928, 500)
    part.resize(928, 600)
    qtbot.waitUntil(lambda: tasks.idle and part.width() == 928)

    def cut() -> list[str]:
        return [
            each.text()
            for each in part.findChildren(QAbstractButton)
            if each.isVisible()
            and each.text()
            and part.rect().right() < each.mapTo(part, each.rect().topRight()).x()
        ]

    qtbot.waitUntil(lambda: not cut())
    ground = part.form.parentWidget()
    assert ground is not None
    qtbot.waitUntil(lambda: part.form.width() <= ground.width())
