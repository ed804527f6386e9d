"""The window: signing in, then the desk of whoever signed in; desks of others are kept parked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QShowEvent, QWindow
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from frontdesk.clock import Clock
from frontdesk.language import Language
from frontdesk.ui.kit import language
from frontdesk.ui.kit.banner import BannerArea
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.soon import soon
from frontdesk.ui.kit.state import FileState
from frontdesk.ui.kit.tasks import Tasks
from frontdesk.ui.kit.theme import Theme, apply_theme
from frontdesk.ui.kit.tokens import GAP, ROOM
from frontdesk.ui.shell.clock_notice import ClockNotice
from frontdesk.ui.shell.clock_watch import ClockWatch
from frontdesk.ui.shell.parked import ParkedDesks
from frontdesk.ui.shell.scanner import Scanner
from frontdesk.ui.shell.sign_in import SignInPage, Unlock

if TYPE_CHECKING:
    from frontdesk.services.registry import Services
    from frontdesk.ui.shell.desk_view import DeskView
    from frontdesk.ui.shell.recover import Recover
    from frontdesk.ui.shell.status_bar import DeskStatus

_LIVELY = {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel}
_SCREEN_OF_THE_DESK = (1366, 768)


@dataclass(frozen=True, slots=True)
class Doors:
    """What the window is given of the world behind it.

    ``unlock``, ``recover`` and ``status`` are called on a worker thread; ``shut`` when nobody's
    desk is left.
    """

    unlock: Unlock
    recover: Recover
    status: Callable[[Services], DeskStatus]
    shut: Callable[[], None]
    data_place: str
    demo: bool = False


class MainWindow(Translated, QMainWindow):
    """``first_painted`` comes once, when the window stands on the screen."""

    first_painted = Signal()
    desk_opened = Signal()

    def __init__(self, tasks: Tasks, clock: Clock, state: FileState, doors: Doors) -> None:
        super().__init__()
        self._tasks, self._clock, self._state, self._doors = tasks, clock, state, doors
        self._desk: DeskView | None = None
        self._lively_at = clock.steady()
        self._painted = False
        self._stack = QStackedWidget()
        self._parked = ParkedDesks(self, self._stack, tasks)
        self.notices = BannerArea()
        self._put_together()
        self._clock_notice = ClockNotice(self.notices)
        self.clock_watch = ClockWatch(clock, self._clock_minutes, self)
        self.clock_watch.jumped.connect(self._clock_jumped)
        self.clock_watch.zone_changed.connect(self._zone_changed)
        self.clock_watch.day_changed.connect(self._look_anew)
        self.sign_in = SignInPage(
            tasks, doors.unlock, state, data_place=doors.data_place, demo=doors.demo
        )
        self.sign_in.signed_in.connect(self.open_desk)
        self.sign_in.recovery_asked.connect(self.show_recovery)
        self._stack.addWidget(self.sign_in)
        self._idle = QTimer(self, singleShot=True)
        self._idle.timeout.connect(self.lock)
        self.scanner = Scanner(self)
        self.scanner.scanned.connect(self._scanned)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusWindowChanged.connect(self._watch)
            app.applicationStateChanged.connect(self._awake)
        self.setMinimumSize(960, 600)
        self.resize(*_SCREEN_OF_THE_DESK)
        kept = state.get("geometry")
        if kept:
            self.restoreGeometry(QByteArray.fromBase64(QByteArray(kept.encode("ascii"))))
        self.retranslate()

    # what is shown ----------------------------------------------------------------------

    @property
    def desk(self) -> DeskView | None:
        """The desk of the person signed in, if anyone is."""
        return self._desk

    def show_page(self, page: QWidget) -> None:
        """Show something before anyone can sign in: set-up, or waiting for the sample."""
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def show_sign_in(self, notice: str = "") -> None:
        """Ask who is there; nobody waits for a desk just now."""
        self._parked.thin_out()
        self._stack.setCurrentWidget(self.sign_in)
        self.sign_in.ask_again(notice)
        self.retranslate()

    def drop_page(self, page: QWidget) -> None:
        """Take away what ``show_page`` showed."""
        self._stack.removeWidget(page)
        page.deleteLater()

    def back_to_desk(self) -> None:
        """Show the desk again that a page covered; it was never left."""
        if self._desk is not None:
            self._stack.setCurrentWidget(self._desk)
            self._desk.resume()

    def show_recovery(self) -> None:
        """Open the data with the recovery sheet."""
        from frontdesk.ui.shell.recover import RecoverPage

        page = RecoverPage(self._tasks, self._doors.recover)

        def leave() -> None:
            self._stack.removeWidget(page)
            page.deleteLater()

        page.left.connect(self.show_sign_in)
        page.left.connect(leave)
        page.recovered.connect(self.open_desk)
        page.recovered.connect(leave)
        self.show_page(page)
        page.ask(self.sign_in.login.text())

    def open_desk(self, services: Services) -> None:
        """The desk of a person: the parked one if there is one, as it was left."""
        from frontdesk.ui.shell.desk_view import DeskView

        desk = self._parked.take(services)
        if desk is None:
            state = self._state.of(services.desk.actor.login)
            status = partial(self._doors.status, services)
            desk = DeskView(services, self._tasks, self._clock, state, status)
            desk.account.change_person.connect(self.change_person)
            desk.account.sign_out.connect(self.sign_out)
            desk.account.language_chosen.connect(self.speak)
            desk.account.theme_chosen.connect(self.dress)
            desk.account.shortcuts_asked.connect(self.show_keys)
            desk.account.about_asked.connect(self.show_about)
            desk.settings_changed.connect(self._heed_settings)
            self._stack.addWidget(desk)
        self._desk = desk
        self._parked.work_on_store_of(services)
        self._stack.setCurrentWidget(desk)
        self.scanner.listening = True
        desk.resume()
        self._parked.open_curtain(services.desk.actor.id)
        self._heed_settings()
        self._tell_if_behind(services.desk.behind)
        self.desk_opened.emit()

    def change_person(self) -> None:
        """Somebody else takes the desk; this person's open forms stay parked."""
        self._park()
        self.show_sign_in()

    def sign_out(self) -> None:
        """Close this person's desk; one with something unsaved stays parked."""
        desk = self._desk
        self._park()
        if desk is not None and not desk.has_unsaved():
            self._parked.drop(desk.services.desk.actor.id)
            if not self._parked:
                self._doors.shut()
        self.show_sign_in()

    # looks and help ---------------------------------------------------------------------

    def speak(self, wanted: Language) -> None:
        """Switch the language."""
        language.switch().use(wanted)

    def dress(self, wanted: Theme) -> None:
        """Switch the colours, here and at the next start."""
        self._state.put("theme", wanted.value)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_theme(app, wanted)

    def show_keys(self) -> None:
        """The overview of keys."""
        from frontdesk.ui.shell.keys import KeysWindow

        if self._desk is not None:
            tab = self._desk.current_tab()
            KeysWindow(self, tab.title(), self._desk.page(tab.key).keys()).open()

    def show_about(self) -> None:
        """Version and what it stands on."""
        from frontdesk import __version__
        from frontdesk.ui.kit.labels import tell

        text = self.tr("Frontdesk {version}").format(version=__version__)
        detail = self.tr(
            "The front office of a car dealership. Free software under the MIT licence.\n"
            "Stands on Qt for Python (LGPL), SQLAlchemy, SQLCipher, ReportLab, Noto Sans SC (OFL)."
        )
        tell(self, self.tr("About Frontdesk"), text, detail=detail)

    def retranslate(self) -> None:
        parts = [self._state.get("dealership"), self.tr("Frontdesk")]
        if self._desk is None and self._parked:
            parts = [self.tr("Frontdesk"), self.tr("locked")]
        self.setWindowTitle(" – ".join(part for part in parts if part))

    def raise_up(self) -> None:
        """Come to the front: somebody started the program again."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    # the clock ----------------------------------------------------------------------------

    def _clock_minutes(self) -> int:
        from frontdesk.models.rules import Rules

        rules = Rules() if self._desk is None else self._desk.services.desk.rules
        return rules.clock_jump_minutes

    @Slot(object)
    def _clock_jumped(self, by: timedelta) -> None:
        self._clock_notice.tell_jump(by, self._clock.now())
        self._look_anew()

    def _tell_if_behind(self, by: timedelta) -> None:
        """Set back while the program was not running: only what it wrote before can tell."""
        if by > timedelta(minutes=self._clock_minutes()):
            self._clock_notice.tell_jump(-by, self._clock.now())

    @Slot()
    def _zone_changed(self) -> None:
        self._clock_notice.tell_zone(self._clock.now())
        self._look_anew()

    @Slot()
    def _look_anew(self) -> None:
        """What is due, and what a day is called, is another by now."""
        if self._desk is not None:
            self._desk.look_anew()

    # inside -----------------------------------------------------------------------------

    def _put_together(self) -> None:
        """Notices that concern everybody stand above whatever is shown."""
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.notices.setContentsMargins(ROOM, GAP, ROOM, 0)
        column.addWidget(self.notices)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(whole)

    def _heed_settings(self) -> None:
        if self._desk is None:
            return
        desk = self._desk.services.desk
        self._state.put("dealership", desk.profile.name)
        minutes = desk.rules.idle_lock_minutes
        self._idle.setInterval(minutes * 60_000)
        self._lively_at = self._clock.steady()
        if minutes:
            self._idle.start()
        else:
            self._idle.stop()
        self.retranslate()

    def _park(self) -> None:
        """Put the desk away with all its windows; whoever comes back signs in."""
        self._idle.stop()
        self.scanner.listening = False
        desk, self._desk = self._desk, None
        if desk is None:
            return
        self._parked.park(desk)

    def lock(self) -> None:
        """Ask who is there after minutes without a key; open forms stay parked."""
        if self._desk is None:
            return
        minutes = self._desk.services.desk.rules.idle_lock_minutes
        self._park()
        notice = self.tr(
            "Locked after %n minute(s) without a key. What you had open is still there.",
            "",
            minutes,
        )
        self.show_sign_in(notice)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Nobody wanted the key: a scanner, or a person who simply types, means the search.
        text = event.text()
        if self._desk is not None and text.isalnum() and self._desk.isVisible():
            self._desk.search.type_on(text)
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _LIVELY and self._idle.isActive():
            if self._overslept():
                self.lock()
                return True
            self._lively_at = self._clock.steady()
            self._idle.start()
        return super().eventFilter(watched, event)

    def _watch(self, window: QWindow | None) -> None:
        """Keys typed into a dialog or a preview are keys as well."""
        if window is not None:
            window.installEventFilter(self.scanner)
            window.installEventFilter(self)

    @Slot(str)
    def _scanned(self, number: str) -> None:
        if self._desk is not None and self._desk.isVisible():
            self._desk.open_number(number)

    def _awake(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive and self._overslept():
            self.lock()

    def _overslept(self) -> bool:
        """Whether more time went by than the timer noticed: the PC was asleep."""
        quiet = self._clock.steady() - self._lively_at
        return self._idle.isActive() and quiet * 1000 > self._idle.interval()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._watch(self.windowHandle())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            # After this very paint, which is still to reach the screen.
            soon(self, "_tell_first_painted")

    @Slot()
    def _tell_first_painted(self) -> None:
        self.first_painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._park()
        for desk in self._parked:
            desk.park()
        geometry = self.saveGeometry().toBase64().data()
        self._state.put("geometry", bytes(geometry).decode("ascii"))
        super().closeEvent(event)
