"""The first tab by keys: the most urgent line on top, Enter opens it where it is done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.language import Language
from frontdesk.models.enums import ComplaintState, Department, Role, VisitStatus
from frontdesk.services.desk import Change
from frontdesk.services.registry import Services
from frontdesk.ui.kit import language
from frontdesk.ui.kit.page import Place, UiContext
from frontdesk.ui.kit.panels import StatusChip
from frontdesk.ui.kit.tasks import Tasks
from frontdesk.ui.today.page import TodayPage
from tests.factories import Make
from tests.ui.conftest import Show
from tests.ui.keys import ENTER, press

HOUR = timedelta(hours=1)
Open = Callable[[Services], TodayPage]


@pytest.fixture
def places() -> list[Place]:
    """Where the page asked to go."""
    return []


@pytest.fixture
def open_page(
    qtbot: QtBot, show: Show, tasks: Tasks, clock: FixedClock, places: list[Place]
) -> Open:
    kept: list[TodayPage] = []

    def opened(services: Services) -> TodayPage:
        page = TodayPage(UiContext(services, tasks, places.append, clock))
        kept.append(page)
        page.resize(1366, 640)
        show(page)
        page.refresh(frozenset())
        page.focus_first()
        qtbot.waitUntil(lambda: tasks.idle)
        return page

    return opened


@pytest.fixture
def person(make: Make) -> Services:
    """Somebody who takes calls, judges complaints and sees every car."""
    return make.services(Role.SERVICE_MANAGER, Role.CS_SPECIALIST)


def _cells(page: TodayPage) -> list[list[str]]:
    return page.table.texts()[1]


def test_enter_opens_each_line_where_it_is_done(
    make: Make, clock: FixedClock, open_page: Open, person: Services, places: list[Place]
) -> None:
    ticket = make.complaint(registered_at=clock.now() - 30 * HOUR)
    late = make.visit(status=VisitStatus.AGREED, promised_at=clock.now() - HOUR)
    expected = make.visit(status=VisitStatus.BOOKED, booked_for=clock.now() + HOUR)
    call = make.callback()
    open_page(person)

    press(ENTER, Qt.Key.Key_Down, ENTER, Qt.Key.Key_Down, ENTER, Qt.Key.Key_Down, ENTER)

    assert places == [
        Place("complaints", ticket, "step"),
        Place("intake", late),
        Place("intake", expected),
        Place("callbacks", call, "call"),
    ]


def test_a_ticket_that_is_another_s_step_is_only_shown(
    make: Make, clock: FixedClock, open_page: Open, places: list[Place]
) -> None:
    make.services(Role.CS_SPECIALIST)
    ticket = make.complaint(registered_at=clock.now() - 30 * HOUR)
    open_page(make.services(Role.GENERAL_MANAGER))

    press(ENTER)

    assert places == [Place("complaints", ticket)]


def test_one_approval_is_one_key_away(make: Make, open_page: Open, places: list[Place]) -> None:
    ticket = make.complaint(state=ComplaintState.TO_APPROVE, department=Department.SERVICE)
    open_page(make.services(Role.GENERAL_MANAGER))

    press(ENTER)

    assert places == [Place("complaints", ticket, "step")]


def test_a_line_says_until_when_what_whom_and_which_car(
    make: Make, clock: FixedClock, open_page: Open, person: Services
) -> None:
    vehicle = make.vehicle(make.customer("欧阳 <b>"), plate="粤B12345")
    make.visit(vehicle, status=VisitStatus.READY, promised_at=clock.now() + HOUR / 4)
    page = open_page(person)

    assert _cells(page) == [
        ["Today 10:15 · 15 min left", "Ready", "欧阳 <b>", "粤B·12345", "V-2026-000001"]
    ]


def test_nothing_that_waits_is_said_so_in_both_languages(
    qtbot: QtBot, open_page: Open, person: Services, places: list[Place]
) -> None:
    page = open_page(person)
    assert page.table.empty.isVisible()
    assert page.table.empty.accessibleName() == "Nothing waits for you."
    press(ENTER)
    assert places == []

    language.switch().use(Language.ZH_CN)

    empty = page.table.empty
    qtbot.waitUntil(lambda: empty.accessibleName() == "没有等待您处理的事项。")


def test_what_is_overdue_and_soon_is_counted_in_both_languages(
    qtbot: QtBot, make: Make, clock: FixedClock, open_page: Open, person: Services
) -> None:
    for ahead in (-2 * HOUR, -HOUR, HOUR / 4, 5 * HOUR):
        make.visit(status=VisitStatus.AGREED, promised_at=clock.now() + ahead)
    page = open_page(person)
    assert _counts(page) == ["2 overdue", "1 due soon"]

    language.switch().use(Language.ZH_CN)

    qtbot.waitUntil(lambda: _counts(page) == ["2 项已超时", "1 项即将超时"])


def test_counts_of_nothing_are_not_shown(
    make: Make, clock: FixedClock, open_page: Open, person: Services
) -> None:
    make.visit(status=VisitStatus.AGREED, promised_at=clock.now() + 5 * HOUR)

    assert _counts(open_page(person)) == []


def test_the_list_follows_what_happens_and_the_cursor_stays(
    qtbot: QtBot, make: Make, clock: FixedClock, open_page: Open, person: Services, tasks: Tasks
) -> None:
    first = make.visit(status=VisitStatus.AGREED, promised_at=clock.now() + HOUR)
    second = make.visit(status=VisitStatus.AGREED, promised_at=clock.now() + 2 * HOUR)
    page = open_page(person)
    press(Qt.Key.Key_Down)
    assert page.table.current_id() == second

    urgent = make.visit(status=VisitStatus.AGREED, promised_at=clock.now() - HOUR)
    page.refresh(frozenset({Change.VISITS}))
    qtbot.waitUntil(lambda: len(page.table.rows()) == 3)

    assert [line.id for line in page.table.rows()] == [urgent, first, second]
    assert page.table.current_id() == second


def _counts(page: TodayPage) -> list[str]:
    return [chip.text for chip in page.findChildren(StatusChip) if chip.isVisible()]
