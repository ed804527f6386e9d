"""Lines of the price list under the cell that is typed into; arrows choose, Enter takes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from frontdesk.services.prices.dto import PriceLine
from frontdesk.ui.kit import words
from frontdesk.ui.kit.tokens import ROW_HEIGHT

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_WIDTH = 460


class PricePopup(QListWidget):
    """``taken`` carries the line chosen. The cell keeps the keyboard all the while."""

    taken = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("look", "popup-list")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self._lines: tuple[PriceLine, ...] = ()
        self._cell: QLineEdit | None = None
        self.itemClicked.connect(lambda _: self._take())
        self.hide()

    def offer(self, cell: QLineEdit, lines: Sequence[PriceLine]) -> None:
        """Show ``lines`` under ``cell``; none at all takes no room."""
        self.leave()
        self._lines = tuple(lines)
        self.clear()
        if not lines:
            return
        for line in lines:
            item = QListWidgetItem(_text(line))
            self.addItem(item)
        self._cell = cell
        # The newest filter is asked first: before the one that ends the cell with Enter.
        cell.installEventFilter(self)
        cell.destroyed.connect(self._gone)
        self._place(cell)
        self.setCurrentRow(-1)
        self.show()
        self.raise_()

    def leave(self) -> None:
        """Take it away."""
        if self._cell is not None:
            self._cell.removeEventFilter(self)
            self._cell.destroyed.disconnect(self._gone)
        self._gone()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            self.leave()
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._key(event)
        elif _is_escape(event):
            event.accept()  # the list is what Esc takes away first
            return True
        return False

    # inside -----------------------------------------------------------------------------

    def _key(self, event: QKeyEvent) -> bool:
        key, at = event.key(), self.currentRow()
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            step = 1 if key == Qt.Key.Key_Down else -1
            self.setCurrentRow(max(-1, min(self.count() - 1, at + step)))
            return True
        if key == Qt.Key.Key_Escape:
            self.leave()
            return True
        if key in _ENTER and at >= 0:
            self._take()
            return True
        return False

    def _take(self) -> None:
        at = self.currentRow()
        if 0 <= at < len(self._lines):
            line = self._lines[at]
            self.leave()
            self.taken.emit(line)

    def _gone(self) -> None:
        self._cell = None
        self.hide()

    def _place(self, cell: QLineEdit) -> None:
        window = cell.window()
        height = ROW_HEIGHT * self.count() + 2 * self.frameWidth() + 4
        top = cell.mapTo(window, QPoint(0, cell.height()))
        if top.y() + height > window.height():
            top = cell.mapTo(window, QPoint(0, -height))
        left = max(0, min(top.x(), window.width() - _WIDTH))
        self.setGeometry(left, max(0, top.y()), _WIDTH, height)


def _is_escape(event: QEvent) -> bool:
    overriding = event.type() is QEvent.Type.ShortcutOverride
    return overriding and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape


def _text(line: PriceLine) -> str:
    given = line.given
    part = f"  +  {given.part}" if given.part else ""
    return f"{given.code}  ·  {given.name}{part}  ·  {words.money(line.total)}"
