"""Tables: true sorting, filter, keys, columns of the person, speed by laziness."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from frontdesk.language import Language
from frontdesk.models.enums import VisitStatus
from frontdesk.ui.kit import language
from frontdesk.ui.kit.state import MemoryState
from frontdesk.ui.kit.table import Column, RecordTable
from frontdesk.ui.kit.table_model import Chip, RecordTableModel
from frontdesk.ui.kit.tokens import Tone
from tests.ui.conftest import Show
from tests.ui.keys import CTRL, ENTER, chord, press


@dataclass(frozen=True)
class Car:
    id: str
    owner: str
    km: int | None
    spent: Decimal
    seen: date | None
    status: VisitStatus = VisitStatus.BOOKED


CARS = [
    Car("a", "Zhang", 9_000, Decimal("100.00"), date(2026, 1, 2)),
    Car("b", "Li", 10_000, Decimal("20.50"), None, VisitStatus.READY),
    Car("c", "<b>Wang</b>", None, Decimal("3.00"), date(2025, 12, 31), VisitStatus.ARRIVED),
]

COLUMNS: list[Column[Car]] = [
    Column("owner", lambda: "Owner", lambda car: car.owner),
    Column("km", lambda: "km", lambda car: car.km),
    Column("spent", lambda: "Spent", lambda car: car.spent),
    Column("seen", lambda: "Seen", lambda car: car.seen),
    Column(
        "status",
        lambda: "Status",
        lambda car: car.status,
        chip=lambda car: Chip(Tone.OK, car.status.upper()),
        tone=lambda car: Tone.OK,
        icon=lambda car: "car",
        tip=lambda car: car.owner,
    ),
    Column("id", lambda: "Id", lambda car: car.id, hidden=True),
]


@pytest.fixture
def table(show: Show) -> RecordTable[Car]:
    shown: RecordTable[Car] = RecordTable("cars", COLUMNS, lambda car: car.id)
    shown.set_rows(CARS)
    shown.resize(800, 400)
    show(shown)
    return shown


def ids(table: RecordTable[Car]) -> str:
    return "".join(car.id for car in table.rows())


def test_the_model_keeps_qt_s_contract(qtmodeltester: ModelTester, table: RecordTable[Car]) -> None:
    qtmodeltester.check(table.model)  # type: ignore[no-untyped-call]
    model: RecordTableModel[Car] = RecordTableModel(COLUMNS, lambda car: car.id)
    model.set_rows(CARS)
    model.sort(1)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


@pytest.mark.parametrize(
    ("column", "up", "down"),
    [
        ("km", "abc", "bac"),
        ("spent", "cba", "abc"),
        ("seen", "cab", "acb"),
        ("status", "acb", "bca"),
        ("owner", "cba", "abc"),
    ],
)
def test_sorting_is_by_true_value_and_what_is_missing_stays_last(
    table: RecordTable[Car], column: str, up: str, down: str
) -> None:
    table.sort_by(column)
    assert ids(table) == up
    table.sort_by(column, descending=True)
    assert ids(table) == down


def test_the_chosen_record_stays_chosen_through_sorting_and_refresh(
    table: RecordTable[Car],
) -> None:
    table.select("b")
    table.sort_by("spent")
    assert table.current_id() == "b"
    table.set_rows(CARS[1:])
    assert table.current_id() == "b"
    assert table.current() == CARS[1]


def test_the_chosen_record_stays_in_sight_where_it_moves_and_where_one_had_looked_away(
    table: RecordTable[Car],
) -> None:
    def in_sight() -> bool:
        place = table.view.visualRect(table.view.currentIndex())
        return table.view.viewport().rect().contains(place.center())

    many = [Car(f"{n:02}", f"Zhang {n}", n, Decimal(n), None) for n in range(80)]
    table.set_rows(many)
    table.select("70")
    assert in_sight()
    done = many.pop(70)
    table.set_rows([done, *many])
    assert table.current_id() == "70"
    assert in_sight()
    scroll = table.view.verticalScrollBar()
    scroll.setValue(scroll.maximum())
    table.set_rows([done, *many[:-1]])
    assert not in_sight()
    assert scroll.value() > scroll.maximum() - 3


def test_keys_choose_and_open(qtbot: QtBot, table: RecordTable[Car]) -> None:
    table.setFocus()
    assert table.current_id() == "a"
    with qtbot.waitSignal(table.selected) as chosen:
        press(Qt.Key.Key_Down)
    assert chosen.args == ["b"]
    with qtbot.waitSignal(table.activated) as opened:
        press(ENTER)
    assert opened.args == ["b"]


def test_records_that_come_to_a_table_in_focus_are_ready_for_enter(
    qtbot: QtBot, table: RecordTable[Car]
) -> None:
    table.set_rows([])
    table.view.setFocus()
    table._stack.setCurrentWidget(table.view)
    table.view.setFocus()
    table.set_rows(CARS)
    assert table.current_id() == "a"


def test_a_double_click_opens(qtbot: QtBot, table: RecordTable[Car]) -> None:
    place = table.view.visualRect(table.model.index(2, 0)).center()
    QTest.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(table.activated) as opened:
        QTest.mouseDClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == ["c"]


def test_the_filter_by_keys_and_back(qtbot: QtBot, table: RecordTable[Car]) -> None:
    table.setFocus()
    chord(Qt.Key.Key_F, CTRL)
    press("ready 10,0", ENTER)
    assert ids(table) == "b"
    assert table.view.hasFocus()
    assert table._count.text() == "1 of 3 records"
    press(Qt.Key.Key_Escape)
    assert ids(table) == "abc"


def test_nothing_found_offers_all_again(qtbot: QtBot, table: RecordTable[Car]) -> None:
    table.ask_filter()
    press("nobody")
    qtbot.waitUntil(lambda: not table.rows())
    assert table._nothing_found.isVisible()
    QTest.mouseClick(table._nothing_found.action, Qt.MouseButton.LeftButton)
    assert len(table.rows()) == 3
    assert not table._nothing_found.isVisible()


def test_an_empty_list_says_what_it_is_for(qtbot: QtBot, table: RecordTable[Car]) -> None:
    table.set_rows([])
    table.set_empty("car", "No cars yet", "Add one")
    assert table.empty.isVisible()
    with qtbot.waitSignal(table.empty.acted):
        QTest.mouseClick(table.empty.action, Qt.MouseButton.LeftButton)


def test_copy_takes_what_is_shown(table: RecordTable[Car]) -> None:
    table.set_many(True)
    table.setFocus()
    table.select("a")
    flags = QItemSelectionModel.SelectionFlag
    table.view.selectionModel().select(table.model.index(2, 0), flags.Select | flags.Rows)
    chord(Qt.Key.Key_C, CTRL)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "Owner\tkm\tSpent\tSeen\tStatus"
    assert lines[1].startswith("Zhang\t9,000\t¥100.00\t2 Jan 2026")
    assert lines[2].startswith("<b>Wang</b>\t\t")
    assert table.selected_ids() == ["a", "c"]


def test_columns_are_remembered_for_the_person(show: Show) -> None:
    state = MemoryState()
    first: RecordTable[Car] = RecordTable("cars", COLUMNS, lambda car: car.id, state=state)
    show(first)
    first._switch_column(0, False)
    first._switch_column(5, True)
    again: RecordTable[Car] = RecordTable("cars", COLUMNS, lambda car: car.id, state=state)
    show(again)
    assert again.texts()[0] == ["km", "Spent", "Seen", "Status", "Id"]


def test_the_last_column_cannot_be_hidden(show: Show) -> None:
    one: RecordTable[Car] = RecordTable("one", COLUMNS[:1], lambda car: car.id)
    show(one)
    one._switch_column(0, False)
    assert one.texts()[0] == ["Owner"]


def test_figures_stand_right_and_tips_are_no_markup(table: RecordTable[Car]) -> None:
    model = table.model
    side = model.data(model.index(0, 1), Qt.ItemDataRole.TextAlignmentRole)
    assert side & Qt.AlignmentFlag.AlignRight
    tip = model.data(model.index(2, 4), Qt.ItemDataRole.ToolTipRole)
    assert tip == "<span>&lt;b&gt;Wang&lt;/b&gt;</span>"


def test_the_language_changes_cells_titles_and_count(qtbot: QtBot, table: RecordTable[Car]) -> None:
    language.switch().use(Language.ZH_CN)
    QApplication.processEvents()
    assert table._count.text() == "共 3 条"
    assert table.model.data(table.model.index(0, 3)) == "2026-01-02"


def test_a_hundred_thousand_rows_are_shown_by_making_a_screenful(show: Show) -> None:
    made = 0

    def owner(car: Car) -> str:
        nonlocal made
        made += 1
        return car.owner

    many: RecordTable[Car] = RecordTable(
        "many", [Column("owner", lambda: "Owner", owner), *COLUMNS[1:]], lambda car: car.id
    )
    many.set_rows([Car(str(n), "x", n, Decimal(n), None) for n in range(100_000)])
    many.resize(800, 400)
    show(many)
    QApplication.processEvents()
    assert many.model.rowCount() == 100_000
    assert 0 < made < 2_000
