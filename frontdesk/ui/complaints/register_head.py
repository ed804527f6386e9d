"""The head of whatever registers a complaint: the way back, whose it is, and what keeps it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.ui.complaints.register_repeats import RepeatLine
from frontdesk.ui.kit.icons import icon
from frontdesk.ui.kit.labels import button, muted, set_tip
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import KeyHint, page_title
from frontdesk.ui.kit.tokens import GAP


class RegisterHead(Translated, QWidget):
    """``save_asked`` and ``left`` are the ways out; ``acts`` stand before the key that saves."""

    save_asked = Signal()
    left = Signal()

    def __init__(self, *acts: QWidget) -> None:
        super().__init__()
        self.back = button(look="flat")
        self.back.setIcon(icon("arrow-left", "accent"))
        self.back.clicked.connect(self.left)
        self.title = page_title()
        self.customer = muted()
        self.repeat = RepeatLine()
        self.key = KeyHint("Ctrl+Enter")
        self.save = button(look="primary")
        self.save.clicked.connect(self.save_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for who in (self.back, self.title, self.customer, self.repeat):
            row.addWidget(who)
        row.addStretch(1)
        for act in (*acts, self.key, self.save):
            row.addWidget(act)
        self.retranslate()

    def show_customer(self, *parts: str) -> None:
        """Say whose complaint it is: name, number of the file, telephone, as far as known."""
        self.customer.setText(" · ".join(part for part in parts if part))

    def retranslate(self) -> None:
        self.back.setText(self.tr("List"))
        set_tip(self.back, self.tr("Back to the list (Esc); what is typed is kept"))
