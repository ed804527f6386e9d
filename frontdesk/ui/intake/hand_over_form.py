"""Hand-over: what was charged, how it was paid, parts, advice, next maintenance, one word."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from frontdesk.models.enums import PayMethod, Satisfaction
from frontdesk.services.intake.inputs import HandOverInput
from frontdesk.services.intake.views import HandOverStart, VisitSheet
from frontdesk.ui.intake.amounts_field import AmountsField
from frontdesk.ui.kit import words
from frontdesk.ui.kit.choice import ChoiceField
from frontdesk.ui.kit.fields import DateField, MultilineField, NumberField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.language import Translated

_NOTE_HEIGHT = 92


class HandOverForm(Translated, FormPanel):
    """Fields are named as the inputs of the intake service."""

    def __init__(self) -> None:
        super().__init__()
        self.amounts = AmountsField()
        self.pay_method = ChoiceField("pay_method", PayMethod)
        self.satisfaction = ChoiceField("satisfaction", Satisfaction)
        self.parts = MultilineField("replaced_parts", lines=2)
        self.advice = MultilineField("advice", lines=2)
        self.next_on = DateField("next_maintenance_on")
        self.next_km = NumberField("next_maintenance_km", unit="km", most=3_000_000)
        self.add(self.amounts, 0, 0, span=2)
        self.add_stretch(0)
        self.add(self.pay_method, 1, 0, span=2)
        self.add(self.satisfaction, 2, 0, span=2)
        self.add(self.parts, 3, 0)
        self.add(self.advice, 3, 1)
        for field in (self.parts, self.advice):
            field.setMaximumHeight(_NOTE_HEIGHT)
        self.add(self.next_on, 4, 0)
        self.add(self.next_km, 4, 1)
        self._start: HandOverStart | None = None
        self.retranslate()

    def begin(self, start: HandOverStart) -> None:
        """Fill in what is agreed and what is guessed."""
        self._start = start
        self.set_values({"amounts": start.sheet.items})
        if start.pay_method is not None:
            self.pay_method.set_guess(start.pay_method, self.tr("As last time"))
        if start.replaced_parts:
            self.parts.set_guess(start.replaced_parts, self.tr("From the work agreed"))
        self.next_on.set_guess(start.next_maintenance_on, self._why(start))
        if start.next_maintenance_km is not None:
            self.next_km.set_guess(start.next_maintenance_km, self._why(start))
        self.mark_saved()

    def show_kept(self, sheet: VisitSheet) -> None:
        """What was kept at a hand-over that is done."""
        names = ("pay_method", "replaced_parts", "advice", "next_maintenance_on")
        values: dict[str, object] = {name: getattr(sheet, name) for name in names}
        values["next_maintenance_km"] = sheet.next_maintenance_km
        self.set_values({**values, "amounts": sheet.items, "satisfaction": sheet.satisfaction})

    def given(self) -> HandOverInput:
        """Everything typed.

        Raises:
            InputErrors: what cannot be read.
        """
        typed = self.values()
        amounts, due = typed["amounts"], typed["next_maintenance_on"]
        km, paid, word = (
            typed["next_maintenance_km"],
            typed["pay_method"],
            typed["satisfaction"],
        )
        return HandOverInput(
            amounts=amounts if isinstance(amounts, dict) else {},
            pay_method=paid if isinstance(paid, PayMethod) else None,
            replaced_parts=str(typed["replaced_parts"] or ""),
            advice=str(typed["advice"] or ""),
            next_maintenance_on=due if isinstance(due, date) else None,
            next_maintenance_km=km if isinstance(km, int) else None,
            satisfaction=word if isinstance(word, Satisfaction) else None,
        )

    def sum_line(self) -> tuple[str, bool]:
        """The sum charged beside the one agreed, and whether it is above it."""
        charged = self.amounts.total()
        agreed = self._start.sheet.estimate_total if self._start else Decimal(0)
        text = self.tr("Charged {charged} of {agreed} agreed").format(
            charged=words.money(charged), agreed=words.money(agreed)
        )
        own = self.amounts.model.customers_share()
        if own is not None and own != charged:
            text += "  ·  " + self.tr("customer pays {own}").format(own=words.money(own))
        return text, charged is not None and charged > agreed

    def retranslate(self) -> None:
        texts = {
            "amounts": self.tr("Charged"),
            "pay_method": self.tr("Paid by"),
            "satisfaction": self.tr("Customer is"),
            "replaced_parts": self.tr("Replaced parts"),
            "advice": self.tr("Advice"),
            "next_maintenance_on": self.tr("Next maintenance"),
            "next_maintenance_km": self.tr("or at"),
        }
        for name, text in texts.items():
            self.field(name).set_label(text)
        self.advice.set_placeholder(self.tr("What should be looked at next time"))

    def _why(self, start: HandOverStart) -> str:
        if start.daily_km is None:
            return self.tr("Six months, as the mileage gives no forecast")
        return self.tr("Forecast from {km} km a day").format(
            km=words.number(int(start.daily_km.to_integral_value()))
        )
