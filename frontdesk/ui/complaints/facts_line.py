"""A few facts in one line: an icon says what each is, the tooltip names it in full."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from frontdesk.ui.kit.labels import set_tip
from frontdesk.ui.kit.sign import Sign
from frontdesk.ui.kit.tokens import GRID, ROOM

_NARROWEST = 48


class FactsLine(QWidget):
    """One place for each icon; facts that are empty take no room."""

    def __init__(self, icons: Sequence[str]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(ROOM)
        self._cells: list[tuple[QWidget, ElidedLabel]] = []
        for name in icons:
            cell, value = QWidget(), ElidedLabel()
            inside = QHBoxLayout(cell)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(GRID)
            inside.addWidget(Sign(name))
            inside.addWidget(value)
            row.addWidget(cell)
            self._cells.append((cell, value))
        row.addStretch(1)

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show (name, value) pairs, as many as there are icons."""
        for (cell, value), (title, text) in zip(self._cells, facts, strict=True):
            value.setText(text)
            set_tip(cell, f"{title}: {text}")
            value.setAccessibleName(f"{title}: {text}")
            cell.setVisible(bool(text))


class ElidedLabel(QLabel):
    """A line of plain text that ends in \u2026 where there is no room for all of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(_NARROWEST, super().sizeHint().width()), super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(self.rect(), side, shown)
        painter.end()
