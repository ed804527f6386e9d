"""What the customer said, in their own words: scrolls where the page is low; nothing is cut."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from frontdesk.ui.kit.labels import muted, plain, sized
from frontdesk.ui.kit.panels import Card
from frontdesk.ui.kit.tokens import GRID

_POINTS = 12.0


class SaidCard(Card):
    """``words`` as they fell, ``more`` what was heard besides, line by line."""

    def __init__(self) -> None:
        super().__init__()
        self.words = sized(plain(wrap=True), _POINTS)
        self.more = muted(wrap=True)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for label in (self.words, self.more):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)
        column.addStretch(1)
        self.area = _AsTallAsItsWords(inside)
        self.add(self.area)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def set_title(self, text: str) -> None:
        """The card's title, which is also what its words are called."""
        super().set_title(text)
        self.area.setAccessibleName(text)

    def show_words(self, words: str, more: list[str]) -> None:
        """Show other words."""
        self.words.setText(words)
        self.more.setText("\n".join(more))
        self.more.setVisible(bool(more))


class _AsTallAsItsWords(QScrollArea):
    """Wants the height of what it holds, and gets along with a line and a half."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside = inside
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().rangeChanged.connect(self._let_reach)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        inside.setProperty("look", "ground")
        self.setWidget(inside)

    def sizeHint(self) -> QSize:
        return self._inside.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        line = self.fontMetrics().lineSpacing() * 2
        return QSize(0, min(self.sizeHint().height(), line))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._inside and event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    @Slot(int, int)
    def _let_reach(self, _least: int, most: int) -> None:
        """What has to be scrolled must be within reach of the keyboard."""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if most else Qt.FocusPolicy.NoFocus)
