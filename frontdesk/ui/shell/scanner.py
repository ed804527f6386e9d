"""A barcode scanner types a number and Enter, wherever the cursor is: it is told from a person.

No prefix is asked of the scanner. Keys that may begin a number of this house are held back for as
long as they come faster than anyone types; whatever turns out to be no number goes on to where it
was typed, key by key. So no scan ever lands in a form, and nothing typed is ever lost.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

GAP_MS = 50
"""Scanners leave 1–30 ms between keys; a person's fastest thirteen keys take far longer."""
_NUMBER = re.compile(r"[CV]-\d{4}-\d{6,9}")
_BEGINNING = re.compile(r"[CV](-(\d{0,4}|\d{4}-\d{0,9}))?")
_ENTERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_MODIFIERS = frozenset({Qt.Key.Key_Shift, Qt.Key.Key_CapsLock})
_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class Scanner(QObject):
    """An event filter for windows; ``scanned`` carries the number, in capitals."""

    scanned = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.listening = False
        self._held: list[tuple[QObject, QKeyEvent]] = []
        self._read = ""
        self._last = 0
        self._heard = QElapsedTimer()
        self._heard.start()
        self._just_read = False
        self._pause = QTimer(self, singleShot=True, interval=GAP_MS)
        self._pause.setTimerType(Qt.TimerType.PreciseTimer)
        self._pause.timeout.connect(self._one_more_round)
        self._round = QTimer(self, singleShot=True, interval=0)
        self._round.timeout.connect(self._give_back_unless_more)
        self._replaying = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or self._replaying:
            return False
        if event.type() is QEvent.Type.KeyRelease:
            return bool(self._held)
        if event.type() is not QEvent.Type.KeyPress or event.key() in _MODIFIERS:
            return False
        return self._pressed(watched, event)

    def give_back(self) -> None:
        """Let what is held go on to where it was typed."""
        self._pause.stop()
        held, self._held, self._read = self._held, [], ""
        self._replaying = True
        try:
            for window, event in held:
                QCoreApplication.sendEvent(window, event)
        finally:
            self._replaying = False

    # inside -----------------------------------------------------------------------------

    def _pressed(self, window: QObject, event: QKeyEvent) -> bool:
        quick = self._is_quick(event)
        if event.key() in _ENTERS:
            return self._ended(quick=quick)
        self._just_read = False
        if self._held and not quick:
            self.give_back()
        read = self._read + event.text().upper()
        plain = not event.modifiers() & ~_PLAIN and not event.isAutoRepeat()
        if self.listening and plain and _BEGINNING.fullmatch(read):
            self._held.append((window, _copy(event)))
            self._read = read
            self._pause.start()
            return True
        if self._held:
            self.give_back()
            # What ended the one number may begin another.
            return self._pressed(window, event)
        return False

    def _is_quick(self, event: QKeyEvent) -> bool:
        """Whether the key came on the heels of the one before it.

        Told by when it was pressed, not by when a busy window hears of it; by the latter only where
        the window system gives every key the same time.
        """
        after, heard = event.timestamp() - self._last, self._heard.restart()
        self._last = event.timestamp()
        return 0 < after <= GAP_MS or (after == 0 and heard <= GAP_MS)

    def _ended(self, *, quick: bool) -> bool:
        """Enter: the end of a number, a second one sent after it, or a person's."""
        again, self._just_read = self._just_read and quick, False
        if again or not self._held:
            return again
        if not (quick and _NUMBER.fullmatch(self._read)):
            self.give_back()
            return False
        number, self._held, self._read = self._read, [], ""
        self._pause.stop()
        self._just_read = True
        self.scanned.emit(number)
        return True

    def _one_more_round(self) -> None:
        """A busy window hears keys late: those that wait already are read first."""
        self._round.start()

    def _give_back_unless_more(self) -> None:
        if not self._pause.isActive():
            self.give_back()


def _copy(event: QKeyEvent) -> QKeyEvent:
    """The same key, our own: Qt takes its events back after they were delivered."""
    return QKeyEvent(
        event.type(), event.key(), event.modifiers(), event.text(), event.isAutoRepeat()
    )
