"""Cycles with Qt objects in them are never collected on a worker's thread."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from frontdesk import quick_start
from frontdesk.ui.kit.tasks import Tasks


class _Held(QObject):
    """Holds itself, as a widget with a bound lambda does."""

    def __init__(self, seen: list[str]) -> None:
        super().__init__()
        self.me = self
        self.timer = QTimer(self, interval=1000)
        self.timer.start()
        weakref.finalize(self, lambda: seen.append(threading.current_thread().name))


def _work() -> int:
    """Makes so much that the interpreter would collect, were it left to."""
    kept: list[list[object]] = []
    for _ in range(20_000):
        each: list[object] = []
        each.append(each)
        kept.append(each)
    return len(kept)


def test_what_hangs_in_a_cycle_goes_on_the_thread_of_the_window(tasks: Tasks, qtbot: QtBot) -> None:
    seen: list[str] = []
    for _ in range(50):
        _Held(seen)
    answers: list[int] = []
    for _ in range(5):
        tasks.run(_work, answers.append)
    qtbot.waitUntil(lambda: len(answers) == 5)
    qtbot.waitUntil(lambda: len(seen) == 50, timeout=20_000)
    assert set(seen) == {threading.main_thread().name}


def test_the_interpreter_collects_again_once_the_last_worker_is_gone() -> None:
    first, second = Tasks(), Tasks()
    assert not gc.isenabled()
    first.close()
    first.close()
    assert not gc.isenabled()
    second.close()
    assert gc.isenabled()


def test_the_end_of_the_start_leaves_collecting_to_the_window() -> None:
    """It ends on a worker: to let the interpreter collect from there on crashed the program."""
    tasks = Tasks()
    quick_start.end()
    assert not gc.isenabled()

    tasks.close()
    assert gc.isenabled()
