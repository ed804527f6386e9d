"""The category of a complaint, two levels by two keys."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.services.complaints.dto import CategoryGroup, CategoryTree
from frontdesk.ui.complaints.segments import SegmentRow
from frontdesk.ui.kit import language
from frontdesk.ui.kit.field import Field
from frontdesk.ui.kit.tokens import GRID

_DIGITS = "123456789"
_LETTERS = "QWERTYASDFGH"
_CLEARS = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class CategoryField(Field):
    """A letter for the group, then a digit for the leaf. ``value()`` is the leaf's key.

    ``compact``: where there is little room the leaves stand in the place of the groups.
    """

    def __init__(self, name: str, parent: QWidget | None = None, *, compact: bool = False) -> None:
        super().__init__(name, parent)
        self._compact = compact
        self._tree = CategoryTree(())
        self._group: CategoryGroup | None = None
        self._key = ""
        self._face = _Keyed(_LETTERS, _DIGITS)
        self._face.pressed.connect(self._take_group)
        self._face.pressed_second.connect(self._take_leaf)
        self._face.cleared.connect(lambda: self.set_value(None))
        self._face.row.picked.connect(self._take_group)
        self._face.second.picked.connect(self._take_leaf)
        self._use(self._face)

    def set_tree(self, tree: CategoryTree) -> None:
        """Offer the categories of ``tree``; at most twelve groups of nine have keys."""
        self._tree = tree
        self._show()

    def value(self) -> object:
        return self._key or None

    def set_value(self, value: object) -> None:
        key = str(value) if value else ""
        changed = key != self._key
        self._key = key if self._tree.has(key) else ""
        wanted = self._tree.group_of(self._key)
        self._group = next((g for g in self._tree.groups if g.key == wanted), None)
        self._show()
        if changed:
            self._was_changed()

    def propose(self, key: str) -> None:
        """Choose the leaf ``key``; of a group only, show its leaves to choose from."""
        if self._tree.has(key):
            self.set_value(key)
            return
        self._group = next((g for g in self._tree.groups if g.key == key), None)
        self._key = ""
        self._show()
        self._was_changed()

    def typed(self) -> str:
        return self._key

    def set_typed(self, typed: str) -> None:
        self.set_value(typed)

    def spoken(self, typed: str) -> str:
        speak = language.current()
        leaves = (leaf for group in self._tree.groups for leaf in group.leaves)
        return next((leaf.name(speak) for leaf in leaves if leaf.key == typed), typed)

    def retranslate(self) -> None:
        super().retranslate()
        self._show()

    def _take_group(self, at: int) -> None:
        groups = self._tree.groups
        if at >= len(groups):
            return
        self._face.setFocus()
        self._group = groups[at]
        leaves = self._group.leaves
        if not self._key.startswith(f"{self._group.key}."):
            self._key = leaves[0].key if len(leaves) == 1 else ""
        self._show()
        self._was_changed()

    def _take_leaf(self, at: int) -> None:
        if self._group is None or at >= len(self._group.leaves):
            return
        self._face.setFocus()
        self._key = self._group.leaves[at].key
        self._show()
        self._was_changed()

    def _show(self) -> None:
        speak = language.current()
        groups = self._tree.groups[: len(_LETTERS)]
        leaves = self._group.leaves if self._group else ()
        self._face.row.offer([group.name(speak) for group in groups])
        self._face.row.check([at for at, group in enumerate(groups) if group is self._group])
        self._face.second.offer([leaf.name(speak) for leaf in leaves])
        self._face.second.check([at for at, leaf in enumerate(leaves) if leaf.key == self._key])
        self._face.second.setVisible(bool(leaves))
        if self._compact:
            self._face.row.setVisible(not leaves)
            name = self._group.name(speak) if self._group is not None else ""
            text = self.tr("{group} · Backspace shows the other groups")
            self.set_hint(text.format(group=name) if leaves else "")


class _Keyed(QWidget):
    """Takes the keys for both rows of segments."""

    pressed = Signal(int)
    pressed_second = Signal(int)
    cleared = Signal()

    def __init__(self, keys: str, second: str) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Letters choose here: an input method must not take them for pinyin.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._keys, self._second_keys = keys, second
        self.row = SegmentRow(keys)
        self.second = SegmentRow(second)
        self.second.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.row)
        column.addWidget(self.second)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        text = event.text().upper()
        if modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            if text and text in self._keys:
                self.pressed.emit(self._keys.index(text))
                return
            if text and text in self._second_keys:
                self.pressed_second.emit(self._second_keys.index(text))
                return
            if event.key() in _CLEARS:
                self.cleared.emit()
                return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._repaint()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._repaint()

    def _repaint(self) -> None:
        for segment in self.row.segments + self.second.segments:
            segment.update()
