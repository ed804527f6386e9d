"""Thousands of Qt calls that answer nothing must not use up ``None``."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject

import frontdesk.ui  # noqa: F401 - importing the window's package is what keeps None


def test_none_outlives_any_number_of_calls() -> None:
    target = QObject()
    for number in range(100_000):
        target.setObjectName(str(number))
    assert sys.getrefcount(None) > 100_000
    assert target.objectName() == "99999"
