"""Figures of the trade and the profile by keys; the recovery sheet."""

from __future__ import annotations

from datetime import time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.errors import UserError
from frontdesk.language import Language
from frontdesk.models.rules import CallHours, Rules
from frontdesk.services.accounts.opening import recover
from frontdesk.services.registry import Services
from frontdesk.ui.kit import language
from frontdesk.ui.kit.pdf_view import PdfWindow
from frontdesk.ui.kit.tasks import Tasks
from frontdesk.ui.kit.tokens import Tone
from frontdesk.ui.settings import dealership
from frontdesk.ui.settings.dealership import DealershipSection
from frontdesk.ui.settings.page import SettingsPage
from frontdesk.ui.settings.rules import RulesSection
from frontdesk.ui.settings.span_field import parse_span, span_text
from tests.factories import Make
from tests.ui.keys import CTRL, ENTER, chord, press
from tests.ui.settings.conftest import Open


def _rules(page: SettingsPage, group: str) -> RulesSection:
    section = page.show_part(f"rules.{group}")
    assert isinstance(section, RulesSection)
    section.focus_first()
    return section


def _type_into(section: RulesSection, name: str, text: str) -> None:
    section.form.field(name).editor().setFocus()
    chord(Qt.Key.Key_A, CTRL)
    press(text)


def test_a_shorter_loop_holds_for_the_next_complaint(
    qtbot: QtBot, page: SettingsPage, founded: Services
) -> None:
    section = _rules(page, "complaints")
    press("23", ENTER)
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: founded.desk.rules.complaint_hours == 23)

    ticket = Make(founded.desk).complaint()
    assert founded.complaints.open(ticket).clocks.loop.limit == timedelta(hours=23)
    qtbot.waitUntil(lambda: bool(section.banners.shown()))
    assert section.banners.shown()[0].tone is Tone.OK
    assert not page.has_unsaved()


def test_figures_that_cannot_be_are_said_beside_them(
    qtbot: QtBot, page: SettingsPage, founded: Services
) -> None:
    section = _rules(page, "complaints")
    _type_into(section, "amber_percent", "140")
    _type_into(section, "return_hours", " ")
    chord(ENTER, CTRL)

    field = section.form.field
    qtbot.waitUntil(lambda: field("amber_percent").error() != "")
    assert field("amber_percent").error() == "It can be from 1 to 100; please change it."
    assert field("return_hours").error() == "Please fill this in."
    assert field("return_hours").editor().hasFocus()
    assert founded.desk.rules == Rules()
    assert page.has_unsaved()


def test_a_step_before_the_one_ahead_of_it_is_refused_by_name(
    qtbot: QtBot, page: SettingsPage
) -> None:
    section = _rules(page, "complaints")
    _type_into(section, "approve_minutes", "100")
    chord(ENTER, CTRL)

    approve = section.form.field("approve_minutes")
    qtbot.waitUntil(lambda: "Opinion after 240 minutes" in approve.error())


def test_the_default_comes_back_by_key_and_holds_once_saved(
    qtbot: QtBot, page: SettingsPage, founded: Services
) -> None:
    founded.settings.change_rules({"repeat_repair_days": 60})
    section = _rules(page, "visits")
    field = section.form.field("repeat_repair_days")
    assert field.typed() == "60"
    field.editor().setFocus()

    chord(Qt.Key.Key_D, CTRL)

    assert field.typed() == "90"
    assert founded.desk.rules.repeat_repair_days == 60
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: founded.desk.rules == Rules())


def test_the_way_back_stands_only_where_there_is_one(page: SettingsPage) -> None:
    section = _rules(page, "visits")
    beside = section.beside("repeat_repair_days")
    assert not beside.restore.isVisible()
    _type_into(section, "repeat_repair_days", "60")
    assert beside.restore.isVisible()

    beside.restore.click()

    assert section.form.field("repeat_repair_days").typed() == "90"
    assert not beside.restore.isVisible()


def test_call_hours_are_typed_as_they_are_said(
    qtbot: QtBot, page: SettingsPage, founded: Services
) -> None:
    section = _rules(page, "callbacks")
    _type_into(section, "call_hours_1", "9-1130")
    press(ENTER)
    assert section.form.field("call_hours_1").typed() == "09:00–11:30"
    _type_into(section, "call_hours_2", "11:00-17:00")
    chord(ENTER, CTRL)
    second = section.form.field("call_hours_2")
    qtbot.waitUntil(lambda: second.error() == "The two spans overlap; keep them apart.")

    chord(Qt.Key.Key_A, CTRL)
    press(Qt.Key.Key_Delete)
    chord(ENTER, CTRL)

    morning = CallHours(time(9), time(11, 30))
    qtbot.waitUntil(lambda: founded.desk.rules.call_hours == (morning,))


def test_one_group_leaves_the_others_alone(
    qtbot: QtBot, page: SettingsPage, founded: Services
) -> None:
    visits = _rules(page, "visits")
    _type_into(visits, "maintenance_cycle_km", "7500")
    _rules(page, "desk")
    press("12")
    chord(ENTER, CTRL)

    qtbot.waitUntil(lambda: founded.desk.rules.idle_lock_minutes == 12)
    assert founded.desk.rules.maintenance_cycle_km == 5_000
    assert visits.form.field("maintenance_cycle_km").typed() == "7,500"
    assert page.has_unsaved()


