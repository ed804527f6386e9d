"""When the answers of a call are to be kept: the rhythm of every draft."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from frontdesk.ui.kit.drafts import AGAIN_MS, LONGEST_MS, QUIET_MS

BEAT_MS = 30_000
"""A call in which nobody types goes on all the same: the time talked is kept this often."""


class KeepTimers(QObject):
    """``due``: soon after the last key, at most a second apart, and again after a failure.

    From ``goes_on`` to ``is_over`` also twice a minute.
    """

    due = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._later, self._at_last, self._again = (
            QTimer(self, singleShot=True, interval=ms) for ms in (QUIET_MS, LONGEST_MS, AGAIN_MS)
        )
        for timer in (self._later, self._at_last, self._again):
            timer.timeout.connect(self.due)
        self._beat = QTimer(self, interval=BEAT_MS)
        self._beat.timeout.connect(self.due)

    def goes_on(self) -> None:
        """Somebody is on the line."""
        if not self._beat.isActive():
            self._beat.start()

    def is_over(self) -> None:
        """Nobody is, or nobody is before the screen."""
        self._beat.stop()

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
