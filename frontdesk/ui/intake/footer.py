"""The row of acts beneath a form: each button with its key beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from frontdesk.ui.kit.labels import button, muted, sized
from frontdesk.ui.kit.panels import KeyHint
from frontdesk.ui.kit.tokens import GAP, SECTION_POINTS


class KeyedButton(QWidget):
    """A button and its key; hidden together."""

    def __init__(self, keys: str, *, look: str = "") -> None:
        super().__init__()
        self.button: QPushButton = button(look=look)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked = self.button.clicked
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(KeyHint(keys))
        row.addWidget(self.button)
        self.hide()  # until it is called something

    def set_text(self, text: str) -> None:
        """What the act is called; none hides it."""
        self.button.setText(text)
        self.setVisible(bool(text))


class Footer(QWidget):
    """A sum at the left, acts at the right, the primary one last."""

    def __init__(self) -> None:
        super().__init__()
        # Rather two lines of it than a button that is cut.
        self.sum = sized(muted(wrap=True), SECTION_POINTS, bold=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP * 2)
        self._row.addWidget(self.sum, 1)

    def add(self, act: KeyedButton) -> KeyedButton:
        """Put an act at the right."""
        self._row.addWidget(act)
        return act
