"""A button that prints something of a month: it offers the last twelve."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from frontdesk.clock import today
from frontdesk.ui.kit import words
from frontdesk.ui.kit.icons import icon
from frontdesk.ui.kit.labels import button
from frontdesk.ui.kit.language import Translated

_MONTHS = 12


class MonthButton(Translated, QWidget):
    """``asked`` carries the first day of the month chosen."""

    asked = Signal(object)

    def __init__(self, title: Callable[[], str]) -> None:
        super().__init__()
        self._title = title
        self.button = button()
        self.button.setIcon(icon("printer", "text"))
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._offer)
        self.button.setMenu(self.menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        self.retranslate()

    def open(self) -> None:
        """Show the months."""
        if self.isVisible():
            self.button.showMenu()

    def retranslate(self) -> None:
        self.button.setText(self._title())

    def _offer(self) -> None:
        self.menu.clear()
        month = today(words.clock()).replace(day=1)
        for _ in range(_MONTHS):
            act = self.menu.addAction(f"{month:%Y-%m}")
            act.triggered.connect(partial(self._chosen, month))
            month = (month - timedelta(days=1)).replace(day=1)
        self.menu.setActiveAction(self.menu.actions()[0])

    def _chosen(self, month: date, _: bool = False) -> None:
        self.asked.emit(month)
