"""Lines of words, one under the other, that scroll."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.ui.kit.emptied import empty_layout
from frontdesk.ui.kit.panels import scrolled
from frontdesk.ui.kit.tokens import GAP

_BETWEEN = 12


class LinesArea(QWidget):
    """``texts`` is what a screen reader says of each line."""

    def __init__(self) -> None:
        super().__init__()
        self._inside = _WordsColumn()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, GAP, 0)
        self._column.setSpacing(_BETWEEN)
        self._column.addStretch(1)
        self.area = scrolled(self._inside)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.area)
        self.texts: tuple[str, ...] = ()

    def show_lines(self, lines: Sequence[QWidget], empty: QWidget | None = None) -> None:
        """Show ``lines`` in place of those before; ``empty`` where there are none."""
        empty_layout(self._column, but_last=1)
        for at, line in enumerate(lines):
            self._column.insertWidget(at, line)
        if empty is not None and not lines:
            self._column.insertWidget(0, empty)
        self.texts = tuple(line.accessibleName() for line in lines)
        self._inside.fit()


class _WordsColumn(QWidget):
    """As tall as its words need at the width there is; a scroll area does not ask for that."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Take the height the words need."""
        layout = self.layout()
        if layout is not None:
            self.setMinimumHeight(max(0, layout.totalHeightForWidth(self.width())))
