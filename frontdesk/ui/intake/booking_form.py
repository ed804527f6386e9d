"""An appointment: when the car will come, and what the customer said they want."""

from __future__ import annotations

from datetime import datetime

from frontdesk.errors import UserError
from frontdesk.services.intake.inputs import BookingInput
from frontdesk.ui.kit.fields import DateTimeField, MultilineField, NumberField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.language import Translated

_WORDS_HEIGHT = 120


class BookingForm(Translated, FormPanel):
    """Fields are named as the inputs of the intake service."""

    def __init__(self) -> None:
        super().__init__()
        self.booked_for = self.add(DateTimeField("booked_for"), 0)
        self.booked_for.set_required(True)
        self.words = self.add(MultilineField("words", lines=3), 1, span=2)
        self.words.setMaximumHeight(_WORDS_HEIGHT)
        self.minutes = self.add(NumberField("minutes", unit="min", least=5, most=480), 0, 1)
        self.retranslate()

    def begin(self, words: str) -> None:
        """Empty, but for the words written down already."""
        self.set_values({"words": words})
        self.focus_first()

    def given(self, vehicle_id: str) -> BookingInput:
        """Everything typed.

        Raises:
            UserError: the time is missing. InputErrors: what cannot be read.
        """
        typed = self.values()
        at, minutes = typed["booked_for"], typed["minutes"]
        if not isinstance(at, datetime):
            raise UserError("intake.booking_missing", field="booked_for")
        words = str(typed["words"] or "")
        return BookingInput(vehicle_id, at, words, minutes if isinstance(minutes, int) else None)

    def retranslate(self) -> None:
        self.booked_for.set_label(self.tr("Comes at"))
        self.minutes.set_label(self.tr("Takes"))
        self.minutes.set_hint(self.tr("The usual time if left empty"))
        self.words.set_label(self.tr("Own words"))
