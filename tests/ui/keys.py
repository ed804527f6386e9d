"""Typing as people do: Latin by keys, Chinese as an input method commits it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

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
