"""Registering a complaint: whose it is above, the form, the trade's conduct beside it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.services.complaints.dto import Start
from frontdesk.ui.complaints.cues_line import CuesLine
from frontdesk.ui.complaints.register_form import Beginning, RegisterForm
from frontdesk.ui.complaints.register_head import RegisterHead
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import Card, scrolled
from frontdesk.ui.kit.tokens import GAP


class RegisterView(Translated, QWidget):
    """``save_asked`` and ``left`` are the two ways out.

    ``repeat_wanted`` asks what this complaint would repeat: it is told by ``show_earlier``.
    """

    save_asked = Signal()
    left = Signal()
    repeat_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.start: Start | None = None
        self.head = RegisterHead()
        self.head.save_asked.connect(self.save_asked)
        self.head.left.connect(self.left)
        self.repeat = self.head.repeat
        self.form = RegisterForm()
        self.form.save_requested.connect(self.save_asked)
        for field in (self.form.vehicle, self.form.category):
            field.changed.connect(self.repeat_wanted)
        card = Card()
        card.add(scrolled(self.form), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.head)
        column.addWidget(card, 1)
        column.addWidget(CuesLine())
        self.retranslate()

    def begin(self, begun: Beginning) -> None:
        """Begin a complaint of this customer."""
        self.start = begun.start
        self.repeat.begin(begun.start.open_tickets)
        self.form.begin(begun)
        self.retranslate()
        self.repeat_wanted.emit()

    def retranslate(self) -> None:
        self.head.title.setText(self.tr("New complaint"))
        self.head.save.setText(self.tr("Register"))
        if self.start is not None:
            start = self.start
            self.head.show_customer(start.customer, start.customer_number, start.phone)
