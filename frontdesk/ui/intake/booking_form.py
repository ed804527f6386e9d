"""An appointment: when the car will come and to whom, and what the customer said they want."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt

from frontdesk.errors import UserError
from frontdesk.services.appointments.dto import Advisor, FreeSlot
from frontdesk.services.intake.inputs import BookingInput
from frontdesk.ui.intake.booked_already import BookedAlready
from frontdesk.ui.kit.choice import ChoiceField
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
        self.already = BookedAlready()
        self.already.listen(self)
        self.add_widget(self.already, 1, span=2)
        self.words = self.add(MultilineField("words", lines=3), 2, span=2)
        self.words.setMaximumHeight(_WORDS_HEIGHT)
        self._offered: tuple[Advisor, ...] = ()
        self.minutes = self.add(NumberField("minutes", unit="min", least=5, most=480), 3)
        self.advisor = self.add(ChoiceField("advisor_id", []), 3, 1)
        self.retranslate()

    def begin(self, words: str, me: Advisor, slot: FreeSlot | None) -> None:
        """Empty, but for what is known: words written down already, the slot that was chosen."""
        whose = slot.advisor if slot is not None else None
        if whose is not None and whose.id not in {key for key, _ in self.advisor.options}:
            self.offer((*self._offered, whose))
        at = slot.at if slot is not None else None
        chosen = whose.id if whose is not None else None
        self.already.show_booked((), "")
        self.set_values({"words": words, "booked_for": at, "advisor_id": chosen})
        if whose is None:
            if not self._offered:
                self.offer((me,))
            self.advisor.set_guess(me.id, self.tr("Whoever writes it down"))
        self.mark_saved()
        if slot is None:
            self.focus_first()
        else:
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer(self, advisors: Sequence[Advisor]) -> None:
        """Whom the car can be received by; who is chosen stays chosen."""
        self._offered = tuple(advisors)
        chosen, why = self.advisor.value(), self.advisor.hint()
        blocked = self.advisor.blockSignals(True)
        self.advisor.set_options([(each.id, each.name) for each in advisors])
        if why:
            self.advisor.set_guess(chosen, why)
        self.advisor.blockSignals(blocked)

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
        takes = minutes if isinstance(minutes, int) else None
        return BookingInput(vehicle_id, at, words, takes, str(typed["advisor_id"] or ""))

    def new_time(self) -> tuple[datetime, int | None, str]:
        """When, how long and with whom: the last two only if they were said.

        Raises:
            UserError: the time is missing. InputErrors: what cannot be read.
        """
        given = self.given("")
        guessed = bool(self.advisor.hint())
        return given.booked_for, given.minutes, "" if guessed else given.advisor_id

    def retranslate(self) -> None:
        self.booked_for.set_label(self.tr("Comes at"))
        self.minutes.set_label(self.tr("Takes"))
        self.minutes.set_hint(self.tr("The usual time if left empty"))
        self.advisor.set_label(self.tr("Received by"))
        self.words.set_label(self.tr("Own words"))
