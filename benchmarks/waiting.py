"""Waiting inside a running event loop, so that worker threads get their turn."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QWidget

_LONGEST_MS = 60_000


def pause(milliseconds: int) -> None:
    """Let the event loop run for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop, loop.quit)  # without the loop named PySide keeps the call
    loop.exec()


def wait_until(condition: Callable[[], bool]) -> None:
    """Let the event loop run until ``condition`` holds.

    Raises:
        TimeoutError: it did not within a minute.
    """
    end = perf_counter() + _LONGEST_MS / 1000
    while not condition():
        if perf_counter() > end:
            raise TimeoutError("what was waited for did not come")
        pause(5)


class Painted(QObject):
    """Notes the moment a widget's next paint, with ``ready`` holding, has reached the window."""

    def __init__(self, ready: Callable[[], bool], *widgets: QWidget) -> None:
        super().__init__()
        self._ready, self._widgets = ready, widgets
        self._loop = QEventLoop()
        self._seen = False
        self.at = 0.0
        for widget in widgets:
            widget.installEventFilter(self)

    def wait(self) -> float:
        """The moment (``perf_counter``), once it has come.

        Raises:
            TimeoutError: nothing was painted within a minute.
        """
        if not self.at:
            QTimer.singleShot(_LONGEST_MS, self._loop, self._loop.quit)
            self._loop.exec()
        for widget in self._widgets:
            widget.removeEventFilter(self)
        if not self.at:
            raise TimeoutError("nothing was painted")
        return self.at

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and not self._seen and self._ready():
            self._seen = True
            # After this very paint, which is still to reach the window.
            QTimer.singleShot(0, self, self._done)
        return False

    def _done(self) -> None:
        self.at = perf_counter()
        self._loop.quit()
