"""The category tree in the settings, by real keys and by the mouse's drop."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from frontdesk.models.categories import DEFAULT_TREE
from frontdesk.models.enums import Role
from frontdesk.services.complaints.categories import CategoryName
from frontdesk.services.registry import Services
from frontdesk.ui.kit.page import Place
from frontdesk.ui.kit.tasks import Tasks
from frontdesk.ui.settings.categories import CategoriesSection
from frontdesk.ui.settings.category_tree import CategoryList
from tests.factories import Make
from tests.ui.keys import CTRL, ENTER, SHIFT, chord, press
from tests.ui.settings.conftest import Open

Edit = Callable[[Services], CategoriesSection]


@pytest.fixture
def manager(make: Make) -> Services:
    return make.services(Role.CS_MANAGER, name="客服经理")


@pytest.fixture
def edit(open_page: Open, tasks: Tasks, qtbot: QtBot) -> Edit:
    """The section of one person, the cursor on the first group."""

    def opened(services: Services) -> CategoriesSection:
        page = open_page(services)
        page.open_place(Place("settings", None, "categories"))
        section = page.section("categories")
        assert isinstance(section, CategoriesSection)
        qtbot.waitUntil(lambda: tasks.idle and section.tree.current_key() != "")
        return section

    return opened


def _idle(tasks: Tasks, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: tasks.idle)


def _down(count: int) -> None:
    press(*(Qt.Key.Key_Down,) * count)


def test_who_has_the_part(open_page: Open, make: Make) -> None:
    for role in Role:
        page = open_page(make.services(role, name=role.value))
        may = role in {Role.CS_MANAGER, Role.GENERAL_MANAGER, Role.ADMINISTRATOR}
        assert ("categories" in page.part_keys()) is may
        page.close()


def test_add_a_category_by_keys(edit: Edit, manager: Services, tasks: Tasks, qtbot: QtBot) -> None:
    section = edit(manager)
    _down(1)
    press(Qt.Key.Key_Insert)
    press("试驾安排", ENTER)
    chord(ENTER, CTRL)
    _idle(tasks, qtbot)
    assert section.en.error() != ""
    assert section.zh.value() == "试驾安排"
    press("Test drive")
    chord(ENTER, CTRL)
    _idle(tasks, qtbot)
    (group, *_) = manager.categories.tree().tree.groups
    assert (group.leaves[-1].zh, group.leaves[-1].en) == ("试驾安排", "Test drive")
    assert section.tree.current_key() == group.leaves[-1].key
    assert section.tree.texts()[len(group.leaves)] == "试驾安排"


def test_rename_move_and_retire_by_keys(
    edit: Edit, manager: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    section = edit(manager)
    _down(1)
    press(ENTER)
    section.en.line.selectAll()
    section.en.setFocus()
    press("Promise broken")
    chord(ENTER, CTRL)
    _idle(tasks, qtbot)
    section.tree.setFocus()
    chord(Qt.Key.Key_Down, CTRL)
    _idle(tasks, qtbot)
    press(Qt.Key.Key_Delete)
    _idle(tasks, qtbot)
    (group, *_) = manager.categories.tree().tree.groups
    assert [leaf.key.partition(".")[2] for leaf in group.leaves[:2]] == ["contract", "promise"]
    assert (group.leaves[1].en, group.leaves[1].retired) == ("Promise broken", True)
    assert section.tree.texts()[2] == "承诺未兑现 (retired)"
    assert section.state.isVisible()
    press(Qt.Key.Key_Delete)
    _idle(tasks, qtbot)
    assert not manager.categories.tree().tree.groups[0].leaves[1].retired


def test_what_was_used_cannot_be_removed(
    edit: Edit, manager: Services, make: Make, tasks: Tasks, qtbot: QtBot
) -> None:
    make.complaint(category="sales_process.promise")
    section = edit(manager)
    _down(1)
    assert section.used.text() == "1 ticket has it."
    assert not section.remove.isEnabled()
    chord(Qt.Key.Key_Delete, SHIFT)
    _idle(tasks, qtbot)
    assert "it can be retired" in section.banners.shown()[0].text
    _down(1)
    chord(Qt.Key.Key_Delete, SHIFT)
    _idle(tasks, qtbot)
    assert manager.categories.tree().tree.find("sales_process.contract") is None
    assert manager.categories.tree().tree.find("sales_process.promise") is not None


def _drop(tree: CategoryList, at: QTreeWidgetItem | None) -> bool:
    """Let go of the current line over another; whether the tree took it."""
    assert at is not None
    place = QPointF(tree.visualItemRect(at).center())
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    mime = QMimeData()
    drop = QDropEvent(place, Qt.DropAction.MoveAction, mime, left, none)
    tree.dropEvent(drop)
    return drop.isAccepted()


def test_what_is_dragged_among_its_siblings_stays_there(
    edit: Edit, manager: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    section = edit(manager)
    keys = [group.key for group in DEFAULT_TREE.groups]
    below = section.tree.topLevelItem(1)
    assert below is not None
    assert _drop(section.tree, below.child(0))  # over a leaf of the second group
    _idle(tasks, qtbot)
    assert [group.key for group in manager.categories.tree().tree.groups][:2] == keys[1::-1]
    assert section.tree.texts()[0] == "交车"


def test_a_category_is_not_dragged_into_another_group(
    edit: Edit, manager: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    section = edit(manager)
    _down(1)
    other = section.tree.topLevelItem(1)
    assert other is not None
    assert not _drop(section.tree, other.child(0))
    _idle(tasks, qtbot)
    assert manager.categories.tree().tree == DEFAULT_TREE


def test_who_saves_second_is_told_and_loses_nothing(
    edit: Edit, manager: Services, make: Make, tasks: Tasks, qtbot: QtBot
) -> None:
    section = edit(manager)
    other = make.services(Role.ADMINISTRATOR, name="管理员")
    seen = CategoryName("销售过程", "Sales process")
    other.categories.rename("sales_process", CategoryName("售前", "Before the sale"), seen)
    section.zh.setFocus()
    section.zh.line.selectAll()
    press("购车过程")
    chord(ENTER, CTRL)
    _idle(tasks, qtbot)
    assert section.banners.shown()
    assert section.zh.value() == "购车过程"
    found = manager.categories.tree().tree.find("sales_process")
    assert found is not None
    assert found.zh == "售前"


def test_a_half_typed_name_is_kept_and_offered(
    edit: Edit, manager: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    section = edit(manager)
    press(Qt.Key.Key_Insert)
    press("试驾")
    section.park()
    _idle(tasks, qtbot)
    section.tree.setFocus()
    _down(1)
    _idle(tasks, qtbot)
    assert section.zh.value() == "承诺未兑现"
    press(Qt.Key.Key_Insert)
    qtbot.waitUntil(lambda: tasks.idle and bool(section.banners.shown()))
    section.banners.shown()[0].action.click()
    assert section.zh.value() == "试驾"
