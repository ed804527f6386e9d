"""The report of callbacks by keys: periods, tables, the calls behind a number, conclusions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.language import Language
from frontdesk.models.enums import CallbackKind, Role, Satisfaction, SpotRule
from frontdesk.models.score_flags import Flag, FlagRule
from frontdesk.services.call_figures.dto import By
from frontdesk.services.registry import Services
from frontdesk.ui.callbacks.checks_draw import DrawOf
from frontdesk.ui.callbacks.report_part import ReportSection
from frontdesk.ui.kit import language
from frontdesk.ui.kit.page import Place, UiContext
from frontdesk.ui.kit.pdf_view import PdfWindow
from frontdesk.ui.kit.tasks import Tasks
from tests.factories import Make
from tests.services.call_figures.test_figures import Calls
from tests.ui.keys import CTRL, ENTER, SHIFT, chord, press

OCTOBER = (date(2026, 10, 1), date(2026, 10, 31))


@pytest.fixture
def general(make: Make) -> Services:
    """The general manager, who prepares and approves, the password typed."""
    services = make.services(Role.GENERAL_MANAGER, name="总经理丙")
    services.desk.confirmation.give()
    return services


@pytest.fixture
def section(
    general: Services,
    make: Make,
    tasks: Tasks,
    clock: FixedClock,
    show: Callable[[QWidget], None],
    qtbot: QtBot,
) -> Iterator[ReportSection]:
    """The part on screen with October's calls: one happy new car, one unhappy service."""
    calls = Calls(make, clock)
    calls.scored(100)
    calls.done(satisfaction=Satisfaction.DISSATISFIED)
    section = ReportSection(UiContext(general, tasks, lambda place: None, clock), lambda: "Report")
    section.resize(1366, 600)
    show(section)
    section.refresh(frozenset())
    qtbot.waitUntil(lambda: tasks.idle and section.view.found is not None)
    section.focus_first()
    yield section
    qtbot.waitUntil(lambda: tasks.idle)


def _names(section: ReportSection) -> list[str]:
    return [row[0] for row in section.view.table.texts()[1]]


def _papers() -> list[PdfWindow]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, PdfWindow)]


def test_last_month_by_kind_with_the_total_last(section: ReportSection) -> None:
    assert section.view.chooser.days() == OCTOBER
    assert _names(section) == ["After service", "New car (CS)", "Total"]
    total = section.view.table.texts()[1][-1]
    assert total[1:7] == ["2", "2 / 2", "2 / 2", "2 / 2", "2", "1 / 2"]
    assert total[-1] == "100.0 n=1"


def test_by_caller_and_in_chinese(section: ReportSection, qtbot: QtBot) -> None:
    section.view.by.setFocus()
    press("2")
    assert section.view.by.value() is By.CALLER
    assert _names(section) == ["李丽", "Total"]
    language.switch().use(Language.ZH_CN)
    qtbot.waitUntil(lambda: _names(section) == ["李丽", "合计"])


def test_enter_opens_the_calls_behind_a_number(
    section: ReportSection, tasks: Tasks, qtbot: QtBot
) -> None:
    table = section.view.table
    columns = [column.key for column in table.model.columns]
    table.view.setFocus()
    table.view.setCurrentIndex(table.view.model().index(2, columns.index("dissatisfied")))
    press(ENTER)
    qtbot.waitUntil(lambda: tasks.idle and bool(section.view.calls.rows()))
    [call] = section.view.calls.rows()
    assert (call.kind, call.satisfaction) == (
        CallbackKind.AFTER_SERVICE,
        Satisfaction.DISSATISFIED,
    )
    assert section.view.calls_card.isVisible()


def test_conclusions_are_kept_with_their_period(
    section: ReportSection, general: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    section.view.conclusions.setFocus()
    press("先打电话再交车")
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: tasks.idle and not section.has_unsaved())
    assert general.call_figures.summary(*OCTOBER).conclusions == "先打电话再交车"
    section.view.chooser.span.setFocus()
    press("1")
    qtbot.waitUntil(lambda: tasks.idle and section.view.found.first == date(2026, 11, 1))  # type: ignore[union-attr]
    assert section.view.typed() == ""


def test_incentives_are_prepared_and_approved_by_keys(
    section: ReportSection, general: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    chord(Qt.Key.Key_I, CTRL)
    qtbot.waitUntil(lambda: tasks.idle and bool(section.view.reports.rows()))
    assert section.view.approve.isEnabled()
    general.desk.confirmation.give()
    chord(Qt.Key.Key_R, CTRL | SHIFT)
    qtbot.waitUntil(lambda: tasks.idle and not section.view.approve.isEnabled())
    [report] = general.call_figures.reports()
    assert (report.kind, report.approved_by) == ("incentives", "总经理丙")


def test_the_report_is_printed(section: ReportSection, tasks: Tasks, qtbot: QtBot) -> None:
    chord(Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: tasks.idle and bool(_papers()), timeout=30_000)
    for paper in _papers():
        paper.close()


def test_the_figures_are_saved_as_a_sheet(
    section: ReportSection,
    tasks: Tasks,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "calls.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    chord(Qt.Key.Key_E, CTRL)
    qtbot.waitUntil(lambda: tasks.idle and target.exists())
    assert "Kind of call" in load_workbook(target).sheetnames


def test_a_pattern_leads_to_a_draw_of_that_callers_calls(
    section: ReportSection, general: Services
) -> None:
    went: list[Place] = []
    section.context = replace(section.context, navigate=went.append)
    view, found = section.view, section.view.found
    assert found is not None
    caller = next(iter(found.people))
    flag = Flag(FlagRule.SHORT, caller, 12, 7, (), CallbackKind.NEW_CAR, own=30, others=120)
    view.show_figures(replace(found, flags=(flag,)))
    assert view.spot_check.isEnabled()
    view.flags.view.setFocus()
    chord(Qt.Key.Key_D, CTRL)
    [place] = went
    assert (place.tab, place.action) == ("callbacks", "part.checks")
    assert isinstance(place.payload, DrawOf)
    wanted = place.payload.wanted
    assert (wanted.rule, wanted.caller_id) == (SpotRule.ONE_CALLER, caller)
    assert (wanted.kind, (wanted.first, wanted.last)) == (CallbackKind.NEW_CAR, OCTOBER)


def test_who_only_sees_figures_prepares_and_approves_nothing(
    make: Make,
    tasks: Tasks,
    clock: FixedClock,
    show: Callable[[QWidget], None],
    qtbot: QtBot,
) -> None:
    Calls(make, clock).scored(90)
    services = make.services(Role.SALES_MANAGER)
    section = ReportSection(UiContext(services, tasks, lambda place: None, clock), lambda: "Report")
    show(section)
    section.refresh(frozenset())
    qtbot.waitUntil(lambda: tasks.idle and section.view.found is not None)
    view = section.view
    assert view.scope.isVisible()
    assert not view.reports_card.isVisible()
    assert not view.flags_card.isVisible()
    view.conclusions.setFocus()
    press("x")
    assert view.typed() == ""