def test_unsaved_figures_are_offered_again(
    qtbot: QtBot, page: SettingsPage, founded: Services, tasks: Tasks, open_page: Open
) -> None:
    section = _rules(page, "visits")
    _type_into(section, "maintenance_cycle_km", "75OO")
    page.park()
    qtbot.waitUntil(lambda: tasks.idle)

    again = _rules(open_page(founded), "visits")
    qtbot.waitUntil(lambda: bool(again.banners.shown()))
    again.banners.shown()[0].action.click()
    assert again.form.field("maintenance_cycle_km").typed() == "75OO"


def test_figures_are_named_in_both_languages_with_their_units(
    qtbot: QtBot, page: SettingsPage
) -> None:
    section = _rules(page, "visits")
    cycle = section.form.field("maintenance_cycle_km")
    assert cycle.label.text() == "Maintenance every"
    assert section.beside("maintenance_cycle_km").said()[0] == "Default 5,000 km"

    language.switch().use(Language.ZH_CN)

    qtbot.waitUntil(lambda: cycle.label.text() == "保养间隔里程")
    assert section.beside("maintenance_cycle_km").said()[0] == "默认 5,000 公里"
    assert "提醒" in section.beside("implausible_daily_km").said()[1]
    assert section.heading.text() == "接待规则"


def test_the_profile_is_changed_by_keys(
    qtbot: QtBot, page: SettingsPage, founded: Services
) -> None:
    section = page.show_part("dealership")
    assert isinstance(section, DealershipSection)
    section.focus_first()
    chord(Qt.Key.Key_A, CTRL)
    press("  ", ENTER, "Road 1")
    chord(ENTER, CTRL)
    name = section.form.field("dealership")
    qtbot.waitUntil(lambda: name.error() == "Please type the dealership's name.")
    assert section.form.field("address").typed() == "Road 1"

    press("远航")
    chord(ENTER, CTRL)

    qtbot.waitUntil(lambda: founded.desk.profile.name == "远航")
    assert founded.desk.profile.address == "Road 1"
    assert founded.desk.profile.service_phone == "0719-8123456"


def test_a_new_recovery_sheet_is_kept_before_it_is_forgotten(
    qtbot: QtBot,
    page: SettingsPage,
    founded: Services,
    clock: FixedClock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    section = page.show_part("dealership")
    assert isinstance(section, DealershipSection)
    section.focus_first()
    founded.desk.confirmation.give()
    code = founded.accounts.new_recovery_sheet()
    monkeypatch.setattr(founded.accounts, "new_recovery_sheet", lambda: code)
    monkeypatch.setattr(dealership, "ask", lambda *_, **__: True)

    chord(Qt.Key.Key_R, CTRL | Qt.KeyboardModifier.ShiftModifier)

    # The first form prepares its fonts.
    qtbot.waitUntil(lambda: bool(section.findChildren(PdfWindow)), timeout=60_000)
    assert page.has_unsaved()
    assert "neither printed nor saved" in section.banners.shown()[0].text
    window = section.findChildren(PdfWindow)[0]
    window.save_to(tmp_path / "sheet.pdf")
    window.close()
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    assert not page.has_unsaved()
    recover(founded.desk.store.folder, code, "lin", "another one", clock).desk.store.close()


def test_the_old_sheet_stays_good_until_one_agrees(
    page: SettingsPage, founded: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    section = page.show_part("dealership")
    assert isinstance(section, DealershipSection)
    before = founded.desk.store.folder.keys.read_bytes()
    monkeypatch.setattr(dealership, "ask", lambda *_, **__: False)

    section.renew.click()

    assert founded.desk.store.folder.keys.read_bytes() == before


@pytest.mark.parametrize(
    "typed", ["10:30-11:30", "1030-1130", "10：30～11：30", "10点半到11点半", " 10.30 – 11.30 "]
)
def test_a_span_is_read_as_people_type_it(typed: str) -> None:
    assert parse_span(typed) == CallHours(time(10, 30), time(11, 30))


@pytest.mark.parametrize("typed", ["10", "10-", "25:00-26:00", "10:30 11:30", "morning", "9-12-13"])
def test_what_is_no_span_is_refused(typed: str) -> None:
    with pytest.raises(UserError) as refused:
        parse_span(typed, "call_hours_1")
    assert (refused.value.code, refused.value.field) == ("rule.span_unreadable", "call_hours_1")


@given(st.times(), st.times())
def test_a_span_shown_is_read_again(start: time, end: time) -> None:
    span = CallHours(start.replace(second=0, microsecond=0), end.replace(second=0, microsecond=0))
    assert parse_span(span_text(span)) == span


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(typed: str) -> None:
    try:
        found = parse_span(typed)
    except UserError as error:
        assert error.code == "rule.span_unreadable"  # noqa: PT017
    else:
        assert found is None or isinstance(found, CallHours)
