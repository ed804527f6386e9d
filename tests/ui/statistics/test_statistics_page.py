"""The statistics tab by keys: periods, tables, the list behind a number, measures, print."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.models.enums import Department, Role, VisitStatus, WorkKind
from frontdesk.models.visit import VisitItem
from frontdesk.services.desk import Change
from frontdesk.services.registry import Services
from frontdesk.services.visit_lists.dto import VisitList, VisitSort
from frontdesk.ui.kit.page import Place, UiContext
from frontdesk.ui.kit.pdf_view import PdfWindow
from frontdesk.ui.kit.tasks import Tasks
from frontdesk.ui.statistics.page import StatisticsPage
from frontdesk.ui.statistics.periods import Span, days_of
from tests.factories import Make
from tests.ui.keys import ALT, CTRL, ENTER, SHIFT, chord, press


@pytest.fixture
def tickets(make: Make, clock: FixedClock) -> dict[str, str]:
    """Two of this month, one of last month."""
    now = clock.now()
    customer = make.customer()
    closed = {"valid": True, "department": Department.SERVICE, "cost_fen": 12345}
    return {
        "fast": make.complaint(
            customer, signed_off_at=now + timedelta(hours=6), satisfied_after=True, **closed
        ),
        "price": make.complaint(customer, category="price.high"),
        "october": make.complaint(customer, registered_at=datetime(2026, 10, 3, tzinfo=UTC)),
    }


@pytest.fixture
def places() -> list[Place]:
    """Where the page has asked to go."""
    return []


@pytest.fixture
def page(
    services: Services,
    tickets: dict[str, str],
    tasks: Tasks,
    clock: FixedClock,
    places: list[Place],
    show: Callable[[QWidget], None],
    qtbot: QtBot,
) -> Iterator[StatisticsPage]:
    """The tab on screen with this month's figures."""
    page = StatisticsPage(UiContext(services, tasks, places.append, clock))
    page.resize(1366, 640)
    show(page)
    page.refresh(frozenset())
    qtbot.waitUntil(lambda: tasks.idle and page.view.found is not None)
    page.focus_first()
    yield page
    qtbot.waitUntil(lambda: tasks.idle)


def _cells(page: StatisticsPage) -> list[list[str]]:
    return [row[:3] for row in page.view.table.texts()[1]]


@pytest.mark.parametrize(
    ("span", "today", "days"),
    [
        (Span.THIS_MONTH, date(2028, 2, 29), (date(2028, 2, 1), date(2028, 2, 29))),
        (Span.THIS_MONTH, date(2026, 12, 31), (date(2026, 12, 1), date(2026, 12, 31))),
        (Span.LAST_MONTH, date(2026, 1, 1), (date(2025, 12, 1), date(2025, 12, 31))),
        (Span.LAST_MONTH, date(2026, 3, 31), (date(2026, 2, 1), date(2026, 2, 28))),
        (Span.THIS_YEAR, date(2026, 7, 1), (date(2026, 1, 1), date(2026, 12, 31))),
        (Span.FREE, date(2026, 7, 1), None),
    ],
)
def test_named_periods(span: Span, today: date, days: tuple[date, date] | None) -> None:
    assert days_of(span, today) == days


def test_this_month_with_totals_last(page: StatisticsPage) -> None:
    assert _cells(page) == [
        ["1  Repair quality", "1", "50.0%"],
        ["2  Price and fees", "1", "50.0%"],
        ["Total", "2", "100.0%"],
    ]
    titles, cells = page.view.table.texts()
    total = dict(zip(titles, cells[-1], strict=True))
    assert (total["Satisfied"], total["Score"], total["Cost"]) == ("1 / 1", "—", "¥123.45")
    assert [bar.label for bar in page.view.pareto.bars()] == ["1", "2"]


def test_periods_are_one_key(page: StatisticsPage, tasks: Tasks, qtbot: QtBot) -> None:
    press("2")
    qtbot.waitUntil(lambda: tasks.idle and len(_cells(page)) == 2)
    assert page.view.first.value() == date(2026, 10, 1)
    assert _cells(page)[-1][:2] == ["Total", "1"]
    press("3")
    qtbot.waitUntil(lambda: tasks.idle and _cells(page)[-1][1] == "3")


def test_days_typed_are_a_period_of_their_own(
    page: StatisticsPage, tasks: Tasks, qtbot: QtBot
) -> None:
    page.view.first.setFocus()
    page.view.first.line.selectAll()
    press("2026-10-01", ENTER)
    qtbot.waitUntil(lambda: tasks.idle and _cells(page)[-1][1] == "3")
    assert page.view.span.value() is Span.FREE
    page.view.last.setFocus()
    page.view.last.line.selectAll()
    press("2026-09-01", ENTER)
    qtbot.waitUntil(lambda: tasks.idle and bool(page.view.last.error()))
    assert page.view.last.error().startswith("The period ends before it begins.")
    page.view.last.line.selectAll()
    press("not a day", ENTER)
    qtbot.waitUntil(lambda: page.view.last.error().startswith("This is not a date."))


