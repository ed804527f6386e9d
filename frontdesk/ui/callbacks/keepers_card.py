"""Whose customers they are: all of one person's go to another, or evenly to the others."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from frontdesk.errors import UserError
from frontdesk.services.callbacks.sharing_dto import SharingLook
from frontdesk.ui.kit.choice import ChoiceField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.labels import button
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import Card

_EVENLY = "-"
"""In place of a person's id: everybody who is there."""


class KeepersCard(Translated, Card):
    """Asks for the act; the section does it."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._look: SharingLook | None = None
        self.form = FormPanel()
        self.whose = self.form.add(ChoiceField("from_id", (), as_list=True), 0)
        self.to = self.form.add(ChoiceField("to_id", (), as_list=True), 1)
        self.act = button()
        self.act.clicked.connect(self.asked)
        self.form.save_requested.connect(self.asked)
        self.add(self.form)
        self.add_action(self.act)
        self.retranslate()

    def given(self) -> tuple[str, str | None]:
        """Whose customers go to whom; to everybody evenly is ``None``.

        Raises:
            UserError: one of both is not chosen, beside its field.
        """
        whose, to = self.whose.value(), self.to.value()
        if not whose:
            raise UserError("sharing.whose_missing", "from_id")
        if not to:
            raise UserError("sharing.to_missing", "to_id")
        return str(whose), None if to == _EVENLY else str(to)

    def told(self) -> tuple[str, str, int]:
        """Whose they are and whose they become, by name, and how many."""
        keepers = self._look.keepers if self._look is not None else ()
        names = {each.id: each.name for each in keepers}
        counts = {each.id: each.customers for each in keepers}
        whose, to = self.whose.typed(), self.to.typed()
        return names.get(whose, ""), names.get(to, ""), counts.get(whose, 0)

    def clear(self) -> None:
        """Nothing chosen."""
        self.form.set_values({})

    def focus_first(self) -> None:
        """Go to where choosing begins."""
        self.whose.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_look(self, look: SharingLook) -> None:
        """Offer who has customers and who can take them; what is chosen stays."""
        self._look = look
        typed = self.form.typed()
        blocked = self.form.blockSignals(True)
        self.whose.set_options(
            [(k.id, f"{k.name} ({k.customers:,})") for k in look.keepers if k.customers]
        )
        self.to.set_options(
            [
                (_EVENLY, self.tr("Evenly to everybody who is there")),
                *((k.id, k.name) for k in look.keepers if k.may_take),
            ]
        )
        self.form.set_typed(typed)
        self.form.blockSignals(blocked)

    def retranslate(self) -> None:
        """Say it in the language on screen."""
        self.set_title(self.tr("Pass on customers (Ctrl+M)"))
        self.whose.set_label(self.tr("Customers of"))
        self.to.set_label(self.tr("Go to"))
        for field in (self.whose, self.to):
            field.set_required(True)
        self.act.setText(self.tr("Pass on … (Ctrl+Enter)"))
        if self._look is not None:
            self.show_look(self._look)
