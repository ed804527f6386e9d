"""The form of the first run: the dealership and its first manager."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.errors import InputErrors, UserError
from frontdesk.language import Language
from frontdesk.services.accounts.opening import FirstManager
from frontdesk.services.desk import Profile
from frontdesk.ui.kit import language
from frontdesk.ui.kit.choice import ChoiceField
from frontdesk.ui.kit.fields import PasswordField, TextField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.labels import button, muted
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import SectionTitle, page_title
from frontdesk.ui.kit.strength import StrengthHint
from frontdesk.ui.kit.tokens import GAP, ROOM


class FoundingForm(Translated, QWidget):
    """``filled`` carries a ``Profile`` and a ``FirstManager``."""

    filled = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = page_title()
        self._lead = muted(wrap=True)
        self._dealership = SectionTitle()
        self._manager = SectionTitle()
        self.form = FormPanel()
        self.submit_button = button(look="primary")
        self._build()
        self.form.save_requested.connect(self._submit)
        QShortcut(QKeySequence("Ctrl+Return"), self.submit_button, self._submit)
        self.submit_button.clicked.connect(self._submit)
        self._language.changed.connect(self._speak)
        self.retranslate()

    def busy(self, busy: bool) -> None:
        """While the store is made nothing can be sent twice."""
        self.submit_button.setEnabled(not busy)

    def retranslate(self) -> None:
        """Say it in the language on screen."""
        self._title.setText(self.tr("Set up Frontdesk"))
        self._lead.setText(
            self.tr("Two minutes, once. What you type here stands on every printed form.")
        )
        self._dealership.setText(self.tr("The dealership"))
        self._manager.setText(self.tr("Your account"))
        labels = {
            "language": self.tr("Language"),
            "dealership": self.tr("Name of the dealership"),
            "address": self.tr("Address"),
            "service_phone": self.tr("Service telephone"),
            "booking_phone": self.tr("Booking telephone"),
            "rescue_phone": self.tr("Rescue telephone"),
            "name": self.tr("Your name"),
            "login": self.tr("Account name"),
            "password": self.tr("Password"),
            "repeated": self.tr("Password again"),
        }
        for name, text in labels.items():
            self.form.field(name).set_label(text)
        self._login.set_placeholder(self.tr("You sign in with it; letters and digits."))
        self._password.set_placeholder(self.tr("At least 8 characters."))
        self._hint.show()
        self.submit_button.setText(self.tr("Create the data"))

    def _build(self) -> None:
        form = self.form
        self._language = form.add(
            ChoiceField("language", [(Language.ZH_CN, "中文"), (Language.EN, "English")]), 0
        )
        self._language.set_value(language.current())
        form.add_widget(self._dealership, 1)
        form.add(TextField("dealership", max_length=80), 2).set_required(True)
        form.add(TextField("address", max_length=120), 3)
        for row, name in enumerate(("service_phone", "booking_phone", "rescue_phone"), start=4):
            form.add(TextField(name, max_length=30), row)
        form.add_widget(self._manager, 1, 1)
        form.add(TextField("name", max_length=40), 2, 1).set_required(True)
        self._login = form.add(TextField("login", max_length=40), 3, 1)
        self._password = form.add(PasswordField("password"), 4, 1)
        self._hint = StrengthHint(self._password, self._known)
        form.add(PasswordField("repeated"), 5, 1).set_required(True)
        self._login.set_required(True)
        self._password.set_required(True)
        form.last_entered.connect(self.submit_button.setFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for widget in (self._title, self._lead, form):
            column.addWidget(widget)
        column.addSpacing(ROOM)
        column.addWidget(self.submit_button)

    def _known(self) -> list[str]:
        names = ("dealership", "service_phone", "booking_phone", "rescue_phone", "name", "login")
        return [self.form.field(name).typed() for name in names]

    def _speak(self) -> None:
        wanted = self._language.value()
        if isinstance(wanted, Language) and wanted is not language.current():
            language.switch().use(wanted)

    def _submit(self) -> None:
        self.form.clear_errors()
        typed = {name: str(text or "") for name, text in self.form.values().items()}
        try:
            self._check(typed)
        except UserError as error:
            self.form.show_errors(error)
            return
        phones = {name: typed[name] for name in ("service_phone", "booking_phone", "rescue_phone")}
        self.filled.emit(
            Profile(name=typed["dealership"], address=typed["address"], **phones),
            FirstManager(typed["login"], typed["name"], typed["password"]),
        )

    @staticmethod
    def _check(typed: dict[str, str]) -> None:
        """What only this form knows: the password typed twice, and what is empty, all at once."""
        faults = [
            UserError(code, field=name)
            for name, code in (
                ("dealership", "profile.name_missing"),
                ("name", "account.name_missing"),
                ("login", "account.login_missing"),
            )
            if not typed[name].strip()
        ]
        if typed["password"] != typed["repeated"]:
            faults.append(UserError("password.differs", field="repeated"))
        if faults:
            raise InputErrors(faults)
