"""The terms of the intake sheet, written by keys in both languages beside each other."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.models.enums import Role
from frontdesk.services.intake.terms import SHIPPED_TERMS
from frontdesk.services.registry import Services
from frontdesk.ui.kit.page import Place
from frontdesk.ui.kit.pdf_view import PdfWindow
from frontdesk.ui.kit.tasks import Tasks
from frontdesk.ui.settings.terms import TermsSection
from tests.factories import Make
from tests.ui.keys import CTRL, ENTER, SHIFT, chord, press
from tests.ui.settings.conftest import Open

Shown = Callable[[Services], TermsSection]


@pytest.fixture
def keeper(make: Make) -> Services:
    return make.services(Role.ADMINISTRATOR, name="管理员")


@pytest.fixture
def shown(open_page: Open, tasks: Tasks, qtbot: QtBot) -> Shown:
    def opened(services: Services) -> TermsSection:
        page = open_page(services)
        page.open_place(Place("settings", None, "terms"))
        section = page.section("terms")
        assert isinstance(section, TermsSection)
        qtbot.waitUntil(lambda: tasks.idle and section.form.isEnabled())
        section.focus_first()
        return section

    return opened


def _write(zh: str, en: str) -> None:
    """One term, and one more, in both languages."""
    chord(Qt.Key.Key_A, CTRL)
    press(zh)
    chord(ENTER, SHIFT)
    press("第二条。", ENTER)
    chord(Qt.Key.Key_A, CTRL)
    press(en)


def test_who_has_the_part(open_page: Open, make: Make) -> None:
    for role in Role:
        page = open_page(make.services(role, name=role.value))
        assert ("terms" in page.part_keys()) is (role is Role.ADMINISTRATOR)
        page.close()


def test_terms_are_written_by_keys_counted_and_kept(
    shown: Shown, keeper: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    section = shown(keeper)
    assert str(len(SHIPPED_TERMS.zh)) in section.boxes["zh"].hint()
    _write("第一条。", "First.")
    assert section.boxes["zh"].hint().startswith("2 of")
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: tasks.idle)
    # One short in English: said beside it, and nothing is lost.
    assert "2 terms in Chinese and 1 in English" in section.boxes["en"].error()
    assert keeper.terms.terms() == SHIPPED_TERMS
    chord(ENTER, SHIFT)
    press("Second.")
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: tasks.idle and not section.has_unsaved())
    assert keeper.terms.terms().zh == ("第一条。", "第二条。")
    assert keeper.terms.terms().en == ("First.", "Second.")
    assert keeper.drafts.offered("settings.terms", "") is None
    chord(Qt.Key.Key_D, CTRL)
    assert section.boxes["en"].typed() == "\n".join(SHIPPED_TERMS.en)


def test_the_sheet_is_seen_before_anything_is_kept(
    shown: Shown, keeper: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    section = shown(keeper)
    press(Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: bool(section.findChildren(PdfWindow)))
    (window,) = section.findChildren(PdfWindow)
    assert window.document.pageCount() == 1
    (banner,) = section.banners.shown()
    assert "one page" in banner.text
    window.close()


def test_the_terms_of_somebody_else_are_shown_beside(
    shown: Shown, keeper: Services, make: Make, tasks: Tasks, qtbot: QtBot
) -> None:
    section = shown(keeper)
    make.services(Role.ADMINISTRATOR, name="另一位").terms.keep("别人的。", "Theirs.")
    _write("我的。", "Mine.")
    chord(ENTER, SHIFT)
    press("Second.")
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: tasks.idle and bool(section.banners.shown()))
    assert section.boxes["zh"].typed() == "我的。\n第二条。"
    assert keeper.terms.terms().zh == ("别人的。",)
