"""Counts seconds down to nothing, for whoever has to wait before trying again."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

_TICK_MS = 250


class Countdown(QObject):
    """``ticked`` carries the whole seconds left, each once, the last time 0."""

    ticked = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._passed = QElapsedTimer()
        self._whole_ms = 0
        self._said = 0
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._tick)

    @property
    def left(self) -> int:
        """Whole seconds still to wait."""
        if not self._timer.isActive():
            return 0
        return max(0, ceil((self._whole_ms - self._passed.elapsed()) / 1000))

    def begin(self, seconds: float) -> None:
        """Wait ``seconds`` from now; 0 ends at once."""
        self._whole_ms = round(seconds * 1000)
        self._passed.start()
        self._said = -1
        self._timer.start()
        self._tick()

    def _tick(self) -> None:
        left = self.left
        if not left:
            self._timer.stop()
        if left != self._said:
            self._said = left
            self.ticked.emit(left)
