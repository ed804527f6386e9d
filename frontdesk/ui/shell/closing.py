"""What stands over the window while the last backup of the day is made."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from frontdesk.ui.kit.labels import button, plain, small
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.tokens import GAP, ROOM

_WIDTH = 460


class ClosingDialog(Translated, QDialog):
    """``without``: close now, backup or not; ``again``: try once more; ``stay``: do not close.

    ``tell`` may be called from any thread.
    """

    without = Signal()
    again = Signal()
    stay = Signal()
    _told = Signal(int, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setMinimumWidth(_WIDTH)
        self._fault = ""
        self._over = False
        self.text, self._why = plain(wrap=True), small(wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.skip, self.retry, self.back = button(), button(look="primary"), button()
        column = QVBoxLayout(self)
        column.setContentsMargins(ROOM, ROOM, ROOM, ROOM)
        column.setSpacing(GAP)
        row = QHBoxLayout()
        row.addStretch()
        for each in (self.retry, self.skip, self.back):
            row.addWidget(each)
        for part in (self.text, self._why, self.bar):
            column.addWidget(part)
        column.addLayout(row)
        self._told.connect(self._show_progress, Qt.ConnectionType.QueuedConnection)
        self.skip.clicked.connect(self.without)
        self.retry.clicked.connect(self.again)
        self.back.clicked.connect(self.stay)
        self.begin()

    def begin(self) -> None:
        """The backup is on its way."""
        self._fault = ""
        self.bar.setRange(0, 0)
        self.retranslate()
        self.skip.setFocus()

    def tell(self, done: int, total: int) -> None:
        """So far it is."""
        self._told.emit(done, total)

    def fail(self, why: str) -> None:
        """It came to nothing: say why and what can be done."""
        self._fault = why
        self.retranslate()
        self.retry.setFocus()

    def end(self) -> None:
        """It is over."""
        self._over = True
        self.close()
        self.deleteLater()

    def retranslate(self) -> None:
        """Say it in the language on screen."""
        failed = bool(self._fault)
        self.setWindowTitle(self.tr("Closing"))
        self.text.setText(
            self.tr("No backup could be made.") if failed else self.tr("Making the backup …")
        )
        self._why.setText(
            self._fault or self.tr("What was done today is saved already; this is the copy of it.")
        )
        self.bar.setAccessibleName(self.tr("Making the backup …"))
        self.skip.setText(self.tr("Close without it"))
        self.retry.setText(self.tr("Try again"))
        self.back.setText(self.tr("Do not close"))
        self.bar.setVisible(not failed)
        self.retry.setVisible(failed)
        self.adjustSize()

    def reject(self) -> None:
        self.stay.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._over:
            event.accept()
        else:
            event.ignore()
            self.stay.emit()

    @Slot(int, int)
    def _show_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)
