"""Registering a complaint: whose it is above, the form, the trade's conduct beside it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.models.enums import ComplaintChannel
from frontdesk.services.complaints.dto import CategoryTree, Start
from frontdesk.ui.complaints.cues_line import CuesLine
from frontdesk.ui.complaints.register_form import RegisterForm
from frontdesk.ui.complaints.register_repeats import RepeatLine
from frontdesk.ui.kit.icons import icon
from frontdesk.ui.kit.labels import button, muted, set_tip
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import Card, KeyHint, page_title, scrolled
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
        self.return_ = button(look="flat")
        self.return_.setIcon(icon("arrow-left", "accent"))
        self.return_.clicked.connect(self.left)
        self.title = page_title()
        self.customer = muted()
        self.repeat = RepeatLine()
        self.save = button(look="primary")
        self.save.clicked.connect(self.save_asked)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        for widget in (self.return_, self.title, self.customer, self.repeat):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(KeyHint("Ctrl+Enter"))
        head.addWidget(self.save)
        self.form = RegisterForm()
        self.form.save_requested.connect(self.save_asked)
        for field in (self.form.vehicle, self.form.category):
            field.changed.connect(self.repeat_wanted)
        card = Card()
        card.add(scrolled(self.form), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(card, 1)
        column.addWidget(CuesLine())
        self.retranslate()

    def begin(
        self,
        start: Start,
        tree: CategoryTree,
        channel: ComplaintChannel | None,
        vehicle_id: str | None,
        visit_id: str | None,
    ) -> None:
        """Begin a complaint of this customer."""
        self.start = start
        self.repeat.begin(start.open_tickets)
        self.form.begin(start, tree, channel, vehicle_id, visit_id)
        self.retranslate()
        self.repeat_wanted.emit()

    def retranslate(self) -> None:
        self.return_.setText(self.tr("List"))
        set_tip(self.return_, self.tr("Back to the list (Esc); what is typed is kept"))
        self.title.setText(self.tr("New complaint"))
        self.save.setText(self.tr("Register"))
        start = self.start
        if start is None:
            return
        self.customer.setText(
            " · ".join(
                part for part in (start.customer, start.customer_number, start.phone) if part
            )
        )
