"""The model under every table: frozen records in, true values sorted, cells made when looked at."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QIcon

from frontdesk.ui.kit import tokens, words
from frontdesk.ui.kit.icons import icon
from frontdesk.ui.kit.labels import tip_text
from frontdesk.ui.kit.tokens import Tone

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex

SORT_ROLE = int(Qt.ItemDataRole.UserRole) + 1
CHIP_ROLE = int(Qt.ItemDataRole.UserRole) + 2
ID_ROLE = int(Qt.ItemDataRole.UserRole) + 3
_ANSWERED = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.TextAlignmentRole,
        Qt.ItemDataRole.ForegroundRole,
        Qt.ItemDataRole.DecorationRole,
        Qt.ItemDataRole.ToolTipRole,
        SORT_ROLE,
        CHIP_ROLE,
        ID_ROLE,
    }
)
_FIGURES = (int, float, Decimal, timedelta)
_NO_PARENT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Chip:
    """A status in a cell: colour, icon (the tone's own unless named) and word."""

    tone: Tone
    text: str
    icon: str = ""


@dataclass(slots=True)
class Cell:
    """All that is drawn of one cell. A cell with a ``chip`` shows nothing else."""

    text: str = ""
    chip: Chip | None = None
    icon: str = ""
    tone: Tone | None = None
    right: bool = False


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column. ``title`` is called whenever the language changes.

    ``value`` is the true value: it decides sorting, alignment (figures right) and, through
    ``words.shown``, the text, unless ``display``, ``sort_key`` or ``right`` say otherwise.
    ``hidden`` columns can be switched on by the person. ``width`` is in pixels, 0 for automatic.
    """

    key: str
    title: Callable[[], str]
    value: Callable[[R], object]
    display: Callable[[R], str] | None = None
    sort_key: Callable[[R], Any] | None = None
    right: bool | None = None
    chip: Callable[[R], Chip | None] | None = None
    icon: Callable[[R], str] | None = None
    tone: Callable[[R], Tone | None] | None = None
    tip: Callable[[R], str] | None = None
    width: int = 0
    stretch: bool = False
    hidden: bool = False

    def text(self, row: R) -> str:
        """What stands in the cell."""
        if self.display is not None:
            return self.display(row)
        if self.chip is not None and (chip := self.chip(row)) is not None:
            return chip.text
        return words.shown(self.value(row))

    def order(self, row: R) -> tuple[bool, Any]:
        """A key that sorts true values; what is missing comes last."""
        key = self.sort_key(row) if self.sort_key is not None else self.value(row)
        if isinstance(key, StrEnum):
            key = list(type(key)).index(key)
        elif isinstance(key, str):
            key = key.casefold()
        return key is None, key if key is not None else 0


class RecordTableModel(QAbstractTableModel, Generic[R]):
    """Shows ``rows``; sorts and filters by moving numbers, never by asking Qt cell by cell."""

    def __init__(
        self,
        columns: Sequence[Column[R]],
        id_of: Callable[[R], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.id_of = id_of
        self._rows: list[R] = []
        self._shown: list[int] = []
        self._haystacks: dict[int, str] = {}
        self._needles: tuple[str, ...] = ()
        self._sort: tuple[int, Qt.SortOrder] | None = None

    # content ----------------------------------------------------------------------------

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show other records, in the sorting and filter in force."""
        self.beginResetModel()
        self._rows = list(rows)
        self._haystacks.clear()
        self._arrange()
        self.endResetModel()

    def rows(self) -> list[R]:
        """The records shown, in the order shown."""
        return [self._rows[at] for at in self._shown]

    def total(self) -> int:
        """How many records there are, filtered out or not."""
        return len(self._rows)

    def row_at(self, row: int) -> R:
        """The record in a line of the table."""
        return self._rows[self._shown[row]]

    def line_of(self, record_id: str) -> int:
        """The line a record stands in, or -1."""
        return next(
            (n for n, at in enumerate(self._shown) if self.id_of(self._rows[at]) == record_id), -1
        )

    def cell(self, line: int, number: int) -> Cell:
        """What is drawn in a line's column, in one answer; made anew each time, as ``data`` is."""
        column, row = self.columns[number], self.row_at(line)
        chip = column.chip(row) if column.chip is not None else None
        if chip is not None:
            return Cell(chip=chip)
        return Cell(
            column.text(row),
            icon=column.icon(row) if column.icon is not None else "",
            tone=column.tone(row) if column.tone is not None else None,
            right=self._stands_right(column, row),
        )

    def set_filter(self, text: str) -> None:
        """Show only records that hold every word of ``text`` in some cell."""
        needles = tuple(_plain(text).split())
        if needles == self._needles:
            return
        self.beginResetModel()
        self._needles = needles
        self._arrange()
        self.endResetModel()

    def retranslate(self) -> None:
        """Make every text anew."""
        self._haystacks.clear()
        if self._rows:
            last = self.index(self.rowCount() - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    # Qt ---------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        # A cell that is painted asks seven times, and of no cell is a font or a box ever told.
        if role not in _ANSWERED or not index.isValid():
            return None
        column, row = self.columns[index.column()], self.row_at(index.row())
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return column.text(row)
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._alignment(column, row)
            case Qt.ItemDataRole.ForegroundRole:
                return self._colour(column, row)
            case Qt.ItemDataRole.DecorationRole:
                return self._icon(column, row)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(column, row)
            case _:
                return self._own(column, row, role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            column = self.columns[section]
            right = column.right
            if right is None and self._rows:
                right = _is_figure(column.value(self._rows[0]))
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sort = (column, order) if 0 <= column < len(self.columns) else None
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        kept = [(index, self._shown[index.row()]) for index in before]
        self._arrange()
        line = {at: n for n, at in enumerate(self._shown)}
        after = [self.index(line[at], index.column()) for index, at in kept]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    # inside -----------------------------------------------------------------------------

    def _arrange(self) -> None:
        shown = list(range(len(self._rows)))
        if self._needles:
            shown = [at for at in shown if all(n in self._haystack(at) for n in self._needles)]
        if self._sort is not None:
            number, order = self._sort
            keys = [self.columns[number].order(self._rows[at]) for at in shown]
            descending = order is Qt.SortOrder.DescendingOrder
            places = sorted(range(len(shown)), key=keys.__getitem__, reverse=descending)
            if descending:  # what is missing stays last whichever way
                places = [p for p in places if not keys[p][0]] + [p for p in places if keys[p][0]]
            shown = [shown[p] for p in places]
        self._shown = shown

    def _haystack(self, at: int) -> str:
        found = self._haystacks.get(at)
        if found is None:
            row = self._rows[at]
            found = "\n".join(_plain(column.text(row)) for column in self.columns)
            self._haystacks[at] = found
        return found

    def _alignment(self, column: Column[R], row: R) -> Qt.AlignmentFlag:
        right = self._stands_right(column, row)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def _stands_right(self, column: Column[R], row: R) -> bool:
        return column.right if column.right is not None else _is_figure(column.value(row))

    def _colour(self, column: Column[R], row: R) -> QColor | None:
        tone = column.tone(row) if column.tone is not None else None
        return QColor(tokens.current().tone(tone)) if tone is not None else None

    def _icon(self, column: Column[R], row: R) -> QIcon | None:
        name = column.icon(row) if column.icon is not None else ""
        return icon(name, "muted") if name else None

    def _tip(self, column: Column[R], row: R) -> str | None:
        if column.tip is None:
            return None
        return tip_text(column.tip(row))

    def _own(self, column: Column[R], row: R, role: int) -> Any:
        if role == SORT_ROLE:
            return column.order(row)
        if role == CHIP_ROLE:
            return column.chip(row) if column.chip is not None else None
        if role == ID_ROLE:
            return self.id_of(row)
        return None


def _is_figure(value: object) -> bool:
    return isinstance(value, _FIGURES) and not isinstance(value, bool)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
