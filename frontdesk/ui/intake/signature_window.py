"""The customer signs on the screen: the picture is kept with the visit and stands on the sheet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.models.enums import AttachmentKind
from frontdesk.ui.intake.signature_pad import SignaturePad
from frontdesk.ui.kit import errors
from frontdesk.ui.kit.labels import button, plain
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.page import UiContext
from frontdesk.ui.kit.tokens import GAP, ROOM

_SUBJECT = "visit"


class SignatureWindow(Translated, QDialog):
    """Enter keeps what is drawn, Del begins anew, Esc leaves. ``kept`` is called afterwards."""

    def __init__(
        self, parent: QWidget, context: UiContext, visit_id: str, kept: Callable[[], object]
    ) -> None:
        super().__init__(parent)
        self._context, self._visit_id, self._kept = context, visit_id, kept
        self.told = plain(wrap=True)
        self.pad = SignaturePad()
        self.keep, self.clear, self.leave = button(look="primary"), button(), button(look="flat")
        column = QVBoxLayout(self)
        column.setContentsMargins(ROOM, ROOM, ROOM, ROOM)
        column.setSpacing(GAP)
        column.addWidget(self.told)
        column.addWidget(self.pad)
        row = QHBoxLayout()
        row.addStretch()
        for act in (self.leave, self.clear, self.keep):
            row.addWidget(act)
        column.addLayout(row)
        self.pad.changed.connect(self._able)
        self.keep.clicked.connect(self._keep)
        self.clear.clicked.connect(self.pad.clear)
        self.leave.clicked.connect(self.reject)
        self.keep.setDefault(True)
        QShortcut(QKeySequence("Del"), self).activated.connect(self.pad.clear)
        self._able()
        self.retranslate()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Customer's signature"))
        self.told.setText(
            self.tr("The customer signs here with the pen of a tablet or with the mouse.")
        )
        self.keep.setText(self.tr("Keep the signature"))
        self.clear.setText(self.tr("Begin anew (Del)"))
        self.leave.setText(self.tr("Without signature (Esc)"))

    def _able(self) -> None:
        self.keep.setEnabled(not self.pad.is_empty())

    def _keep(self) -> None:
        if self.pad.is_empty():
            return
        png, visit = self.pad.png(), self._visit_id
        evidence = self._context.services.evidence
        self.keep.setEnabled(False)

        def done(_: str) -> None:
            self.accept()
            self._kept()

        def failed(error: Exception) -> None:
            self._able()
            errors.present(self, error)

        self._context.tasks.run(
            lambda: evidence.add(_SUBJECT, visit, "signature.png", png, AttachmentKind.SIGNATURE),
            done,
            failed,
            kind="files",
            owner=self,
        )
