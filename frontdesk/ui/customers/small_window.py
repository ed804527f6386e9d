"""A small window over a file: one form, one act, and the way out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.errors import UserError
from frontdesk.ui.kit import errors
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.labels import button
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.page import UiContext
from frontdesk.ui.kit.tokens import GAP, ROOM


class SmallWindow(Translated, QDialog):
    """Ctrl+Enter does ``act``, Esc leaves all as it is.

    A subclass fills ``form``, hands its widgets to ``lay_out`` and says its texts in
    ``retranslate``.
    """

    def __init__(self, parent: QWidget, context: UiContext, form: FormPanel, width: int) -> None:
        super().__init__(parent)
        self.context, self.form = context, form
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(width)
        self.do, self.leave = button(look="primary"), button()
        form.last_entered.connect(self.act)
        form.save_requested.connect(self.act)
        self.do.clicked.connect(self.act)
        self.leave.clicked.connect(self.reject)

    def lay_out(self, *widgets: QWidget) -> None:
        """``widgets`` one under the other, the buttons below them."""
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.do)
        column = QVBoxLayout(self)
        column.setContentsMargins(ROOM, ROOM, ROOM, ROOM)
        column.setSpacing(GAP)
        for widget in widgets:
            column.addWidget(widget)
        column.addLayout(row)

    def retranslate(self) -> None:
        self.leave.setText(self.tr("Leave as it is  Esc"))

    def act(self) -> None:
        """What the window is for."""
        raise NotImplementedError

    def write(self, fn: Callable[[], Any], done: Callable[[], Any]) -> None:
        """Do ``fn`` off the GUI thread, then ``done`` and close; what was wrong is said here."""

        def finished(_: object) -> None:
            done()
            self.accept()

        self.context.tasks.run(fn, finished, self._failed, kind="write", owner=self)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, UserError) and error.field is not None and self.form.has(error.field):
            self.form.show_errors(error)
        else:
            errors.present(self, error)
