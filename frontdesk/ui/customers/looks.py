"""Looks at what is masked, each noted; and, for whoever may read the trail, who looked so far."""

from __future__ import annotations

from PySide6.QtCore import QObject

from frontdesk.services.customers.dto import EntryKind, TimelineEntry
from frontdesk.services.customers.timeline import FLAGGED
from frontdesk.services.permissions import Permission
from frontdesk.ui.customers.file_pane import FilePane
from frontdesk.ui.kit.labels import ask, tell
from frontdesk.ui.kit.page import Page, Place, Record

_CUSTOMER = "customer"
_TOLD = frozenset({EntryKind.WORK_BEFORE, EntryKind.MESSAGE})
_TABS = {
    EntryKind.VISIT: "intake",
    EntryKind.CALL: "callbacks",
    EntryKind.COMPLAINT: "complaints",
}


class Looks(QObject):
    """F8 shows the ID number, Shift+F8 who saw it and what else was done with the file."""

    def __init__(self, page: Page, pane: FilePane) -> None:
        super().__init__(page)
        self._page, self._pane = page, pane
        head, may = pane.head, page.context.services.desk.may
        self._may_reveal = may(Permission.REVEAL_IDENTITY)
        self._may_edit = may(Permission.EDIT_CUSTOMERS)
        self.may_trail = may(Permission.VIEW_AUDIT)
        head.reveal.setEnabled(self._may_reveal)
        head.allow_trail(self.may_trail)
        head.reveal_asked.connect(self.reveal)
        head.trail_asked.connect(self.trail)

    def reveal(self) -> None:
        """Show the full ID number; the look is noted."""
        file = self._pane.file
        if file is None or not file.identity_masked or not self._may_reveal:
            return

        def show(number: str) -> None:
            if self._pane.file is not None and self._pane.file.id == file.id:
                self._pane.customer.show_identity(number)
                self._pane.show_form(self._pane.customer)

        customers = self._page.context.services.customers
        self._page.run(lambda: customers.reveal_identity(file.id), show, kind="write")

    def trail(self) -> None:
        """The audit trail of this file: who saw its numbers, who changed what."""
        file = self._pane.file
        if file is not None and self.may_trail:
            record = Record(_CUSTOMER, file.id, f"{file.name} {file.number}")
            self._page.context.navigate(Place("settings", None, "audit", record))

    def open_entry(self, entry: TimelineEntry) -> None:
        """Go to what an event of the past is about; a note is shown whole."""
        if entry.kind in _TABS:
            self._page.context.navigate(Place(_TABS[entry.kind], entry.id, "open"))
        elif entry.kind is EntryKind.NOTE:
            self._note(entry)
        elif entry.kind in _TOLD:
            tell(self._page, f"{entry.number} {entry.car}".strip(), entry.text)

    def _note(self, entry: TimelineEntry) -> None:
        """The note whole; who may edit the file can have it seen at once, or no longer."""
        title, flagged = self.tr("Note by {name}").format(name=entry.by), entry.what == FLAGGED
        if not self._may_edit:
            tell(self._page, title, entry.text)
            return
        text = self.tr("No longer important") if flagged else self.tr("Show at each visit")
        if ask(self._page, title, entry.text, yes=text, by_the_way=True):
            customers = self._page.context.services.customers
            self._page.run(
                lambda: customers.flag_note(entry.id, flagged=not flagged),
                lambda _: self._page.refresh(frozenset()),
                kind="write",
            )
