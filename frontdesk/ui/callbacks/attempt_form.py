"""What an outcome still needs: the time agreed, a note."""

from __future__ import annotations

from datetime import datetime

from frontdesk.services.callbacks.dto import OutcomeRule
from frontdesk.ui.kit import words
from frontdesk.ui.kit.fields import DateTimeField, TextField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.language import Translated


class AttemptForm(Translated, FormPanel):
    """Two fields at most; Enter in the last one saves."""

    def __init__(self) -> None:
        super().__init__()
        self.agreed = self.add(DateTimeField("agreed_at"), 0)
        self.note = self.add(TextField("note"), 1)
        self.last_entered.connect(self.save_requested)
        self.retranslate()

    def ask(self, rule: OutcomeRule, suggested: datetime) -> bool:
        """Show what ``rule`` needs; whether the keys go there first."""
        self.show_field("agreed_at", rule.needs_time)
        self.note.set_required(rule.needs_note)
        if rule.needs_time:
            why = self.tr("Suggested: {when}. Type the hour agreed, such as 15:30.")
            self.agreed.set_hint(why.format(when=words.near(suggested)))
        return rule.asks

    def retranslate(self) -> None:
        self.agreed.set_label(self.tr("Time agreed"))
        self.agreed.set_required(True)
        self.note.set_label(self.tr("Note"))
