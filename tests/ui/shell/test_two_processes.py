"""Two real programs over one folder: raised, killed, hanging."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="stops a process by POSIX signals")

_FIRST = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from frontdesk.app import Program
from frontdesk.clock import SystemClock
from frontdesk.language import Language

app = QApplication([])
program = Program(app, Path(sys.argv[1]), Language.EN, clock=SystemClock())
if not program.start():
    print("raised the other", flush=True)
    program.close()
    sys.exit(0)
program.ready.connect(lambda: print("ready", flush=True))
program._instance.raise_asked.connect(lambda: print("was raised", flush=True))
app.exec()
program.close()
"""


def _start(folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", _FIRST, str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def _line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


@pytest.fixture
def first(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    process = _start(tmp_path / "data")
    assert _line(process) == "ready"
    yield process
    if process.poll() is None:
        process.send_signal(signal.SIGCONT)
        process.kill()
    process.communicate(timeout=20)


def test_the_second_raises_the_first_and_ends(tmp_path: Path, first: subprocess.Popen[str]) -> None:
    second = _start(tmp_path / "data")
    assert _line(second) == "raised the other"
    assert second.wait(timeout=20) == 0
    second.communicate()
    assert _line(first) == "was raised"


def test_a_folder_left_by_a_killed_program_is_taken(
    tmp_path: Path, first: subprocess.Popen[str]
) -> None:
    first.kill()
    first.wait(timeout=20)
    assert (tmp_path / "data" / "frontdesk.lock").exists(), "the lock is left behind"
    second = _start(tmp_path / "data")
    try:
        assert _line(second) == "ready"
        third = _start(tmp_path / "data")
        assert _line(third) == "raised the other", "the socket left behind is replaced too"
        third.communicate(timeout=20)
    finally:
        second.kill()
        second.communicate(timeout=20)


def test_beside_a_program_that_hangs_nothing_is_opened(
    tmp_path: Path, first: subprocess.Popen[str]
) -> None:
    first.send_signal(signal.SIGSTOP)
    second = _start(tmp_path / "data")
    out, err = second.communicate(timeout=60)
    first.send_signal(signal.SIGCONT)
    assert second.returncode != 0
    assert "ready" not in out
    assert "window.open_already" in err
