"""New customers whose specialist has not spoken to them within the days of the rules."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from frontdesk.services.callbacks.sharing_dto import SharingLook, Uncontacted
from frontdesk.ui.kit import words
from frontdesk.ui.kit.labels import button, muted
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import Card
from frontdesk.ui.kit.table import Column, RecordTable
from frontdesk.ui.kit.tokens import Tone

_HEIGHT = 220


class LateCard(Translated, Card):
    """``opened`` carries the customer's id."""

    opened = Signal(str)
    given = Signal()
    """Others are to look after the chosen ones."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting = 0
        self.said = muted(wrap=True)
        self.table: RecordTable[Uncontacted] = RecordTable(
            "callbacks/late", self._columns(), lambda row: row.id, filterable=False, footer=False
        )
        self.table.setFixedHeight(_HEIGHT)
        self.table.set_many(True)
        self.give = button()
        self.give.clicked.connect(self.given)
        self.add_action(self.give)
        self.add(self.said)
        self.add(self.table)
        self.table.activated.connect(self.opened)
        self.retranslate()

    def show_look(self, look: SharingLook) -> None:
        """Show who was not contacted, and how many new files are nobody's."""
        self._waiting = look.waiting_customers
        self.table.set_rows(look.uncontacted)
        self._say()

    def has_keys(self) -> bool:
        """Whether the keys go to the list."""
        return self.table.view.hasFocus()

    def focus_first(self) -> None:
        """Go to the list."""
        self.table.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        """Say it in the language on screen."""
        self.set_title(self.tr("Not contacted in time (Ctrl+L)"))
        self.give.setText(self.tr("Give to … (Ctrl+G)"))
        self.table.set_empty("check-circle", self.tr("All new customers were contacted."))
        self._say()

    def _say(self) -> None:
        self.said.setText(
            self.tr(
                "%n new customer(s) without a specialist; F5 gives them out.", "", self._waiting
            )
        )
        self.said.setVisible(self._waiting > 0)

    def _columns(self) -> tuple[Column[Uncontacted], ...]:
        return (
            Column("name", lambda: self.tr("Customer"), lambda row: row.name, stretch=True),
            Column("who", lambda: self.tr("Specialist"), lambda row: row.staff_name, width=90),
            Column(
                "since",
                lambda: self.tr("Since"),
                lambda row: row.since,
                display=lambda row: words.day(row.since),
                width=100,
            ),
            Column(
                "days",
                lambda: self.tr("Days"),
                lambda row: row.days,
                tone=lambda _: Tone.ERROR,
                width=56,
            ),
        )
