"""Backups by themselves: after changes, when the last one signs out, and on closing.

The work is done on the worker for long work; the window is only told of it.
"""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from frontdesk.errors import FrontdeskError, UserError
from frontdesk.ui.kit import errors
from frontdesk.ui.kit.tasks import Tasks

if TYPE_CHECKING:
    from frontdesk.services.backups.dto import MadeBackup
    from frontdesk.services.desk import Change
    from frontdesk.services.registry import Services
    from frontdesk.ui.main_window import MainWindow
    from frontdesk.ui.shell.closing import ClosingDialog

_LOOK_EVERY_MS = 60_000
_DIALOG_AFTER_MS = 250


class AutoBackup(QObject):
    """Watches one window. ``fault`` is why the last backup could not be made, if it could not.

    Works under the name of whoever signed in last, over a desk of its own: theirs may be gone.
    """

    _changed = Signal(object)

    def __init__(self, window: MainWindow, tasks: Tasks) -> None:
        super().__init__(window)
        self._window, self._tasks = window, tasks
        self._services: Services | None = None
        self._leaving: list[Services] = []
        self._dialog: ClosingDialog | None = None
        self._cancelled, self._ending = Event(), Event()
        self._at_work = self._may_close = False
        self.fault: FrontdeskError | None = None
        self._timer = QTimer(self, interval=_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self._patience = QTimer(self, singleShot=True, interval=_DIALOG_AFTER_MS)
        self._patience.timeout.connect(self._show_dialog)
        self._changed.connect(self._tell_desk, Qt.ConnectionType.QueuedConnection)
        window.desk_opened.connect(self._opened)
        window.installEventFilter(self)

    def look(self) -> None:
        """Make a backup if one is due."""
        self._opened()  # with the rules in force, over the store that is open now
        services = self._services
        if services is None or self._at_work or self._dialog is not None:
            return
        self._at_work = True
        self._tasks.run(
            lambda: services.backups.automatic(cancelled=self._ending.is_set),
            self._made,
            self._failed,
            kind="long",
            owner=self,
        )

    def leave(self, opened: Services) -> None:
        """Nobody is signed in any more: make the last backup, then give the file back."""
        services, self._services = _own(opened), None
        self._leaving.append(opened)

        def finish() -> None:
            try:
                services.backups.on_closing(cancelled=self._ending.is_set)
            finally:
                opened.desk.store.close()

        def left(_: None) -> None:
            self._leaving.remove(opened)

        def not_made(error: Exception) -> None:
            self._leaving.remove(opened)
            self._failed(error)

        self._tasks.run(finish, left, not_made, kind="long", owner=self)

    def end(self) -> None:
        """The program ends now, whatever is under way."""
        self._timer.stop()
        self._ending.set()
        self._cancelled.set()
        self._window.removeEventFilter(self)

    def close_stores(self) -> None:
        """Give back what had not been given back, once no worker is at it."""
        for opened in self._leaving:
            opened.desk.store.close()
        self._leaving.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Close or watched is not self._window or self._may_close:
            return False
        if self._services is None and not self._leaving:
            return False
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication) and app.isSavingSession():
            return False  # the PC is being shut down: it does not wait for anyone
        event.ignore()
        self._begin_closing()
        return True

    # by itself --------------------------------------------------------------------------

    def _opened(self) -> None:
        if self._window.desk is not None:
            self._services = _own(self._window.desk.services)
            self._services.desk.on_change(self._changed.emit)

    def _tell_desk(self, kinds: frozenset[Change]) -> None:
        if self._window.desk is not None:
            self._window.desk.heed(kinds)

    def _made(self, made: MadeBackup | None) -> None:
        self._at_work = False
        # Nothing to do means that what there is is up to date.
        if made is not None or self.fault is not None:
            self._note(made.fault if made is not None else None)

    def _failed(self, error: Exception) -> None:
        self._at_work = False
        if isinstance(error, UserError) and error.code == "backup.cancelled":
            return
        if isinstance(error, FrontdeskError):
            self._note(error)
        else:
            errors.present(self._window, error)

    def _note(self, fault: FrontdeskError | None) -> None:
        """Say a fault when it begins; after that the status bar says it until it is mended."""
        news = fault is not None and (self.fault is None or self.fault.code != fault.code)
        self.fault = fault
        desk = self._window.desk
        if desk is None:
            return
        desk.look_at_status()
        if news and fault is not None:
            errors.present(desk.stack.currentWidget(), fault)

    # closing ----------------------------------------------------------------------------

    def _begin_closing(self) -> None:
        from frontdesk.ui.shell.closing import ClosingDialog

        if self._dialog is not None:
            self._show_dialog()
            return
        self._dialog = ClosingDialog(self._window)
        self._dialog.without.connect(self._close_without)
        self._dialog.again.connect(self._back_up)
        self._dialog.stay.connect(self._stay)
        self._window.setEnabled(False)
        if self._window.desk is not None:
            self._window.desk.park()
        self._patience.start()
        # Behind the drafts that were just handed over, so that the backup holds them.
        self._tasks.run(_nothing, lambda _: self._back_up(), kind="write", owner=self)

    def _back_up(self) -> None:
        self._opened()
        dialog, services = self._dialog, self._services
        if dialog is None:
            return
        cancelled = self._cancelled = Event()
        dialog.begin()

        def work() -> None:
            if services is not None:
                services.backups.on_closing(dialog.tell, cancelled.is_set)

        def over(_: None) -> None:
            if not cancelled.is_set():
                self._close()

        def failed(error: Exception) -> None:
            if not cancelled.is_set():
                self._say_on_closing(error)

        self._tasks.run(work, over, failed, kind="long", owner=self)

    def _show_dialog(self) -> None:
        if self._dialog is not None:
            self._window.setEnabled(True)
            self._dialog.show()
            self._dialog.raise_()

    def _say_on_closing(self, error: Exception) -> None:
        if not isinstance(error, FrontdeskError):
            self._stay()
            errors.present(self._window, error)
        elif self._dialog is not None:
            self._dialog.fail(errors.said(error))
            self._patience.stop()
            self._show_dialog()

    def _close_without(self) -> None:
        self._ending.set()
        self._cancelled.set()
        self._close()

    def _stay(self) -> None:
        self._cancelled.set()
        self._put_dialog_away()
        self._window.setEnabled(True)

    def _close(self) -> None:
        self._put_dialog_away()
        self._may_close = True
        self._window.close()

    def _put_dialog_away(self) -> None:
        self._patience.stop()
        if self._dialog is not None:
            self._dialog.end()
            self._dialog = None


def _own(services: Services) -> Services:
    """The same person's services at another desk, which no window listens to."""
    from frontdesk.services.desk import Desk
    from frontdesk.services.registry import Services

    desk = services.desk
    return Services(Desk(desk.store, desk.actor, desk.clock, desk.rules, desk.profile))


def _nothing() -> None:
    """Only the turn matters."""
