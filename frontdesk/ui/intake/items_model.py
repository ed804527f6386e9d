"""The work items as they are being typed: texts are kept as typed, readable or not."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from decimal import Decimal, InvalidOperation
from enum import IntEnum
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
from frontdesk.models.enums import WorkKind
from frontdesk.services.intake.inputs import WorkItem
from frontdesk.services.intake.sums import line_sum
from frontdesk.ui.kit import tokens, words
from frontdesk.ui.kit.quick_entry import parse_money

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Col(IntEnum):
    """The columns in the order they are filled in."""

    KIND = 0
    WORK = 1
    LABOUR = 2
    PART = 3
    QUANTITY = 4
    PRICE = 5
    TOTAL = 6


@dataclass(slots=True)
class Line:
    """One row as typed. ``guessed``: filled in by the program and not touched since."""

    id: str = ""
    kind: str = ""
    work: str = ""
    labour: str = ""
    part: str = ""
    quantity: str = ""
    price: str = ""
    guessed: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing was typed into it."""
        return not any((self.kind, self.work, self.labour, self.part, self.quantity, self.price))


_TYPED = {
    Col.WORK: "work",
    Col.LABOUR: "labour",
    Col.PART: "part",
    Col.QUANTITY: "quantity",
    Col.PRICE: "price",
}
_FIGURES = {Col.LABOUR, Col.QUANTITY, Col.PRICE, Col.TOTAL}


class ItemsModel(QAbstractTableModel):
    """Rows of items with an empty one at the end, unless it is for reading only."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[Line] = [Line()]
        self._usual: dict[WorkKind, WorkItem] = {}

    # content ----------------------------------------------------------------------------

    def set_usual(self, usual: Sequence[WorkItem]) -> None:
        """What a kind brings with it when it is chosen on an empty row."""
        self._usual = {item.kind: item for item in usual}

    def set_items(self, items: Sequence[WorkItem]) -> None:
        """Show these items."""
        self._reset([_line(item) for item in items])

    def items(self) -> tuple[WorkItem, ...]:
        """The items typed.

        Raises:
            UserError: a row has no kind or a figure that cannot be read; the sentence names it.
        """
        return tuple(
            _item(line, row) for row, line in enumerate(self._lines, start=1) if not line.empty
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
        lines = []
        for row in json.loads(typed) if typed else []:
            kind = row.get("kind", "")
            count = f"× {row['quantity']}" if row.get("quantity") else ""
            parts = (
                words.word(WorkKind(kind)) if kind in set(WorkKind) else "",
                row.get("work", ""),
                row.get("labour", ""),
                " ".join(filter(None, (row.get("part", ""), count, row.get("price", "")))),
            )
            lines.append(" · ".join(part for part in parts if part))
        return "\n".join(lines)

    def choose_kind(self, row: int, kind: WorkKind) -> None:
        """Set the kind; a row still empty is filled with what is usual for it."""
        line = self._lines[row]
        if line.guessed or not line.work:
            usual = self._usual.get(kind)
            fresh = _line(usual, guessed=True) if usual is not None else _bare(kind)
            fresh.id = line.id
            self._lines[row] = line = fresh
        line.kind = kind.value
        self._touched(row)

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
        empty = self._lines[index.row()].empty if index.isValid() else True
        if index.column() in _TYPED and not (empty and index.column() != Col.WORK):
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line, column = self._lines[index.row()], Col(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(line, column)
            case Qt.ItemDataRole.EditRole:
                return getattr(line, _TYPED[column]) if column in _TYPED else None
            case Qt.ItemDataRole.TextAlignmentRole if column in _FIGURES:
                return _RIGHT
            case Qt.ItemDataRole.ForegroundRole:
                return self._colour(line, column)
            case Qt.ItemDataRole.FontRole if line.guessed:
                font = QFont()
                font.setItalic(True)
                return font
            case _:
                return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        column = Col(index.column())
        if role != Qt.ItemDataRole.EditRole or column not in _TYPED:
            return False
        line, text = self._lines[index.row()], str(value).strip()
        if getattr(line, _TYPED[column]) != text:
            setattr(line, _TYPED[column], text)
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
        text: str = getattr(line, _TYPED[column])
        if column in {Col.LABOUR, Col.PRICE} and text:
            try:
                return words.money(parse_money(text))
            except UserError:
                return text
        return text

    def _colour(self, line: Line, column: Col) -> QColor | None:
        kit = tokens.current()
        if column in _FIGURES - {Col.TOTAL} and not _readable(line, column):
            return QColor(kit.over)
        return QColor(kit.muted) if line.guessed else None

    def _sum(self, line: Line) -> Decimal | None:
        try:
            return line_sum(_item(line, 0, kind=WorkKind.REPAIR))
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
        Col.TOTAL: QCoreApplication.translate("ItemsModel", "Amount"),
    }
    return titles[column]


def _line(item: WorkItem, *, guessed: bool = False) -> Line:
    return Line(
        id="" if guessed else item.id,
        kind=item.kind.value,
        work=item.description,
        labour=_figure(item.labour),
        part=item.part,
        quantity=f"{item.quantity.normalize():f}" if item.part or item.quantity != 1 else "",
        price=_figure(item.unit_price) if item.part else "",
        guessed=guessed,
    )


def _bare(kind: WorkKind) -> Line:
    return Line(kind=kind.value, work=words.word(kind), guessed=True)


def _figure(value: Decimal) -> str:
    return f"{value.normalize():f}" if value else ""


def _item(line: Line, row: int, *, kind: WorkKind | None = None) -> WorkItem:
    if not line.kind and kind is None:
        raise UserError("intake.item_kind", field="items", row=row)
    for column in (Col.LABOUR, Col.PRICE, Col.QUANTITY):
        if not _readable(line, column):
            code = "intake.item_quantity" if column is Col.QUANTITY else "intake.item_money"
            raise UserError(code, field="items", row=row)
    item = WorkItem(
        kind=WorkKind(line.kind) if line.kind else kind or WorkKind.REPAIR,
        description=line.work,
        labour=parse_money(line.labour) or Decimal(0),
        part=line.part,
        quantity=Decimal(line.quantity) if line.quantity else Decimal(1),
        unit_price=parse_money(line.price) or Decimal(0),
    )
    return replace(item, id=line.id) if line.id else item


def _readable(line: Line, column: Col) -> bool:
    text: str = getattr(line, _TYPED[column])
    try:
        if column is Col.QUANTITY:
            return not text or Decimal(text).is_finite()
        parse_money(text)
    except (UserError, InvalidOperation):
        return False
    return True
