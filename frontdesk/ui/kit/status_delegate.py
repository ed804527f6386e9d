"""Draws the cells of a table: a status as a chip, everything else as Qt does."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from frontdesk.ui.kit.panels import paint_chip
from frontdesk.ui.kit.table_model import CHIP_ROLE, Chip

Index = QModelIndex | QPersistentModelIndex


class StatusDelegate(QStyledItemDelegate):
    """For tables whose model answers ``CHIP_ROLE``; ``RecordTable`` uses it by itself.

    A table paints a hundred cells at once: of a chip's cell only the ground is left to Qt, which
    would ask the model seven times for what is not drawn.
    """

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        chip = index.data(CHIP_ROLE)
        if isinstance(chip, Chip):
            size.setWidth(option.fontMetrics.horizontalAdvance(chip.text) + 52)
        return size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        # The line is chosen, not the cell: no frame around one cell.
        option.state &= ~QStyle.StateFlag.State_HasFocus
        chip = index.data(CHIP_ROLE)
        if not isinstance(chip, Chip):
            super().paint(painter, option, index)
            return
        style = QApplication.style()
        ground = QStyle.PrimitiveElement.PE_PanelItemViewItem
        style.drawPrimitive(ground, option, painter, option.widget)
        cell = QRectF(option.rect)
        wanted = option.fontMetrics.horizontalAdvance(chip.text) + 36
        box = QRectF(cell.left() + 6, cell.center().y() - 11.5, 0, 23)
        box.setWidth(min(wanted, cell.width() - 10))
        paint_chip(painter, box, chip.tone, chip.text, chip.icon)
