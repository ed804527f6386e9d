"""The work items as they are being typed: texts are kept as typed, readable or not."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields, replace
from decimal import Decimal
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QColor, QFont

from frontdesk.errors import UserError
from frontdesk.models.enums import Payer, WorkKind
from frontdesk.services.intake.inputs import WorkItem
from frontdesk.services.intake.sums import line_sum, payers
from frontdesk.ui.intake.items_line import TYPED, Col, Line, item_of, line_of, readable, spoken
from frontdesk.ui.kit import tokens, words
from frontdesk.ui.kit.labels import tip_text
from frontdesk.ui.kit.quick_entry import parse_money

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


_FIGURES = {Col.LABOUR, Col.QUANTITY, Col.PRICE, Col.OFF, Col.TOTAL}


class ItemsModel(QAbstractTableModel):
    """Rows of items with an empty one at the end, unless it is for reading only."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[Line] = [Line()]
        self._usual: dict[WorkKind, WorkItem] = {}
        self._rate = Decimal(150)

    # content ----------------------------------------------------------------------------

    def set_usual(self, usual: Sequence[WorkItem]) -> None:
        """What a kind brings with it when it is chosen on an empty row."""
        self._usual = {item.kind: item for item in usual}

    def set_rate(self, yuan: Decimal) -> None:
        """What an hour of labour costs unless a line says otherwise."""
        self._rate = yuan

    def set_items(self, items: Sequence[WorkItem]) -> None:
        """Show these items."""
        self._reset([line_of(item) for item in items])

    def items(self) -> tuple[WorkItem, ...]:
        """The items typed.

        Raises:
            UserError: a row has no kind or a figure that cannot be read; the sentence names it.
        """
        return tuple(
            item_of(line, row, self._rate)
            for row, line in enumerate(self._lines, start=1)
            if not line.empty
        )

    def total(self) -> Decimal | None:
        """The sum of all rows; ``None`` while one cannot be read."""
        sums = [self._sum(line) for line in self._lines if not line.empty]
        return None if None in sums else sum((each or Decimal(0) for each in sums), Decimal("0.00"))

    def typed(self) -> str:
        """Everything as text, for drafts."""
        kept = [asdict(line) for line in self._lines if not line.empty]
        return json.dumps(kept, ensure_ascii=False) if kept else ""

    def set_typed(self, typed: str) -> None:
        """Show again what ``typed`` gave."""
        names = {each.name for each in fields(Line)}
        rows: list[Mapping[str, Any]] = json.loads(typed) if typed else []
        self._reset([Line(**{n: v for n, v in row.items() if n in names}) for row in rows])

    def spoken(self, typed: str) -> str:
        """What ``typed`` gave, a line for each item."""
        rows: list[Mapping[str, Any]] = json.loads(typed) if typed else []
        kinds = (str(row.get("kind", "")) for row in rows)
        named = (words.word(WorkKind(kind)) if kind in set(WorkKind) else "" for kind in kinds)
        return "\n".join(spoken(row, kind) for row, kind in zip(rows, named, strict=True))

    def choose_kind(self, row: int, kind: WorkKind) -> None:
        """Set the kind; a row still empty is filled with what is usual for it."""
        line = self._lines[row]
        if line.guessed or not line.work:
            usual = self._usual.get(kind)
            fresh = line_of(usual, guessed=True) if usual is not None else _bare(kind)
            fresh.id = line.id
            self._lines[row] = line = fresh
        line.kind = kind.value
        self._touched(row)

    def choose_payer(self, row: int, payer: Payer) -> None:
        """Say who pays; work that was declined is wanted after all."""
        line = self._lines[row]
        line.payer, line.declined, line.guessed = payer.value, False, False
        self._touched(row)

    def decline(self, row: int) -> None:
        """Advised, and not wanted: it stays written down, and counts for nothing."""
        line = self._lines[row]
        line.declined, line.guessed = True, False
        self._touched(row)

    def take_price(self, row: int, item: WorkItem) -> None:
        """Fill a row from the price list; what was said of payer and discount stays."""
        line = self._lines[row]
        fresh = line_of(item)
        fresh.id, fresh.off, fresh.payer = line.id, line.off, line.payer
        fresh.declined, fresh.why = line.declined, line.why
        self._lines[row] = fresh
        self._touched(row)

    def line(self, row: int) -> Line:
        """A row as typed."""
        return self._lines[row]

    def payers(self) -> dict[Payer, Decimal]:
        """Who pays how much of what can be read."""
        return payers(
            item_of(replace(line, why="-"), 0, self._rate, WorkKind.REPAIR)
            for line in self._lines
            if not line.empty and self._sum(line) is not None
        )

    def remove(self, row: int) -> None:
        """Take a row away."""
        if 0 <= row < len(self._lines) and not self._lines[row].empty:
            self.beginRemoveRows(_NO_PARENT, row, row)
            del self._lines[row]
            self.endRemoveRows()
            self._touched(min(row, len(self._lines) - 1))

    def guessed(self) -> bool:
        """Whether any row is still as the program filled it in."""
        return any(line.guessed for line in self._lines)

    def retranslate(self) -> None:
        """Say titles in the language on screen; kinds are asked for at each paint."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, Col.TOTAL)

    # Qt ---------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(Col)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == Col.KIND:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        line = self._lines[index.row()] if index.isValid() else Line()
        empty = line.empty
        if index.column() == Col.PAYER and not empty:
            # Work that was declined asks for its reason; a choice is answered by a figure.
            able = Qt.ItemFlag.ItemIsEditable if line.declined else Qt.ItemFlag.ItemIsUserCheckable
            return flags | able
        if index.column() in TYPED and not (empty and index.column() != Col.WORK):
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line, column = self._lines[index.row()], Col(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(line, column)
            case Qt.ItemDataRole.EditRole:
                if column is Col.PAYER:
                    return line.why
                return getattr(line, TYPED[column]) if column in TYPED else None
            case Qt.ItemDataRole.TextAlignmentRole if column in _FIGURES:
                return _RIGHT
            case Qt.ItemDataRole.ForegroundRole:
                return self._colour(line, column)
            case Qt.ItemDataRole.FontRole if line.guessed or line.declined:
                font = QFont()
                font.setItalic(line.guessed)
                font.setStrikeOut(line.declined and column not in {Col.KIND, Col.PAYER})
                return font
            case Qt.ItemDataRole.ToolTipRole:
                return tip_text(self._tip(line, column) or "") or None
            case _:
                return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        column = Col(index.column())
        line, text = self._lines[index.row()], str(value).strip()
        if role == Qt.ItemDataRole.EditRole and column is Col.PAYER and line.declined:
            line.why = text
            self._touched(index.row())
            return True
        if role != Qt.ItemDataRole.EditRole or column not in TYPED:
            return False
        if getattr(line, TYPED[column]) != text:
            setattr(line, TYPED[column], text)
            line.guessed = False
            self._touched(index.row())
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            return _RIGHT if section in _FIGURES else left
        return column_title(Col(section)) if role == Qt.ItemDataRole.DisplayRole else None

    # inside -----------------------------------------------------------------------------

    def _shown(self, line: Line, column: Col) -> str:
        if column is Col.KIND:
            return words.word(WorkKind(line.kind)) if line.kind else ""
        if column is Col.TOTAL:
            return "" if line.empty else words.money(self._sum(line))
        if column is Col.PAYER:
            return self._paid(line)
        text: str = getattr(line, TYPED[column])
        if column in {Col.LABOUR, Col.PRICE} and text:
            try:
                return words.money(parse_money(text))
            except UserError:
                return text
        return text

    def _paid(self, line: Line) -> str:
        if line.empty:
            return ""
        if not line.declined:
            return words.word(line.pays)
        return QCoreApplication.translate("ItemsModel", "Declined: {why}").format(why=line.why)

    def _tip(self, line: Line, column: Col) -> str | None:
        """What hours and a discount in per cent come to."""
        try:
            item = item_of(replace(line, why="-"), 0, self._rate, WorkKind.REPAIR)
        except UserError:
            return None
        if column is Col.LABOUR and item.labour_hours is not None:
            rate = words.money(item.labour_rate)
            return f"{line.labour} × {rate} = {words.money(item.labour)}"
        if column is Col.OFF and item.discount:
            return words.money(item.discount)
        if column is Col.PART and item.part_number:
            return item.part_number
        return item.code or None if column is Col.WORK else None

    def _colour(self, line: Line, column: Col) -> QColor | None:
        kit = tokens.current()
        if column in _FIGURES - {Col.TOTAL} and not readable(line, column):
            return QColor(kit.over)
        return QColor(kit.muted) if line.guessed or line.declined else None

    def _sum(self, line: Line) -> Decimal | None:
        try:
            return line_sum(item_of(replace(line, why="-"), 0, self._rate, WorkKind.REPAIR))
        except UserError:
            return None

    def _touched(self, row: int) -> None:
        if not self._lines or not self._lines[-1].empty:
            end = len(self._lines)
            self.beginInsertRows(_NO_PARENT, end, end)
            self._lines.append(Line())
            self.endInsertRows()
        self.dataChanged.emit(self.index(row, 0), self.index(row, Col.TOTAL))

    def _reset(self, lines: list[Line]) -> None:
        self.beginResetModel()
        self._lines = [*lines, Line()]
        self.endResetModel()


def column_title(column: Col) -> str:
    """What a column of work items is called."""
    titles = {
        Col.KIND: QCoreApplication.translate("ItemsModel", "Kind"),
        Col.WORK: QCoreApplication.translate("ItemsModel", "Work"),
        Col.LABOUR: QCoreApplication.translate("ItemsModel", "Labour"),
        Col.PART: QCoreApplication.translate("ItemsModel", "Part"),
        Col.QUANTITY: QCoreApplication.translate("ItemsModel", "Qty"),
        Col.PRICE: QCoreApplication.translate("ItemsModel", "Unit price"),
        Col.OFF: QCoreApplication.translate("ItemsModel", "Off"),
        Col.PAYER: QCoreApplication.translate("ItemsModel", "Pays"),
        Col.TOTAL: QCoreApplication.translate("ItemsModel", "Amount"),
    }
    return titles[column]


def _bare(kind: WorkKind) -> Line:
    return Line(kind=kind.value, work=words.word(kind), guessed=True)
