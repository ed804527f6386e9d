"""Delivery days by keyboard: told, taken back, undone; a sheet in the folder is offered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.models.enums import DeliveryState
from frontdesk.services.registry import Services
from frontdesk.ui.customers.deliveries_part import DeliveriesSection
from frontdesk.ui.importing.dialog import ImportDialog
from frontdesk.ui.kit.page import UiContext
from frontdesk.ui.kit.tasks import Tasks
from tests.services.exchange.sheets import HEADING, delivery, write_xlsx
from tests.ui.keys import press


@pytest.fixture
def part(
    services: Services,
    tasks: Tasks,
    tmp_path: Path,
    clock: FixedClock,
    show: Callable[[QWidget], None],
    qtbot: QtBot,
) -> DeliveriesSection:
    """The part after a sheet of Tuesday: Wednesday is missing, today is open."""
    path = write_xlsx(tmp_path / "周二.xlsx", [HEADING, delivery(1, day="2026-11-03")])
    services.exchange.run(path)
    section = DeliveriesSection(
        UiContext(services, tasks, lambda _: None, clock), lambda: "Deliveries"
    )
    section.resize(1366, 630)
    show(section)
    section.refresh(frozenset())
    qtbot.waitUntil(lambda: tasks.idle and bool(section.days.rows()))
    section.focus_first()
    return section


def _state(part: DeliveriesSection, day: date) -> DeliveryState:
    return next(row.state for row in part.days.rows() if row.day == day)


def test_the_missing_day_is_chosen_and_told(
    part: DeliveriesSection, tasks: Tasks, qtbot: QtBot
) -> None:
    missing = date(2026, 11, 4)
    assert part.days.current_id() == missing.isoformat()
    press("n")
    qtbot.waitUntil(lambda: tasks.idle and _state(part, missing) is DeliveryState.NONE)
    press("n")
    qtbot.waitUntil(lambda: tasks.idle and _state(part, missing) is DeliveryState.MISSING)


def test_an_import_is_undone_after_a_question(
    part: DeliveriesSection, services: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    part.tabs.setCurrentWidget(part.imports)
    part.focus_first()
    press(Qt.Key.Key_Delete)
    assert services.exchange.imports()[0].undone_at is None
    part.banners.shown()[-1].action.click()
    qtbot.waitUntil(lambda: tasks.idle and part.imports.rows()[0].undone_at is not None)
    assert services.search.find("00001").hits == ()


def test_a_sheet_in_the_folder_is_offered_and_not_imported(
    part: DeliveriesSection, services: Services, tmp_path: Path, tasks: Tasks, qtbot: QtBot
) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    write_xlsx(inbox / "周四.xlsx", [HEADING, delivery(2, day="2026-11-05")])
    part.watch(str(inbox))
    qtbot.waitUntil(lambda: tasks.idle and bool(part.banners.shown()))
    assert len(services.exchange.imports()) == 1
    part.banners.shown()[-1].action.click()
    window = part.findChild(ImportDialog)
    assert window is not None
    qtbot.waitUntil(lambda: tasks.idle)
    window.reject()
