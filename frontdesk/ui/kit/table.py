"""The table of every list: filter, sorting, columns by choice, count, keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QMenu,
    QStackedLayout,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from frontdesk.ui.kit.emptied import empty
from frontdesk.ui.kit.flow import FlowLayout
from frontdesk.ui.kit.icons import icon
from frontdesk.ui.kit.labels import set_tip, small
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import EmptyState
from frontdesk.ui.kit.state import MemoryState, UiState
from frontdesk.ui.kit.table_model import ID_ROLE, Column, RecordTableModel
from frontdesk.ui.kit.table_room import StretchRoom
from frontdesk.ui.kit.tokens import GAP, GRID, ROW_HEIGHT

R = TypeVar("R")

_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier

# Columns without a width of their own, in pixels.
_NARROWEST, _WIDEST = 64, 320
_FILTER = 104

__all__ = ["Column", "RecordTable"]


class RecordTable(Translated, QWidget, Generic[R]):
    """Frozen records in a table. Signals carry ids.

    ``key`` names the table in what is remembered of the person's columns. ``activated`` comes with
    Enter or a double click, ``selected`` with the line the cursor is on. Ctrl+F filters, Ctrl+C
    copies the chosen lines, Esc puts the filter away.
    """

    activated = Signal(str)
    selected = Signal(str)
    shown_changed = Signal()

    def __init__(
        self,
        key: str,
        columns: Sequence[Column[R]],
        id_of: Callable[[R], str],
        parent: QWidget | None = None,
        *,
        state: UiState | None = None,
        filterable: bool = True,
        footer: bool = True,
    ) -> None:
        super().__init__(parent)
        self._key = key
        self._state: UiState = state or MemoryState()
        self.model: RecordTableModel[R] = RecordTableModel(columns, id_of, self)
        self.empty = EmptyState()
        self._nothing_found = EmptyState("funnel")
        self._nothing_found.acted.connect(self.clear_filter)
        self.view = _View()
        self.view.setModel(self.model)
        self.filter = QLineEdit()
        self.filter.setMinimumWidth(_FILTER)
        self.filter.setClearButtonEnabled(True)
        self._filter_icon = QAction(icon("funnel", "muted"), "", self.filter)
        self.filter.addAction(self._filter_icon, QLineEdit.ActionPosition.LeadingPosition)
        self._filterable = filterable
        self._fitted = False
        self._choose = QToolButton()
        self._choose.setIcon(icon("columns", "muted"))
        self._choose.clicked.connect(self._offer_columns)
        self._count = small()
        self._build(footer)
        self._pause = QTimer(self, singleShot=True, interval=120)
        self._pause.timeout.connect(self._apply_filter)
        self.filter.textChanged.connect(lambda _: self._pause.start())
        self.filter.returnPressed.connect(self._into_table)
        self.view.entered_line.connect(self._activate)
        self.view.doubleClicked.connect(self._activate)
        self.view.copy_asked.connect(self.copy)
        self.view.filter_asked.connect(self.ask_filter)
        self.view.escaped.connect(self.clear_filter)
        self.view.selectionModel().currentRowChanged.connect(self._moved)
        self._restore_columns()
        self.retranslate()
        self._show_state()

    # content ----------------------------------------------------------------------------

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show other records; the chosen record stays chosen if it is still there."""
        kept, in_sight = self.current_id(), self._is_in_sight()
        top = self.view.verticalScrollBar().value()
        self.model.set_rows(rows)
        if rows and not self._fitted:
            self._fit_columns()
        self._show_state()
        if kept and self.select(kept, scroll=False):
            self.view.verticalScrollBar().setValue(top)
            if in_sight:  # it may stand elsewhere now; who had scrolled away from it stays there
                self.view.scrollTo(self.view.currentIndex())
        elif self.view.hasFocus() and not self.current_id():
            self.select_first()

    def rows(self) -> list[R]:
        """The records shown, in the order shown."""
        return self.model.rows()

    def texts(self) -> tuple[list[str], list[list[str]]]:
        """Titles and cells of what is shown, for export and print."""
        columns = [self.model.columns[n] for n in self._visible()]
        return [c.title() for c in columns], [[c.text(r) for c in columns] for r in self.rows()]

    def set_empty(self, icon_name: str, text: str, action: str = "", detail: str = "") -> None:
        """What is said while there are no records; ``empty.acted`` is the button."""
        self.empty.set_icon(icon_name)
        self.empty.say(text, action, detail)

    def current_id(self) -> str:
        """The id of the record the cursor is on, or ''."""
        index = self.view.currentIndex()
        return str(index.data(ID_ROLE)) if index.isValid() else ""

    def current(self) -> R | None:
        """The record the cursor is on."""
        index = self.view.currentIndex()
        return self.model.row_at(index.row()) if index.isValid() else None

    def selected_ids(self) -> list[str]:
        """The ids of all chosen lines, top to bottom."""
        lines = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return [self.model.id_of(self.model.row_at(line)) for line in lines]

    def select(self, record_id: str, *, scroll: bool = True) -> bool:
        """Put the cursor on a record; whether it is shown."""
        line = self.model.line_of(record_id)
        if line < 0:
            return False
        index = self.model.index(line, max(0, self._first_visible()))
        flags = QItemSelectionModel.SelectionFlag
        self.view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        if scroll:
            self.view.scrollTo(index)
        return True

    def select_first(self) -> None:
        """Put the cursor on the first line."""
        if self.model.rowCount():
            self.select(self.model.id_of(self.model.row_at(0)))

    def sort_by(self, key: str, *, descending: bool = False) -> None:
        """Sort by the column ``key``."""
        number = next(n for n, column in enumerate(self.model.columns) if column.key == key)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.view.sortByColumn(number, order)

    def set_many(self, many: bool) -> None:
        """Let several lines be chosen at once."""
        mode = QAbstractItemView.SelectionMode
        self.view.setSelectionMode(mode.ExtendedSelection if many else mode.SingleSelection)

    def add_tool(self, widget: QWidget) -> None:
        """A control beside the filter, such as a segment of the list or a button."""
        self._tools.removeWidget(self._choose)
        for each in (widget, self._choose):
            self._tools.addWidget(each)

    def columns_button(self) -> QToolButton:
        """The button that offers columns, for a page that has a filter of its own."""
        self._choose.setVisible(True)
        return self._choose

    # filter -----------------------------------------------------------------------------

    def ask_filter(self) -> None:
        """Go to the filter."""
        if self._filterable:
            self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.filter.selectAll()

    def clear_filter(self) -> None:
        """Show all records again."""
        empty(self.filter)
        self._apply_filter()
        self.view.setFocus()

    def copy(self) -> None:
        """Copy the chosen lines, tab-separated with a line of titles."""
        chosen = self.view.selectionModel().selectedRows()
        columns = [self.model.columns[n] for n in self._visible()]
        lines = [[c.title() for c in columns]]
        for index in sorted(chosen, key=QModelIndex.row):
            row = self.model.row_at(index.row())
            lines.append([" ".join(c.text(row).split()) for c in columns])
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))

    def retranslate(self) -> None:
        self.model.retranslate()
        self.filter.setPlaceholderText(self.tr("Filter this list (Ctrl+F)"))
        self.filter.setAccessibleName(self.tr("Filter this list"))
        set_tip(self._choose, self.tr("Choose columns"))
        self._choose.setAccessibleName(self.tr("Choose columns"))
        self._nothing_found.say(self.tr("Nothing in this list matches."), self.tr("Show all"))
        self._show_count()

    # inside -----------------------------------------------------------------------------

    def _build(self, footer: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self._tools = FlowLayout(at_right={self._choose}, growing=True)
        for tool in (self.filter, self._choose):
            self._tools.addWidget(tool)
        column.addLayout(self._tools)
        ground = QWidget()
        self._stack = QStackedLayout(ground)
        for widget in (self.view, self.empty, self._nothing_found):
            self._stack.addWidget(widget)
        for notice in (self.empty, self._nothing_found):
            notice.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column.addWidget(ground, 1)
        column.addWidget(self._count)
        # Only now that they have a parent: before, each would flash up as a window of its own.
        self.filter.setVisible(self._filterable)
        self._choose.setVisible(self._filterable)
        self._count.setVisible(footer)
        column.setSpacing(GRID)
        header = self.view.horizontalHeader()
        for number, each in enumerate(self.model.columns):
            if each.stretch:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
            self.view.setColumnWidth(number, each.width or _NARROWEST)
        stretching = [n for n, each in enumerate(self.model.columns) if each.stretch]
        self._room = StretchRoom(self.view, stretching)

    def _fit_columns(self) -> None:
        """Once, by the first rows: columns without a width of their own get what they need."""
        self._fitted = True
        header = self.view.horizontalHeader()
        header.setResizeContentsPrecision(50)
        for number, each in enumerate(self.model.columns):
            if not each.width and not each.stretch:
                wanted = max(self.view.sizeHintForColumn(number), header.sectionSizeHint(number))
                self.view.setColumnWidth(number, min(max(wanted + 8, _NARROWEST), _WIDEST))
        self._room.share()

    def _show_state(self) -> None:
        if self.model.rowCount():
            shown: QWidget = self.view
        else:
            shown = self._nothing_found if self.model.total() else self.empty
        # Never a hidden one: the keys of the desk work only while something has the keyboard.
        self.setFocusProxy(shown)
        self._stack.setCurrentWidget(shown)
        self._show_count()
        self.shown_changed.emit()

    def _show_count(self) -> None:
        shown, total = self.model.rowCount(), self.model.total()
        if shown == total:
            self._count.setText(self.tr("%n record(s)", "", total))
        else:
            text = self.tr("{shown} of %n record(s)", "", total)
            self._count.setText(text.format(shown=f"{shown:,}"))

    def _apply_filter(self) -> None:
        self._pause.stop()
        kept = self.current_id()
        self.model.set_filter(self.filter.text())
        self._show_state()
        if kept:
            self.select(kept)

    def _into_table(self) -> None:
        self._apply_filter()
        if self.model.rowCount():
            self.view.setFocus()
            if not self.current_id():
                self.select_first()

    def _activate(self, index: QModelIndex) -> None:
        if index.isValid():
            self.activated.emit(str(index.data(ID_ROLE)))

    def _is_in_sight(self) -> bool:
        place = self.view.visualRect(self.view.currentIndex())
        return place.intersects(self.view.viewport().rect())

    def _moved(self, now: QModelIndex) -> None:
        self.selected.emit(str(now.data(ID_ROLE)) if now.isValid() else "")

    # columns ----------------------------------------------------------------------------

    def _visible(self) -> list[int]:
        return [n for n in range(len(self.model.columns)) if not self.view.isColumnHidden(n)]

    def _first_visible(self) -> int:
        return next(iter(self._visible()), 0)

    def _restore_columns(self) -> None:
        kept = self._state.get(f"tables/{self._key}/columns")
        chosen = set(kept.split(",")) if kept else None
        for number, column in enumerate(self.model.columns):
            hidden = column.hidden if chosen is None else column.key not in chosen
            self.view.setColumnHidden(number, hidden)

    def _offer_columns(self) -> None:
        menu = QMenu(self)
        for number, column in enumerate(self.model.columns):
            action = menu.addAction(column.title().replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(not self.view.isColumnHidden(number))
            action.toggled.connect(lambda on, n=number: self._switch_column(n, on))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._choose.mapToGlobal(QPoint(0, self._choose.height())))

    def _switch_column(self, number: int, shown: bool) -> None:
        if not shown and self._visible() == [number]:
            return
        self.view.setColumnHidden(number, not shown)
        self._room.share()
        keys = [self.model.columns[n].key for n in self._visible()]
        self._state.put(f"tables/{self._key}/columns", ",".join(keys))


class _View(QTableView):
    entered_line = Signal(QModelIndex)
    copy_asked = Signal()
    filter_asked = Signal()
    escaped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.setCornerButtonEnabled(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        rows.setMinimumSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setStretchLastSection(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        from frontdesk.ui.kit.status_delegate import StatusDelegate

        self.setItemDelegate(StatusDelegate(self))

    def paintEvent(self, event: QPaintEvent) -> None:
        from frontdesk.ui.kit.status_delegate import paint_lines

        paint_lines(self, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and plain:
            self.entered_line.emit(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Find):
            self.filter_asked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
            self.escaped.emit()
        elif event.text().isalnum() and not event.modifiers() & _COMMAND:
            event.ignore()  # typing, or a scanner: the search box above the tabs takes it
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.selectRow(0)
