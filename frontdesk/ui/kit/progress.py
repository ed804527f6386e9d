"""Long work that tells how far it is, can be stopped and does not stand in the way."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from frontdesk.ui.kit import errors
from frontdesk.ui.kit.labels import button, plain, small
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.tasks import Kind, Task, Tasks
from frontdesk.ui.kit.tokens import GAP, ROOM

T = TypeVar("T")

# How often the bar is moved at most; more would only cost time.
_EVERY_S = 0.1


class Progress(Protocol):
    """What the work calls now and then, from its own thread."""

    def __call__(self, done: int, total: int, text: str = "") -> None:
        """``done`` of ``total`` pieces; ``text`` says which is next."""


def run_with_progress(
    tasks: Tasks,
    parent: QWidget,
    fn: Callable[[Progress, Callable[[], bool]], T],
    title: str,
    done: Callable[[T], None],
    failed: Callable[[Exception], None] | None = None,
    kind: Kind = "long",
) -> ProgressWindow:
    """Run ``fn(progress, cancelled)`` as long work beside a small window with bar and Cancel.

    ``fn`` looks at ``cancelled()`` between pieces and returns early; its answer still comes to
    ``done``, so that what was left undone can be said.
    """
    window = ProgressWindow(parent, title)
    teller = window.teller

    def finish(act: Callable[[Any], None]) -> Callable[[Any], None]:
        def ended(answer: Any) -> None:
            window.end()
            act(answer)

        return ended

    window.task = tasks.run(
        lambda: fn(teller.tell, teller.is_stopped),
        finish(done),
        finish(failed or (lambda error: errors.present(parent, error))),
        kind=kind,
        owner=parent,
    )
    window.show()
    return window


class _Teller(QObject):
    """Lives on the GUI thread; the work calls ``tell`` from its own."""

    told = Signal(int, int, str)

    def __init__(self) -> None:
        super().__init__()
        self._last = 0.0
        self._stopped = False

    def tell(self, done: int, total: int, text: str = "") -> None:
        now = perf_counter()
        if done < total and now - self._last < _EVERY_S:
            return
        self._last = now
        self.told.emit(done, total, text)

    def stop(self) -> None:
        self._stopped = True

    def is_stopped(self) -> bool:
        return self._stopped


class ProgressWindow(Translated, QDialog):
    """Bar, what remains, Cancel. Closing it asks the work to stop."""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self.setModal(False)
        self.setWindowTitle(title)
        self.setMinimumWidth(420)
        self.task: Task | None = None
        self.teller = _Teller()
        self._began = perf_counter()
        self._over = False
        column = QVBoxLayout(self)
        column.setContentsMargins(ROOM, ROOM, ROOM, ROOM)
        column.setSpacing(GAP)
        self._title = plain(title)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(title)
        self._left = small()
        self.cancel = button()
        self.cancel.clicked.connect(self.stop)
        row = QHBoxLayout()
        row.addWidget(self._left, 1)
        row.addWidget(self.cancel)
        column.addWidget(self._title)
        column.addWidget(self.bar)
        column.addLayout(row)
        self.teller.told.connect(self._show, Qt.ConnectionType.QueuedConnection)
        self.retranslate()

    def stop(self) -> None:
        """Ask the work to stop after the piece it is at."""
        self.teller.stop()
        self.cancel.setEnabled(False)
        self._left.setText(self.tr("Stopping …"))

    def end(self) -> None:
        """The work is over."""
        self._over = True
        self.close()
        self.deleteLater()

    def reject(self) -> None:
        self.stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._over:
            event.accept()
        else:
            event.ignore()
            self.stop()

    def retranslate(self) -> None:
        self.cancel.setText(self.tr("Cancel"))

    @Slot(int, int, str)
    def _show(self, done: int, total: int, text: str) -> None:
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        if self.teller.is_stopped():
            return
        counted = self.tr("{done} of {total}").format(done=f"{done:,}", total=f"{total:,}")
        spent = perf_counter() - self._began
        seconds = round(spent * (total - done) / done) if done and spent > 1 else 0
        left = self.tr("about %n second(s) left", "", seconds) if seconds else ""
        self._left.setText(" · ".join(part for part in (counted, text, left) if part))
