"""What a finished call leaves behind: thanks by message, and the day named for maintenance."""

from __future__ import annotations

from collections.abc import Mapping

from frontdesk.errors import UserError
from frontdesk.models.enums import CallbackKind
from frontdesk.services.callbacks.dto import AfterCall, CallSheet
from frontdesk.ui.kit import language
from frontdesk.ui.kit.fields import CheckField, DateField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.language import Translated


class EndForm(Translated, FormPanel):
    """Nothing in it has to be touched: the keys that close the call stay as few as they are."""

    def __init__(self) -> None:
        super().__init__()
        self.by_rule = True
        self.thank = self.add(CheckField("thank"), 0)
        self.maintenance = self.add(DateField("maintenance_on"), 1)
        self.last_entered.connect(self.save_requested)
        self.retranslate()

    def set_values(self, values: Mapping[str, object]) -> None:
        """Show these; what is not said of the thanks is as the rules have it."""
        super().set_values({"thank": self.by_rule, **values})

    def ask(self, sheet: CallSheet) -> None:
        """Offer what this call can leave behind."""
        self.show_field("thank", sheet.kind is not CallbackKind.SPOT_CHECK)
        self.show_field("maintenance_on", sheet.vehicle_id is not None)

    def toggle_thanks(self) -> None:
        """Switch the message on or off."""
        if self.thank.isVisibleTo(self):
            self.thank.set_value(not self.thank.value())

    def given(self) -> AfterCall | None:
        """What is typed; ``None`` where a day cannot be read, which is then said beside it."""
        try:
            day = self.maintenance.value()
        except UserError as error:
            self.show_errors(error)
            return None
        return AfterCall(self.thank.value(), day, language.current())

    def retranslate(self) -> None:
        self.thank.set_label(self.tr("Send thanks with the numbers to ring (M)"))
        self.maintenance.set_label(self.tr("Comes for maintenance on"))
        self.maintenance.set_hint(
            self.tr("If the customer has named a day. It goes into the customer's file.")
        )
