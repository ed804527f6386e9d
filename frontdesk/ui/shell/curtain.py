"""The curtain before a desk that is left: nothing of it stays above the sign-in page.

Dialogs and previews are put aside as they are and come back with their desk; menus, lists that drop
down and the question for the password close; what a worker still wants to open has to wait.
"""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QWidget

from frontdesk.ui.kit.confirm import ConfirmWindow
from frontdesk.ui.kit.soon import soon
from frontdesk.ui.kit.tasks import Tasks

_PASSING = {Qt.WindowType.Popup, Qt.WindowType.ToolTip}


class Curtain(QObject):
    """Drawn before ``desk``, in ``window``; ``open`` brings back what was put aside.

    It looks for late windows where one can come: when a worker has answered, and when any window
    takes the focus. To watch every event of the program would make each of them slower for as long
    as anybody's desk is parked.
    """

    def __init__(self, window: QWidget, desk: QWidget, tasks: Tasks) -> None:
        super().__init__(desk)
        self._window, self._desk = window, desk
        self._aside: list[tuple[QWidget, bool]] = []
        self._drawn = False
        tasks.became_idle.connect(self._look_soon)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusWindowChanged.connect(self._look_soon)

    @property
    def holds_windows(self) -> bool:
        """Whether a dialog or preview waits for the person."""
        return any(shiboken6.isValid(each) for each, _ in self._aside)

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

    def open(self) -> None:
        """The person is back."""
        self._drawn = False
        for each, modal in self._aside:
            if not shiboken6.isValid(each):
                continue
            if modal and isinstance(each, QDialog):
                each.open()
            else:
                each.show()
        self._aside.clear()

    def throw_away(self) -> None:
        """The person's desk goes, and with it what was put aside, whatever window it hangs on."""
        self._drawn = False
        for each, _ in self._aside:
            if shiboken6.isValid(each):
                each.deleteLater()
        self._aside.clear()

    @Slot()
    def _look_soon(self) -> None:
        # Not within the window's own showing.
        if self._drawn:
            soon(self, "_look")

    @Slot()
    def _look(self) -> None:
        if not self._drawn:
            return
        for each in QApplication.topLevelWidgets():
            if each.isVisible() and self._is_of_desk(each):
                self._put_aside(each)

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
