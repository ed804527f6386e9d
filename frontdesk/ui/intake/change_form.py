"""A change record: what, why, who was asked, how, and the answer; old values stay readable."""

from __future__ import annotations

from datetime import datetime

from frontdesk.errors import UserError
from frontdesk.models.enums import AskedHow
from frontdesk.services.intake.inputs import ChangeInput, WorkItem
from frontdesk.services.intake.views import VisitSheet
from frontdesk.ui.intake.change_words import said_of
from frontdesk.ui.intake.items_field import ItemsField
from frontdesk.ui.kit.choice import ChoiceField
from frontdesk.ui.kit.fields import DateTimeField, TextField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.language import Translated

_NOTE = 1000


class ChangeForm(Translated, FormPanel):
    """Begins with items and time as agreed; what is left as it is counts as unchanged.

    What changes is written down as it is changed, as a guess.
    """

    def __init__(self) -> None:
        super().__init__()
        self.items = ItemsField(rows=3)
        self.promised = DateTimeField("promised_at")
        self.how = ChoiceField("asked_how", AskedHow)
        self.agreed = ChoiceField("agreed", [(True, ""), (False, "")])
        self.add(self.items, 0, 0, span=2)
        self.add_stretch(0)
        self.add(self.promised, 1, 0)
        self.add(TextField("what", max_length=_NOTE), 2, 0)
        self.add(TextField("why", max_length=_NOTE), 2, 1)
        self.add(TextField("asked_whom"), 3, 0)
        self.add(self.how, 3, 1)
        self.add(self.agreed, 4, 0)
        self._guessed = ""
        self.items.changed.connect(self._guess)
        self.promised.left.connect(self._guess)
        self._before: tuple[WorkItem, ...] = ()
        self._promised: datetime | None = None
        self.retranslate()

    def begin(self, sheet: VisitSheet) -> None:
        """Fill in what is agreed now."""
        self._before = tuple(item.as_input() for item in sheet.items)
        self._promised = sheet.promised_at
        self._guessed = ""
        self.set_values(
            {
                "items": self._before,
                "promised_at": sheet.promised_at,
                "asked_whom": sheet.arrival.brought_by or sheet.head.customer,
            }
        )

    def given(self) -> ChangeInput:
        """Everything typed.

        Raises:
            InputErrors: what cannot be read.
        """
        typed = self.values()
        items, promised = typed["items"], typed["promised_at"]
        how, agreed = typed["asked_how"], typed["agreed"]
        changed = isinstance(items, tuple) and items != self._before
        moved = isinstance(promised, datetime) and not self._same_minute(promised)
        return ChangeInput(
            what=str(typed["what"] or ""),
            why=str(typed["why"] or ""),
            asked_whom=str(typed["asked_whom"] or ""),
            asked_how=how if isinstance(how, AskedHow) else None,
            agreed=agreed if isinstance(agreed, bool) else None,
            items=items if changed and isinstance(items, tuple) else None,
            promised_at=promised if moved and isinstance(promised, datetime) else None,
        )

    def retranslate(self) -> None:
        texts = {
            "items": self.tr("Work"),
            "promised_at": self.tr("Promised for"),
            "what": self.tr("What changes"),
            "why": self.tr("Why"),
            "asked_whom": self.tr("Who was asked"),
            "asked_how": self.tr("How"),
            "agreed": self.tr("Answer"),
        }
        for name, text in texts.items():
            self.field(name).set_label(text)
        self.agreed.set_options([(True, self.tr("Agreed")), (False, self.tr("Did not agree"))])

    def _guess(self) -> None:
        """Say what changes as it is changed, until the person says it otherwise."""
        what = self.field("what")
        if what.typed() not in ("", self._guessed):
            return
        try:
            items, promised = self.items.value(), self.promised.value()
        except UserError:
            return
        if promised is None or self._same_minute(promised):
            promised = self._promised
        said = said_of(self._before, items, (self._promised, promised))[:_NOTE]
        if said == self._guessed:
            return
        self._guessed = said
        if said:
            what.set_guess(said, self.tr("From the changes above"))
        else:
            what.set_value(None)

    def _same_minute(self, promised: datetime) -> bool:
        """The field shows minutes; seconds of the promise must not look like a change."""
        before = self._promised
        return before is not None and abs((promised - before).total_seconds()) < 60
