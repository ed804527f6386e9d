"""Prints the month's review list: a button with the last twelve months."""

from __future__ import annotations

from frontdesk.ui.kit.labels import set_tip
from frontdesk.ui.kit.month_button import MonthButton


class ReviewButton(MonthButton):
    """Says what is printed."""

    def __init__(self) -> None:
        super().__init__(lambda: self.tr("Monthly review"))

    def retranslate(self) -> None:
        super().retranslate()
        set_tip(self.button, self.tr("Print the review list of a month (Ctrl+M)"))
