"""Registering a complaint: whose it is above, the form, the trade's conduct beside it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.models.enums import ComplaintChannel
from frontdesk.services.complaints.dto import CategoryTree, Start
from frontdesk.ui.complaints.cues_line import CuesLine
from frontdesk.ui.complaints.register_form import RegisterForm
from frontdesk.ui.kit.icons import icon
from frontdesk.ui.kit.labels import button, muted, set_tip
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import Card, KeyHint, StatusChip, page_title, scrolled
from frontdesk.ui.kit.tokens import GAP, Tone

_MOST_NUMBERS = 2


class RegisterView(Translated, QWidget):
    """``save_asked`` and ``left`` are the two ways out."""

    save_asked = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.start: Start | None = None
        self.return_ = button(look="flat")
        self.return_.setIcon(icon("arrow-left", "accent"))
        self.return_.clicked.connect(self.left)
        self.title = page_title()
        self.customer = muted()
        self.open_ = StatusChip(Tone.WARN)
        self.save = button(look="primary")
        self.save.clicked.connect(self.save_asked)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        for widget in (self.return_, self.title, self.customer, self.open_):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(KeyHint("Ctrl+Enter"))
        head.addWidget(self.save)
        self.form = RegisterForm()
        self.form.save_requested.connect(self.save_asked)
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
        self.form.begin(start, tree, channel, vehicle_id, visit_id)
        self.retranslate()

    def retranslate(self) -> None:
        self.return_.setText(self.tr("List"))
        set_tip(self.return_, self.tr("Back to the list (Esc); what is typed is kept"))
        self.title.setText(self.tr("New complaint"))
        self.save.setText(self.tr("Register"))
        start = self.start
        self.open_.hide()
        if start is None:
            return
        self.customer.setText(
            " · ".join(
                part for part in (start.customer, start.customer_number, start.phone) if part
            )
        )
        if start.open_tickets:
            numbers = ", ".join(start.open_tickets[:_MOST_NUMBERS])
            more = " …" if len(start.open_tickets) > _MOST_NUMBERS else ""
            said = self.tr("Open already: {numbers}").format(numbers=numbers + more)
            self.open_.show_status(Tone.WARN, said)
            set_tip(self.open_, ", ".join(start.open_tickets))
            self.open_.show()
