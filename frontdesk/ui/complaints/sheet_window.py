"""A scan of a signed sheet on its way to its ticket: one question, one key."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.errors import UserError
from frontdesk.models.enums import AttachmentKind
from frontdesk.ui.kit import errors
from frontdesk.ui.kit.drop_area import Given
from frontdesk.ui.kit.fields import TextField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.labels import button, plain
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.page import Place, UiContext
from frontdesk.ui.kit.tokens import GAP, ROOM

if TYPE_CHECKING:
    from frontdesk.services.complaints.dto import Ticket

_SUBJECT = "complaint"
_WIDTH = 460


def look_for_sheet(
    context: UiContext,
    parent: QWidget,
    given: Given,
    otherwise: Callable[[], None] | None = None,
) -> None:
    """Read the barcode of ``given`` and ask whether to file it with that ticket.

    Without one, or where the ticket is not there: ``otherwise``, or the number is asked for.
    """
    services = context.services

    def find() -> Ticket | None:
        try:
            number = services.evidence.find_by_scan(given.content())
            return None if number is None else services.complaints.open(number)
        except UserError:
            if otherwise is None:
                raise
            return None  # said beside its name when it is added

    def done(ticket: Ticket | None) -> None:
        if ticket is None and otherwise is not None:
            otherwise()
        else:
            SheetWindow(parent, context, given, ticket).open()

    def failed(error: Exception) -> None:
        if isinstance(error, UserError) and error.code == "complaint.not_found":
            SheetWindow(parent, context, given, None).open()
        else:
            errors.present(parent, error)

    context.tasks.run(find, done, failed, kind="files", owner=parent)


class SheetWindow(Translated, QDialog):
    """Enter files the sheet with the ticket whose number stands there; Esc leaves it."""

    def __init__(
        self, parent: QWidget, context: UiContext, given: Given, ticket: Ticket | None
    ) -> None:
        super().__init__(parent)
        self.context = context
        self._given, self._ticket = given, ticket
        self._saving = False
        self.said = plain(wrap=True)
        self.number = TextField("number", max_length=30)
        self.number.set_value(ticket.number if ticket is not None else None)
        self.form = FormPanel()
        self.form.add(self.number, 0)
        self.form.save_requested.connect(self.file)
        self.form.last_entered.connect(self.file)
        self.yes, self.no = button(look="primary"), button()
        self.yes.setDefault(True)
        self.yes.clicked.connect(self.file)
        self.no.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addStretch(1)
        row.addWidget(self.no)
        row.addWidget(self.yes)
        column = QVBoxLayout(self)
        column.setContentsMargins(ROOM, ROOM, ROOM, ROOM)
        column.setSpacing(ROOM)
        column.addWidget(self.said)
        column.addWidget(self.form)
        column.addLayout(row)
        self.setMinimumWidth(_WIDTH)
        self.retranslate()
        (self.number if ticket is None else self.yes).setFocus()

    def file(self) -> None:
        """File it with the ticket of the number that stands there."""
        number = self.number.typed().strip()
        self.form.clear_errors()
        if not number or self._saving:
            self.number.setFocus()
            return
        self._saving = True
        services, given = self.context.services, self._given

        def keep() -> str:
            ticket = services.complaints.open(number)
            services.evidence.add(
                _SUBJECT, ticket.id, given.name, given.content(), AttachmentKind.SIGNED_SHEET
            )
            return ticket.id

        def done(ticket_id: str) -> None:
            self.accept()
            self.deleteLater()
            self.context.navigate(Place("complaints", ticket_id, "open"))

        def failed(error: Exception) -> None:
            self._saving = False
            if isinstance(error, UserError):
                self.number.set_error(errors.said(error))
            else:
                errors.present(self, error)

        self.context.tasks.run(keep, done, failed, kind="files", owner=self)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Signed sheet"))
        self.number.set_label(self.tr("Complaint number"))
        self.yes.setText(self.tr("File it (Enter)"))
        self.no.setText(self.tr("Cancel"))
        if self._ticket is None:
            text = self.tr("No barcode of a complaint could be read on “{name}”. Which one is it?")
            self.said.setText(text.format(name=self._given.name))
        else:
            text = self.tr("“{name}” is the signed sheet of {number}, {customer}. File it there?")
            self.said.setText(
                text.format(
                    name=self._given.name,
                    number=self._ticket.number,
                    customer=self._ticket.customer,
                )
            )


def pasted_name() -> str:
    """What a picture without a name of its own is called."""
    return QCoreApplication.translate("evidence", "Pasted picture.png")
