"""A forgotten password: the recovery sheet opens the data and sets a new one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.errors import UserError
from frontdesk.ui.kit import errors
from frontdesk.ui.kit.banner import BannerArea
from frontdesk.ui.kit.countdown import Countdown
from frontdesk.ui.kit.fields import PasswordField, TextField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.labels import button, muted
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import page_title
from frontdesk.ui.kit.strength import StrengthHint
from frontdesk.ui.kit.tasks import Tasks
from frontdesk.ui.kit.tokens import GAP, ROOM

if TYPE_CHECKING:
    from frontdesk.services.registry import Services

Recover = Callable[[str, str, str], "Services"]
_WIDTH = 560


class RecoverPage(Translated, QWidget):
    """``recovered`` carries the services of the person; ``left`` goes back to signing in.

    ``recover`` is called on a worker thread with code, account name and new password.
    """

    recovered = Signal(object)
    left = Signal()

    def __init__(self, tasks: Tasks, recover: Recover, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._recover = tasks, recover
        self.banners = BannerArea()
        self._title = page_title()
        self._lead = muted(wrap=True)
        self.form = FormPanel()
        self.form.add(TextField("recovery_code", max_length=80), 0)
        self.form.add(TextField("login", max_length=40), 1)
        self._hint = StrengthHint(
            self.form.add(PasswordField("password"), 2),
            lambda: (self.form.field("login").typed(),),
        )
        self.form.add(PasswordField("repeated"), 3)
        self.submit = button(look="primary")
        self.back = button()
        self._refusal: UserError | None = None
        self._wait = Countdown(self)
        self._wait.ticked.connect(self._waited)
        self._build()
        self.form.save_requested.connect(self.try_it)
        self.form.last_entered.connect(self.try_it)
        self.submit.clicked.connect(self.try_it)
        self.back.clicked.connect(self.left)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.left)
        self.retranslate()

    def ask(self, login: str = "") -> None:
        """Begin anew."""
        self.form.set_values({"login": login})
        self.banners.clear()
        self.submit.setEnabled(True)
        self.form.focus_first()

    def try_it(self) -> None:
        """Open the data with what is typed."""
        if not self.submit.isEnabled():
            return
        self.form.clear_errors()
        self.banners.clear()
        typed = self.form.typed()
        if typed["password"] != typed["repeated"]:
            self.form.show_errors(UserError("password.differs", field="repeated"))
            return
        self.submit.setEnabled(False)
        self._tasks.run(
            lambda: self._recover(typed["recovery_code"], typed["login"], typed["password"]),
            self._opened,
            self._refused,
            owner=self,
            kind="write",
        )

    def retranslate(self) -> None:
        """Say it in the language on screen."""
        self._title.setText(self.tr("Open with the recovery sheet"))
        self._lead.setText(
            self.tr(
                "Type the code of the sheet from the safe and a new password for your account. "
                "Case, blanks and dashes do not matter. It is noted in the audit trail."
            )
        )
        for name, text in {
            "recovery_code": self.tr("Recovery code"),
            "login": self.tr("Account name"),
            "password": self.tr("New password"),
            "repeated": self.tr("Password again"),
        }.items():
            self.form.field(name).set_label(text)
        self._hint.set_remark(self.tr("At least 8 characters."))
        self.submit.setText(self.tr("Open and set the password"))
        self.back.setText(self.tr("Back (Esc)"))

    def _opened(self, services: Services) -> None:
        self.ask()
        self.recovered.emit(services)

    def _refused(self, error: Exception) -> None:
        self.submit.setEnabled(True)
        if isinstance(error, UserError) and error.field and self.form.has(error.field):
            self.form.show_errors(error)
            self._wait_for(error)
        else:
            errors.present(self, error)

    def _wait_for(self, error: UserError) -> None:
        """After several wrong codes the button waits; what is typed stays."""
        seconds = error.params.get("wait", 0)
        if isinstance(seconds, (int, float)) and seconds > 0:
            self._refusal = error
            self._wait.begin(seconds)

    def _waited(self, left: int) -> None:
        self.submit.setEnabled(left == 0)
        if self._refusal is not None and self._refusal.field:
            said = errors.said_waiting(self._refusal, left)
            self.form.field(self._refusal.field).set_error(said or None)
        if not left:
            self._refusal = None

    def _build(self) -> None:
        card = QFrame()
        card.setProperty("look", "card")
        card.setFixedWidth(_WIDTH)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(40, 32, 40, 32)
        inside.setSpacing(GAP)
        for widget in (self._title, self._lead, self.banners, self.form):
            inside.addWidget(widget)
        inside.addSpacing(ROOM)
        acts = QHBoxLayout()
        acts.addWidget(self.submit)
        acts.addWidget(self.back)
        acts.addStretch(1)
        inside.addLayout(acts)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addLayout(row)
        column.addStretch(3)
