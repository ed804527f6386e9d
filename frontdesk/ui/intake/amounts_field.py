"""What is really charged, item by item, beside what was agreed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QSizePolicy

from frontdesk.errors import UserError
from frontdesk.models.enums import Payer
from frontdesk.services.intake.views import ItemLine
from frontdesk.ui.intake.entry_table import EntryTable
from frontdesk.ui.kit import tokens, words
from frontdesk.ui.kit.field import Field
from frontdesk.ui.kit.quick_entry import parse_money
from frontdesk.ui.kit.tokens import ROW_HEIGHT

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_KIND, _WORK, _PAYER, _AGREED, _CHARGED = range(5)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class AmountsModel(QAbstractTableModel):
    """The last column is typed into; texts stay as typed."""

    def __init__(self) -> None:
        super().__init__()
        self._items: tuple[ItemLine, ...] = ()
        self._typed: dict[str, str] = {}

    def show_items(self, items: Sequence[ItemLine]) -> None:
        """Begin with the agreed amounts."""
        self.beginResetModel()
        self._items = tuple(items)
        self._typed = {item.id: f"{item.total:.2f}" for item in items if not item.declined_why}
        self.endResetModel()

    @property
    def typed(self) -> dict[str, str]:
        """Item id → text as typed."""
        return self._typed

    def set_typed(self, typed: Mapping[str, str]) -> None:
        """Show texts again; those of other items are left out."""
        self.beginResetModel()
        self._typed |= {key: text for key, text in typed.items() if key in self._typed}
        self.endResetModel()

    def spoken(self, typed: Mapping[str, str]) -> str:
        """The texts of ``typed``, a line for each item."""
        return "\n".join(
            f"{item.description} · {typed[item.id]}" for item in self._items if item.id in typed
        )

    def amounts(self) -> dict[str, Decimal]:
        """Item id → yuan; an empty cell is left out, an unreadable one raises ``UserError``."""
        found: dict[str, Decimal] = {}
        for row, item in enumerate(self._items, start=1):
            if item.id not in self._typed:
                continue  # declined: nothing is charged for it
            try:
                amount = parse_money(self._typed[item.id])
            except UserError as error:
                raise UserError("intake.amount_missing", field="amounts", row=row) from error
            if amount is not None:
                found[item.id] = amount
        return found

    def customers_share(self) -> Decimal | None:
        """What the customer pays of it; ``None`` while a figure cannot be read."""
        try:
            amounts = self.amounts()
        except UserError:
            return None
        own = {item.id for item in self._items if item.payer is Payer.CUSTOMER}
        return sum((yuan for key, yuan in amounts.items() if key in own), Decimal("0.00"))

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else 5

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        asked = index.column() == _CHARGED and self._items[index.row()].id in self._typed
        return flags | Qt.ItemFlag.ItemIsEditable if asked else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item, column = self._items[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(item, column)
            case Qt.ItemDataRole.EditRole if column == _CHARGED:
                return self._typed.get(item.id, "")
            case Qt.ItemDataRole.TextAlignmentRole if column >= _AGREED:
                return _RIGHT
            case Qt.ItemDataRole.ForegroundRole if column == _CHARGED:
                return None if self._readable(item) else QColor(tokens.current().over)
            case _:
                return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or index.column() != _CHARGED:
            return False
        key = self._items[index.row()].id
        if key not in self._typed:
            return False
        self._typed[key] = str(value).strip()
        self.dataChanged.emit(index, index)
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            return _RIGHT if section >= _AGREED else left
        titles = (
            QCoreApplication.translate("AmountsField", "Kind"),
            QCoreApplication.translate("AmountsField", "Work"),
            QCoreApplication.translate("AmountsField", "Pays"),
            QCoreApplication.translate("AmountsField", "Agreed"),
            QCoreApplication.translate("AmountsField", "Charged"),
        )
        return titles[section] if role == Qt.ItemDataRole.DisplayRole else None

    def _shown(self, item: ItemLine, column: int) -> str:
        if column == _CHARGED:
            if item.id not in self._typed:
                return QCoreApplication.translate("AmountsField", "Declined")
            text = self._typed[item.id]
            return words.money(parse_money(text)) if text and self._readable(item) else text
        if column == _AGREED:
            return words.money(item.total)
        return (words.word(item.kind), item.description, words.word(item.payer))[column]

    def _readable(self, item: ItemLine) -> bool:
        try:
            parse_money(self._typed.get(item.id, ""))
        except UserError:
            return False
        return True


class AmountsField(Field):
    """``value()`` is a mapping of item id to yuan."""

    total_changed = Signal()

    def __init__(self, name: str = "amounts") -> None:
        super().__init__(name)
        self.table = EntryTable()
        self.model = AmountsModel()
        self.table.setModel(self.model)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(_WORK, QHeaderView.ResizeMode.Stretch)
        for column, width in ((_KIND, 118), (_PAYER, 92), (_AGREED, 120), (_CHARGED, 120)):
            self.table.setColumnWidth(column, width)
        self.table.setMinimumHeight(ROW_HEIGHT * 3 + 4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.table.passed.connect(self.entered)
        for signal in (self.model.dataChanged, self.model.modelReset):
            signal.connect(self._told)
        self._use(self.table, stretch=1)

    def value(self) -> dict[str, Decimal]:
        return self.model.amounts()

    def set_value(self, value: object) -> None:
        self.model.show_items(value if isinstance(value, tuple) else ())

    def typed(self) -> str:
        return json.dumps(self.model.typed)

    def set_typed(self, typed: str) -> None:
        self.model.set_typed(json.loads(typed))

    def spoken(self, typed: str) -> str:
        return self.model.spoken(json.loads(typed))

    def total(self) -> Decimal | None:
        """The sum charged; ``None`` while a figure cannot be read."""
        try:
            return sum(self.model.amounts().values(), start=Decimal("0.00"))
        except UserError:
            return None

    def retranslate(self) -> None:
        super().retranslate()
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, _CHARGED)

    def _told(self) -> None:
        self._was_changed()
        self.total_changed.emit()

    def _is_enter(self, event: QKeyEvent) -> bool:
        return False
