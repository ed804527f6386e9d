"""Lists of visits by keys: which, of when, of whom; opened, and carried out with the password."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.models.enums import Role, ValueClass, VisitStatus, WorkKind
from frontdesk.models.visit import VisitItem
from frontdesk.services.registry import Services
from frontdesk.services.visit_lists.dto import VisitList, VisitSort
from frontdesk.ui.intake.visits_part import VisitsSection
from frontdesk.ui.kit.page import Place, UiContext
from frontdesk.ui.kit.tasks import Tasks
from tests.factories import Make
from tests.ui.keys import CTRL, ENTER, chord, press

Show = Callable[[QWidget], None]


def _item(declined: str | None = None) -> VisitItem:
    return VisitItem(
        position=0,
        kind=WorkKind.REPAIR,
        description="换刹车片",
        labour=Decimal(100),
        quantity=Decimal(0),
        unit_price=Decimal(0),
        discount=Decimal(0),
        declined_why=declined,
    )


@pytest.fixture
def visits(make: Make) -> tuple[str, str]:
    """A repair of a loyal customer, handed over, and one whose work was not wanted."""
    loyal = make.customer("张伟", value_class=ValueClass.A)
    other = make.customer("李娜", value_class=ValueClass.B)
    repaired = make.visit(make.vehicle(loyal), status=VisitStatus.HANDED_OVER, items=[_item()])
    declined = make.visit(make.vehicle(other), items=[_item("太贵")])
    return repaired, declined


@pytest.fixture
def places() -> list[Place]:
    return []


@pytest.fixture
def part(
    services: Services,
    visits: tuple[str, str],
    places: list[Place],
    tasks: Tasks,
    clock: FixedClock,
    show: Show,
    qtbot: QtBot,
) -> VisitsSection:
    section = VisitsSection(UiContext(services, tasks, places.append, clock), lambda: "Visits")
    section.resize(1366, 600)
    show(section)
    section.refresh(frozenset())
    qtbot.waitUntil(lambda: tasks.idle and len(section.table.rows()) == 2)
    section.focus_first()
    return section


def _shown(part: VisitsSection) -> list[str]:
    return [row.customer for row in part.table.rows()]


def test_keys_choose_which_visits_and_enter_opens_one(
    part: VisitsSection, visits: tuple[str, str], places: list[Place], tasks: Tasks, qtbot: QtBot
) -> None:
    press("3")
    qtbot.waitUntil(lambda: tasks.idle and _shown(part) == ["李娜"])
    assert part.table.rows()[0].told == "换刹车片 (太贵)"
    part.table.view.setFocus()
    press(ENTER)
    assert places == [Place("intake", visits[1], "open")]
    part.focus_first()
    press("5")
    qtbot.waitUntil(lambda: tasks.idle and _shown(part) == ["张伟"])
    qtbot.waitUntil(lambda: "1 of 1 repairs" in part.count.text())


def test_the_list_is_narrowed_by_class(part: VisitsSection, tasks: Tasks, qtbot: QtBot) -> None:
    part.whose.setCurrentIndex(part.whose.findText("A loyal"))
    qtbot.waitUntil(lambda: tasks.idle and _shown(part) == ["张伟"])
    part.whose.setCurrentIndex(part.whose.findText("D lost"))
    qtbot.waitUntil(lambda: tasks.idle and _shown(part) == [])


def test_one_comes_for_the_repairs_behind_a_figure(
    part: VisitsSection, services: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    today = services.desk.today
    part.open_on(VisitList(VisitSort.REPAIRS, today - timedelta(days=90), today))
    qtbot.waitUntil(lambda: tasks.idle and _shown(part) == ["张伟"])
    assert part.which.value() is VisitSort.REPAIRS


def test_a_list_is_saved_as_a_workbook(
    part: VisitsSection,
    services: Services,
    tasks: Tasks,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    target = tmp_path / "来店.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    services.desk.confirmation.give()
    chord(Qt.Key.Key_E, CTRL)
    qtbot.waitUntil(lambda: tasks.idle and target.exists())
    qtbot.waitUntil(lambda: any("Saved" in each.text for each in part.banners.shown()))


def test_a_list_is_printed_in_one_key(
    part: VisitsSection, tasks: Tasks, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    shown: list[tuple[bytes, str]] = []
    monkeypatch.setattr(
        "frontdesk.ui.kit.pdf_view.show_pdf",
        lambda _parent, _title, pdf, name: shown.append((pdf[:4], name)),
    )
    press("3")
    qtbot.waitUntil(lambda: tasks.idle and _shown(part) == ["李娜"])
    chord(Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: tasks.idle and len(shown) == 1)
    [(head, name)] = shown
    assert head == b"%PDF"
    assert name.startswith("visits-declined_work-")


def test_an_advisor_sees_no_list_of_the_figure_and_takes_none_out(
    make: Make,
    visits: tuple[str, str],
    tasks: Tasks,
    clock: FixedClock,
    show: Show,
    qtbot: QtBot,
) -> None:
    advisor = make.services(Role.SERVICE_ADVISOR)
    section = VisitsSection(UiContext(advisor, tasks, lambda _: None, clock), lambda: "Visits")
    show(section)
    section.refresh(frozenset())
    qtbot.waitUntil(lambda: tasks.idle and len(section.table.rows()) == 2)
    assert not section.export.isVisible()
    assert not section.print_.isVisible()
    today = advisor.desk.today
    section.open_on(VisitList(VisitSort.REPAIRS, today, today))
    assert section.which.value() is VisitSort.ALL
    section.take_out()
    section.print_list()
    assert tasks.idle
