"""The table of the kinds of calls by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.language import Language
from frontdesk.models.call_kinds import by_kind
from frontdesk.models.enums import CallbackKind, Role
from frontdesk.models.rules import Rules
from frontdesk.services.registry import Services
from frontdesk.services.rule_table import Group, names_of
from frontdesk.ui.kit import language
from frontdesk.ui.kit.tokens import Tone
from frontdesk.ui.settings.kinds import KindsSection
from frontdesk.ui.settings.page import SettingsPage
from tests.ui.keys import CTRL, ENTER, chord, press


@pytest.fixture
def kinds(page: SettingsPage) -> KindsSection:
    section = page.show_part("rules.kinds")
    assert isinstance(section, KindsSection)
    section.focus_first()
    return section


def _at(section: KindsSection) -> str:
    fields = section.form.fields()
    return next(field.name for field in fields if field.editor().hasFocus())


def _type_into(section: KindsSection, name: str, text: str) -> None:
    section.form.field(name).editor().setFocus()
    chord(Qt.Key.Key_A, CTRL)
    press(text)


def test_enter_goes_along_each_row_and_tab_the_same_way(kinds: KindsSection) -> None:
    walked = []
    for _ in kinds.form.fields():
        walked.append(_at(kinds))
        press(ENTER)
    assert tuple(walked) == names_of(Group.KINDS)
    assert kinds.save.hasFocus()

    kinds.focus_first()
    press(Qt.Key.Key_Tab)
    assert _at(kinds) == names_of(Group.KINDS)[1]


def test_spot_checks_come_first_and_the_consultant_calls_about_first_maintenance(
    qtbot: QtBot, page: SettingsPage, kinds: KindsSection, founded: Services
) -> None:
    _type_into(kinds, "priority_spot_check", "1")
    _type_into(kinds, "role_first_maintenance", "consultant")
    press(ENTER)
    assert _at(kinds) == "first_maintenance_notice_days"
    _type_into(kinds, "first_maintenance_notice_days", "10")
    chord(ENTER, CTRL)

    qtbot.waitUntil(lambda: founded.desk.rules.first_maintenance_notice_days == 10)
    rows = by_kind(founded.desk.rules.call_kinds)
    assert rows[CallbackKind.SPOT_CHECK].priority == 1
    assert rows[CallbackKind.FIRST_MAINTENANCE].default_role is Role.SALES_CONSULTANT
    assert rows[CallbackKind.AFTER_SERVICE] == by_kind(())[CallbackKind.AFTER_SERVICE]
    qtbot.waitUntil(lambda: bool(kinds.banners.shown()))
    assert kinds.banners.shown()[0].tone is Tone.OK
    assert not page.has_unsaved()


def test_what_cannot_be_is_said_beneath_its_field(
    qtbot: QtBot, kinds: KindsSection, founded: Services
) -> None:
    _type_into(kinds, "window_complaint_follow_up", "-1")
    _type_into(kinds, "priority_new_car", "")
    _type_into(kinds, "priority_new_car", " ")
    _type_into(kinds, "role_new_car", "nobody")
    chord(ENTER, CTRL)
    field = kinds.form.field
    qtbot.waitUntil(lambda: field("role_new_car").error() != "")

    _type_into(kinds, "role_new_car", "specialist")
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: field("priority_new_car").error() == "Please fill this in.")
    said = "It can be from 0 to 14; please change it."
    assert field("window_complaint_follow_up").error() == said
    assert founded.desk.rules == Rules()


def test_a_default_comes_back_by_key_and_a_row_by_its_button(
    page: SettingsPage, kinds: KindsSection
) -> None:
    back = kinds.beside("priority_new_car").restore
    assert not back.isVisible()
    _type_into(kinds, "priority_new_car", "9")
    _type_into(kinds, "role_new_car", "CS manager")
    assert back.isVisible()

    chord(Qt.Key.Key_D, CTRL)

    assert kinds.form.field("role_new_car").value() == Role.CS_SPECIALIST
    assert kinds.form.field("priority_new_car").typed() == "9"
    back.click()
    assert kinds.form.field("priority_new_car").typed() == "3"
    assert not page.has_unsaved()
    assert not back.isVisible()


def test_roles_are_said_in_the_language_on_screen(qtbot: QtBot, kinds: KindsSection) -> None:
    role = kinds.form.field("role_new_car_routine")
    assert role.spoken(role.typed()) == "Who sold the car"
    language.switch().use(Language.ZH_CN)
    qtbot.waitUntil(lambda: role.title == "“例行回访”分给")
    assert role.spoken(role.typed()) == "售车人"
