"""One ticket: head and strip above; what was said at the left, the next step at the right."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from frontdesk.models.enums import ComplaintStep
from frontdesk.services.complaints.dto import CategoryTree, Ticket, field_name
from frontdesk.ui.complaints.after_panel import AfterCard, AfterPanel
from frontdesk.ui.complaints.cues_line import CuesLine
from frontdesk.ui.complaints.entry_list import EntryList
from frontdesk.ui.complaints.evidence_panel import EvidencePanel
from frontdesk.ui.complaints.left_pages import LeftPages
from frontdesk.ui.complaints.said_card import SaidCard
from frontdesk.ui.complaints.step_card import StepCard
from frontdesk.ui.complaints.ticket_head import TicketHead
from frontdesk.ui.kit import language
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.tokens import GAP

_SAID_WIDTH = 340


class TicketView(Translated, QWidget):
    """Shows a ticket; what may be done stands in ``steps``."""

    def __init__(self, amber_percent: int) -> None:
        super().__init__()
        self.ticket: Ticket | None = None
        self._tree = CategoryTree(())
        self.head = TicketHead(amber_percent)
        self.steps = StepCard()
        self.entries = EntryList()
        self.said = SaidCard()
        self.pages = LeftPages()
        self.after = AfterPanel()
        self.pages.add_page(self.entries, lambda: self.tr("Steps so far"))
        self.pages.add_page(self.after, self.after.page_title)
        self.evidence = EvidencePanel()
        self.pages.add_page(self.evidence, self.evidence.page_title)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.said)
        column.addWidget(self.pages, 1)
        left.setMinimumWidth(_SAID_WIDTH)
        left.setMaximumWidth(_SAID_WIDTH * 3 // 2)
        body = QHBoxLayout()
        body.setSpacing(GAP)
        body.addWidget(left, 1)
        # An act upon what follows takes the step's place; what is typed for the step stays.
        self.after_card = AfterCard()
        self.work = QStackedWidget()
        self.work.addWidget(self.steps)
        self.work.addWidget(self.after_card)
        body.addWidget(self.work, 3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        whole.addWidget(self.head)
        whole.addLayout(body, 1)
        whole.addWidget(CuesLine())
        self.retranslate()

    def show_ticket(self, ticket: Ticket, tree: CategoryTree) -> None:
        """Show ``ticket``; a form half typed for a step still open is left alone."""
        self.ticket, self._tree = ticket, tree
        self.head.show_ticket(ticket, tree)
        self.steps.show_ticket(ticket, tree)
        self._show_said(ticket)

    def has_unsaved(self) -> bool:
        """Whether a step is half typed."""
        form = self.steps.form
        return form is not None and form.has_changes()

    def retranslate(self) -> None:
        self.said.set_title(self.tr("As the customer said it"))
        self.pages.retranslate()
        if self.ticket is not None:
            self._show_said(self.ticket)

    def _show_said(self, ticket: Ticket) -> None:
        speak = language.current()
        answers = {"remedy": ticket.remedy, "about": ticket.about or ""}
        answers |= {name: getattr(ticket.facts, name) for name in ticket.facts.__dataclass_fields__}
        lines = [
            self.tr("{name}: {text}").format(
                name=field_name(ComplaintStep.REGISTERED, name, speak), text=text
            )
            for name, text in answers.items()
            if text
        ]
        self.said.show_words(ticket.words, lines)
        self.entries.show_entries(ticket, self._tree)
