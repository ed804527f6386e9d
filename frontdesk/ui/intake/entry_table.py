"""A small table that is filled in by keyboard: typing begins, Enter moves on."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from frontdesk.ui.kit.tokens import ROW_HEIGHT

Index = QModelIndex | QPersistentModelIndex
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_PLAIN = {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}


class EntryTable(QTableView):
    """Cells of editable columns are filled in one after the other.

    ``passed`` comes with Enter behind the last cell or on an empty last row; ``digit`` with a
    figure 1–9 on a cell that is not typed into (a choice), ``removed`` with Ctrl+Delete. Enter
    passes over the columns of ``aside``: the arrows lead there. ``opened`` carries a cell's editor.
    """

    passed = Signal()
    digit = Signal(int, int)
    removed = Signal(int)
    opened = Signal(object, int, int)

    def __init__(self) -> None:
        super().__init__()
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.AnyKeyPressed | trigger.DoubleClicked | trigger.EditKeyPressed)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(ROW_HEIGHT)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        self.aside: frozenset[int] = frozenset()
        self._as_it_was: tuple[QPersistentModelIndex, object] | None = None
        self.setItemDelegate(_TypedThrough(self))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)

    def go(self, row: int, column: int) -> None:
        """Put the cursor on a cell."""
        index = self.model().index(row, column)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flag)
        self.scrollTo(index)

    def move_on(self) -> None:
        """To the next cell to be filled in, or out of the table."""
        at = self.currentIndex()
        for row, column in self._after(at.row(), at.column()):
            if column not in self.aside and self._is_cell(row, column):
                self.go(row, column)
                return
        self.passed.emit()

    def is_choice(self, index: QModelIndex) -> bool:
        """Whether the cell is answered by a figure; such a cell can be chosen, not typed into."""
        flags = self.model().flags(index)
        return bool(flags & Qt.ItemFlag.ItemIsUserCheckable)

    # keys -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() is QAbstractItemView.State.EditingState:
            event.ignore()  # what the editor leaves over is not meant for the cells
            return
        at, key = self.currentIndex(), event.key()
        plain = event.modifiers() in _PLAIN
        if key in _ENTER and plain:
            self._entered(at)
        elif key == Qt.Key.Key_Delete and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.removed.emit(at.row())
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and plain:
            if self.is_choice(at):
                self.removed.emit(at.row())
            elif at.flags() & Qt.ItemFlag.ItemIsEditable:
                self.model().setData(at, "")
        elif plain and self.is_choice(at) and Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.digit.emit(at.row(), key - Qt.Key.Key_1)
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)
            if self.state() is QAbstractItemView.State.EditingState:
                # Qt opens the cell with the key and then hands it on: up to the window's search.
                event.accept()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        # Qt passes a composition on to the editor it opens, but loses text committed at once.
        at = self.currentIndex()
        editing = self.state() is QAbstractItemView.State.EditingState
        at_once = event.commitString() and not event.preeditString()
        if at_once and not editing and at.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(at)
            editor = QApplication.focusWidget()
            if isinstance(editor, QLineEdit) and self.isAncestorOf(editor):
                editor.insert(event.commitString())
                event.accept()
                return
        super().inputMethodEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # An editor that closes gives the focus back for another reason: the cursor stays.
        if event.reason() is Qt.FocusReason.TabFocusReason or not self.currentIndex().isValid():
            self.go_first()

    def go_first(self) -> None:
        """Where filling in begins."""
        for row, column in self._after(0, -1):
            if self._is_cell(row, column):
                self.go(row, column)
                return

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        ends = QAbstractItemDelegate.EndEditHint
        if hint is ends.RevertModelCache and self._as_it_was is not None:
            index, before = self._as_it_was
            self.model().setData(index, before)
        self._as_it_was = None
        super().closeEditor(editor, ends.NoHint)
        if hint in {ends.SubmitModelCache, ends.EditNextItem}:
            self.move_on()

    # inside -----------------------------------------------------------------------------

    def begin_cell(self, index: Index) -> None:
        """A cell is about to be typed into: Esc gives back what it holds now."""
        self._as_it_was = (QPersistentModelIndex(index), index.data(Qt.ItemDataRole.EditRole))

    def _entered(self, at: QModelIndex) -> None:
        if not at.isValid() or (self.is_choice(at) and at.data() in {None, ""}):
            self.passed.emit()  # the empty row at the end: nothing more to add
        else:
            self.move_on()

    def _after(self, row: int, column: int) -> Iterator[tuple[int, int]]:
        columns = range(self.model().columnCount())
        yield from ((row, each) for each in columns if each > column)
        for below in range(row + 1, self.model().rowCount()):
            yield from ((below, each) for each in columns)

    def _is_cell(self, row: int, column: int) -> bool:
        index = self.model().index(row, column)
        fillable = Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable
        return bool(self.model().flags(index) & fillable)


class _TypedThrough(QStyledItemDelegate):
    """Every letter reaches the model at once: a draft holds the cell that is still open."""

    def __init__(self, table: EntryTable) -> None:
        super().__init__(table)
        self._table = table

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = super().createEditor(parent, option, index)
        if isinstance(editor, QLineEdit):
            cell = QPersistentModelIndex(index)
            self._table.begin_cell(index)
            self._table.opened.emit(editor, index.row(), index.column())
            editor.textEdited.connect(lambda text: self._take(cell, text))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        # The cell tells of its own change: the cursor must stay where it is.
        told = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QLineEdit) and editor.text().strip() == told and told:
            return
        super().setEditorData(editor, index)

    def _take(self, cell: QPersistentModelIndex, text: str) -> None:
        if cell.isValid():
            self._table.model().setData(cell, text)
