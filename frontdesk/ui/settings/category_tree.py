"""The tree of categories: two levels, moved by dragging among siblings."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QColor, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from frontdesk.services.complaints.categories import UsedTree
from frontdesk.services.complaints.dto import Category, CategoryGroup
from frontdesk.ui.kit import tokens
from frontdesk.ui.kit.icons import icon

_KEY = Qt.ItemDataRole.UserRole
_NAMES, _OTHER, _USED = range(3)


class CategoryList(QTreeWidget):
    """``chosen`` carries a key, ``reordered`` the keys of one level as they were dragged."""

    chosen = Signal(str)
    entered = Signal()
    reordered = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setColumnCount(3)
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = self.header()
        head.setStretchLastSection(False)
        for column in (_NAMES, _OTHER):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(_USED, QHeaderView.ResizeMode.ResizeToContents)
        self.currentItemChanged.connect(self._was_chosen)

    def current_key(self) -> str:
        """The key of the line the cursor is on, or ''."""
        item = self.currentItem()
        return str(item.data(0, _KEY)) if item is not None else ""

    def show_tree(self, kept: UsedTree, key: str) -> None:
        """Show the tree, the cursor on ``key``; what was folded stays folded."""
        folded = {self._key(at) for at in self._groups() if not at.isExpanded()}
        blocked = self.blockSignals(True)
        self.clear()
        self.setHeaderLabels([_tr("Category"), _tr("English name"), _tr("Tickets")])
        current: QTreeWidgetItem | None = None
        for group in kept.tree.groups:
            line = self._line(group, kept, retired=group.retired)
            self.addTopLevelItem(line)
            current = line if group.key == key or current is None else current
            for leaf in group.leaves:
                below = self._line(leaf, kept, retired=group.retired or leaf.retired)
                line.addChild(below)
                current = below if leaf.key == key else current
            line.setExpanded(group.key not in folded)
        if current is not None:
            self.setCurrentItem(current)
        self.blockSignals(blocked)

    def texts(self) -> list[str]:
        """The names as they stand, those of a group's leaves behind it."""
        return [item.text(_NAMES) for group in self._groups() for item in (group, *_below(group))]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Only among siblings, only between them: a category's key names its group."""
        target, moved = self.itemAt(event.position().toPoint()), self.currentItem()
        if moved is None or target is None or target is moved:
            event.ignore()
            return
        level = [self._key(each) for each in self._siblings(moved)]
        while target is not None and self._key(target) not in level:
            target = target.parent()
        if target is None:
            event.ignore()
            return
        keys = [key for key in level if key != self._key(moved)]
        at = keys.index(self._key(target)) if target is not moved else level.index(self._key(moved))
        below = (
            self.dropIndicatorPosition() is not QAbstractItemView.DropIndicatorPosition.AboveItem
        )
        keys.insert(at + (1 if below else 0), self._key(moved))
        # The tree is shown anew once the order is kept; Qt itself must move nothing.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if keys != level:
            self.reordered.emit(keys)

    # inside -----------------------------------------------------------------------------

    def _groups(self) -> list[QTreeWidgetItem]:
        found = (self.topLevelItem(at) for at in range(self.topLevelItemCount()))
        return [item for item in found if item is not None]

    def _siblings(self, item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
        parent = item.parent()
        return self._groups() if parent is None else _below(parent)

    def _line(
        self, category: Category | CategoryGroup, kept: UsedTree, *, retired: bool
    ) -> QTreeWidgetItem:
        used = kept.used.get(category.key, 0)
        name = _tr("{name} (retired)").format(name=category.zh) if retired else category.zh
        line = QTreeWidgetItem([name, category.en, str(used) if used else ""])
        line.setData(0, _KEY, category.key)
        line.setTextAlignment(_USED, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line.setSizeHint(0, QSize(0, 30))
        if isinstance(category, CategoryGroup):
            font = self.font()
            font.setBold(True)
            line.setFont(_NAMES, font)
        if retired:
            line.setIcon(_NAMES, icon("archive", "muted"))
            for column in (_NAMES, _OTHER):
                line.setForeground(column, QColor(tokens.current().muted))
        return line

    def _was_chosen(self, now: QTreeWidgetItem | None, _: QTreeWidgetItem | None) -> None:
        if now is not None:
            self.chosen.emit(self._key(now))

    @staticmethod
    def _key(item: QTreeWidgetItem) -> str:
        return str(item.data(0, _KEY))


def _below(group: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    found = (group.child(at) for at in range(group.childCount()))
    return [item for item in found if item is not None]


def _tr(text: str) -> str:
    return QCoreApplication.translate("CategoryList", text)
