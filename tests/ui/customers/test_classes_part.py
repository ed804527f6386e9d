"""The part of classes: its figures, and what is done for each class, by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.models.enums import Role
from frontdesk.services.registry import Services
from frontdesk.ui.customers.classes_part import ClassesSection
from frontdesk.ui.kit.page import UiContext
from frontdesk.ui.kit.tasks import Tasks
from tests.factories import Make

_CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def part(
    make: Make,
    tasks: Tasks,
    clock: FixedClock,
    show: Callable[[QWidget], None],
    qtbot: QtBot,
) -> ClassesSection:
    """The part on screen, with one customer who bought a car and never came."""
    make.vehicle(make.customer("张伟"), purchased_on=date(2025, 1, 10))
    manager = make.services(Role.CS_MANAGER, name="赵敏")
    section = ClassesSection(UiContext(manager, tasks, lambda _: None, clock), lambda: "Classes")
    section.resize(1334, 600)
    show(section)
    section.refresh(frozenset())
    qtbot.waitUntil(lambda: tasks.idle)
    section.focus_first()
    return section


def test_everybody_is_gone_over_now(part: ClassesSection, tasks: Tasks, qtbot: QtBot) -> None:
    assert len(part.months.rows()) == 12
    QTest.keyClick(part, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: any("1 customer changed" in each.text for each in part.banners.shown()))
    part.refresh(frozenset())
    qtbot.waitUntil(lambda: any(chip.text == "D lost  1" for chip in part.chips.values()))


def test_measures_are_written_and_a_missing_one_is_said(
    part: ClassesSection, services: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    field = part._fields["a_en"]
    field.line.setFocus()
    field.line.selectAll()
    QTest.keyClick(field.line, Qt.Key.Key_Delete)
    QTest.keyClick(field.line, Qt.Key.Key_Return, _CTRL)
    qtbot.waitUntil(lambda: bool(field.error()))
    QTest.keyClicks(field.line, "Coffee first")
    QTest.keyClick(field.line, Qt.Key.Key_Return, _CTRL)
    qtbot.waitUntil(lambda: services.classes.measures().a_en == "Coffee first")
    qtbot.waitUntil(lambda: tasks.idle and not part.has_unsaved())
