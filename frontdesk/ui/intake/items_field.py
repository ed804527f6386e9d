"""Work items as a field of a form."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QHeaderView, QLineEdit, QSizePolicy
from shiboken6 import isValid

from frontdesk.models.enums import Payer, WorkKind
from frontdesk.services.intake.inputs import WorkItem
from frontdesk.services.prices.dto import PriceLine
from frontdesk.ui.intake.entry_table import EntryTable
from frontdesk.ui.intake.items_line import Col
from frontdesk.ui.intake.items_model import ItemsModel
from frontdesk.ui.intake.price_popup import PricePopup
from frontdesk.ui.kit import words
from frontdesk.ui.kit.field import Field
from frontdesk.ui.kit.tokens import ROW_HEIGHT

_WIDTHS = {
    Col.KIND: 118,
    Col.LABOUR: 84,
    Col.QUANTITY: 50,
    Col.PRICE: 98,
    Col.OFF: 70,
    Col.PAYER: 92,
    Col.TOTAL: 94,
}
_KINDS = tuple(WorkKind)
_PAYERS = tuple(Payer)


class ItemsField(Field):
    """A grid: keys 1–6 choose the kind, Enter goes from cell to cell, an empty row ends it.

    ``looked_for`` carries what is typed as work, for the price list to answer by ``offer``.
    """

    total_changed = Signal()
    looked_for = Signal(str)

    def __init__(self, name: str = "items", *, rows: int = 3) -> None:
        super().__init__(name)
        self._keys = self._payer_keys = ""
        self.table = EntryTable()
        self.model = ItemsModel()
        self.table.setModel(self.model)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for column, width in _WIDTHS.items():
            self.table.setColumnWidth(column, width)
        for column in (Col.WORK, Col.PART):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.table.setMinimumHeight(ROW_HEIGHT * (rows + 1) + 4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.table.digit.connect(self._choose)
        self.table.removed.connect(self.model.remove)
        self.table.passed.connect(self.entered)
        for signal in (self.model.dataChanged, self.model.rowsRemoved, self.model.modelReset):
            signal.connect(self._told)
        self._use(self.table, stretch=1)
        self.table.aside = frozenset({Col.OFF, Col.PAYER})
        self.table.opened.connect(self._opened)
        self.table.selectionModel().currentChanged.connect(self._say_keys)
        self._cell: QLineEdit | None = None
        self._popup: PricePopup | None = None
        self.retranslate()

    # the field --------------------------------------------------------------------------

    def value(self) -> tuple[WorkItem, ...]:
        return self.model.items()

    def set_value(self, value: object) -> None:
        self.model.set_items(value if isinstance(value, tuple) else ())

    def typed(self) -> str:
        return self.model.typed()

    def set_typed(self, typed: str) -> None:
        self.model.set_typed(typed)

    def spoken(self, typed: str) -> str:
        return self.model.spoken(typed)

    def set_usual(self, usual: Sequence[WorkItem]) -> None:
        """What each kind brings with it."""
        self.model.set_usual(usual)

    def set_rate(self, yuan: Decimal) -> None:
        """What an hour of labour costs in this house."""
        self.model.set_rate(yuan)

    def offer(self, typed: str, lines: Sequence[PriceLine]) -> None:
        """What the price list has for ``typed``, unless something else is typed by now."""
        cell = self._open_cell()
        if cell is None or cell.text() != typed or not cell.hasFocus():
            return
        if self._popup is None:
            self._popup = PricePopup(self.window())
            self._popup.taken.connect(self._take)
            self.destroyed.connect(self._popup.deleteLater)
        self._popup.offer(cell, lines)

    def payers(self) -> dict[Payer, Decimal]:
        """Who pays how much of what is typed."""
        return self.model.payers()

    def total(self) -> Decimal | None:
        """The sum of what is typed; ``None`` while a figure cannot be read."""
        return self.model.total()

    def retranslate(self) -> None:
        super().retranslate()
        self.model.retranslate()
        self.table.viewport().update()
        kinds = "  ".join(f"{n} {words.word(kind)}" for n, kind in enumerate(_KINDS, start=1))
        self._keys = QCoreApplication.translate(
            "ItemsField", "{kinds}  ·  Enter: next cell  ·  Ctrl+Delete: remove the row"
        ).format(kinds=kinds)
        named = (*map(words.word, _PAYERS), QCoreApplication.translate("ItemsField", "Declined"))
        self._payer_keys = "  ".join(f"{n} {text}" for n, text in enumerate(named, start=1))
        self._say_keys()

    # inside -----------------------------------------------------------------------------

    def _choose(self, row: int, number: int) -> None:
        if self.table.currentIndex().column() == Col.PAYER:
            self._choose_payer(row, number)
        elif number < len(_KINDS):
            self.model.choose_kind(row, _KINDS[number])
            self.table.go(row, Col.WORK)

    def _choose_payer(self, row: int, number: int) -> None:
        if number < len(_PAYERS):
            self.model.choose_payer(row, _PAYERS[number])
        elif number == len(_PAYERS):
            self.model.decline(row)
            self.table.edit(self.table.currentIndex())

    def _opened(self, cell: QLineEdit, row: int, column: int) -> None:
        self._cell = cell if column == Col.WORK else None
        if column == Col.WORK:
            cell.textEdited.connect(self.looked_for)

    def _open_cell(self) -> QLineEdit | None:
        """The work cell that is typed into; an editor that is closed is deleted by Qt."""
        return self._cell if self._cell is not None and isValid(self._cell) else None

    def _take(self, line: PriceLine) -> None:
        """Fill the row; the cell closes and the keyboard stays in the row."""
        row = self.table.currentIndex().row()
        cell = self._open_cell()
        if cell is not None:
            cell.setText(line.given.name)
            self.table.commitData(cell)
            self.table.closeEditor(cell, QAbstractItemDelegate.EndEditHint.NoHint)
        self.model.take_price(row, line.as_work())
        self.table.setFocus()
        self.table.go(row, Col.LABOUR)

    def _told(self) -> None:
        self._was_changed()
        self._say_keys()
        self.total_changed.emit()

    def _say_keys(self, *_: object) -> None:
        guessed = QCoreApplication.translate(
            "ItemsField", "Filled in from what was done last time; change what differs."
        )
        keys = self._keys
        if self.table.currentIndex().column() == Col.PAYER:
            keys = self._payer_keys
        elif self.table.currentIndex().column() == Col.OFF:
            keys = QCoreApplication.translate("ItemsField", "An amount, 10% or 9折")
        elif self.model.guessed():
            keys = guessed
        self.set_hint(keys)

    def _is_enter(self, event: QKeyEvent) -> bool:
        return False  # Enter belongs to the cells
