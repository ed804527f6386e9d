"""The dealership as it stands on letters and forms, and the recovery sheet of its data."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

from frontdesk.errors import Conflict
from frontdesk.services.desk import Change, Profile
from frontdesk.services.printed import PrintedForm
from frontdesk.services.settings import PROFILE_FORM
from frontdesk.ui.kit.drafts import About
from frontdesk.ui.kit.fields import TextField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.labels import ask, button, muted
from frontdesk.ui.kit.page import UiContext
from frontdesk.ui.kit.panels import Card
from frontdesk.ui.kit.pdf_view import show_pdf
from frontdesk.ui.kit.section import Section, Title, acts_row
from frontdesk.ui.kit.tokens import Tone

_WIDTH = 720
_PHONES = ("service_phone", "booking_phone", "rescue_phone")


class DealershipSection(Section):
    """Profile and recovery sheet."""

    def __init__(self, context: UiContext, title: Title) -> None:
        super().__init__(context, title)
        self._profile = Card()
        self.form = FormPanel()
        self.form.add(TextField("dealership", max_length=80), 0).set_required(True)
        self.form.add(TextField("address", max_length=120), 1)
        for row, name in enumerate(_PHONES, start=2):
            self.form.add(TextField(name, max_length=30), row)
        self.save = button(look="primary")
        self._profile.add(self.form)
        self._profile.body.addLayout(acts_row(self.save))
        self._recovery = Card()
        self._why = muted(wrap=True)
        self.renew = button(look="danger")
        self._recovery.add(self._why)
        self._recovery.body.addLayout(acts_row(self.renew))
        self.add_cards(_WIDTH, self._profile, self._recovery)
        self._sheet: PrintedForm | None = None
        self._keeper = self.keep_drafts(self.form, PROFILE_FORM)
        self.form.save_requested.connect(self._save)
        self.form.last_entered.connect(self.save.setFocus)
        self.save.clicked.connect(self._save)
        self.renew.clicked.connect(self._renew)
        self.retranslate()
        self._show(context.services.desk.profile)
        self._keeper.offer()

    def refresh(self, changes: frozenset[Change]) -> None:
        if Change.SETTINGS in changes and not self.form.has_changes():
            self._show(self.context.services.desk.profile)

    def has_unsaved(self) -> bool:
        # A sheet nobody has on paper would be lost with this window.
        return self.form.has_changes() or self._sheet is not None

    def focus_first(self) -> None:
        self.form.focus_first()

    def retranslate(self) -> None:
        super().retranslate()
        self._profile.set_title(self.tr("On letters and forms"))
        labels = {
            "dealership": self.tr("Name of the dealership"),
            "address": self.tr("Address"),
            "service_phone": self.tr("Service telephone"),
            "booking_phone": self.tr("Booking telephone"),
            "rescue_phone": self.tr("Rescue telephone"),
        }
        for name, text in labels.items():
            self.form.field(name).set_label(text)
        self.save.setText(self.tr("Save (Ctrl+Enter)"))
        self._recovery.set_title(self.tr("Recovery sheet"))
        self._why.setText(
            self.tr(
                "The sheet in the safe opens the data when every password is lost, also from a "
                "backup on a new PC. Make a new one when the old was lost or seen by others."
            )
        )
        self.renew.setText(self.tr("Make a new recovery sheet … (Ctrl+Shift+R)"))
        self.renew.setShortcut(QKeySequence("Ctrl+Shift+R"))

    # profile ----------------------------------------------------------------------------

    def _show(self, profile: Profile) -> None:
        self._shown = profile
        self.form.set_values(
            {
                "dealership": profile.name,
                "address": profile.address,
                "service_phone": profile.service_phone,
                "booking_phone": profile.booking_phone,
                "rescue_phone": profile.rescue_phone,
            }
        )

    def _save(self) -> None:
        if not self.save.isEnabled() or self.conflicts.stands_in_the_way():
            return
        self.form.clear_errors()
        typed = {name: str(value or "") for name, value in self.form.values().items()}
        profile = Profile(
            name=typed["dealership"],
            address=typed["address"],
            **{name: typed[name] for name in _PHONES},
        )
        self._keeper.saving()
        self.save.setEnabled(False)
        seen = self._shown
        self.run(
            lambda: self.context.services.settings.save_profile(profile, seen),
            self._saved,
            self._not_saved,
            kind="write",
        )

    def _not_saved(self, error: Exception) -> None:
        self._keeper.go_on()
        if isinstance(error, Conflict):
            self.save.setEnabled(True)
            self.run(self.context.services.settings.kept_profile, self._show_both)
        else:
            self._refused(error)

    def _show_both(self, theirs: Profile) -> None:
        mine, before = self.form.changes(), self.form.baseline()
        with self._keeper.filling():
            self._show(theirs)
        self.form.set_typed(mine)
        self.conflicts.show(self.form, About(PROFILE_FORM), mine, before, self._save)

    def _saved(self, profile: Profile) -> None:
        self.save.setEnabled(True)
        self.conflicts.clear()
        self._keeper.saved()
        typed = self.form.changes()
        self._show(profile)
        self.form.set_typed(typed)
        self.notice(Tone.OK, self.tr("Saved. New prints show it at once."))

    def _refused(self, error: Exception) -> None:
        self.save.setEnabled(True)
        self.renew.setEnabled(True)
        self.refuse(error, self.form)

    # recovery sheet ---------------------------------------------------------------------

    def _renew(self) -> None:
        agreed = ask(
            self,
            self.tr("Recovery sheet"),
            self.tr("Make a new recovery sheet?"),
            detail=self.tr(
                "The sheet that lies in the safe now will open nothing any more. Print the new one "
                "at once and put it in its place."
            ),
            yes=self.tr("Make a new sheet"),
            danger=True,
        )
        if not agreed:
            return
        accounts, speech = self.context.services.accounts, self.context.language
        self.renew.setEnabled(False)
        self.run(
            lambda: accounts.recovery_sheet(accounts.new_recovery_sheet(), speech),
            self._made,
            self._refused,
            kind="write",
        )

    def _made(self, sheet: PrintedForm) -> None:
        self.renew.setEnabled(True)
        self._sheet = sheet
        self._open_sheet()

    def _open_sheet(self) -> None:
        if self._sheet is None:
            return
        self.banners.show_banner(
            Tone.WARN,
            self.tr("The new sheet is neither printed nor saved yet, and the old one is void."),
            self.tr("Show the sheet"),
            self._open_sheet,
            key="recovery",
            closable=False,
        )
        show_pdf(
            self,
            self.tr("Recovery sheet"),
            self._sheet.pdf,
            self._sheet.file_name,
            on_printed=self._is_kept,
            on_saved=lambda _: self._is_kept(),
        )

    def _is_kept(self) -> None:
        self._sheet = None
        self.banners.remove("recovery")
        self.notice(Tone.OK, self.tr("Lay the new sheet in the safe and destroy the old one."))
