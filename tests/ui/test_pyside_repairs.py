"""What is repaired in PySide6 stays repaired, also with its next release."""

from __future__ import annotations

import subprocess
import sys

from PySide6.QtCore import QObject

import frontdesk.ui  # noqa: F401 - importing the window's package is what repairs


def test_none_outlives_any_number_of_calls() -> None:
    target = QObject()
    for number in range(100_000):
        target.setObjectName(str(number))
    assert sys.getrefcount(None) > 100_000
    assert target.objectName() == "99999"


def test_true_and_false_outlive_any_number_of_signals() -> None:
    target = QObject()
    for number in range(20_000):
        target.objectNameChanged.emit(str(number))
    assert sys.getrefcount(True) > 20_000
    assert sys.getrefcount(False) > 20_000


def test_imports_leave_no_sources_in_memory() -> None:
    code = (
        "import frontdesk.ui, linecache, sqlalchemy.orm;"
        "print(sum(len(line) for kept in linecache.cache.values() if len(kept) > 2"
        " for line in kept[2]))"
    )
    kept = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.strip()
    assert int(kept) < 1_000_000, "characters of source; SQLAlchemy alone has five million"
