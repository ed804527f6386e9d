"""Personal data by keyboard: counted, offered, removed after a question, copied to a file."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.models.customer import Customer
from frontdesk.services.registry import Services
from frontdesk.ui.customers.personal_part import PersonalSection
from frontdesk.ui.kit.page import Place, UiContext
from frontdesk.ui.kit.tasks import Tasks
from tests.factories import Make
from tests.ui.keys import ENTER, press

Key = Qt.Key


@pytest.fixture
def silent(make: Make, clock: FixedClock) -> str:
    """Somebody nothing was heard of for six years."""
    return make.customer("久未联系", created_at=clock.now() - timedelta(days=6 * 365))


@pytest.fixture
def places() -> list[Place]:
    """Where the part has asked to go."""
    return []


@pytest.fixture
def part(
    services: Services,
    silent: str,
    make: Make,
    places: list[Place],
    tasks: Tasks,
    clock: FixedClock,
    show: Callable[[QWidget], None],
    qtbot: QtBot,
) -> PersonalSection:
    """The part of somebody who has just typed the password."""
    make.vehicle(make.customer("张伟", phones=["13800138000"]), plate="粤B12345")
    services.desk.confirmation.give()
    section = PersonalSection(
        UiContext(services, tasks, places.append, clock), lambda: "Personal data"
    )
    section.resize(1366, 630)
    show(section)
    section.refresh(frozenset())
    qtbot.waitUntil(lambda: tasks.idle and bool(section.old.rows()))
    section.focus_first()
    return section


def _name(services: Services, customer_id: str) -> str:
    with services.desk.read() as session:
        return session.get_one(Customer, customer_id).name


def _answer(part: PersonalSection) -> None:
    part.banners.shown()[-1].action.click()


def test_persons_are_counted_and_the_silent_one_is_removed_after_a_question(
    part: PersonalSection, services: Services, silent: str, tasks: Tasks, qtbot: QtBot
) -> None:
    assert part.held.text == "2 persons of 100,000"
    press(Key.Key_Delete)
    assert _name(services, silent) == "久未联系"
    _answer(part)
    qtbot.waitUntil(lambda: tasks.idle and not part.old.rows())
    assert _name(services, silent) == "（已删除）"
    assert part.held.text == "1 persons of 100,000"


def _find(part: PersonalSection, tasks: Tasks, qtbot: QtBot) -> None:
    part.tabs.setCurrentIndex(1)
    part.focus_first()
    press("12345")
    qtbot.waitUntil(lambda: tasks.idle and len(part.found.rows()) == 1)
    press(ENTER)


def test_one_person_is_found_and_removed(
    part: PersonalSection, services: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    _find(part, tasks, qtbot)
    [hit] = part.found.rows()
    press(Key.Key_Delete)
    qtbot.waitUntil(lambda: tasks.idle and bool(part.banners.shown()))
    _answer(part)
    qtbot.waitUntil(lambda: tasks.idle and part.found.rows() == [])
    assert _name(services, hit.customer_id) == "（已删除）"


def test_who_is_still_in_the_house_is_not_removed_and_told(
    part: PersonalSection, make: Make, tasks: Tasks, qtbot: QtBot
) -> None:
    person = make.customer("李娜")
    make.visit(make.vehicle(person))
    part.open_on(person)
    qtbot.waitUntil(lambda: tasks.idle and bool(part.banners.shown()))
    assert "李娜 cannot be removed yet: V-" in part.banners.shown()[-1].text


def test_all_data_is_saved_to_a_file(
    part: PersonalSection,
    tasks: Tasks,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    target = tmp_path / "张伟.zip"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    _find(part, tasks, qtbot)
    part.save_copy()
    qtbot.waitUntil(lambda: tasks.idle and target.exists())
    with zipfile.ZipFile(target) as opened:
        assert sorted(opened.namelist()) == ["data.html", "data.json"]
