"""A list whose lines are added, doubled, moved and taken away by keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from frontdesk.ui.kit import tokens
from frontdesk.ui.kit.labels import set_tip

_KEY = Qt.ItemDataRole.UserRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
Line = tuple[str, str, bool]
"""Key, text, and whether something is wrong with it."""


class KeyedList(QListWidget):
    """Ins adds, Del removes, Ctrl+D doubles, Ctrl+↑/↓ moves, Enter goes in; asks, never does."""

    chosen = Signal(str)
    entered_line = Signal()
    add_asked = Signal()
    double_asked = Signal()
    remove_asked = Signal()
    move_asked = Signal(int)
    save_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self.currentItemChanged.connect(self._was_chosen)
        self.itemActivated.connect(lambda _: self.entered_line.emit())

    def current_key(self) -> str:
        """The key of the line the cursor is on, or ''."""
        row = self.currentRow()
        return str(self.item(row).data(_KEY)) if row >= 0 else ""

    def show_lines(self, lines: Sequence[Line], key: str) -> None:
        """Show ``lines``, the cursor on ``key`` (else where it was); nobody is told."""
        row = max(self.currentRow(), 0)
        blocked = self.blockSignals(True)
        while self.count() > len(lines):
            self.takeItem(self.count() - 1)
        while self.count() < len(lines):
            self.addItem(QListWidgetItem())
        for at, (own, text, faulty) in enumerate(lines):
            item = self.item(at)
            item.setData(_KEY, own)
            item.setText(text)
            set_tip(item, text)
            colours = tokens.current()
            item.setForeground(QColor(colours.over if faulty else colours.text))
        keys = [own for own, _, _ in lines]
        self.setCurrentRow(keys.index(key) if key in keys else min(row, len(lines) - 1))
        self.blockSignals(blocked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        match event.key():
            case Qt.Key.Key_Up | Qt.Key.Key_Down as key if ctrl:
                self.move_asked.emit(-1 if key == Qt.Key.Key_Up else 1)
            case Qt.Key.Key_D if ctrl:
                self.double_asked.emit()
            case key if key in _ENTER:
                (self.save_asked if ctrl else self.entered_line).emit()
            case Qt.Key.Key_Insert:
                self.add_asked.emit()
            case Qt.Key.Key_Delete:
                self.remove_asked.emit()
            case _:
                super().keyPressEvent(event)

    def _was_chosen(self, now: QListWidgetItem | None, _: QListWidgetItem | None) -> None:
        if now is not None:
            self.chosen.emit(str(now.data(_KEY)))
