"""How the process ends: at once and with its status where a window was open."""

from __future__ import annotations

import subprocess
import sys

import pytest

_WITH_QT = """
import atexit
from PySide6.QtWidgets import QApplication, QLabel
from frontdesk.cli import leave
atexit.register(print, "taken apart")
app = QApplication([])
label = QLabel("x")
print("told", end="")
leave({status})
"""


@pytest.mark.parametrize("status", [0, 1, 130])
def test_a_process_with_a_window_ends_at_once_with_what_it_said(status: int) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", _WITH_QT.format(status=status)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout) == (status, "told")


def test_one_without_ends_as_every_python_program() -> None:
    script = """
import atexit
from frontdesk.cli import leave
atexit.register(print, "taken apart")
leave(3)
"""
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stdout) == (3, "taken apart\n")
