"""报单未修: why the customer leaves without the work."""

from __future__ import annotations

from frontdesk.ui.kit.fields import MultilineField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.language import Translated


class DeclineForm(Translated, FormPanel):
    """One reason, in words; it is followed up weekly."""

    def __init__(self) -> None:
        super().__init__()
        self.reason = self.add(MultilineField("reason", lines=3), 0)
        self.add_stretch(1)
        self.retranslate()

    def begin(self) -> None:
        """Empty."""
        self.set_values({})

    def retranslate(self) -> None:
        self.reason.set_label(self.tr("Reason"))
        self.reason.set_placeholder(
            self.tr("Price, time, wants to think it over, goes elsewhere …")
        )
