"""The work of a visit for reading: what, with which part, for how much."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from frontdesk.models.enums import Payer
from frontdesk.services.intake.views import ItemLine
from frontdesk.ui.intake.items_line import Col
from frontdesk.ui.intake.items_model import column_title
from frontdesk.ui.kit import words
from frontdesk.ui.kit.emptied import empty_layout
from frontdesk.ui.kit.labels import muted, plain, small
from frontdesk.ui.kit.tokens import ROOM

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class WorkLines(QWidget):
    """One line for each item; what was charged stands beside once it is known."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(ROOM)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)

    def show_items(self, items: Sequence[ItemLine]) -> None:
        """Show these."""
        empty_layout(self._grid)
        if not items:
            none = QCoreApplication.translate("WorkLines", "No work is written down yet.")
            self._grid.addWidget(muted(none, wrap=True), 0, 0, 1, 2)
            return
        charged = any(item.actual_amount is not None for item in items)
        titles = [small(column_title(each)) for each in (Col.KIND, Col.WORK, Col.LABOUR, Col.TOTAL)]
        if charged:
            titles.append(small(QCoreApplication.translate("WorkLines", "Charged")))
        self._put(0, titles)
        for row, item in enumerate(items, start=1):
            cells = [
                plain(words.word(item.kind)),
                plain(_work(item), wrap=True),
                plain(_sum(item.labour)),
                plain(words.money(item.total) if not item.declined_why else words.NOTHING),
            ]
            if charged:
                cells.append(plain(words.money(item.actual_amount)))
            self._put(row, cells)

    def _put(self, row: int, cells: Sequence[QLabel]) -> None:
        for column, cell in enumerate(cells):
            figures = column >= 2
            side = _RIGHT if figures else Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(cell, row, column, side)


def _work(item: ItemLine) -> str:
    part = f"{item.part_number} {item.part}".strip()
    parts = [item.description, f"{part} × {item.quantity.normalize():f}" if part else ""]
    if item.discount:
        off = QCoreApplication.translate("WorkLines", "{off} off")
        parts.append(off.format(off=words.money(item.discount)))
    if item.declined_why:
        declined = QCoreApplication.translate("WorkLines", "declined: {why}")
        parts.append(declined.format(why=item.declined_why))
    elif item.payer is not Payer.CUSTOMER:
        parts.append(words.word(item.payer))
    return "  ·  ".join(part for part in parts if part)


def _sum(value: Decimal) -> str:
    return words.money(value) if value else words.NOTHING
