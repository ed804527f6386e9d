"""Names and values in two columns, for reading only; what is empty takes no room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from frontdesk.ui.kit.emptied import empty_layout
from frontdesk.ui.kit.labels import muted, plain
from frontdesk.ui.kit.tokens import GAP, ROOM

Fact = tuple[str, str]


class Facts(QWidget):
    """``columns`` pairs of name and value beside each other."""

    def __init__(self, columns: int = 1) -> None:
        super().__init__()
        self._columns = columns
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(4)
        for each in range(columns):
            self._grid.setColumnStretch(each * 3 + 1, 1)
            if each:
                self._grid.setColumnMinimumWidth(each * 3 - 1, ROOM)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show those that have a value."""
        empty_layout(self._grid)
        for place, (name, value) in enumerate(fact for fact in facts if fact[1]):
            row, column = divmod(place, self._columns)
            label = muted(name)
            text = plain(value, wrap=True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            text.setAccessibleName(f"{name}: {value}")
            self._grid.addWidget(label, row, column * 3, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(text, row, column * 3 + 1, Qt.AlignmentFlag.AlignTop)
