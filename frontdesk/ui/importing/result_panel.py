"""Last step: what came of it, and where the rejected rows lie."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from frontdesk.services.exchange.results import ImportResult
from frontdesk.ui.kit.labels import button, muted, plain, set_tone, sized
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import Card, page_title
from frontdesk.ui.kit.tokens import GAP, ROOM, Tone

_FIGURE_POINTS = 26.0


class ResultPanel(Translated, Card):
    """Four figures, the way back, and for rows at fault the sheet to mend and import again."""

    another = Signal()
    undo_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._result: ImportResult | None = None
        self._undone = False
        self._heading = page_title()
        self._figures = [
            _Figure(Tone.NEUTRAL),
            _Figure(Tone.OK),
            _Figure(Tone.INFO),
            _Figure(Tone.ERROR),
        ]
        grid = QGridLayout()
        grid.setSpacing(ROOM)
        for at, figure in enumerate(self._figures):
            grid.addWidget(figure, 0, at)
        self._what_next = plain(wrap=True)
        self._can_undo = muted(wrap=True)
        self._where = muted(wrap=True)
        self._where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.open_sheet = button()
        self.open_sheet.clicked.connect(self._open_sheet)
        self.open_folder = button()
        self.open_folder.clicked.connect(self._open_folder)
        self.again = button(look="flat")
        self.again.clicked.connect(self.another)
        self.undo = button()
        self.undo.clicked.connect(self.undo_asked)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for each in (self.undo, self.open_sheet, self.open_folder, self.again):
            row.addWidget(each)
        row.addStretch()
        self.body.setContentsMargins(GAP, GAP, GAP, GAP)
        self.body.setSpacing(ROOM)
        self.body.addWidget(self._heading)
        self.body.addLayout(grid)
        self.body.addWidget(self._what_next)
        self.body.addWidget(self._can_undo)
        self.body.addWidget(self._where)
        self.body.addLayout(row)
        self.body.addStretch()
        self.retranslate()

    @property
    def rejected_sheet(self) -> Path | None:
        """Where the rejected rows lie."""
        return self._result.rejected_sheet if self._result is not None else None

    def show_result(self, result: ImportResult) -> None:
        """Show what an import did."""
        self._result, self._undone = result, False
        self.retranslate()

    def show_undone(self) -> None:
        """All that the import did was taken back."""
        self._undone = True
        self.retranslate()

    @property
    def batch_id(self) -> str:
        """The import that can be undone here; '' for none."""
        result = self._result
        stored = result is not None and result.created + result.updated > 0
        return result.batch_id or "" if result and stored and not self._undone else ""

    def retranslate(self) -> None:
        undone = self._undone
        self._heading.setText(self.tr("Import undone") if undone else self.tr("Imported"))
        self.undo.setText(self.tr("Undo the import  Ctrl+Z"))
        self.undo.setVisible(bool(self.batch_id))
        self._can_undo.setText(
            self.tr(
                "Was it the wrong sheet? The whole import can be taken back as long as nobody has "
                "worked with its files; later under Customers, Deliveries, Imports."
            )
        )
        self._can_undo.setVisible(bool(self.batch_id))
        self.open_sheet.setText(self.tr("Open the rejected rows"))
        self.open_folder.setText(self.tr("Show the folder"))
        self.again.setText(self.tr("Import another sheet"))
        result = self._result
        if result is None:
            return
        names = (
            self.tr("rows read"), self.tr("new cars"), self.tr("brought up to date"),
            self.tr("rejected"),
        )  # fmt: skip
        counts = (result.read, result.created, result.updated, result.rejected)
        for figure, count, name in zip(self._figures, counts, names, strict=True):
            figure.show_figure(count, name)
        for figure in self._figures:
            figure.setVisible(not undone)
        sheet = None if undone else result.rejected_sheet
        for part in (self._where, self.open_sheet, self.open_folder):
            part.setVisible(sheet is not None)
        if undone:
            self._what_next.setText(
                self.tr(
                    "Customers, cars and calls are as they were before. The sheet itself is "
                    "untouched and can be imported again."
                )
            )
            return
        if sheet is None:
            self._what_next.setText(self.tr("Every row of the sheet is in the customer files now."))
            return
        self._what_next.setText(
            self.tr(
                "The rejected rows are in a sheet of their own with the reason beside each. "
                "Mend them there and import that sheet."
            )
        )
        self._where.setText(str(sheet))

    def _open_sheet(self) -> None:
        if self.rejected_sheet is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.rejected_sheet)))

    def _open_folder(self) -> None:
        if self.rejected_sheet is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.rejected_sheet.parent)))


class _Figure(QWidget):
    """A large figure over its name."""

    def __init__(self, tone: Tone) -> None:
        super().__init__()
        self._tone = tone
        self._number: QLabel = sized(plain(), _FIGURE_POINTS, bold=True)
        self._name = muted()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._number)
        column.addWidget(self._name)

    def show_figure(self, count: int, name: str) -> None:
        set_tone(self._number, self._tone if count else Tone.NEUTRAL)
        self._number.setText(f"{count:,}")
        self._name.setText(name)
        self.setAccessibleName(f"{count:,} {name}")