def test_tables_by_department_and_month(page: StatisticsPage, tasks: Tasks, qtbot: QtBot) -> None:
    press("3")
    qtbot.waitUntil(lambda: tasks.idle and _cells(page)[-1][1] == "3")
    page.view.by.setFocus()
    press("3")
    assert [row[:2] for row in _cells(page)] == [
        ["Service", "1"],
        ["No department", "2"],
        ["Total", "3"],
    ]
    press("4")
    assert [row[0] for row in _cells(page)] == ["1  Nobody named", "Total"]
    press("5")
    assert [row[:2] for row in _cells(page)] == [["At the desk", "3"], ["Total", "3"]]
    press("6")
    assert [row[0] for row in _cells(page)][8:11] == ["Sep 2026", "Oct 2026", "Nov 2026"]
    assert [bar.label for bar in page.view.bars.bars()][-2:] == ["Nov", "Dec"]
    press("2")
    assert _cells(page)[0][:2] == ["1  Fault not fixed", "2"]


def test_a_number_opens_the_list_behind_it(
    page: StatisticsPage,
    tickets: dict[str, str],
    places: list[Place],
    tasks: Tasks,
    qtbot: QtBot,
) -> None:
    view = page.view.table.view
    view.setFocus()
    view.setCurrentIndex(view.model().index(2, 4))
    press(ENTER)
    qtbot.waitUntil(lambda: tasks.idle and bool(places))
    assert places == [Place("complaints", None, "list", ("Total · Valid", (tickets["fast"],)))]


def test_measures_are_kept_with_their_period(
    page: StatisticsPage, services: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    page.view.measures.setFocus()
    press("修后必试车")
    assert page.has_unsaved()
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: tasks.idle)
    assert not page.has_unsaved()
    kept = services.statistics.complaints(date(2026, 11, 1), date(2026, 11, 30)).measures
    assert kept == "修后必试车"
    assert services.drafts.all() == ()
    page.view.span.setFocus()
    press("2")
    qtbot.waitUntil(lambda: tasks.idle and page.view.measures_text() == "")
    press("1")
    qtbot.waitUntil(lambda: tasks.idle and page.view.measures_text() == "修后必试车")


