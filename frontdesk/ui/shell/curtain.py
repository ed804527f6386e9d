"""The curtain before a desk that is left: nothing of it stays above the sign-in page.

Dialogs and previews are put aside as they are and come back with their desk; menus, lists that drop
down and the question for the password close; what a worker still wants to open has to wait.
"""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QWidget

from frontdesk.ui.kit.confirm import ConfirmWindow

_PASSING = {Qt.WindowType.Popup, Qt.WindowType.ToolTip}


class Curtain(QObject):
    """Drawn before ``desk``, in ``window``; ``open`` brings back what was put aside."""

    def __init__(self, window: QWidget, desk: QWidget) -> None:
        super().__init__(desk)
        self._window, self._desk = window, desk
        self._aside: list[tuple[QWidget, bool]] = []
        self._drawn = False

    def draw(self) -> None:
        """Put everything aside, now and as it comes."""
        self._drawn = True
        typing_here = QApplication.activeWindow() is not None
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        QToolTip.hideText()
        for each in QApplication.topLevelWidgets():
            if each is not self._window and each.isVisible():
                self._put_aside(each)
        if typing_here:
            # The keyboard goes to the sign-in page, not to nowhere with the window put aside.
            self._window.activateWindow()
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def open(self) -> None:
        """The person is back."""
        self._drawn = False
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        for each, modal in self._aside:
            if not shiboken6.isValid(each):
                continue
            if modal and isinstance(each, QDialog):
                each.open()
            else:
                each.show()
        self._aside.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.Show
            and isinstance(watched, QWidget)
            and watched.isWindow()
            and self._is_of_desk(watched)
        ):
            # Not within its own showing.
            QTimer.singleShot(0, watched, lambda: self._came_late(watched))
        return super().eventFilter(watched, event)

    def _came_late(self, window: QWidget) -> None:
        if self._drawn and window.isVisible():
            self._put_aside(window)

    def _put_aside(self, window: QWidget) -> None:
        if window.windowType() in _PASSING:
            window.close()
        elif isinstance(window, ConfirmWindow):
            window.reject()
        else:
            self._aside.append((window, window.isModal()))
            window.hide()

    def _is_of_desk(self, window: QWidget) -> bool:
        at: QObject | None = window
        while at is not None:
            if at is self._desk:
                return True
            at = at.parent()
        return False
