"""Work items as a field of a form."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QSizePolicy

from frontdesk.models.enums import WorkKind
from frontdesk.services.intake.inputs import WorkItem
from frontdesk.ui.intake.entry_table import EntryTable
from frontdesk.ui.intake.items_model import Col, ItemsModel
from frontdesk.ui.kit import words
from frontdesk.ui.kit.field import Field
from frontdesk.ui.kit.tokens import ROW_HEIGHT

_WIDTHS = {
    Col.KIND: 118,
    Col.LABOUR: 92,
    Col.QUANTITY: 56,
    Col.PRICE: 96,
    Col.TOTAL: 108,
}
_KINDS = tuple(WorkKind)


class ItemsField(Field):
    """A grid: keys 1–6 choose the kind, Enter goes from cell to cell, an empty row ends it."""

    total_changed = Signal()

    def __init__(self, name: str = "items", *, rows: int = 3) -> None:
        super().__init__(name)
        self._keys = ""
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
        self._say_keys()

    # inside -----------------------------------------------------------------------------

    def _choose(self, row: int, number: int) -> None:
        if number < len(_KINDS):
            self.model.choose_kind(row, _KINDS[number])
            self.table.go(row, Col.WORK)

    def _told(self) -> None:
        self._was_changed()
        self._say_keys()
        self.total_changed.emit()

    def _say_keys(self) -> None:
        guessed = QCoreApplication.translate(
            "ItemsField", "Filled in from what was done last time; change what differs."
        )
        self.set_hint(guessed if self.model.guessed() else self._keys)

    def _is_enter(self, event: QKeyEvent) -> bool:
        return False  # Enter belongs to the cells
