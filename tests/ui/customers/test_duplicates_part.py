"""Duplicates by keyboard: compared, chosen field by field, merged, parted, set apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.models.customer import Customer
from frontdesk.services.merging.dto import Likeness, Side
from frontdesk.services.registry import Services
from frontdesk.ui.customers.duplicates_part import DuplicatesSection
from frontdesk.ui.kit.page import Place, UiContext
from frontdesk.ui.kit.tasks import Tasks
from tests.factories import Make
from tests.ui.keys import CTRL, ENTER, chord, press

Key = Qt.Key


@pytest.fixture
def files(make: Make) -> tuple[str, str]:
    """Two files of 张伟, the second one with a visit."""
    first = make.customer("张伟", phones=["13800138000"], email="a@example.com", hobbies="钓鱼")
    second = make.customer(
        "张伟", phones=["13800138000", "075588886666"], email="b@example.com", hobbies="羽毛球"
    )
    make.visit(make.vehicle(second))
    make.customer("李娜", phones=["13900001111"])
    return first, second


@pytest.fixture
def places() -> list[Place]:
    """Where the part has asked to go."""
    return []


@pytest.fixture
def part(
    services: Services,
    files: tuple[str, str],
    places: list[Place],
    tasks: Tasks,
    clock: FixedClock,
    show: Callable[[QWidget], None],
    qtbot: QtBot,
) -> DuplicatesSection:
    """The part on screen with one likely pair."""
    section = DuplicatesSection(
        UiContext(services, tasks, places.append, clock), lambda: "Duplicates"
    )
    section.resize(1366, 630)
    show(section)
    section.refresh(frozenset())
    qtbot.waitUntil(lambda: section.panel.preview is not None and tasks.idle)
    section.focus_first()
    return section


def _value(services: Services, customer_id: str, name: str) -> object:
    with services.desk.read() as session:
        customer = session.get(Customer, customer_id)
        return None if customer is None else getattr(customer, name)


def test_a_pair_is_merged_with_chosen_values_and_parted_again(
    part: DuplicatesSection,
    services: Services,
    files: tuple[str, str],
    tasks: Tasks,
    qtbot: QtBot,
) -> None:
    first, second = files
    [pair] = part.pairs.rows()
    assert (pair.by[0], pair.first_id) == (Likeness.PHONE_AND_NAME, second)
    press(ENTER)
    names = [row.name for row in part.panel.table.rows()]
    assert names[:2] == ["email", "hobbies"]
    press(Key.Key_Right)
    assert part.panel.table.current_id() == "hobbies"
    press(Key.Key_Left)
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: tasks.idle and part.pairs.rows() == [])
    assert _value(services, second, "email") == "a@example.com"
    assert _value(services, second, "hobbies") == "羽毛球"
    assert _value(services, first, "name") is None
    chord(Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: tasks.idle and len(part.pairs.rows()) == 1)
    assert _value(services, first, "email") == "a@example.com"
    assert _value(services, second, "email") == "b@example.com"


def test_both_texts_can_stay_and_the_files_can_be_swapped(
    part: DuplicatesSection, files: tuple[str, str], tasks: Tasks, qtbot: QtBot
) -> None:
    first, second = files
    press(ENTER, Key.Key_Down, Key.Key_B)
    assert part.panel.wanted().choices["hobbies"] is Side.BOTH
    press("s")
    qtbot.waitUntil(lambda: tasks.idle and part.panel.wanted().stays_id == first)
    assert part.panel.wanted().goes_id == second


def test_two_people_are_offered_no_more(
    part: DuplicatesSection, tasks: Tasks, qtbot: QtBot
) -> None:
    press(Key.Key_Delete)
    qtbot.waitUntil(lambda: tasks.idle and part.pairs.rows() == [])
    assert part.panel.preview is None


def test_a_merge_is_undone_later_from_the_list(
    part: DuplicatesSection,
    services: Services,
    files: tuple[str, str],
    places: list[Place],
    tasks: Tasks,
    qtbot: QtBot,
) -> None:
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: tasks.idle and len(part.made.rows()) == 1)
    part.tabs.setCurrentWidget(part.made)
    part.focus_first()
    part.made.select_first()
    press(ENTER)
    assert places[-1].record_id == files[1]
    press(Key.Key_Delete)
    qtbot.waitUntil(lambda: tasks.idle and not part.made.rows()[0].can_undo)
    assert _value(services, files[0], "name") == "张伟"


def test_two_files_in_mind_are_compared(
    part: DuplicatesSection, files: tuple[str, str], make: Make, tasks: Tasks, qtbot: QtBot
) -> None:
    other = make.customer("王芳")
    part.open_on((other, files[0]))
    qtbot.waitUntil(lambda: tasks.idle and part.panel.wanted().stays_id == other)
