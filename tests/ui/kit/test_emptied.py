"""What stood in a line or a layout is gone: nothing for undo, and no item that nobody holds."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QGridLayout, QLabel, QLayout, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.ui.kit.emptied import empty, empty_layout
from frontdesk.ui.kit.flow import FlowLayout


@pytest.mark.parametrize("echo", [QLineEdit.EchoMode.Normal, QLineEdit.EchoMode.Password])
def test_undo_brings_nothing_back(qtbot: QtBot, echo: QLineEdit.EchoMode) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    line.setEchoMode(echo)
    QTest.keyClicks(line, "cherry-7")
    line.clear()
    QTest.keyClicks(line, "apple-8")
    with qtbot.waitSignal(line.textChanged):
        empty(line)
    line.setEchoMode(QLineEdit.EchoMode.Normal)
    line.undo()
    assert line.text() == ""


@pytest.mark.parametrize("kind", [QVBoxLayout, QGridLayout, FlowLayout])
def test_a_layout_is_emptied_with_its_items(qtbot: QtBot, kind: type[QLayout]) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    layout = kind(page)
    labels = [QLabel(text) for text in "abc"]
    for label in labels:
        layout.addWidget(label)
    items = [layout.itemAt(at) for at in range(3)]
    with qtbot.waitSignals([label.destroyed for label in labels]):
        empty_layout(layout)
        assert not any(label.isVisibleTo(page) for label in labels)
    assert layout.count() == 0
    assert not any(shiboken6.isValid(item) for item in items)


def test_the_last_items_stay_where_they_are_wanted(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.addWidget(QLabel("a"))
    column.addStretch(1)
    empty_layout(column, but_last=1)
    last = column.itemAt(0)
    assert column.count() == 1
    assert last is not None
    assert last.spacerItem() is not None


def test_the_items_of_a_row_that_flows_go_with_it(qtbot: QtBot) -> None:
    """Qt does not throw away what a layout written in Python holds."""
    page = QWidget()
    qtbot.addWidget(page)
    flow = FlowLayout(page)
    flow.addWidget(QLabel("a"))
    item = flow.itemAt(0)
    assert item is not None
    assert shiboken6.ownedByPython(item)
