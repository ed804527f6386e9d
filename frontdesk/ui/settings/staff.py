"""Staff: who may sign in and as what."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSignalBlocker

from frontdesk.errors import Conflict, UserError
from frontdesk.services.accounts.dto import Account
from frontdesk.services.accounts.service import ACCOUNT_FORM
from frontdesk.services.desk import Change
from frontdesk.ui.kit import errors
from frontdesk.ui.kit.drafts import About
from frontdesk.ui.kit.labels import button
from frontdesk.ui.kit.page import UiContext
from frontdesk.ui.kit.section import Section, Title
from frontdesk.ui.kit.strength import known_at
from frontdesk.ui.kit.table import RecordTable
from frontdesk.ui.kit.table_model import Chip, Column
from frontdesk.ui.kit.tokens import Tone
from frontdesk.ui.settings.account_card import AccountCard
from frontdesk.ui.settings.roles import roles_text


class StaffSection(Section):
    """The accounts at the left, the chosen one at the right."""

    def __init__(self, context: UiContext, title: Title) -> None:
        super().__init__(context, title)
        self.table: RecordTable[Account] = RecordTable(
            "staff", self._columns(), lambda account: account.id, state=context.state
        )
        self.new = button()
        self.table.add_tool(self.new)
        self.card = AccountCard(known_at(context.services.desk))
        self._begun = False  # a new account; else the first one is shown
        self.add_beside(self.table, self.card)
        self._keeper = self.keep_drafts(self.card.form, ACCOUNT_FORM, self._subject, self._version)
        self.new.clicked.connect(self.begin_new)
        self.table.selected.connect(self._open)
        self.table.activated.connect(self._edit)
        self.card.save_asked.connect(self._save)
        self.card.reset_asked.connect(self._reset)
        self.retranslate()

    def refresh(self, changes: frozenset[Change]) -> None:
        if not changes or Change.STAFF in changes:
            self._load(self._subject())

    def has_unsaved(self) -> bool:
        return self.card.has_changes()

    def focus_first(self) -> None:
        self.table.setFocus()

    def begin_new(self) -> None:
        """An empty form for a new colleague; what is typed into another is kept as a draft."""
        if self.card.account is None and self.card.has_changes():
            self.card.focus_first()
            return
        self._begun = True
        self._show(None)
        with QSignalBlocker(self.table):
            self.table.view.setCurrentIndex(QModelIndex())
            self.table.view.clearSelection()
        self.card.focus_first()

    def retranslate(self) -> None:
        super().retranslate()
        self.new.setText(self.tr("New account (Ctrl+N)"))
        self.table.set_empty("users", self.tr("There are no accounts."))

    # showing ----------------------------------------------------------------------------

    def _columns(self) -> tuple[Column[Account], ...]:
        return (
            Column("login", lambda: self.tr("Account name"), lambda row: row.login, width=140),
            Column("name", lambda: self.tr("Name"), lambda row: row.name, width=90),
            Column(
                "roles",
                lambda: self.tr("Roles"),
                lambda row: len(row.roles),
                display=lambda row: roles_text(row.roles),
                tip=lambda row: roles_text(row.roles),
                sort_key=lambda row: roles_text(row.roles),
                right=False,
                stretch=True,
            ),
            Column(
                "department", lambda: self.tr("Department"), lambda row: row.department, width=120
            ),
            Column(
                "active",
                lambda: self.tr("State"),
                lambda row: not row.active,
                chip=lambda row: (
                    Chip(Tone.OK, self.tr("Active"))
                    if row.active
                    else Chip(Tone.NEUTRAL, self.tr("Closed"), "lock-simple")
                ),
                width=96,
            ),
        )

    def _load(self, select: str) -> None:
        self.run(self.context.services.accounts.list, lambda rows: self._listed(rows, select))

    def _listed(self, rows: tuple[Account, ...], select: str) -> None:
        with QSignalBlocker(self.table):
            self.table.set_rows(rows)
            if select:
                self.table.select(select)
        if not select and rows and not self._begun:
            self.table.select_first()
        shown = next((row for row in rows if row.id == select), None)
        if shown is not None and not self.card.has_changes() and shown != self.card.account:
            self._show(shown)

    def _open(self, account_id: str) -> None:
        account = next((row for row in self.table.rows() if row.id == account_id), None)
        if account is not None and account_id != self._subject():
            self._show(account)

    def _edit(self, account_id: str) -> None:
        self._open(account_id)
        self.card.focus_first()

    def _show(self, account: Account | None) -> None:
        self.banners.remove("draft")
        self.banners.remove("error")
        self.conflicts.clear()
        self.card.clear_errors()
        with self._keeper.filling():
            self.card.show_account(account)
        self._keeper.offer()

    def _subject(self) -> str:
        return self.card.account.id if self.card.account is not None else ""

    def _version(self) -> int | None:
        return self.card.account.version if self.card.account is not None else None

    # acts -------------------------------------------------------------------------------

    def _save(self) -> None:
        if not self.card.save.isEnabled() or self.conflicts.stands_in_the_way():
            return
        self.card.clear_errors()
        account, accounts = self.card.account, self.context.services.accounts
        try:
            typed = self.card.typed_account()
            password = self.card.typed_password() if account is None else ""
        except UserError as error:
            self.card.show_errors(error)
            return
        self._keeper.saving()
        self.card.busy(True)
        if account is None:
            self.run(
                lambda: accounts.create(typed, password),
                lambda made: self._saved(made, typed.name),
                self._not_saved,
                kind="write",
            )
        else:
            self.run(
                lambda: accounts.update(account.id, typed, account.version),
                lambda _: self._saved(account.id, typed.name),
                self._not_saved,
                kind="write",
            )

    def _saved(self, account_id: str, name: str) -> None:
        self.card.busy(False)
        made = self.card.account is None
        self.conflicts.clear()
        self._keeper.saved()
        if made:
            self.card.secret.set_values({})
        self.banners.remove("error")
        text = (
            self.tr("{name} can sign in now with the temporary password.")
            if made
            else self.tr("{name} is saved. Other roles hold from the next sign-in.")
        )
        self.notice(Tone.OK, text.format(name=name))
        self._load(account_id)
        self.table.setFocus()

    def _refused(self, error: Exception) -> None:
        self.card.busy(False)
        if not (isinstance(error, UserError) and self.card.show_errors(error)):
            errors.present(self, error)

    def _not_saved(self, error: Exception) -> None:
        self._keeper.go_on()
        if isinstance(error, Conflict):
            self.card.busy(False)
            self._show_both()
        else:
            self._refused(error)

    def _show_both(self) -> None:
        """Theirs comes beneath, what is typed stays on top until the person has chosen."""
        account_id = self._subject()

        def listed(rows: tuple[Account, ...]) -> None:
            newest = next((row for row in rows if row.id == account_id), None)
            if newest is None or account_id != self._subject():
                return
            form = self.card.form
            mine, before, about = form.changes(), form.baseline(), About(ACCOUNT_FORM, account_id)
            secret = self.card.secret.typed()
            with self._keeper.filling():
                self.card.show_account(newest)
            form.set_typed(mine)
            self.card.secret.set_typed(secret)
            self._listed(rows, account_id)
            self.conflicts.show(form, about, mine, before, self._save)

        self.run(self.context.services.accounts.list, listed)

    def _reset(self) -> None:
        account = self.card.account
        if account is None or not self.card.reset.isEnabled():
            return
        self.card.secret.clear_errors()
        try:
            password = self.card.typed_password()
        except UserError as error:
            self.card.show_errors(error)
            return
        self.card.busy(True)
        self.run(
            lambda: self.context.services.accounts.reset_password(account.id, password),
            lambda _: self._has_new_password(account),
            self._refused,
            kind="write",
        )

    def _has_new_password(self, account: Account) -> None:
        self.card.busy(False)
        self.card.secret.set_values({})
        text = self.tr("{name} signs in with it once and then chooses their own.")
        self.notice(Tone.OK, text.format(name=account.name))
