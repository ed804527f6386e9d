"""The first sign-in with a temporary password: one's own takes its place, typed twice."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.errors import UserError
from frontdesk.ui.kit.errors import said
from frontdesk.ui.kit.fields import PasswordField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.labels import plain
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.strength import StrengthHint
from frontdesk.ui.kit.tokens import GAP


class OwnPassword(Translated, QWidget):
    """Two fields under those of the sign-in; ``login`` gives the name typed there."""

    def __init__(self, login: Callable[[], str], dealership: Callable[[], str]) -> None:
        super().__init__()
        self._why = plain(wrap=True)
        self.form = FormPanel()
        self.new = self.form.add(PasswordField("new_password"), 0)
        self.repeated = self.form.add(PasswordField("repeated"), 1)
        self._hint = StrengthHint(self.new, lambda: (login(), dealership()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._why)
        column.addWidget(self.form)
        self.retranslate()

    def typed(self) -> str | None:
        """The new password, the same twice; ``None``, with its sentence shown, where it is not."""
        self.form.clear_errors()
        if not self.new.line.text():
            self.new.setFocus()
            return None
        if self.new.line.text() != self.repeated.line.text():
            self.form.show_errors(UserError("password.differs", field="repeated"))
            return None
        return self.new.line.text()

    def clear(self) -> None:
        """Forget what was typed."""
        self.form.set_values({})

    def retranslate(self) -> None:
        """Say it in the language on screen."""
        self._why.setText(said(UserError("sign_in.change_needed")))
        self.new.set_label(self.tr("Your own password"))
        self.repeated.set_label(self.tr("Once more"))
        self._hint.set_remark(self.tr("At least 8 characters."))
