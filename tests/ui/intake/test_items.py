"""The grid of work items by keyboard: figures, faults, drafts."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.errors import UserError
from frontdesk.models.enums import WorkKind
from frontdesk.services.intake.inputs import WorkItem
from frontdesk.ui.intake.items_field import ItemsField
from frontdesk.ui.intake.items_line import Col
from frontdesk.ui.intake.items_model import ItemsModel
from tests.ui.conftest import Show
from tests.ui.keys import CTRL, ENTER, chord, press

OIL = WorkItem(
    WorkKind.MAINTENANCE, "更换机油", Decimal(120), "机油", Decimal("4.5"), Decimal("89.90")
)


@pytest.fixture
def field(show: Show) -> ItemsField:
    items = ItemsField()
    items.resize(900, 260)
    show(items)
    items.table.setFocus(Qt.FocusReason.TabFocusReason)
    return items


def _cell(field: ItemsField) -> tuple[int, int]:
    at = field.table.currentIndex()
    return at.row(), at.column()


class _Window(QWidget):
    """Gathers the keys nobody wanted, as the main window does for its search."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.unwanted: list[str] = []
        QVBoxLayout(self).addWidget(inside)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.unwanted.append(event.text())


def test_the_letter_that_opens_a_cell_goes_no_further(show: Show) -> None:
    items = ItemsField()
    window = _Window(items)
    show(window)
    items.table.setFocus(Qt.FocusReason.TabFocusReason)
    items.table.go(0, Col.WORK)
    press("ab")
    assert window.unwanted == []
    assert items.model.data(items.model.index(0, Col.WORK)) == "ab"


def test_a_kind_brings_its_usual_work(field: ItemsField, qtbot: QtBot) -> None:
    field.set_usual([OIL])
    press("1")
    assert field.total() == Decimal("524.55")
    (item,) = field.value()
    assert (item.description, item.part, item.labour) == ("更换机油", "机油", Decimal(120))
    assert item.id != OIL.id
    assert "last time" in field.hint()


def test_another_kind_replaces_what_was_only_guessed(field: ItemsField) -> None:
    field.set_usual([OIL])
    press("1")
    field.table.go(0, Col.KIND)
    press("6")
    (item,) = field.value()
    assert (item.kind, item.description) == (WorkKind.FREE_CHECK, "Free check")
    assert field.total() == Decimal(0)


def test_another_kind_leaves_what_was_typed(field: ItemsField, qtbot: QtBot) -> None:
    press("2", "x", ENTER)
    qtbot.waitUntil(lambda: _cell(field) == (0, Col.LABOUR))
    field.table.go(0, Col.KIND)
    press("3")
    (item,) = field.value()
    assert (item.kind, item.description) == (WorkKind.WARRANTY, "x")


def test_enter_goes_from_cell_to_cell_and_then_to_the_next_row(
    field: ItemsField, qtbot: QtBot
) -> None:
    press("2")
    assert _cell(field) == (0, Col.WORK)
    for column in (Col.LABOUR, Col.PART, Col.QUANTITY, Col.PRICE):
        press(ENTER)
        assert _cell(field) == (0, column)
    press(ENTER)
    assert _cell(field) == (1, Col.KIND)
    with qtbot.waitSignal(field.entered):
        press(ENTER)


def test_chinese_begins_a_cell_composed_or_committed_at_once(
    field: ItemsField, qtbot: QtBot
) -> None:
    press("2", "检查", ENTER)
    qtbot.waitUntil(lambda: _cell(field) == (0, Col.LABOUR))
    field.table.go(0, Col.PART)
    for event in (QInputMethodEvent("pian", []), QInputMethodEvent()):
        if not event.preeditString():
            event.setCommitString("片")
        QCoreApplication.sendEvent(field.table, event)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    press(ENTER)
    qtbot.waitUntil(lambda: _cell(field) == (0, Col.QUANTITY))
    (item,) = field.value()
    assert (item.description, item.part) == ("检查", "片")


def test_rows_are_taken_away(field: ItemsField) -> None:
    press("1")
    field.table.go(0, Col.WORK)
    chord(Qt.Key.Key_Delete, CTRL)
    assert field.value() == ()
    assert field.typed() == ""


@pytest.mark.parametrize(
    ("column", "text", "code"),
    [
        (Col.LABOUR, "viel", "intake.item_money"),
        (Col.LABOUR, "1.234", "intake.item_money"),
        (Col.PRICE, "∞", "intake.item_money"),
        (Col.QUANTITY, "viel", "intake.item_quantity"),
        (Col.QUANTITY, "NaN", "intake.item_quantity"),
    ],
)
def test_a_figure_that_cannot_be_read_stays_and_is_named(
    field: ItemsField, column: Col, text: str, code: str
) -> None:
    press("2")
    model = field.model
    model.setData(model.index(0, column), text)
    assert model.index(0, column).data(Qt.ItemDataRole.EditRole) == text
    assert field.total() is None
    with pytest.raises(UserError) as caught:
        field.value()
    assert (caught.value.code, caught.value.params["row"]) == (code, 1)


def test_a_row_without_a_kind_is_named() -> None:
    model = ItemsModel()
    model.setData(model.index(0, Col.WORK), "检查")
    with pytest.raises(UserError) as caught:
        model.items()
    assert caught.value.code == "intake.item_kind"


money = st.decimals(0, 99_999, places=2)
items = st.builds(
    WorkItem,
    kind=st.sampled_from(WorkKind),
    description=st.text(st.characters(categories=("L", "N", "P")), min_size=1, max_size=30),
    labour=money,
    part=st.just("零件"),
    quantity=st.decimals(0, 999, places=3),
    unit_price=money,
)


@given(st.lists(items, max_size=6))
def test_items_come_back_as_they_were_also_through_a_draft(wanted: list[WorkItem]) -> None:
    model, again = ItemsModel(), ItemsModel()
    model.set_items(wanted)
    assert model.items() == tuple(wanted)
    again.set_typed(model.typed())
    assert again.items() == tuple(wanted)
    assert again.total() == model.total()


@given(st.lists(st.fixed_dictionaries({"work": st.text(), "labour": st.text()}), max_size=4))
def test_a_draft_of_anything_is_shown(rows: list[dict[str, str]]) -> None:
    model = ItemsModel()
    model.set_typed(json.dumps(rows))
    shown = [line for line in rows if line["work"] or line["labour"]]
    assert len(json.loads(model.typed() or "[]")) == len(shown)
    for row in range(model.rowCount()):
        for column in Col:
            assert isinstance(model.index(row, column).data(), str)
