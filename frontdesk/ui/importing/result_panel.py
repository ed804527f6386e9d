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
    """Four figures, and for rows at fault the sheet that imports again once mended."""

    another = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._result: ImportResult | None = None
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
        self._where = muted(wrap=True)
        self._where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.open_sheet = button()
        self.open_sheet.clicked.connect(self._open_sheet)
        self.open_folder = button()
        self.open_folder.clicked.connect(self._open_folder)
        self.again = button(look="flat")
        self.again.clicked.connect(self.another)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for each in (self.open_sheet, self.open_folder, self.again):
            row.addWidget(each)
        row.addStretch()
        self.body.setContentsMargins(GAP, GAP, GAP, GAP)
        self.body.setSpacing(ROOM)
        self.body.addWidget(self._heading)
        self.body.addLayout(grid)
        self.body.addWidget(self._what_next)
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
        self._result = result
        self.retranslate()

    def retranslate(self) -> None:
        self._heading.setText(self.tr("Imported"))
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
        sheet = result.rejected_sheet
        for part in (self._where, self.open_sheet, self.open_folder):
            part.setVisible(sheet is not None)
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
