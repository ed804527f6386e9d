"""The left card of a ticket: what was said and done, and the other pages that hang there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.tokens import GAP


class LeftPages(Translated, QFrame):
    """Pages under one row of tabs. ``turned`` carries the page that is shown now."""

    turned = Signal(QWidget)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.bar = QTabBar()
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setElideMode(Qt.TextElideMode.ElideNone)
        self.bar.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.stack = QStackedWidget()
        self._titles: list[Callable[[], str]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 12)
        column.setSpacing(GAP)
        column.addWidget(self.bar)
        column.addWidget(self.stack, 1)
        self.bar.currentChanged.connect(self._turn)

    def add_page(self, page: QWidget, title: Callable[[], str]) -> None:
        """One more page; ``title`` says its name, with a number if there is one.

        No pictures beside the names: three pages have to fit into a narrow card.
        """
        self._titles.append(title)
        self.stack.addWidget(page)
        self.bar.addTab(title())

    def show_page(self, page: QWidget) -> None:
        """Bring ``page`` to the front."""
        self.bar.setCurrentIndex(self.stack.indexOf(page))

    def retranslate(self) -> None:
        """Say the titles anew: the language or a number changed."""
        for at, title in enumerate(self._titles):
            self.bar.setTabText(at, title())
        self.bar.setAccessibleName(self.tr("Pages of the ticket"))

    def _turn(self, at: int) -> None:
        self.stack.setCurrentIndex(at)
        page = self.stack.currentWidget()
        if page is not None:
            self.turned.emit(page)
