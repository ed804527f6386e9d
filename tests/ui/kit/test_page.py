"""Pages: where errors, notices, undo and drafts are shown."""

from __future__ import annotations

from unittest.mock import Mock

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.errors import Conflict, EnvironmentFault, InputErrors, UserError
from frontdesk.models.rules import Rules
from frontdesk.ui.kit import errors, labels
from frontdesk.ui.kit.fields import TextField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.page import Page, UiContext
from frontdesk.ui.kit.tasks import Tasks
from frontdesk.ui.kit.tokens import Tone
from tests.ui.conftest import Show
from tests.ui.keys import CTRL, chord, press


class NamePage(Page):
    """A page with one form."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self.form = FormPanel()
        self.name = self.form.add(TextField("name"), 0)
        self.form.add(TextField("remark"), 1)
        self.inner = QWidget()
        self.body.addWidget(self.form)
        self.body.addWidget(self.inner)


@pytest.fixture
def page(show: Show, tasks: Tasks, clock: FixedClock) -> NamePage:
    services = Mock(**{"desk.rules": Rules()})
    made = NamePage(UiContext(services, tasks, lambda place: None, clock))
    show(made)
    made.name.setFocus()
    return made


def banner_texts(page: Page) -> list[str]:
    return [banner.text for banner in page.banners.shown()]


def test_an_error_with_a_field_stands_beside_it(page: NamePage) -> None:
    errors.present(page, UserError("field.choice", "name"))
    assert page.name.error().startswith("This is not in the list")
    assert banner_texts(page) == []


def test_an_error_without_a_place_stands_in_the_banner(page: NamePage) -> None:
    errors.present(page.inner, UserError("field.choice", "elsewhere"))
    assert banner_texts(page) == [
        "This is not in the list. Choose from the list, or leave it empty."
    ]


def test_several_errors_are_shared_out(page: NamePage) -> None:
    errors.present(page, InputErrors([UserError("field.money", "name"), UserError("field.number")]))
    assert page.name.error().startswith("Type an amount")
    assert banner_texts(page) == ["Type a whole number, for example 35600."]


def test_a_conflict_is_said_and_nothing_typed_is_lost(page: NamePage) -> None:
    press("Zhang")
    errors.present(page, Conflict("record.changed_meanwhile"))
    assert len(banner_texts(page)) == 1
    assert page.name.value() == "Zhang"


def test_a_fault_of_the_surroundings_offers_to_try_again(qtbot: QtBot, page: NamePage) -> None:
    tries: list[int] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(errors, "_log", Mock())
        fault = EnvironmentFault("store.disk_full")
        errors.present(page, fault, retry=lambda: tries.append(1))
        errors.present(page, fault, retry=lambda: tries.append(2))
    (banner,) = page.banners.shown()
    assert banner.tone is Tone.WARN
    QTest.mouseClick(banner.action, Qt.MouseButton.LeftButton)
    assert tries == [2]
    assert page.banners.isHidden()


@pytest.mark.expects_warnings
def test_a_bug_is_logged_and_told_once(page: NamePage, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []

    def tell(parent: QWidget, title: str, text: str, **more: object) -> None:
        told.append(title)
        errors.present(page, ValueError("again, while the box is open"))

    monkeypatch.setattr(labels, "tell", tell)
    errors.present(page, ValueError("a bug"))
    assert told == ["Something went wrong in the program"]


def test_a_failure_of_the_page_s_own_work_is_shown_in_it(
    qtbot: QtBot, page: NamePage, tasks: Tasks
) -> None:
    def fail() -> None:
        raise UserError("field.choice", "name")

    page.run(fail, lambda _: None, kind="write")
    qtbot.waitUntil(lambda: tasks.idle)
    assert page.name.error()


def test_notices_replace_each_other_and_go_by_themselves(qtbot: QtBot, page: NamePage) -> None:
    page.notice(Tone.OK, "one")
    page.notice(Tone.OK, "two", for_ms=30)
    assert banner_texts(page) == ["two"]
    qtbot.waitUntil(lambda: not page.banners.shown())


def test_undo_by_key_and_by_click(qtbot: QtBot, page: NamePage) -> None:
    undone: list[str] = []
    page.inner.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    page.inner.setFocus()
    page.offer_undo("Deleted", lambda: undone.append("key"))
    chord(Qt.Key.Key_Z, CTRL)
    assert undone == ["key"]
    assert page.banners.isHidden()
    banner = page.offer_undo("Deleted", lambda: undone.append("click"))
    QTest.mouseClick(banner.action, Qt.MouseButton.LeftButton)
    assert undone == ["key", "click"]


def test_a_question_is_answered_by_its_verb(
    qtbot: QtBot, page: NamePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[QMessageBox] = []

    def press_default(box: QMessageBox) -> int:
        seen.append(box)
        assert box.textFormat() is Qt.TextFormat.PlainText
        button = box.defaultButton()
        assert button is not None
        button.click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press_default)
    assert labels.ask(page, "Delete", "<b>Delete</b> it?", yes="Delete")
    assert not labels.ask(page, "Delete", "Delete it?", yes="Delete", danger=True)
    assert seen[0].text() == "<b>Delete</b> it?"
