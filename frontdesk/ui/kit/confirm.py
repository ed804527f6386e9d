"""The question for the password before a weighty act; then the act runs again by itself.

Nobody calls this: ``Tasks`` does whenever a service asks for it (``ConfirmationNeeded``), for any
page, section or dialog that works through them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.errors import ConfirmationNeeded, UserError
from frontdesk.ui.kit import errors
from frontdesk.ui.kit.banner import BannerArea
from frontdesk.ui.kit.countdown import Countdown
from frontdesk.ui.kit.fields import PasswordField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.labels import button, plain
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.tokens import GAP, ROOM

if TYPE_CHECKING:
    from frontdesk.ui.kit.page import UiContext
    from frontdesk.ui.kit.tasks import Tasks

_WIDTH = 460


def context_of(where: QObject | None) -> UiContext | None:
    """The context of the desk ``where`` stands on; ``None`` before anyone has signed in."""
    from frontdesk.ui.kit.page import UiContext

    at = where
    while at is not None:
        found = getattr(at, "context", None)
        if isinstance(found, UiContext):
            return found
        at = at.parent()
    return None


def ask_again(
    owner: QObject | None,
    needed: ConfirmationNeeded,
    again: Callable[[], None],
    leave: Callable[[], None],
) -> bool:
    """Ask the person at the desk of ``owner``; ``again`` when they are themselves, else ``leave``.

    ``False``: nobody can be asked, the desk is locked or was never opened.
    """
    context = context_of(owner)
    if context is None or not isinstance(owner, QWidget) or not owner.isVisible():
        return False
    window = ConfirmWindow(owner.window(), context, needed)
    window.confirmed.connect(again)
    window.declined.connect(leave)
    window.open()
    window.form.focus_first()
    return True


class ConfirmWindow(Translated, QDialog):
    """One field. Enter confirms, Esc leaves everything as it was; so does the lock."""

    confirmed = Signal()
    declined = Signal()

    def __init__(self, parent: QWidget, context: UiContext, needed: ConfirmationNeeded) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._tasks: Tasks = context.tasks
        self._accounts = context.services.accounts
        self._needed = needed
        self._refusal: UserError | None = None
        self.banners = BannerArea()
        self._question = plain(wrap=True)
        self.form = FormPanel()
        self.password = self.form.add(PasswordField("password"), 0)
        self.go_on = button(look="primary")
        self._back = button()
        self._wait = Countdown(self)
        self._build()
        self.form.last_entered.connect(self.submit)
        self.form.save_requested.connect(self.submit)
        self.go_on.clicked.connect(self.submit)
        self._back.clicked.connect(self.reject)
        self._wait.ticked.connect(self._waited)
        self.accepted.connect(self.confirmed)
        self.rejected.connect(self.declined)
        self.retranslate()

    def submit(self) -> None:
        """Have what is typed looked at."""
        if not self.go_on.isEnabled():
            return
        password = self.password.line.text()
        if not password:
            self.password.setFocus()
            return
        self.form.clear_errors()
        self.go_on.setEnabled(False)
        self._tasks.run(
            lambda: self._accounts.confirm(password),
            lambda _: self.accept(),
            self._refused,
            kind="write",
            owner=self,
        )

    def retranslate(self) -> None:
        """Say it in the language on screen."""
        self.setWindowTitle(self.tr("Please confirm"))
        self._question.setText(errors.said(self._needed))
        self.password.set_label(self.tr("Password"))
        self.go_on.setText(self.tr("Confirm (Enter)"))
        self._back.setText(self.tr("Cancel (Esc)"))
        self._say_refusal()

    def _refused(self, error: Exception) -> None:
        self.go_on.setEnabled(True)
        if not isinstance(error, UserError):
            errors.present(self, error)
            return
        self._refusal = error
        seconds = error.params.get("wait", 0)
        self._wait.begin(seconds if isinstance(seconds, (int, float)) else 0)
        self._say_refusal()
        self.password.setFocus()
        self.password.line.selectAll()

    def _waited(self, left: int) -> None:
        self.go_on.setEnabled(left == 0)
        self._say_refusal()

    def _say_refusal(self) -> None:
        if self._refusal is not None:
            self.password.set_error(errors.said_waiting(self._refusal, self._wait.left))

    def _build(self) -> None:
        self.setFixedWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, ROOM)
        column.setSpacing(ROOM)
        for widget in (self._question, self.banners, self.form):
            column.addWidget(widget)
        acts = QHBoxLayout()
        acts.setSpacing(GAP)
        acts.addStretch()
        acts.addWidget(self._back)
        acts.addWidget(self.go_on)
        column.addLayout(acts)
