"""Noto Sans SC for the screen: at once when prepared, otherwise as soon as a thread has made it."""

from __future__ import annotations

from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from frontdesk import fontfiles
from frontdesk.ui.kit.tokens import BASE_POINTS


class FontKeeper(QObject):
    """Gives the program its font. Keep it for as long as the program runs."""

    installed = Signal()
    _made = Signal(list)

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._thread: Thread | None = None
        self._taken: list[Path] = []
        self._made.connect(self._take)

    def install(self, known: str = "") -> None:
        """Use the font now if it is there; never waits for it to be made.

        ``known`` is where the regular weight lay at the last start: looking there first spares
        asking the system for the cache folder.
        """
        self._app.setFont(base_font())
        if known and Path(known).is_file():
            self._take([Path(known)])
        else:
            self.complete()

    def complete(self) -> None:
        """Both weights; until then bold is drawn from the regular one. After the first paint."""
        if fontfiles.ready():
            self._take([fontfiles.regular(), fontfiles.bold()])
        elif self._thread is None:
            self._thread = Thread(target=self._make, name="frontdesk-fonts", daemon=True)
            self._thread.start()

    def regular(self) -> str:
        """Where the regular weight lies, or '' while it is not there."""
        return str(self._taken[0]) if self._taken else ""

    def wait(self) -> None:
        """Let a making thread finish: before the process ends."""
        if self._thread is not None:
            self._thread.join()

    def _make(self) -> None:
        from frontdesk.errors import EnvironmentFault

        try:
            files = [fontfiles.regular(), fontfiles.bold()]
        except EnvironmentFault:
            files = []  # a system font serves the screen; the forms say it when they need theirs
        self._made.emit(files)

    @Slot(list)
    def _take(self, files: list[Path]) -> None:
        new = [file for file in files if file not in self._taken]
        for file in new:
            QFontDatabase.addApplicationFont(str(file))
        if new:
            self._taken += new
            self._app.setFont(base_font())
            self.installed.emit()


def base_font() -> QFont:
    """The font of everything that does not say otherwise, with figures of one width."""
    font = QFont(fontfiles.FAMILY)
    font.setPointSizeF(BASE_POINTS)
    font.setStyleHint(QFont.StyleHint.SansSerif)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
