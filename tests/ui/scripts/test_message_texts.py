"""What messages say, written by keys: previewed, refused beside the text, put back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.models.enums import Role
from frontdesk.services.outbox.message_texts import SHIPPED
from frontdesk.services.registry import Services
from frontdesk.ui.kit.fields import MultilineField
from frontdesk.ui.kit.page import Place
from frontdesk.ui.kit.tasks import Tasks
from frontdesk.ui.scripts.messages_section import MessageTextsSection
from tests.factories import Make
from tests.ui.keys import CTRL, ENTER, chord, press
from tests.ui.settings.conftest import *  # noqa: F403 - the settings tab of a person
from tests.ui.settings.conftest import Open


@pytest.fixture
def manager(make: Make) -> Services:
    return make.services(Role.CS_MANAGER, name="客服经理")


@pytest.fixture
def shown(open_page: Open, tasks: Tasks, qtbot: QtBot) -> Callable[[Services], MessageTextsSection]:
    def opened(services: Services) -> MessageTextsSection:
        page = open_page(services)
        page.open_place(Place("settings", None, "messages"))
        section = page.section("messages")
        assert isinstance(section, MessageTextsSection)
        qtbot.waitUntil(lambda: tasks.idle and section.form.isEnabled())
        section.focus_first()
        return section

    return opened


Shown = Callable[[Services], MessageTextsSection]


def _box(section: MessageTextsSection, name: str) -> MultilineField:
    field = section.form.field(name)
    assert isinstance(field, MultilineField)
    return field


def test_a_text_is_written_previewed_and_saved_by_keys(
    shown: Shown, manager: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    section = shown(manager)
    chord(Qt.Key.Key_A, CTRL)
    press("谢谢")
    section.fields_offered.insert("salutation")
    assert section.read_as["thanks_zh"].text().startswith("谢谢张先生\n")
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: tasks.idle and not section.has_unsaved())
    assert manager.outbox.texts().thanks_zh == "谢谢{salutation}"
    assert manager.drafts.offered("settings.messages", "") is None


def test_an_unknown_field_is_named_beside_the_text_and_nothing_is_lost(
    shown: Shown, manager: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    section = shown(manager)
    chord(Qt.Key.Key_A, CTRL)
    press("Hello {name}")
    assert section.read_as["thanks_zh"].text() == ""
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: tasks.idle)
    field = _box(section, "thanks_zh")
    assert "{salutation}" in field.error()
    assert "'name'" in field.error()
    assert field.typed() == "Hello {name}"
    assert manager.outbox.texts() == SHIPPED


def test_the_text_of_the_program_is_put_back(
    shown: Shown, manager: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    section = shown(manager)
    press(ENTER, ENTER)
    chord(Qt.Key.Key_A, CTRL)
    press("请回电")
    chord(Qt.Key.Key_D, CTRL)
    assert _box(section, "unreached_zh").typed() == SHIPPED.unreached_zh
    assert not section.has_unsaved()
