"""What was typed is gone from a line that was emptied, a password above all."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from frontdesk.ui.kit.emptied import empty


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
