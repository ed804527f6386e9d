"""Typing as people do: Latin by keys, Chinese as an input method commits it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.ui.kit.confirm import ConfirmWindow

ENTER = Qt.Key.Key_Return
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def press(*keys: str | Qt.Key) -> None:
    """Texts and keys, each to whatever has the focus by then."""
    for key in keys:
        if isinstance(key, str):
            for letter in key:
                _letter(letter)
        else:
            QTest.keyClick(_target(), key)


def chord(key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    """A key with a modifier."""
    QTest.keyClick(_target(), key, modifier)


def confirm(qtbot: QtBot, password: str) -> None:
    """Answer the question for the password before a weighty act."""
    qtbot.waitUntil(lambda: _question() is not None)
    press(password, ENTER)
    qtbot.waitUntil(lambda: _question() is None)


def _question() -> ConfirmWindow | None:
    windows = (each for each in QApplication.topLevelWidgets() if isinstance(each, ConfirmWindow))
    shown = next((each for each in windows if each.isVisible()), None)
    at = QApplication.focusWidget()
    return shown if shown is None or (at is not None and shown.isAncestorOf(at)) else None


def _letter(letter: str) -> None:
    if letter.isascii():
        QTest.keyClicks(_target(), letter)
        return
    event = QInputMethodEvent()
    event.setCommitString(letter)
    QCoreApplication.sendEvent(_target(), event)


def _target() -> QWidget:
    target = QApplication.focusWidget()
    assert target is not None, "nothing has the keyboard"
    return target
