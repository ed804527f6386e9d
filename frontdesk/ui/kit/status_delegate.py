"""Draws the cells of a table: a status as a chip, everything else as Qt does."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from frontdesk.ui.kit.panels import paint_chip
from frontdesk.ui.kit.table_model import CHIP_ROLE, Chip


class StatusDelegate(QStyledItemDelegate):
    """For tables whose model answers ``CHIP_ROLE``; ``RecordTable`` uses it by itself."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        # The line is chosen, not the cell: no frame around one cell.
        option.state &= ~QStyle.StateFlag.State_HasFocus
        if isinstance(index.data(CHIP_ROLE), Chip):
            option.text = ""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        size = super().sizeHint(option, index)
        chip = index.data(CHIP_ROLE)
        if isinstance(chip, Chip):
            size.setWidth(option.fontMetrics.horizontalAdvance(chip.text) + 52)
        return size

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        chip = index.data(CHIP_ROLE)
        if isinstance(chip, Chip):
            cell = QRectF(option.rect)
            wanted = option.fontMetrics.horizontalAdvance(chip.text) + 36
            box = QRectF(cell.left() + 6, cell.center().y() - 11.5, 0, 23)
            box.setWidth(min(wanted, cell.width() - 10))
            paint_chip(painter, box, chip.tone, chip.text, chip.icon)
