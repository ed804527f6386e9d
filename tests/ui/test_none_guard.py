"""Thousands of Qt calls and signals must not use up ``None`` or ``True``."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal

import frontdesk.ui  # noqa: F401 - importing the window's package is what keeps None


def test_none_outlives_any_number_of_calls() -> None:
    target = QObject()
    for number in range(100_000):
        target.setObjectName(str(number))
    assert sys.getrefcount(None) > 100_000
    assert target.objectName() == "99999"


class _Told(QObject):
    told = Signal()


def test_true_outlives_any_number_of_signals() -> None:
    source = _Told()
    for _ in range(100_000):
        source.told.emit()
    assert sys.getrefcount(True) > 100_000
