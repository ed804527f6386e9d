"""Asks why a photo is withdrawn, and withdraws it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from frontdesk.ui.kit import errors
from frontdesk.ui.kit.fields import TextField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.labels import button
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.page import Page
from frontdesk.ui.kit.soon import soon
from frontdesk.ui.kit.tokens import GAP, Tone

if TYPE_CHECKING:
    from frontdesk.ui.intake.photos_panel import PhotosPanel


class PhotoWhy(Translated, QWidget):
    """Enter withdraws with the reason, Esc keeps the photo."""

    answered = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.why = TextField("why")
        self.why.line.installEventFilter(self)
        self.form = FormPanel()
        self.form.add(self.why, 0)
        self.why.label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.yes, self.no = button(look="danger"), button()
        self.yes.clicked.connect(self._answer)
        self.no.clicked.connect(self.left)
        self.form.save_requested.connect(self._answer)
        self.form.last_entered.connect(self._answer)
        answers = QHBoxLayout()
        answers.setSpacing(GAP)
        answers.addStretch(1)
        answers.addWidget(self.no)
        answers.addWidget(self.yes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.form)
        column.addLayout(answers)
        self.hide()
        self.retranslate()

    def ask(self) -> None:
        """Ask for a reason."""
        self.why.set_value(None)
        self.form.clear_errors()
        self.show()
        self.why.setFocus(Qt.FocusReason.OtherFocusReason)
        # Once the room for it is made.
        soon(self, "_bring_into_view")

    def retranslate(self) -> None:
        self.why.set_label(self.tr("Withdrawn because"))
        self.yes.setText(self.tr("Withdraw"))
        self.no.setText(self.tr("Keep it"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Esc leaves the question, not the car.
        pressed = event if isinstance(event, QKeyEvent) else None
        if pressed is not None and pressed.key() == Qt.Key.Key_Escape:
            pressed.accept()
            if pressed.type() is QEvent.Type.KeyPress:
                self.left.emit()
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def _bring_into_view(self) -> None:
        at = self.parentWidget()
        while at is not None:
            if isinstance(at, QScrollArea):
                at.ensureWidgetVisible(self)
            at = at.parentWidget()

    def _answer(self) -> None:
        self.answered.emit(self.why.typed())


class PhotoWithdrawing(QObject):
    """Does it for one panel of photos, which then shows what is left."""

    def __init__(self, page: Page, panel: PhotosPanel) -> None:
        super().__init__(page)
        self._page, self._panel = page, panel
        self._service = page.context.services.evidence
        panel.withdraw_asked.connect(self._withdraw)

    @Slot(str, str)
    def _withdraw(self, photo_id: str, why: str) -> None:
        panel = self._panel

        def done(_: None) -> None:
            panel.drop(photo_id)
            self._page.notice(Tone.OK, self.tr("The photo is withdrawn; the trail keeps why."))

        self._page.run(
            lambda: self._service.withdraw(photo_id, why),
            done,
            lambda error: errors.present(panel.asking.form, error),
            kind="write",
        )
