"""Writes the proof pack of the ticket shown: one question, one file, then where it lies."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.services.complaints.dto import Ticket
from frontdesk.services.complaints.proof import ProofMade
from frontdesk.services.permissions import Permission
from frontdesk.ui.complaints.ticket_view import TicketView
from frontdesk.ui.kit.labels import button, muted, plain, set_tip
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.page import Page
from frontdesk.ui.kit.tokens import GAP, ROOM, Tone

KEYS = "Ctrl+Shift+P"
_FOLDER = "proof/folder"
_WIDTH = 480
_SAID_FOR_MS = 12_000


class ProofDesk(QObject):
    """Hangs on the head of a ticket; the button is there only for who may use it."""

    def __init__(self, page: Page, view: TicketView) -> None:
        super().__init__(page)
        self._page, self._view = page, view
        self.window: ProofWindow | None = None
        self.may = page.context.services.desk.may(Permission.VIEW_AUDIT)
        view.head.proof.setVisible(self.may)
        view.head.proof_asked.connect(self.ask)

    def ask(self) -> None:
        """Ask what is to stand in the pack of the ticket shown."""
        ticket = self._view.ticket
        if not self.may or ticket is None or not self._view.isVisible():
            return
        self.window = ProofWindow(self._page, ticket.number)
        self.window.chosen.connect(lambda in_full: self._choose(ticket, in_full=in_full))
        self.window.open()

    def write(self, ticket: Ticket, target: Path, *, in_full: bool) -> None:
        """Write the pack, with the password; what stood at ``target`` is replaced."""
        proofs, speak = self._page.context.services.proofs, self._page.context.language
        self._page.run(
            lambda: proofs.make(ticket.id, target, speak, in_full=in_full),
            self._done,
            kind="files",
        )

    def _choose(self, ticket: Ticket, *, in_full: bool) -> None:
        state = self._page.context.state
        folder = Path(state.get(_FOLDER) or Path.home())
        chosen, _ = QFileDialog.getSaveFileName(
            self._page,
            self.tr("Save the proof pack"),
            str(folder / f"{ticket.number}-proof.zip"),
            self.tr("Proof pack (*.zip)"),
        )
        if chosen:
            state.put(_FOLDER, str(Path(chosen).parent))
            self.write(ticket, Path(chosen), in_full=in_full)

    def _done(self, made: ProofMade) -> None:
        said = self.tr("%n file(s) of {number} saved as {file}.", "", made.parts)
        text = said.format(number=made.number, file=made.path.name)
        self._page.notice(Tone.OK, text, for_ms=_SAID_FOR_MS)


class ProofWindow(Translated, QDialog):
    """``chosen`` carries whether numbers stand in it in full. Enter goes on, Esc leaves it."""

    chosen = Signal(bool)

    def __init__(self, parent: QWidget, number: str) -> None:
        super().__init__(parent)
        self._number = number
        self._said = plain(wrap=True)
        self._hint = muted(wrap=True)
        self.in_full = QCheckBox()
        self.save = button(look="primary")
        self.save.setDefault(True)
        self.save.clicked.connect(self._go_on)
        self._cancel = button()
        self._cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addStretch(1)
        row.addWidget(self._cancel)
        row.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(ROOM, ROOM, ROOM, ROOM)
        column.setSpacing(GAP)
        for widget in (self._said, self.in_full, self._hint):
            column.addWidget(widget)
        column.addSpacing(GAP)
        column.addLayout(row)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._go_on)
        self.setFixedWidth(_WIDTH)
        self.retranslate()
        self.save.setFocus()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Proof pack of {number}").format(number=self._number))
        self._said.setText(
            self.tr(
                "One zip file with the form as it stands, every entry, the calls, the attachments "
                "and the change log with its seals. It can be verified without this program's data."
            )
        )
        self.in_full.setText(self.tr("Show telephone and ID number in full"))
        self._hint.setText(self.tr("That, and the pack itself, is noted in the audit trail."))
        self.save.setText(self.tr("Save as …"))
        set_tip(self.save, self.tr("Choose where to save it (Ctrl+Enter)"))
        self._cancel.setText(self.tr("Cancel"))

    def _go_on(self) -> None:
        self.accept()
        self.chosen.emit(self.in_full.isChecked())
