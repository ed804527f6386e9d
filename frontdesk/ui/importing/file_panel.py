"""First step: the file, dropped or chosen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.ui.kit.icons import icon
from frontdesk.ui.kit.labels import button, muted, plain, repolish, show_picture, sized
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.state import UiState
from frontdesk.ui.kit.tokens import GAP, ROOM, SECTION_POINTS

_FOLDER = "import/folder"


class FilePanel(Translated, QFrame):
    """A place to drop a sheet on, with a button for those who would rather choose."""

    chosen = Signal(Path)

    def __init__(self, state: UiState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.setAcceptDrops(True)
        self._state = state
        column = QVBoxLayout(self)
        column.setContentsMargins(ROOM, ROOM, ROOM, ROOM)
        column.setSpacing(GAP)
        self._sign = plain()
        self._title = sized(plain(wrap=True), SECTION_POINTS, bold=True)
        self._kinds = muted(wrap=True)
        self.choose = button(look="primary")
        self.choose.clicked.connect(self.ask)
        self._promise = muted(wrap=True)
        column.addStretch(2)
        for label in (self._sign, self._title, self._kinds):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.choose)
        row.addStretch()
        column.addSpacing(GAP)
        column.addLayout(row)
        column.addSpacing(GAP)
        self._promise.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._promise)
        column.addStretch(3)
        self.setFocusProxy(self.choose)
        self.retranslate()

    def retranslate(self) -> None:
        self._title.setText(self.tr("Drop the delivery sheet here"))
        self._kinds.setText(self.tr("Excel (.xlsx, .xls) or text (.csv), in any usual layout"))
        self.choose.setText(self.tr("Choose a file …"))
        self._promise.setText(
            self.tr("You see every row first. Nothing is stored before you agree.")
        )
        self.setAccessibleName(self._title.text())

    def ask(self) -> None:
        """Let the person choose a file, beginning where the last one lay."""
        sheets = self.tr("Sheets ({patterns})").format(patterns="*.xlsx *.xlsm *.xls *.csv *.txt")
        every = self.tr("All files ({patterns})").format(patterns="*")
        name, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Choose the delivery sheet"),
            self._state.get(_FOLDER),
            f"{sheets};;{every}",
        )
        if name:
            self.take(Path(name))

    def take(self, path: Path) -> None:
        """Go on with ``path``."""
        self._state.put(_FOLDER, str(path.parent))
        self.chosen.emit(path)

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        picture = icon("upload-simple", "muted")
        show_picture(self._sign, picture.pixmap(QSize(48, 48), self.devicePixelRatioF()))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()
            self._highlight(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._highlight(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._highlight(False)
        path = _dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.take(path)

    def _highlight(self, on: bool) -> None:
        self.setProperty("look", "target" if on else "card")
        repolish(self)


def _dropped_file(data: QMimeData) -> Path | None:
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 else None
