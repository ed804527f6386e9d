"""The form of one staff account. Passwords stand in a form of their own: no draft keeps them."""

from __future__ import annotations

from PySide6.QtCore import Signal

from frontdesk.errors import InputErrors, UserError
from frontdesk.models.enums import Department, Role
from frontdesk.services.accounts.dto import Account, AccountInput
from frontdesk.ui.kit.choice import ChoiceField
from frontdesk.ui.kit.choices import ChoicesField
from frontdesk.ui.kit.fields import CheckField, PasswordField, TextField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.labels import button
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import Card, SectionTitle
from frontdesk.ui.kit.section import acts_row
from frontdesk.ui.kit.shortcuts import bind_key
from frontdesk.ui.kit.strength import StrengthHint


class AccountCard(Translated, Card):
    """``save_asked`` keeps the account, ``reset_asked`` gives the person another password.

    ``known``: what no good password is made of, such as the dealership's name.
    """

    save_asked = Signal()
    reset_asked = Signal()

    def __init__(self, known: tuple[str, ...] = ()) -> None:
        super().__init__()
        self._account: Account | None = None
        self.form = FormPanel()
        self.login = self.form.add(TextField("login", max_length=40), 0)
        self.form.add(TextField("name", max_length=40), 1)
        self.form.add(ChoicesField("roles", Role, per_row=2), 2)
        self.form.add(ChoiceField("department", Department), 3)
        self.form.add(CheckField("active"), 4)
        self.secret = FormPanel()
        self._secret_title = SectionTitle()
        self.secret.add_widget(self._secret_title, 0)
        self._hint = StrengthHint(
            self.secret.add(PasswordField("password"), 1),
            lambda: (self.login.typed(), self.form.field("name").typed(), *known),
        )
        self.secret.add(PasswordField("repeated"), 2)
        self.save = button(look="primary")
        self.reset = button()
        self._build()
        self.show_account(None)

    @property
    def account(self) -> Account | None:
        """The account shown; ``None`` for a new one."""
        return self._account

    def show_account(self, account: Account | None) -> None:
        """Show an account, or an empty form for a new one."""
        self._account = account
        self.form.set_values(
            {"active": True}
            if account is None
            else {
                "login": account.login,
                "name": account.name,
                "roles": account.roles,
                "department": account.department,
                "active": account.active,
            }
        )
        self.secret.set_values({})
        new = account is None
        # The login name is what the key slot goes by; it is never changed.
        self.login.set_read_only(not new)
        self.form.show_field("active", not new)
        self.reset.setVisible(not new)
        for name in ("login", "name", "roles"):
            self.form.field(name).set_required(True)
        for field in self.secret.fields():
            field.set_required(new)
        self.retranslate()

    def typed_account(self) -> AccountInput:
        """What is typed. Raises ``UserError`` for what only the form can know to be wrong."""
        values = self.form.values()
        roles = values["roles"]
        department = values["department"]
        return AccountInput(
            login=str(values["login"] or ""),
            name=str(values["name"] or ""),
            roles=frozenset(r for r in roles if isinstance(r, Role))
            if isinstance(roles, frozenset)
            else frozenset(),
            department=department if isinstance(department, Department) else None,
            active=bool(values["active"]),
        )

    def typed_password(self) -> str:
        """The password, typed the same twice. Raises ``UserError`` beside the second otherwise."""
        typed = self.secret.values()
        if typed["password"] != typed["repeated"]:
            raise UserError("password.differs", field="repeated")
        return str(typed["password"] or "")

    def show_errors(self, error: UserError) -> bool:
        """Put each sentence beside its field, go to the first; whether all found their place."""
        parts = error.errors if isinstance(error, InputErrors) else (error,)
        placed = 0
        for form in (self.secret, self.form):  # the first field in speech is gone to last
            own = [part for part in parts if part.field and form.has(part.field)]
            if own:
                form.show_errors(InputErrors(own))
                placed += len(own)
        return placed == len(parts)

    def focus_first(self) -> None:
        """Go to the first thing that can be typed."""
        if self._account is None:
            self.form.focus_first()
        else:
            self.form.field("name").setFocus()

    def clear_errors(self) -> None:
        """Take all sentences away."""
        self.form.clear_errors()
        self.secret.clear_errors()

    def has_changes(self) -> bool:
        """Whether something is typed that is not saved."""
        return self.form.has_changes() or self.secret.has_changes()

    def busy(self, busy: bool) -> None:
        """While one act is under way no other begins."""
        self.save.setEnabled(not busy)
        self.reset.setEnabled(not busy)

    def retranslate(self) -> None:
        """Say it in the language on screen."""
        account = self._account
        self.set_title(self.tr("New account") if account is None else account.name)
        labels = {
            "login": self.tr("Account name"),
            "name": self.tr("Name"),
            "roles": self.tr("Roles"),
            "department": self.tr("Department"),
            "active": self.tr("May sign in"),
        }
        for name, text in labels.items():
            self.form.field(name).set_label(text)
        self.form.field("roles").set_hint(self.tr("One or several; the keys 1–8 switch them."))
        self._secret_title.setText(self.tr("Temporary password"))
        self.secret.field("password").set_label(self.tr("Password"))
        self.secret.field("repeated").set_label(self.tr("Again"))
        self._hint.set_remark(
            self.tr("Pass it on by word of mouth. It opens once; then they choose their own.")
        )
        self._line_up()
        self.save.setText(self.tr("Save (Ctrl+Enter)"))
        self.reset.setText(self.tr("Reset the password (Ctrl+R)"))

    def _build(self) -> None:
        self.add(self.form)
        self.add(self.secret)
        self.body.addLayout(acts_row(self.save, self.reset))
        self.save.clicked.connect(self.save_asked)
        self.reset.clicked.connect(self.reset_asked)
        for form in (self.form, self.secret):
            form.save_requested.connect(self.save_asked)
        self.form.last_entered.connect(self.secret.focus_first)
        self.secret.last_entered.connect(self._after_last)
        bind_key(self, "Ctrl+R", self.reset.click)

    def _line_up(self) -> None:
        """Two forms, one column of labels."""
        labels = [field.label for form in (self.form, self.secret) for field in form.fields()]
        for label in labels:
            label.setMinimumWidth(max(each.sizeHint().width() for each in labels))

    def _after_last(self) -> None:
        typed = self._account is not None and self.secret.has_changes()
        (self.reset if typed else self.save).setFocus()
