"""When the answers of a call are to be kept: the rhythm of every draft."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from frontdesk.ui.kit.drafts import AGAIN_MS, LONGEST_MS, QUIET_MS


class KeepTimers(QObject):
    """``due``: soon after the last key, at most a second apart, and again after a failure."""

    due = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._later, self._at_last, self._again = (
            QTimer(self, singleShot=True, interval=ms) for ms in (QUIET_MS, LONGEST_MS, AGAIN_MS)
        )
        for timer in (self._later, self._at_last, self._again):
            timer.timeout.connect(self.due)

    def soon(self) -> None:
        """Something was typed."""
        self._later.start()
        if not self._at_last.isActive():
            self._at_last.start()

    def again(self) -> None:
        """It could not be kept."""
        self._again.start()

    def stop(self) -> None:
        """It is kept now, or not to be."""
        for timer in (self._later, self._at_last, self._again):
            timer.stop()
