"""The one composition root of the window: store, services, workers, window.

Before the first paint only Qt and the kit are imported. What signing in needs (SQLAlchemy,
SQLCipher, Argon2 …) is imported on a thread while the person types a name.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from frontdesk import config, warming
from frontdesk.clock import Clock, SystemClock
from frontdesk.errors import EnvironmentFault
from frontdesk.language import Language
from frontdesk.store import known, places
from frontdesk.store.files import DataFolder
from frontdesk.store.first_look import first_look
from frontdesk.store.known import followed
from frontdesk.ui.kit import language as spoken
from frontdesk.ui.kit.fonts import FontKeeper
from frontdesk.ui.kit.state import FileState
from frontdesk.ui.kit.tasks import Tasks
from frontdesk.ui.kit.theme import Theme, apply_theme
from frontdesk.ui.main_window import Doors, MainWindow
from frontdesk.ui.shell.rescuing import Rescue
from frontdesk.ui.shell.single_instance import SingleInstance

if TYPE_CHECKING:
    import logging
    from tempfile import TemporaryDirectory

    from frontdesk.services.registry import Services
    from frontdesk.store.startup import Told
    from frontdesk.ui.shell.auto_backup import AutoBackup
    from frontdesk.ui.shell.status_bar import DeskStatus

_PAPER_AFTER_MS = 2_000
# With these the folder is not touched, not even by a lock.
_NO_PLACE_TO_WORK = frozenset(
    {"store.gone", "store.unreadable", "store.read_only_folder", "store.no_room"}
)


def run_window(
    data: Path,
    language: Language | None = None,
    *,
    demo: bool = False,
    clock: Clock | None = None,
) -> int:
    """Open the window over the data folder and stay until it is closed; the exit status.

    ``language`` ``None`` takes the one used last. ``demo`` ignores ``data`` and makes a sample
    dealership in a folder that is thrown away at the end.

    Raises:
        EnvironmentFault: the folder cannot be used, or another instance has it and does not answer;
            it was told on the screen, where there is one.
    """
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        raise TypeError("a window needs a QApplication")
    asked: Path | None = data if demo else followed(data)
    status = 0
    speak = language or _system_language()
    try:
        while asked is not None:
            program = Program(app, asked, language, demo=demo, clock=clock or SystemClock())
            program.over.connect(app.exit)
            speak = program.language
            try:
                status = app.exec() if program.start() else 0
            finally:
                program.close()
            asked = program.start_over_in
    except EnvironmentFault as fault:
        from frontdesk.ui.shell.not_opened import tell_not_opened

        tell_not_opened(fault, speak)
        raise
    return status


def _system_language() -> Language:
    english = QLocale.system().language() is QLocale.Language.English
    return Language.EN if english else Language.ZH_CN


class Program(QObject):
    """Everything one run holds; ``start`` shows the window, ``close`` gives all back."""

    ready = Signal()
    over = Signal()
    """This window is done with: the event loop may end."""
    _sample_told = Signal(int, int)

    def __init__(
        self,
        app: QApplication,
        data: Path,
        language: Language | None = None,
        *,
        demo: bool = False,
        clock: Clock,
    ) -> None:
        super().__init__()
        self._app, self._clock, self._demo = app, clock, demo
        self._throw_away: TemporaryDirectory[str] | None = None
        self._log: logging.Handler | None = None
        self._preload: Thread | None = None
        self._paper: Thread | None = None
        self._open: Services | None = None
        self._hook = sys.excepthook
        self._closed = False
        self.start_over_in: Path | None = None
        """The folder to begin with anew when this window is closed; ``None`` at the real end."""
        self._folder = DataFolder(self._sample_root() if demo else data)
        self._fault = None if demo else first_look(self._folder)
        self._unusable = self._fault is not None and self._fault.code in _NO_PLACE_TO_WORK
        if not self._unusable:
            self._make_root()
        self._instance = SingleInstance(self._folder.root, self._folder.lock, self)
        # A folder that is not there is not made for the habits of the screen.
        habits = config.config_dir() if self._unusable else self._folder.root
        self._state = FileState(habits / "window.ini")
        self._wanted = language
        self.tasks = Tasks(self)
        self._fonts: FontKeeper | None = None
        self._window: MainWindow | None = None
        self._backups: AutoBackup | None = None

    @property
    def window(self) -> MainWindow:
        """The window; there once started."""
        if self._window is None:
            raise RuntimeError("the program has not been started")
        return self._window

    @property
    def preloaded(self) -> bool:
        """Whether what signing in needs has been imported."""
        return self._preload is not None and not self._preload.is_alive()

    @property
    def language(self) -> Language:
        """The language asked for, else the one used last."""
        return self._wanted or self._last_language()

    @property
    def folder(self) -> DataFolder:
        """The data folder in use."""
        return self._folder

    def start(self) -> bool:
        """Show the window; ``False`` when another instance has the folder and was raised instead.

        Raises:
            EnvironmentFault: the other instance does not answer.
        """
        if not self._unusable and not self._instance.take():
            if self._instance.ask_first_to_show():
                return False
            raise EnvironmentFault("window.open_already", folder=str(self._folder.root))
        self._app.setApplicationName("Frontdesk")
        self._app.setDesktopFileName("frontdesk")
        self._fonts = FontKeeper(self._app)
        self._fonts.install(self._state.get("font"))
        spoken.switch().use(self.language)
        spoken.switch().language_changed.connect(self._remember_language)
        apply_theme(self._app, self._last_theme())
        sys.excepthook = self._unexpected
        doors = Doors(
            self.unlock,
            self.recover,
            self.status,
            self.leave,
            str(self._folder.root),
            demo=self._demo,
        )
        self._window = MainWindow(self.tasks, self._clock, self._state, doors)
        self._rescue = Rescue(
            self._window, self.tasks, self._folder.root, self._clock, self._state, self.shut
        )
        self._rescue.start_over.connect(self._start_over)
        self._instance.raise_asked.connect(self._window.raise_up)
        self._window.first_painted.connect(self._after_first_paint)
        self._window.desk_opened.connect(
            lambda: QTimer.singleShot(_PAPER_AFTER_MS, self, self._warm_paper)
        )
        if self._demo and not self._folder.exists():
            self._make_sample()
        elif self._fault is not None:
            self._rescue.show(self._fault)
        elif not self._folder.exists():
            self._set_up()
        self._window.show()
        return True

    def close(self) -> None:
        """Finish what is being written, close the store, let the folder go; once."""
        if self._closed:
            return
        self._closed = True
        if self._backups is not None:
            self._backups.end()
        if self._window is not None:
            self._window.close()
        self.tasks.close()
        if self._backups is not None:
            self._backups.close_stores()
        for thread in (self._preload, self._paper):
            if thread is not None:
                thread.join()
        if self._fonts is not None:
            self._fonts.wait()
        if self._window is not None:
            spoken.switch().language_changed.disconnect(self._remember_language)
            sys.excepthook = self._hook
            self._window.deleteLater()
            self._window = None
        self.shut()
        self._instance.give_back()
        if self._log is not None:
            import logging

            logging.getLogger().removeHandler(self._log)
            self._log.close()
        if self._throw_away is not None:
            self._throw_away.cleanup()

    # the doors --------------------------------------------------------------------------

    def unlock(
        self, login: str, password: str, new_password: str = "", told: Told | None = None
    ) -> Services:
        """Sign a person in (worker thread); over the open store if there is one."""
        from frontdesk.services.accounts.opening import change_person, sign_in

        if self._open is not None:
            return change_person(self._open, login, password, new_password)
        self._open = sign_in(self._folder, login, password, self._clock, new_password, told)
        return self._open

    def recover(self, code: str, login: str, password: str) -> Services:
        """Open with the recovery sheet and set a new password (worker thread)."""
        from frontdesk.services.accounts.opening import recover

        self.shut()
        self._open = recover(self._folder, code, login, password, self._clock)
        return self._open

    def leave(self) -> None:
        """The last one has signed out: one more backup, then the file is given back."""
        opened, self._open = self._open, None
        if opened is None:
            return
        if self._backups is not None:
            self._backups.leave(opened)
        else:
            opened.desk.store.close()

    def shut(self) -> None:
        """Give the file back at once."""
        if self._open is not None:
            self._open.desk.store.close()
            self._open = None

    def status(self, services: Services) -> DeskStatus:
        """What the status bar shows (worker thread)."""
        from frontdesk.ui.shell.status_bar import DeskStatus

        place, kept = services.data.place(), services.backups.status()
        if not self._demo:
            second = kept.second.folder if kept.second is not None else ""
            known.remember(self._folder.root, services.desk.profile.name, second)
        fault = self._backups.fault if self._backups is not None else None
        return DeskStatus(place.folder, kept.made_at, second=kept.second, fault=fault)

    @Slot(object)
    def _start_over(self, folder: Path) -> None:
        """Begin anew, with this folder or another, as if the program had been started so."""
        self.start_over_in = folder
        self.over.emit()

    # inside -----------------------------------------------------------------------------

    def _sample_root(self) -> Path:
        from tempfile import TemporaryDirectory

        self._throw_away = TemporaryDirectory(prefix="frontdesk-demo-", ignore_cleanup_errors=True)
        return Path(self._throw_away.name)

    def _make_root(self) -> None:
        try:
            self._folder.root.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            reason = error.strerror or str(error)
            raise EnvironmentFault(
                "window.folder", folder=os.fspath(self._folder.root), reason=reason
            ) from error

    def _last_language(self) -> Language:
        kept = self._state.get("language")
        if kept in set(Language):
            return Language(kept)
        return _system_language()

    @Slot(object)
    def _remember_language(self, language: Language) -> None:
        self._state.put("language", language.value)

    def _last_theme(self) -> Theme:
        kept = self._state.get("theme")
        return Theme(kept) if kept in set(Theme) else Theme.SYSTEM

    def _after_first_paint(self) -> None:
        from frontdesk import log
        from frontdesk.ui.kit import words

        words.use_clock(self._clock)
        if self._fonts is not None:
            self._fonts.complete()
            self._state.put("font", self._fonts.regular())
        if not self._unusable:
            self._log = log.write_to(self._folder.root / "logs")
        log.note_thread_faults()
        if not self._unusable:
            self._instance.listen()
        if (doubt := places.doubt_about(self._folder.root)) is not None and not self._demo:
            self.window.sign_in.doubt_place(doubt)
        self._preload = Thread(target=warming.preload, name="frontdesk-preload", daemon=True)
        self._preload.start()
        from frontdesk.ui.shell.auto_backup import AutoBackup
        from frontdesk.ui.shell.mark import window_icon

        if not self._demo:
            self._backups = AutoBackup(self.window, self.tasks)

        self.window.setWindowIcon(window_icon())
        self.ready.emit()

    @Slot()
    def _warm_paper(self) -> None:
        """Some time after the first sign-in: the first call and form of the day come at once."""
        if self._paper is None and not self._closed:
            self._paper = Thread(target=warming.load_later, name="frontdesk-paper", daemon=True)
            self._paper.start()

    def _make_sample(self) -> None:
        from frontdesk.ui.shell.waiting import WaitingPage

        page = WaitingPage(QCoreApplication.translate("app", "Making the sample dealership …"))
        self._sample_told.connect(page.show_progress)
        self.window.show_page(page)

        def make() -> None:
            from frontdesk.sample.dealership import build_sample

            built = build_sample(self._folder, self._clock, progress=self._sample_told.emit)
            built.desk.store.close()

        self.tasks.run(make, lambda _: self.window.show_sign_in(), kind="long", owner=self.window)

    def _set_up(self) -> None:
        from frontdesk.services.accounts.opening import found_dealership
        from frontdesk.ui.setup.page import SetupPage

        def founded(services: Services) -> None:
            self._open = services
            self._state.put("dealership", services.desk.profile.name)
            self._state.put("login", services.desk.actor.login)
            self.window.open_desk(services)

        page = SetupPage(
            lambda profile, first: found_dealership(self._folder, profile, first, self._clock),
            self.tasks,
            str(self._folder.root),
        )
        page.finished.connect(founded)
        self.window.show_page(page)

    def _unexpected(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        from frontdesk.ui.kit import errors

        if isinstance(error, Exception):
            errors.present(self._window, error)
        else:
            self._hook(kind, error, trace)
