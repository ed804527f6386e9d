"""One status of the house board: its cars, the most urgent on top."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from frontdesk.models.enums import ClockColour, VisitStatus
from frontdesk.models.values import plate
from frontdesk.services.intake.views import VisitRow
from frontdesk.ui.kit import tokens, words
from frontdesk.ui.kit.labels import muted
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.tokens import GRID

_CARD_HEIGHT = 52
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class HouseLane(Translated, QWidget):
    """``opened`` carries a visit's id; ``left_to`` is −1 or 1 when the arrows leave the lane."""

    opened = Signal(str)
    left_to = Signal(int)

    def __init__(self, status: VisitStatus) -> None:
        super().__init__()
        self.status = status
        self._rows: tuple[VisitRow, ...] = ()
        self.title = muted()
        self.list = _Cars()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.title)
        column.addWidget(self.list, 1)
        self.list.itemActivated.connect(self._open)
        self.list.aside.connect(self.left_to)
        self.retranslate()

    def count(self) -> int:
        """How many cars stand in it."""
        return len(self._rows)

    def show_rows(self, rows: Sequence[VisitRow]) -> None:
        """Show these; the car under the cursor stays under it."""
        if tuple(rows) == self._rows and rows:
            return
        at = self.list.currentItem() if self.list.currentRow() >= 0 else None
        chosen = "" if at is None else at.data(Qt.ItemDataRole.UserRole)
        self._rows = tuple(rows)
        self._fill(chosen)

    def take_focus(self) -> None:
        """Let the keyboard go on here."""
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        self._fill("")

    # inside -----------------------------------------------------------------------------

    def _fill(self, chosen: str) -> None:
        self.title.setText(f"{words.word(self.status)}  ·  {len(self._rows)}")
        self.list.setAccessibleName(self.title.text())
        self.list.clear()
        kit = tokens.current()
        inks = {ClockColour.OVER: kit.over, ClockColour.SOON: kit.soon}
        for row in self._rows:
            item = QListWidgetItem(self._text(row))
            item.setData(Qt.ItemDataRole.UserRole, row.id)
            item.setSizeHint(QSize(0, _CARD_HEIGHT))
            if row.promise in inks:
                item.setForeground(QColor(inks[row.promise]))
            self.list.addItem(item)
            if row.id == chosen:
                self.list.setCurrentItem(item)

    def _text(self, row: VisitRow) -> str:
        car = plate.called(row.plate, row.car)
        promised = words.near(row.promised_at) if row.promised_at else words.NOTHING
        late = self.tr("late") if row.promise is ClockColour.OVER else ""
        again = self.tr("repeat repair") if row.repeat else ""
        first = "  ".join(part for part in (car, promised, late) if part)
        second = " · ".join(part for part in (row.customer, row.advisor, again) if part)
        return f"{first}\n{second}"

    def _open(self, item: QListWidgetItem) -> None:
        self.opened.emit(item.data(Qt.ItemDataRole.UserRole))


class _Cars(QListWidget):
    aside = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(False)
        self.setSpacing(3)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        item = self.currentItem()
        if step is not None:
            self.aside.emit(step)
        elif event.key() in _ENTER and item is not None:
            self.itemActivated.emit(item)
        else:
            super().keyPressEvent(event)
