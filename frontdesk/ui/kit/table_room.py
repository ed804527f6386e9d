"""Keeps the column that takes what is left of a table readable where nothing is left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHeaderView, QTableView

_LEAST = 88
"""A name of four characters, in pixels."""


class StretchRoom(QObject):
    """Watches a table: where its ``stretching`` columns would shrink to nothing, it scrolls."""

    def __init__(self, view: QTableView, stretching: Sequence[int]) -> None:
        super().__init__(view)
        self._view, self._stretching = view, tuple(stretching)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.share()
        return super().eventFilter(watched, event)

    def share(self) -> None:
        """Stretch while there is room; else the least width, and the table scrolls."""
        view, header = self._view, self._view.horizontalHeader()
        shown = [n for n in range(header.count()) if not header.isSectionHidden(n)]
        mine = [n for n in self._stretching if n in shown]
        # Qt would share what is left between them and the last column, down to less than that one
        # was given; only where none of them is shown does the last one fill the table.
        header.setStretchLastSection(not mine)
        if not mine:
            return
        taken = sum(header.sectionSize(n) for n in shown if n not in mine)
        modes = QHeaderView.ResizeMode
        room = (view.viewport().width() - taken) // len(mine) >= _LEAST
        for number in mine:
            header.setSectionResizeMode(number, modes.Stretch if room else modes.Interactive)
            if not room:
                view.setColumnWidth(number, _LEAST)
