"""Signing in: who is at the desk. The password unlocks the data.

The first thing painted: it does without the kit's forms, which are loaded while a name is typed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from frontdesk.language import Language
from frontdesk.ui.kit import language
from frontdesk.ui.kit.first_label import FirstLabel
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.state import UiState
from frontdesk.ui.kit.tasks import Tasks
from frontdesk.ui.kit.tokens import GAP, ROOM, SMALL_POINTS, TITLE_POINTS
from frontdesk.ui.shell.mark import Mark

if TYPE_CHECKING:
    from frontdesk.services.registry import Services

DEMO_PASSWORD = "frontdesk-demo"  # noqa: S105 - of the invented dealership, as the README says

Unlock = Callable[[str, str], "Services"]
_WIDTH = 520


class SignInPage(Translated, QWidget):
    """Name, password, Enter. ``signed_in`` carries the services of the person.

    ``unlock`` is called on a worker thread with name and password.
    """

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
        self.dealership = FirstLabel("", TITLE_POINTS, bold=True)
        self._program = FirstLabel("muted")
        self.notice = FirstLabel("notice")
        self._labels = [FirstLabel(), FirstLabel()]
        self.login = QLineEdit(state.get("login", "admin" if demo else ""))
        self.login.setMaxLength(64)
        self.password = QLineEdit()
        self.password.setMaxLength(1024)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.error = FirstLabel("error", SMALL_POINTS)
        self.enter = _button("primary")
        self._hint = FirstLabel("muted", SMALL_POINTS)
        self._forgotten = _button("flat")
        self._place = FirstLabel("muted", SMALL_POINTS)
        self._place.set_text(data_place)
        self.languages = {Language.ZH_CN: _button("flat"), Language.EN: _button("flat")}
        self._build()
        self.login.returnPressed.connect(self.password.setFocus)
        self.password.returnPressed.connect(self.submit)
        self.enter.clicked.connect(self.submit)
        self._forgotten.clicked.connect(self.recovery_asked)
        for each, choice in self.languages.items():
            choice.clicked.connect(lambda _=False, each=each: language.switch().use(each))
        for line in (self.login, self.password):
            line.textEdited.connect(self._clear)
        self.retranslate()

    def submit(self) -> None:
        """Try to sign in with what is typed."""
        if not self.enter.isEnabled():
            return
        login, password = self.login.text().strip(), self.password.text()
        self._clear()
        if not login or not password:
            missing = self.password if login else self.login
            self._fault(missing, self.tr("Type your name and your password."))
            return
        self._busy(True)
        self._tasks.run(
            lambda: self._unlock(login, password), self._opened, self._refused, owner=self
        )

    def ask_again(self, notice: str = "") -> None:
        """Empty the password and wait for the next person; ``notice`` says why."""
        self.password.clear()
        self._clear()
        self.notice.set_text(notice)
        self._busy(False)
        self._focus()

    def _opened(self, services: Services) -> None:
        self._state.put("login", self.login.text().strip())
        self._state.put("dealership", services.desk.profile.name)
        self.ask_again()
        self.retranslate()
        self.signed_in.emit(services)

    def _refused(self, error: Exception) -> None:
        from frontdesk.errors import FrontdeskError, UserError
        from frontdesk.ui.kit import errors

        self._busy(False)
        if not isinstance(error, FrontdeskError):
            errors.present(self, error)
            return
        of_login = isinstance(error, UserError) and error.field == "login"
        self._fault(self.login if of_login else self.password, errors.said(error))

    def _fault(self, line: QLineEdit, said: str) -> None:
        self.error.set_text(said)
        line.setAccessibleDescription(said)
        line.setProperty("fault", "true")
        line.style().polish(line)
        line.selectAll()
        line.setFocus()

    def _clear(self) -> None:
        if not self.error.text():
            return
        self.error.set_text("")
        for line in (self.login, self.password):
            line.setAccessibleDescription("")
            line.setProperty("fault", "false")
            line.style().polish(line)

    def _busy(self, busy: bool) -> None:
        self.enter.setEnabled(not busy)
        self.enter.setText(self.tr("Opening …") if busy else self.tr("Sign in"))

    def _focus(self) -> None:
        (self.password if self.login.text().strip() else self.login).setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._focus()

    def retranslate(self) -> None:
        self.dealership.set_text(self._state.get("dealership") or self.tr("Frontdesk"))
        self._program.set_text(self.tr("Customer files · Intake · Callbacks · Complaints"))
        for label, line, text in zip(
            self._labels,
            (self.login, self.password),
            (self.tr("Name"), self.tr("Password")),
            strict=True,
        ):
            label.set_text(text)
            line.setAccessibleName(text)
        self._busy(not self.enter.isEnabled())
        self._forgotten.setText(self.tr("Forgot the password? Use the recovery sheet"))
        self._forgotten.setVisible(not self._demo)
        said = self.tr(
            "Sample dealership. Every account has the password {password}: admin, advisor, "
            "consultant, specialist, csmanager, servicemanager, salesmanager, gm."
        )
        self._hint.set_text(said.format(password=DEMO_PASSWORD) if self._demo else "")
        for each, name in ((Language.ZH_CN, "中文"), (Language.EN, "English")):
            self.languages[each].setText(name)
            self.languages[each].setEnabled(each is not language.current())

    def _build(self) -> None:
        card = QFrame()
        card.setProperty("look", "card")
        card.setFixedWidth(_WIDTH)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(40, 32, 40, 24)
        inside.setSpacing(GAP)
        titles = QVBoxLayout()
        titles.setSpacing(2)
        titles.addWidget(self.dealership)
        titles.addWidget(self._program)
        head = QHBoxLayout()
        head.setSpacing(ROOM)
        head.addWidget(Mark())
        head.addLayout(titles, 1)
        inside.addLayout(head)
        inside.addSpacing(ROOM)
        inside.addWidget(self.notice)
        grid = QGridLayout()
        grid.setSpacing(GAP)
        for row, line in enumerate((self.login, self.password)):
            self._labels[row].setWordWrap(False)
            grid.addWidget(self._labels[row], row, 0)
            grid.addWidget(line, row, 1)
        grid.addWidget(self.error, 2, 1)
        inside.addLayout(grid)
        inside.addSpacing(GAP)
        for widget in (self.enter, self._hint, self._forgotten):
            inside.addWidget(widget)
        self.notice.hide()
        self.error.hide()
        across = QHBoxLayout()
        across.addStretch()
        across.addWidget(card)
        across.addStretch()
        foot = QHBoxLayout()
        foot.addWidget(self._place, 1)
        for choice in self.languages.values():
            foot.addWidget(choice)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addLayout(across)
        column.addStretch(3)
        column.addLayout(foot)


def _button(look: str) -> QPushButton:
    made = QPushButton()
    made.setProperty("look", look)
    made.setAutoDefault(False)
    return made
