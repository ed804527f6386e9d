"""Signing in: who is at the desk. The password unlocks the data."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.language import Language
from frontdesk.ui.kit import errors, language
from frontdesk.ui.kit.banner import BannerArea
from frontdesk.ui.kit.fields import PasswordField, TextField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.labels import button, muted, plain, sized, small
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.state import UiState
from frontdesk.ui.kit.tasks import Tasks
from frontdesk.ui.kit.tokens import GAP, ROOM, SECTION_POINTS, TITLE_POINTS, Tone
from frontdesk.ui.shell.mark import Mark

if TYPE_CHECKING:
    from frontdesk.services.registry import Services

DEMO_PASSWORD = "frontdesk-demo"  # noqa: S105 - of the invented dealership, as the README says

Unlock = Callable[[str, str], "Services"]


class SignInPage(Translated, QWidget):
    """Name, password, Enter. ``signed_in`` carries the services of the person."""

    signed_in = Signal(object)
    recovery_asked = Signal()

    def __init__(
        self,
        tasks: Tasks,
        unlock: Unlock,
        state: UiState,
        *,
        data_place: str = "",
        demo: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._unlock, self._state = tasks, unlock, state
        self._demo = demo
        self.banners = BannerArea()
        self._dealership = sized(plain(wrap=True), TITLE_POINTS, bold=True)
        self._program = muted(wrap=True)
        self.form = FormPanel()
        self.login = self.form.add(TextField("login", max_length=64), 0)
        self.password = self.form.add(PasswordField("password"), 1)
        self.enter = button(look="primary")
        self._place = small(data_place)
        self._hint = small(wrap=True)
        self._forgotten = button(look="flat")
        self._languages = {
            Language.ZH_CN: button("中文", look="flat"),
            Language.EN: button("English", look="flat"),
        }
        self._build()
        self.enter.clicked.connect(self.submit)
        self.form.save_requested.connect(self.submit)
        self.form.last_entered.connect(self.submit)
        self._forgotten.clicked.connect(self.recovery_asked)
        self.login.set_value(state.get("login", "admin" if demo else ""))
        self.retranslate()

    def submit(self) -> None:
        """Try to sign in with what is typed."""
        if not self.enter.isEnabled():
            return
        login, password = self.login.typed().strip(), self.password.typed()
        self.form.clear_errors()
        self.banners.clear()
        if not login or not password:
            missing = self.password if login else self.login
            missing.set_error(self.tr("Type your name and your password."))
            missing.setFocus()
            return
        self._busy(True)
        self._tasks.run(
            lambda: self._unlock(login, password), self._opened, self._refused, owner=self
        )

    def ask_again(self, login: str = "") -> None:
        """Empty the password and wait for the next person."""
        if login:
            self.login.set_value(login)
        self.password.set_typed("")
        self.form.clear_errors()
        self.banners.clear()
        self._busy(False)
        self._focus()

    def _opened(self, services: Services) -> None:
        self._state.put("login", self.login.typed().strip())
        self._state.put("dealership", services.desk.profile.name)
        self.password.set_typed("")
        self._busy(False)
        self.retranslate()
        self.signed_in.emit(services)

    def _refused(self, error: Exception) -> None:
        self._busy(False)
        errors.present(self, error)
        if not self.login.error():
            self.password.line.selectAll()
            self.password.setFocus()

    def _busy(self, busy: bool) -> None:
        self.enter.setEnabled(not busy)
        self.enter.setText(self.tr("Opening …") if busy else self.tr("Sign in"))

    def _focus(self) -> None:
        (self.password if self.login.typed().strip() else self.login).setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._focus()

    def retranslate(self) -> None:
        name = self._state.get("dealership")
        self._dealership.setText(name or self.tr("Frontdesk"))
        self._program.setText(self.tr("Customer files · Intake · Callbacks · Complaints"))
        self.login.set_label(self.tr("Name"))
        self.password.set_label(self.tr("Password"))
        self._busy(not self.enter.isEnabled())
        self._forgotten.setText(self.tr("Forgot the password? Use the recovery sheet"))
        self._forgotten.setVisible(not self._demo)
        self._hint.setVisible(self._demo)
        self._hint.setText(
            self.tr(
                "Sample dealership. Every account has the password {password}: admin, advisor, "
                "consultant, specialist, csmanager, servicemanager, salesmanager, gm."
            ).format(password=DEMO_PASSWORD)
        )
        for each, choice in self._languages.items():
            choice.setEnabled(each is not language.current())

    def _build(self) -> None:
        card = QFrame()
        card.setProperty("look", "card")
        card.setFixedWidth(440)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(40, 32, 40, 24)
        inside.setSpacing(GAP)
        head = QHBoxLayout()
        head.setSpacing(ROOM)
        head.addWidget(Mark(48), 0, Qt.AlignmentFlag.AlignTop)
        titles = QVBoxLayout()
        titles.setSpacing(2)
        titles.addWidget(self._dealership)
        titles.addWidget(self._program)
        head.addLayout(titles, 1)
        inside.addLayout(head)
        inside.addSpacing(ROOM)
        inside.addWidget(self.banners)
        inside.addWidget(self.form)
        inside.addSpacing(GAP)
        self.enter.setMinimumHeight(38)
        sized_font = self.enter.font()
        sized_font.setPointSizeF(SECTION_POINTS)
        self.enter.setFont(sized_font)
        inside.addWidget(self.enter)
        inside.addWidget(self._hint)
        inside.addWidget(self._forgotten, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addSpacing(GAP)
        foot = QHBoxLayout()
        foot.addWidget(self._place, 1)
        for each, choice in self._languages.items():
            choice.clicked.connect(lambda _=False, each=each: language.switch().use(each))
            foot.addWidget(choice)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(card)
        row.addStretch()
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addLayout(row)
        column.addStretch(3)
        column.addLayout(foot)

    def say(self, tone: Tone, text: str) -> None:
        """A notice above the form, such as why the desk was locked."""
        self.banners.show_banner(tone, text, key="notice")
