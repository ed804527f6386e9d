"""Python's cycles are collected on the GUI thread only.

A widget that hangs in a cycle is destroyed by whichever thread happens to collect it. Qt objects
must go on the thread they live on: a timer stopped from a worker ends the program. While workers
run, the automatic collection is therefore off, and the event loop of the window does it.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 500


class Tidying(QObject):
    """Collects what the automatic collection would, as long as it lives; ``stop`` gives it back."""

    _running = 0

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.tidy)
        self._timer.start()
        self._stopped = False
        Tidying._running += 1
        gc.disable()

    def tidy(self) -> None:
        """Collect the oldest generation that is due, by the interpreter's own thresholds."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return

    def stop(self) -> None:
        """No worker is left: the interpreter collects by itself again."""
        if self._stopped:
            return
        self._stopped = True
        self._timer.stop()
        Tidying._running -= 1
        if not Tidying._running:
            gc.enable()
