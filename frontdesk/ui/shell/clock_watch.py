"""Notices when somebody sets the PC's clock or its zone, and when a new day begins."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from frontdesk.clock import Clock, local

_LOOK_EVERY_MS = 20_000


class ClockWatch(QObject):
    """Compares the wall clock with one that nobody can set, again and again.

    ``jumped``: the clock moved by so much (``timedelta``, negative: back) besides the time that
    passed, and by more than ``minutes()``. ``zone_changed``: the same moment reads otherwise than
    before; summer time alone is no such change. ``day_changed``: another day stands in the
    calendar, whatever the reason.
    """

    jumped = Signal(object)
    zone_changed = Signal()
    day_changed = Signal()

    def __init__(
        self, clock: Clock, minutes: Callable[[], int], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._clock, self._minutes = clock, minutes
        self._note()
        self._timer = QTimer(self, interval=_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """Compare with the last look."""
        at, steady, offset, day = self._at, self._steady, self._offset, self._day
        self._note()
        by = (self._at - at) - timedelta(seconds=self._steady - steady)
        if local(at, self._clock).utcoffset() != offset:
            self.zone_changed.emit()
        if abs(by) > timedelta(minutes=self._minutes()):
            self.jumped.emit(by)
        if self._day != day:
            self.day_changed.emit()

    def _note(self) -> None:
        if hasattr(time, "tzset"):
            time.tzset()  # else a zone set while the program runs is never heard of
        self._at, self._steady = self._clock.now(), self._clock.steady()
        here = local(self._at, self._clock)
        self._offset, self._day = here.utcoffset(), here.date()
