"""One's own account: who one is here, and the password."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout

from frontdesk.errors import UserError
from frontdesk.ui.kit.fields import PasswordField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.labels import button, muted, plain
from frontdesk.ui.kit.page import UiContext
from frontdesk.ui.kit.panels import Card
from frontdesk.ui.kit.section import Section, Title, acts_row
from frontdesk.ui.kit.strength import StrengthHint, known_at
from frontdesk.ui.kit.tokens import GAP, ROOM, Tone
from frontdesk.ui.settings.roles import roles_text

_WIDTH = 640


class MyAccountSection(Section):
    """Name and roles are the administrator's to change; the password is one's own."""

    def __init__(self, context: UiContext, title: Title) -> None:
        super().__init__(context, title)
        actor = context.services.desk.actor
        self._who = Card()
        self._labels = [muted() for _ in range(3)]
        self._roles = plain(wrap=True)
        facts = QGridLayout()
        facts.setHorizontalSpacing(ROOM)
        facts.setVerticalSpacing(GAP)
        facts.setColumnStretch(1, 1)
        values = (plain(actor.name), plain(actor.login), self._roles)
        for row, (label, value) in enumerate(zip(self._labels, values, strict=True)):
            facts.addWidget(label, row, 0)
            facts.addWidget(value, row, 1)
        self._who.body.addLayout(facts)
        self._password = Card()
        self.form = FormPanel()
        self.form.add(PasswordField("old_password"), 0).set_required(True)
        new = self.form.add(PasswordField("password"), 1)
        new.set_required(True)
        desk = context.services.desk
        self._hint = StrengthHint(new, lambda: (actor.login, actor.name, *known_at(desk)))
        self.form.add(PasswordField("repeated"), 2).set_required(True)
        self._password.add(self.form)
        self.save = button(look="primary")
        self._password.body.addLayout(acts_row(self.save))
        self.add_cards(_WIDTH, self._who, self._password)
        self.save.clicked.connect(self._change)
        self.form.save_requested.connect(self._change)
        self.form.last_entered.connect(self.save.setFocus)
        self.retranslate()

    def has_unsaved(self) -> bool:
        return self.form.has_changes()

    def focus_first(self) -> None:
        self.form.focus_first()

    def retranslate(self) -> None:
        super().retranslate()
        for label, text in zip(
            self._labels, (self.tr("Name"), self.tr("Account name"), self.tr("Roles")), strict=True
        ):
            label.setText(text)
        self._roles.setText(roles_text(self.context.services.desk.actor.roles))
        self._password.set_title(self.tr("Change the password"))
        self.form.field("old_password").set_label(self.tr("Old password"))
        new = self.form.field("password")
        new.set_label(self.tr("New password"))
        self._hint.set_remark(self.tr("At least 8 characters."))
        self.form.field("repeated").set_label(self.tr("New password again"))
        self.save.setText(self.tr("Change the password (Ctrl+Enter)"))

    def _change(self) -> None:
        if not self.save.isEnabled():
            return
        self.form.clear_errors()
        typed = {name: str(value or "") for name, value in self.form.values().items()}
        if typed["password"] != typed["repeated"]:
            self.form.show_errors(UserError("password.differs", field="repeated"))
            return
        accounts = self.context.services.accounts
        self.save.setEnabled(False)
        self.run(
            lambda: accounts.change_password(typed["old_password"], typed["password"]),
            self._changed,
            self._refused,
            kind="write",
        )

    def _changed(self, _: None) -> None:
        self.save.setEnabled(True)
        self.form.set_values({})
        self.notice(Tone.OK, self.tr("The password is changed. Use the new one from now on."))
        self.form.focus_first()

    def _refused(self, error: Exception) -> None:
        self.save.setEnabled(True)
        self.refuse(error, self.form)
