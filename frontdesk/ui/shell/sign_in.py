"""Signing in: who is at the desk. The password unlocks the data.

The first thing painted: it does without the kit's forms, which are loaded while a name is typed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
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
from frontdesk.ui.kit.emptied import empty
from frontdesk.ui.kit.first_label import FirstLabel
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.state import UiState
from frontdesk.ui.kit.tasks import Tasks
from frontdesk.ui.kit.tokens import GAP, ROOM, SMALL_POINTS, TITLE_POINTS
from frontdesk.ui.shell.mark import Mark

if TYPE_CHECKING:
    from frontdesk.errors import FrontdeskError
    from frontdesk.services.registry import Services
    from frontdesk.ui.kit.countdown import Countdown
    from frontdesk.ui.shell.own_password import OwnPassword
    from frontdesk.ui.shell.place_words import PlaceDoubt

DEMO_PASSWORD = "frontdesk-demo"  # noqa: S105 - of the invented dealership, as the README says

_WIDTH = 520


class Unlock(Protocol):
    """Opens the desk of a person; ``new_password`` takes the place of a temporary one.

    ``told`` hears, on the worker thread, how many of how many steps of an upgrade are done.
    """

    def __call__(
        self,
        login: str,
        password: str,
        new_password: str = "",
        told: Callable[[int, int], None] | None = None,
    ) -> Services: ...


class SignInPage(Translated, QWidget):
    """Name, password, Enter. ``signed_in`` carries the services of the person.

    ``unlock`` is called on a worker thread with name and password.
    """

    signed_in = Signal(object)
    recovery_asked = Signal()
    _upgraded = Signal(int, int)

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
        self._upgrade: tuple[int, int] | None = None
        self._refusal: FrontdeskError | None = None
        self._wait: Countdown | None = None
        self.own: OwnPassword | None = None
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
        self._data_place = data_place
        self._doubt: PlaceDoubt | None = None
        self.languages = {Language.ZH_CN: _button("flat"), Language.EN: _button("flat")}
        self._build()
        self.login.returnPressed.connect(self.password.setFocus)
        self.password.returnPressed.connect(self._entered)
        self.enter.clicked.connect(self.submit)
        self._forgotten.clicked.connect(self.recovery_asked)
        for each, choice in self.languages.items():
            choice.clicked.connect(lambda _=False, each=each: language.switch().use(each))
        for line in (self.login, self.password):
            line.textEdited.connect(self._clear)
        self.login.textEdited.connect(self._other_person)
        self._upgraded.connect(self._say_upgrade)
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
        new = ""
        if self.own is not None and self.own.isVisible():
            typed = self.own.typed()
            if typed is None:
                return
            new = typed
        self._busy(True)
        self._tasks.run(
            lambda: self._unlock(login, password, new, self._upgraded.emit),
            self._opened,
            self._refused,
            owner=self,
        )

    def _say_upgrade(self, done: int, steps: int) -> None:
        """An older store is brought up to date: minutes, with many customers."""
        self._upgrade = (done, steps)
        said = self.tr(
            "The data of the version before is backed up and brought up to date; "
            "that may take some minutes. Step {step} of {steps}."
        )
        self.notice.set_text(said.format(step=min(done + 1, steps), steps=steps))

    def _other_person(self) -> None:
        """Another name is typed: the wait and the temporary password were somebody else's."""
        self._hide_own()
        if self._refusal is not None:
            self._refusal = None
            self._clear()
            self._busy(False)

    def doubt_place(self, doubt: PlaceDoubt) -> None:
        """Say beside the folder that it is no safe place."""
        self._doubt = doubt
        self._show_place()

    def _show_place(self) -> None:
        parts = [self._data_place]
        if self._doubt is not None:
            from frontdesk.ui.shell.place_words import short

            parts.append(short(self._doubt))
        self._place.set_text(" · ".join(parts))

    def ask_again(self, notice: str = "") -> None:
        """Empty the password and wait for the next person; ``notice`` says why."""
        empty(self.password)
        self._hide_own()
        self._refusal = None
        self._clear()
        self.notice.set_text(notice)
        self._busy(False)
        self._focus()

    def _entered(self) -> None:
        if self.own is not None and self.own.isVisible() and not self.own.new.line.text():
            self.own.new.setFocus()
        else:
            self.submit()

    def _opened(self, services: Services) -> None:
        login = self.login.text().strip()
        self.login.setText(login)  # of the lines typed in here undo keeps nothing
        self._state.put("login", login)
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
        field = error.field if isinstance(error, UserError) else None
        if field == "new_password":
            self._ask_own(error)
            return
        self._fault(self.login if field == "login" else self.password, errors.said(error))
        seconds = error.params.get("wait", 0)
        if isinstance(seconds, (int, float)) and seconds > 0:
            self._wait_for(error, seconds)

    def _wait_for(self, error: FrontdeskError, seconds: float) -> None:
        """Count down beside the field; what is typed stays, only the button waits."""
        if self._wait is None:
            from frontdesk.ui.kit.countdown import Countdown

            self._wait = Countdown(self)
            self._wait.ticked.connect(self._waited)
        self._refusal = error
        self._wait.begin(seconds)

    def _waited(self, left: int) -> None:
        from frontdesk.ui.kit import errors

        if self._refusal is None:
            return
        self.enter.setEnabled(left == 0)
        said = errors.said_waiting(self._refusal, left)
        self.error.set_text(said)
        self.password.setAccessibleDescription(said)
        if not left:
            self._refusal = None

    def _ask_own(self, error: Exception) -> None:
        """The password was a temporary one, or what shall take its place is not good enough."""
        from frontdesk.errors import UserError

        if self.own is None:
            from frontdesk.ui.shell.own_password import OwnPassword

            self.own = OwnPassword(self.login.text, lambda: self._state.get("dealership"))
            self.own.form.last_entered.connect(self.submit)
            self.own.form.save_requested.connect(self.submit)
            self._inside.insertWidget(self._inside.indexOf(self.enter), self.own)
            QWidget.setTabOrder(self.password, self.own.new.editor())
            QWidget.setTabOrder(self.own.new.editor(), self.own.repeated.editor())
            QWidget.setTabOrder(self.own.repeated.editor(), self.enter)
        first = not self.own.isVisible()
        self.own.show()
        if first:
            self.own.new.setFocus()
        elif isinstance(error, UserError):
            self.own.form.show_errors(error)

    def _hide_own(self) -> None:
        if self.own is not None:
            self.own.clear()
            self.own.hide()

    def _fault(self, line: QLineEdit, said: str) -> None:
        self.error.set_text(said)
        line.setAccessibleDescription(said)
        line.setProperty("fault", "true")
        QApplication.style().polish(line)
        line.selectAll()
        line.setFocus()

    def _clear(self) -> None:
        if not self.error.text() or self._refusal is not None:
            return
        self.error.set_text("")
        for line in (self.login, self.password):
            line.setAccessibleDescription("")
            line.setProperty("fault", "false")
            QApplication.style().polish(line)

    def _busy(self, busy: bool) -> None:
        if not busy and self._upgrade is not None:
            self._upgrade = None
            self.notice.set_text("")
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
        if self._upgrade is not None:
            self._say_upgrade(*self._upgrade)
        waits = self._refusal is not None
        self._busy(not self.enter.isEnabled() and not waits)
        if waits and self._wait is not None:
            self._waited(self._wait.left)
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
        inside = self._inside = QVBoxLayout(card)
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
