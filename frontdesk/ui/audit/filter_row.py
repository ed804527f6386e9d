"""What is asked of the trail: sort of act, person, days, a text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QTimer, Signal

from frontdesk.errors import UserError
from frontdesk.models.enums import ActKind
from frontdesk.services.audit.dto import Person, Wanted
from frontdesk.ui.kit import words
from frontdesk.ui.kit.choice import ChoiceField
from frontdesk.ui.kit.fields import DateField, TextField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.language import Translated

NUMBERS: Final = "numbers"
_PAUSE_MS = 300


class FilterRow(Translated, FormPanel):
    """``asked`` when something else is wanted. A subject is given, never typed."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._subject = ("", "")
        self.what = self.add(ChoiceField("kind", as_list=True), 0, 0)
        self.person = self.add(ChoiceField("staff_id", as_list=True), 0, 1)
        self.text = self.add(TextField("text"), 0, 2)
        self.first = self.add(DateField("first"), 1, 0)
        self.last = self.add(DateField("last"), 1, 1)
        self._people: Sequence[Person] = ()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.asked)
        for choice in (self.what, self.person):
            choice.changed.connect(self.asked)
        for field in (self.text, self.first, self.last):
            field.changed.connect(self._pause.start)
            field.entered.connect(self.asked)
        self.save_requested.connect(self.asked)
        self.retranslate()

    def wanted(self) -> Wanted:
        """What is asked for.

        Raises:
            UserError: a day cannot be read.
        """
        values = self.values()
        what, first, last = values["kind"], values["first"], values["last"]
        person, text = values["staff_id"], values["text"]
        subject, subject_id = self._subject
        return Wanted(
            first=first if isinstance(first, date) else None,
            last=last if isinstance(last, date) else None,
            staff_id=str(person) if person else None,
            kind=what if isinstance(what, ActKind) else None,
            numbers=what == NUMBERS,
            subject=subject,
            subject_id=subject_id,
            text=str(text or ""),
        )

    def ask(self, wanted: Wanted) -> None:
        """Show another question, and ask it."""
        self._subject = (wanted.subject, wanted.subject_id)
        self._quietly(
            {
                "kind": NUMBERS if wanted.numbers else wanted.kind,
                "staff_id": wanted.staff_id,
                "text": wanted.text or None,
                "first": wanted.first,
                "last": wanted.last,
            }
        )
        self._pause.stop()
        self.asked.emit()

    def about(self) -> tuple[str, str]:
        """The record asked about: its kind and id, empty for any."""
        return self._subject

    def offer(self, people: Sequence[Person]) -> None:
        """Who can be asked for."""
        self._people = people
        self._offer()

    def show_refusal(self, error: UserError) -> None:
        """Say beside the field what cannot be asked."""
        self.show_errors(error)

    def retranslate(self) -> None:
        self.what.set_label(self.tr("What"))
        self.person.set_label(self.tr("Person"))
        self.text.set_label(self.tr("Holds"))
        self.text.set_placeholder(self.tr("Name, plate, number or words of the entry"))
        self.first.set_label(self.tr("From"))
        self.last.set_label(self.tr("To"))
        self._offer()

    def _offer(self) -> None:
        kinds = [(kind, words.word(kind)) for kind in ActKind]
        numbers = (NUMBERS, self.tr("ID numbers and telephones seen"))
        everyone = [(person.id, person.name) for person in self._people]
        for choice, options in (
            (self.what, [("", self.tr("Everything")), numbers, *kinds]),
            (self.person, [("", self.tr("Everyone")), *everyone]),
        ):
            blocked = choice.blockSignals(True)
            chosen = choice.value()
            choice.set_options(options)
            choice.set_value(chosen or "")
            choice.blockSignals(blocked)

    def _quietly(self, values: dict[str, object]) -> None:
        fields = (self.what, self.person, self.text, self.first, self.last)
        before = [field.blockSignals(True) for field in fields]
        self.what.set_value(values["kind"] or "")
        self.person.set_value(values["staff_id"] or "")
        self.text.set_value(values["text"])
        self.first.set_value(values["first"])
        self.last.set_value(values["last"])
        for field, blocked in zip(fields, before, strict=True):
            field.blockSignals(blocked)
