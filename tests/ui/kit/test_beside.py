"""What stands beside a list is neither cut at the side nor squeezed; the list gives way first."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.ui.kit.fields import MultilineField, TextField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.labels import button, muted
from frontdesk.ui.kit.panels import Card
from frontdesk.ui.kit.section import beside
from frontdesk.ui.kit.table import Column, RecordTable


@pytest.mark.parametrize("wide", [1300, 700, 560])
def test_a_card_keeps_its_width_and_its_height(
    wide: int, show: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    card, form = Card("Title"), FormPanel()
    told = muted("Choose the call by its number, say who made it and when it was. " * 4, wrap=True)
    one = form.add(TextField("one"), 0)
    two = form.add(MultilineField("two", lines=2), 1)
    act = button("An act with a name that takes its room")
    for widget in (told, form, act):
        card.add(widget)
    table: RecordTable[str] = RecordTable(
        "t", (Column("name", lambda: "Name", str, stretch=True),), str
    )
    ground = QWidget()
    ground.setLayout(beside(table, card))
    ground.setMinimumSize(400, 200)
    ground.resize(wide, 260)
    show(ground)
    area = next(each for each in ground.findChildren(QScrollArea) if each.isAncestorOf(card))

    def whole() -> bool:
        return (
            told.height() >= told.heightForWidth(told.width())
            and card.width() <= area.viewport().width()
            and act.width() >= act.sizeHint().width()
            and all(each.height() >= each.minimumSizeHint().height() for each in (one, two))
        )

    qtbot.waitUntil(whole)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)


def test_tools_go_on_in_a_second_row_and_a_name_stays_readable(
    show: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    columns: tuple[Column[str], ...] = (
        Column("a", lambda: "First", str, width=200),
        Column("name", lambda: "Name", str, stretch=True),
        Column("b", lambda: "Second", str, width=200),
    )
    table: RecordTable[str] = RecordTable("t", columns, str)
    tools = [button(f"Tool number {n}") for n in range(3)]
    for each in tools:
        table.add_tool(each)
    table.set_rows(["张伟"])
    table.resize(900, 300)
    show(table)
    qtbot.waitUntil(lambda: tools[2].y() == table.filter.y())
    assert table.view.columnWidth(1) > 200
    table.resize(420, 300)
    qtbot.waitUntil(lambda: tools[2].y() > table.filter.y())
    assert all(each.geometry().right() < 420 for each in tools)
    assert table.view.columnWidth(1) == 88
    table.resize(900, 300)
    qtbot.waitUntil(lambda: table.view.columnWidth(1) > 200)
