"""Where a fault of the data leads, whenever it is met: to the page of repair."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from frontdesk.clock import Clock
from frontdesk.errors import EnvironmentFault
from frontdesk.ui.kit.state import UiState
from frontdesk.ui.kit.tasks import Tasks
from frontdesk.ui.kit.tokens import Tone

if TYPE_CHECKING:
    from frontdesk.services.data import DataCheck
    from frontdesk.ui.main_window import MainWindow
    from frontdesk.ui.shell.repair import RepairPage

_CHECK_AFTER_MS = 60_000
_CHECKED, _DAMAGE = "data-checked", "damage"
# Met while working: only what says that the file itself is at fault takes the desk away.
_AT_WORK = frozenset({"store.damaged"})


class Rescue(QObject):
    """``start_over`` carries the folder to begin with anew, ``founding`` asks for set-up."""

    start_over = Signal(object)

    def __init__(
        self,
        window: MainWindow,
        tasks: Tasks,
        root: Path,
        clock: Clock,
        state: UiState,
        release: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._window, self._tasks, self._root = window, tasks, root
        self._clock, self._state, self._release = clock, state, release
        self.page: RepairPage | None = None
        self._checked = False
        tasks.fault_met.connect(self.heed)
        window.desk_opened.connect(self._desk_opened)

    def show(self, fault: EnvironmentFault) -> None:
        """Show the page for ``fault``, over whatever is shown."""
        from frontdesk.ui.shell.repair import RepairPage

        self._drop()
        self._window.notices.remove(_DAMAGE)
        page = RepairPage(
            fault,
            self._root,
            self._tasks,
            self._clock,
            self._release,
            login=self._state.get("login"),
            at_desk=self._window.desk is not None,
        )
        page.mended.connect(self._mended)
        page.again.connect(self._look_again)
        page.chosen.connect(self._choose)
        page.founding.connect(lambda: self.start_over.emit(self._root))
        page.left.connect(self._back)
        self.page = page
        self._window.show_page(page)

    @Slot(object)
    def heed(self, fault: EnvironmentFault) -> None:
        """A service met ``fault``: at the desk only damage leads here, before it whatever can."""
        from frontdesk.services.accounts.recovering import WAYS

        if fault.code not in WAYS:
            return
        shown = self.page is not None and self.page.isVisible()
        if not shown and (self._window.desk is None or fault.code in _AT_WORK):
            self.show(fault)
            shown = True
        fault.has_page = shown

    # inside -----------------------------------------------------------------------------

    def _mended(self) -> None:
        self._drop()
        # What was typed at a desk that was open stays there, for its owner.
        self._window.change_person()

    def _back(self) -> None:
        self._drop()
        self._window.back_to_desk()
        self._warn()

    def _look_again(self) -> None:
        from frontdesk.services.accounts.recovering import look_again

        self._tasks.run(lambda: look_again(self._root), self._looked, owner=self._window)

    def _looked(self, fault: EnvironmentFault | None) -> None:
        page = self.page
        met_later = page is not None and page.fault.code in {"store.damaged", "store.rolled_back"}
        if fault is None and met_later:
            # What only the key can tell: signing in looks again.
            self._mended()
        elif fault is None:
            self.start_over.emit(self._root)
        else:
            self.show(fault)

    def _choose(self, folder: Path) -> None:
        from frontdesk.services.accounts.recovering import choose

        self._tasks.run(
            lambda: choose(self._root, folder),
            lambda _: self.start_over.emit(folder),
            owner=self.page,
        )

    def _drop(self) -> None:
        if self.page is not None:
            self._window.drop_page(self.page)
            self.page = None

    # the whole store, once a day --------------------------------------------------------

    def _desk_opened(self) -> None:
        """After the first sign-in, and not sooner than the desk stands still."""
        if self._checked or self._state.get(_CHECKED) == self._today():
            return
        self._checked = True
        QTimer.singleShot(_CHECK_AFTER_MS, self, self.check)

    def check(self) -> None:
        """Read the whole store on the worker for long work; only what it finds is told."""
        desk = self._window.desk
        if desk is not None:
            self._tasks.run(
                desk.services.data.check, self._has_checked, kind="long", owner=self._window
            )

    def _has_checked(self, found: DataCheck) -> None:
        if found.sound:
            self._state.put(_CHECKED, self._today())
        else:
            self._warn()

    def _warn(self) -> None:
        self._window.notices.show_banner(
            Tone.ERROR,
            QCoreApplication.translate(
                "Rescue",
                "The data is damaged. Finish what you are at, note down what cannot wait, then "
                "restore the newest backup.",
            ),
            QCoreApplication.translate("Rescue", "Repair …"),
            lambda: self.show(EnvironmentFault("store.damaged", path=str(self._root))),
            key=_DAMAGE,
            closable=False,
        )

    def _today(self) -> str:
        from frontdesk.clock import today

        return today(self._clock).isoformat()