def test_leaving_the_measures_for_another_period_loses_nothing(
    page: StatisticsPage, services: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    page.view.measures.setFocus()
    press("每周复盘")
    page.view.span.setFocus()
    press("3")
    qtbot.waitUntil(lambda: tasks.idle and _cells(page)[-1][1] == "3")
    kept = services.statistics.complaints(date(2026, 11, 1), date(2026, 11, 30)).measures
    assert kept == "每周复盘"
    assert page.view.measures_text() == ""


def test_the_form_is_printed(
    page: StatisticsPage, services: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    page.view.measures.setFocus()
    press("修后必试车")
    chord(Qt.Key.Key_P, CTRL)

    qtbot.waitUntil(lambda: tasks.idle and bool(_papers()))
    assert _papers()[0].pdf.startswith(b"%PDF")
    _papers()[0].close()
    kept = services.statistics.complaints(date(2026, 11, 1), date(2026, 11, 30)).measures
    assert kept == "修后必试车"


def test_an_empty_period_says_so(
    page: StatisticsPage, tasks: Tasks, qtbot: QtBot, clock: FixedClock
) -> None:
    clock.move(timedelta(days=400))
    press("2")
    qtbot.waitUntil(lambda: tasks.idle and _cells(page) == [])
    assert page.view.table.empty.isVisible()


def test_a_departments_manager_sees_whose_figures_these_are(
    make: Make,
    tickets: dict[str, str],
    tasks: Tasks,
    clock: FixedClock,
    show: Callable[[QWidget], None],
    qtbot: QtBot,
) -> None:
    services = make.services(Role.SERVICE_MANAGER)
    page = StatisticsPage(UiContext(services, tasks, lambda _: None, clock))
    show(page)
    page.refresh(frozenset())
    qtbot.waitUntil(lambda: tasks.idle and page.view.found is not None)
    assert page.view.scope.text == "Service"
    assert _cells(page)[-1][:2] == ["Total", "1"]


def test_figures_beside_those_of_the_period_before_by_one_key(
    page: StatisticsPage, tasks: Tasks, qtbot: QtBot
) -> None:
    page.view.compared.setFocus()
    press("2")
    qtbot.waitUntil(lambda: tasks.idle and _cells(page)[-1][1] == "2  +1")
    model = page.view.table.view.model()
    tip = model.index(2, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert "Before: 1, n = 1" in tip
    press("1")
    qtbot.waitUntil(lambda: tasks.idle and _cells(page)[-1][1] == "2")


def test_times_of_handling_by_one_key(
    page: StatisticsPage, tickets: dict[str, str], places: list[Place], tasks: Tasks, qtbot: QtBot
) -> None:
    page.view.part.setFocus()
    press("2")
    titles, cells = page.view.table.texts()
    total = dict(zip(titles, cells[-1], strict=True))
    assert (total["In time"], total["Pauses counted"]) == ("1 / 1", "1 / 1")
    assert (total["Hours"], total["Median"], total["With pauses"]) == ("6.0", "6.0", "6.0")
    view = page.view.table.view
    view.setFocus()
    view.setCurrentIndex(view.model().index(2, 6))
    press(ENTER)
    qtbot.waitUntil(lambda: tasks.idle and bool(places))
    assert places == [Place("complaints", None, "list", ("Total · Median", (tickets["fast"],)))]


def test_a_report_is_prepared_approved_and_shown_again_by_keys(
    page: StatisticsPage, services: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    press("2")
    qtbot.waitUntil(lambda: tasks.idle and _cells(page)[-1][:2] == ["Total", "1"])
    chord(Qt.Key.Key_R, CTRL)
    panel = page.view.reports
    qtbot.waitUntil(lambda: tasks.idle and len(panel.table.rows()) == 1)
    assert panel.table.texts()[1] == [["2026-10", "To approve", ""]]
    services.desk.confirmation.give()
    chord(Qt.Key.Key_R, CTRL | SHIFT)
    qtbot.waitUntil(lambda: tasks.idle and panel.table.texts()[1][0][1] == "Approved")
    assert panel.told.text() == "As approved on 5 Nov 2026, 10:00 by 店长"
    assert not panel.approve.isEnabled()
    panel.table.view.setFocus()
    panel.table.select_first()
    press(ENTER)
    qtbot.waitUntil(lambda: tasks.idle and bool(_papers()))
    [paper] = _papers()
    [report] = services.statistics.reports()
    assert paper.pdf == services.statistics.print_report(report.id).pdf
    paper.close()


def test_a_period_that_is_not_over_is_refused_in_words(
    page: StatisticsPage, tasks: Tasks, qtbot: QtBot
) -> None:
    chord(Qt.Key.Key_R, CTRL)
    qtbot.waitUntil(lambda: tasks.idle and "not over yet" in _said(page))
    assert page.view.reports.table.rows() == []


def test_the_sheet_is_saved_where_it_is_asked_for(
    page: StatisticsPage,
    services: Services,
    tasks: Tasks,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "统计.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    services.desk.confirmation.give()
    chord(Qt.Key.Key_E, CTRL)
    qtbot.waitUntil(lambda: tasks.idle and target.exists())
    assert load_workbook(target).sheetnames[0] == "Complaint statistics"


def test_who_may_not_approve_is_not_offered_it(
    make: Make, tasks: Tasks, clock: FixedClock, show: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    page = StatisticsPage(UiContext(make.services(Role.CS_MANAGER), tasks, lambda _: None, clock))
    show(page)
    page.refresh(frozenset())
    qtbot.waitUntil(lambda: tasks.idle and page.view.found is not None)
    assert page.view.reports.prepare.isVisible()
    assert not page.view.reports.approve.isVisible()


def _papers() -> list[PdfWindow]:
    found = [each for each in QApplication.topLevelWidgets() if isinstance(each, PdfWindow)]
    return [window for window in found if window.isVisible()]


def _said(page: StatisticsPage) -> str:
    fields = (page.view.first, page.view.last, page.view.measures)
    labels = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    return " ".join([*(field.error() for field in fields), *labels])


def test_the_first_time_fix_figure_leads_to_its_repairs(
    page: StatisticsPage, make: Make, places: list[Place], qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: "n=0" in page.view.fix.text())
    assert not page.view.fix.isEnabled()
    item = VisitItem(
        position=0,
        kind=WorkKind.REPAIR,
        description="换刹车片",
        labour=Decimal(1),
        quantity=Decimal(0),
        unit_price=Decimal(0),
        discount=Decimal(0),
    )
    make.visit(status=VisitStatus.HANDED_OVER, items=[item])
    page.refresh(frozenset({Change.VISITS}))
    qtbot.waitUntil(lambda: "100.0% (n=1)" in page.view.fix.text())
    chord(Qt.Key.Key_F, ALT)
    month = (date(2026, 11, 1), date(2026, 11, 30))
    assert places == [Place("intake", None, "part.visits", VisitList(VisitSort.REPAIRS, *month))]


def test_the_sales_department_is_shown_no_repairs(
    make: Make,
    tasks: Tasks,
    clock: FixedClock,
    show: Callable[[QWidget], None],
    qtbot: QtBot,
) -> None:
    sales = make.services(Role.SALES_MANAGER)
    page = StatisticsPage(UiContext(sales, tasks, lambda _: None, clock))
    show(page)
    page.refresh(frozenset())
    qtbot.waitUntil(lambda: tasks.idle and page.view.found is not None)
    assert not page.view.fix.isVisible()
